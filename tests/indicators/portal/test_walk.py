"""Every row of every index file in fixtures/editions/, found on its page, in its CSV, its XLSX and its JSON."""

import pytest
from django.test import Client

from . import announced, files, told
from .every import every_edition
from .printed import EDITIONS

pytestmark = pytest.mark.django_db
both_languages = pytest.mark.parametrize("language", ["vi", "en"])


@pytest.fixture
def content(one_report):
    """`content(address)`: what an address answers."""
    one_report("province_edition")
    client = Client()
    return lambda address: client.get(address).content


def test_every_file_of_the_fixtures_is_walked():
    assert sum(len(edition.rows) for edition in EDITIONS) == 8598


@every_edition
def test_every_row_is_on_its_page_and_in_its_files(content, edition):
    for province in provinces(edition):
        stem, lines = address(edition, province), told.lines(edition, province)
        assert told.on_page(content(f"{stem}/").decode()) == told.written_lines(edition, province), province
        assert told.from_json(files.body(content(f"{stem}.json"))["rows"]) == lines, province
        assert told.from_csv(files.lines(content(f"{stem}.csv"))) == lines, province
        assert told.from_csv(told.sheet(content(f"{stem}.xlsx"))) == lines, province


@every_edition
def test_what_is_said_of_a_row_is_said_in_english_too(content, edition):
    for province in provinces(edition, spoken=True):
        stem, lines = address(edition, province, "en"), told.lines(edition, province, "en")
        assert told.on_page(content(f"{stem}/").decode()) == told.written_lines(edition, province, "en"), province
        assert told.from_json(files.body(content(f"{stem}.json"))["rows"]) == lines, province


@every_edition
@both_languages
def test_every_figure_of_the_country_and_the_regions_is_on_its_page(content, edition, language):
    for component in {row["component"] or "overall" for row in edition.rows if row["fact"]}:
        html = content(edition.address(component, language=language)).decode()
        assert announced.on_page(html) == announced.written_lines(edition, component, language), component


@every_edition
@both_languages
def test_every_figure_of_the_country_and_the_regions_is_in_its_files(content, edition, language):
    stem, lines = edition.address(language=language) + "aggregates", announced.lines(edition, language)
    assert announced.rows(files.body(content(f"{stem}.json"))["rows"]) == lines
    assert announced.rows(files.lines(content(f"{stem}.csv"))) == lines
    assert announced.rows(told.sheet(content(f"{stem}.xlsx"), "value")) == lines


def provinces(edition, spoken=False):
    """The provinces of which anything was printed; `spoken`: those of which anything is said in words."""
    rows = [row for row in edition.rows if not spoken or row["how_en"] or row["note_en"]]
    return sorted({row["province"] for row in rows} - {""})


def address(edition, province, language="vi"):
    """The address of what is known of a province in an edition, without its last sign."""
    return f"{'/en' if language == 'en' else ''}/provinces/{province}/{edition.series}/{edition.year}"
