"""The fingerprint: the rank of every component of an index, around the rank of the whole."""

from django.utils.translation import gettext

from indicators.svg.axes import rank_ticks
from indicators.svg.marks import breadth, dot, drawing, hatch, inside, line, text, wrapped

LINE = 17
"""The height of a line of a component's name."""
TOP, FOOT = 36, 30


class Rows:
    """Where ranks and rows lie: beside the names when wide, below them when narrow."""

    def __init__(self, chart, narrow):
        self.chart, self.narrow = chart, narrow
        self.width = 360 if narrow else 800
        self.left, self.right = (8, 294) if narrow else (340, 738)
        room, size = (self.width - 4, 14.5) if narrow else (self.left - 18, 13.5)
        self.names = [wrapped(item["name"], size, room) for item in chart["items"]]
        most = max(map(len, self.names), default=1)
        self.row = LINE * most + (27 if narrow else 17)
        self.base = TOP + self.row * len(self.names) + 4
        self.top = TOP + (self.row / 2 - 13 if narrow else 0)

    def x(self, rank):
        return self.left + (self.right - self.left) * (rank - 1) / (self.chart["of"] - 1)

    def y(self, index):
        """The middle of a row's track; the drawing and Chart.js both count rows of equal height from `top`."""
        return self.top + self.row * (index + 0.5)


def components(chart, narrow=False):
    """A row a component on a track from first to last, a stem from the overall rank; unknown ranks are hatched.

    Needs `items`, `of`, `overall` (None where not known), `overall_label`, `unknown`. Takes `axis`: vị trí for hạng.
    """
    rows = Rows(chart, narrow)
    parts = _ticks(rows) + _overall(rows)
    for index, item in enumerate(chart["items"]):
        parts += _name(rows, index)
        parts += _unknown(rows, index) if item["rank"] is None else _rank(rows, index, item)
    box = rows.left, rows.top, rows.right, rows.top + rows.row * len(rows.names)
    return drawing(chart, (rows.width, rows.base + FOOT), parts, "narrow" if narrow else "wide", box, (1, chart["of"]))


def _uprights(rows, x, classes):
    """An upright through the whole chart; on a narrow one a piece at each track, so that it crosses no name."""
    if not rows.narrow:
        return [line(x, TOP - 6, x, rows.base, classes)]
    return [line(x, rows.y(index) - 9, x, rows.y(index) + 9, classes) for index in range(len(rows.names))]


def _ticks(rows):
    of = rows.chart["of"]
    first, _, middle, _, last = rank_ticks(max(of, 6))
    half = gettext("giữa bảng")
    words = {first: "1", middle: f"{middle} ({half})", last: str(of)}
    parts = []
    for rank, label in words.items():
        parts += _uprights(rows, rows.x(rank), "grid")
        parts.append(text(rows.x(rank), rows.base + 18, label, "t", "middle"))
    return [*parts, text(rows.width - 2, rows.base + 18, rows.chart.get("axis") or gettext("hạng"), "t quiet", "end")]


def _overall(rows):
    """The rank of the whole index, with its words at the top, kept inside the drawing."""
    rank, words = rows.chart["overall"], rows.chart["overall_label"]
    if rank is None:
        return []
    x = rows.x(rank)
    label = text(inside(x, breadth(words, 13), 0, rows.width), TOP - 20, words, "tk ta", "middle")
    return [*_uprights(rows, x, "over"), line(x, TOP - 14, x, TOP - 6, "over"), label]


def _name(rows, index):
    lines = rows.names[index]
    if rows.narrow:
        bottom = rows.y(index) - 13
        return [text(0, bottom - LINE * (len(lines) - 1 - at), words, "tn") for at, words in enumerate(lines)]
    first = rows.y(index) + 4.5 - LINE * (len(lines) - 1) / 2
    return [text(rows.left - 18, first + LINE * at, words, "tn", "end") for at, words in enumerate(lines)]


def _rank(rows, index, item):
    y = rows.y(index)
    overall = rows.chart["overall"]
    stem = [] if overall is None else [line(rows.x(overall), y, rows.x(item["rank"]), y, "stem")]
    return [
        line(rows.left, y, rows.right, y, "track"),
        *stem,
        dot(rows.x(item["rank"]), y, "dot a", 5.5),
        text(rows.width - 2, y + 4.5, item["printed"], "tk", "end"),
    ]


def _unknown(rows, index):
    y, words = rows.y(index), rows.chart["unknown"]
    end = min(rows.right, rows.width - 10 - breadth(words, 13))
    return [
        hatch(rows.left, y - 5, end - rows.left, 10, 7),
        text(rows.width - 2, y + 4.5, words, "t quiet", "end"),
    ]
