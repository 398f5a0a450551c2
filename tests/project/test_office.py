"""What is held against the CSV files of a workbook that LibreOffice opened."""

import pytest

from tools.office import differences

CSV = "name,score,note\r\nĐắk Lắk,84.10,\r\nHuế,,'=1+1\r\n"
NUMBER = '<table:table-cell office:value-type="float" office:value="84.1"><text:p>84.10</text:p></table:table-cell>'
FORMULA = (
    '<table:table-cell table:formula="of:=1+1" office:value-type="string"><text:p>=1+1</text:p></table:table-cell>'
)


def text(words):
    return f'<table:table-cell office:value-type="string"><text:p>{words}</text:p></table:table-cell>'


EMPTY = '<table:table-cell table:number-columns-repeated="2"/>'
ROWS = [[text("name"), text("score"), text("note")], [text("Đắk Lắk"), NUMBER, EMPTY]]
ROWS += [[text("Huế"), "<table:table-cell/>", text("=1+1"), EMPTY]]


@pytest.fixture
def compared(tmp_path):
    """`compared(old, new)`: the differences of a sheet with one cell replaced."""

    def compared(old="", new=""):
        rows = "".join(f"<table:table-row>{''.join(cells)}</table:table-row>" for cells in ROWS)
        names = " ".join(
            f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("table", "office", "text")
        )
        sheet = f"<office:document {names}><table:table>{rows}</table:table></office:document>"
        (tmp_path / "book.fods").write_text(sheet.replace(old, new) if old else sheet)
        return list(differences(tmp_path / "book.fods", CSV))

    return compared


def test_a_workbook_that_says_the_same_has_no_difference(compared):
    assert compared() == []


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        (NUMBER, text("84.10"), "row 1, score"),
        (NUMBER, NUMBER.replace("84.1", "84.2"), "row 1, score"),
        (text("Đắk Lắk"), text("Dak Lak"), "row 1, name"),
        (text("=1+1"), FORMULA, "row 2, note"),
        (text("=1+1"), text("2"), "row 2, note"),
    ],
)
def test_what_differs_is_told_with_its_place(compared, old, new, place):
    (told,) = compared(old, new)
    assert told.startswith(f"{place}: ")
