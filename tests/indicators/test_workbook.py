"""What a spreadsheet shows is what is read of it; what is no spreadsheet is refused."""

import io
import zipfile

import pytest

from indicators.intake import workbook as module
from indicators.intake.cells import Exact

from .test_reading import reading, refusal, row_cells
from .workbooks import bent, workbook

HEADING = ["province", "component", "score", "unit", "source"]
LINE = ["an-binh", "overall", 84, "%", "gazette"]
SHEET = "xl/worksheets/sheet1.xml"
BOMB = "<!DOCTYPE x [" + "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 9 if n else "ha"}">' for n in range(9)) + "]>"


def shown(value, code="General"):
    """What is read of a stored number under a number format."""
    content = workbook([HEADING, [*LINE[:2], value, *LINE[3:]]], formats={"C2": code})
    return row_cells(content, "table.xlsx")[0]["score"]


def test_a_row_knows_its_sheet_and_line():
    rows, _ = reading(workbook([HEADING, [], LINE]), "table.xlsx")
    assert [(row.sheet, row.line) for row in rows] == [("Phụ lục 1", 3)]


def test_a_cell_without_anything_is_empty():
    assert shown(None) == ""


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [
        (84, "0.00", "84.00"),
        (84.1, "0.00", "84.10"),
        (12000, "#,##0", "12000"),
        (1234.5, "#,##0.00", "1234.50"),
        (84.1, "0.00_);(0.00)", "84.10"),
        (84.1, '0.00" điểm"', "84.10"),
        (84.1, "[Red]0.000", "84.100"),
        (-1.6, "0.00", "-1.60"),
    ],
)
def test_a_stored_number_keeps_the_decimals_that_its_format_prints(value, code, text):
    assert shown(value, code) == text


def test_a_half_is_rounded_as_the_spreadsheet_shows_it():
    assert shown(87.425, "0.00") == "87.43"


@pytest.mark.parametrize(("value", "text"), [(84.1, "84.1"), (84.0, "84"), (0.1 + 0.2, "0.3"), (1e-7, "0.0000001")])
def test_a_number_without_a_format_keeps_its_own_decimals(value, text):
    assert shown(value) == text


def test_a_share_is_read_with_its_sign_and_so_never_taken_for_a_score():
    assert shown(0.8742, "0.00%") == "87.42%"


def test_a_stored_number_is_exact_and_typed_text_is_not():
    assert isinstance(shown(47.821), Exact)
    assert not isinstance(shown("47.821"), Exact)


@pytest.mark.parametrize("value", [1e300, True, "=1+1"])
def test_a_cell_that_is_no_plain_number_is_left_for_the_checks_to_refuse(value):
    assert not shown(value).replace(".", "").isdigit()


@pytest.mark.parametrize("lie", ["A1:A1", "A1:E2", "A1:XFD1048576"])
def test_a_lying_dimension_loses_no_row(lie):
    content = bent(workbook([HEADING, LINE, LINE]), SHEET, 'ref="A1:E3"', f'ref="{lie}"')
    assert len(row_cells(content, "table.xlsx")) == 2


def test_a_hidden_sheet_is_passed_over():
    content = workbook([["cũ"], ["x"]], [HEADING, LINE], hidden=[0])
    rows, problems = reading(content, "table.xlsx")
    assert (problems, [row.sheet for row in rows]) == ([], ["Phụ lục 2"])


def test_an_empty_sheet_is_passed_over():
    assert len(row_cells(workbook([[" "], [None]], [HEADING, LINE]), "table.xlsx")) == 1


def test_two_filled_sheets_are_refused_by_name():
    told = refusal(workbook([HEADING, LINE], [["ghi chú"]]), "table.xlsx")
    assert told == 'Sổ tính có 2 trang có chữ: "Phụ lục 1", "Phụ lục 2". Hãy để lại một trang.'


def test_a_problem_of_a_sheet_names_it():
    told = refusal(workbook([HEADING, [*LINE, "thừa"]]), "table.xlsx")
    assert told.startswith('Trang tính "Phụ lục 1", dòng 2: Có ô thừa')


def test_a_workbook_without_words_is_refused():
    assert "Cần một dòng tên cột" in refusal(workbook([[]]), "table.xlsx")


def archive(**parts):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as packed:
        for name, text in parts.items():
            packed.writestr(name, text)
    return stream.getvalue()


SOUND = workbook([HEADING, LINE])
BROKEN = {
    "text": b"province,component\n",
    "an old workbook": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600,
    "any archive": archive(readme="hello"),
    "half a workbook": SOUND[: len(SOUND) // 2],
    "a sheet that is no XML": bent(SOUND, SHEET, "<sheetData>", "<sheetData"),
    "a cell that is no number": bent(SOUND, SHEET, "<v>84</v>", "<v>84,5</v>"),
    "a cell out of the sheet": bent(SOUND, SHEET, 'r="C2"', 'r="2C"'),
    "a row out of the sheet": bent(SOUND, SHEET, '<row r="2"', '<row r="99999999999"'),
    "a string that is not there": bent(SOUND, SHEET, 'r="C2" t="n"', 'r="C2" t="s"'),
    "an entity": bent(SOUND, SHEET, "<worksheet", '<!DOCTYPE x [<!ENTITY e "ha">]><worksheet'),
    "an entity of entities": bent(SOUND, SHEET, "<worksheet", f"{BOMB}<worksheet"),
    "a sheet without a file": bent(SOUND, "xl/workbook.xml", 'r:id="rId1"', 'r:id="rId9"'),
}


@pytest.mark.parametrize("content", BROKEN.values(), ids=BROKEN)
def test_what_is_no_workbook_is_refused(content):
    assert refusal(content, "table.xlsx").startswith("Tệp tên .xlsx nhưng không mở được như sổ tính Excel.")


def test_a_workbook_with_macros_is_refused():
    stream = io.BytesIO(SOUND)
    with zipfile.ZipFile(stream, "a") as packed:
        packed.writestr("xl/vbaProject.bin", b"macro")
    assert refusal(stream.getvalue(), "table.xlsx").startswith("Sổ tính có macro.")


def test_a_workbook_that_unpacks_to_too_much_is_refused(monkeypatch):
    monkeypatch.setattr(module, "LARGEST_UNPACKED", 1000)
    assert refusal(SOUND, "table.xlsx") == "Sổ tính mở ra quá lớn. Hãy lưu lại chỉ trang có bảng."


def test_a_workbook_of_too_many_rows_is_refused(monkeypatch):
    monkeypatch.setattr(module, "MOST_ROWS", 5)
    monkeypatch.setattr("indicators.intake.reading.MOST_ROWS", 5)
    assert "Tệp có hơn 5 dòng" in refusal(workbook([HEADING, *[LINE] * 9]), "table.xlsx")


def test_a_part_that_would_be_read_for_minutes_is_refused():
    tag = "<worksheet " + " " * 600_000
    told = refusal(bent(workbook([["a"], ["b"]]), "xl/worksheets/sheet1.xml", "<worksheet ", tag), "a.xlsx")
    assert "không mở được như sổ tính Excel" in told


def test_a_sheet_wider_than_any_table_is_refused():
    assert "Bảng có hơn 256 cột" in refusal(workbook([["a"], [None] * 300 + ["b"]]), "a.xlsx")
