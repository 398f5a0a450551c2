"""Strips: every rank of an edition in a row of slots, every province of a region on one line."""

from math import ceil
from statistics import median

from django.utils.translation import gettext, ngettext

from indicators.svg.axes import decimals, rank_ticks, round_ticks
from indicators.svg.marks import breadth, dot, drawing, inside, line, text
from indicators.templatetags.formats import number

SLOT, ROW = 30, 56
FEW = 2
"""So many missing provinces are named; more are counted."""


def rank_strip(chart, narrow=False):
    """A slot a rank: filled where the province is known, its own in accent, dashed where it is not.

    Needs `of`, `known` (ranks), `mine` (a rank or None) and `label` (the words at it).
    """
    of, mine = chart["of"], chart.get("mine")
    width, lines = (360, 3) if narrow else (800, 1)
    columns, top = ceil(of / lines), 26 if mine and not narrow else 4
    cell = width / columns

    def corner(rank):
        row, column = divmod(rank - 1, columns)
        return column * cell + 1, top + row * ROW

    groups = {"slot off": set(range(1, of + 1)) - {*chart["known"], mine}, "slot on": set(chart["known"]) - {mine}}
    groups |= {"slot me": {mine}} if mine else {}
    parts = [_slots(map(corner, sorted(ranks)), cell - 2, kind) for kind, ranks in groups.items() if ranks]
    parts += _slot_words(chart, corner, width, cell, narrow)
    return drawing(chart, (width, top + lines * ROW - (0 if narrow else 4)), parts, "narrow" if narrow else "wide")


def _slots(corners, width, kind):
    shape = f"h{width:.1f}v{SLOT}h-{width:.1f}z"
    return f'<path d="{"".join(f"M{x:.1f} {y}{shape}" for x, y in corners)}" class="{kind}"/>'


def _slot_words(chart, corner, width, cell, narrow):
    """First, last and quarters below the slots (the row's first when narrow), and the words at the page's own rank."""
    of, mine, parts, blocked = chart["of"], chart.get("mine"), [], None
    if mine:
        x, y = corner(mine)
        room = breadth(chart["label"], 13)
        centre = inside(x + cell / 2, room, 0, width)
        baseline = y + SLOT + 17 if narrow else y - 9
        parts.append(text(centre, baseline, chart["label"], "tk ta", "middle"))
        blocked = (y, centre - room / 2 - 6, centre + room / 2 + 6) if narrow else None
    third = ceil(of / 3)
    for rank in [1, third + 1, 2 * third + 1, of] if narrow else rank_ticks(of):
        x, y = corner(rank)
        words = str(rank)
        x, anchor = (x + cell - 2, "end") if rank == of else (x, "start")
        left = x - breadth(words, 13) if anchor == "end" else x
        if blocked and y == blocked[0] and left < blocked[2] and left + breadth(words, 13) > blocked[1]:
            continue
        parts.append(text(x, y + SLOT + 17, words, "t", anchor))
    return parts


class Lines:
    """Where regions and values lie: names beside the lines when wide, above them when narrow."""

    def __init__(self, chart, narrow):
        self.chart, self.narrow = chart, narrow
        self.width = 360 if narrow else 800
        self.left, self.right = (12, 348) if narrow else (290, 784)
        self.top, self.row = (20, 64) if narrow else (8, 46)
        values = [place["value"] for group in chart["groups"] for place in group["places"]]
        self.ticks = round_ticks(min(values), max(values)) if values else []
        self.base = self.top + self.row * len(chart["groups"])

    def x(self, value):
        low, high = self.ticks[0], self.ticks[-1]
        return self.left + (self.right - self.left) * (value - low) / (high - low)

    def y(self, index):
        return self.top + self.row * index + (30 if self.narrow else 17)


def region_strip(chart, narrow=False):
    """A dot a province on its region's line, the region's median as an upright stroke, lowest and highest named.

    Needs `groups`: dicts with `name`, `places` (dicts with `name`, `value`, `mine`) and `missing` (names).
    """
    lines = Lines(chart, narrow)
    digits = decimals(lines.ticks[1] - lines.ticks[0]) if lines.ticks else 0
    parts = [line(lines.x(tick), lines.top - 2, lines.x(tick), lines.base + 2, "grid") for tick in lines.ticks]
    parts += [text(lines.x(tick), lines.base + 20, number(tick, digits), "t", "middle") for tick in lines.ticks]
    for index, group in enumerate(chart["groups"]):
        parts += _heading(lines, index, group)
        parts += _dots(lines, index, group["places"]) if group["places"] else []
    return drawing(chart, (lines.width, lines.base + 28), parts, "region narrow" if narrow else "region wide")


def _heading(lines, index, group):
    y, missing = lines.y(index), group["missing"]
    words = gettext("chưa tìm thấy: %(names)s") % {"names": ", ".join(missing)}
    if len(missing) > FEW:
        words = ngettext("chưa tìm thấy %(count)d tỉnh", "chưa tìm thấy %(count)d tỉnh", len(missing)) % {
            "count": len(missing)
        }
    if lines.narrow:
        name = text(0, y - 15, group["name"], "tn")
        fits = breadth(group["name"], 13.5) + breadth(words, 11.5) + 12 < lines.width
        return [name, text(lines.width, y - 15, words, "t quiet", "end")] if missing and fits else [name]
    return [text(0, y + 4.5, group["name"], "tn"), *([text(0, y + 20, words, "t quiet")] if missing else [])]


def _dots(lines, index, places):
    y = lines.y(index)
    middle = lines.x(median(place["value"] for place in places))
    ordered = sorted(places, key=lambda place: place["value"])
    kinds = {True: ("dot a", 5), False: ("dot n", 4)}
    return [
        line(lines.left, y, lines.right, y, "track"),
        line(middle, y - 11, middle, y + 11, "median"),
        *(dot(lines.x(place["value"]), y, *kinds[bool(place.get("mine"))]) for place in ordered),
        *_end_names(lines, y, ordered[:1] + ordered[1:][-1:]),
    ]


def _end_names(lines, y, ends):
    """The names of the lowest and the highest under their dots, moved apart where they would touch."""
    widths = [breadth(place["name"], 13) for place in ends]
    lefts = [
        inside(lines.x(place["value"]), width, lines.left - 12, lines.width) - width / 2
        for place, width in zip(ends, widths, strict=True)
    ]
    if len(ends) == 2 and lefts[0] + widths[0] + 10 > lefts[1]:
        lefts[1] = min(lefts[0] + widths[0] + 10, lines.width - widths[1])
        lefts[0] = min(lefts[0], lefts[1] - widths[0] - 10)
    return [
        text(left + width / 2, y + 22, place["name"], "t quiet", "middle")
        for left, width, place in zip(lefts, widths, ends, strict=True)
    ]
