"""The maps of the real figures: small, of the provinces of their day, on every page that knows enough."""

import gzip
import re
from html import unescape

import pytest

from .every import every_edition
from .writing import Writing

pytestmark = pytest.mark.django_db

MOST = 8192  # bytes of one map, compressed
ENOUGH = 20
DRAWING = re.compile(r'<svg class="chart map.*?</svg>', re.DOTALL)
LINK = re.compile(r'<a href="(?:/en)?/provinces/([a-z0-9-]+)/"><title>(.*?)</title>')


@every_edition
@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_map_says_every_figure_of_its_edition_and_is_small(content, edition, language):
    drawn = DRAWING.findall(content(edition.address("overall", language=language)).decode())
    expected = figures(edition, Writing(edition, "overall", language))
    assert len(drawn) == (2 if expected else 0)
    for each in drawn:
        said = {province: unescape(words).rpartition(": ")[2] for province, words in LINK.findall(each)}
        assert {province: figure for province, figure in said.items() if figure[0].isdigit()} == expected
        assert set(said) == set(edition.provinces)
        assert len(gzip.compress(each.encode())) <= MOST


def figures(edition, writing):
    """{province: its score, or its rank where fewer than 20 scores are known}; none where neither is enough."""
    rows = edition.figures("overall").items()
    scores = {province: writing.digits(row) for province, row in rows if row["score"] is not None}
    ranks = {province: f"{rank}/{edition.terms['ranked']}" for province, rank in edition.ranks("overall").items()}
    found = scores if len(scores) >= ENOUGH or edition.is_compiled else ranks
    return found if len(found) >= ENOUGH else {}


@pytest.mark.parametrize("address", ["/", "/en/", "/components/papi/overall/", "/en/components/par-index/overall/"])
def test_home_and_components_have_a_map_with_its_credit(content, address):
    page = content(address).decode()
    assert len(DRAWING.findall(page)) == 2
    assert "Open Development Mekong" in page
