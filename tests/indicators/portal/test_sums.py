"""PAPI: sums compiled of published parts, positions among the known, and totals that newspapers print beside them."""

import re
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

import pytest

from . import told
from .files import body
from .printed import BY_YEAR, EDITIONS
from .writing import written

pytestmark = pytest.mark.django_db

PAPI = [edition for edition in EDITIONS if edition.is_compiled]
every_year = pytest.mark.parametrize("edition", PAPI, ids=str)
DATASET = "github-"
TOTALS = [
    (edition, province, Decimal(rows[0]["score"]), row)
    for edition in PAPI
    for province, rows in edition.cited("overall").items()
    for row in rows[1:]
    if not row["source"].startswith(DATASET)
]
MISPRINTED = {
    ("papi-2019", "quang-ninh", "46.6628", "44.66"),
    ("papi-2019", "ben-tre", "46.7428", "44.74"),
    ("papi-2020", "quang-ninh", "48.8114", "48.881"),
    ("papi-2024", "ha-noi", "43.7747", "43.7"),
}


def in_digits(total, row, rounding):
    """A compiled sum with as many decimals as a newspaper printed."""
    return total.quantize(Decimal(row["score"]), rounding)


def agrees(total, row):
    """Whether a printed total is the sum rounded, or differs from it by less than a hundredth."""
    score = Decimal(row["score"])
    return in_digits(total, row, ROUND_HALF_UP) == score or abs(total - score) < Decimal("0.01")


def test_newspapers_print_68_totals():
    assert len(TOTALS) == 68


def test_four_totals_of_newspapers_do_not_agree_with_the_sum():
    found = {
        (str(edition), province, str(total), row["score"])
        for edition, province, total, row in TOTALS
        if not agrees(total, row)
    }
    assert found == MISPRINTED


def test_the_other_totals_are_rounded_or_cut_off_but_for_two_that_are_off_by_less_than_a_hundredth():
    apart = {
        (str(edition), province, row["score"])
        for edition, province, total, row in TOTALS
        if Decimal(row["score"]) not in (in_digits(total, row, ROUND_HALF_UP), in_digits(total, row, ROUND_DOWN))
    }
    misprints = {(name, province, score) for name, province, _total, score in MISPRINTED} - {
        ("papi-2024", "ha-noi", "43.7")  # cut off after the first decimal
    }
    assert apart - misprints == {("papi-2021", "ba-ria-vung-tau", "40.62"), ("papi-2022", "binh-phuoc", "39.935")}


@pytest.mark.parametrize(("name", "province", "total", "score"), sorted(MISPRINTED))
def test_a_total_that_does_not_agree_is_shown_beside_the_sum_with_a_note(content, name, province, total, score):
    edition = next(each for each in PAPI if str(each) == name)
    for language in ("vi", "en"):
        prefix = "/en" if language == "en" else ""
        rows = told.on_page(content(f"{prefix}/provinces/{province}/papi/{edition.year}/").decode())
        assert rows[0][0] == written(f"{Decimal(total):.2f}", language)
        ((_score, _rank, _where, said, _source),) = [row for row in rows if row[0] == written(score, language)]
        assert said


@pytest.mark.parametrize(("name", "province", "total", "score"), sorted(MISPRINTED))
def test_a_total_that_does_not_agree_moves_nobody(content, name, province, total, score):
    rows = body(content(f"/rankings/papi/{name[-4:]}.json"))["rows"]
    row = next(row for row in rows if row["province"] == province)
    assert (row["printed"], row["rank"]) == (total, 1 + sum((each["score"] or 0) > row["score"] for each in rows))
    assert score in [cited["printed"] for cited in row["citations"]]


@every_year
def test_a_sum_is_out_of_60_or_of_80(content, page, edition):
    scale = 60 if edition.year < 2018 else 80
    rows = body(content(f"/provinces/an-giang/papi/{edition.year}.json"))["rows"]
    assert [row["maximum"] for row in rows if row["component"] == "overall"][0] == scale
    shown = {row.name: row.figures[0] for row in page("/provinces/an-giang/").rows("y-papi")}
    assert shown[str(edition.year)].endswith(f"/{scale}")


def test_no_line_joins_the_scales_of_60_and_80(page):
    chart = page("/compare/?province=an-giang&province=long-an&series=papi").data["compare-score-chart"]
    assert [(each["year"], each["apart"]) for each in chart["breaks"] if each["apart"]] == [(2018, True)]
    assert "2018–2020" in page("/rankings/papi/2020/").text
    assert "2011–2017" in page("/rankings/papi/2017/").text


@pytest.mark.parametrize(
    ("language", "note"),
    [
        ("vi", "Thang điểm từ 60 lên 80, từ sáu lên tám nội dung: không so sánh với năm trước."),
        ("en", "From 60 to 80 points and from six to eight dimensions: not comparable with the year before."),
    ],
)
def test_the_year_of_the_new_scale_says_so(page, language, note):
    assert note in page(BY_YEAR["papi", 2018].address(language=language)).text
    prefix = "/en" if language == "en" else ""
    assert note in page(f"{prefix}/provinces/an-giang/papi/2018/").text


@pytest.mark.parametrize("province", ["quang-ninh", "dong-thap"])
def test_a_province_without_a_total_has_its_known_parts(content, page, province):
    rows = {row["component"]: row for row in body(content(f"/provinces/{province}/papi/2018.json"))["rows"]}
    assert (rows["overall"]["score"], rows["overall"]["rank"], rows["overall"]["source"]) == (None, None, None)
    assert 0 < sum(row["score"] is not None for row in rows.values()) < 8
    assert province in page("/rankings/papi/2018/").places("unknown")
    assert "Chưa tìm thấy điểm hay thứ hạng chung của kỳ này." in page(f"/provinces/{province}/papi/2018/").text


@every_year
def test_a_position_is_among_the_known_and_called_so(content, page, edition):
    known = len(edition.scores("overall"))
    rows = [row for row in body(content(edition.address(format="json")))["rows"] if row["score"] is not None]
    assert {row["of"] for row in rows} == {known}
    assert all("rank" in row["derived"] for row in rows)
    text = page(edition.address()).text
    assert f"Vị trí do Cổng tự tính theo điểm, trên {known} tỉnh, thành phố có số liệu." in text
    assert not re.search(r"xếp thứ \d", text)


def test_a_position_of_the_45th_among_61_is_said_with_both(page):
    said = "Năm 2018, Đồng Nai đạt 43,09/80 điểm về Chỉ số Hiệu quả quản trị và hành chính công cấp tỉnh ở Việt Nam"
    text = page("/provinces/dong-nai/papi/2018/").text
    assert f"{said} (PAPI), vị trí 45/61 (Cổng tự tính theo điểm)." in text
    assert "45/61" in [
        row.figures[0] for row in page("/rankings/papi/2018/").rows("table") if row.province == "dong-nai"
    ]
    assert "45 of 61" in page("/en/provinces/dong-nai/papi/2018/").text


@every_year
def test_places_are_gained_only_between_years_that_know_all_63(content, edition):
    complete = edition.before and len(edition.scores("overall")) == len(edition.before.scores("overall")) == 63
    moved = [row["rank_change"] is not None for row in body(content(edition.address(format="json")))["rows"]]
    assert any(moved) == bool(complete)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_year_with_one_part_fewer_carries_its_words(page, language):
    note = {
        "vi": "Bớt một nội dung thành phần so với năm trước.",
        "en": "One sub-criterion fewer than the year before.",
    }
    prefix = "/en" if language == "en" else ""
    assert f"* {note[language]}" in page(f"{prefix}/rankings/papi/2021/").text
    assert note[language] in page(f"{prefix}/provinces/an-giang/papi/2021/").text


def test_ranks_of_newspapers_stand_in_notes_only(content):
    noted = [row for _edition, _province, _total, row in TOTALS if "PAPI không công bố xếp hạng" in row["note_vi"]]
    assert len(noted) > 20
    assert [row for edition in PAPI for row in edition.rows if row["rank"]] == []
    ranking = body(content("/rankings/papi/2023.json"))
    assert {cited["rank"] for row in ranking["rows"] for cited in row["citations"]} == {None}
