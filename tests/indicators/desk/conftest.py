"""`thu` loads, `ha` publishes, `lan` may do both, `khach` may only sign in."""

import pytest
from django.test import Client

from ...people import LOADERS, PUBLISHERS, person


def signed_in(name, *groups):
    client = Client()
    client.person = person(name, *groups)
    client.force_login(client.person)
    return client


@pytest.fixture
def thu(country):
    return signed_in("thu", LOADERS)


@pytest.fixture
def ha(country):
    return signed_in("ha", PUBLISHERS)


@pytest.fixture
def lan(country):
    return signed_in("lan", LOADERS, PUBLISHERS)


@pytest.fixture
def khach(country):
    return signed_in("khach")
