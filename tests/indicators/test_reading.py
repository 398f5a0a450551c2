"""A file as a whole: what is a table, and what is not what its name says. Workbooks: test_workbook.py."""

import json
import unicodedata

import pytest

from indicators.intake import columns
from indicators.intake.reading import LARGEST, MOST_ROWS, read

from .workbooks import workbook

HEADING = "province,component,score,unit,source"
LINE = "an-binh,overall,84.00,%,gazette"


def reading(content, name="table.csv"):
    """(rows, problems as text) of a file."""
    content = content.encode() if isinstance(content, str) else content
    rows, problems = read(name, content, columns.INDEX, columns.INDEX_NEEDED)
    return rows, [str(problem) for problem in problems]


def refusal(content, name="table.csv"):
    """The only problem of a file that gives no rows."""
    rows, problems = reading(content, name)
    assert (rows, len(problems)) == ([], 1)
    return problems[0]


def row_cells(content, name="table.csv"):
    rows, problems = reading(content, name)
    assert problems == []
    return [row.cells for row in rows]


@pytest.mark.parametrize("content", ["", " ", "\n\n\t\r\n  "])
@pytest.mark.parametrize("name", ["table.csv", "table.xlsx", "table.json"])
def test_an_empty_file_is_refused(content, name):
    assert refusal(content, name) == "Tệp rỗng: không có chữ nào. Hãy chọn lại tệp."


@pytest.mark.parametrize("content", [HEADING, HEADING + "\n,,,,\n", "\ufeff", ",,,\n,,,\n", '""\n""\n'])
def test_a_file_without_a_line_of_figures_is_refused(content):
    assert "Cần một dòng tên cột và ít nhất một dòng số liệu" in refusal(content)


@pytest.mark.parametrize("name", ["table.xls", "table.pdf", "table", ".csv.bak", "table.csv.exe"])
def test_a_file_of_another_kind_is_refused_by_its_name(name):
    assert refusal(f"{HEADING}\n{LINE}\n", name).startswith(f'"{name}" không phải tệp .csv, .xlsx hay .json.')


def test_the_kind_in_a_name_may_be_in_capitals():
    assert len(row_cells(f"{HEADING}\n{LINE}\n", "BANG.CSV")) == 1


def test_a_workbook_named_csv_is_told_apart():
    assert "bên trong là sổ tính Excel" in refusal(workbook([["province"], ["an-binh"]]))


def test_a_file_of_too_many_bytes_is_refused():
    assert refusal(b"x" * (LARGEST + 1)) == "Tệp lớn hơn 5 MB. Hãy tách tệp, mỗi năm một tệp."


def test_a_file_of_too_many_rows_is_refused():
    content = HEADING + "\n" + f"{LINE}\n" * MOST_ROWS
    assert refusal(content) == "Tệp có hơn 20000 dòng. Hãy tách tệp, mỗi năm một tệp."


def test_the_ledger_and_the_indices_have_their_own_columns():
    line = b"kind,province,area,source\ntarget,an-binh,procedures,gazette\n"
    problems = {series: read("table.csv", line, *columns.of(series))[1] for series in ("targets", "par-index", "papi")}
    assert {series: len(told) for series, told in problems.items()} == {"targets": 0, "par-index": 2, "papi": 2}


def test_an_unknown_heading_is_told_with_the_known_ones():
    told = refusal(f"{HEADING},điểm\n{LINE},1\n")
    assert told.startswith('Dòng 1: Tên cột lạ: "điểm". Các cột dùng được: province, region, fact, component,')


def test_a_missing_heading_is_told():
    assert refusal("province,score\nan-binh,1\n") == "Dòng 1: Thiếu cột: component, source. Hãy thêm vào dòng đầu."


def test_a_doubled_heading_is_told():
    told = refusal(f"{HEADING},score\n{LINE},1\n")
    assert told == 'Dòng 1: Tên cột lặp lại: "score". Mỗi cột chỉ ghi một lần.'


def test_every_mistake_of_the_heading_is_told_at_once():
    _, problems = reading("province,province,điểm\nan-binh,an-binh,1\n")
    assert [problem.split(":")[1].strip() for problem in problems] == ["Tên cột lặp lại", "Tên cột lạ", "Thiếu cột"]


def test_a_heading_of_many_strange_names_is_told_in_part():
    names = ",".join(f"cột {n}" for n in range(200))
    told = "".join(reading(f"{names}\n1\n")[1])
    assert '"cột 7", …' in told
    assert "cột 8" not in told


@pytest.mark.parametrize("sign", [";", "\t"])
def test_columns_may_be_parted_as_a_vietnamese_spreadsheet_does(sign):
    (cells,) = row_cells(f"{HEADING}\n{LINE}\n".replace(",", sign).replace("84.00", "84,00"))
    assert (cells["score"], cells["source"]) == ("84,00", "gazette")


def test_cells_beyond_the_last_heading_are_told_with_their_line():
    told = refusal(f"{HEADING}\n{LINE}\n\n{LINE},thừa\n")
    assert told.startswith('Dòng 4: Có ô thừa sau cột cuối: "thừa".')


def test_empty_cells_beyond_the_last_heading_are_passed_over():
    assert row_cells(f"{HEADING},,\n{LINE},, \n")[0]["source"] == "gazette"


def test_a_short_line_has_empty_cells():
    rows, _ = reading(f"{HEADING}\nan-binh,overall\n")
    assert [rows[0]["score"], rows[0]["note_vi"]] == ["", ""]


def test_blank_lines_do_not_cut_a_table_short():
    rows, _ = reading(f"\n{HEADING}\n\n,,,,\n{LINE}\n\n{LINE}\n")
    assert [row.line for row in rows] == [5, 7]


def test_a_line_is_where_its_row_begins_though_a_cell_goes_on_for_several():
    rows, _ = reading(f'{HEADING},note_vi\n{LINE},"một\nhai\nba"\n{LINE},\n')
    assert [row.line for row in rows] == [2, 5]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_may_end_as_on_any_system(end):
    assert len(row_cells(f"{HEADING}{end}{LINE}{end}{LINE}")) == 2


def test_unbalanced_quotes_are_told_with_the_line_where_they_open():
    told = refusal(f'{HEADING}\n{LINE}\n"an-binh,overall\n{LINE}\n')
    assert told == "Dòng 3: dấu ngoặc kép không khớp. Hãy xem dòng này và các dòng sau."


def test_a_quote_inside_a_word_is_told_too():
    assert "Dòng 2: dấu ngoặc kép không khớp" in refusal(f'{HEADING}\n"an"-binh,overall\n')


def test_text_that_is_not_utf_8_is_told_with_its_line():
    content = f"{HEADING}\n{LINE}\n".encode() + "Đông Hà".encode("cp1258", "replace") + b"\xd0\n"
    assert refusal(content) == "Tệp không phải UTF-8 (dòng 3). Hãy lưu lại dạng CSV UTF-8."


@pytest.mark.parametrize("code", ["utf-16", "cp1258"])
def test_text_of_older_programs_is_read(code):
    text = unicodedata.normalize("NFC", f"{HEADING},note_vi\nan-binh,overall,84.00,%,gazette,Điểm thưởng\n")
    content = parted_marks(text).encode(code) if code == "cp1258" else text.encode(code)
    assert row_cells(content)[0]["note_vi"] == "Điểm thưởng"


def parted_marks(text):
    """Vietnamese as Windows-1258 holds it: letters with their hats, tones behind them."""
    letters = (unicodedata.normalize("NFD", letter) for letter in text)
    joined = (
        unicodedata.normalize("NFC", letter[:2]) + letter[2:] if len(letter) > 2 else letter for letter in letters
    )
    return "".join(
        letter if len(letter) != 2 or letter[1] in TONES else unicodedata.normalize("NFC", letter) for letter in joined
    )


TONES = "\u0300\u0301\u0303\u0309\u0323"


def test_another_kind_of_unicode_is_refused():
    assert "UTF-8" in refusal(f"{HEADING}\n{LINE}\n".encode("utf-32"))


def test_a_byte_order_mark_is_accepted():
    assert row_cells(f"\ufeff{HEADING}\n{LINE}\n")[0]["province"] == "an-binh"


def test_a_nul_is_no_text():
    told = refusal(f"{HEADING}\n{LINE}\0\n")
    assert told == "Dòng 2 có ký tự không phải chữ (NUL hoặc nửa ký tự). Hãy gõ lại dòng này."


@pytest.mark.parametrize("name", ["table.csv", "table.json", "table.xlsx"])
def test_names_in_parts_are_composed(name):
    split = unicodedata.normalize("NFD", "Êa Lộc")
    table = [["province", "component", "source"], [split, "overall", "gazette"]]
    contents = {
        "table.csv": "\n".join(map(",".join, table)).encode(),
        "table.json": json.dumps([dict(zip(*table, strict=True))]).encode(),
        "table.xlsx": workbook(table),
    }
    assert row_cells(contents[name], name)[0]["province"] == unicodedata.normalize("NFC", split)


def test_spaces_around_a_cell_and_unbreakable_ones_in_it_do_not_count():
    assert row_cells(f"{HEADING}\n\u00a0 An\u00a0Bình \t,overall\n")[0]["province"] == "An Bình"


def json_file(rows):
    return json.dumps(rows, ensure_ascii=False).encode()


SOUND = {"province": "an-binh", "component": "overall", "score": 84, "source": "gazette"}


@pytest.mark.parametrize("wrap", [list, lambda rows: {"title": "x", "rows": rows}])
def test_json_is_a_list_of_rows_or_holds_one(wrap):
    assert row_cells(json_file(wrap([SOUND])), "table.json")[0]["score"] == "84"


def test_numbers_of_json_keep_the_digits_of_the_file():
    content = b'[{"province": "an-binh", "component": "overall", "score": 84.10, "source": "gazette"}]'
    assert row_cells(content, "table.json")[0]["score"] == "84.10"


def test_lines_of_json_count_as_if_under_a_heading():
    rows, _ = reading(json_file([SOUND, SOUND]), "table.json")
    assert [row.line for row in rows] == [2, 3]


@pytest.mark.parametrize(("value", "cell"), [(None, ""), (True, "true"), ("x", "x")])
def test_null_is_an_empty_cell_and_any_other_word_stays_one(value, cell):
    assert row_cells(json_file([SOUND | {"score": value}]), "table.json")[0]["score"] == cell


@pytest.mark.parametrize("content", ["{", "[1,", "province", "\ufeff{]", "[" * 100_000, b"\xff\xfe[]"])
def test_broken_json_is_refused(content):
    told = refusal(content, "table.json")
    assert told == "Tệp tên .json nhưng không đọc được như JSON. Hãy xuất lại tệp."


@pytest.mark.parametrize("shape", [1, "x", None, [1, 2], [[1]], {"rows": 1}, {"rows": {}}, {"a": []}, [None]])
def test_json_of_another_shape_is_refused(shape):
    assert "mỗi dòng là một đối tượng" in refusal(json_file(shape), "table.json")


@pytest.mark.parametrize("cell", [{"a": 1}, ["a"], [], {}, {"a": {"b": []}}])
def test_a_table_inside_a_cell_is_refused(cell):
    assert "Mỗi ô chỉ ghi một số hoặc một dòng chữ" in refusal(json_file([SOUND | {"score": cell}]), "table.json")


def test_a_django_fixture_is_no_edition():
    fixture = [{"model": "indicators.source", "pk": 1, "fields": {"slug": "x"}}]
    assert "Mỗi ô chỉ ghi một số" in refusal(json_file(fixture), "table.json")


def test_a_column_twice_in_one_row_of_json_is_refused():
    told = refusal(b'[{"province": "an-binh", "province": "bao-son"}]', "table.json")
    assert told == 'Một dòng của tệp JSON ghi cột "province" hai lần. Hãy bỏ một.'


@pytest.mark.parametrize("escaped", [r"\u0000", r"\ud800"])
@pytest.mark.parametrize("place", ["province", "note_vi"])
def test_what_no_database_can_keep_is_refused_in_json(escaped, place):
    content = json_file([SOUND, SOUND | {place: "@"}]).replace(b"@", escaped.encode())
    assert refusal(content, "table.json").startswith("Dòng 3 có ký tự không phải chữ")


def test_a_strange_half_character_as_a_heading_is_refused():
    assert refusal(rb'[{"\ud800": 1}]', "table.json").startswith("Dòng 1 có ký tự không phải chữ")


def test_json_of_too_many_columns_is_refused():
    assert "hơn 256 cột" in refusal(json_file([{f"c{n}": n for n in range(300)}]), "table.json")


def test_json_of_too_many_rows_is_refused():
    assert "hơn 20000 dòng" in refusal(json_file([{"score": 1}] * (MOST_ROWS + 1)), "table.json")


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("a,b\n" + "1,2\n" * 30_000, "Tệp có hơn 20000 dòng"),
        ("a,b\n" + ("1," * 200 + "\n") * 2_000, "Tệp có hơn 300000 ô có chữ"),
        ("," * 300 + "a\n1\n", "Bảng có hơn 256 cột"),
    ],
    ids=["lines", "cells", "columns"],
)
def test_what_is_no_table_of_a_year_is_refused_before_all_of_it_is_kept(content, told):
    assert told in refusal(content)


def test_columns_without_a_word_do_not_make_a_table_wide():
    assert len(row_cells(f"{HEADING}{',' * 300}\n{LINE}{',' * 300}\n")) == 1


def test_json_may_be_a_fifth_as_large():
    _rows, problems = read("a.json", b"[" + b"1," * 600_000 + b"1]", [], set())
    assert [str(each) for each in problems] == ["Tệp lớn hơn 1 MB. Hãy tách tệp, mỗi năm một tệp."]
