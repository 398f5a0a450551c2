"""A file through the admin: a draft or every problem; what was typed stays, and nothing is half done."""

import io
from base64 import b64decode

import pytest
from openpyxl import load_workbook

from indicators.models import Criterion, Edition, Series, Source

from ...country import counts
from ...ledger import LEDGER, settle_ledger
from .desk import CORRECTED, DESK, KEY, SOUND, page, states, upload

pytestmark = pytest.mark.django_db
WRONG = CORRECTED.replace("85.00,%,,1,1", "1.000,%,,1,1").replace("bao-son,,,overall", "Hà Tây,,,overall")
WHOLE = "province,component,score,unit,rank\n" + "".join(
    f"{name},overall,{90 - rank}.00,%,{rank}\n"
    for rank, name in enumerate(["An Bình", "Bảo Sơn", "Cao Hải", "Đông Hà", "Êa Lộc", "Gia Thủy"], start=1)
)


def newest():
    return Edition.objects.of(*KEY).select_related("source").first()


def test_a_sound_file_becomes_a_draft_with_its_terms(thu):
    answer = upload(thu)
    edition = newest()
    assert answer.url == f"{DESK}{edition.pk}/change/"
    told = (edition.status, edition.loaded_by, edition.decision, edition.reason_vi, edition.file.name)
    assert told == ("draft", thu.person, "1/QĐ", "Nhập nhầm chữ số", "bảng 2024.csv")
    assert bytes(edition.file.content) == CORRECTED.encode()


def test_a_wrong_file_changes_nothing_and_tells_every_problem(thu):
    before = counts()
    answer = upload(thu, WRONG, **{"new-title": "Quyết định 1", "new-locator": "Phụ lục 1"})
    text = answer.content.decode()
    assert counts() == before
    assert [(each.line, each.column) for each in answer.context["problems"]] == [
        (2, "score"),
        (3, "province"),
        (4, "province"),
    ]
    assert all(said in text for said in ("3 lỗi phải sửa. Chưa lưu gì.", "có thể là 1 hoặc 1000", "Hà Tây"))


def test_the_problems_are_told_in_english_under_en(thu):
    text = upload(thu, WRONG, prefix="/en").content.decode()
    assert "may mean 1 or 1000" in text
    assert "was not a province in 2024" in text


def test_what_was_typed_stays_after_a_problem(thu):
    terms = {"decision": "77/QĐ", "new-title": "Quyết định 77", "new-locator": "Phụ lục 2, trang 3"}
    text = upload(thu, WRONG, **terms).content.decode()
    assert [each for each in (*terms.values(), "Nhập nhầm chữ số") if each not in text] == []


def test_the_marked_copy_stands_in_the_page(thu):
    copy = upload(thu, WRONG).context["copy"]
    sheet = load_workbook(io.BytesIO(b64decode(copy["address"].partition("base64,")[2]))).active
    assert copy["name"] == "bảng 2024-danh-dau.xlsx"
    assert "Hà Tây" in sheet.cell(3, 16).value


def test_a_source_is_made_with_the_draft_for_the_whole_file(thu):
    terms = {"new-title": "Quyết định 1/QĐ", "new-locator": "Phụ lục 1", "new-publisher": "Bộ"}
    upload(thu, WHOLE, **terms)
    source = Source.objects.get(title="Quyết định 1/QĐ")
    assert (source.slug, source.kind, source.locator) == ("quyet-dinh-1-qd-phu-luc-1", "decision", "Phụ lục 1")
    cited = set(newest().results.values_list("citations__source", flat=True))
    assert (newest().source, cited) == (source, {source.pk})


def test_the_same_new_source_is_made_once(thu):
    terms = {"new-title": "Quyết định 1/QĐ", "new-locator": "Phụ lục 1"}
    upload(thu, WHOLE, **terms)
    upload(thu, WHOLE.replace("89.00", "89.50"), **terms)
    assert Source.objects.filter(title="Quyết định 1/QĐ").count() == 1
    assert states() == [(3, "draft"), (2, "draft"), (1, "published")]


def test_a_published_year_wants_a_reason(thu):
    before = counts()
    answer = upload(thu, reason_vi="", reason_en="")
    assert set(answer.context["terms"].errors) == {"reason_vi", "reason_en"}
    assert counts() == before


def test_the_form_begins_with_what_is_likely(thu):
    same = thu.get(f"{DESK}add/par-index/2024/").context["terms"].initial
    assert (same["ranked"], same["comparable"], same["rules"], same["note_vi"]) == (6, "yes", "par-a", "Công bố muộn")
    assert not same["reason_vi"]


def test_the_form_of_a_new_year_begins_with_the_year_before(thu):
    Edition.objects.of("par-index", 2025).get().delete()
    Edition.objects.of(*KEY).update(announced_by_vi="Bộ", announced_by_en="Ministry")
    form = thu.get(f"{DESK}add/par-index/2025/").context["terms"]
    told = {name: form.initial[name] for name in ("announced_by_vi", "ranked", "comparable", "decision")}
    assert told == {"announced_by_vi": "Bộ", "ranked": 3, "comparable": "no", "decision": ""}


def test_an_upload_that_is_sent_twice_is_one_draft(thu):
    first, second = upload(thu), upload(thu)
    assert first.url == second.url
    assert states() == [(2, "draft"), (1, "published")]


def test_the_same_file_under_other_terms_is_another_draft(thu):
    upload(thu)
    upload(thu, decision="2/QĐ")
    assert states() == [(3, "draft"), (2, "draft"), (1, "published")]


def test_a_large_file_is_refused_before_it_is_read(thu):
    before = counts()
    answer = upload(thu, b"x" * (5 * 1024 * 1024 + 1))
    assert "lớn hơn 5 MB" in str(answer.context["terms"].errors["file"])
    assert counts() == before


def test_the_ledger_is_loaded_by_the_same_door(thu):
    settle_ledger()
    heading = thu.get(f"{DESK}add/targets/2024/template.xlsx").content
    columns, *places = load_workbook(io.BytesIO(heading)).active.values
    assert (columns[0], [place[1] for place in places][:2]) == ("Loại", ["An Bình", "Bảo Sơn"])
    names = ",".join(f'"{name}"' for name in columns)
    answer = upload(thu, names + "\n,Bảo Sơn\n" + LEDGER, ("targets", 2024), ranked="", rules="", comparable="")
    edition = Edition.objects.of("targets", 2024).get()
    assert (answer.status_code, edition.status, edition.statements.count()) == (302, "draft", 11)


def test_an_empty_table_has_the_provinces_of_its_year(thu):
    answer = thu.get(f"{DESK}add/par-index/2025/template.xlsx")
    cells = {cell for row in load_workbook(io.BytesIO(answer.content)).active.values for cell in row}
    assert {"An Bình", "Bảo Sơn", "Nam Lâm"} <= cells
    assert "Cao Hải" not in cells


@pytest.mark.parametrize("year", [0, 1999, 2101, 99999])
def test_a_year_that_cannot_be_has_no_form(thu, year):
    assert thu.get(f"{DESK}add/par-index/{year}/").status_code == 404


def test_the_year_is_asked_first(thu):
    assert thu.get(f"{DESK}add/").status_code == 200
    assert thu.get(f"{DESK}add/?series=papi&year=2024").url == f"{DESK}add/papi/2024/"
    assert thu.get(f"{DESK}add/?series=papi&year=24").context["form"].errors.keys() == {"year"}


def test_an_unchanged_file_says_that_it_changes_nothing(thu):
    answer = thu.get(upload(thu, SOUND).url)
    assert answer.context["is_empty"]
    assert "Không có thay đổi nào." in answer.content.decode()


def test_a_year_without_rules_asks_whether_those_of_the_year_before_hold(thu):
    address = f"{DESK}add/par-index/2026/"
    assert "đang được ghi là áp dụng đến năm 2025" in thu.get(address).content.decode()
    assert thu.post(f"{address}rules/").url == address
    rules = set(Criterion.objects.filter(component__series__slug="par-index").values_list("rules", "year_to"))
    assert rules == {("par-a", 2026)}
    assert thu.get(address).context["terms"].fields["rules"].choices == [("par-a", "par-a")]


def test_rules_of_another_series_or_year_stay(thu):
    thu.post(f"{DESK}add/papi/2026/rules/")
    thu.post(f"{DESK}add/papi/2023/rules/")
    rules = set(Criterion.objects.filter(component__slug="overall").values_list("rules", "year_to"))
    assert rules == {("par-a", 2025), ("papi-a", 2023), ("papi-b", 2026)}


def test_a_year_before_all_rules_cannot_be_loaded(thu):
    assert "chưa biết tiêu chí" in thu.get(f"{DESK}add/papi/2021/").content.decode()
    thu.post(f"{DESK}add/papi/2021/rules/")
    assert not Criterion.objects.in_force(Series.objects.get(slug="papi").pk, 2021).exists()


def test_a_province_that_was_left_out_is_named_on_the_draft_and_in_its_record(thu):
    upload(thu, WHOLE.replace("Cao Hải,overall,87.00,%,3\n", ""), **{"new-title": "Quyết định 1/QĐ"})
    for act in ("change", "record"):
        said = thu.get(page(newest(), act)).content.decode()
        assert "Không có số liệu của 1 trên 6 tỉnh, thành phố: Cao Hải." in said
