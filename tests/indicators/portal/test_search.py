"""Search beyond provinces: components of indices, measures of the ledger, and the nearest names where nothing fits."""

import pytest

from indicators.subjects import speaks_of

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("typed", ["thu+tuc", "th%E1%BB%A7+t%E1%BB%A5c+h%C3%A0nh", "administrative+procedures"])
def test_a_component_is_found_by_words_of_its_name(page, typed):
    assert "/components/par-index/procedures/" in page(f"/search/?q={typed}").hrefs


def test_an_index_is_found_by_its_short_name(page):
    assert "/components/papi/overall/" in page("/search/?q=papi").hrefs
    assert "/en/components/papi/overall/" in page("/en/search/?q=PAPI").hrefs


def test_a_component_that_is_found_is_there(page, answer):
    found = [href for href in page("/search/?q=hanh+chinh").hrefs if href.startswith("/components/")]
    assert len(found) > 3
    assert {answer(href).status_code for href in found} == {200}


def test_a_measure_leads_to_the_ledger_of_its_area(page):
    found = page("/search/?q=ho+so")
    assert "hồ sơ" in found.text
    assert any(href.startswith("/targets/?area=") for href in found.hrefs)


def test_nothing_found_offers_the_nearest_names(page):
    found = page("/search/?q=quang+nimh")
    assert "Không tìm thấy" in found.text
    assert "Tên gần giống" in found.text
    assert "quang-ninh" in found.places("")


def test_two_letters_find_provinces_and_no_components(page):
    hrefs = page("/search/?q=an").hrefs
    assert [href for href in hrefs if href.startswith("/components/par-index/")] == []


def test_words_are_found_from_their_beginning_only():
    assert speaks_of("hanh ch", "Cải cách thủ tục hành chính")
    assert not speaks_of("anh chinh", "Cải cách thủ tục hành chính")
