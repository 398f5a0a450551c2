"""An empty table for a clerk: this year's provinces and components under Vietnamese headings."""

import io
from datetime import date

from openpyxl import Workbook
from openpyxl.styles import Alignment

from provinces.gazetteer import Gazetteer

from ..models import Criterion, Series
from . import columns


def template(series, year):
    """(file name, bytes): an empty .xlsx for one year of a series, to be filled in and loaded as it is."""
    book = Workbook()
    book.active.title = f"{series.slug} {year}"[:31]
    if series.slug == Series.LEDGER:
        book.active.append([columns.LEDGER_SPOKEN[name] for name in columns.LEDGER])
    else:
        book.active.append(["STT", "Tỉnh, thành phố", *headings(series, year)])
    for number, place in enumerate(Gazetteer.read().on(date(year, 12, 31)), start=1):
        book.active.append(["" if series.slug == Series.LEDGER else number, place.name])
    make_readable(book.active)
    stream = io.BytesIO()
    book.save(stream)
    return f"{series.slug}-{year}.xlsx", stream.getvalue()


def make_readable(sheet):
    """Headings are read whole, and stay with the names while the sheet is scrolled."""
    for cell in sheet[1]:
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        sheet.column_dimensions[cell.column_letter].width = 6 if cell.value == "STT" else 22
    sheet.freeze_panes = "C2"


def headings(series, year):
    """Score and rank of the whole, then of each component of that year; ranks where any are announced."""
    measures = ["Điểm", "Xếp hạng"] if series.is_ranked else ["Điểm"]
    criteria = Criterion.objects.in_force(series.pk, year).select_related("component").order_by("component__order")
    names = dict.fromkeys(each.name_vi for each in criteria if each.component.slug != "overall")
    return [*measures, *(f"{name}: {measure}" for name in names for measure in measures)]
