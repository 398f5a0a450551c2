"""Report -> CSV, XLSX, JSON. The same columns, the same digits; text that a spreadsheet would run is made harmless."""

import csv
import io
import json
import re
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font

from .keys import JOINED

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
NUMBER = re.compile(r"[+-]?\d+(\.\d+)?")


def to_json(report):
    """The report as the portal's JSON: numbers as numbers, null where missing."""
    edition = report.edition
    body = {
        "title": report.title,
        "series": edition and edition.series.slug,
        "year": edition and edition.year,
        "revision": edition and edition.revision,
        "superseded_by": report.superseded_by,
        "method": edition and edition.method,
        "comparable": edition and (edition.comparable or None),
        "columns": [{"key": column.key, "label": column.label, "unit": column.unit} for column in report.columns],
        "rows": [{column.key: row[column.key] for column in report.columns} for row in report.rows],
        "coverage": report.coverage and {"known": report.coverage[0], "of": report.coverage[1]},
        "aggregates": report.aggregates,
        "sources": report.sources,
        "statements": report.statements,
        "documents": report.documents,
        "of_predecessors": report.of_predecessors,
        "notes": report.notes,
    }
    return json.dumps(body, ensure_ascii=False, default=plain).encode()


def plain(value):
    if isinstance(value, Decimal):
        return float(value)
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{value!r} has no place in a report")


def headings(report):
    """The columns of a flat file: those of the report, with the edition before them and sources spelled out."""
    keys = [column.key for column in report.columns]
    before = ["series", "year", "revision"] if report.edition and "series" not in keys else []
    spelled = {"citations": ["source", "paragraph", "other_sources"]}
    return before + [name for key in keys for name in spelled.get(key, [key])]


def flat_rows(report):
    """Rows for a spreadsheet: numbers as (Decimal or int), everything else as text, None where missing."""
    edition = report.edition
    about = {"series": edition.series.slug, "year": edition.year, "revision": edition.revision} if edition else {}
    names = headings(report)
    for row in report.rows:
        cells = about | row | cited_cells(row)
        yield [flat(cells[name], cells if name in ("score", "change") else None) for name in names]


def cited_cells(row):
    """The preferred citation, and the others as `slug` or `slug#paragraph`."""
    if not row.get("citations"):
        return {"source": row.get("source"), "paragraph": row.get("paragraph"), "other_sources": None}
    first, *others = row["citations"]
    named = [f"{each['source']}#{each['paragraph']}" if each["paragraph"] else each["source"] for each in others]
    return {"source": first["source"], "paragraph": first["paragraph"], "other_sources": JOINED.join(named)}


def flat(value, figure=None):
    """One cell. A score carries its printed digits."""
    if isinstance(value, Decimal):
        return Decimal(figure["printed"]) if figure and value == figure["score"] and figure["printed"] else value
    if isinstance(value, list):
        return JOINED.join(value)
    if isinstance(value, date):
        return value.isoformat()
    return value


def to_csv(report):
    """UTF-8 with a byte-order mark: Excel reads Vietnamese only after one."""
    return "\ufeff".encode() + b"".join(csv_lines(report))


class _Lines:
    """A file that gives back what is written to it."""

    def write(self, text):
        return text.encode()


def csv_lines(report):
    """The lines of a CSV file, the headings first; each row is asked for when its line is."""
    writer = csv.writer(_Lines())
    yield writer.writerow(headings(report))
    for cells in flat_rows(report):
        yield writer.writerow([harmless(cell) for cell in cells])


def harmless(cell):
    """Text that a spreadsheet would run as a formula gets an apostrophe; numbers never."""
    if isinstance(cell, str) and cell.startswith(FORMULA_STARTS) and not NUMBER.fullmatch(cell):
        return f"'{cell}"
    return "" if cell is None else cell


def to_xlsx(report):
    """A workbook: the rows on one sheet, where they come from on the other."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(_("Số liệu"))
    sheet.freeze_panes = "A2"
    sheet.append([bold(sheet, name) for name in headings(report)])
    for cells in flat_rows(report):
        sheet.append([typed(sheet, cell) for cell in cells])
    about = book.create_sheet(_("Nguồn"))
    for line in about_lines(report):
        about.append([typed(about, cell) for cell in line])
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def bold(sheet, text):
    cell = WriteOnlyCell(sheet, text)
    cell.font = Font(bold=True)
    return cell


def typed(sheet, value):
    """A number as a number with the decimals that were printed; text as text, even when it begins like a formula."""
    if isinstance(value, Decimal):
        cell = WriteOnlyCell(sheet, value)
        digits = max(-value.as_tuple().exponent, 0)
        cell.number_format = f"0.{'0' * digits}" if digits else "0"
        return cell
    cell = WriteOnlyCell(sheet, value)
    if isinstance(value, str):
        cell.data_type = "s"
    return cell


def about_lines(report):
    """What the second sheet says: title, edition, notes, then a line for each source."""
    yield [report.title]
    if report.edition:
        yield [
            _("Kỳ công bố"),
            f"{report.edition.series.short} {report.edition.year}",
            _("Lần"),
            report.edition.revision,
        ]
    if report.superseded_by:
        yield [_("Bản cũ (lần %(old)s).") % {"old": report.edition.revision}, _("Lần mới"), report.superseded_by]
    for note in report.notes:
        yield [note]
    yield [_("Mã"), _("Nơi đăng"), _("Tên"), _("Đăng ngày"), _("Đoạn"), _("Địa chỉ")]
    for source in report.sources:
        yield [source[name] for name in ("source", "publisher", "title", "published", "paragraph", "url")]


FORMATS = {
    "csv": ("text/csv; charset=utf-8", to_csv),
    "xlsx": ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", to_xlsx),
    "json": ("application/json", to_json),
}
