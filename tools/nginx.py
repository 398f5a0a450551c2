"""Print nginx's configuration: deploy/nginx.conf with its names filled in.

python -m tools.nginx host=portal.example portals=10.0.0.2:8000,10.0.0.3:8000 staff=10.0.0.4:8000
"""

import re
import sys
from pathlib import Path

TEMPLATE = Path(__file__).resolve().parent.parent / "deploy" / "nginx.conf"

# What is the same on most machines; `host` has no default.
DEFAULTS = {
    "user": "www-data",
    "run": "/run",
    "log": "/var/log/nginx",
    "cache": "/var/cache/nginx/portal",
    "cache_mb": "512",
    "acme": "/var/www/html",
    "http": "80",
    "https": "443",
    "certificate": "/etc/ssl/portal/fullchain.pem",
    "key": "/etc/ssl/portal/privkey.pem",
    "home": "/srv/portal",
    "portals": "127.0.0.1:8000",
    "admin_path": "quan-tri",
    "upload_mb": "10",
    "trusted": "127.0.0.1",
    "unlimited": "127.0.0.1",
}
ADDRESS_LISTS = ("portals", "staff")


def configuration(**values):
    """The configuration with these values; `staff` is one of the portals unless it is given.

    Raises ValueError for a name that the template does not have, for a value that could break out of
    its place, and for a missing host.
    """
    known = DEFAULTS | values
    known.setdefault("staff", known["portals"].split(",")[0])
    template = TEMPLATE.read_text()
    body = template.partition("\n\n")[2]
    names = set(re.findall(r"@([a-z_]+)@", body))
    if names != set(known):
        raise ValueError(f"unknown or missing: {', '.join(sorted(names ^ set(known)))}")
    broken = [name for name, value in known.items() if not re.fullmatch(r"[\w./:,\[\]-]+", value)]
    if broken:
        raise ValueError(f"cannot be used: {', '.join(broken)}")
    return re.sub(r"@([a-z_]+)@", lambda found: written(found[1], known[found[1]]), body)


def written(name, value):
    """A value as it stands in the file; a list of addresses as one `server` each."""
    if name not in ADDRESS_LISTS:
        return value
    return "\n        ".join(f"server {address} max_fails=2 fail_timeout=1s;" for address in value.split(","))


if __name__ == "__main__":
    try:
        print(configuration(**dict(word.split("=", 1) for word in sys.argv[1:])), end="")
    except (TypeError, ValueError) as error:
        sys.exit(f"{error}\n{__doc__}")
