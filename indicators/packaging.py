"""What describes the tables of an archive to programs: a Frictionless data package, and CSVW beside each table."""

from django.conf import settings
from django.urls import reverse
from django.utils.translation import get_language

from .exports import headings
from .keys import JOINED, type_of
from .licences import licences

# Our types -> those of Frictionless and of CSVW. A list of texts is one text in a flat file.
FRICTIONLESS = {"whole": "integer", "number": "number", "day": "date", "moment": "datetime"}
CSVW = {"whole": "integer", "number": "decimal", "day": "date", "moment": "dateTimeStamp"}
# A column of one table -> the table and column that it points to.
POINTS = {"source": ("sources", "source"), "province": ("provinces", "province")}


def labels(report):
    """{heading: what it is called} of the flat columns."""
    named = {column.key: column.label for column in report.columns}
    return {name: named.get(name) or named.get("citations") or name for name in headings(report)}


def package(about, tables):
    """datapackage.json. `about`: name, title, description and the like; `tables`: as they were written."""
    named = {each.table.name for each in tables}
    return {
        "profile": "tabular-data-package",
        **about,
        "homepage": settings.SITE_URL + reverse("data"),
        "resources": [resource(each, named) for each in tables],
    }


def resource(written, named):
    table = written.table
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": f"{table.name}.csv",
        "title": table.report.title,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": written.size,
        "hash": f"sha256:{written.sha256}",
        "schema": schema(table, named),
    }


def schema(table, named):
    fields = [
        {"name": name, "title": label, "type": FRICTIONLESS.get(type_of(name), "string")}
        | ({"format": "any"} if type_of(name) == "moment" else {})
        for name, label in labels(table.report).items()
    ]
    found = {"fields": fields, "missingValues": [""]} | ({"primaryKey": list(table.key)} if table.key else {})
    pointing = {name: POINTS[name] for name in headings(table.report) if name in POINTS}
    keys = [
        {"fields": name, "reference": {"resource": other, "fields": column}}
        for name, (other, column) in pointing.items()
        if other in named and other != table.name
    ]
    return found | ({"foreignKeys": keys} if keys else {})


def csvw(table, series):
    """The metadata of one CSV file, as the W3C's CSV on the Web has it."""
    columns = [column(name, label) for name, label in labels(table.report).items()]
    return {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": get_language()}],
        "url": f"{table.name}.csv",
        "dc:title": table.report.title,
        "dc:license": {"@id": licences(series)[0]["path"]},
        "tableSchema": {"columns": columns} | ({"primaryKey": list(table.key)} if table.key else {}),
    }


def column(name, label):
    kind = type_of(name)
    found = {"name": name, "titles": name, "dc:description": label, "datatype": CSVW.get(kind, "string")}
    return found | ({"separator": JOINED} if kind == "words" else {})
