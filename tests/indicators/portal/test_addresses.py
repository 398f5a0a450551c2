"""What every public address owes its reader, found by following the portal's own links."""

import pytest

from indicators import urls
from indicators.models import Publication

from .walk import is_file, is_framed, kind

pytestmark = pytest.mark.django_db

OF_THE_ISSUE = [
    "/",
    "/provinces/",
    "/provinces/long-an/",
    "/rankings/par-index/2022/",
    "/rankings/papi/2024/",
    "/rankings/papi/2024.csv",
    "/rankings/papi/2024.xlsx",
    "/rankings/papi/2024.json",
    "/sources/",
    "/sources/longan-par-index-2023/",
    "/search/?q=long+an",
]
every_address_of_the_issue = pytest.mark.parametrize(
    "address", [*OF_THE_ISSUE, *(f"/en{each}" for each in OF_THE_ISSUE)]
)


def test_every_kind_of_address_can_be_reached_by_links(addresses):
    assert {kind(address)[0] for address in addresses} == {pattern.name for pattern in urls.urlpatterns}


def test_every_link_leads_to_something(answers):
    assert [address for address, response in answers.items() if response.status_code != 200] == []


def test_a_page_is_written_in_the_language_of_its_address(page, answers):
    languages = {address: page(address).language for address in answers if not is_file(address)}
    assert languages == {address: expected_language(address) for address in languages}


def test_an_answer_names_its_language(answers):
    named = {address: response["Content-Language"] for address, response in answers.items()}
    assert named == {address: expected_language(address) for address in answers}


def test_a_page_links_to_itself_in_the_other_language(page, answers):
    """With the same question."""
    pages = {address: page(address) for address in answers if not (is_file(address) or is_framed(address))}
    assert [address for address in pages if in_the_other_language(address) not in pages[address].hrefs] == []


def test_nothing_public_sets_a_cookie_or_asks_for_one(answers):
    assert {response.cookies.output() for response in answers.values()} == {""}
    assert {response["Vary"] for response in answers.values()} == {"Accept-Encoding"}


def test_everything_public_may_be_kept_by_everybody(answers):
    assert {response["Cache-Control"] for response in answers.values()} == {
        "public, max-age=10, stale-while-revalidate=60, stale-if-error=86400"
    }
    assert all(response["ETag"].startswith('W/"') for response in answers.values())


def test_no_two_addresses_share_a_tag(answers):
    assert len({response["ETag"] for response in answers.values()}) == len(answers)


def test_an_unchanged_copy_is_confirmed(client, answers):
    tags = {address: response["ETag"] for address, response in answers.items()}
    statuses = {client.get(address, headers={"If-None-Match": tag}).status_code for address, tag in tags.items()}
    assert statuses == {304}


@every_address_of_the_issue
def test_a_new_stamp_makes_a_new_page(client, answer, address):
    tag = answer(address)["ETag"]
    Publication.objects.renew()
    response = client.get(address, headers={"If-None-Match": tag})
    assert response.status_code == 200
    assert response["ETag"] != tag


@every_address_of_the_issue
def test_the_head_of_an_address_says_what_its_page_says(client, answer, address):
    head = client.head(address)
    assert (head.status_code, head.content) == (200, b"")
    whole = answer(address)
    assert {name: head[name] for name in ("ETag", "Content-Type")} == {
        name: whole[name] for name in ("ETag", "Content-Type")
    }


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"])
def test_nothing_public_can_be_written_to(client, answers, method):
    refused = {client.generic(method, address).status_code for address in [*answers, "/nothing/here/"]}
    assert refused == {405}


def test_what_is_asked_for_is_not_for_search_engines(page, answers):
    """Filtered views, the search, and frames; every other page is."""
    pages = [address for address in answers if not is_file(address)]
    assert [address for address in pages if page(address).robots] == [each for each in pages if is_asked(each)]


def expected_language(address):
    return "en" if address.startswith("/en/") else "vi"


def in_the_other_language(address):
    return address.removeprefix("/en") if address.startswith("/en/") else f"/en{address}"


def is_asked(address):
    return "?" in address and "?page=" not in address or "/search/" in address or is_framed(address)
