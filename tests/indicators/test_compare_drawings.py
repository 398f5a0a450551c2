"""Provinces side by side, drawn and told: the same figures as the rows, and nothing across eras or scales."""

import pytest

from indicators import compare_charts, compare_words
from indicators.catalogue import Catalogue

from ..country import COMPILED, FILES, compiled, publish
from .compared import compared, drawn

HEADING = "province,component,score,unit,rank,source\n"


def test_a_chart_gives_the_figures_of_the_rows(country):
    report = compared("an-binh", "bao-son")
    chart = compare_charts.lines(report, Catalogue(), "score")
    for line, place in zip(chart["series"], report.places, strict=True):
        rows = report.side(place)
        assert line["values"] == [year in rows and float(rows[year]["score"]) or None for year in chart["years"]]
        assert line["printed"] == [
            year in rows and rows[year]["printed"].replace(".", ",") or None for year in chart["years"]
        ]


def test_a_chart_of_ranks_runs_over_all_that_were_ranked(country):
    chart = drawn("an-binh", "dong-ha", what="rank")
    assert (chart["reverse"], chart["of"], chart["unit"]) == (True, 6, "")
    assert [line["printed"] for line in chart["series"]] == [["2/6", "1/6", "1/3"], ["3/6", "4/6", None]]


def test_the_title_for_two_says_how_they_differ_in_the_newest_year_of_both(country):
    titles = [drawn("an-binh", "bao-son", what=what)["title"] for what in ("score", "rank")]
    assert titles == [
        "Điểm PAR Index, 2023–2025: năm 2024 Bảo Sơn (đến 30/6/2025) thấp hơn 2,00 điểm",
        "Thứ hạng PAR Index, 2023–2025: năm 2024 Bảo Sơn (đến 30/6/2025) thấp hơn 1 bậc",
    ]
    assert drawn("an-binh", "bao-son", "gia-thuy")["title"] == "Điểm PAR Index, 2023–2025"
    assert drawn("an-binh", "dong-ha")["title"] == "Điểm PAR Index, 2023–2025"


def test_lines_part_at_a_new_scale_and_at_the_merger(country):
    scales, eras = drawn("an-binh", series="papi")["breaks"], drawn("an-binh", "bao-son")["breaks"]
    assert [(turn["year"], turn["apart"]) for turn in scales] == [(2024, True)]
    assert [(turn["year"], turn["label"], turn["apart"]) for turn in eras] == [(2025, "sắp xếp 01/7/2025", True)]


def test_rules_that_differ_are_marked_and_lines_go_on(country):
    publish(FILES["par-index", 2024], comparable="mark")
    turn = drawn("an-binh", "bao-son")["breaks"][0]
    assert (turn["year"], turn["apart"]) == (2024, False)


def test_an_unknown_year_is_a_gap(country):
    publish(compiled({"an-binh": 42}), "papi", 2023, comparable="yes")
    lines = drawn("an-binh", "bao-son", series="papi")["series"]
    assert [line["values"] for line in lines] == [[40.1, 42.0, 50.1234], [41.2, None, 51.0]]


def test_scores_in_two_units_are_not_drawn_together(country):
    rows = "an-binh,procedures,75,%,1,paper\nbao-son,procedures,30.00,points,2,paper\n"
    publish(HEADING + rows, year=2023)
    chart = drawn("an-binh", "bao-son", component="procedures")
    assert [line["values"] for line in chart["series"]] == [[None, 34.0], [30.0, 32.5]]
    assert "Số in theo đơn vị khác không vẽ chung" in chart["how"]


def test_derived_figures_are_named_under_the_lines(country):
    publish(HEADING + "cao-hai,overall,79.00,%,5,gazette\n", year=2023)
    assert drawn("cao-hai")["how"] == "Suy ra từ số đã in: Cao Hải 2024."


def test_one_year_is_no_line(country):
    assert drawn("cao-hai", component="procedures") is None


def test_each_component_is_drawn_over_the_newest_years_that_have_ranks(country):
    publish(HEADING + "an-binh,institutions,48,points,2,paper\n", year=2023)
    chart = compare_charts.smalls(compared("an-binh", "cao-hai"), Catalogue())
    assert (chart["years"], chart["of"]) == ([2023, 2024], 6)
    assert {item["id"]: [line["printed"] for line in item["series"]] for item in chart["items"]} == {
        "compare-institutions": [["2/6", "1/6"], [None, "3/6"]],
        "compare-procedures": [[None, "1/6"], [None, "3/6"]],
    }


def test_components_of_one_year_are_a_table_alone(country):
    assert compare_charts.smalls(compared("an-binh", "bao-son"), Catalogue()) is None


def lead(*slugs, **question):
    return compare_words.lead(compared(*slugs, **question))


def test_two_are_compared_in_a_sentence(country):
    assert lead("gia-thuy", "bao-son") == [
        "Năm 2024, Bảo Sơn đạt 82,0 điểm về PAR Index, cao hơn Gia Thủy 2,50 điểm.",
        "Năm 2024, Bảo Sơn xếp thứ 2/6, Gia Thủy xếp thứ 5/6 về PAR Index.",
    ]


def test_the_first_of_all_stands_at_the_head(country):
    assert lead("an-binh", "gia-thuy")[1] == "Năm 2024, An Bình đứng đầu (1/6), Gia Thủy xếp thứ 5/6 về PAR Index."


def test_of_several_the_highest_and_the_lowest_are_named(country):
    assert lead("an-binh", "dong-ha", "ea-loc", "gia-thuy", series="papi") == [
        "Năm 2024, trong 4 tỉnh, thành phố này, An Bình đạt điểm PAPI cao nhất: 50,12/80 điểm; "
        "Êa Lộc và Gia Thủy thấp nhất: 48,50/80 điểm."
    ]


def test_equal_figures_are_said_to_be_equal(country):
    publish("province,component,score,unit,rank,tie,source\n" + "".join(EQUAL), year=2024, comparable="yes")
    assert lead("ea-loc", "gia-thuy") == [
        "Năm 2024, Êa Lộc và Gia Thủy cùng đạt 75,50 điểm về PAR Index.",
        "Năm 2024, Êa Lộc và Gia Thủy cùng xếp thứ 4/6 về PAR Index.",
    ]


EQUAL = [f"{slug},overall,75.50,%,4,yes,gazette\n" for slug in ("ea-loc", "gia-thuy")]


def test_a_sentence_says_whose_figure_is_derived(country):
    assert lead("an-binh", "cao-hai")[0].endswith("Số của Cao Hải là số suy ra.")


def test_a_difference_below_two_decimals_is_not_lost(country):
    publish(compiled(COMPILED[2024] | {"bao-son": 50.1236}), "papi", 2024, comparable="no")
    assert lead("an-binh", "bao-son", series="papi")[0].endswith("cao hơn An Bình 0,0002 điểm.")


@pytest.mark.parametrize(
    ("slugs", "words"),
    [
        (("an-binh", "bao-son"), ("thấp hơn 2,00 điểm", "thấp hơn 1 bậc")),
        (("bao-son", "an-binh"), ("cao hơn 2,00 điểm", "cao hơn 1 bậc")),
        (("ea-loc", "gia-thuy"), ("bằng điểm", "cùng thứ hạng")),
    ],
)
def test_a_difference_is_said_in_words_with_units(country, slugs, words):
    (found,) = compared(*slugs).differences
    assert (compare_words.higher(found), compare_words.upper(found)) == words


def test_what_lies_between_two_eras_is_said_with_its_law(country):
    gazetteer = Catalogue().gazetteer
    said = compare_words.between_eras(compared("bao-son", "bao-son-2025"), gazetteer)
    assert said == [
        "Từ ngày 01/7/2025, tỉnh Bảo Sơn và tỉnh Cao Hải hợp nhất thành tỉnh Bảo Sơn, theo Nghị quyết 1.",
        "Số liệu của hai giai đoạn đặt cạnh nhau: không nối, không cộng và không so sánh.",
    ]
    assert compare_words.between_eras(compared("bao-son", "cao-hai"), gazetteer) == []


def test_a_province_without_an_edition_says_of_what_it_was_made(country):
    (said,) = compare_words.between_eras(compared("nam-lam", series="papi"), Catalogue().gazetteer)
    assert said.startswith("Nam Lâm (từ 01/7/2025) chưa có kỳ công bố nào trên Cổng.")


def test_a_province_of_which_nothing_is_known_is_named(country):
    assert compare_words.unknown(compared("an-binh", "ea-loc", component="institutions")) == (
        "Chưa tìm thấy số liệu Cải cách thể chế (PAR Index) của Êa Lộc."
    )


def test_days_are_told_only_where_two_eras_meet(country):
    asked = (("bao-son", "cao-hai"), ("bao-son", "nam-lam"), ("bao-son", "an-binh"))
    names = [drawn(*slugs)["series"][0]["name"] for slugs in asked]
    assert names == ["Bảo Sơn", "Bảo Sơn (đến 30/6/2025)", "Bảo Sơn (đến 30/6/2025)"]


def test_places_of_one_era_have_their_days_told_once(country):
    told = {slugs: compare_words.eras(compared(*slugs)) for slugs in (("bao-son", "cao-hai"), ("bao-son", "an-binh"))}
    assert list(told.values()) == ["đến 30/6/2025", ""]
