"""The strokes every chart is made of, and how much room words take. Lengths are in the units of the viewBox."""

from html import escape
from unicodedata import combining, normalize

from django.utils.safestring import mark_safe

_ADVANCES = {"ijlI'’": 0.29, " ": 0.23, ",.:;": 0.33, "ftr1": 0.43, "()": 0.45, "/szJ": 0.53, "hknuvxy7-+L": 0.61}
_ADVANCES |= {"CGOQĐDU": 0.83, "ABEFHKNPRSTVXYZ": 0.73, "mw%": 0.9, "MW": 1.04}
ADVANCES = {letter: advance for letters, advance in _ADVANCES.items() for letter in letters}
"""Advance widths of Be Vietnam Pro 600 in ems, rounded up, so that an estimate never falls short."""


def breadth(words, size):
    """The width of a line of text at a font size, marks folded: an upper bound for both weights."""
    return size * sum(ADVANCES.get(letter, 0.69) for letter in normalize("NFD", words) if not combining(letter))


def wrapped(words, size, room):
    """The lines of a text no wider than `room`, as even as they can be; a single longer word stays whole."""
    lines = filled(words, size, room)
    while len(filled(words, size, room * 0.95)) == len(lines) > 1:
        room *= 0.95
    return filled(words, size, room)


def filled(words, size, room):
    """The lines of a text, each as full as `room` lets it be."""
    lines = [""]
    for word in words.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and breadth(longer, size) > room:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def drawing(chart, size, body, classes, box=None, span=None):
    """The whole SVG, named by the chart's finding and described by its sentence; ids grow from the chart's own.

    `box` (left, top, right, bottom of the plot) and `span` (lowest and highest value) are for Chart.js, which draws the
    same series over the same ground.
    """
    width, height = size
    ground = f' data-box="{" ".join(map(str, box))}" data-span="{" ".join(map(str, span))}"' if box else ""
    key = f"{escape(chart['id'])}-{classes.split()[-1]}"
    return mark_safe(
        f'<svg class="chart {classes}" viewBox="0 0 {width} {height}" width="{width}" height="{height}"{ground} '
        f'role="img" aria-labelledby="{key}-t" aria-describedby="{key}-d">'
        f'<title id="{key}-t">{escape(chart["title"])}</title>'
        f'<desc id="{key}-d">{escape(chart["alt"])}</desc>{"".join(body)}</svg>'
    )


def text(x, y, words, classes="t", anchor="start"):
    """One line of words that starts at x, or is centred (`middle`) or ends (`end`) there."""
    where = "" if anchor == "start" else f' text-anchor="{anchor}"'
    return f'<text x="{x:.1f}" y="{y:.1f}" class="{classes}"{where}>{escape(words)}</text>'


def line(x1, y1, x2, y2, classes):
    return f'<path d="M{x1:.1f} {y1:.1f}L{x2:.1f} {y2:.1f}" class="{classes}"/>'


def dot(x, y, classes, radius=4.5):
    return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius}" class="{classes}"/>'


def hatch(x, y, width, height, step=6):
    """Diagonal strokes clipped by arithmetic: no pattern ids, so a drawing may stand twice on a page."""
    strokes, start = [], -height
    while start < width:
        x1, x2 = max(start, 0), min(start + height, width)
        if x2 > x1:
            strokes.append(f"M{x + x1:.1f} {y + height - x1 + start:.1f}L{x + x2:.1f} {y + height - x2 + start:.1f}")
        start += step
    return f'<path d="{"".join(strokes)}" class="hatch"/>'


def runs(values):
    """Neighbouring known places as (first, last) positions: a line is drawn inside a run, never across a gap.

    >>> list(runs([None, 3, 4, None, 5]))
    [(1, 2), (4, 4)]
    """
    start = None
    for index, value in enumerate([*values, None]):
        if value is not None and start is None:
            start = index
        if value is None and start is not None:
            yield start, index - 1
            start = None


def inside(centre, width, left, right):
    """The centre of a label of that width, moved so that it stays between left and right."""
    return max(left + width / 2, min(centre, right - width / 2))
