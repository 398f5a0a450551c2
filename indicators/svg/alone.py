"""A chart as a file that stands alone: its words, its source and its address within, its look in attributes."""

import re
from xml.etree.ElementTree import Element, SubElement, fromstring, tostring

from indicators.svg.look import dressed, token
from indicators.svg.marks import breadth, wrapped

SPACE, LINKS = "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"
EDGE = 24
"""The margin around all that a file holds."""
GAP = 14
"""The room between a drawing and the words above and below it."""
HALO = ("stroke", "stroke-width", "stroke-linejoin")
STYLES = {"over": (13, 400, "ink2"), "title": (18, 600, "ink"), "unit": (13, 400, "ink2"), "foot": (12, 400, "ink2")}
"""What is said around a drawing: size, weight, colour."""


def alone(chart, drawing, over, foot, address):
    """The file (text) of a chart, as wide as its `drawing` (an SVG) and a margin: SVG 1.1, which every reader takes.

    `over`: the title of its page. `foot`: the lines below it. `address`: of its page.
    """
    inner = unlinked(dressed(fromstring(str(drawing))))
    width, height = (float(inner.get(side)) for side in ("width", "height"))
    head = Words(width, EDGE)
    for style, words in (("over", over), ("title", chart["title"]), ("unit", chart["caption"])):
        head.say(style, wrapped(words, STYLES[style][0], width) if words else ())
    below = Words(width, head.bottom + GAP + height + GAP)
    for words in filter(None, [chart.get("how"), *foot]):
        below.say("foot", wrapped(words, STYLES["foot"][0], width))
    below.say("foot", parted(address, STYLES["foot"][0], width))
    root = sheet(width + 2 * EDGE, below.bottom + EDGE)
    SubElement(root, "title").text = f"{over}: {chart['title']}"
    SubElement(root, "desc").text = chart["alt"]
    SubElement(root, "rect", {"width": root.get("width"), "height": root.get("height"), "fill": token("paper")})
    root.extend(head.drawn)
    ground = SubElement(root, "g", {"transform": f"translate({EDGE} {head.bottom + GAP:g})"})
    ground.extend(each for each in inner if each.tag not in ("title", "desc"))
    lay_halos(ground)
    root.extend(below.drawn)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="unicode")


def unlinked(root):
    """The tree without its links, which lead nowhere from a file."""
    for element in root.iter("a"):
        element.tag = "g"
        element.attrib.pop("href", None)
    return root


def sheet(width, height):
    """An empty file of that size."""
    size = {"width": f"{width:g}", "height": f"{height:g}", "viewBox": f"0 0 {width:g} {height:g}"}
    fonts = token("text").replace("Fallback,", "").replace('"', "'")
    return Element("svg", {"xmlns": SPACE, "xmlns:xlink": LINKS, "version": "1.1", "font-family": fonts} | size)


def lay_halos(ground):
    """Lay the halo of a text under it as a second use of it: what CSS does by `paint-order` is not in SVG 1.1."""
    count = 0
    for parent in list(ground.iter()):
        for at, text in reversed(list(enumerate(parent))):
            if text.tag == "text" and text.get("stroke", "none") != "none":
                count += 1
                halo = {name: text.attrib.pop(name) for name in HALO if name in text.attrib}
                text.set("id", f"t{count}")
                parent.insert(at, Element("use", {"xlink:href": f"#t{count}"} | halo))


class Words:
    """Lines of words one below the other, in a column of a width."""

    def __init__(self, width, top):
        self.width, self.bottom, self.drawn = width, top, []

    def say(self, style, lines):
        size, weight, colour = STYLES[style]
        look = {"font-size": str(size), "font-weight": str(weight), "fill": token(colour)}
        for line in lines:
            self.bottom += round(size * 1.45)
            element = Element("text", {"x": str(EDGE), "y": f"{self.bottom - size * 0.35:.1f}"} | look)
            element.text = line
            self.drawn.append(element)
        self.bottom += 3


def parted(address, size, room):
    """The lines of an address, parted behind the signs that part it."""
    lines = [""]
    for piece in re.split(r"(?<=[/?&])(?=[^/])", address):
        if lines[-1] and breadth(lines[-1] + piece, size) > room:
            lines.append(piece)
        else:
            lines[-1] += piece
    return lines
