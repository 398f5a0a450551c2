"""The look of a drawing as attributes: a file has no stylesheet, so it takes what the pages' own one says of it."""

import re
from functools import cache

import cssselect2
import tinycss2
from django.conf import settings

SHEET = settings.BASE_DIR / "static/css/site.css"
DRAWN = {"fill", "fill-opacity", "font-size", "font-weight", "opacity", "stroke"}
DRAWN |= {f"stroke-{part}" for part in ("dasharray", "linecap", "linejoin", "width")}
TOKEN = re.compile(r"var\((--[\w-]+)\)")


@cache
def rules():
    """The rules of the stylesheet outside of media queries: [(prelude, {property: value})]."""
    found = []
    for rule in tinycss2.parse_stylesheet(SHEET.read_text(), skip_comments=True, skip_whitespace=True):
        if rule.type == "qualified-rule":
            told = tinycss2.parse_blocks_contents(rule.content, skip_comments=True, skip_whitespace=True)
            said = {each.name: tinycss2.serialize(each.value).strip() for each in told if each.type == "declaration"}
            found.append((rule.prelude, said))
    return found


@cache
def tokens():
    """{--name: value} of the light colours and what else `:root` names."""
    return {
        name: value
        for prelude, said in rules()
        if tinycss2.serialize(prelude) == ":root"
        for name, value in said.items()
    }


def token(name):
    """The value of a token, followed to its end: a colour, a list of fonts."""
    value = tokens()[f"--{name}"]
    return TOKEN.sub(lambda found: token(found[1][2:]), value)


@cache
def matcher():
    """What the stylesheet says of drawings, by their selectors."""
    made = cssselect2.Matcher()
    for prelude, said in rules():
        drawn = {name: resolved(value) for name, value in said.items() if name in DRAWN}
        if drawn:
            for selector in selectors(prelude):
                made.add_selector(selector, drawn)
    return made


def selectors(prelude):
    """The selectors before a rule; none where they ask for what only a browser knows."""
    try:
        return [each for each in cssselect2.compile_selector_list(prelude) if each.pseudo_element is None]
    except cssselect2.SelectorError:
        return []


def resolved(value):
    """A value with its tokens filled in, lengths as the bare numbers that every reader of SVG takes."""
    return TOKEN.sub(lambda found: token(found[1][2:]), value).removesuffix("px")


def dressed(root):
    """The tree of a drawing (an Element), every element with its look as attributes and no class left."""
    looks = matcher()
    for node in list(cssselect2.ElementWrapper.from_xml_root(root).iter_subtree()):
        for _specificity, _order, _pseudo, said in looks.match(node):
            node.etree_element.attrib.update(said)
    for element in root.iter():
        element.attrib.pop("class", None)
    return root
