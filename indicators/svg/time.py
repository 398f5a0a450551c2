"""One province over the years: its score, or its rank, with the country's mean beside it."""

from indicators.svg.ground import Plot, axis, breaks, cut, foot, gaps, stroke
from indicators.svg.labels import Room, frame
from indicators.svg.marks import breadth, dot, drawing, inside, text

WIDTH = 360
BOX = (38, 28, 346, 204)
"""The plot box (left, top, right, bottom); score and rank share it, so that two charts side by side line up."""
DOTS = {"province": ("a", 4.5), "national": ("mean", 2.2)}


def trend(chart):
    """The chart of a score or a rank over years, 360 wide; it serves every screen.

    A line joins neighbouring known years only. Unknown years are hatched on the axis and said in words.
    """
    plot = Plot(chart, BOX, WIDTH)
    room = Room(2, 0, WIDTH - 2, plot.bottom + 6)
    ground = axis(plot, room) + gaps(plot, room)
    lines = [_series(plot, series, room) for series in reversed(chart["series"])]
    ground += breaks(plot, room)
    words = _point_labels(plot, room) + _names(plot, room)
    note = cut(plot, foot(plot) + 19)
    parts = [*ground, *lines, *words, *note]
    size = WIDTH, foot(plot) + (27 if note else 8)
    return drawing(chart, size, parts, "time", BOX, plot.span)


def _series(plot, series, room):
    kind, radius = DOTS[series["role"]]
    points = plot.points(series)
    room.taken += [(x - radius, y - radius, x + radius, y + radius) for _, x, y in points]
    return stroke(plot, series, room, kind) + "".join(dot(x, y, f"dot {kind}", radius) for _, x, y in points)


def _first_served(points):
    """Points in the order in which they get a label: the last, the first, the extremes, then the newest."""
    order = [points[-1], points[0], min(points, key=lambda point: point[2]), max(points, key=lambda point: point[2])]
    return list(dict.fromkeys(order + points[::-1]))


def _point_labels(plot, room):
    """The printed figure of each point of the first series, above or below it; else the table alone has it."""
    series, words = plot.chart["series"][0], []
    points = plot.points(series)
    for index, x, y in _first_served(points) if points else ():
        label = series["printed"][index]
        x = inside(x, breadth(label, 13), 2, WIDTH - 2)
        lines = (y - 11, y + 21)
        side = room.place([frame(x, baseline, label, 13) for baseline in lines])
        if side is not None:
            words.append(text(x, lines[side], label, "tk", "middle"))
    return words


def _names(plot, room):
    """The name of every further series beside one of its points, the last one first."""
    words = []
    for series in plot.chart["series"][1:]:
        points = plot.points(series)[::-1]
        choices = [
            (x + aside, y + down, anchor)
            for _, x, y in points
            for anchor, aside in (("end", 8), ("middle", 0), ("start", -8))
            for down in (20, -10)
        ]
        place = room.place([frame(x, y, series["name"], 12.5, anchor) for x, y, anchor in choices])
        if place is not None:
            x, y, anchor = choices[place]
            words.append(text(x, y, series["name"], "t quiet", anchor))
    return words
