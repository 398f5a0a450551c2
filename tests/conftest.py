from pathlib import Path

import pytest
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections, connection
from django.test.utils import setup_databases, teardown_databases

BROWSER_TESTS = Path(__file__).parent / "browser"
PORTAL_TESTS = "tests/indicators/portal/"
# What a second database is asked before the other walks through real figures; and what draws, whatever the database.
FIRST_ON_POSTGRESQL = ("test_must_hold.py", "test_search.py")
DRAWING = (
    "test_archives.py",
    "test_banners.py",
    "test_compare_drawings.py",
    "test_heat.py",
    "test_maps.py",
    "test_openapi.py",
    "test_pictures.py",
    "test_pngs.py",
)
DATABASE_FIXTURES = {"db", "transactional_db", "django_db_setup", "live_server"}


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items):
    """Mark what runs in Chromium, what is worth running on a second database, and what of that can wait."""
    for item in items:
        if is_second(item):
            item.add_marker("thorough")
        if BROWSER_TESTS in item.path.parents:
            item.add_marker("browser")
        if item.get_closest_marker("django_db") or DATABASE_FIXTURES & set(item.fixturenames):
            item.add_marker("database")


def is_second(item):
    """Whether it walks through the real figures, or draws, on PostgreSQL, as it did on SQLite."""
    walks = item.nodeid.startswith(PORTAL_TESTS) and item.path.name not in FIRST_ON_POSTGRESQL
    return connection.vendor == "postgresql" and (walks or item.path.name in DRAWING)


@pytest.fixture(scope="session")
def django_db_setup(django_test_environment, django_db_modify_db_settings, django_db_blocker):
    """The test database, also for fixtures that outlive a test: pytest-django makes none for those alone."""
    with django_db_blocker.unblock():
        made = setup_databases(verbosity=0, interactive=False)
    yield
    with django_db_blocker.unblock():
        teardown_databases(made, verbosity=0)


@pytest.fixture(autouse=True)
def nothing_remembered():
    """What is kept in memory between requests is thrown away between tests."""
    from indicators import caching

    caching.forget()


@pytest.fixture
def open_connection():
    """Requests by the door of a server leave the test's connection open, as those of Django's client do."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.fixture
def application(open_connection):
    """The whole portal as a server calls it, with nothing in memory yet."""
    from reformportal.page_cache import PageCache

    return PageCache(get_wsgi_application(), 1024 * 1024)


@pytest.fixture
def land(db):
    """The imaginary country of tests/country.py without its figures."""
    from .country import built_once, settle

    built_once(settle)


@pytest.fixture
def country(db):
    """The imaginary country with its editions, loaded and published."""
    from .country import Country, built_once, settle_and_publish

    built_once(settle_and_publish)
    return Country()


@pytest.fixture
def ledger(country):
    """The imaginary country with the ledger of tests/ledger.py published beside its indices."""
    from .ledger import publish_ledger

    return publish_ledger()
