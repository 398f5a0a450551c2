import pytest
from django.core.management import call_command
from django.db import transaction

from provinces.gazetteer import Gazetteer
from provinces.names import Register


@pytest.fixture(scope="module")
def real_provinces(django_db_setup, django_db_blocker):
    """The portal's own provinces, loaded once for the tests of a module that only read."""
    with django_db_blocker.unblock(), transaction.atomic():
        call_command("loaddata", "fixtures/provinces.json", "fixtures/districts.json", verbosity=0)
        yield
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def gazetteer(real_provinces):
    return Gazetteer.read()


@pytest.fixture(scope="module")
def register(real_provinces):
    return Register.read()
