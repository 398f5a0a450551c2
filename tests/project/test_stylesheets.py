"""What the stylesheets promise: small, self-contained, one home for colours."""

import gzip
import re

import pytest

from .tree import ROOT

SHEETS = sorted((ROOT / "static/css").glob("*.css"))
COLOUR = re.compile(r"#[0-9a-f]{3,8}\b|\b(?:rgb|hsl)a?\(", re.IGNORECASE)
TOKENS = re.compile(r":root[^{]*\{[^}]*\}")


def test_all_stylesheets_together_fit_in_twenty_kilobytes():
    assert sum(len(gzip.compress(sheet.read_bytes())) for sheet in SHEETS) < 20_000


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_no_stylesheet_imports_another_or_asks_another_host(sheet):
    assert re.findall(r"@import|https?:|url\(//", sheet.read_text()) == []


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_stylesheets_name_colours_only_in_their_tokens(sheet):
    assert COLOUR.findall(TOKENS.sub("", sheet.read_text())) == []


def test_the_desk_has_the_type_and_colours_of_the_site():
    """Its pages have the stylesheets of Django's admin, so they cannot take the site's as a whole."""
    site, desk = ((ROOT / "static/css" / name).read_text() for name in ("site.css", "desk.css"))
    assert "@font-face" in shared(site)
    assert shared(desk) == shared(site)


def shared(text):
    """What a stylesheet says before its second heading: faces and tokens."""
    return text.split("*/")[1].rpartition("/*")[0]
