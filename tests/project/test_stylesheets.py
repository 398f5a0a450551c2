"""What the stylesheets promise: small, self-contained, one home for colours."""

import gzip
import re

import pytest

from .tree import ROOT

SHEETS = sorted((ROOT / "static/css").glob("*.css"))
COLOUR = re.compile(r"#[0-9a-f]{3,8}\b|\b(?:rgb|hsl)a?\(", re.IGNORECASE)


def test_all_stylesheets_together_fit_in_twenty_kilobytes():
    assert sum(len(gzip.compress(sheet.read_bytes())) for sheet in SHEETS) < 20_000


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_no_stylesheet_imports_another_or_asks_another_host(sheet):
    assert re.findall(r"@import|https?:|url\(//", sheet.read_text()) == []


def test_the_stylesheet_of_the_site_names_colours_only_by_their_tokens():
    assert COLOUR.findall((ROOT / "static/css/site.css").read_text()) == []
