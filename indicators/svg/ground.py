"""The ground of a chart over the years: where a year and a value lie, the grid, gaps, changes of rules."""

from django.utils.translation import gettext

from indicators.svg.axes import decimals, rank_ticks, round_ticks
from indicators.svg.labels import along, frame
from indicators.svg.marks import breadth, hatch, inside, line, runs, text
from indicators.templatetags.formats import number

YEAR = 36
"""The room a year's four digits need."""


class Plot:
    """Where a year and a value lie in the plot box (left, top, right, bottom) of a drawing so wide."""

    def __init__(self, chart, box, width):
        self.chart, self.box, self.width = chart, box, width
        self.left, self.top, self.right, self.bottom = box
        self.step = (self.right - self.left) / len(chart["years"])
        known = [value for series in chart["series"] for value in series["values"] if value is not None]
        self.ticks = self._ticks(known)
        self.low, self.high = min(self.ticks + known, default=0), max(self.ticks + known, default=1)

    def _ticks(self, known):
        if self.chart["reverse"] and self.chart["of"]:
            return rank_ticks(self.chart["of"])
        if not known:
            return []
        low, high = self.chart.get("low"), self.chart.get("high")
        ticks = round_ticks(min(known) if low is None else low, max(known) if high is None else high)
        return [tick for tick in ticks if tick >= 0 and (high is None or tick <= high)]

    @property
    def span(self):
        return self.low, self.high

    def x(self, index):
        return self.left + self.step * (index + 0.5)

    def y(self, value):
        share = (value - self.low) / ((self.high - self.low) or 1)
        return self.top + (self.bottom - self.top) * (share if self.chart["reverse"] else 1 - share)

    def points(self, series):
        """The known points of a series, as (index, x, y)."""
        values = enumerate(series["values"])
        return [(index, self.x(index), self.y(value)) for index, value in values if value is not None]

    def stretches(self, series):
        """The points that one line joins, as lists of (x, y): neighbouring known years, never across a break."""
        place = {index: (x, y) for index, x, y in self.points(series)}
        apart = {turn["year"] for turn in self.chart.get("breaks", ()) if turn.get("apart")}
        for first, last in runs(series["values"]):
            starts = [index for index in range(first + 1, last + 1) if self.chart["years"][index] in apart]
            for start, end in zip([first, *starts], [*starts, last + 1], strict=True):
                yield [place[index] for index in range(start, end)]

    @property
    def known_years(self):
        """True or None for each year: whether a province has a figure of it."""
        lines = [series["values"] for series in self.chart["series"] if series["role"] != "national"]
        return [True if any(value is not None for value in values) else None for values in zip(*lines, strict=True)]


def axis(plot, room):
    """Grid, ticks and years; every second or third year where they would touch, counted back from the last."""
    ticks = plot.ticks
    digits = decimals(ticks[1] - ticks[0]) if len(ticks) > 1 else 0
    parts = [line(plot.left, plot.y(tick), plot.right, plot.y(tick), "grid") for tick in ticks]
    for tick in ticks:
        place = plot.left - 7, plot.y(tick) + 4, number(tick, digits)
        parts.append(text(*place, "t", "end"))
        room.taken.append(frame(*place, 13, "end"))
    parts.append(line(plot.left, plot.bottom, plot.right, plot.bottom, "axis"))
    years = plot.chart["years"]
    every = next(count for count in range(1, 99) if count * plot.step >= YEAR or count >= len(years))
    shown = [index for index in range(len(years)) if (len(years) - 1 - index) % every == 0]
    return parts + [text(plot.x(index), plot.bottom + 19, str(years[index]), "t", "middle") for index in shown]


def gaps(plot, room):
    """Hatching over years without a figure, and below it the words, once where they would touch."""
    unknown = [None if known else True for known in plot.known_years]
    words, parts, free_from = plot.chart["unknown"], [], 0
    for first, last in runs(unknown):
        left, width = plot.x(first) - plot.step / 2 + 4, plot.step * (last - first + 1) - 8
        parts.append(hatch(left, plot.bottom - 10, width, 10))
        room.taken.append((left, plot.bottom - 10, left + width, plot.bottom))
        half = breadth(words, 13) / 2
        x = inside(left + width / 2, 2 * half, 0, plot.width)
        if x - half >= free_from:
            parts.append(text(x, plot.bottom + 36, words, "t quiet", "middle"))
            free_from = x + half + 4
    return parts


def breaks(plot, room):
    """A dotted upright before a year scored by other rules, its label on the side that has room.

    An unbroken one where the years may not be compared at all, and no line is drawn across.
    """
    parts, years = [], plot.chart["years"]
    for turn in plot.chart.get("breaks", ()):
        if turn["year"] not in years[1:]:
            continue
        x, top = plot.x(years.index(turn["year"])) - plot.step / 2, plot.top
        parts.append(line(x, top - 14, x, plot.bottom, "axis" if turn.get("apart") else "rule"))
        sides = [("end", x - 5), ("start", x + 5)]
        side = room.place([frame(at, top - 6, turn["label"], 13, anchor) for anchor, at in sides])
        room.strokes += along(x, top - 14, x, plot.bottom)
        if side is not None:
            parts.append(text(sides[side][1], top - 6, turn["label"], "t quiet", sides[side][0]))
    return parts


def stroke(plot, series, room, kind):
    """The line of a series, stretch by stretch; words keep off it."""
    drawn = []
    for stretch in plot.stretches(series):
        for start, end in zip(stretch, stretch[1:], strict=False):
            room.strokes += along(*start, *end)
        if len(stretch) > 1:
            drawn.append(f'<path d="M{"L".join(f"{x:.1f} {y:.1f}" for x, y in stretch)}" class="ln {kind}"/>')
    return "".join(drawn)


def foot(plot):
    """The lowest line of words below the plot: the years, or the words under a gap."""
    return plot.bottom + (36 if None in plot.known_years else 19)


def cut(plot, y):
    """Says that the axis does not begin at nought."""
    if plot.chart["reverse"] or not plot.ticks or plot.low == 0:
        return []
    low = number(plot.low, decimals(plot.low))
    words = gettext("Trục bắt đầu từ %(low)s %(unit)s.") % {"low": low, "unit": plot.chart["unit"]}
    return [text(0, y, words.replace(" %", "%"), "t quiet")]  # 86%, but 86 điểm
