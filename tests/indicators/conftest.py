import pytest
from django.utils import translation


@pytest.fixture(autouse=True)
def in_vietnamese():
    """Each test begins in the language of the portal, whatever the one before it left."""
    with translation.override("vi"):
        yield
