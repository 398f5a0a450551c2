"""Who stands where: the answer that every drawing of a ranking is made from."""

from decimal import Decimal

import pytest

from indicators.catalogue import Catalogue
from provinces.models import Province

from ..country import COMPILED, FILES, compiled, publish, send

HEADING = "province,component,score,unit,rank,source\n"


def by_province(rows, *keys):
    """{province: what its row says under these keys}."""
    return {row["province"]: tuple(row[key] for key in keys) if len(keys) > 1 else row[keys[0]] for row in rows}


def keys_of(*provinces):
    return set(Province.objects.filter(slug__in=provinces).values_list("pk", flat=True))


def test_ranks_are_those_announced_and_the_unknown_stand_last(country):
    assert [(row["province"], row["rank"]) for row in country.ranking().rows] == [
        ("an-binh", 1),
        ("bao-son", 2),
        ("cao-hai", 3),
        ("dong-ha", 4),
        ("gia-thuy", 5),
        ("ea-loc", None),
    ]


def test_a_province_without_any_row_is_listed_too(country):
    report = country.ranking(year=2023)
    assert report.rows[-1]["province"] == "cao-hai"
    assert by_province(report.unknown, "score", "rank", "printed") == {"cao-hai": (None, None, None)}


def test_a_rank_in_the_region_alone_is_not_known_nationally(country):
    report = country.ranking()
    assert by_province(report.unknown, "region_rank") == {"ea-loc": 2}
    assert report.coverage == (5, 6)


def test_a_score_has_the_digits_of_its_source(country):
    printed = by_province(country.ranking().rows, "printed")
    assert (printed["an-binh"], printed["bao-son"], printed["dong-ha"]) == ("84.00", "82.0", None)


def test_every_rank_has_the_number_ranked(country):
    assert set(by_province(country.ranking().rows, "of").values()) == {6}


def test_changes_since_the_year_before_are_in_points_and_places(country):
    assert by_province(country.ranking().rows, "change", "rank_change") == {
        "an-binh": (4, 1),
        "bao-son": (0, -1),
        "cao-hai": (None, None),
        "dong-ha": (None, -1),
        "gia-thuy": (4, -1),
        "ea-loc": (None, None),
    }


@pytest.mark.parametrize("year", [2023, 2025])
def test_there_is_no_change_without_a_year_before_or_across_eras(country, year):
    report = country.ranking(year=year)
    assert set(by_province(report.rows, "change", "rank_change").values()) == {(None, None)}
    assert report.before is None


def test_there_is_no_change_across_scales(country):
    report = country.ranking("papi", 2024)
    assert set(by_province(report.rows, "change", "rank_change").values()) == {(None, None)}
    assert report.years == [2024]


def test_there_is_a_change_across_rules_that_can_be_compared_with_care(country):
    publish(FILES["par-index", 2024], comparable="mark")
    assert by_province(country.ranking().rows, "change")["an-binh"] == 4


def test_there_is_no_change_across_a_year_that_is_missing(land):
    publish(FILES["papi", 2022], "papi", 2022)
    publish(compiled(COMPILED[2023]), "papi", 2024, comparable="yes")
    catalogue = Catalogue()
    assert catalogue.year_before(catalogue.edition("papi", 2024)) is None


def test_there_is_no_change_in_points_between_two_units(country):
    publish(HEADING + "an-binh,institutions,80,%,1,paper\n", year=2023)
    row = country.ranking(component="institutions").rows[0]
    assert (row["change"], row["rank_change"]) == (None, 0)


@pytest.mark.parametrize("series", ["par-index", "papi"])
def test_a_filter_changes_which_rows_are_shown_and_nothing_in_them(country, series):
    whole = country.ranking(series, 2023)
    shown = keys_of("dong-ha", "gia-thuy")
    some = country.ranking(series, 2023, shown=shown)
    figures = ("rank", "of", "score", "change", "rank_change")
    assert by_province(some.rows, *figures) == {
        province: cells
        for province, cells in by_province(whole.rows, *figures).items()
        if province in ("dong-ha", "gia-thuy")
    }


def test_a_filter_changes_nothing_that_is_counted(country):
    whole, some = country.ranking(), country.ranking(shown=keys_of("ea-loc"))
    for counted in ("coverage", "gaps", "known", "median", "history"):
        assert getattr(some, counted) == getattr(whole, counted)
    assert (whole.is_whole, some.is_whole) == (True, False)


def test_a_filter_may_leave_nobody(country):
    assert country.ranking(shown=set()).rows == []


@pytest.mark.parametrize(
    ("order", "first_to_last"),
    [
        ("rank", "an-binh bao-son cao-hai dong-ha gia-thuy ea-loc"),
        ("-rank", "gia-thuy dong-ha cao-hai bao-son an-binh ea-loc"),
        ("name", "an-binh bao-son cao-hai dong-ha ea-loc gia-thuy"),
        ("-name", "gia-thuy ea-loc dong-ha cao-hai bao-son an-binh"),
        ("score", "an-binh bao-son cao-hai gia-thuy dong-ha ea-loc"),
        ("-score", "cao-hai gia-thuy bao-son an-binh dong-ha ea-loc"),
        ("change", "an-binh gia-thuy bao-son cao-hai dong-ha ea-loc"),
        ("-change", "bao-son an-binh gia-thuy cao-hai dong-ha ea-loc"),
        ("region", "an-binh bao-son cao-hai dong-ha gia-thuy ea-loc"),
    ],
)
def test_rows_are_sorted_by_any_column_with_the_unknown_last(country, order, first_to_last):
    assert " ".join(row["province"] for row in country.ranking(order=order).rows) == first_to_last


def test_positions_of_a_compiled_index_count_the_known(country):
    assert by_province(country.ranking("papi", 2024).rows, "rank", "of") == {
        "bao-son": (1, 5),
        "an-binh": (2, 5),
        "dong-ha": (3, 5),
        "ea-loc": (4, 5),
        "gia-thuy": (4, 5),
        "cao-hai": (None, 5),
    }


def test_positions_say_that_they_were_computed(country):
    report = country.ranking("papi", 2024)
    assert (report.is_computed, report.columns[3].label) == (True, "Vị trí (Cổng tự tính)")
    assert by_province(report.rows, "derived")["an-binh"] == ["rank"]


def test_positions_change_where_all_are_known_in_both_years(country):
    places = by_province(country.ranking("papi", 2023).rows, "rank_change")
    assert places == {"an-binh": 2, "bao-son": -1, "cao-hai": -2, "dong-ha": 0, "ea-loc": 0, "gia-thuy": 0}


@pytest.mark.parametrize("year", [2022, 2023])
def test_positions_among_different_provinces_have_no_change_but_scores_have(country, year):
    terms = {} if year == 2022 else {"comparable": "yes"}
    known = {province: score for province, score in COMPILED[year].items() if province != "gia-thuy"}
    publish(compiled(known), "papi", year, **terms)
    rows = country.ranking("papi", 2023).rows
    assert set(by_province(rows, "rank_change").values()) == {None}
    assert by_province(rows, "change")["an-binh"] == Decimal("1.9")


def test_derived_figures_are_marked_each_for_itself(country):
    derived = by_province(country.ranking().rows, "derived")
    assert (derived["an-binh"], derived["cao-hai"], derived["dong-ha"]) == ([], ["score"], ["rank", "rank_change"])


def test_an_announced_tie_keeps_its_rank(country):
    tied = {row["province"]: row["rank"] for row in country.ranking(year=2023).rows if row["is_tied"]}
    assert tied == {"ea-loc": 4, "gia-thuy": 4}


@pytest.mark.parametrize("year", [2023, 2024])
def test_gaps_are_the_places_that_nobody_known_holds(country, year):
    assert country.ranking(year=year).gaps == [(6, 6)]


def test_positions_have_no_gaps(country):
    assert country.ranking("papi", 2024).gaps == []


def test_a_few_known_scores_have_no_median_and_no_strip(country):
    report = country.ranking()
    assert (report.median, report.has_strip) == (None, False)


def test_each_citation_is_told_with_its_source_and_mark(country):
    cited = by_province(country.ranking().rows, "citations")["bao-son"]
    told = [(each["mark"], each["source"], each["paragraph"], each["printed"], each["rank"]) for each in cited]
    assert told == [(1, "gazette", 2, "82.0", 2), (2, "paper", None, "82.4", None)]


def test_sources_are_numbered_in_the_order_in_which_a_reader_meets_them(country):
    told = [(each["mark"], each["source"], each["paragraph"]) for each in country.ranking().sources]
    assert told == [(1, "gazette", 2), (2, "paper", None), (3, "gazette", 5)]


def test_notes_and_derivations_stand_beside_their_figure(country):
    notes = by_province(country.ranking().rows, "note")
    assert (notes["bao-son"], notes["cao-hai"]) == ("Báo mới ghi 82.4. In nhầm", "Bằng Gia Thủy")


def test_figures_of_all_are_those_of_the_component(country):
    whole = [(each["fact"], each["region"], each["printed"]) for each in country.ranking().aggregates]
    part = [(each["fact"], each["printed"]) for each in country.ranking(component="institutions").aggregates]
    assert whole == [("mean", None, "81.25"), ("mean", "north", "81.83"), ("survey_citizens", None, "12000")]
    assert part == [("mean", "49.00")]


def test_a_component_in_two_units_keeps_each(country):
    units = by_province(country.ranking(component="procedures").rows, "printed", "unit")
    assert (units["an-binh"], units["cao-hai"]) == (("34.00", "points"), ("75.00", "%"))


def test_history_joins_the_years_that_can_be_compared(country):
    report = country.ranking()
    assert report.years == [2023, 2024]
    assert report.history["an-binh"] == {2023: 80, 2024: 84}
    assert report.history["cao-hai"] == {2024: Decimal("79.5")}


def test_the_provinces_are_those_of_the_day(country):
    rows = country.ranking(year=2025).rows
    assert by_province(rows, "name") == {"an-binh": "An Bình", "bao-son-2025": "Bảo Sơn", "nam-lam": "Nam Lâm"}


def test_a_correction_is_read_in_place_of_what_it_corrects(country):
    publish(FILES["par-index", 2024].replace("84.00", "84.20"))
    report = country.ranking()
    assert (report.edition.revision, report.rows[0]["printed"], report.rows[0]["change"]) == (
        2,
        "84.20",
        Decimal("4.2"),
    )


def test_a_draft_changes_nothing_that_is_read(country):
    before = country.ranking().rows
    send(FILES["par-index", 2024].replace("84.00", "84.20"))
    send(FILES["par-index", 2023].replace("80.00", "80.20"), year=2023)
    assert country.ranking().rows == before
