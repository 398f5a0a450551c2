"""How up to five provinces are told apart: by the line, by the shape of its points, by the words at its end."""

from django.utils.safestring import mark_safe

from indicators.svg.marks import dot, line

ROLES = ("first", "second", "third", "fourth", "fifth")
"""The roles of provinces side by side, in the order in which they were asked for."""


def square(x, y, classes, radius):
    side = radius - 0.5
    return _path(f"M{x - side:.1f} {y - side:.1f}h{2 * side:.1f}v{2 * side:.1f}h-{2 * side:.1f}z", classes)


def triangle(x, y, classes, radius):
    side = radius + 0.5
    return _path(f"M{x:.1f} {y - side:.1f}l{side:.1f} {2 * side - 1:.1f}h-{2 * side:.1f}z", classes)


def diamond(x, y, classes, radius):
    side = radius + 1
    return _path(
        f"M{x:.1f} {y - side:.1f}l{side:.1f} {side:.1f}l-{side:.1f} {side:.1f}l-{side:.1f}-{side:.1f}z", classes
    )


def cross(x, y, classes, radius):
    side, long = radius - 0.5, 2 * radius - 1
    return _path(
        f"M{x - side:.1f} {y - side:.1f}l{long:.1f} {long:.1f}m0-{long:.1f}l-{long:.1f} {long:.1f}",
        classes,
    )


def _path(geometry, classes):
    return f'<path d="{geometry}" class="{classes}"/>'


LOOKS = dict(zip(ROLES, zip("akmdx", (dot, square, triangle, diamond, cross), strict=True), strict=True))


def kind(role):
    """The class by which a role's line and points have their look."""
    return LOOKS[role][0]


def mark(x, y, role, radius=4):
    """A point of a province's line."""
    kind, shape = LOOKS[role]
    return shape(x, y, f"dot {kind}", radius)


def key(role, short=False):
    """The mark of a province in running text, with a piece of its line unless `short`; its name stands beside it."""
    width = 12 if short else 24
    stroke = "" if short else line(0, 6, width, 6, f"ln {kind(role)}")
    return mark_safe(
        f'<svg class="chart key" viewBox="0 0 {width} 12" width="{width}" height="12" aria-hidden="true" '
        f'focusable="false">{stroke}{mark(width / 2, 6, role)}</svg>'
    )
