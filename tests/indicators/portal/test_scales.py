"""What may not be mixed or compared: points and percent, years under other rules, scales of 60 and of 80 points."""

import re

import pytest

from .files import body
from .printed import BY_YEAR, EDITIONS

pytestmark = pytest.mark.django_db

PARTS = [(edition, part) for edition in EDITIONS for part in edition.components if part != "overall"]
MIXED = [
    (edition, part) for edition, part in PARTS if len({unit for *_score, unit in edition.scores(part).values()}) == 2
]
mixed = pytest.mark.parametrize(("edition", "part"), MIXED, ids=lambda each: str(each))
every_part_of_par = pytest.mark.parametrize("part", list(BY_YEAR["par-index", 2024].criteria))
BARE = [edition for edition in EDITIONS if edition.terms["comparable"] in ("", "no")]
MARKED = [edition for edition in EDITIONS if edition.terms["comparable"] == "mark"]
CAUTION = {
    "vi": "Quy định chấm điểm hai năm khác nhau.",
    "en": "The two years were scored by different rules.",
}


@pytest.fixture
def rows_of(content):
    """`rows_of(address)`: the rows of a JSON file."""
    return lambda address: body(content(address))["rows"]


def test_ten_components_are_printed_in_points_by_some_and_in_percent_by_others():
    assert len(MIXED) == 10
    assert {edition.series for edition, _part in MIXED} == {"par-index"}


@mixed
def test_a_component_in_two_units_has_no_median_and_no_ends(rows_of, edition, part):
    rows = {row["year"]: row for row in rows_of(f"/components/par-index/{part}.json")}
    row, units = rows[edition.year], [unit for *_score, unit in edition.scores(part).values()]
    assert [row[key] for key in ("unit", "median", "highest", "lowest")] == [None] * 4
    assert (row["points"], row["percent"]) == (units.count("points"), units.count("%"))


@mixed
@pytest.mark.parametrize("order", ["score", "-score"])
def test_a_component_in_two_units_is_ordered_in_each_for_itself(rows_of, edition, part, order):
    rows = [row for row in rows_of(f"{edition.address(part, 'json')}&order={order}") if row["score"] is not None]
    signed = [row["score"] if order == "-score" else -row["score"] for row in rows]
    assert [row["unit"] for row in rows] == sorted(row["unit"] for row in rows)
    for unit in ("%", "points"):
        figures = [score for score, row in zip(signed, rows, strict=True) if row["unit"] == unit]
        assert figures == sorted(figures)


@mixed
def test_points_are_not_drawn_against_percent(content, edition, part):
    html = content(edition.address(part)).decode()
    widths = [int(width) for width in re.findall(r'class="on" d="M0 0h(\d+)v8', html)]
    points = [score for score, _digits, unit in edition.scores(part).values() if unit == "points"]
    most = edition.criteria[part]["maximum"] or max(points)
    shares = [score / (100 if unit == "%" else type(score)(most)) for score, _d, unit in edition.scores(part).values()]
    assert sorted(widths) == sorted(round(96 * share) for share in shares)


def test_a_comparison_draws_one_unit_and_says_so(page):
    found = page("/compare/?province=dak-nong&province=khanh-hoa&series=par-index&component=direction")
    chart = found.data["compare-score-chart"]
    drawn = {line["name"]: [text for text in line["printed"] if text] for line in chart["series"]}
    assert (chart["unit"], drawn) in [
        ("điểm", {"Đắk Nông": ["8,94"], "Khánh Hòa": []}),
        ("%", {"Đắk Nông": [], "Khánh Hòa": ["99,01", "100"]}),
    ]
    assert "Số in theo đơn vị khác không vẽ chung; xem bảng." in found.text


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("/components/par-index/direction/", "Cổng giữ nguyên từng cách và không gộp chung."),
        ("/components/par-index/direction/", "Năm có cả điểm và phần trăm của điểm tối đa thì đếm riêng"),
        ("/provinces/khanh-hoa/par-index/2022/", "99,01%"),
        ("/provinces/dong-nai/par-index/2018/", "7,25"),
    ],
)
def test_what_is_printed_in_points_or_percent_is_kept_so(page, address, said):
    assert said in page(address).text


@every_part_of_par
def test_no_change_is_counted_between_points_and_percent(rows_of, part):
    for year in range(2017, 2025):
        now, before = BY_YEAR["par-index", year].scores(part), BY_YEAR["par-index", year - 1].scores(part)
        apart = {province for province in now.keys() & before.keys() if now[province][2] != before[province][2]}
        rows = rows_of(BY_YEAR["par-index", year].address(part, "json"))
        assert [row["change"] for row in rows if row["province"] in apart] == [None] * len(apart)


def test_a_criterion_without_a_known_maximum_has_none(rows_of, page):
    rows = {row["component"]: row for row in rows_of("/provinces/thanh-hoa/par-index/2021.json")}
    assert (rows["direction"]["printed"], rows["direction"]["maximum"]) == ("7.82", None)
    shown = {row.name: row.figures for row in page("/provinces/thanh-hoa/par-index/2021/").rows("figures")}
    assert shown["Hiện đại hóa hành chính"] == ["–", "14,18", "7/63"]
    assert shown["Chỉ số cải cách hành chính (PAR Index)"] == ["100", "87,83", "14/63"]


def test_a_maximum_that_was_not_found_is_said_to_be_so(page):
    assert "2019–2021 Công tác chỉ đạo, điều hành cải cách hành chính chưa tìm thấy" in (
        page("/components/par-index/direction/").text
    )
    assert "2018 Công tác chỉ đạo, điều hành cải cách hành chính 9 " in page("/components/par-index/direction/").text


def test_par_2016_papi_2018_and_the_first_years_are_compared_with_nothing():
    assert [str(edition) for edition in BARE if edition.terms["comparable"] == "no"] == ["par-index-2016", "papi-2018"]
    assert [str(edition) for edition in BARE if not edition.terms["comparable"]] == [
        "par-index-2012",
        "sipas-2017",
        "pci-2009",
        "papi-2011",
    ]


@pytest.mark.parametrize("edition", BARE, ids=str)
def test_a_year_that_may_not_be_compared_shows_no_change(rows_of, page, edition):
    for part in edition.components:
        rows = rows_of(edition.address(part, "json"))
        assert {(row["change"], row["rank_change"]) for row in rows} == {(None, None)}, part
    text = page(edition.address()).text
    assert not re.search("Tăng, giảm (điểm|bậc)|So với năm", text)


def test_no_change_is_shown_between_2015_and_2016(rows_of, page):
    in_both = BY_YEAR["par-index", 2015].cited("overall").keys() & BY_YEAR["par-index", 2016].cited("overall").keys()
    assert in_both == {"ha-noi", "ho-chi-minh", "lai-chau"}
    for province in in_both:
        rows = {(row["series"], row["year"]): row for row in rows_of(f"/provinces/{province}.json")}
        assert (rows["par-index", 2016]["change"], rows["par-index", 2016]["rank_change"]) == (None, None)
        assert "So với năm 2015" not in page(f"/provinces/{province}/par-index/2016/").text
        shown = {row.name: row.figures for row in page(f"/provinces/{province}/").rows("y-par-index")}
        assert shown["2016"][2:4] == ["–", "–"]


@pytest.mark.parametrize(
    ("language", "note"),
    [
        ("vi", "hẳn quy định chấm điểm đã đổi, tuy chưa thấy văn bản; Cổng không so sánh với năm trước"),
        ("en", "the rules must have changed, though no document was seen; the portal does not compare"),
    ],
)
def test_the_year_2016_says_why_it_is_not_compared(content, page, language, note):
    edition = BY_YEAR["par-index", 2016]
    assert note in page(edition.address(language=language)).text
    assert note in body(content(edition.address(format="json", language=language)))["notes"][0]
    assert body(content(edition.address(format="json")))["comparable"] == "no"


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_change_of_2022_carries_its_words(content, page, language):
    prefix = "/en" if language == "en" else ""
    for address in ("/provinces/long-an/par-index/2022/", "/rankings/par-index/2022/"):
        assert CAUTION[language] in page(prefix + address).text, address
    assert body(content("/rankings/par-index/2022.json"))["comparable"] == "mark"
    assert "(từ 87,20 lên 87,42). " + CAUTION["vi"] in page("/provinces/long-an/par-index/2022/").text


@pytest.mark.parametrize("edition", MARKED, ids=str)
def test_a_change_across_rules_or_doubts_is_starred_with_words(content, page, edition):
    rows = edition.figures("overall").values()
    changed = [row for row in rows if row["change"] is not None or row["rank_change"] is not None]
    html, text = content(edition.address()).decode(), page(edition.address()).text
    words = CAUTION["vi"] if edition.terms["rules"] != edition.before.terms["rules"] else edition.terms["note_vi"]
    assert ("&nbsp;*" in html) == bool(changed)
    assert (f"* {words.rstrip('.')}" in text) == bool(changed)


def test_a_chart_says_where_the_rules_changed(page):
    breaks = {each["year"]: each for each in page("/provinces/da-nang/").data["par-index-score-chart"]["breaks"]}
    assert (breaks[2016]["label"], breaks[2022]["label"]) == ("đổi bộ tiêu chí", "đổi bộ tiêu chí")
    assert (breaks[2016]["apart"], breaks[2022]["apart"]) == (True, False)
