"""The marked copy: every cell of the clerk, and beside each row what is wrong with it."""

import io

from openpyxl import load_workbook

from indicators.intake import marked
from indicators.intake.problems import Problem

TABLE = b"province,note_vi\nAn B,=cmd|' /C calc'!A0\n"


def lines(content):
    """The cells of the only sheet as (value, type) pairs."""
    rows = load_workbook(io.BytesIO(content)).active.iter_rows()
    return [[(cell.value, cell.data_type) for cell in row] for row in rows]


def test_a_row_is_told_its_problems_beside_it_and_the_file_at_the_top():
    name, content = marked("bảng.csv", TABLE, [Problem("Tất cả."), Problem("Sai tên.", 2, "province")])
    assert name == "bảng-danh-dau.xlsx"
    marks = [cells[-1][0] for cells in lines(content)]
    assert marks == ["Lỗi và lưu ý\nTất cả.", 'Dòng 2, cột "province": Sai tên.']


def test_no_cell_of_a_marked_copy_runs():
    _, content = marked("bảng.csv", TABLE, [Problem("=1+1")])
    assert {kind for cells in lines(content) for value, kind in cells if value} == {"s"}
