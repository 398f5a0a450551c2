"""All that a page reads is of one moment."""

import pytest
from django.db import connection
from django.db.utils import ConnectionHandler

from indicators import caching
from reformportal.environment import SQLITE_OPTIONS

pytestmark = pytest.mark.django_db


@pytest.fixture
def database(tmp_path, monkeypatch):
    """`database(sql, alias)`: the first answer of a reader ("default") or a writer, who share a table of one number."""
    settings = {**connection.settings_dict, "ATOMIC_REQUESTS": False}
    if connection.vendor == "sqlite":
        settings |= {"NAME": tmp_path / "file.sqlite3", "OPTIONS": SQLITE_OPTIONS}
    handler = ConnectionHandler({"default": settings, "writer": settings})
    monkeypatch.setattr(caching, "connections", handler)

    def told(sql, alias="default"):
        with handler[alias].cursor() as cursor:
            cursor.execute(sql)
            return cursor.fetchone()[0] if cursor.description else None

    told("CREATE TABLE seen (number integer)", "writer"), told("INSERT INTO seen VALUES (1)", "writer")
    yield told
    told("DROP TABLE seen", "writer")
    handler.close_all()


def test_what_is_published_meanwhile_is_not_seen(database):
    with caching.one_state():
        assert database("SELECT number FROM seen") == 1
        database("UPDATE seen SET number = 2", "writer")
        assert database("SELECT number FROM seen") == 1
    assert database("SELECT number FROM seen") == 2


def test_a_reader_does_not_hold_up_a_writer(database):
    database("BEGIN IMMEDIATE" if connection.vendor == "sqlite" else "BEGIN", "writer")
    database("UPDATE seen SET number = 3", "writer")
    with caching.one_state():
        assert database("SELECT number FROM seen") == 1
    database("COMMIT", "writer")
    assert database("SELECT number FROM seen") == 3


def test_a_connection_that_broke_is_opened_anew(database):
    with caching.one_state():
        caching.connections["default"].connection.close()
    assert database("SELECT number FROM seen") == 1
