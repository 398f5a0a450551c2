"""Small drawings for table cells, drawn once a row: no ids, whole numbers, one path a kind of stroke.

They are hidden from screen readers unless named, since their numbers stand in the table beside them.
"""

from functools import lru_cache
from html import escape

from django.utils.safestring import mark_safe

from indicators.svg.marks import hatch, runs

EMPTY = hatch(0, 0, 96, 8, 5)


def named(title):
    return f'role="img" aria-label="{escape(title)}"' if title else 'aria-hidden="true"'


@lru_cache(maxsize=64)
def columns(count):
    """The places of so many years from 4 to 92, on a drawing 96 wide."""
    return [4 + round(88 * index / (count - 1)) for index in range(count)] if count > 1 else [92]


def sparkline(years, values, low, high, title=""):
    """A line 96 x 24 over the years; `values` go with `years`, None is unknown and leaves a tick below, never a line.

    `low` and `high` are those of the whole column, so that its lines can be compared.
    """
    low, span = float(low), float(high) - float(low) or 1.0
    places = columns(len(years))
    heights = [None if value is None else 20 - round(16 * (float(value) - low) / span) for value in values]
    points = [f"{x} {y}" for x, y in zip(places, heights, strict=True)]
    path = "".join(
        [
            f"M{'L'.join(points[first : last + 1])}" if last > first else f"M{places[first] - 1} {heights[first]}h2"
            for first, last in runs(heights)
        ]
    )
    gaps = "".join([f"M{x} 19v4" for x, y in zip(places, heights, strict=True) if y is None])
    known = [point for point, y in zip(points, heights, strict=True) if y is not None]
    lines = f'<path class="s" d="{path}"/><path class="a" d="M{known[-1]}h0"/>' if known else ""
    ticks = f'<path d="{gaps}"/>' if gaps else ""
    return mark_safe(f'<svg class="spark" viewBox="0 0 96 24" {named(title)}>{lines}{ticks}</svg>')


def bar(value, maximum, title=""):
    """A score from 0 to its maximum as a bar 96 x 8; hatched where it is unknown."""
    filled = 0 if value is None else round(96 * float(value) / float(maximum))
    inner = EMPTY if value is None else f'<path class="on" d="M0 0h{filled}v8H0z"/>'
    return mark_safe(f'<svg class="bar" viewBox="0 0 96 8" {named(title)}><path d="M0 0h96v8H0z"/>{inner}</svg>')


def coverage(known, of, title=""):
    """How many of all are known: the known part filled, the rest hatched."""
    filled = round(96 * known / of)
    rest = hatch(filled, 0, 96 - filled, 8, 5) if known < of else ""
    return mark_safe(
        f'<svg class="bar" viewBox="0 0 96 8" {named(title)}><path d="M0 0h96v8H0z"/>{rest}'
        f'<path class="on" d="M0 0h{filled}v8H0z"/></svg>'
    )
