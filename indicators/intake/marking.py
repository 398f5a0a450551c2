"""A clerk's file with a column that says what is wrong in each row."""

import io
from collections import defaultdict
from pathlib import PurePath

from django.utils.translation import gettext_lazy as _
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, PatternFill
from openpyxl.utils import get_column_letter

from . import reading
from .problems import NotAsNamed

MARKS = _("Lỗi và lưu ý")
ENDING = "-danh-dau.xlsx"
WIDTH = 80
FILL = PatternFill("solid", start_color="FFF2CC")


def marked(name, content, problems):
    """(file name, bytes): an .xlsx with every cell of the file and, right of them, the problems of each row.

    Problems of the file as a whole stand in the first line. Everything is text or a plain number: nothing runs.
    """
    book = Workbook(write_only=True)
    for sheet, lines in grouped(name, content).items():
        mark(book.create_sheet(sheet or "1"), lines, [each for each in problems if each.sheet in ("", sheet)])
    if not book.worksheets:
        mark(book.create_sheet("1"), [], problems)
    stream = io.BytesIO()
    book.save(stream)
    return PurePath(name).stem + ENDING, stream.getvalue()


def grouped(name, content):
    """{sheet: [(line, cells)]}; empty where the file cannot be read."""
    sheets = defaultdict(list)
    try:
        for sheet, line, cells in reading.table_of(name, content):
            sheets[sheet].append((line, cells))
    except NotAsNamed:
        pass
    return sheets


def mark(sheet, lines, problems):
    """Row after row, so that no more than one is held in memory."""
    column = max((len(cells) for _line, cells in lines), default=0)
    told, cells = defaultdict(list), dict(lines)
    for each in problems:
        told[each.line or 1].append(str(each))
    told[1].insert(0, str(MARKS))
    sheet.column_dimensions[get_column_letter(column + 1)].width = WIDTH
    for line in range(1, max([*cells, *told]) + 1):
        row = [text(sheet, cell) for cell in cells.get(line, [])]
        if line in told:
            row += [None] * (column - len(row)) + [remark(sheet, told[line])]
        sheet.append(row)


def remark(sheet, sentences):
    """The cell right of a row that says what is wrong there."""
    cell = text(sheet, "\n".join(sentences))
    cell.fill, cell.alignment = FILL, Alignment(wrap_text=True, vertical="top")
    return cell


def text(sheet, words):
    """A cell that holds these words as words: nothing of them runs."""
    cell = WriteOnlyCell(sheet, words)
    cell.data_type = "s"
    return cell
