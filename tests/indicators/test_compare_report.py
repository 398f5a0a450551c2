"""Provinces side by side: the answer that the lines, the tables and the files are drawn from."""

from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from indicators import compare_words, reports
from indicators.catalogue import Catalogue

from ..country import FILES, publish, send
from .compared import compared

FIGURES = ("rank", "of", "region_rank", "score", "unit", "printed", "change", "rank_change", "derived", "note")


def keys(report):
    return [(row["component"], row["province"], row["year"]) for row in report.rows]


def apart(report):
    """How far each further province is from the first one: (points, places)."""
    return [(each.points, each.places) for each in report.differences]


def test_rows_come_by_component_then_as_asked_then_from_the_newest_year(country):
    assert keys(compared("bao-son", "an-binh")) == [
        ("overall", "bao-son", 2024),
        ("overall", "bao-son", 2023),
        *[("overall", "an-binh", year) for year in (2025, 2024, 2023)],
        ("institutions", "bao-son", 2024),
        ("institutions", "an-binh", 2024),
        ("procedures", "bao-son", 2024),
        ("procedures", "an-binh", 2024),
    ]


def test_a_component_asked_for_comes_alone(country):
    assert keys(compared("cao-hai", component="procedures")) == [("procedures", "cao-hai", 2024)]


@pytest.mark.parametrize("series", ["par-index", "papi"])
def test_a_comparison_and_a_ranking_say_the_same(country, series):
    report = compared("an-binh", "bao-son", "cao-hai", "dong-ha", "ea-loc", series=series)
    for row in report.rows:
        rows = country.ranking(series, row["year"], component=row["component"]).rows
        (ranked,) = [each for each in rows if each["province"] == row["province"]]
        assert {key: row[key] for key in FIGURES} == {key: ranked[key] for key in FIGURES}


def test_a_row_has_the_name_of_its_day_and_its_revision(country):
    publish(FILES["par-index", 2024].replace("84.00", "84.20"))
    (row,) = [row for row in compared("an-binh").rows if (row["component"], row["year"]) == ("overall", 2024)]
    assert (row["name"], row["revision"], row["printed"], row["component_name"]) == (
        "An Bình",
        2,
        "84.20",
        "Chỉ số tổng hợp",
    )


def test_no_province_has_no_rows_and_asks_nothing(country):
    catalogue = Catalogue()
    with CaptureQueriesContext(connection) as queries:
        report = reports.compare(catalogue, [], catalogue.series[0])
    assert (report.rows, report.common, report.differences, len(queries)) == ([], [], [], 0)


@pytest.mark.parametrize("series", ["par-index", "papi"])
def test_five_provinces_cost_the_same_queries_as_two(country, series):
    slugs = ("an-binh", "bao-son", "cao-hai", "dong-ha", "ea-loc")
    asked = []
    for number in (2, 5):
        with CaptureQueriesContext(connection) as queries:
            compared(*slugs[:number], series=series)
        asked.append(len(queries))
    assert asked[0] == asked[1]


def test_differences_are_of_the_newest_year_that_all_have(country):
    report = compared("an-binh", "bao-son", "cao-hai")
    assert [row["year"] for row in report.common] == [2024, 2024, 2024]
    assert apart(report) == [(Decimal("-2.00"), -1), (Decimal("-4.50"), -2)]


def test_a_year_in_which_one_is_unknown_is_passed_over(country):
    report = compared("an-binh", "ea-loc")
    assert report.common[0]["year"] == 2023
    assert apart(report) == [(Decimal("-4.50"), -2)]


def test_a_rank_without_a_score_differs_in_places_alone(country):
    report = compared("gia-thuy", "dong-ha")
    assert apart(report) == [(None, 1)]
    assert report.differences[0].derived == {"rank"}


def test_a_difference_rests_on_the_derived_figure_of_either_province(country):
    found = {slug: compared("an-binh", slug).differences[0].derived for slug in ("bao-son", "cao-hai")}
    assert found == {"bao-son": set(), "cao-hai": {"score"}}


def test_there_is_no_difference_in_points_between_two_units(country):
    assert apart(compared("an-binh", "cao-hai", component="procedures")) == [(None, -2)]


def test_positions_differ_in_the_newest_year_that_all_have(country):
    report = compared("an-binh", "cao-hai", series="papi")
    assert (report.common[0]["year"], apart(report)) == (2023, [(-2, -2)])
    assert report.differences[0].derived == set()


@pytest.mark.parametrize("slugs", [("bao-son", "bao-son-2025"), ("dong-ha", "nam-lam"), ("bao-son", "nam-lam")])
def test_provinces_of_two_eras_have_no_difference(country, slugs):
    report = compared(*slugs)
    assert (report.common, report.differences) == ([], [])
    assert "hai giai đoạn" in compare_words.no_common_year(report)


def test_provinces_of_one_era_are_compared_in_it(country):
    assert apart(compared("an-binh", "bao-son-2025")) == [(-2, -1)]


def test_one_province_has_no_difference(country):
    report = compared("an-binh")
    assert (report.common, compare_words.no_common_year(report), compare_words.lead(report)) == ([], "", [])


def test_a_draft_changes_nothing_that_is_compared(country):
    before = compared("an-binh", "bao-son").rows
    send(FILES["par-index", 2024].replace("84.00", "84.20"))
    assert compared("an-binh", "bao-son").rows == before


def test_sources_are_numbered_as_rows_name_them(country):
    report = compared("an-binh", "bao-son")
    marks = {citation["mark"]: citation["source"] for row in report.rows for citation in row["citations"]}
    assert marks == {source["mark"]: source["source"] for source in report.sources}


def test_what_is_said_of_a_new_scale_is_told_with_its_year(country):
    note = {"note_vi": "Thang điểm từ 60 lên 80", "note_en": "The scale went from 60 to 80"}
    publish(FILES["papi", 2024], "papi", 2024, comparable="no", **note)
    assert compared("an-binh", series="papi").notes == ["2024: Thang điểm từ 60 lên 80"]
    assert compared("cao-hai", series="papi").notes == []


def test_a_note_of_several_editions_is_told_once(country):
    note = {"note_vi": "Chưa rõ cách tính", "note_en": "The method is not known"}
    for year in (2023, 2024):
        publish(FILES["papi", year], "papi", year, comparable="mark", **note)
    assert compared("an-binh", series="papi").notes == ["2023, 2024: Chưa rõ cách tính"]
