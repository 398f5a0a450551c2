"""`check_portal` finds what is unsafe, and nothing in a portal that is set up as the documents say."""

import os
import subprocess
import sys
from types import SimpleNamespace

import pytest
from django.conf import settings as ours

from indicators.management.commands import _safety
from reformportal.environment import database, site

from .test_settings import start

TLS = {"SITE_URL": "https://portal.example"}


@pytest.fixture
def ask(client, country, settings):
    """The portal behind TLS, asked from within."""
    settings.SITE = site(TLS["SITE_URL"])

    def asked(method, path, Host="127.0.0.1"):
        headers = {"host": Host, "x-forwarded-proto": "https"}
        answer = client.generic(method, path, headers=headers, secure=True)
        cookies = {"Set-Cookie": answer.cookies.output(header="")} if answer.cookies else {}
        return answer.status_code, {**answer.headers, **cookies}, answer.content

    return asked


def test_a_portal_behind_tls_answers_safely(ask, settings):
    settings.SECURE_HSTS_SECONDS = 31_536_000
    settings.CSRF_COOKIE_SECURE = settings.SESSION_COOKIE_SECURE = True
    assert list(_safety.of_answers(ask)) == []


@pytest.mark.parametrize(
    ("path", "answer", "sentence"),
    [
        ("/healthz", (503, {}, b'{"ready": false}'), '/healthz answers 503: {"ready": false}'),
        ("/", (200, {}, b""), "/ has no X-Content-Type-Options with nosniff."),
        ("/", (200, {}, b""), "/ has no Strict-Transport-Security of a year."),
        ("/", (200, {"Set-Cookie": "a=b"}, b""), "/ sets a cookie: no reader needs one."),
        ("/", (200, {}, b""), "/ takes what is posted to it."),
        ("/", (200, {}, b""), "The portal answers under the name of another site."),
        ("/rankings/nothing/1066/", (500, {}, b"Traceback"), "A reader is shown a stack trace."),
        ("/quan-tri/login/", (200, {"Set-Cookie": "csrftoken=a"}, b""), "The cookies of staff are not secure."),
    ],
)
def test_an_unsafe_answer_is_told(settings, path, answer, sentence):
    settings.SITE = site(TLS["SITE_URL"])
    assert sentence in _safety.of_answers(lambda method, asked, **_headers: answer if asked == path else (404, {}, b""))


def test_an_open_door_of_a_portal_for_readers_is_told(settings):
    settings.HAS_STAFF = False
    told = list(_safety.of_answers(lambda *asked, **_headers: (200, {}, b"")))
    assert "/quan-tri/ is open where PORTAL_ROLE is public." in told


def test_a_database_across_the_network_wants_tls(monkeypatch):
    def found(address):
        server = database(address)
        reached = SimpleNamespace(vendor="postgresql", settings_dict=server)
        monkeypatch.setattr(_safety, "connection", reached)
        monkeypatch.setattr(_safety, "of_role", list)
        return [sentence.partition(":")[0] for sentence in _safety.of_database()]

    assert found("postgres://u:p@db.example/portal") == ["DATABASE_URL leads to db.example without sslmode=require"]
    assert found("postgres://u:p@db.example/portal?sslmode=verify-full") == []
    assert found("postgres:///portal?host=/run/postgresql") == []


def test_settings_for_this_machine_alone_are_unsafe_for_everybody(tmp_path):
    answer = start("check_portal", DATABASE_URL=f"sqlite:///{tmp_path / 'portal.sqlite3'}", DEBUG="true")
    assert answer.returncode == 1
    assert "DEBUG is true" in answer.stdout
    assert "SITE_URL is http://127.0.0.1:8000" in answer.stdout


def test_a_database_that_others_may_read_is_told(tmp_path):
    file = tmp_path / "portal.sqlite3"
    file.touch(mode=0o644)
    file.chmod(0o644)
    assert f"{file}, the database, can be read" in start("check_portal", DATABASE_URL=f"sqlite:///{file}").stdout


@pytest.mark.thorough
def test_the_roles_of_postgresql_are_looked_at():
    script = ours.BASE_DIR / "tests/project/select_only.sh"
    ask = "import django; django.setup(); from indicators.management.commands import _safety as s; print(*s.of_role())"
    environment = {
        "PATH": os.environ["PATH"],
        "SECRET_KEY": "k" * 60,
        "DJANGO_SETTINGS_MODULE": "reformportal.settings",
    }
    superuser = "postgres is a superuser of PostgreSQL: the portal needs a role of its own."
    writer = "postgres may change auth_user"
    for asked, expected in (({}, []), ({"ROLE": "postgres"}, [superuser, writer])):
        answer = subprocess.run(
            [ours.BASE_DIR / "tools/with-postgres.sh", script, sys.executable],
            cwd=ours.BASE_DIR,
            env=environment | asked | {"ASK": ask},
            capture_output=True,
            text=True,
        )
        assert answer.returncode == 0, answer.stderr
        assert [part for part in (superuser, writer) if part in answer.stdout] == expected
