"""Reading the environment, typed: what cannot be read stops the start."""

import ipaddress
import os
import re
from dataclasses import dataclass
from urllib.parse import urlsplit

import environ
from django.core.exceptions import ImproperlyConfigured

DATABASE_SCHEMES = {"sqlite", "postgres", "postgresql"}
ROLES = ("staff", "public")
LOOPBACK = ("127.0.0.1", "localhost", "[::1]")
WORDS = {"true": True, "yes": True, "on": True, "1": True, "false": False, "no": False, "off": False, "0": False}

env = environ.Env()


def read(name, cast, default):
    """The variable as `cast` reads it, or the default when it is not set."""
    # django-environ takes $NAME for another variable, and falls back to the default in silence.
    if os.environ.get(name, "").startswith("$"):
        raise ImproperlyConfigured(f"{name} must not begin with $.")
    try:
        return env(name, cast=cast, default=default)
    except ValueError as error:
        raise ImproperlyConfigured(f"{name} cannot be read: {error}") from error


def boolean(text):
    """django-environ reads a misspelt word as False; here it is an error."""
    try:
        return WORDS[text.strip().lower()]
    except KeyError:
        raise ValueError(f"{text!r} is neither true nor false.") from None


def whole(text):
    """A whole number from 0."""
    if not re.fullmatch(r"[0-9]{1,6}", text):
        raise ValueError(f"{text!r} is not a whole number from 0.")
    return int(text)


def path_word(text):
    """One word of an address, without slashes."""
    if not re.fullmatch(r"[a-z0-9][a-z0-9-]*", text):
        raise ValueError(f"{text!r} is not one word of a-z, 0-9 and hyphens.")
    return text


def role(text):
    """`staff`: the whole portal; `public`: pages for readers alone, on a database that is only read."""
    if text not in ROLES:
        raise ValueError(f"{text!r} is none of {', '.join(ROLES)}.")
    return text


@dataclass(frozen=True)
class Site:
    """Where the portal stands: https means TLS, by a proxy in front of it."""

    url: str
    host: str
    is_tls: bool

    @property
    def is_loopback(self):
        if self.host == "localhost":
            return True
        try:
            return ipaddress.ip_address(self.host.strip("[]")).is_loopback
        except ValueError:
            return False


def site(text):
    """`https://host[:port]`, without a path."""
    parts = urlsplit(text)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise ValueError(f"{text!r} is not an http or https address.")
    if parts.path.strip("/") or parts.query or parts.fragment or parts.username:
        raise ValueError(f"{text!r} must be a scheme, a host and at most a port.")
    port = f":{parts.port}" if parts.port is not None else ""
    host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    return Site(f"{parts.scheme}://{host}{port}", host, parts.scheme == "https")


def database(text):
    """An SQLite file or a PostgreSQL server, as Django's DATABASES wants it."""
    parts = urlsplit(text)
    if parts.scheme not in DATABASE_SCHEMES:
        raise ValueError(f"{parts.scheme!r} is none of {', '.join(sorted(DATABASE_SCHEMES))}.")
    if parts.scheme == "sqlite" and (parts.netloc or parts.path in {"", "/"}):
        raise ValueError("an SQLite address is sqlite:///relative/file or sqlite:////absolute/file.")
    found = environ.Env.db_url_config(text) | {"CONN_MAX_AGE": None}
    if parts.scheme == "sqlite":
        return found | {"OPTIONS": SQLITE_OPTIONS}
    if not found["NAME"]:
        raise ValueError("a PostgreSQL address names its database: postgres://user:password@host[,host]/name.")
    options = POSTGRESQL_OPTIONS | found.get("OPTIONS", {})
    options["options"] = f"{STATEMENT_TIMEOUT} {options.get('options', '')}".strip()
    return found | {"CONN_HEALTH_CHECKS": True, "OPTIONS": options}


def only_read(found):
    """The same database, whose connections refuse to write."""
    options = dict(found["OPTIONS"])
    if "init_command" in options:
        options |= {"transaction_mode": "DEFERRED", "init_command": options["init_command"] + READ_ONLY_SQLITE}
    else:
        options["options"] += f" {READ_ONLY_POSTGRESQL}"
    return found | {"OPTIONS": options}


READ_ONLY_SQLITE = " PRAGMA query_only=ON;"
READ_ONLY_POSTGRESQL = "-c default_transaction_read_only=on"
# A question that takes longer is ours to mend, and holds a worker; `?options=-c statement_timeout=0` lifts it.
STATEMENT_TIMEOUT = "-c statement_timeout=20s"
# A server whose machine is gone is given up after seconds, and the next host of the address is asked.
POSTGRESQL_OPTIONS = {
    "connect_timeout": 2,
    "tcp_user_timeout": 5000,
    "keepalives_idle": 5,
    "keepalives_interval": 2,
    "keepalives_count": 3,
}
SQLITE_OPTIONS = {
    "timeout": 20,
    "transaction_mode": "IMMEDIATE",
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
}
