"""Where a page stands: its address, and the same page in the other language."""

import pytest
from django.test import RequestFactory

from indicators.context import frame


def framed(path, **query):
    return frame(RequestFactory().get(path, query))


@pytest.mark.parametrize(
    ("path", "section"),
    [("/", "home"), ("/en/", "home"), ("/rankings/papi/2024/", "rankings"), ("/en/provinces/long-an/", "provinces")],
)
def test_the_section_is_the_first_part_of_the_address(path, section):
    assert framed(path)["section"] == section


@pytest.mark.parametrize(("path", "other"), [("/", "/en/"), ("/en/", "/"), ("/sources/", "/en/sources/")])
def test_the_other_language_is_the_same_address(path, other):
    assert framed(path)["other_language_url"] == other


def test_an_address_that_only_begins_like_english_is_vietnamese():
    assert framed("/english/")["other_language_url"] == "/en/english/"


def test_filters_stay_when_the_language_is_switched():
    assert framed("/search/", q="tây ninh")["other_language_url"] == "/en/search/?q=t%C3%A2y+ninh"


def test_addresses_for_other_sites_are_whole_and_without_filters(settings):
    settings.SITE_URL = "https://portal.example"
    found = framed("/en/search/", q="x")
    assert found["canonical_url"] == "https://portal.example/en/search/"
    assert found["alternates"] == {"vi": "https://portal.example/search/", "en": found["canonical_url"]}


def test_letters_with_marks_are_escaped_in_addresses():
    assert framed("/huế/")["canonical_url"].endswith("/hu%E1%BA%BF/")
