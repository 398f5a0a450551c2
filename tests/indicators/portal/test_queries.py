"""At most ten queries a page, cold or warm, no more for 63 provinces than for one; archives, once, seven a series."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from indicators import caching
from indicators.models import Edition, Publication

from .drafts import citation, load
from .printed import BY_YEAR
from .walk import one_of_each

pytestmark = pytest.mark.django_db

MOST = 10
ARCHIVES = "/data"
MOST_OF_ARCHIVES = 42  # once a publication: all archives of all series are made for the first who asks
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
    asked = {each: cold_and_warm(each) for each in one_of_each(addresses) if not each.startswith(ARCHIVES)}
    assert {address: counts for address, counts in asked.items() if max(counts) > MOST} == {}


def test_archives_ask_more_for_the_first_alone(addresses):
    caching.forget()
    first, *others = [queries(each) for each in one_of_each(addresses) if each.startswith(ARCHIVES)]
    assert first <= MOST_OF_ARCHIVES
    assert len(others) > 3
    assert max(others) <= MOST


@pytest.mark.thorough
def test_archives_ask_as_many_queries_for_one_edition_of_a_series_as_for_all():
    """But one: a series with one edition has no year before."""
    all_of_them, _warm = cold_and_warm("/data/portal.zip")
    newest = {each.series_id: each.pk for each in Edition.objects.published().order_by("year")}
    Edition.objects.exclude(pk__in=newest.values()).update(status=Edition.Status.DRAFT)
    Publication.objects.renew()
    assert cold_and_warm("/data/portal.zip")[0] in range(all_of_them - len(newest), all_of_them + 1)


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
