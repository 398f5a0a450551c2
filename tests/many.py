"""Tests of each of many: `make test` asks them of a few, `make thorough` of all the others."""

import pytest


def each(name, values, few):
    """Parametrize a test by every value; of those that are not among the few it is thorough."""
    assert set(few) <= {str(value) for value in values}, few
    marked = [value if str(value) in few else pytest.param(value, marks=pytest.mark.thorough) for value in values]
    return pytest.mark.parametrize(name, marked, ids=str)
