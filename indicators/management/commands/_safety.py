"""What is unsafe in a portal: its settings, its database, and what it answers. A sentence for each thing found."""

from urllib.error import HTTPError
from urllib.request import HTTPRedirectHandler, Request, build_opener

from django.conf import settings
from django.core.checks import run_checks
from django.db import DatabaseError, connection

YEAR = 31_536_000  # seconds
ENCRYPTED = {"require", "verify-ca", "verify-full"}
SECONDS = 10
# Headers that every page has, and what must stand in them.
DEMANDED = {
    "Content-Security-Policy": ("default-src 'self'", "frame-ancestors 'none'", "object-src 'none'"),
    "X-Content-Type-Options": ("nosniff",),
    "Referrer-Policy": ("strict-origin",),
    "Permissions-Policy": ("camera=()",),
    "X-Frame-Options": ("DENY",),
}
TABLES = """
SELECT has_table_privilege(current_user, %s, 'SELECT'), has_table_privilege(current_user, %s, 'INSERT, UPDATE, DELETE')
"""


def of_settings():
    """What the settings leave open, Django's own findings first."""
    yield from (f"{found.id}: {found.msg}" for found in run_checks(include_deployment_checks=True))
    if settings.DEBUG:
        yield "DEBUG is true: readers would see how the portal is made inside."
    if not settings.SITE.is_tls:
        yield f"SITE_URL is {settings.SITE_URL}: without https, what staff type can be read on the way."
    if not settings.DEBUG and not (settings.STATIC_ROOT / "staticfiles.json").exists():
        yield "The static files are not collected: run collectstatic."
    yield from of_files()


def of_files():
    """Files of this machine that other users may read."""
    files = {"the secret key": settings.SECRET_KEY_FILE}
    if connection.vendor == "sqlite":
        files["the database"] = settings.BASE_DIR / connection.settings_dict["NAME"]
    for name, path in files.items():
        if path.exists() and path.stat().st_mode & 0o077:
            yield f"{path}, {name}, can be read by other users of this machine: chmod 600."


def of_database():
    """How the database is reached, and what this portal may do there."""
    if connection.vendor != "postgresql":
        return
    server, options = connection.settings_dict["HOST"], connection.settings_dict["OPTIONS"]
    is_near = all(host.startswith("/") or host in {"", "127.0.0.1", "localhost"} for host in server.split(","))
    if not is_near and options.get("sslmode") not in ENCRYPTED:
        yield f"DATABASE_URL leads to {server} without sslmode=require: figures and passwords travel readable."
    try:
        yield from of_role()
    except DatabaseError as failure:
        connection.close()
        yield f"The database does not answer: {failure}"


def of_role():
    """What the role of the database may do beyond its work."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT rolname, rolsuper FROM pg_roles WHERE rolname = current_user")
        name, is_super = cursor.fetchone()
        if is_super:
            yield f"{name} is a superuser of PostgreSQL: the portal needs a role of its own."
        if settings.HAS_STAFF:
            return
        for table in ("auth_user", "indicators_result"):
            cursor.execute(TABLES, [table, table])
            reads, writes = cursor.fetchone()
            if writes:
                yield f"{name} may change {table}: make the role of readers by deploy/select-only.sql."
            if reads and table == "auth_user":
                yield f"{name} may read the passwords of staff: make the role of readers by deploy/select-only.sql."


def of_answers(ask):
    """What the running portal answers that it should not. `ask(method, path, **headers)`: (status, headers, body)."""
    status, headers, body = ask("GET", "/healthz")
    if status != 200:
        yield f"/healthz answers {status}: {body.decode(errors='replace')[:200]}"
    status, headers, body = ask("GET", "/")
    if status != 200:
        yield f"/ answers {status}."
    if headers.get("Set-Cookie"):
        yield "/ sets a cookie: no reader needs one."
    for name, parts in DEMANDED.items():
        if not all(part in headers.get(name, "") for part in parts):
            yield f"/ has no {name} with {', '.join(parts)}."
    if settings.SITE.is_tls and f"max-age={YEAR}" not in headers.get("Strict-Transport-Security", ""):
        yield "/ has no Strict-Transport-Security of a year."
    yield from of_refusals(ask)


def of_refusals(ask):
    """Requests that must be refused."""
    if ask("POST", "/")[0] not in {403, 405, 413}:
        yield "/ takes what is posted to it."
    if ask("GET", "/", Host="elsewhere.example")[0] == 200:
        yield "The portal answers under the name of another site."
    if b"Traceback" in ask("GET", "/rankings/nothing/1066/")[2]:
        yield "A reader is shown a stack trace."
    status, headers, _body = ask("GET", f"/{settings.ADMIN_PATH}/login/")
    if not settings.HAS_STAFF and status == 200:
        yield f"/{settings.ADMIN_PATH}/ is open where PORTAL_ROLE is public."
    if status == 200 and settings.SITE.is_tls and "secure" not in headers.get("Set-Cookie", "").lower():
        yield "The cookies of staff are not secure."


class Unled(HTTPRedirectHandler):
    """Redirects are answers, and not followed."""

    def redirect_request(self, *told):
        return None


def asker(site):
    """`ask` of a running portal at this address."""
    opener = build_opener(Unled)

    def ask(method, path, **headers):
        data = b"" if method == "POST" else None
        request = Request(site + path, data=data, method=method, headers=headers)
        try:
            answer = opener.open(request, timeout=SECONDS)
        except HTTPError as refusal:
            answer = refusal
        with answer:
            return answer.status, answer.headers, answer.read()

    return ask
