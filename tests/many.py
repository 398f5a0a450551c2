"""Tests of each of many: `make test` asks them of a few, `make thorough` of all the others."""

import pytest


def many(name, values, few, ids=str):
    """Parametrize a test by every value; of those that are not among the few it is thorough."""
    assert all(value in values for value in few), few
    marked = [value if value in few else pytest.param(value, marks=pytest.mark.thorough) for value in values]
    return pytest.mark.parametrize(name, marked, ids=ids)
