"""Small multiples: the same provinces and years in every component, on one axis."""

from html import escape
from math import ceil

from django.utils.safestring import mark_safe

from indicators.svg.ground import Plot, stroke
from indicators.svg.labels import Room
from indicators.svg.marks import breadth, drawing, line, text, wrapped
from indicators.svg.shapes import key, kind, mark
from indicators.templatetags.formats import MISSING

WIDTH, HEIGHT, BOX = 196, 112, (24, 10, 190, 90)
COLUMNS, GAP, TALL, KEY = 4, 20, 206, 30
"""Of all together: columns, the room between them, the height of a row with its words, and of the marks' names."""


def smalls(chart):
    """A drawing for each of `items` (dicts with `id`, `title`, `alt`, `series`), the figures of the last year above it.

    Needs `years`, `of`, `breaks`, `unknown`.
    """
    return mark_safe(f'<div class="smalls">{"".join(_item(chart, item) for item in chart["items"])}</div>')


def _item(chart, item):
    figures = "".join(_figure(chart, series) for series in item["series"])
    return f"<div><h4>{escape(item['title'])}</h4><p>{figures}</p>{_drawing(chart | item)}</div>"


def _figure(chart, series):
    """The mark of a province, its name for those who do not see the mark, and its newest figure."""
    printed, name = series["printed"][-1], escape(series["name"])
    if printed is None:
        shown = f'{name}: {escape(chart["unknown"])}</span> <span aria-hidden="true">{MISSING}</span>'
    else:
        shown = f"{name}</span> {escape(printed)}"
    return f'<span class="nw">{key(series["role"], short=True)} <span class="sr">{shown}</span> '


def together(chart):
    """The small drawings of `smalls` as one, in a grid, for a file."""
    parts = _figures([(series["role"], series["name"]) for series in chart["items"][0]["series"]], 9)
    rows = ceil(len(chart["items"]) / COLUMNS)
    for at, item in enumerate(chart["items"]):
        row, column = divmod(at, COLUMNS)
        place = f"translate({column * (WIDTH + GAP)} {KEY + row * TALL})"
        parts.append(f'<g transform="{place}">{_cell(chart, item)}</g>')
    return drawing(chart, (COLUMNS * (WIDTH + GAP) - GAP, KEY + rows * TALL), parts, "small")


def _figures(told, y):
    """Marks of places in a line, each with its words: [(role, words)]."""
    x, parts = 0, []
    for role, words in told:
        parts += [mark(x + 5, y, role), text(x + 14, y + 4, words, "tn")]
        x += 30 + breadth(words, 13.5)
    return parts


def _cell(chart, item):
    """One component: its name, the figures of the last year, its drawing."""
    parts = [text(0, 13 + 16 * at, words, "tk") for at, words in enumerate(wrapped(item["title"], 13, WIDTH)[:3])]
    parts += _figures([(series["role"], series["printed"][-1] or MISSING) for series in item["series"]], 62)
    return "".join(parts) + f'<g transform="translate(0 74)">{"".join(_body(chart | item))}</g>'


def _drawing(chart):
    return drawing(chart, (WIDTH, HEIGHT), _body(chart), "small")


def _body(chart):
    plot = Plot(chart, BOX, WIDTH)
    room, of, years = Room(0, 0, WIDTH, HEIGHT), chart["of"], chart["years"]
    parts = [line(plot.left, plot.y(tick), plot.right, plot.y(tick), "grid") for tick in (1, (of + 1) // 2, of)]
    parts += [text(plot.left - 6, plot.y(tick) + 4, str(tick), "t", "end") for tick in (1, (of + 1) // 2, of)]
    parts.append(text(plot.left, HEIGHT - 4, str(years[0]), "t"))
    if len(years) > 1:
        parts.append(text(plot.right, HEIGHT - 4, str(years[-1]), "t", "end"))
    for series in reversed(chart["series"]):
        parts.append(stroke(plot, series, room, kind(series["role"])))
        parts += [mark(*stretch[-1], series["role"], 3) for stretch in plot.stretches(series)]
    return parts
