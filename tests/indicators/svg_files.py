"""An SVG file as its reader meets it: whether it is SVG at all, its words, what it says to those who do not see it."""

from functools import cache
from pathlib import Path

from lxml import etree

SPACE = "{http://www.w3.org/2000/svg}"
SCHEMA = Path(__file__).parent / "vendor" / "svg-1.1" / "svg11-flat-20110816.dtd"


@cache
def schema():
    return etree.DTD(str(SCHEMA))


def faults(content):
    """What the schema of SVG 1.1 finds in a file (bytes); it must be well-formed to be asked."""
    dtd = schema()
    return [] if dtd.validate(parsed(content)) else [str(each.message) for each in dtd.error_log.filter_from_errors()]


def parsed(content):
    return etree.fromstring(content, etree.XMLParser(resolve_entities=False))


def words(content):
    return ["".join(text.itertext()) for text in parsed(content).iter(f"{SPACE}text")]


def told(content):
    """The description of the whole."""
    return parsed(content).findtext(f"{SPACE}desc")
