"""Chart descriptions as SVG: geometry in attributes, colour and type in classes.

A chart is a dict that JSON can carry, and Chart.js reads the same one: values are numbers, `printed` the words of a
label, None is unknown. Each drawing tells Chart.js its plot box and range in data attributes, so both agree.
"""

from indicators.svg.cells import bar, coverage, sparkline
from indicators.svg.components import components
from indicators.svg.lines import lines
from indicators.svg.maps import both as map_and_tiles
from indicators.svg.path import path
from indicators.svg.shapes import ROLES, key
from indicators.svg.smalls import smalls
from indicators.svg.strips import rank_strip, region_strip
from indicators.svg.time import trend

__all__ = [
    "ROLES",
    "bar",
    "components",
    "coverage",
    "draw",
    "key",
    "lines",
    "map_and_tiles",
    "path",
    "rank_strip",
    "region_strip",
    "smalls",
    "sparkline",
    "trend",
]

WIDE_AND_NARROW = {"components": components, "lines": lines, "ranks": rank_strip, "regions": region_strip}
EVERYWHERE = {"map": map_and_tiles, "path": path, "smalls": smalls, "trend": trend}


def draw(chart):
    """All drawings a page needs of one chart; CSS shows the one that fits the screen."""
    if chart["kind"] in EVERYWHERE:
        return EVERYWHERE[chart["kind"]](chart)
    drawing = WIDE_AND_NARROW[chart["kind"]]
    return drawing(chart) + drawing(chart, narrow=True)
