"""A year that was withdrawn: its addresses say so, nothing else leads there, and no figure of it is left."""

import pytest

from ..country import FILES, publish
from ..revising import HIGHER, revise, withdraw

pytestmark = pytest.mark.django_db
RANKING, PAGE = "/rankings/par-index/2024", "/provinces/an-binh/par-index/2024"
BOTH = pytest.mark.parametrize("address", [RANKING, PAGE])


@pytest.fixture
def withdrawn(country):
    return withdraw()


@BOTH
def test_its_page_says_when_and_why_and_no_figure(client, withdrawn, address):
    answer = client.get(f"{address}/")
    text = answer.content.decode()
    assert answer.status_code == 410
    assert "Kỳ công bố này đã được thu hồi ngày" in text
    assert "Lý do: Bộ thu hồi quyết định." in text
    assert ("84,00" in text, 'content="noindex"' in text) == (False, True)


@BOTH
def test_it_says_so_in_english(client, withdrawn, address):
    text = client.get(f"/en{address}/").content.decode()
    assert "This edition was withdrawn on" in text
    assert "Reason: The ministry withdrew its decision." in text


@pytest.mark.parametrize("address", [RANKING, PAGE, f"{RANKING}/aggregates"])
def test_its_files_say_so_too(client, withdrawn, address):
    answer = client.get(f"{address}.json")
    assert (answer.status_code, answer.json()["reason"]) == (410, "Bộ thu hồi quyết định")
    for format in ("csv", "xlsx"):
        answer = client.get(f"{address}.{format}")
        assert (answer.status_code, answer["Content-Type"]) == (410, "text/plain; charset=utf-8")
        assert "84.00" not in answer.content.decode()


def test_a_province_that_did_not_exist_then_is_not_found(client, withdrawn):
    assert client.get("/provinces/nam-lam/par-index/2024/").status_code == 404


@pytest.mark.parametrize(
    "address",
    [
        "/",
        "/rankings/",
        "/rankings/par-index/",
        "/provinces/an-binh/",
        "/health/",
        "/corrections/",
        f"{RANKING[:-4]}2023/",
    ],
)
def test_nothing_leads_there(client, withdrawn, address):
    text = client.get(address).content.decode()
    assert f'href="{RANKING}/' not in text
    assert f'href="{PAGE}/' not in text


@BOTH
def test_earlier_revisions_stay_and_are_named(client, country, address):
    revise(HIGHER)
    withdraw()
    assert '<a href="?revision=1" rel="nofollow">Bản cũ (lần 1)</a>' in client.get(f"{address}/").content.decode()
    answers = [client.get(f"{address}/?revision={revision}").status_code for revision in (1, 2, 3)]
    assert answers == [200, 410, 404]


@BOTH
def test_a_year_published_again_is_as_any_other(client, withdrawn, address):
    publish(FILES["par-index", 2024], comparable="yes")
    assert "84,00" in client.get(f"{address}/").content.decode()
    answer = client.get(f"{address}/?revision=1")
    assert (answer.status_code, "Bản hiện hành (lần 2)" in answer.content.decode()) == (410, True)


def test_the_last_year_of_a_series_leaves_no_way_to_the_series(client, country):
    for year in (2023, 2024, 2025):
        withdraw(year=year)
    assert 'href="/rankings/par-index/"' not in client.get(f"{RANKING}/").content.decode()
