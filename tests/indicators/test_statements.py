"""Every mistake that a row of a ledger can hold, and what becomes of a sound one."""

import unicodedata
from decimal import Decimal

import pytest

from indicators.intake.statement_rules import numbers
from indicators.models import Statement
from provinces.models import District

from ..country import LAST, counts, province, terms
from ..ledger import COLUMNS, LEDGER, SOUND, send_ledger, settle_ledger, table

OUTCOME = SOUND | {"kind": "outcome", "comparator": ""}
PROMISE = {"kind": "commitment", "province": "an-binh", "area": "direction", "source": "gazette"}
PROMISE |= {"text_vi": "Có kế hoạch", "text_en": "Have a plan"}
STEP = SOUND | {"printed": "tăng 5%", "value": "5", "unit": "points a year", "year_from": "2024", "year_to": "2025"}


@pytest.fixture(autouse=True)
def ready(land):
    settle_ledger()


def problem(*rows, line=2):
    """The only problem of a file, as column and sentence; nothing is saved."""
    before = counts()
    (told,) = send_ledger(table(*rows)).problems
    assert counts() == before
    assert told.line == line
    return told.column, str(told.message)


@pytest.mark.parametrize("row", [SOUND, OUTCOME, PROMISE, OUTCOME | {"qualifier": "all", "printed": "tất cả"}])
def test_a_sound_row_has_no_problem(row):
    assert send_ledger(table(row)).problems == []


@pytest.mark.parametrize("column", ["kind", "area", "level", "comparator", "qualifier", "unit"])
def test_a_word_outside_its_closed_list_is_told(column):
    row = OUTCOME if column == "qualifier" else SOUND
    found = {told.column: str(told.message) for told in send_ledger(table(row | {column: "zz"})).problems}
    assert found[column].startswith('"zz" không có trong danh mục. Dùng một trong: ')


def test_the_list_says_each_word_with_its_code():
    told = problem(SOUND | {"level": "zz"})[1]
    assert told.endswith("Dùng một trong: cấp tỉnh (province), cấp huyện (district), cấp xã (commune).")


SPOKEN = {
    "kind": "Chỉ  tiêu",
    "area": unicodedata.normalize("NFD", "Xây dựng và phát triển chính quyền điện tử, chính quyền số"),
    "measure": "hồ sơ nộp trực tuyến",
    "level": "CẤP HUYỆN",
    "comparator": "tối thiểu",
    "district": "huyện An Khê",
}
STORED = ("kind", "area", "measure__slug", "level", "comparator", "qualifier", "unit", "district__slug")


def test_words_of_the_portal_stand_for_their_codes():
    edition = send_ledger(table(SOUND | SPOKEN)).edition
    told = ("target", "e-government", "online", "district", ">=", "", "%", "an-khe")
    assert list(edition.statements.values_list(*STORED)) == [told]


def test_units_and_qualifiers_go_by_their_names():
    row = OUTCOME | {"kind": "kết quả thực hiện", "qualifier": "Trên", "unit": "hồ sơ"}
    edition = send_ledger(table(row)).edition
    assert edition.statements.get().unit == "applications"
    assert edition.statements.get().qualifier == "over"


def test_english_names_are_read_too():
    edition = send_ledger(table(SOUND | {"kind": "Target", "measure": "Applications filed online"})).edition
    assert edition.statements.get().measure.slug == "online"


def test_a_name_that_two_districts_bear_names_neither():
    about = {"province": province("an-binh"), "name_vi": "An Khê", "name_en": "An Khe", "last_day": LAST}
    District.objects.create(slug="an-khe-town", kind="town", **about)
    assert problem(SOUND | {"district": "An Khê"})[0] == "district"
    edition = send_ledger(table(SOUND | {"district": "thị xã An Khê"})).edition
    assert edition.statements.get().district.slug == "an-khe-town"


MISTAKES = [
    (SOUND | {"value": "101", "printed": "101%"}, "value", "101 nằm ngoài khoảng 0 đến 100"),
    (SOUND | {"value": "-60"}, "value", "-60 là số âm."),
    (SOUND | {"value": "61"}, "value", 'Lời in "tối thiểu 60%" không có số này.'),
    (SOUND | {"printed": "61/60", "value": "61", "unit": "tasks", "of": "60"}, "of", "60 nhỏ hơn phần đã ghi."),
    (SOUND | {"year_from": "2024"}, "year_to", "Năm cuối 2023 trước năm đầu."),
    (SOUND | {"year_to": ""}, "year_to", "Hãy ghi cả năm đầu và năm cuối"),
    (SOUND | {"comparator": ""}, "comparator", "Chỉ tiêu chưa nói tối thiểu, tối đa hay đúng bằng."),
    (OUTCOME | {"comparator": ">="}, "comparator", "Kết quả là số đã có"),
    (SOUND | {"qualifier": "over"}, "qualifier", "Mức (trên, gần, khoảng, tất cả) chỉ dùng cho kết quả."),
    (OUTCOME | {"text_vi": "Lời", "text_en": "Words"}, "text_vi", "Chỉ nhiệm vụ mới có lời"),
    (PROMISE | {"value": "5"}, "value", "Nhiệm vụ là lời hứa không có con số."),
    (PROMISE | {"measure": "online"}, "measure", "Nhiệm vụ là lời hứa không có con số."),
    (PROMISE | {"text_en": ""}, "text_en", "Lời mới có một thứ tiếng."),
    (PROMISE | {"text_vi": "", "text_en": ""}, "text_vi", "Nhiệm vụ chưa có lời."),
    (SOUND | {"note_vi": "Ghi chú"}, "note_en", "Lời mới có một thứ tiếng."),
    (SOUND | {"body_en": "Departments"}, "body_vi", "Lời mới có một thứ tiếng."),
    (SOUND | {"measure": "nowhere"}, "measure", 'Nội dung chỉ tiêu "nowhere" chưa có.'),
    (SOUND | {"measure": ""}, "measure", "Thiếu ô này. Chỉ tiêu và kết quả phải có"),
    (SOUND | {"printed": ""}, "printed", "Thiếu ô này. Chỉ tiêu và kết quả phải có"),
    (SOUND | {"unit": ""}, "unit", "Thiếu ô này. Chỉ tiêu và kết quả phải có"),
    (SOUND | {"value": ""}, "value", "Thiếu ô này. Chỉ tiêu và kết quả phải có"),
    (
        SOUND | {"area": "direction"},
        "area",
        'Nội dung này thuộc "Xây dựng và phát triển chính quyền điện tử, chính quyền số".',
    ),
    (SOUND | {"area": ""}, "area", "Thiếu ô này. Mỗi dòng phải có loại"),
    (SOUND | {"kind": ""}, "kind", "Thiếu ô này. Mỗi dòng phải có loại"),
    (SOUND | {"source": "nowhere"}, "source", 'Nguồn "nowhere" chưa có.'),
    (SOUND | {"source": ""}, "source", "Thiếu ô này. Mỗi dòng phải có loại"),
    (SOUND | {"province": ""}, "province", "Thiếu tên tỉnh, thành phố."),
    (SOUND | {"province": "An Bin"}, "province", '"An Bin" không phải tỉnh, thành phố năm 2023. Ý bạn là An Bình?'),
    (SOUND | {"province": "nam-lam"}, "province", '"nam-lam" không phải tỉnh, thành phố năm 2023.'),
    (SOUND | {"district": "nowhere"}, "district", '"nowhere" không phải huyện của tỉnh này năm 2023.'),
    (SOUND | {"province": "bao-son", "district": "an-khe"}, "district", '"an-khe" không phải huyện của tỉnh này'),
    (SOUND | {"district": "an-khe", "year_from": "2026", "year_to": "2026"}, "district", "không phải huyện"),
    (SOUND | {"printed": "x" * 121 + " 60%"}, "printed", "Dài hơn 120 ký tự."),
    (OUTCOME | {"unit": "points a year"}, "unit", "Chỉ chỉ tiêu mới tăng theo năm."),
]


@pytest.mark.parametrize(("row", "column", "told"), MISTAKES, ids=range(len(MISTAKES)))
def test_a_mistake_is_told_with_its_column(row, column, told):
    found = {each.column: str(each.message) for each in send_ledger(table(row)).problems}
    assert told in found[column]


def test_a_province_may_have_ended_within_the_first_year():
    rows = [SOUND | {"province": slug, "year_from": "2025", "year_to": "2025"} for slug in ("cao-hai", "nam-lam")]
    assert send_ledger(table(*rows), year=2025).problems == []


def test_a_yearly_step_without_its_base_is_told():
    column, told = problem(STEP)
    assert (column, told.partition(".")[0]) == ("unit", "Mức tăng mỗi năm chưa có mốc")


@pytest.mark.parametrize("base", [SOUND | {"level": "commune"}, SOUND | {"year_from": "2022", "year_to": "2022"}])
def test_a_base_of_another_level_or_year_is_none(base):
    assert problem(base, STEP, line=3)[1].startswith("Mức tăng mỗi năm chưa có mốc.")


def test_a_yearly_step_after_its_base_is_sound():
    assert send_ledger(table(SOUND, STEP)).problems == []


def test_a_row_that_is_said_twice_is_told():
    assert problem(SOUND, SOUND, line=3) == ("source", "Trùng với dòng 2: cùng nguồn, cùng lời. Bỏ một dòng.")


def test_counts_of_two_bodies_are_two_rows():
    bodies = [{"body_vi": name, "body_en": name} for name in ("A", "B")]
    assert send_ledger(table(*(OUTCOME | body for body in bodies))).problems == []


@pytest.mark.parametrize(
    ("printed", "value"),
    [("trên 1,143 triệu", 1143000), ("gần 187.000", 187000), ("55,19%", "55.19"), ("55.19%", "55.19"), ("43/43", 43)],
)
def test_printed_words_hold_their_number_in_full(printed, value):
    assert Decimal(value) in numbers(printed)


def test_shares_that_do_not_add_up_are_noted_and_not_mended():
    edition = send_ledger(",".join(COLUMNS) + "\n" + LEDGER).edition
    (check,) = edition.checks
    assert (check["check"], check["state"], check["rows"]) == ("shares", "differ", [[5, 6, 7, "100.01"]])
    assert [f"{each.value:.2f}" for each in Statement.objects.filter(line__in=(5, 6, 7))] == ["55.19", "44.43", "0.39"]


def test_shares_that_add_up_agree():
    edition = send_ledger(",".join(COLUMNS) + "\n" + LEDGER.replace("0,39", "0,38").replace("0.39", "0.38")).edition
    assert [each["state"] for each in edition.checks] == ["agree"]


@pytest.mark.parametrize(("term", "value"), [("ranked", 63), ("rules", "par-a"), ("comparable", "yes")])
def test_a_ledger_has_no_ranks_rules_or_year_before(term, value):
    assert set(terms("targets", 2024, method="announced", **{term: value})._mistakes_of_series()) == {term}
