from functools import cache

import pytest
from django.core.management import call_command
from django.db import connection, transaction
from django.test import Client
from django.utils.translation import get_language

from indicators import reports

from .pages import Page
from .walk import english, walk


@pytest.fixture(scope="package", autouse=True)
def portal(django_db_setup, django_db_blocker):
    """The portal with its real figures, loaded once for this package; what a test changes is undone after it."""
    with django_db_blocker.unblock(), transaction.atomic():
        call_command("load_edition", "--all", verbosity=0)
        # Else PostgreSQL checks every reference of every edition again at the end of every test.
        connection.check_constraints()
        with connection.cursor() as cursor:
            # As a database does by itself after a transaction: without it, PostgreSQL plans for empty tables.
            for table in connection.introspection.django_table_names(only_existing=True):
                cursor.execute(f"ANALYZE {table}")
        yield
        transaction.set_rollback(True)


@pytest.fixture(autouse=True)
def nothing_remembered():
    """What is kept in memory holds its stamp, and so stays good here; a test that wants to start cold says so."""


@pytest.fixture(scope="package")
def answer(portal):
    """`answer(address)`: the response of an address, asked once; for tests that only read."""
    return cache(Client().get)


@pytest.fixture(scope="package")
def content(answer):
    """`content(address)`: what an address that is there answers."""

    def content(address):
        response = answer(address)
        assert response.status_code == 200, address
        return response.content

    return content


@pytest.fixture(scope="package")
def page(content):
    """`page(address)`: a page as its reader meets it, asked and read once."""
    return cache(lambda address: Page(content(address).decode()))


@pytest.fixture
def one_report(monkeypatch):
    """`one_report(name)`: from now on a page and its files are drawn from one report of that name, made once."""

    def one_report(name):
        made, make = {}, getattr(reports, name)

        def once(catalogue, *about):
            key = (get_language(), *(each.pk for each in about))
            if key not in made:
                made[key] = make(catalogue, *about)
            return made[key]

        monkeypatch.setattr(reports, name, once)

    return one_report


@pytest.fixture(scope="package")
def addresses(content):
    """Public addresses of every kind, in Vietnamese."""
    return walk(content)


@pytest.fixture(scope="package")
def answers(addresses, answer):
    """{address: response} of public addresses of every kind, in both languages."""
    return {each: answer(each) for address in addresses for each in (address, english(address))}
