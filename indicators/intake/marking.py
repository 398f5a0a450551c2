"""A clerk's file with a column that says what is wrong in each row."""

import io
from collections import defaultdict
from pathlib import PurePath

from django.utils.translation import gettext_lazy as _
from openpyxl import Workbook
from openpyxl.styles import Alignment, PatternFill

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
    book = Workbook()
    book.remove(book.active)
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
    column = max((len(cells) for _line, cells in lines), default=0) + 1
    for line, cells in lines:
        for number, cell in enumerate(cells, start=1):
            write(sheet.cell(line, number), cell)
    told = defaultdict(list)
    for each in problems:
        told[each.line or 1].append(str(each))
    told[1].insert(0, str(MARKS))
    for line, sentences in told.items():
        cell = sheet.cell(line, column)
        write(cell, "\n".join(sentences))
        cell.fill, cell.alignment = FILL, Alignment(wrap_text=True, vertical="top")
    sheet.column_dimensions[sheet.cell(1, column).column_letter].width = WIDTH


def write(cell, text):
    cell.value = text
    cell.data_type = "s"
