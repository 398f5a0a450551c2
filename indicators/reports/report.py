"""A report: the one answer that table, chart, CSV, XLSX and JSON are drawn from."""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from ..models import Edition


@dataclass(frozen=True)
class Column:
    """A column of every drawing: `key` in JSON, `label` in headings, `unit` where all its figures share one."""

    key: str
    label: str
    unit: str = ""


@dataclass(frozen=True, kw_only=True)
class Report:
    """Rows are dicts by column key, sorted once, here. Numbers are numbers, None is not known.

    `slug` names downloaded files. `coverage` is (known, of) provinces. `sources` are numbered from 1 as marks.
    `statements`: rows of the ledger, beside rows of another kind. `documents`: what sources of the report name.
    `of_predecessors`: what the provinces that one was made of last got.
    `superseded_by`: the number of the newest revision of the edition's year, where that is another.
    """

    slug: str
    title: str
    columns: tuple
    rows: list
    edition: Edition | None = None
    superseded_by: int | None = None
    coverage: tuple | None = None
    aggregates: list = field(default_factory=list)
    sources: list = field(default_factory=list)
    statements: list = field(default_factory=list)
    documents: list = field(default_factory=list)
    of_predecessors: list = field(default_factory=list)
    notes: list = field(default_factory=list)


def figure_columns(computed=False):
    """The columns that every table of results has; `computed` where the portal places provinces itself."""
    return (
        Column("rank", _("Vị trí (Cổng tự tính)") if computed else _("Thứ hạng")),
        Column("of", _("Trên")),
        Column("region_rank", _("Thứ hạng trong vùng")),
        Column("score", _("Điểm")),
        Column("unit", _("Đơn vị")),
        Column("printed", _("Ghi theo nguồn")),
        Column("change", _("Tăng, giảm điểm")),
        Column("rank_change", _("Tăng, giảm bậc")),
        Column("derived", _("Suy ra")),
        Column("citations", _("Nguồn")),
        Column("note", _("Ghi chú")),
    )
