"""A revision that was published stays readable at its own address under a banner; a draft never is."""

import json

import pytest

from ..country import FILES, publish, send

pytestmark = pytest.mark.django_db
RANKING, PAGE = "/rankings/par-index/2024/", "/provinces/an-binh/par-index/2024/"
CORRECTED = FILES["par-index", 2024].replace("84.00,%,,1,1", "85.00,%,,1,1")


@pytest.fixture
def corrected(country):
    """The announced year of 2024 in a second revision: An Bình 85.00 in place of 84.00."""
    return publish(CORRECTED, comparable="yes")


def score_of(client, address):
    return json.loads(client.get(address).content)["rows"][0]["score"]


@pytest.mark.parametrize("address", [RANKING, PAGE])
def test_the_address_without_a_revision_reads_the_newest(client, corrected, address):
    text = client.get(address).content.decode()
    assert "85,00" in text
    assert "Bản cũ" not in text


@pytest.mark.parametrize("address", [RANKING, PAGE])
def test_an_earlier_revision_stays_readable_under_a_banner(client, corrected, address):
    text = client.get(f"{address}?revision=1").content.decode()
    assert "84,00" in text
    assert "Bản cũ (lần 1)." in text
    assert f'<a href="{address}">Xem bản hiện hành (lần 2).</a>' in text


@pytest.mark.parametrize("address", [RANKING, PAGE])
def test_an_earlier_revision_is_not_for_search_engines(client, corrected, address):
    assert b'content="noindex"' in client.get(f"{address}?revision=1").content


@pytest.mark.parametrize("address", ["/rankings/par-index/2024.json", "/provinces/an-binh/par-index/2024.json"])
def test_files_of_each_revision_hold_its_own_figures(client, corrected, address):
    assert score_of(client, f"{address}?revision=1") == 84.0
    assert score_of(client, f"{address}?revision=2") == score_of(client, address) == 85.0


@pytest.mark.parametrize("address", [RANKING, PAGE])
@pytest.mark.parametrize("revision", ["0", "3", "9" * 30, "-1", "one", "1.0"])
def test_a_revision_that_never_was_is_not_found(client, corrected, address, revision):
    assert client.get(address, {"revision": revision}).status_code == 404


@pytest.mark.parametrize("address", [RANKING, PAGE])
def test_a_draft_revision_is_not_found(client, country, address):
    assert send(CORRECTED, comparable="yes").edition.revision == 2
    assert client.get(f"{address}?revision=2").status_code == 404


def test_positions_of_an_earlier_compiled_revision_are_counted_in_it(client, country):
    publish(FILES["papi", 2023].replace("42.0000", "36.5000"), "papi", 2023, comparable="yes")
    rows = json.loads(client.get("/provinces/an-binh/papi/2023.json?revision=1").content)["rows"]
    assert (rows[0]["score"], rows[0]["of"]) == (42.0, 6)
