"""Up to five provinces over the years, each named at the end of its line."""

from indicators.svg.ground import Plot, axis, breaks, cut, foot, gaps, stroke
from indicators.svg.labels import Room
from indicators.svg.marks import drawing, line, text, wrapped
from indicators.svg.shapes import kind, mark

HEIGHT, APART = 16, 2
"""The height of a line of words at the end of a line, and the room between two labels."""
COLOURS = {"first": "tk ta", "third": "tk td", "fourth": "tk td"}


def lines(chart, narrow=False):
    """The lines of `series` (a `role` of shapes.ROLES each) over `years`; gaps and breaks part them.

    Needs `unknown`, `unit`, `reverse`, `of`, `breaks`. A series without any known figure is left out.
    """
    width, box = (360, (38, 28, 232, 262)) if narrow else (800, (38, 28, 620, 280))
    plot = Plot(chart, box, width)
    room = Room(2, 0, plot.right, plot.bottom + 6)
    ground = axis(plot, room) + gaps(plot, room)
    shown = [series for series in chart["series"] if plot.points(series)]
    strokes = [_line(plot, series, room, 3 if narrow else 4) for series in reversed(shown)]
    ground += breaks(plot, room)
    note = cut(plot, foot(plot) + 19)
    size = width, foot(plot) + (27 if note else 8)
    parts = [*ground, *strokes, *_ends(plot, shown), *note]
    return drawing(chart, size, parts, "narrow" if narrow else "wide", box, plot.span)


def _line(plot, series, room, radius):
    marks = [mark(x, y, series["role"], radius) for _, x, y in plot.points(series)]
    return stroke(plot, series, room, kind(series["role"])) + "".join(marks)


def _ends(plot, shown):
    """The name and the newest figure of each series right of the plot, in the order of their lines, apart."""
    labels = []
    for series in shown:
        index, x, y = plot.points(series)[-1]
        words = wrapped(_label(plot, series, index), 13, plot.width - plot.right - 12)
        labels.append((y, x, series["role"], words))
    labels.sort(key=lambda label: label[0])
    tops = spread([(y, HEIGHT * len(words)) for y, _, _, words in labels], 4, plot.bottom + 24)
    parts = []
    for top, (y, x, role, words) in zip(tops, labels, strict=True):
        middle = top + HEIGHT * len(words) / 2
        parts.append(line(x + 7, y, plot.right + 6, middle, "track"))
        for at, each in enumerate(words):
            parts.append(text(plot.right + 10, top + HEIGHT * at + 12, each, COLOURS.get(role, "tk")))
    return parts


def _label(plot, series, index):
    """The name and the newest figure; its year too where it is not the last of the chart."""
    year = plot.chart["years"][index]
    words = f"{series['name']} {series['printed'][index]}"
    return words if year == plot.chart["years"][-1] else f"{words} ({year})"


def spread(blocks, top, bottom):
    """Where blocks of words (middle wanted, height) begin: near where they should be, never touching, inside.

    >>> spread([(10, 16), (12, 16)], 0, 100)
    [2.0, 20.0]
    >>> spread([(90, 16), (95, 16)], 0, 100)
    [66, 84]
    """
    tops, free = [], top
    for middle, height in blocks:
        tops.append(max(free, middle - height / 2))
        free = tops[-1] + height + APART
    limit = bottom
    for index in reversed(range(len(blocks))):
        tops[index] = min(tops[index], limit - blocks[index][1])
        limit = tops[index] - APART
    return tops
