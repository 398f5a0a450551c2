"""A target over the years: a dashed line, filled points that a source states, hollow ones that follow from them."""

from indicators.svg.ground import Plot, axis
from indicators.svg.labels import Room
from indicators.svg.marks import dot, drawing, line, text
from indicators.svg.time import BOX, WIDTH


def path(chart):
    """The steps of a target from 0 to 100 %, 360 wide; it serves every screen. Every point says its figure."""
    plot = Plot(chart, BOX, WIDTH)
    target = chart["series"][0]
    points = plot.points(target)
    ends = zip(points, points[1:], strict=False)
    parts = axis(plot, Room(2, 0, WIDTH - 2, plot.bottom + 6))
    parts += [line(*start[1:], *end[1:], "ln goal") for start, end in ends]
    for index, x, y in points:
        parts.append(dot(x, y, "dot goal" if target["stated"][index] else "dot goal derived"))
        parts.append(text(x, y - 11, target["printed"][index], "tk", "middle"))
    return drawing(chart, (WIDTH, plot.bottom + 27), parts, "time", BOX, plot.span)
