"""A portal for readers alone: no staff's pages, no sessions, and a database that it cannot change."""

import json
import os
import subprocess
import sys

import pytest
from django.conf import settings

from .test_settings import KEY, start

# What a portal for readers alone says of itself, asked from within.
ASK = """
import json, django
django.setup()
from django.apps import apps
from django.conf import settings
from django.db import DatabaseError, connection
from django.test import Client
from indicators.models import Series
settings.STORAGES["staticfiles"] = {"BACKEND": settings.PLAIN_STATIC}  # nobody need have collected them here
client, found = Client(SERVER_NAME="127.0.0.1"), {}
for address in ("/", "/en/rankings/", "/quan-tri/", "/quan-tri/login/"):
    found[address] = client.get(address).status_code
found["post"] = client.post("/").status_code
found["apps"] = [app for app in ("admin", "sessions", "messages", "axes") if apps.is_installed(app)]
found["middleware"] = [each for each in settings.MIDDLEWARE if "session" in each or "auth" in each]
try:
    Series.objects.update(order=0)
except DatabaseError as error:
    found["write"] = str(error)
try:
    with connection.cursor() as cursor:
        cursor.execute("SELECT password FROM auth_user")
    found["passwords"] = "read"
except DatabaseError as error:
    found["passwords"] = str(error)
print(json.dumps(found))
"""
SETTINGS = "reformportal.settings"
PATH = os.environ["PATH"]
CLOSED = {"/": 200, "/en/rankings/": 200, "/quan-tri/": 404, "/quan-tri/login/": 404, "post": 405}


@pytest.mark.thorough
def test_a_portal_for_readers_has_nothing_of_the_staff_and_writes_nothing(tmp_path):
    database = {"DATABASE_URL": f"sqlite:///{tmp_path / 'portal.sqlite3'}"}
    assert start("migrate", **database).returncode == 0
    found = ask(database)
    assert {key: found[key] for key in CLOSED} == CLOSED
    assert found["apps"] == found["middleware"] == []
    assert "readonly" in found["write"]


@pytest.mark.thorough
def test_its_postgresql_role_reads_figures_alone():
    script = settings.BASE_DIR / "tests/project/select_only.sh"
    answer = subprocess.run(
        [settings.BASE_DIR / "tools/with-postgres.sh", script, sys.executable],
        cwd=settings.BASE_DIR,
        env={"PATH": PATH, "SECRET_KEY": KEY, "ASK": ASK, "DJANGO_SETTINGS_MODULE": SETTINGS},
        capture_output=True,
        text=True,
    )
    assert answer.returncode == 0, answer.stderr
    found = json.loads(answer.stdout.splitlines()[-1])
    assert {key: found[key] for key in CLOSED} == CLOSED
    assert "permission denied" in found["passwords"]
    assert "read-only transaction" in found["write"] or "permission denied" in found["write"]


@pytest.mark.parametrize("word", ["Public", "readers", ""])
def test_a_role_that_is_none_stops_the_start(word):
    answer = start("check", PORTAL_ROLE=word)
    assert answer.returncode != 0
    assert "PORTAL_ROLE" in answer.stderr


def ask(environment):
    answer = subprocess.run(
        [sys.executable, "-c", ASK],
        cwd=settings.BASE_DIR,
        env={
            "PATH": PATH,
            "SECRET_KEY": KEY,
            "PORTAL_ROLE": "public",
            "DJANGO_SETTINGS_MODULE": SETTINGS,
            **environment,
        },
        capture_output=True,
        text=True,
    )
    assert answer.returncode == 0, answer.stderr
    return json.loads(answer.stdout.splitlines()[-1])
