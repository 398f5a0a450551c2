"""One number, everywhere: what a source printed is what page, CSV, XLSX and JSON of the ranking give."""

import pytest

from .every import every_edition
from .files import READERS
from .printed import EDITIONS
from .writing import Writing

pytestmark = pytest.mark.django_db

ENOUGH = 20
NEWEST = {edition.series: edition for edition in sorted(EDITIONS, key=lambda edition: edition.year)}


def test_every_edition_has_figures():
    assert len(EDITIONS) >= 3
    assert [str(edition) for edition in EDITIONS if not edition.components] == []


@every_edition
@pytest.mark.parametrize("format", READERS)
def test_a_file_gives_the_figures_that_were_printed(content, edition, format):
    """Workbooks are slow to read back: of earlier years only that of the whole."""
    is_slow = format == "xlsx" and edition not in NEWEST.values()
    for component in ["overall"] if is_slow else edition.components:
        file = content(edition.address(component, format))
        assert READERS[format](file) == edition.figures(component), component


@every_edition
def test_the_page_writes_the_figures_that_were_printed(page, edition):
    for component in edition.components:
        assert on_page(page(edition.address(component))) == expected(edition, component, "vi"), component


def test_a_component_of_which_nothing_is_known_says_so(page):
    edition = next(each for each in EDITIONS if len(each.components) < len(each.criteria))
    unknown = next(each for each in edition.criteria if each not in edition.components)
    assert on_page(page(edition.address(unknown))) == ({}, sorted(edition.provinces))


@every_edition
def test_the_english_page_writes_the_figures_that_were_printed(page, edition):
    assert on_page(page(edition.address(language="en"))) == expected(edition, "overall", "en")


@every_edition
def test_a_strip_of_regions_says_the_scores_of_the_table(page, edition):
    rows, writing = edition.figures("overall").values(), Writing(edition)
    scores = sorted(writing.digits(row) for row in rows if row["score"] is not None)
    strips = page(edition.address()).drawn("-regions")
    assert len(strips) == (2 if len(scores) >= ENOUGH else 0)
    for strip in strips:
        assert sorted(each.rpartition(" ")[2] for each in strip.split("; ")) == scores


@every_edition
def test_a_strip_of_ranks_says_the_ranks_that_were_printed(page, edition):
    ranks = [] if edition.is_compiled else sorted(edition.ranks("overall").values())
    strips = page(edition.address()).drawn("-ranks")
    assert strips == [", ".join(map(str, ranks))] * (2 if len(ranks) >= ENOUGH else 0)


def on_page(page):
    """What the ranking says of each province, and who is listed apart, as unknown."""
    rows = {row.province: row for row in page.rows("table") if row.province}
    known = {province: (row.figures, row.badges, page.sources(row)) for province, row in rows.items()}
    return known, sorted(page.places("unknown"))


def expected(edition, component, language):
    figures = edition.figures(component)
    known = {key: row for key, row in figures.items() if row["rank"] is not None or row["score"] is not None}
    writing = Writing(edition, component, language)
    columns = [
        name for name in ("score", "change", "rank_change") if any(row[name] is not None for row in known.values())
    ]
    return {key: line(writing, row, columns) for key, row in known.items()}, sorted(set(figures) - set(known))


def line(writing, row, columns):
    """The cells of a province, how many badges they carry, and the sources of its figures."""
    texts = {"score": writing.score(row)} | {name: writing.gain(row[name]) for name in ("change", "rank_change")}
    cited = writing.edition.cited(writing.component)[row["province"]]
    return [writing.rank(row), *map(texts.get, columns)], writing.badges(row), {each["source"] for each in cited}
