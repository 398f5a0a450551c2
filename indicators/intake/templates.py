"""An empty table for a clerk: this year's provinces and components under Vietnamese headings."""

import io
from datetime import date

from openpyxl import Workbook

from provinces.gazetteer import Gazetteer

from ..models import Series
from . import columns


def template(series, year, language="vi"):
    """(file name, bytes): an empty .xlsx for one year of a series, to be filled in and loaded as it is."""
    book = Workbook()
    if series.slug == Series.LEDGER:
        book.active.append(columns.LEDGER)
    else:
        book.active.append(["STT", "Tỉnh, thành phố", "Điểm", "Xếp hạng"])
        for number, place in enumerate(Gazetteer.read().on(date(year, 12, 31)), start=1):
            book.active.append([number, place.name])
    stream = io.BytesIO()
    book.save(stream)
    return f"{series.slug}-{year}.xlsx", stream.getvalue()
