"""Chart descriptions as SVG: geometry in attributes, colour and type in classes.

A chart is a dict that JSON can carry, and Chart.js reads the same one: values are numbers, `printed` the words of a
label, None is unknown. Each drawing tells Chart.js its plot box and range in data attributes, so both agree.
"""

from indicators.svg.alone import alone
from indicators.svg.cells import bar, coverage, sparkline
from indicators.svg.components import components
from indicators.svg.lines import lines
from indicators.svg.maps import told as told_of_map
from indicators.svg.maps import with_legend
from indicators.svg.path import path
from indicators.svg.shapes import ROLES, key
from indicators.svg.smalls import smalls, together
from indicators.svg.strips import rank_strip, region_strip
from indicators.svg.tiles import map_and_tiles
from indicators.svg.time import trend

__all__ = [
    "ROLES",
    "alone",
    "bar",
    "components",
    "coverage",
    "draw",
    "drawn_once",
    "key",
    "lines",
    "map_and_tiles",
    "path",
    "rank_strip",
    "region_strip",
    "smalls",
    "sparkline",
    "told_of_map",
    "trend",
]

WIDE_AND_NARROW = {"components": components, "lines": lines, "ranks": rank_strip, "regions": region_strip}
IN_FILES = {"map": with_legend, "smalls": together}
EVERYWHERE = {"map": map_and_tiles, "path": path, "smalls": smalls, "trend": trend}


def drawn_once(chart):
    """The one drawing that a file holds: the wide one."""
    return (EVERYWHERE | WIDE_AND_NARROW | IN_FILES)[chart["kind"]](chart)


def draw(chart):
    """All drawings a page needs of one chart; CSS shows the one that fits the screen."""
    if chart["kind"] in EVERYWHERE:
        return EVERYWHERE[chart["kind"]](chart)
    drawing = WIDE_AND_NARROW[chart["kind"]]
    return drawing(chart) + drawing(chart, narrow=True)
