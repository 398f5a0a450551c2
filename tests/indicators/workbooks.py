"""Workbooks for tests, made by openpyxl and then bent."""

import io
import zipfile

from openpyxl import Workbook


def workbook(*sheets, hidden=(), formats=None):
    """The bytes of an .xlsx with these sheets (lists of lines).

    `hidden`: numbers of the sheets that are not shown. `formats`: {cell of the first sheet: number format}.
    """
    book = Workbook()
    book.remove(book.active)
    for number, lines in enumerate(sheets):
        sheet = book.create_sheet(f"Phụ lục {number + 1}")
        for line in lines:
            sheet.append(line)
        sheet.sheet_state = "hidden" if number in hidden else "visible"
    for cell, code in (formats or {}).items():
        book.worksheets[0][cell].number_format = code
    return written(book)


def written(book):
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def bent(content, part, old, new):
    """The same workbook with one text in one of its parts replaced."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as parts, zipfile.ZipFile(stream, "w") as bent_parts:
        for name in parts.namelist():
            text = parts.read(name)
            if name == part:
                assert old.encode() in text
                text = text.replace(old.encode(), new.encode())
            bent_parts.writestr(name, text)
    return stream.getvalue()
