from contextlib import nullcontext
from datetime import date

import pytest
from django.core.exceptions import BadRequest
from django.db import OperationalError
from django.http import HttpResponse, HttpResponseNotFound
from django.test import RequestFactory
from django.utils.translation import get_language

from indicators.intake import reading
from reformportal import middleware


@pytest.fixture
def stamp(monkeypatch):
    """The publication stamp, to be changed by the test: `stamp("2")`."""

    def become(value):
        monkeypatch.setattr(middleware, "current_stamp", lambda: value)
        monkeypatch.setattr(middleware, "one_state", nullcontext)

    become("1")
    return become


def answer(path="/", view=lambda request: HttpResponse("page"), **headers):
    """What the chain from language to publication makes of a view's answer."""
    chain = middleware.language_of_the_path(middleware.publication(view))
    return chain(RequestFactory().get(path, headers=headers))


def tag(path="/"):
    return answer(path)["ETag"]


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "options", "trace"])
@pytest.mark.parametrize("path", ["/", "/en/", "/nothing/here/", "/rankings/papi/2024.csv"])
def test_public_addresses_only_answer_reading(client, method, path):
    response = getattr(client, method)(path)
    assert (response.status_code, response["Allow"]) == (405, "GET, HEAD")


def test_a_form_token_is_not_asked_for_before_a_refusal(client):
    client.handler.enforce_csrf_checks = True
    assert client.post("/").status_code == 405


@pytest.mark.django_db
def test_staff_may_post(client, settings):
    login = f"/{settings.ADMIN_PATH}/login/"
    assert client.post(login, {"username": "nobody", "password": "nothing"}).status_code == 200


class Unread:
    """What is sent with a form, which nobody may read."""

    def read(self, *_size):
        raise AssertionError("read")

    readline = read


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/quan-tri/", "/en/quan-tri/indicators/edition/add/par-index/2024/"])
def test_a_form_of_50_mb_is_refused_before_it_is_read(client, path):
    sent = {"CONTENT_LENGTH": str(50 * 1024 * 1024), "wsgi.input": Unread()}
    answer = client.generic("POST", path, content_type="multipart/form-data; boundary=x", **sent)
    assert (answer.status_code, "quay lại trang trước (các ô đã ghi vẫn còn)" in answer.content.decode()) == (413, True)


def test_the_largest_file_fits_into_a_form():
    assert middleware.MOST_SENT > reading.LARGEST + 100_000


@pytest.mark.parametrize(("path", "public"), [("/", True), ("/quan-tri", False), ("/en/quan-tri/", False)])
def test_the_staffs_addresses_are_known_in_both_languages(path, public):
    assert middleware.is_public(path) is public


def test_an_address_that_only_begins_like_the_staffs_is_public():
    assert middleware.is_public("/quan-trix/")


@pytest.mark.parametrize(
    ("path", "language"), [("/", "vi"), ("/en/", "en"), ("/en", "en"), ("/english/", "vi"), ("/provinces/", "vi")]
)
def test_the_language_is_that_of_the_path(stamp, path, language):
    response = answer(path, lambda request: HttpResponse(get_language()), **{"Accept-Language": "fr, en;q=0.9"})
    assert (response.content.decode(), response["Content-Language"]) == (language, language)


def test_a_page_may_be_kept_by_everybody(stamp):
    response = answer()
    assert response["Cache-Control"] == "public, max-age=10, stale-while-revalidate=60, stale-if-error=86400"
    assert response["Vary"] == "Accept-Encoding"
    assert response["ETag"].startswith('W/"')


def test_an_unchanged_page_is_not_made_again(stamp):
    made = []
    response = answer(view=made.append, **{"If-None-Match": tag()})
    assert (response.status_code, made) == (304, [])
    assert (response["ETag"], response["Cache-Control"]) == (
        tag(),
        "public, max-age=10, stale-while-revalidate=60, stale-if-error=86400",
    )


def test_a_tag_changes_with_what_is_published(stamp):
    before = tag()
    stamp("2")
    assert tag() != before


def test_a_tag_changes_with_the_day(stamp, monkeypatch):
    before = tag()
    monkeypatch.setattr(middleware.timezone, "localdate", lambda: date(2030, 1, 1))
    assert tag() != before


def test_a_tag_changes_with_our_code(stamp, monkeypatch):
    before = tag()
    monkeypatch.setattr(middleware, "release", lambda: "another")
    assert tag() != before


def test_every_address_has_its_own_tag(stamp):
    addresses = ["/", "/en/", "/?region=a", "/?region=b", "/provinces/"]
    assert len({tag(address) for address in addresses}) == len(addresses)


def test_any_copy_does_not_hide_a_page_that_is_not_there(stamp):
    missing = answer(view=lambda request: HttpResponseNotFound(), **{"If-None-Match": "*"})
    assert missing.status_code == 404
    assert answer(**{"If-None-Match": "*"}).status_code == 304


def test_only_a_page_that_is_there_is_kept(stamp):
    missing = answer(view=lambda request: HttpResponseNotFound())
    assert not missing.has_header("ETag")
    assert not missing.has_header("Cache-Control")


def test_a_page_with_a_cookie_is_nobody_elses(stamp):
    def view(request):
        response = HttpResponse()
        response.set_cookie("name", "value")
        return response

    assert not answer(view=view).has_header("Cache-Control")


def test_the_staffs_pages_are_untouched(stamp):
    response = answer("/quan-tri/")
    assert not response.has_header("ETag")
    assert not response.has_header("Cache-Control")


@pytest.mark.parametrize("query", ["?q=%00", "?%00=a"])
def test_a_nul_is_refused(query):
    with pytest.raises(BadRequest):
        middleware.readable_addresses(lambda request: HttpResponse())(RequestFactory().get("/" + query))


@pytest.mark.parametrize("charset", ["hex", "utf-16", "no-such-charset", "latin-1"])
def test_an_address_is_read_as_utf8_whatever_the_request_claims(charset):
    request = RequestFactory().get("/?q=%C4%91", content_type=f"text/html; charset={charset}")
    middleware.readable_addresses(lambda request: HttpResponse())(request)
    assert request.GET["q"] == "đ"


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/%FF/", "/%C0%AF/", "/provinces/%00/", "/?q=%FF", "/" + "a" * 300])
def test_an_unreadable_address_is_the_readers_mistake(client, path):
    assert client.get(path).status_code < 500


@pytest.mark.django_db
def test_every_answer_carries_the_security_headers(client):
    response = client.get("/robots.txt")
    assert "default-src 'self'" in response["Content-Security-Policy"]
    assert "unsafe" not in response["Content-Security-Policy"]
    assert response["Permissions-Policy"].startswith("camera=()")
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Referrer-Policy"] == "strict-origin-when-cross-origin"


@pytest.mark.django_db
def test_a_foreign_host_is_refused(client):
    assert client.get("/robots.txt", headers={"host": "elsewhere.example"}).status_code == 400


def unreachable(*_asked):
    raise OperationalError("the server closed the connection: password=secret")


@pytest.mark.django_db
def test_a_reader_is_asked_to_come_again_while_the_database_is_down(client, monkeypatch):
    monkeypatch.setattr(middleware, "current_stamp", unreachable)
    response = client.get("/")
    assert (response.status_code, response["Retry-After"]) == (503, "5")
    assert "secret" not in response.content.decode()
    assert "Cache-Control" not in response


@pytest.mark.django_db
def test_a_connection_that_breaks_within_a_page_is_no_fault_of_ours(client, monkeypatch):
    monkeypatch.setattr("indicators.catalogue.remembered", unreachable)
    assert client.get("/").status_code == 503
