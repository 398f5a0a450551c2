"""What was announced of the country and the regions in one edition, as a table of its own."""

from decimal import Decimal

from django.utils.translation import gettext as _

from ..models import Aggregate
from .figures import Marks, aggregate_cells
from .report import Column, Report


def aggregates(catalogue, edition):
    """Every aggregate of an edition, in the order of its file; that of the total has no component."""
    marks = Marks()
    criteria = catalogue.criteria(edition)
    rows = [row(told, marks, criteria) for told in Aggregate.objects.in_editions([edition])]
    return Report(
        slug=f"{edition.series.slug}-{edition.year}-aggregates",
        title=f"{_('Số liệu chung')}, {edition.series.short} {edition.year}",
        columns=columns(),
        rows=rows,
        edition=edition,
        sources=marks.sources,
        superseded_by=catalogue.superseded_by(edition),
    )


def row(told, marks, criteria):
    cells = aggregate_cells(told, marks, criteria)
    return cells | {"value": Decimal(cells["printed"])}


def columns():
    return (
        Column("fact", _("Mã")),
        Column("label", _("Nội dung")),
        Column("region", _("Mã vùng")),
        Column("region_name", _("Vùng")),
        Column("component", _("Mã thành phần")),
        Column("component_name", _("Chỉ số thành phần")),
        Column("value", _("Số liệu")),
        Column("unit", _("Đơn vị")),
        Column("printed", _("Ghi theo nguồn")),
        Column("source", _("Nguồn")),
        Column("paragraph", _("Đoạn")),
        Column("how", _("Suy ra")),
        Column("note", _("Ghi chú")),
    )
