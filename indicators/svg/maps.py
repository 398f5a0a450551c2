"""Scores on the map of the provinces of one day: their shapes, and a grid of tiles for narrow screens.

Each province is a link that says its figure. Geometry and licence are in fixtures/maps/.
"""

import csv
import re
from functools import cache
from html import escape
from pathlib import Path

from django.urls import reverse
from django.utils.safestring import mark_safe
from django.utils.translation import gettext

from indicators.svg.marks import filled, hatch, text

FOLDER = Path(__file__).resolve().parent.parent.parent / "fixtures" / "maps"
SHAPE = re.compile(r'<path id="([^"]+)" d="([^"]+)"/>')
WIDTH, HEIGHT = 432, 878
# Frames around the archipelagos in the free sea: (x, y, width, height, where the words stand, which archipelago).
INSETS = ((300, 221, 131, 132, (365.5, 330), "hoang-sa"), (287, 732, 144, 142, (357, 745), "truong-sa"))
TILE, TALL, COLUMNS = 48, 42, 7
NAME, LONG = 9.8, 8.6  # font sizes of a name in a tile: of two lines, of three
# Tiles of the archipelagos: (province in each era, row, name).
ISLES = (
    ({"63": "da-nang", "34": "da-nang-2025"}, {"63": 7, "34": 7}, "hoang-sa"),
    ({"63": "khanh-hoa", "34": "khanh-hoa-2025"}, {"63": 15, "34": 11}, "truong-sa"),
)


@cache
def shapes(era):
    """{province: its outline} of one era, "63" or "34"."""
    return dict(SHAPE.findall((FOLDER / f"provinces-{era}.svg").read_text()))


@cache
def cells(era):
    """{province: (row, column)} of its tile."""
    with (FOLDER / f"tilegrid-{era}.csv").open() as file:
        return {row["slug"]: (int(row["row"]), int(row["col"])) for row in csv.DictReader(file)}


def archipelago(name):
    """The two lines of words at an archipelago: what it is, and of which province."""
    if name == "hoang-sa":
        return gettext("Quần đảo Hoàng Sa"), gettext("(TP. Đà Nẵng)")
    return gettext("Quần đảo Trường Sa"), gettext("(Khánh Hòa)")


def said(chart, unit):
    """The name of a link: the province and its score."""
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
        parts.append(f'<path d="M{x:.0f} {y}h20v14h-20z" class="tile {group}"/>')
        parts.append(hatch(x, y, 20, 14) if group == "nodata" else "")
        parts.append(text(x + 28, y + 11.5, words, "t"))
    return drawing(chart, WIDTH, HEIGHT + 16 + 22 * rows, "".join(parts), "wide")


def told(chart):
    """What each province's part of the map says."""
    return "; ".join(said(chart, unit) for unit in chart["units"])


def outlined(chart):
    """Provinces grouped by class, so that each class is written once."""
    outlines, pattern = shapes(chart["era"]), f"{chart['id']}-unknown"
    base, parts = reverse("provinces"), []
    for group in range(6):
        links = [
            f'<a href="{base}{unit["province"]}/"><title>{escape(said(chart, unit))}</title>'
            f'<path d="{outlines[unit["province"]]}"/></a>'
            for unit in chart["units"]
            if unit["group"] == group
        ]
        fill = "" if group else f' fill="url(#{pattern})"'
        parts += [f'<g class="q{group}"{fill}>{"".join(links)}</g>'] if links else []
    return f"<defs>{unknown(pattern)}</defs>{''.join(parts)}{insets()}"


def unknown(key):
    return (
        f'<pattern id="{key}" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
        '<path d="M0 0h6v6H0z" class="nd0"/><path d="M0 0v6" class="nd1"/></pattern>'
    )


def insets():
    found = []
    for x, y, width, height, (middle, baseline), name in INSETS:
        first, second = archipelago(name)
        found.append(f'<path class="inset" d="M{x} {y}h{width}v{height}h-{width}z"/>')
        found.append(
            text(middle, baseline, first, "isl", "middle") + text(middle, baseline + 14, second, "isl", "middle")
        )
    return "".join(found)


def tiles(chart):
    """A tile a province, with its name and its score of one decimal."""
    places, rows = cells(chart["era"]), max(row for row, _column in cells(chart["era"]).values()) + 1
    base, parts = reverse("provinces"), []
    for unit in chart["units"]:
        row, column = places[unit["province"]]
        parts.append(link(base, chart, unit, tile(unit, column * TILE, row * TALL)))
    known = {unit["province"]: unit for unit in chart["units"]}
    for provinces, row_of, name in ISLES:
        unit, row = known[provinces[chart["era"]]], row_of[chart["era"]]
        parts.append(link(base, chart, unit, isle(unit, row * TALL, name)))
    return drawing(chart, COLUMNS * TILE, rows * TALL, "".join(parts), "narrow")


def link(base, chart, unit, body):
    return f'<a href="{base}{unit["province"]}/"><title>{escape(said(chart, unit))}</title>{body}</a>'


def tile(unit, x, y):
    group, middle = unit["group"], x + TILE / 2
    ground = f'<path d="M{x + 1} {y + 1}h{TILE - 2}v{TALL - 2}h-{TILE - 2}z" class="tile q{group}"/>'
    if not group:
        ground += hatch(x + 1, y + 1, TILE - 2, TALL - 2, 6)
        ground += f'<path d="M{x + 3} {y + 4}h{TILE - 6}v{TALL - 8}h-{TILE - 6}z" class="blank"/>'
    lines = filled(unit["name"].replace(" - ", " -\u00a0"), NAME * 0.85, TILE - 3)
    name = f"tile-n i{group}" + (" long" if len(lines) > 2 else "")
    step = LONG if len(lines) > 2 else NAME
    top = y + (17 if len(lines) == 1 else 12 if len(lines) == 2 else 10)
    words = [text(middle, top + step * index, line, name, "middle") for index, line in enumerate(lines)]
    return ground + "".join(words) + text(middle, y + 37, unit["short"] or "–", f"tile-v i{group}", "middle")


def isle(unit, y, name):
    x, width, group = 5.2 * TILE, 1.8 * TILE, unit["group"]
    ground = f'<path d="M{x + 1:.0f} {y + 1}h{width - 2:.0f}v{TALL - 2}h-{width - 2:.0f}z" class="tile isle q{group}"/>'
    first, second = archipelago(name)
    words = [first.replace("Quần đảo", "Q.đ."), second]
    return ground + "".join(
        text(x + width / 2, y + 18 + 15 * index, line, f"tile-n i{group}", "middle") for index, line in enumerate(words)
    )


def drawing(chart, width, height, body, classes):
    return mark_safe(
        f'<svg class="chart map {classes}" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
        f'role="group" aria-label="{escape(chart["title"])}">{body}</svg>'
    )


def both(chart):
    """The map, and the tiles that take its place on narrow screens."""
    return choropleth(chart) + tiles(chart)
