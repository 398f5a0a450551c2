"""What a reader may choose on a page, as HTML made in plain Python: many small things, all escaped here."""

from html import escape

from django.urls import reverse
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from provinces.names import sort_key

from . import ranking_heads
from .models import Area, Statement
from .reports import parts_known
from .templatetags.formats import pick


def options(pairs, chosen):
    """The options of a select: (value, words) pairs, one of them chosen."""
    parts = []
    for value, words in pairs:
        selected = " selected" if value == chosen else ""
        parts.append(f'<option value="{escape(value)}"{selected}>{escape(str(words))}</option>')
    return mark_safe("".join(parts))


def year_links(editions, shown, query=""):
    """Links to the same ranking of other years, the newest first; the year shown is no link."""
    base = reverse("ranking", args=[shown.series.slug, shown.year]).removesuffix(f"{shown.year}/")
    parts = []
    for edition in editions:
        link = f'<a href="{base}{edition.year}/{query}">{edition.year}</a>'
        here = f'<span aria-current="page">{edition.year}</span>'
        parts.append(f"<li>{here if edition == shown else link}</li>")
    return mark_safe("".join(parts))


def of_ranking(catalogue, report, asked):
    """What the page of a ranking asks in return: selects, years, the chips of what is asked, and its two views."""
    edition, order = report.edition, asked.get("order") or "rank"
    regions = [(each.slug, pick(each, "name")) for each in catalogue.gazetteer.regions(edition.as_of)]
    parts, words = list(components(catalogue, edition)), ranking_heads.orders_in_words(report.is_computed)
    kept = ranking_heads.address({"view": asked["view"]}) if asked.get("view") else ""
    return {
        "components": options(parts, asked.get("component") or "overall"),
        "regions": options([("", _("Cả nước")), *regions], asked.get("region") or ""),
        "orders": options(orders(report), order),
        "years": year_links(catalogue.editions_of(edition.series.slug), edition, kept),
        "has_components": len(parts) > 1 and not asked.get("view"),
        "chips": ranking_heads.chips(asked, ranking_heads.labels(report, parts, regions, words)),
        "views": views(asked) if parts_known(catalogue, edition) else [],
        "order": words[order],
    }


def views(asked):
    """The two views of a ranking: one component as a table, or all beside each other."""
    words = {"": _("Bảng xếp hạng"), "components": _("Theo thành phần")}
    kept = asked | {"component": ""} if not asked.get("view") else asked
    return [
        {"text": text, "url": ranking_heads.address(kept, view=view), "current": view == asked.get("view", "")}
        for view, text in words.items()
    ]


def of_ledger(ledger, asked):
    """The selects of the ledger: the provinces, areas, years and kinds of which there is anything, one chosen each."""
    rows = ledger.everything
    provinces = dict(sorted({row["province"]: row["name"] for row in rows}.items(), key=lambda each: sort_key(each[1])))
    years = sorted({year for row in rows for year in range(row["year_from"] or 0, (row["year_to"] or -1) + 1)})
    areas = [(area.value, area.label) for area in Area if any(row["area"] == area for row in rows)]
    kinds = [(kind.value, kind.label.capitalize()) for kind in Statement.Kind]
    everything = ("", _("Tất cả"))
    return {
        "provinces": options([everything, *provinces.items()], asked.get("province")),
        "areas": options([everything, *areas], asked.get("area")),
        "years": options([everything, *((str(year), year) for year in years)], asked.get("year")),
        "kinds": options([everything, *kinds], asked.get("kind")),
    }


def components(catalogue, edition):
    """The parts of an index in that year, the whole first."""
    for slug, criterion in catalogue.criteria(edition).items():
        yield slug, _("Chỉ số tổng hợp") if slug == "overall" else pick(criterion, "name")


def orders(report):
    """The orders a reader may choose, in words."""
    first = _("Vị trí") if report.is_computed else _("Thứ hạng")
    return [
        ("rank", first),
        ("name", _("Tên")),
        ("region", _("Vùng")),
        ("score", _("Điểm, cao xuống thấp")),
        ("-score", _("Điểm, thấp lên cao")),
        ("change", _("Tăng điểm nhiều nhất")),
        ("-change", _("Giảm điểm nhiều nhất")),
        ("rank_change", _("Tăng bậc nhiều nhất")),
        ("-rank_change", _("Giảm bậc nhiều nhất")),
    ]
