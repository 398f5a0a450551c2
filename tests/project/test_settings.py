import os
import subprocess
import sys

import pytest
from django.conf import settings

from reformportal.environment import boolean, database, only_read, path_word, site

KEY = "a-key-for-tests-only-" + "0123456789abcdef" * 4


def start(*command, **environment):
    """Run manage.py as an operator would, with nothing else in the environment."""
    return subprocess.run(
        [sys.executable, "manage.py", *command],
        cwd=settings.BASE_DIR,
        env={"PATH": os.environ["PATH"], "SECRET_KEY": KEY, **environment},
        capture_output=True,
        text=True,
    )


@pytest.mark.parametrize(("word", "meaning"), [("true", True), ("On", True), ("0", False), ("no", False)])
def test_a_boolean_is_read(word, meaning):
    assert boolean(word) is meaning


@pytest.mark.parametrize("word", ["ture", "", "2", "flase"])
def test_a_misspelt_boolean_is_refused(word):
    with pytest.raises(ValueError, match="neither true nor false"):
        boolean(word)


@pytest.mark.parametrize("text", ["portal.example", "ftp://portal.example", "https://", "https://portal.example/path"])
def test_a_site_is_a_scheme_and_a_host(text):
    with pytest.raises(ValueError, match="http|host"):
        site(text)


def test_a_site_with_a_port_that_is_no_number_is_refused():
    with pytest.raises(ValueError, match="[Pp]ort"):
        site("http://127.0.0.1:eight")


@pytest.mark.parametrize("text", ["http://127.0.0.1:8000", "http://localhost", "http://[::1]:8000"])
def test_loopback_is_known(text):
    assert site(text).is_loopback


def test_another_host_is_not_loopback():
    assert not site("http://portal.example").is_loopback


@pytest.mark.parametrize("text", ["mysql://host/name", "sqlite://portal.sqlite3", "sqlite://", "postgres://host", "x"])
def test_an_unusable_database_is_refused(text):
    with pytest.raises(ValueError, match="address|none of"):
        database(text)


def test_an_sqlite_file_waits_and_writes_ahead():
    options = database("sqlite:////srv/portal.sqlite3")["OPTIONS"]
    assert options["timeout"] == 20
    assert options["transaction_mode"] == "IMMEDIATE"
    assert "journal_mode=WAL" in options["init_command"]


def test_a_postgresql_connection_is_kept_and_checked():
    server = database("postgres://reader:word@db.example:5433/portal")
    assert (server["HOST"], server["PORT"], server["NAME"]) == ("db.example", 5433, "portal")
    assert server["CONN_MAX_AGE"] is None
    assert server["CONN_HEALTH_CHECKS"]


def test_a_postgresql_statement_ends_after_seconds_unless_the_address_says_otherwise():
    def timeout(address):
        return database(address)["OPTIONS"]["options"].split("statement_timeout=")[-1]

    assert timeout("postgres://u:p@host/portal") == "20s"
    assert timeout("postgres://u:p@host/portal?options=-c%20statement_timeout=0") == "0"
    assert only_read(database("postgres://u:p@host/portal"))["OPTIONS"]["options"] == (
        "-c statement_timeout=20s -c default_transaction_read_only=on"
    )


def test_several_postgresql_hosts_are_asked_in_turn():
    server = database("postgres://u:p@replica:5432,primary:5433/portal?target_session_attrs=prefer-standby")
    assert (server["HOST"], server["PORT"]) == ("replica,primary", "5432,5433")
    assert server["OPTIONS"]["target_session_attrs"] == "prefer-standby"
    assert server["OPTIONS"]["connect_timeout"] == 2


@pytest.mark.parametrize("text", ["", "/admin", "a/b", "Quản trị"])
def test_an_admin_path_is_one_word(text):
    with pytest.raises(ValueError, match="one word"):
        path_word(text)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("DEBUG", "ture"),
        ("SITE_URL", "http://portal.example"),
        ("DATABASE_URL", "postgres://host:many/name"),
        ("SECRET_KEY", "$ecret"),
    ],
)
def test_nonsense_stops_the_start_and_is_named(name, text):
    started = start("check", **{name: text})
    assert started.returncode != 0
    assert name in started.stderr.splitlines()[-1]


@pytest.mark.parametrize("role", ["staff", "public"])
def test_deployment_behind_tls_is_clean(role):
    behind_tls = {"SITE_URL": "https://portal.example", "PORTAL_ROLE": role}
    checked = start("check", "--deploy", "--fail-level", "WARNING", **behind_tls)
    assert (checked.returncode, checked.stdout.strip()) == (0, "System check identified no issues (0 silenced).")
