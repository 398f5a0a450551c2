"""One component through the years, and all of them: names, maxima, what is known, nothing mixed."""

import json
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from indicators import caching, reports
from indicators.catalogue import Catalogue
from indicators.models import Component
from indicators.reports.components import Span

from ..country import compiled, publish

PROCEDURES = "/components/par-index/procedures"


@pytest.fixture
def enough(monkeypatch):
    """`enough(n)`: so many known provinces are enough for first places and a median."""

    def enough(count):
        monkeypatch.setattr("indicators.statistics.ENOUGH", count)

    return enough


def report(series="par-index", slug="procedures"):
    return reports.component(Catalogue(), series, slug)


def year(found, asked):
    return next(row for row in found.rows if row["year"] == asked)


def cells(found, asked, *keys):
    return tuple(year(found, asked)[key] for key in keys)


def test_a_component_has_a_row_for_each_edition_it_is_a_part_of(country):
    assert [row["year"] for row in report().rows] == [2025, 2024, 2023]


def test_a_year_of_which_nothing_is_known_counts_none(country):
    assert cells(report(), 2023, "known", "of", "points", "percent", "ranks", "highest") == (0, 6, 0, 0, 0, None)


def test_points_and_shares_are_counted_apart_and_never_compared(country, enough):
    enough(1)
    keys = ("points", "percent", "unit", "median", "highest", "lowest")
    assert cells(report(), 2024, *keys) == (2, 1, None, None, None, None)


def test_a_rank_in_a_region_alone_is_not_known(country):
    assert cells(report(slug="overall"), 2024, "known", "of", "percent", "ranks") == (5, 6, 4, 5)


def test_the_ends_of_a_year_keep_their_printed_digits_and_sources(country):
    found = report(slug="overall")
    assert cells(found, 2024, "highest_province", "highest_source", "lowest_source") == (
        ["an-binh"],
        "gazette",
        "paper",
    )
    assert [str(figure) for figure in cells(found, 2024, "highest", "lowest")] == ["84.00", "79.50"]


def test_all_that_share_the_lowest_score_are_named(country):
    assert cells(report(slug="overall"), 2023, "lowest", "lowest_province") == (
        Decimal("75.50"),
        ["ea-loc", "gia-thuy"],
    )


def test_a_derived_end_is_marked(country):
    """Cao Hải's 79.50 follows from Gia Thủy's; both are lowest, and the one named first is the derived one."""
    assert cells(report(slug="overall"), 2024, "derived") == (["lowest"],)


def test_there_is_no_median_below_twenty_known_scores(country):
    assert {row["median"] for row in report("papi", "overall").rows} == {None}


def test_a_median_stands_in_the_middle_of_enough_scores(country, enough):
    enough(5)
    assert [str(row["median"]) for row in report("papi", "overall").rows] == ["49", "39.5", "39.55"]


def test_ranks_are_not_counted_where_none_are_announced(country):
    assert {row["ranks"] for row in report("papi", "overall").rows} == {None}


def test_the_announced_mean_of_a_component_stands_in_its_year(country):
    keys = ("mean", "mean_unit", "mean_source")
    assert cells(report(slug="institutions"), 2024, *keys) == (Decimal("49.00"), "points", "gazette")


def test_the_mean_of_the_whole_is_neither_that_of_a_region_nor_of_a_part(country):
    assert [str(each["value"].normalize()) for each in report(slug="overall").aggregates] == ["81.25"]


def test_below_twenty_known_the_newest_edition_with_any_is_listed(country):
    standing = report().standing
    assert (standing.edition.year, standing.known, standing.is_enough) == (2024, 3, False)
    assert [row["province"] for row in standing.rows] == ["an-binh", "bao-son", "cao-hai"]


def test_the_newest_edition_with_enough_known_is_ranked(country, enough):
    enough(4)
    standing = report(slug="overall").standing
    assert (standing.edition.year, standing.known, standing.is_enough) == (2024, 5, True)


def test_positions_of_a_compiled_index_are_counted_among_the_known(country, enough):
    enough(5)
    rows = report("papi", "overall").standing.rows
    assert [(row["province"], row["rank"], row["of"]) for row in rows[:2]] == [("bao-son", 1, 5), ("an-binh", 2, 5)]


def test_a_component_nobody_has_figures_of_has_no_standing(country):
    assert report("papi", "participation").standing is None


def test_names_and_maxima_come_by_rules(country):
    spans = [(span.years, span.rules, span.maximum) for span in report("papi", "overall").spans]
    assert spans == [("2022–2023", "papi-a", 60), ("2024–2025", "papi-b", 80)]


def test_neighbouring_years_that_say_the_same_are_one_span(country):
    part = Component.objects.get(series__slug="par-index", slug="procedures")
    part.criteria.update(year_to=2024)
    part.criteria.create(rules="par-a", name_vi="Tên mới", name_en="New", maximum=None, year_from=2025, year_to=2025)
    assert [(span.years, span.name, span.maximum) for span in report().spans] == [
        ("2023–2024", "Cải cách thủ tục hành chính", 40),
        ("2025", "Tên mới", None),
    ]


def test_maxima_of_years_apart_are_not_joined():
    spans = [
        Span("a", "x", maximum, first, last)
        for maximum, first, last in [(13, 2018, 2018), (None, 2019, 2021), (13, 2022, 2024)]
    ]
    assert reports.maxima(spans) == {
        "known": [{"maximum": 13, "years": "2018, 2022–2024"}],
        "unknown": "2019–2021",
        "is_one": False,
    }


def test_the_list_counts_the_editions_that_know_a_component(country):
    rows = {(row["series"], row["component"], row["year_from"]): row for row in reports.components(Catalogue()).rows}
    assert [(rows[key]["editions"], rows[key]["of"]) for key in rows] == [
        (3, 3),
        (1, 3),
        (1, 3),
        (1, 1),
        (2, 2),
        (0, 1),
        (0, 2),
    ]


@pytest.mark.parametrize("address", [f"{PROCEDURES}/", "/components/papi/overall/", "/components/"])
def test_a_page_asks_no_more_for_more_editions(country, client, address):
    def asked():
        caching.forget()
        with CaptureQueriesContext(connection) as queries:
            assert client.get(address).status_code == 200
        return len(queries)

    before = asked()
    publish(compiled({"an-binh": 50}), "papi", 2025, method="compiled", rules="papi-b", comparable="yes")
    assert before == asked() <= 10


def test_the_page_says_what_the_report_says(country, client):
    page = client.get(f"{PROCEDURES}/").content.decode()
    assert "2 theo điểm, 1 theo %" in page
    assert '34,00<span class="quiet">/40</span>' in page
    assert "75,00%" in page
    assert 'href="/rankings/par-index/2024/?component=procedures"' in page


def test_files_say_what_the_page_says(country, client):
    body = json.loads(client.get(f"{PROCEDURES}.json").content)
    row = next(row for row in body["rows"] if row["year"] == 2024)
    assert (row["points"], row["percent"], row["median"], row["maximum"]) == (2, 1, None, 40)
    lines = client.get(f"{PROCEDURES}.csv").content.decode().splitlines()
    assert lines[2].startswith("par-index,procedures,2024,1,par-a,Cải cách thủ tục hành chính,40,3,6,3,2,1,,")


@pytest.mark.parametrize(
    "address", ["/components/papi/procedures/", "/components/nothing/overall/", "/components/par-index/nothing.csv"]
)
def test_a_component_that_no_index_has_is_not_there(country, client, address):
    assert client.get(address).status_code == 404


def test_a_ranking_leads_to_its_component(country, client):
    page = client.get("/rankings/par-index/2024/?component=procedures").content.decode()
    assert f'<a href="{PROCEDURES}/">' in page


def test_years_that_may_not_be_compared_are_parted(country, client):
    page = client.get("/components/papi/overall/").content.decode()
    assert "Từ năm 2024 không so sánh với các năm trước." in page
