"""The scores of all provinces of one edition on a map: five classes with round limits, told in words."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from provinces.days import FIRST_DAY_OF_34

from .charts import digits
from .models import Edition
from .sentences import score_unit
from .statistics import ENOUGH, classes
from .templatetags.formats import number, pick, short

NAMED = 6  # so many provinces without a score are named; more are counted


def scores(edition, criterion, rows):
    """The chart description; None below 20 known scores, with two units, or where round limits part too little.

    `rows`: every province of the edition's day as a ranking has it (province, name, score, unit).
    """
    scored = [row for row in rows if row["score"] is not None]
    if len(scored) < ENOUGH or len({row["unit"] for row in scored}) > 1:
        return None
    limits = classes([row["score"] for row in scored])
    if not limits:
        return None
    units = [unit_of(row, limits, edition.method == Edition.Method.COMPILED) for row in rows]
    about = scored[0] | {"series": edition.series.slug, "component": criterion.component.slug}
    chart = {
        "kind": "map",
        "id": f"{edition.series.slug}-map",
        "era": "34" if edition.as_of >= FIRST_DAY_OF_34 else "63",
        "unit": score_unit(about),
        "limits": [short(limit) for limit in limits],
        "units": units,
    }
    return chart | words(edition, criterion, scored, chart)


def unit_of(row, limits, computed):
    """A province with its class, 1 (lowest) to 5; 0 where no score is known. `computed`: whether scores are sums."""
    known = row["score"] is not None
    return {
        "province": row["province"],
        "name": row["name"],
        "value": float(row["score"]) if known else None,
        "printed": digits(row, computed) if known else None,
        "short": number(row["score"], 1) if known else None,
        "group": 1 + sum(row["score"] >= limit for limit in limits) if known else 0,
    }


def words(edition, criterion, scored, chart):
    """Title as a finding, what is drawn, the limits of the classes, of whom nothing is known."""
    highest = float(max(row["score"] for row in scored))
    first = [unit for unit in chart["units"] if unit["value"] == highest]
    counts = [sum(unit["group"] == group for unit in chart["units"]) for group in range(6)]
    said = {
        "name": first[0]["name"],
        "score": first[0]["printed"],
        "n": counts[5],
        "limit": chart["limits"][-1],
        "unit": chart["unit"],
        "part": pick(criterion, "name"),
        "year": edition.year,
        "known": len(scored),
        "of": len(chart["units"]),
    }
    return {
        "title": title(said, len(first)),
        "caption": _("%(part)s, năm %(year)s; biết %(known)s/%(of)s tỉnh, thành phố") % said,
        "legend": legend(chart["limits"], counts),
        "alt": missing([unit["name"] for unit in chart["units"] if not unit["group"]]),
        "unknown": _("chưa tìm thấy"),
        "credit": credit(),
    }


def credit():
    """Whom the outlines come from, as their licence asks."""
    return _(
        "Ranh giới: Open Development Mekong / Cục Đo đạc và Bản đồ (2016), CC BY-SA 4.0; "
        "đã giản lược và gộp theo NQ 202/2025/QH15."
    )


def title(said, sharing):
    """Who is highest, unless several are, and how many reach the highest class."""
    reach = ngettext(
        "%(n)s tỉnh, thành phố đạt từ %(limit)s %(unit)s trở lên",
        "%(n)s tỉnh, thành phố đạt từ %(limit)s %(unit)s trở lên",
        said["n"],
    )
    highest = _("%(name)s cao nhất với %(score)s %(unit)s")
    return (reach if sharing > 1 else f"{highest}; {reach}") % said


def legend(limits, counts):
    """[(class, its limits and how many provinces)], from the lowest; the unknown last, where there are any."""
    ranges = [_("dưới %(to)s") % {"to": limits[0]}]
    for low, high in zip(limits, limits[1:], strict=False):
        ranges.append(_("%(from)s đến dưới %(to)s") % {"from": low, "to": high})
    ranges.append(_("từ %(from)s") % {"from": limits[-1]})
    found = [(f"q{group}", f"{words} ({counts[group]})") for group, words in enumerate(ranges, start=1)]
    return found + ([("nodata", f"{_('chưa tìm thấy')} ({counts[0]})")] if counts[0] else [])


def missing(names):
    """Of whom no score is known: a few by name, many by number."""
    if not names:
        return ""
    if len(names) > NAMED:
        return _("Chưa tìm thấy điểm của %(n)s tỉnh, thành phố.") % {"n": len(names)}
    return _("Chưa tìm thấy điểm: %(names)s.") % {"names": ", ".join(names)}
