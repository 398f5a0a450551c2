"""At most ten queries a page, cold or warm, and no more for 63 provinces than for one."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from indicators import caching

from .drafts import citation, load
from .printed import BY_YEAR
from .walk import one_of_each

pytestmark = pytest.mark.django_db

MOST = 10
ARCHIVES = "/data/"
OF_AN_EDITION = [
    "/",
    "/rankings/",
    "/rankings/par-index/2022/",
    "/rankings/par-index/2022/?region=northern-midlands-mountains&order=name",
    "/rankings/par-index/2022.csv",
    "/rankings/par-index/2022.xlsx",
    "/rankings/par-index/2022.json",
    "/provinces/ha-giang/",
    "/provinces/ha-giang.json",
    "/sources/vietnamplus-2023/",
    "/sources/",
]


def test_no_page_asks_more_than_ten_queries(addresses):
    asked = {
        address: cold_and_warm(address) for address in one_of_each(addresses) if not address.startswith(ARCHIVES[:-1])
    }
    assert {address: counts for address, counts in asked.items() if max(counts) > MOST} == {}


def test_archives_are_made_once_and_then_asked_for(addresses):
    """They read edition by edition, for the sake of memory; the first to ask after a publication has them made."""
    caching.forget()
    Client().get(ARCHIVES)
    asked = {address: queries(address) for address in one_of_each(addresses) if address.startswith(ARCHIVES[:-1])}
    assert ARCHIVES in asked
    assert {address: count for address, count in asked.items() if count > MOST} == {}


def test_a_page_that_is_not_there_asks_no_more_either():
    assert max(cold_and_warm("/provinces/long-ann/")) <= MOST


def test_63_provinces_ask_no_more_queries_than_one(tmp_path):
    edition = BY_YEAR["par-index", 2022]
    rows = [citation(province, rank) for rank, province in enumerate(edition.provinces, start=1)]
    counts = []
    for shown in (rows[:1], rows):
        load(tmp_path, edition, shown, publish=True)
        counts.append({address: cold_and_warm(address) for address in OF_AN_EDITION})
    assert counts[0] == counts[1]


def cold_and_warm(address):
    """The queries of an address with nothing in memory, and of the same again."""
    caching.forget()
    return queries(address), queries(address)


def queries(address):
    with CaptureQueriesContext(connection) as asked:
        Client().get(address)
    return len(asked)
