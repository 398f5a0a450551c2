"""Open workbooks of the portal in LibreOffice and hold what it reads against the CSV files of the same tables.

Reads the local portal (`make office`); tells every cell that differs or runs as a formula.
"""

import csv
import io
import subprocess
import sys
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit

import django
from defusedxml.ElementTree import parse

from indicators.keys import type_of

ADDRESSES = (  # one of each kind of table
    "/rankings/papi/2024",
    "/rankings/par-index/2022",
    "/en/rankings/par-index/2022",
    "/rankings/par-index/2022/aggregates",
    "/provinces/long-an",
    "/targets",
)
TABLE, OFFICE, TEXT = (f"{{urn:oasis:names:tc:opendocument:xmlns:{name}:1.0}}" for name in ("table", "office", "text"))
HOSTILE = ("=1+1", "+1+1", "-1+1", "@SUM(1;1)", '=HYPERLINK("http://a.example")', "=cmd|'/c calc'!A1")
MOST = 64  # cells of a row: a sheet is filled up with empty ones to its edge


def main():
    """What differs, a line each; what was compared is told."""
    with TemporaryDirectory() as folder:
        expected = {}
        for number, (name, book, text) in enumerate(tables()):
            (Path(folder) / f"{number}.xlsx").write_bytes(book)
            expected[number] = name, text.decode("utf-8-sig")
        convert(folder, sorted(Path(folder).glob("*.xlsx")))
        opened = {number: Path(folder) / f"{number}.fods" for number in expected}
        print(f"{len(opened)} workbooks, {sum(text.count(chr(10)) for _name, text in expected.values())} rows")
        return [f"{name}: {told}" for at, (name, text) in expected.items() for told in differences(opened[at], text)]


def tables():
    """(name, workbook, CSV file) of the tables, and of one whose texts look like formulas."""
    from django.conf import settings
    from django.test import Client

    from indicators.exports import to_csv, to_xlsx
    from indicators.reports.report import Column, Report

    ask = Client(headers={"host": urlsplit(settings.SITE_URL).netloc}).get
    for address in ADDRESSES:
        yield address, ask(f"{address}.xlsx").content, ask(f"{address}.csv").content
    columns = (Column("name", "Tên"), Column("score", "Điểm"))
    report = Report(slug="x", title="=1+1", columns=columns, rows=[{"name": each, "score": 1} for each in HOSTILE])
    yield "texts like formulas", to_xlsx(report), to_csv(report)


def convert(folder, books):
    """Have LibreOffice read workbooks and write what it understood, as flat XML."""
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = ["soffice", "--headless", "--norestore", profile, "--convert-to", "fods", "--outdir", folder, *books]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    if len(list(Path(folder).glob("*.fods"))) != len(books):
        sys.exit(done.stderr)


def differences(opened, text):
    """In which cells the first sheet of a workbook, as it was opened, is not the CSV of the same table, and how."""
    sheet = next(parse(opened).iter(f"{TABLE}table"))
    rows = [line for row in sheet.iter(f"{TABLE}table-row") for line in lines(row)]
    keys, *expected = csv.reader(io.StringIO(text))
    for at, values in enumerate(expected, start=1):
        cells = rows[at] if at < len(rows) else []
        for key, value, (said, is_sound) in zip(keys, values, filled(cells, values), strict=True):
            if not is_sound or not is_same(said, value, key):
                yield f"row {at}, {key}: {said!r}, not {value!r}"


def lines(row):
    """A row of a sheet, as often as it is said to be repeated: at most once more, since only empty ones are."""
    cells = [
        told for cell in row for told in [read(cell)] * min(int(cell.get(f"{TABLE}number-columns-repeated", 1)), MOST)
    ]
    return [cells] * min(int(row.get(f"{TABLE}number-rows-repeated", 1)), 2)


def read(cell):
    """(what a cell holds, a number or text; whether it runs nothing)."""
    text = "\n".join("".join(part.itertext()) for part in cell.findall(f"{TEXT}p"))
    is_number = cell.get(f"{OFFICE}value-type") == "float"
    return Decimal(cell.get(f"{OFFICE}value")) if is_number else text, cell.get(f"{TABLE}formula") is None


def filled(cells, expected):
    return (cells + [("", True)] * len(expected))[: len(expected)]


def is_same(said, value, key):
    """The same text; the same number, as a number, in a column of numbers."""
    if value and type_of(key) in ("whole", "number"):
        return isinstance(said, Decimal) and said == Decimal(value)
    return str(said).split() == value.removeprefix("'").split()


if __name__ == "__main__":
    django.setup()
    sys.exit("\n".join(main()) or None)
