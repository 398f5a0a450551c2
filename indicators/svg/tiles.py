"""The provinces of one day as tiles of one size, laid near their neighbours: a map for narrow screens."""

import csv
from functools import cache

from indicators.svg.maps import FOLDER, archipelago, choropleth, drawing, link, unknown
from indicators.svg.marks import filled, text, wrapped

TILE, TALL, COLUMNS = 48, 42, 7
NAME, LONG = 9.8, 8.6  # font sizes of a name in a tile, of a long one
REGULAR = 0.93  # how wide letters of weight 400 are, beside the bound of `breadth`
# The tiles of the archipelagos, as wide as 1.8: (province in each era, row, name).
ISLES = (
    ({"63": "da-nang", "34": "da-nang-2025"}, {"63": 7, "34": 7}, "hoang-sa"),
    ({"63": "khanh-hoa", "34": "khanh-hoa-2025"}, {"63": 15, "34": 11}, "truong-sa"),
)


@cache
def cells(era):
    """{province: (row, column)} of its tile."""
    with (FOLDER / f"tilegrid-{era}.csv").open() as file:
        return {row["slug"]: (int(row["row"]), int(row["col"])) for row in csv.DictReader(file)}


def tiles(chart):
    """A tile a province, from the north-west, with its name and its figure; the archipelagos in dashed ones."""
    places, pattern = cells(chart["era"]), f"{chart['id']}-unknown-tile"
    units, parts = {unit["province"]: unit for unit in chart["units"]}, []
    for province, (row, column) in sorted(places.items(), key=lambda pair: pair[1]):
        parts.append(link(chart, units[province], tile(units[province], column * TILE, row * TALL, pattern)))
    for provinces, row_of, name in ISLES:
        unit = units[provinces[chart["era"]]]
        parts.append(link(chart, unit, isle(unit, row_of[chart["era"]] * TALL, name, pattern)))
    rows = max(row for row, _column in places.values()) + 1
    return drawing(chart, COLUMNS * TILE, rows * TALL, unknown(pattern) + "".join(parts), "narrow")


def ground(unit, box, pattern, kind=""):
    """The ground of a tile: its class or the hatching of the unknown, a darker edge where a reader asked for it."""
    (x, y), width = box
    edge = f'd="M{x + 1:.0f} {y + 1}h{width - 2:.0f}v{TALL - 2}h-{width - 2:.0f}z"'
    fill = "" if unit["group"] else f' fill="url(#{pattern})"'
    chosen = f'<path {edge} class="mine"/>' if unit["mine"] else ""
    return f'<path {edge} class="tile{kind} q{unit["group"]}"{fill}/>{chosen}'


def tile(unit, x, y, pattern):
    group, (lines, size) = unit["group"], fitting(unit["name"])
    kind = f"tile-n i{group}" + (" long" if size == LONG else "")
    top = y + (17, 12, 10)[len(lines) - 1]
    words = [text(x + TILE / 2, top + size * index, line, kind, "middle") for index, line in enumerate(lines)]
    value = text(x + TILE / 2, y + 37, unit["short"] or "–", f"tile-v i{group}", "middle")
    return ground(unit, ((x, y), TILE), pattern) + "".join(words) + value


def fitting(name):
    """The lines of a name in a tile and their size: the smaller one where two lines would not hold it."""
    name = name.replace(" - ", "\u00a0- ")
    lines = filled(name, NAME * REGULAR, TILE - 3)
    return (lines, NAME) if len(lines) < 3 else (filled(name, LONG * REGULAR, TILE - 3), LONG)


def isle(unit, y, name, pattern):
    x, width = 5.2 * TILE, 1.8 * TILE
    what, whose = archipelago(name)
    lines = [*wrapped(what, NAME * REGULAR, width - 6), whose]
    top = y + 25 - 6 * (len(lines) - 1)
    words = [
        text(x + width / 2, top + 12 * index, line, f"tile-n i{unit['group']}", "middle")
        for index, line in enumerate(lines)
    ]
    return ground(unit, ((x, y), width), pattern, " isle") + "".join(words)


def map_and_tiles(chart):
    """The map, and the tiles that take its place on narrow screens."""
    return choropleth(chart) + tiles(chart)
