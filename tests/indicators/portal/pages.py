"""A page as its reader meets it: tables cell by cell, links, the numbered sources, the data under its charts.

The portal writes regular HTML, so expressions read it ten times faster than a parser would; what is not there is not
found, and fails the test that asks for it.
"""

import json
import re
from dataclasses import dataclass
from functools import cached_property
from html import unescape

FIGURE = re.compile(r"[+−]?\d[\d.,]*(?:/\d[\d.,]*)?%?|–")
PROVINCE = re.compile(r"/provinces/([a-z0-9-]+)/$")
MARK = re.compile(r"#n(\d+)$")

SECTION = re.compile(r'<section\b[^>]* aria-labelledby="([^"]+)"[^>]*>(.*?)</section>', re.DOTALL)
TABLE = re.compile(r"<table\b.*?</table>", re.DOTALL)
ROW = re.compile(r"<tr\b[^>]*>(.*?)</tr>", re.DOTALL)
CELL = re.compile(r"<(td|th)\b([^>]*)>(.*?)</\1>", re.DOTALL)
LINK = re.compile(r'<a\b[^>]*? href="([^"]*)"', re.DOTALL)
NOTE = re.compile(r'<li id="n(\d+)">.*?/sources/([a-z0-9-]+)/"', re.DOTALL)
DATA = re.compile(r'<script id="([^"]+)" type="application/json">(.*?)</script>', re.DOTALL)
SAID = re.compile(r'<desc id="([^"]+)">(.*?)</desc>', re.DOTALL)
SCRIPT = re.compile(r"<script\b.*?</script>", re.DOTALL)
INLINE = re.compile(r"</?(?:a|b|small|span|text)\b[^>]*>")
TAG = re.compile(r"<[^>]*>")


def words(html):
    """The text of a piece of a page; what stands in blocks of its own is parted by a space."""
    return " ".join(unescape(TAG.sub(" ", INLINE.sub("", SCRIPT.sub("", html)))).split())


def links(html):
    return [unescape(address) for address in LINK.findall(html)]


@dataclass
class Row:
    """A line of a table: the heading at its side, the figures of its numeric cells, its links and badges."""

    html: str

    @cached_property
    def cells(self):
        """(tag, attributes, text) of each cell."""
        return [(tag, attributes, words(html)) for tag, attributes, html in CELL.findall(self.html)]

    @property
    def name(self):
        return next((text for _tag, attributes, text in self.cells if 'scope="row"' in attributes), "")

    @property
    def figures(self):
        numeric = [text for tag, attributes, text in self.cells if tag == "td" and re.search(r'[" ]n[" ]', attributes)]
        return [figure for text in numeric for figure in FIGURE.findall(text)[:1]]

    @cached_property
    def links(self):
        return links(self.html)

    @property
    def badges(self):
        return self.html.count('class="badge"')

    @property
    def province(self):
        return next((found[1] for link in self.links if (found := PROVINCE.search(link))), None)


class Page:
    """`marks`: {number: source}; `data`: {id: JSON}; `said`: {id: what a drawing says}; `hrefs`: where links lead."""

    def __init__(self, html):
        self.html = html

    @cached_property
    def sections(self):
        """{id of its heading: HTML} of every section, and of what stands in none under ""."""
        found = {"": SECTION.sub("", self.html)}
        for heading, html in SECTION.findall(self.html):
            found[heading] = found.get(heading, "") + html
        return found

    @cached_property
    def text(self):
        return words(self.html)

    @cached_property
    def hrefs(self):
        return links(self.html)

    @cached_property
    def marks(self):
        return dict(NOTE.findall(self.html))

    @cached_property
    def data(self):
        return {key: json.loads(text) for key, text in DATA.findall(self.html)}

    @property
    def language(self):
        return re.search(r'<html lang="([a-z]+)">', self.html)[1]

    @property
    def robots(self):
        return "".join(re.findall(r'<meta name="robots" content="([^"]*)">', self.html))

    def rows(self, section):
        """The rows of a section's tables that have figures."""
        return [row for row in map(Row, ROW.findall(self.sections.get(section, ""))) if row.figures]

    @property
    def all_rows(self):
        return [row for section in self.sections for row in self.rows(section)]

    def sources(self, row):
        """The slugs of the sources that a row's marks lead to."""
        return {self.marks[found[1]] for link in row.links if (found := MARK.search(link))}

    def places(self, section):
        """The provinces that a section links to, outside its tables."""
        found = [PROVINCE.search(link) for link in links(TABLE.sub("", self.sections.get(section, "")))]
        return [each[1] for each in found if each]

    def drawn(self, name):
        """What the drawings with this name in their id say to those who do not see them."""
        return [unescape(text) for key, text in SAID.findall(self.html) if name in key]
