"""A card for those who pass a page's address on: what the page is about, its sentence, its key figures."""

from xml.etree.ElementTree import Element, SubElement, tostring

from indicators.svg.alone import sheet
from indicators.svg.look import token
from indicators.svg.marks import wrapped

WIDTH, HEIGHT, EDGE = 1200, 630, 64
COLUMN = (WIDTH - 2 * EDGE) / 4
FIGURES = 372
"""Where the figures begin."""


def card(chart, over, foot, address):
    """The file (text) of a card. `figures` of the chart: up to four of {label, value, of, unit, note}, all text.

    `over`: the name of the portal. `foot`: of which day. `address`: of the page.
    """
    root = sheet(WIDTH, HEIGHT)
    SubElement(root, "title").text = chart["title"]
    SubElement(root, "desc").text = chart["alt"]
    SubElement(root, "rect", {"width": str(WIDTH), "height": str(HEIGHT), "fill": token("paper")})
    SubElement(root, "rect", {"width": str(WIDTH), "height": "12", "fill": token("accent")})
    say(root, EDGE, 84, over, 26, colour="ink2")
    titles = wrapped(chart["title"], 60, WIDTH - 2 * EDGE)[:2]
    for at, words in enumerate(titles):
        say(root, EDGE, 164 + 70 * at, words, 60, 600)
    for at, words in enumerate(wrapped(chart["alt"], 30, WIDTH - 2 * EDGE)[: 4 - len(titles)]):
        say(root, EDGE, 150 + 70 * len(titles) + 44 * at, words, 30)
    for at, figure in enumerate(chart["figures"]):
        column(root, EDGE + COLUMN * at, figure)
    say(root, EDGE, HEIGHT - 40, " ".join(filter(None, foot)), 22, colour="ink2")
    say(root, EDGE, HEIGHT - 72, address, 22, colour="ink2")
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="unicode")


def column(root, x, figure):
    """One figure under its label, its note below."""
    for at, words in enumerate(wrapped(figure["label"], 22, COLUMN - 20)[:2]):
        say(root, x, FIGURES + 26 * at, words, 22, colour="ink2")
    line = say(root, x, FIGURES + 92, "", 56, 600)
    part(line, str(figure["value"]), {})
    quiet = {"font-size": "26", "font-weight": "400", "fill": token("ink2")}
    part(line, f"/{figure['of']}" if figure.get("of") else "", quiet)
    part(line, f" {figure['unit']}" if figure.get("unit") and not figure.get("of") else "", quiet)
    for at, words in enumerate(wrapped(figure["note"], 20, COLUMN - 20)[:2] if figure.get("note") else ()):
        say(root, x, FIGURES + 126 + 26 * at, words, 20, colour="ink2")


def part(line, words, look):
    if words:
        SubElement(line, "tspan", look).text = words


def say(root, x, y, words, size, weight=400, colour="ink"):
    look = {"font-size": str(size), "font-weight": str(weight), "fill": token(colour)}
    element = Element("text", {"x": f"{x:g}", "y": f"{y:g}"} | look)
    element.text = words or None
    root.append(element)
    return element
