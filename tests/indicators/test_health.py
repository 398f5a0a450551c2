"""How whole the figures are: what is known, and what the checks of an edition found, in words with links."""

import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from indicators import caching, reports
from indicators.catalogue import Catalogue
from indicators.models import Edition

from ..country import compiled, publish


def told(series, year):
    rows = reports.health(Catalogue()).editions
    return next(row for row in rows if (row["series"], row["year"]) == (series, year))


def checks(series, year):
    rows = reports.health(Catalogue()).rows
    return [row for row in rows if (row["series"], row["year"]) == (series, year)]


@pytest.fixture
def page(country, client):
    return client.get("/health/").content.decode()


def test_an_edition_says_how_many_provinces_it_knows(country):
    row = told("par-index", 2024)
    assert (row["known"], row["of"], str(row["announced_on"]), row["method"]) == (5, 6, "2025-04-06", "announced")


def test_a_compiled_index_is_counted_among_all_provinces(country):
    assert [told("papi", year)["known"] for year in (2022, 2024)] == [6, 5]


def test_checks_are_those_stored_with_the_edition(country):
    stored = [(each["check"], each["component"], each["state"]) for each in country.edition().checks]
    assert [(row["check"], row["component"], row["state"]) for row in checks("par-index", 2024)] == stored


def test_nothing_is_checked_anew(country):
    made_up = {"check": "complete", "component": "overall", "state": "agree", "count": 6, "rows": []}
    Edition.objects.filter(series__slug="papi", year=2024).update(checks=[made_up])
    assert [row["count"] for row in checks("papi", 2024)] == [6]


def test_states_are_counted(country):
    row = told("par-index", 2024)
    assert (row["agree"], row["differ"], row["cannot"]) == (3, 2, 1)


def test_an_edition_without_checks_is_listed_too(country, client):
    Edition.objects.filter(series__slug="papi", year=2024).update(checks=[])
    assert (told("papi", 2024)["agree"], checks("papi", 2024)) == (0, [])
    assert "không có kiểm tra nào" in client.get("/health/").content.decode()


def test_provinces_that_differ_are_named_with_links(page):
    pair = '<a href="/provinces/cao-hai/">Cao Hải</a> và <a href="/provinces/gia-thuy/">Gia Thủy</a>'
    assert f"Cùng điểm đã in nhưng khác thứ hạng: {pair}" in page


def test_a_check_leads_to_the_ranking_it_is_about(page):
    assert '<a href="/rankings/par-index/2024/?component=institutions">Cải cách thể chế</a>' in page


def test_what_differs_stands_first(page):
    first, rest = page.split('id="what"')
    assert first.count("Lệch") == 1
    assert "Tổng điểm thành phần lệch với điểm tổng hợp" in first
    assert "Tổng điểm thành phần lệch với điểm tổng hợp" in rest


def test_names_of_provinces_are_escaped(country, client):
    from provinces.models import Province

    Province.objects.filter(slug="cao-hai").update(name_vi="<b>Cao</b>")
    assert "<b>Cao</b>" not in client.get("/health/").content.decode()


def test_each_series_shows_how_much_of_it_is_known(page):
    assert "Đã biết 17/18 lượt tỉnh, thành phố của 3 kỳ công bố." in page


def test_files_give_the_checks(country, client):
    rows = json.loads(client.get("/health.json").content)["rows"]
    assert [row["provinces"] for row in rows if row["check"] == "equal-scores"] == [["cao-hai, gia-thuy"]]
    assert '"cao-hai, gia-thuy"' in client.get("/health.csv").content.decode()


def test_the_page_asks_no_more_for_more_editions(country, client):
    def asked():
        caching.forget()
        with CaptureQueriesContext(connection) as queries:
            client.get("/health/")
        return len(queries)

    before = asked()
    publish(compiled({"an-binh": 50}), "papi", 2025, method="compiled", rules="papi-b", comparable="yes")
    assert before == asked() <= 10


def test_a_draft_is_not_told_of(country, client):
    Edition.objects.filter(series__slug="par-index", year=2023).update(status=Edition.Status.DRAFT)
    assert {row["year"] for row in reports.health(Catalogue()).of("par-index")} == {2024, 2025}
