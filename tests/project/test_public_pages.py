"""What every public address owes its reader, whatever stands on it."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from indicators.models import Edition, Publication

PAGES = [
    "/",
    "/provinces/",
    "/provinces/an-binh/",
    "/provinces/bao-son-2025/",
    "/compare/",
    "/compare/?province=an-binh&province=bao-son&series=papi",
    "/components/",
    "/components/par-index/procedures/",
    "/corrections/",
    "/health/",
    "/methodology/",
    "/rankings/",
    "/rankings/par-index/2024/",
    "/rankings/papi/2024/",
    "/rankings/par-index/2024/?region=north",
    "/sources/",
    "/sources/gazette/",
    "/search/?q=an+binh",
]
FILES = [
    "/provinces/an-binh.csv",
    "/provinces/an-binh.json",
    "/rankings/par-index/2024.xlsx",
    "/sources.json",
    "/corrections.atom",
]
PUBLIC = [*PAGES, *("/en" + page for page in PAGES), *FILES]

pytestmark = pytest.mark.usefixtures("country")


def each(addresses, ask):
    """What `ask` finds at every address."""
    return {address: ask(address) for address in addresses}


def test_a_public_address_answers_without_a_cookie(client):
    def ask(address):
        response = client.get(address)
        return response.status_code, response.cookies.output()

    assert each(PUBLIC, ask) == dict.fromkeys(PUBLIC, (200, ""))


def test_a_public_answer_may_be_kept_whoever_asks(client):
    def ask(address):
        response = client.get(address)
        return response["Cache-Control"], response["Vary"]

    assert each(PUBLIC, ask) == dict.fromkeys(
        PUBLIC, ("public, max-age=10, stale-while-revalidate=60, stale-if-error=86400", "Accept-Encoding")
    )


def test_a_copy_is_confirmed_by_one_query(client):
    def ask(address):
        tag = client.get(address)["ETag"]
        with CaptureQueriesContext(connection) as queries:
            return client.get(address, headers={"If-None-Match": tag}).status_code, len(queries)

    assert each(PUBLIC, ask) == dict.fromkeys(PUBLIC, (304, 1))


def test_publishing_makes_every_copy_old(client):
    tags = each(PUBLIC, lambda address: client.get(address)["ETag"])
    Publication.objects.renew()
    again = each(PUBLIC, lambda address: client.get(address, headers={"If-None-Match": tags[address]}).status_code)
    assert again == dict.fromkeys(PUBLIC, 200)


def test_a_draft_makes_no_copy_old(client):
    tag = client.get("/")["ETag"]
    Edition.objects.filter(year=2023).update(status=Edition.Status.DRAFT)
    assert client.get("/", headers={"If-None-Match": tag}).status_code == 304


@pytest.mark.parametrize(("prefix", "language"), [("", "vi"), ("/en", "en")])
def test_a_page_speaks_the_language_of_its_address(client, prefix, language):
    said = each(PAGES, lambda page: f'<html lang="{language}">' in client.get(prefix + page).content.decode())
    assert said == dict.fromkeys(PAGES, True)


def test_only_the_head_of_an_address_may_be_asked_for(client):
    def ask(address):
        response = client.head(address)
        return response.status_code, response.content, response["ETag"] == client.get(address)["ETag"]

    assert each(PUBLIC, ask) == dict.fromkeys(PUBLIC, (200, b"", True))


@pytest.mark.parametrize("address", ["/provinces/an-binh", "/rankings/par-index/2024", "/en/sources"])
def test_an_address_without_its_last_slash_leads_to_the_page(client, address):
    response = client.get(address)
    assert (response.status_code, response["Location"]) == (301, address + "/")


def test_a_page_travels_compressed(client):
    response = client.get("/rankings/par-index/2024/", headers={"accept-encoding": "gzip"})
    assert response["Content-Encoding"] == "gzip"


@pytest.mark.parametrize(("prefix", "language"), [("", "vi"), ("/en", "en")])
def test_what_is_not_there_is_said_in_the_language_of_the_address(client, prefix, language):
    missing = ["/nothing/", "/provinces/nothing/", "/rankings/papi/1066/", "/sources/nothing.csv"]

    def ask(address):
        response = client.get(prefix + address)
        return response.status_code, f'<html lang="{language}">' in response.content.decode()

    assert each(missing, ask) == dict.fromkeys(missing, (404, True))
