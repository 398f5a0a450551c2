"""The OpenAPI document: made of the routes, the views and the promises of `contract`, so that it cannot drift."""

import re
from dataclasses import dataclass, field

from django.conf import settings
from django.utils.translation import gettext as _

from .contract import NOT_ALWAYS, OBJECTS, PARAMETERS, PROMISES
from .exports import FORMATS
from .keys import type_of

TYPES = {
    "whole": {"type": ["integer", "null"]},
    "number": {"type": ["number", "null"]},
    "day": {"type": ["string", "null"], "format": "date"},
    "moment": {"type": ["string", "null"], "format": "date-time"},
    "words": {"type": "array", "items": {"type": "string"}},
    "text": {"type": ["string", "null"]},
}
# Anything but NUL, which no database can look up: 400.
ASKED = {"type": "string", "pattern": "^[^\\x00]*$"}
PART = re.compile(r"<(\w+):(\w+)>")
REPORT = {
    "title": {"type": "string"},
    **dict.fromkeys(("series", "method", "comparable"), TYPES["text"]),
    **dict.fromkeys(("year", "revision", "superseded_by"), TYPES["whole"]),
    "coverage": {
        "type": ["object", "null"],
        "properties": {"known": {"type": "integer"}, "of": {"type": "integer"}},
        "required": ["known", "of"],
        "additionalProperties": False,
    },
    "notes": {"type": "array", "items": {"type": "string"}},
}
LISTS = {"columns": "Column", "aggregates": "Aggregate", "sources": "Source", "statements": "Statement"}
LISTS |= {"documents": "Document", "of_predecessors": "Predecessor"}


@dataclass(frozen=True)
class Route:
    """A route to files: its name, its pattern, the parameters that its view reads, and an address that works.

    `example`: {part of the address or parameter: a value}.
    """

    name: str
    pattern: str
    asks: list
    example: dict = field(default_factory=dict)

    @property
    def summary(self):
        return str(PROMISES[self.name].summary)

    @property
    def row(self):
        """The name of the schema of its rows: ranking-file gives RankingRow."""
        return "".join(word.capitalize() for word in self.name.removesuffix("-file").split("-")) + "Row"

    def path(self, format):
        """The address with its parts in braces; `format` in place of the ending."""
        return "/" + PART.sub(r"{\2}", self.pattern).replace("{format}", format)

    @property
    def parts(self):
        """(type, name) of each part of the address but the format."""
        return [(kind, name) for kind, name in PART.findall(self.pattern) if name != "format"]


def document(routes, prefix):
    """The whole document. `prefix`: /en of the English addresses."""
    paths = {}
    for route in routes:
        for ending in ("json", "{format}"):
            paths[route.path(ending)] = {"get": operation(route, ending)}
    return {
        "openapi": "3.1.0",
        "info": info(),
        "servers": [{"url": settings.SITE_URL + prefix}],
        "paths": paths,
        "components": {"schemas": schemas(routes), "responses": responses()},
    }


def info():
    return {
        "title": _("Chỉ số cải cách các tỉnh"),
        "version": "1",
        "summary": _("Số liệu của mọi trang, cho chương trình. Không cần khóa; chỉ đọc."),
        "license": {"name": "CC-BY-4.0", "url": "https://creativecommons.org/licenses/by/4.0/"},
    }


def operation(route, ending):
    """What an address takes and answers: as JSON, or as one of the files that a spreadsheet opens."""
    files = [format for format in FORMATS if format != "json"]
    parameters = [part(kind, name, route.example) for kind, name in route.parts]
    if ending != "json":
        parameters.append({"name": "format", "in": "path", "required": True, "schema": {"enum": files}})
    parameters += [query(name, route.example) for name in sorted(route.asks)]
    return {
        "operationId": route.name.removesuffix("-file") + ("" if ending == "json" else "-table"),
        "summary": route.summary,
        "parameters": parameters,
        "responses": {"200": told(route) if ending == "json" else as_files(files)} | others(ending),
    }


def part(kind, name, example):
    kinds = {"int": {"type": "integer", "minimum": 0}}
    schema = kinds.get(kind, {"type": "string", "pattern": "^[-a-zA-Z0-9_]+$"})
    return parameter(name, "path", schema, example) | {"required": True}


def query(name, example):
    """A value that means nothing is ignored, and so none is forbidden; but a revision must have been public."""
    several = {"schema": {"type": "array", "items": ASKED}} if name == "province" else {}
    return parameter(name, "query", ASKED, example) | several


def parameter(name, place, schema, example):
    found = {"name": name, "in": place, "description": str(PARAMETERS[name]), "schema": schema}
    return found | ({"example": example[name]} if name in example else {})


def told(route):
    """A report with its rows."""
    beside = [ref(f"{route.row}OfComponents")] if PROMISES[route.name].beside else []
    rows = {"type": "array", "items": {"anyOf": [ref(route.row), *beside]} if beside else ref(route.row)}
    lists = {name: {"type": "array", "items": ref(item)} for name, item in LISTS.items()}
    schema = closed(REPORT | lists | {"rows": rows})
    return {"description": _("Số liệu của trang."), "content": {"application/json": {"schema": schema}}}


def as_files(files):
    content = {FORMATS[format][0].partition(";")[0]: {"schema": {"type": "string"}} for format in files}
    return {"description": _("Cùng số liệu, thành bảng."), "content": content}


def others(ending):
    names = {"304": "Unchanged", "400": "Unreadable", "404": "NotFound", "410": "Withdrawn"}
    of_files = {} if ending == "json" else {"400": "FileUnreadable", "404": "FileNotFound", "410": "FileWithdrawn"}
    return {status: {"$ref": f"#/components/responses/{name}"} for status, name in (names | of_files).items()}


def responses():
    """What an address answers besides: a problem in JSON, and to whoever wanted a table, in words."""
    problem, page, line = ("application/problem+json", ref("Problem")), ("text/html", {}), ("text/plain", {})
    withdrawn = ("application/json", ref("Withdrawn"))
    said = {
        "Unreadable": (_("Địa chỉ không đọc được."), problem, page),
        "NotFound": (_("Không có trang này."), problem, page),
        "Withdrawn": (_("Kỳ công bố đã thu hồi."), withdrawn, line),
    }
    found = {"Unchanged": {"description": _("Không có gì mới từ lần hỏi trước.")}}
    for name, (text, json, file) in said.items():
        for key, (kind, schema) in ((name, json), (f"File{name}", file)):
            found[key] = {"description": text, "content": {kind: {"schema": schema or {"type": "string"}}}}
    return found


def schemas(routes):
    rows = {route.row: row(PROMISES[route.name].row) for route in routes}
    beside = {f"{each.row}OfComponents": PROMISES[each.name].beside.split() for each in routes}
    rows |= {name: row(keys) | {"additionalProperties": TYPES["number"]} for name, keys in beside.items() if keys}
    objects = {name: row(keys.split(), NOT_ALWAYS.get(name, set())) for name, keys in OBJECTS.items()}
    problem = {"type": {"type": "string"}, "title": {"type": "string"}, "status": {"type": "integer"}}
    withdrawn = {name: {"type": "string"} for name in ("title", "series", "reason")}
    withdrawn |= {"year": {"type": "integer"}, "revision": {"type": "integer"}}
    withdrawn |= {"withdrawn": {"type": "string", "format": "date"}}
    return rows | objects | {"Problem": closed(problem), "Withdrawn": closed(withdrawn)}


def row(keys, optional=frozenset()):
    """An object of these keys and no others."""
    return closed({key: schema_of(key) for key in keys}, optional)


def schema_of(key):
    return {"type": "array", "items": ref("Citation")} if key == "citations" else TYPES[type_of(key)]


def closed(properties, optional=frozenset()):
    required = [name for name in properties if name not in optional]
    return {"type": "object", "properties": properties, "required": required, "additionalProperties": False}


def ref(name):
    return {"$ref": f"#/components/schemas/{name}"}
