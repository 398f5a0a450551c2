"""The command: a year's file as a draft, or a portal filled from its own files."""

import csv
import io

import pytest
from django.apps import apps
from django.core import serializers
from django.core.management import CommandError, call_command
from django.db import transaction
from django.db.models import F

from indicators.management.commands import load_edition
from indicators.models import Edition, Series, Source
from provinces.models import Province

from ..country import ANNOUNCED, FILES, counts, settle

COLUMNS = "series,year,as_of,announced_on,ranked,method,rules,comparable,source,note_vi,note_en"
TERMS = f"{COLUMNS}\npar-index,2023,2023-12-31,2024-04-17,6,announced,par-a,,gazette,Ghi chú,Note\n"
ARGUMENTS = {"series": "par-index", "year": 2023}


def run(*arguments, **options):
    """What the command says."""
    said = io.StringIO()
    call_command("load_edition", *map(str, arguments), stdout=said, **options)
    return said.getvalue()


def refusal(*arguments, **options):
    with pytest.raises(CommandError) as refused:
        run(*arguments, **options)
    return str(refused.value)


@pytest.fixture
def folder(tmp_path):
    """A year's file with the terms of its edition beside it."""
    (tmp_path / "editions.csv").write_text(TERMS, encoding="utf-8")
    (tmp_path / "par-index-2023.csv").write_text(FILES["par-index", 2023], encoding="utf-8")
    return tmp_path


@pytest.fixture
def file(land, folder):
    return folder / "par-index-2023.csv"


def test_a_file_becomes_a_draft(file):
    said = run(file, **ARGUMENTS)
    edition = Edition.objects.get()
    assert (edition.status, edition.revision, edition.results.count()) == ("draft", 1, 5)
    assert said == "par-index-2023.csv: bản nháp, 5 kết quả\n"


def test_a_file_can_be_published_at_once(file):
    assert "đã công bố" in run(file, publish=True, **ARGUMENTS)
    assert Edition.objects.published().count() == 1


def test_the_terms_beside_the_file_say_what_the_edition_is(file):
    run(file, **ARGUMENTS)
    edition = Edition.objects.get()
    assert {name: getattr(edition, name) for name in ANNOUNCED} == ANNOUNCED | {"announced_on": edition.announced_on}
    assert (edition.source.slug, edition.note_en, f"{edition.announced_on}") == ("gazette", "Note", "2024-04-17")


def test_terms_may_lie_elsewhere(file, tmp_path_factory):
    terms = tmp_path_factory.mktemp("terms") / "editions.csv"
    (file.parent / "editions.csv").rename(terms)
    run(file, terms=terms, **ARGUMENTS)
    assert Edition.objects.count() == 1


def test_every_problem_of_a_file_is_listed_and_nothing_saved(file):
    before = counts()
    file.write_text("province,component,score,unit,source\nXyz,overall,1.000,%,gazette\nan-binh,overall,,,nowhere\n")
    lines = refusal(file, **ARGUMENTS).splitlines()
    assert lines[0] == "par-index-2023.csv: 4 lỗi, chưa lưu gì."
    assert [line[:8] for line in lines[1:]] == ["  Dòng 2"] * 2 + ["  Dòng 3"] * 2
    assert counts() == before


def test_what_to_give_is_told(file):
    assert refusal(file) == "Give FILE, --series and --year; or --all."


def test_a_file_that_is_not_there_is_told(file):
    assert "2024.csv: No such file" in refusal(file.with_name("2024.csv"), **ARGUMENTS)


def test_missing_terms_are_told(file):
    (file.parent / "editions.csv").unlink()
    assert "editions.csv: cần tệp này để biết kỳ công bố là gì." in refusal(file, **ARGUMENTS)


def test_a_year_without_terms_is_told(file):
    told = refusal(file, series="par-index", year=2022)
    assert told == "editions.csv không có dòng nào cho par-index năm 2022. Hãy thêm một dòng."


@pytest.mark.parametrize(
    ("term", "wrong", "told"),
    [
        ("2023-12-31", "31/12/2023", '"as_of": "31/12/2023" không phải là ngày.'),
        ("2023-12-31", "2022-12-31", '"as_of": Ngày này không nằm trong năm đánh giá.'),
        ("6,ann", "sáu,ann", '"ranked": "sáu" không phải là số nguyên.'),
        ("6,ann", "0,ann", '"ranked": 0 nằm ngoài khoảng'),
        ("6,ann", ",ann", '"ranked": Chỉ số này công bố thứ hạng.'),
        ("6,announced", "6,compiled", '"ranked": Kỳ công bố này không có thứ hạng.'),
        ("announced,", "guessed,", '"method": "guessed" không có trong danh mục. Dùng một trong: announced, compiled.'),
        ("par-a,,", "par-a,maybe,", '"comparable": "maybe" không có trong danh mục.'),
        (
            "par-a",
            "par-z",
            '"rules": Chỉ số này không có quy định chấm điểm đó trong năm đánh giá. Dùng một trong: par-a',
        ),
        ("gazette", "nowhere", '"source": "nowhere" chưa có.'),
        (",Note", ",", '"note_vi": Cần có cả tiếng Việt và tiếng Anh'),
    ],
)
def test_terms_that_cannot_be_are_told_and_nothing_saved(file, term, wrong, told):
    (file.parent / "editions.csv").write_text(TERMS.replace(term, wrong), encoding="utf-8")
    assert refusal(file, **ARGUMENTS).startswith(f"editions.csv: Dòng 2, cột {told}")
    assert Edition.objects.count() == 0


def test_every_mistake_of_the_terms_is_told_at_once(file):
    wrong = TERMS.replace("2023-12-31", "hôm nay").replace("6,", "x,").replace("gazette", "nowhere")
    (file.parent / "editions.csv").write_text(wrong, encoding="utf-8")
    columns = [line.split('"')[1] for line in refusal(file, **ARGUMENTS).splitlines()]
    assert columns == ["as_of", "ranked", "source"]


@pytest.mark.parametrize("content", [b"", b"series\nx\n", b"\xff\xfe", TERMS.replace("rules", "rule").encode()])
def test_terms_that_are_no_table_are_told(file, content):
    (file.parent / "editions.csv").write_bytes(content)
    assert refusal(file, **ARGUMENTS).startswith("editions.csv: ")


@pytest.fixture
def fixtures(db, folder, monkeypatch):
    """The country as the files that a portal is filled from; the database is empty."""
    with transaction.atomic():
        settle()
        for app, name in (("provinces", "provinces"), ("indicators", "series")):
            rows = [row for model in apps.get_app_config(app).get_models() for row in model.objects.order_by("pk")]
            (folder / f"{name}.json").write_text(natural(rows), encoding="utf-8")
        transaction.set_rollback(True)
    (folder / "editions").mkdir()
    for path in folder.glob("*.csv"):
        path.rename(folder / "editions" / path.name)
    monkeypatch.setattr(load_edition, "FIXTURES", folder)
    return folder


def natural(rows):
    options = {"use_natural_foreign_keys": True, "use_natural_primary_keys": True}
    return serializers.serialize("json", rows, **options)


def test_an_empty_portal_is_filled_and_published(fixtures):
    said = run(all=True)
    assert "reference rows" in said
    assert (Province.objects.count(), Edition.objects.published().count()) == (8, 1)


def test_filling_a_full_portal_changes_nothing(fixtures):
    run(all=True)
    before, stamps = counts(), Edition.objects.get().published_at
    assert run(all=True) == ""
    assert (counts(), Edition.objects.get().published_at) == (before, stamps)


def test_filling_leaves_what_staff_changed(fixtures):
    run(all=True)
    Source.objects.filter(slug="paper").update(title="Tên đã sửa")
    Province.objects.filter(slug="an-binh").update(population=1000)
    run(all=True)
    assert Source.objects.get(slug="paper").title == "Tên đã sửa"
    assert Province.objects.get(slug="an-binh").population == 1000


def test_filling_adds_what_is_missing(fixtures):
    run(all=True)
    Source.objects.filter(slug="survey").delete()
    assert run(all=True) == "fixtures: 1 reference rows\n"


@pytest.mark.parametrize("status", ["draft", "withdrawn"])
def test_filling_leaves_a_year_that_staff_keep_from_the_public(fixtures, status):
    run(all=True)
    Edition.objects.update(status=status, withdrawn_at=F("published_at"))
    run(all=True)
    assert [edition.status for edition in Edition.objects.all()] == [status]


def test_a_broken_file_stops_the_filling_with_its_problems(fixtures):
    (fixtures / "editions" / "par-index-2023.csv").write_text("province,component,source\nXyz,overall,paper\n")
    assert "2 lỗi, chưa lưu gì." in refusal(all=True)
    assert (Series.objects.count(), Edition.objects.count()) == (2, 0)


def test_every_edition_of_the_portal_has_its_file():
    folder = load_edition.FIXTURES / "editions"
    with (folder / "editions.csv").open(encoding="utf-8", newline="") as lines:
        named = {f"{line['series']}-{line['year']}.csv" for line in csv.DictReader(lines)}
    assert named == {path.name for path in folder.glob("*-*.csv")}


def test_terms_that_cannot_be_read_stop_the_filling(fixtures):
    (fixtures / "editions" / "editions.csv").write_text("series\n")
    assert refusal(all=True).startswith("editions.csv: ")


def test_a_ministrys_table_is_loaded_from_the_shell_with_its_warnings(file):
    file.write_text("Tỉnh;Điểm\nAn Bình;84,00\nBảo Sơn;–\n", encoding="utf-8")
    warning = 'Dòng 3: Không có điểm hay thứ hạng nào nên không nạp: "Bảo Sơn –".'
    assert run(file, **ARGUMENTS).splitlines() == ["par-index-2023.csv: bản nháp, 1 kết quả", f"  {warning}"]
    edition = Edition.objects.get()
    assert edition.results.get().citations.get().source.slug == "gazette"
    assert [each["vi"] for each in edition.warnings] == [warning]
