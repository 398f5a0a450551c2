"""Every chart of every edition and province: its file says what its page says, and what the sources printed."""

import re
from html import unescape

import pytest

from tests.indicators.svg_files import faults, told, words
from tests.many import many

from .every import every_edition
from .printed import EDITIONS, reference
from .writing import Writing

pytestmark = pytest.mark.django_db

LARGEST = 120_000  # bytes of a file; a map has 63 outlines
ENOUGH = 20  # scores that a drawing of regions needs
FIGURE = re.compile(r'<figure class="fig[^"]*" id="([^"]+)".*?</figure>', re.DOTALL)
DRAWING = re.compile(r"<svg\b.*?</svg>", re.DOTALL)
TEXT = re.compile(r"<text\b[^>]*>(.*?)</text>")
TITLE = re.compile(r"<title>(.*?)</title>")
DESC = re.compile(r"<desc\b[^>]*>(.*?)</desc>")
PROVINCES = [row["slug"] for row in reference("provinces.json", "provinces.province")]


def drawn(html):
    """{id of a chart: (what its drawing says to those who do not see it, its words)} of a page."""
    found = {}
    for figure in FIGURE.finditer(html):
        drawing = DRAWING.search(figure[0])[0]
        said = "; ".join(TITLE.findall(drawing)) if figure[1].endswith("-map") else DESC.search(drawing)[1]
        found[figure[1]] = unescape(said), [unescape(each) for each in TEXT.findall(drawing)]
    return found


def stands_in(some, lines):
    """Whether some words stand in lines in the same order, one after the other."""
    return any(lines[at : at + len(some)] == some for at in range(len(lines)))


def check(content, address, query=""):
    """The charts of a page, each held against its file: {id: what it says}."""
    charts = drawn(content(address + query).decode())
    for chart, (said, some) in charts.items():
        file = content(f"{address}{chart}.svg{query}")
        assert sorted(told(file).split("; ")) == sorted(said.split("; ")), (address, chart)
        assert stands_in(some, words(file)), (address, chart)
        assert faults(file) == [], (address, chart)
        assert len(file) < LARGEST, (address, chart)
    return {chart: said for chart, (said, _some) in charts.items()}


@every_edition
@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_pictures_of_a_ranking_say_every_score_and_rank(content, edition, language):
    for component in edition.components:
        page, _, query = edition.address(component, language=language).partition("?")
        said = check(content, page, query and f"?{query}")
        expected = scores(edition, component, language)
        kinds = ("-regions", "-map") if len(expected) >= ENOUGH else ("-regions",)
        regions = [figures_in(text) for chart, text in said.items() if chart.endswith(kinds)]
        assert bool(regions) == (len(expected) >= ENOUGH), component
        assert all(figures == sorted(expected) for figures in regions), component
        for text in (text for chart, text in said.items() if chart.endswith("-ranks")):
            assert text == ", ".join(map(str, sorted(edition.ranks(component).values()))), component


@every_edition
def test_a_map_of_too_few_scores_says_the_ranks(content, edition):
    ranks = [f"{rank}/{edition.terms['ranked']}" for rank in edition.ranks("overall").values()]
    said = check(content, edition.address("overall").partition("?")[0])
    is_due = not edition.is_compiled and len(ranks) >= ENOUGH > len(scores(edition, "overall", "vi"))
    found = [figures_in(text) for chart, text in said.items() if chart.endswith("-map") and is_due]
    assert found == [sorted(ranks)] * is_due


def figures_in(text):
    """The last word of each part that ends in a figure, in order."""
    return sorted(each.rpartition(" ")[2] for each in text.split("; ") if each[-1].isdigit())


def scores(edition, component, language):
    writing = Writing(edition, component, language)
    return [writing.digits(row) for row in edition.figures(component).values() if row["score"] is not None]


@many("province", PROVINCES, ["long-an", "an-giang", "ha-noi", "da-nang", "tay-ninh-2025"])
@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_pictures_of_a_province_say_what_its_page_says(content, one_report, province, language):
    one_report("profile")
    prefix = "/en" if language == "en" else ""
    said = check(content, f"{prefix}/provinces/{province}/")
    for what in ("score", "rank"):
        expected = over_the_years(province, what, language)
        assert said.get(f"par-index-{what}", "") == (expected if "; " in expected else ""), what


@every_edition
def test_the_picture_of_the_page_to_cite_says_what_it_says(content, edition):
    ranks = {} if edition.is_compiled else edition.ranks("overall")
    for province in list(ranks)[:2]:
        said = check(content, f"/provinces/{province}/{edition.series}/{edition.year}/")
        expected = [", ".join(map(str, sorted(ranks.values())))] * (len(ranks) >= ENOUGH)
        assert list(said.values()) == expected, province


def over_the_years(province, what, language):
    """2021: 87,20; 2022: 87,42: the total of the PAR Index of every year known."""
    found = []
    for edition in sorted(EDITIONS, key=lambda edition: edition.year):
        row = edition.series == "par-index" and edition.figures("overall").get(province)
        if row and row[what] is not None:
            writing = Writing(edition, "overall", language)
            found.append(f"{edition.year}: {writing.digits(row) if what == 'score' else writing.rank(row)}")
    return "; ".join(found)
