"""Whether this portal can show pages now."""

from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import JsonResponse

from indicators.caching import current_stamp

HEALTH = "/healthz"

_up_to_date = set()  # the databases whose tables were once found to be those of this release


def readiness(get_response):
    """Say at `/healthz` whether this portal can show pages: 200, or 503 and why. Any host name may ask, without TLS."""

    def middleware(request):
        return told() if request.path_info == HEALTH else get_response(request)

    return middleware


def told():
    why = reason_not_to_ask()
    body = {"ready": why is None} | ({"why": why} if why else {})
    return JsonResponse(body, status=503 if why else 200, headers={"Cache-Control": "no-store"})


def reason_not_to_ask():
    """Why no reader should be led here now; None where one may be (one query, once the tables are known)."""
    try:
        if not has_its_tables():
            return "The tables of the database are not those of this release: run migrate."
        return None if current_stamp() else "Nothing is published yet."
    except DatabaseError:
        connection.close()
        return "The database does not answer."


def has_its_tables():
    """Whether every migration of this release was made. Asked until it is so."""
    name = connection.settings_dict["NAME"]
    if name not in _up_to_date:
        executor = MigrationExecutor(connection)
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            return False
        _up_to_date.add(name)
    return True
