"""Which provinces there are and were."""

from django.utils.translation import gettext as _

from ..templatetags.formats import pick
from .report import Column, Report


def directory(catalogue, day):
    """Every province of both eras as of `day`: the present era by region, then the one that has ended."""
    columns = (
        Column("province", _("Mã")),
        Column("name", _("Tỉnh, thành phố")),
        Column("kind", _("Loại")),
        Column("region", _("Vùng")),
        Column("era", _("Giai đoạn")),
        Column("first_day", _("Từ ngày")),
        Column("last_day", _("Đến ngày")),
        Column("successor", _("Tỉnh sau sắp xếp")),
        Column("predecessors", _("Tỉnh trước sắp xếp")),
    )
    rows = [
        place_row(era, group.region, place)
        for era in catalogue.gazetteer.directory(day)
        for group in era.regions
        for place in group.places
    ]
    return Report(slug="provinces", title=_("Tỉnh, thành phố"), columns=columns, rows=rows)


def place_row(era, region, place):
    return {
        "province": place.slug,
        "name": place.name,
        "kind": place.kind,
        "region": region and pick(region, "name"),
        "era": era.era,
        "first_day": place.first_day,
        "last_day": place.last_day,
        "successor": place.successor,
        "predecessors": list(place.predecessors),
    }
