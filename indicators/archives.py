"""All figures of a series, or of the portal, in one ZIP file that describes itself. Made again, it is the same."""

import hashlib
import io
import json
from dataclasses import dataclass
from datetime import UTC
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from django.conf import settings
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from . import licences, packaging
from .exports import csv_lines
from .models import Series
from .reports import everything
from .reports.everything import Table
from .reports.report import Column, Report
from .templatetags.formats import pick, short_name

WHOLE = "portal"  # the archive of everything


@dataclass(frozen=True)
class Written:
    """A table as it stands in an archive."""

    table: Table
    rows: int
    size: int
    sha256: str


@dataclass(frozen=True)
class Archive:
    """A ZIP file in memory. `series`: None of the whole portal."""

    series: Series | None
    tables: list
    content: bytes

    @property
    def slug(self):
        return self.series.slug if self.series else WHOLE

    @property
    def rows(self):
        """The rows of all its tables."""
        return sum(each.rows for each in self.tables)

    @property
    def sha256(self):
        return hashlib.sha256(self.content).hexdigest()


def archives(catalogue, day):
    """{slug: Archive} in the language of the page, the whole portal first; made once for each catalogue and day."""
    return catalogue.archives.get((day, get_language()), lambda: made(catalogue, day))


def made(catalogue, day):
    each = [None, *catalogue.every_series] if catalogue.once_public else []
    return {found.slug: found for found in (archive(catalogue, series, day) for series in each)}


def archive(catalogue, series, day):
    """One archive: its tables, what describes each, the data package, and a few words for a person."""
    at, slug = catalogue.once_public[-1].published_at.astimezone(UTC), series and series.slug
    content, about = io.BytesIO(), described(series, at)
    with ZipFile(content, "w", ZIP_DEFLATED) as file:
        tables = [written(file, at, table) for table in everything(catalogue, slug, day)]
        for each in tables:
            put(file, at, f"{each.table.name}.csv-metadata.json", as_json(packaging.csvw(each.table, slug)))
        put(file, at, "datapackage.json", as_json(packaging.package(about, tables)))
        put(file, at, "README.md", read_me(about, tables))
    return Archive(series, tables, content.getvalue())


def described(series, at):
    """What a data package says of itself."""
    site = settings.PUBLISHER_EN if get_language() == "en" else settings.PUBLISHER_VI
    publisher = pick(series, "publisher") if series else ""
    return {
        "name": series.slug if series else WHOLE,
        "title": pick(series, "name") if series else site,
        "description": licences.credit(series),
        "created": at.isoformat(timespec="seconds"),
        "licenses": licences.licences(series and series.slug),
        "sources": [{"title": publisher or site, "path": settings.SITE_URL + "/"}],
        "contributors": [{"title": site, "path": settings.SITE_URL + "/", "role": "publisher"}],
    }


def entry(name, at):
    """A place in a ZIP file with the hour of publication, whatever the clock says now."""
    info = ZipInfo(name, at.timetuple()[:6])
    info.compress_type, info.external_attr = ZIP_DEFLATED, 0o644 << 16
    return info


def put(file, at, name, text):
    file.writestr(entry(name, at), text)


def written(file, at, table):
    """Write a table line by line."""
    digest, size, lines = hashlib.sha256(), 0, -1
    with file.open(entry(f"{table.name}.csv", at), "w") as place:
        for line in csv_lines(table.report):
            place.write(line)
            digest.update(line)
            size, lines = size + len(line), lines + 1
    return Written(table, lines, size, digest.hexdigest())


def as_json(body):
    return json.dumps(body, ensure_ascii=False, indent=1) + "\n"


def read_me(about, tables):
    """For a person: what it is, whom to credit, which tables."""
    terms = ", ".join(f"{each['title']} <{each['path']}>" for each in about["licenses"])
    lines = [f"# {about['title']}", "", about["description"], f"{_('Giấy phép')}: {terms}.", ""]
    lines += [f"* {each.table.name}.csv: {each.table.report.title}, {each.rows}" for each in tables]
    return "\n".join([*lines, "", about["created"], ""])


def listing(catalogue, found):
    """The archives as a report: what each holds, under which terms, and by what its bytes are told."""
    columns = (
        Column("series", _("Chỉ số")),
        Column("name", _("Tên")),
        Column("publisher", _("Nơi công bố")),
        Column("year_from", _("Từ năm")),
        Column("year_to", _("Đến năm")),
        Column("editions", _("Số kỳ công bố")),
        Column("rows", _("Số dòng")),
        Column("bytes", _("Số byte")),
        Column("sha256", "SHA-256"),
        Column("url", _("Địa chỉ")),
        Column("licence", _("Giấy phép")),
        Column("credit", _("Ghi nguồn")),
    )
    rows = [listed(catalogue, each) for each in found.values()]
    return Report(slug="data", title=_("Tải dữ liệu"), columns=columns, rows=rows)


def listed(catalogue, archive):
    series = archive.series
    years = [each.year for each in catalogue.every_edition if series in (None, each.series)]
    return {
        "series": series and series.slug,
        "name": pick(series, "name") if series else _("Toàn bộ Cổng"),
        "short": series and short_name(series),
        "publisher": pick(series, "publisher") or None if series else None,
        "year_from": min(years),
        "year_to": max(years),
        "editions": len(years),
        "rows": archive.rows,
        "bytes": len(archive.content),
        "sha256": archive.sha256,
        "url": settings.SITE_URL + reverse("archive", args=[archive.slug]),
        "licence": licences.licence(series and series.slug),
        "credit": licences.credit(series),
        "tables": archive.tables,
    }
