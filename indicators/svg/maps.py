"""Scores or ranks on the map of the provinces of one day: their shapes, and the archipelagos in frames.

Each province is a link that says its figure. Geometry and licence are in fixtures/maps/.
"""

import re
from functools import cache
from html import escape
from pathlib import Path

from django.urls import reverse
from django.utils.safestring import mark_safe
from django.utils.translation import gettext

from indicators.svg.marks import hatch, text, wrapped

FOLDER = Path(__file__).resolve().parent.parent.parent / "fixtures" / "maps"
SHAPE = re.compile(r'<path id="([^"]+)" d="([^"]+)"/>')
WIDTH, HEIGHT = 432, 878
NAMES, STEP = 12, 14  # font size of the words at an archipelago, and from one line to the next
# Frames around the archipelagos in the free sea: (x, y, width, height), the baseline of the first line of words there
# or, counted from below, of the last, which archipelago.
INSETS = (((290, 221, 141, 128), -8, "hoang-sa"), ((287, 728, 144, 146), 14, "truong-sa"))


@cache
def shapes(era):
    """{province: its outline} of one era, "63" or "34"."""
    return dict(SHAPE.findall((FOLDER / f"provinces-{era}.svg").read_text()))


def archipelago(name):
    """What an archipelago is, and of which province."""
    if name == "hoang-sa":
        return gettext("Quần đảo Hoàng Sa"), gettext("(TP. Đà Nẵng)")
    return gettext("Quần đảo Trường Sa"), gettext("(Khánh Hòa)")


def said(chart, unit):
    """The name of a link: the province and its figure."""
    return f"{unit['name']}: {unit['printed'] or chart['unknown']}"


def choropleth(chart):
    """The map, for wide screens."""
    return drawing(chart, WIDTH, HEIGHT, outlined(chart), "wide")


def with_legend(chart):
    """The map over what its colours mean, as one drawing for a file."""
    parts, rows = [outlined(chart)], -(-len(chart["legend"]) // 2)
    for at, (group, words) in enumerate(chart["legend"]):
        column, row = divmod(at, rows)
        x, y = column * WIDTH / 2, HEIGHT + 16 + 22 * row
        ground = "nd0" if group == "nodata" else group
        parts.append(f'<path d="M{x:.0f} {y}h20v14h-20z" class="tile {ground}"/>')
        parts.append(hatch(x, y, 20, 14) if group == "nodata" else "")
        parts.append(text(x + 28, y + 11.5, words, "t"))
    return drawing(chart, WIDTH, HEIGHT + 16 + 22 * rows, "".join(parts), "wide")


def told(chart):
    """What each province's part of the map says."""
    return "; ".join(said(chart, unit) for unit in chart["units"])


def outlined(chart):
    """Provinces grouped by class, the highest first, so that each class is written once."""
    outlines, pattern, parts = shapes(chart["era"]), f"{chart['id']}-unknown", []
    for group in range(5, -1, -1):
        inside = [unit for unit in chart["units"] if unit["group"] == group]
        links = [link(chart, unit, f'<path d="{outlines[unit["province"]]}"/>') for unit in inside]
        fill = "" if group else f' fill="url(#{pattern})"'
        parts += [f'<g class="q{group}"{fill}>{"".join(links)}</g>'] if links else []
    chosen = [f'<path class="mine" d="{outlines[unit["province"]]}"/>' for unit in chart["units"] if unit["mine"]]
    return unknown(pattern) + "".join(parts + chosen) + insets()


def link(chart, unit, body):
    return f'<a href="{reverse("provinces")}{unit["province"]}/"><title>{escape(said(chart, unit))}</title>{body}</a>'


def unknown(key):
    """The hatching of what is not known, by the id that refers to it."""
    return (
        f'<pattern id="{key}" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
        '<path d="M0 0h6v6H0z" class="nd0"/><path d="M3 0v6" class="nd1"/></pattern>'
    )


def insets():
    found = []
    for (x, y, width, height), baseline, name in INSETS:
        what, whose = archipelago(name)
        lines = [*wrapped(what, NAMES * 0.9, width - 6), whose]
        top = y + baseline if baseline > 0 else y + height + baseline - STEP * (len(lines) - 1)
        found.append(f'<path class="inset" d="M{x} {y}h{width}v{height}h-{width}z"/>')
        found += [text(x + width / 2, top + STEP * index, line, "isl", "middle") for index, line in enumerate(lines)]
    return "".join(found)


def drawing(chart, width, height, body, classes):
    return mark_safe(
        f'<svg class="chart map {classes}" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
        f'role="group" aria-label="{escape(chart["title"])}">{body}</svg>'
    )
