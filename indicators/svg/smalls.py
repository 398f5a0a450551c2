"""Small multiples: the same provinces and years in every component, on one axis."""

from html import escape

from django.utils.safestring import mark_safe

from indicators.svg.ground import Plot, stroke
from indicators.svg.labels import Room
from indicators.svg.marks import drawing, line, text
from indicators.svg.shapes import key, kind, mark
from indicators.templatetags.formats import MISSING

WIDTH, HEIGHT, BOX = 196, 112, (24, 10, 190, 90)


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


def _drawing(chart):
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
    return drawing(chart, (WIDTH, HEIGHT), parts, "small")
