"""What is not there is said in words, with what may have been meant."""

import pytest

from .pages import Page, links

pytestmark = pytest.mark.django_db
both_languages = pytest.mark.parametrize("language", ["vi", "en"])

MISSING = [
    "/nothing/",
    "/provinces/atlantis/",
    "/provinces/atlantis.csv",
    "/provinces/Long-An/",
    "/rankings/papi/1066/",
    "/rankings/papi/2024.pdf",
    "/rankings/papi/99999999999999999999999/",
    "/rankings/nonsense/2024/",
    "/sources/nonsense/",
    "/sources/nonsense.csv",
]


@pytest.mark.parametrize(
    ("address", "nearest"),
    [
        ("/provinces/long-ann/", "long-an"),
        ("/provinces/quangninh/", "quang-ninh"),
        ("/provinces/ha-nol/", "ha-noi"),
        ("/provinces/Đà-Nẵng/", "da-nang"),
        ("/provinces/tay-ninh-2052/", "tay-ninh"),
    ],
)
@both_languages
def test_a_misspelt_address_leads_to_the_province_it_is_nearest_to(client, address, nearest, language):
    response = client.get(prefix(language) + address)
    page = Page(response.content.decode())
    assert (response.status_code, page.language) == (404, language)
    assert f"{prefix(language)}/provinces/{nearest}/" in page.hrefs


@pytest.mark.parametrize(
    ("address", "meant"),
    [
        ("/rankings/par-index/2025/", "/rankings/par-index/2024/"),
        ("/rankings/parindex/2022/", "/rankings/par-index/2022/"),
        ("/rankings/papi/2024.pdf", "/rankings/papi/2024/"),
        ("/ranking/", "/rankings/"),
        ("/sources/nonsense/", "/sources/"),
        ("/components/par-index/institution/", "/components/par-index/institutions/"),
        ("/provinces/long-an/par-index/1999/", "/provinces/long-an/"),
        ("/long-an/", "/provinces/long-an/"),
    ],
)
@both_languages
def test_a_misspelt_address_leads_to_the_page_it_is_nearest_to(client, address, meant, language):
    page = Page(client.get(prefix(language) + address).content.decode())
    assert meant_by(page)[:1] == [prefix(language) + meant]


@pytest.mark.parametrize("address", ["/zzzz/", "/2025/", f"/{'rankings' * 500}/", "/quan-tri-x/2025/"])
def test_no_page_is_offered_where_none_is_near(client, address):
    assert meant_by(Page(client.get(address).content.decode())) == []


def test_an_address_that_cannot_be_read_is_said_so_in_both_languages(client):
    response = client.get("/search/?q=%00")
    assert response.status_code == 400
    assert "Địa chỉ không đọc được" in response.content.decode()
    assert "cannot be used" in response.content.decode()


@pytest.mark.parametrize("address", MISSING)
@both_languages
def test_what_is_not_there_answers_so(client, address, language):
    response = client.get(prefix(language) + address)
    page = Page(response.content.decode())
    assert (response.status_code, page.language, page.robots) == (404, language, "noindex")


@both_languages
def test_a_program_that_asks_for_what_is_not_there_gets_a_problem(client, language):
    response = client.get(prefix(language) + "/provinces/atlantis.json")
    assert (response.status_code, response["Content-Type"]) == (404, "application/problem+json")
    assert response.json() == {"type": "about:blank", "title": "Not Found", "status": 404}


def test_a_page_that_is_not_there_is_not_kept(client):
    response = client.get("/provinces/atlantis/")
    assert not response.has_header("ETag")
    assert not response.has_header("Cache-Control")
    assert not response.cookies


@both_languages
def test_a_forgotten_last_slash_is_added(client, language):
    response = client.get(f"{prefix(language)}/provinces/long-an")
    assert (response.status_code, response["Location"]) == (301, f"{prefix(language)}/provinces/long-an/")


def prefix(language):
    return "/en" if language == "en" else ""


def meant_by(page):
    """The addresses that a missing page offers, the likeliest first."""
    return links(page.html.partition('<ul class="results">')[2].partition("</ul>")[0])
