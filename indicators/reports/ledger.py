"""What places set themselves, report and promise: the statements of the ledger, and the paths of their targets."""

import hashlib
from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import date

from django.utils.translation import gettext as _

from ..models import Area, Document, Statement
from .figures import Marks, spoken
from .meeting import meeting
from .paths import paths
from .report import Column, Report

KINDS = tuple(Statement.Kind.values)
AREAS = tuple(Area.values)
# What makes a statement the same one in a later revision: of whom, of when, of what, and where it was printed.
IDENTITY = ("kind", "province__slug", "district__slug", "year_from", "year_to", "area", "measure__slug", "level")
IDENTITY += ("body_vi", "text_vi", "source__slug", "paragraph")


@dataclass(frozen=True, kw_only=True)
class Ledger(Report):
    """`rows`: a statement each, by kind and place, then by reform area and year, else as their files have them.

    `everything`: the rows before a filter. `paths`: targets that rise year by year. `shares`: sums of shares of one
    whole that are not 100, with their rows.
    """

    everything: list = field(default_factory=list)
    paths: list = field(default_factory=list)
    shares: list = field(default_factory=list)

    def of(self, kind):
        """The rows of one kind."""
        return [row for row in self.rows if row["kind"] == kind]

    @property
    def districts(self):
        """{slug: name} of the districts of which anything is stated."""
        return {row["district"]: row["district_name"] for row in self.everything if row["district"]}

    def by_columns(self):
        """The rows as files give them."""
        return [{column.key: row[column.key] for column in self.columns} for row in self.rows]


def targets(catalogue, today, shown=None):
    """Every published statement; `shown`: primary keys of those that a filter leaves, or None."""
    told = Statement.objects.published().told()
    return ledger(catalogue, told, today, Marks(), shown, slug="targets", title=_("Chỉ tiêu và kết quả thực hiện"))


def ledger(catalogue, told, today, marks, shown=None, **about):
    """The statements `told` as a report. Judgements count all of them; rows are those in `shown` (primary keys)."""
    rows = keyed(sorted((row_of(catalogue, each) for each in told), key=order))
    for row in rows:
        row["state"], row["met_by"] = meeting(row, rows, today) if row["kind"] == "target" else (None, None)
    left = [row for row in rows if shown is None or row["pk"] in shown]
    for row in left:
        row["mark"] = marks.number(row["told"])
    checks = {(each.edition_id, each.edition__year): each.edition__checks for each in told}
    return Ledger(
        columns=columns(),
        rows=left,
        everything=rows,
        paths=paths(left),
        shares=shares(left, checks),
        sources=marks.sources,
        **about,
    )


def keyed(rows):
    """The rows, each with a `key` that stays when its figure or note is corrected; of two that say the same, -2."""
    counts = Counter()
    for row in rows:
        said = "\n".join(str(getattr(row["told"], name)) for name in IDENTITY)
        key = hashlib.sha256(said.encode()).hexdigest()[:8]
        counts[key] += 1
        row["key"] = key if counts[key] == 1 else f"{key}-{counts[key]}"
    return rows


def order(row):
    """Kinds and areas in their official order; within them the places by name, the years, the order of the file."""
    place = (row["sort_key"], row["district"] or "")
    years = (row["year_from"] is None, row["year_from"])
    return (KINDS.index(row["kind"]), place, AREAS.index(row["area"]), *years, row["ledger"], row["line"])


def row_of(catalogue, told):
    """One statement by the columns of its files, and what pages say of it besides."""
    place = catalogue.gazetteer.place(told.province__slug, date(told.edition__year, 12, 31))
    return {
        "told": told,
        "pk": told.pk,
        "line": told.line,
        "sort_key": place.sort_key,
        "kind": told.kind,
        "province": told.province__slug,
        "name": place.name,
        "district": told.district__slug,
        "district_name": told.district__name_vi,
        "year_from": told.year_from,
        "year_to": told.year_to,
        "area": told.area,
        "area_name": str(Area(told.area).label),
        **figure_of(told),
        "source": told.source__slug,
        "paragraph": told.paragraph,
        "opening": told.opening,
        "note": spoken(told, "note"),
        "ledger": told.edition__year,
        "revision": told.edition__revision,
    }


def figure_of(told):
    """What is measured or promised, by whom, and the figure with its qualifiers; no figure in a commitment."""
    has_figure = told.value is not None
    return {
        "measure": told.measure__slug,
        "text": spoken(told, "measure__name" if has_figure else "text"),
        "level": told.level or None,
        "body": spoken(told, "body") or None,
        "comparator": told.comparator or None,
        "qualifier": told.qualifier or None,
        "printed": told.printed or None,
        "value": round(told.value, told.digits) if has_figure else None,
        "unit": told.unit or None,
        "of": told.of,
    }


def columns():
    """Of whom and of what a statement is, its figure, and where it was printed."""
    subject = (
        Column("kind", _("Loại")),
        Column("province", _("Mã")),
        Column("name", _("Tỉnh, thành phố")),
        Column("district", _("Mã huyện")),
        Column("district_name", _("Huyện")),
        Column("year_from", _("Từ năm")),
        Column("year_to", _("Đến năm")),
        Column("area", _("Mã nội dung cải cách")),
        Column("area_name", _("Nội dung cải cách")),
        Column("measure", _("Mã nội dung")),
        Column("text", _("Nội dung")),
        Column("level", _("Cấp")),
        Column("body", _("Đơn vị thực hiện")),
    )
    return subject + figure_columns()


def figure_columns():
    return (
        Column("comparator", _("Dấu so sánh")),
        Column("qualifier", _("Mức")),
        Column("printed", _("Ghi theo nguồn")),
        Column("value", _("Giá trị")),
        Column("unit", _("Đơn vị")),
        Column("of", _("Trên")),
        Column("state", _("Đạt hay chưa")),
        Column("source", _("Nguồn")),
        Column("paragraph", _("Đoạn")),
        Column("opening", _("Đoạn bắt đầu bằng")),
        Column("note", _("Ghi chú")),
        Column("ledger", _("Năm của nguồn")),
        Column("revision", _("Lần")),
    )


def shares(rows, checks):
    """Shares of one whole that do not add up to 100, found when their file was loaded: {sum, rows}."""
    found = []
    for (edition, _year), stored in checks.items():
        lines = {row["line"]: row for row in rows if row["told"].edition_id == edition}
        for check in stored:
            for *parts, total in check["rows"]:
                if set(parts) <= set(lines):
                    found.append({"sum": total, "rows": [lines[line] for line in parts]})
    return found


def documents(told, marks=None):
    """Plans, decisions and laws that sources name: rows with the source and the paragraph of each."""
    return [document_row(each, marks) for each in told]


def document_row(told, marks):
    return {
        "number": told.number or None,
        "kind": spoken(told, "kind"),
        "issuer": told.issuer or None,
        "issued_on": told.issued_on,
        "subject": spoken(told, "subject"),
        "source": told.source__slug,
        "paragraph": told.paragraph,
        "opening": told.opening,
        "mark": marks and marks.number(told),
    }


def of_place(catalogue, place, today, marks, district=None):
    """The ledger of a province itself, or of one of its districts, with the documents that its sources name."""
    about = f"{place.slug}/{district.slug}" if district else place.slug
    told = list(Statement.objects.published().of_province(place.pk).told())
    shown = {each.pk for each in told if each.district__slug == (district and district.slug)}
    words = {"slug": about.replace("/", "-"), "title": district.name_vi if district else place.name}
    named = Document.objects.of_place(place.pk, district and district.pk, about).told()
    return replace(ledger(catalogue, told, today, marks, shown, **words), documents=documents(named, marks))


def district(catalogue, place, found, today):
    """A district (of the database) of a place: its statements, and the documents that its sources name."""
    return of_place(catalogue, place, today, Marks(), found)
