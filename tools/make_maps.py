"""Make the maps of fixtures/maps/ from the larger drawings in fixtures/maps/larger/: `make maps`.

One unit of the result is about one pixel of a page, so corners that fall together there are one. Neighbours share
their corners in the larger drawing, and so here too.
"""

import re
from pathlib import Path

TARGET = Path(__file__).resolve().parent.parent / "fixtures" / "maps"
SCALE = 0.6
PATH = re.compile(r'<path id="([^"]+)" d="([^"]+)"/>')
STEP = re.compile(r"([Mlaz])([^Mlaz]*)")
NUMBER = re.compile(r"-?\d*\.?\d+")
CREDIT = (
    "Boundaries: Open Development Mekong / Department of Survey and Mapping (2016), CC BY-SA 4.0; simplified, "
    "and merged after Resolution 202/2025/QH15."
)


def smaller(path):
    """A path with its corners on the coarser grid; outlines that have fewer than three left fall away."""
    return "".join(outline(part) for part in path.split("M")[1:])


def outline(part):
    """One closed outline: from its first corner step by step, or a symbol of arcs."""
    first, *steps = STEP.findall(f"M{part}")
    x, y = numbers(first[1])
    start = at = round(x * SCALE), round(y * SCALE)
    lines, arcs = [], []
    for command, text in steps:
        if command == "a":
            arcs.append(arc(*numbers(text)))
        for dx, dy in zip(*[iter(numbers(text))] * 2, strict=True) if command == "l" else ():
            x, y = x + dx, y + dy
            corner = round(x * SCALE), round(y * SCALE)
            if corner != at:
                lines.append(f"{corner[0] - at[0]} {corner[1] - at[1]}")
            at = corner
    drawn = "".join(arcs) if arcs else "l" + " ".join(lines)
    return f"M{start[0]} {start[1]}{drawn}z".replace(" -", "-") if arcs or len(lines) > 1 else ""


def numbers(text):
    return [float(number) for number in NUMBER.findall(text)]


def arc(rx, ry, _turn, large, sweep, dx, dy):
    return f"a{rx * SCALE:.1f} {ry * SCALE:.1f} 0 {large:.0f} {sweep:.0f} {dx * SCALE:.1f} {dy * SCALE:.0f}"


def made(source):
    shapes = [f'<path id="{slug}" d="{smaller(path)}"/>' for slug, path in PATH.findall(source)]
    head = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 432 878">'
    return "\n".join([head, f"<metadata>{CREDIT}</metadata>", *shapes, "</svg>", ""])


if __name__ == "__main__":
    for era in ("63", "34"):
        name = f"provinces-{era}.svg"
        (TARGET / name).write_text(made((TARGET / "larger" / name).read_text()))
