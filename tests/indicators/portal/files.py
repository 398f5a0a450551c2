"""The files of a ranking or a profile, read back: {province (or key): its figures}, numbers exact."""

import csv
import io
import json
from decimal import Decimal

from openpyxl import load_workbook

from .printed import COLUMNS, exact, whole

WHOLE = ("rank", "of", "region_rank", "rank_change")


def body(content):
    """A JSON file with its numbers as they are written."""
    return json.loads(content, parse_float=Decimal)


def from_json(content, key=lambda row: row["province"]):
    return {key(row): figures(row | {"shown": row["printed"]}) for row in body(content)["rows"]}


def figures(row):
    return {name: row.get(name) for name in COLUMNS}


def lines(content):
    """The rows of a CSV file as texts by column."""
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def from_csv(content, key=lambda row: row["province"]):
    return {key(row): texts(row) for row in lines(content)}


def texts(row):
    numbers = {name: whole(row[name]) for name in WHOLE} | {name: exact(row[name]) for name in ("score", "change")}
    words = {name: row.get(name) or None for name in ("province", "printed", "unit")}
    return figures(numbers | words | {"shown": row["score"] or None, "derived": names(row["derived"])})


def names(text):
    return text.split("; ") if text else []


def sheet(content):
    """The rows of the first sheet of a workbook, as cells by column."""
    heading, *rows = load_workbook(io.BytesIO(content)).worksheets[0].iter_rows()
    return [dict(zip((cell.value for cell in heading), row, strict=True)) for row in rows]


def from_xlsx(content, key=lambda row: row["province"].value):
    return {key(row): cells(row) for row in sheet(content)}


def cells(row):
    found = {name: cell.value for name, cell in row.items()}
    found |= {name: None if found[name] is None else Decimal(str(found[name])) for name in ("score", "change")}
    return figures(found | {"shown": shown(row["score"]), "derived": names(found["derived"])})


def shown(cell):
    """A number as a spreadsheet shows it: with the decimals of its format."""
    if cell.value is None:
        return None
    return f"{cell.value:.{len(cell.number_format.partition('.')[2])}f}"


READERS = {"json": from_json, "csv": from_csv, "xlsx": from_xlsx}
