"""All provinces of one edition on a map: five classes of scores with round limits, or of ranks, told in words."""

from itertools import pairwise

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from provinces.days import FIRST_DAY_OF_34

from .charts import digits, whose
from .models import Edition
from .sentences import score_unit
from .statistics import ENOUGH, classes
from .svg.maps import shapes
from .templatetags.formats import number, pick, short

NAMED = 6  # so many provinces of which nothing is known are named; more are counted


def shaded(edition, criterion, rows, chosen=()):
    """The chart description: scores, or ranks where too few scores are known; None below 20 known of both.

    None too where a province has no outline yet: a map without it would be wrong.

    `rows`: every province of the edition's day (province, name, score, unit, printed, rank).
    `chosen`: slugs of the provinces that a reader asked for; their edges are told apart.
    """
    chart, era = scores(edition, criterion, rows) or ranks(edition, rows), of_day(edition.as_of)
    if chart is None or not {unit["province"] for unit in chart["units"]} <= shapes(era).keys():
        return None
    units = [unit | {"mine": unit["province"] in chosen} for unit in sorted(chart["units"], key=first_known)]
    missing = [unit["name"] for unit in units if not unit["group"]]
    return chart | {
        "kind": "map",
        "id": f"{edition.series.slug}-map",
        "era": era,
        "units": units,
        "caption": caption(edition, criterion, [unit["name"] for unit in units if unit["mine"]]),
        "legend": legend(chart["ranges"], units, chart["unknown"]),
        "alt": f"{chart['missing']}: {some(missing)}." if missing else "",
        "whose": whose(edition),
        "credit": credit(),
    }


def of_day(day):
    """Which map: "63", or "34" since 1 July 2025."""
    return "34" if day >= FIRST_DAY_OF_34 else "63"


def first_known(unit):
    """The order in which a reader goes through the map: from the first to the last, then the unknown."""
    return unit["group"] == 0, unit["place"]


def scores(edition, criterion, rows):
    """Scores in classes with round limits; None below 20, with two units, or where round limits part too little."""
    scored = [row for row in rows if row["score"] is not None]
    if len(scored) < ENOUGH or len({row["unit"] for row in scored}) > 1:
        return None
    limits = classes([row["score"] for row in scored])
    if not limits:
        return None
    computed = edition.method == Edition.Method.COMPILED
    units = [score_of(row, limits, computed) for row in rows]
    unit = score_unit(scored[0] | {"series": edition.series.slug, "component": criterion.component.slug})
    printed = [short(limit) for limit in limits]
    return {
        "what": "score",
        "missing": _("Chưa tìm thấy điểm"),
        "unknown": _("chưa tìm thấy điểm"),
        "unit": unit,
        "units": units,
        "ranges": score_ranges(printed),
        "title": score_title(units, printed[-1], unit),
    }


def score_of(row, limits, computed):
    """A province with its class, 1 (lowest) to 5; 0 where no score is known. `computed`: whether scores are sums."""
    unit = {"province": row["province"], "name": row["name"]}
    if row["score"] is None:
        return unit | UNKNOWN
    decimals = max(0, -row["score"].as_tuple().exponent) if computed else len(row["printed"].partition(".")[2])
    return unit | {
        "value": float(row["score"]),
        "printed": digits(row, computed),
        "short": number(row["score"], min(1, decimals)),
        "place": -float(row["score"]),
        "group": 1 + sum(row["score"] >= limit for limit in limits),
    }


UNKNOWN = {"value": None, "printed": None, "short": None, "place": 0, "group": 0}


def score_ranges(limits):
    """What the classes 1 to 5 hold, in words."""
    between = [_("%(from)s đến dưới %(to)s") % {"from": low, "to": high} for low, high in pairwise(limits)]
    return [_("dưới %(to)s") % {"to": limits[0]}, *between, _("từ %(from)s") % {"from": limits[-1]}]


def score_title(units, limit, unit):
    """Who is highest (among the known, unless all are), unless several are, and how many reach the highest class."""
    known = [each for each in units if each["group"]]
    highest = max(known, key=lambda each: each["value"])
    sharing = sum(each["value"] == highest["value"] for each in known)
    said = {"n": sum(each["group"] == 5 for each in known), "limit": limit, "unit": unit}
    said |= {"name": highest["name"], "score": highest["printed"], "known": len(known), "of": len(units)}
    reach = ngettext(
        "%(n)s tỉnh, thành phố đạt từ %(limit)s %(unit)s trở lên",
        "%(n)s tỉnh, thành phố đạt từ %(limit)s %(unit)s trở lên",
        said["n"],
    )
    first = _("%(name)s cao nhất với %(score)s %(unit)s")
    if len(known) < len(units):
        first = _("%(name)s cao nhất trong %(known)s/%(of)s nơi biết điểm: %(score)s %(unit)s")
    return (reach if sharing > 1 else f"{first}; {reach}") % said


def ranks(edition, rows):
    """Announced ranks in fifths of all places; None below 20 of them."""
    ranked = [row for row in rows if row["rank"] is not None]
    if edition.method == Edition.Method.COMPILED or len(ranked) < ENOUGH:
        return None
    of = edition.ranked
    ends = [0, *(-(-of * fifth // 5) for fifth in range(1, 5)), of]
    ranges = [_("hạng %(from)s đến %(to)s") % {"from": low + 1, "to": high} for low, high in pairwise(ends)]
    return {
        "what": "rank",
        "missing": _("Chưa tìm thấy thứ hạng"),
        "unknown": _("chưa tìm thấy thứ hạng"),
        "unit": "",
        "units": [rank_of(row, of) for row in rows],
        "ranges": ranges[::-1],
        "title": _("Thứ hạng trên bản đồ: mới biết %(known)s/%(of)s") % {"known": len(ranked), "of": of},
    }


def rank_of(row, of):
    """A province with its class, 5 (the first fifth of all places) to 1; 0 where no rank is known."""
    unit, rank = {"province": row["province"], "name": row["name"]}, row["rank"]
    if rank is None:
        return unit | UNKNOWN
    told = {"value": rank, "printed": f"{rank}/{of}", "short": str(rank), "place": rank}
    return unit | told | {"group": 5 - 5 * (rank - 1) // of}


def caption(edition, criterion, chosen):
    """What is drawn, and whose edges are told apart."""
    words = _("%(part)s, năm %(year)s") % {"part": pick(criterion, "name"), "year": edition.year}
    told = _("viền đậm là %(name)s") % {"name": ", ".join(chosen)}
    return f"{words}; {told}" if chosen else words


def legend(ranges, units, unknown):
    """[(class, what it holds and how many provinces)], from the highest; the unknown last, where there are any."""
    counts = [sum(unit["group"] == group for unit in units) for group in range(6)]
    found = [(f"q{group}", counted(words, counts[group])) for group, words in enumerate(ranges, start=1)]
    return found[::-1] + ([("nodata", counted(unknown, counts[0]))] if counts[0] else [])


def counted(words, count):
    return ngettext("%(words)s (%(n)s tỉnh)", "%(words)s (%(n)s tỉnh)", count) % {"words": words, "n": count}


def some(names):
    """A few by name, many by number."""
    if len(names) > NAMED:
        return ngettext("%(n)s tỉnh, thành phố", "%(n)s tỉnh, thành phố", len(names)) % {"n": len(names)}
    return ", ".join(names)


def credit():
    """Whom the outlines come from, as their licence asks."""
    return _(
        "Ranh giới: Open Development Mekong / Cục Đo đạc và Bản đồ (2016), CC BY-SA 4.0; "
        "đã giản lược và gộp theo Nghị quyết 202/2025/QH15."
    )
