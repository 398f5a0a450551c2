"""A page is made once for each publication, in each worker, and never for another reader than everybody."""

import gzip
from io import BytesIO

import pytest
from django.core.handlers.wsgi import WSGIHandler
from django.db import OperationalError

from indicators.caching import to_warm
from indicators.models import Publication
from reformportal import page_cache
from reformportal.page_cache import Answer, PageCache, Pages

from ..country import FILES, publish

pytestmark = pytest.mark.usefixtures("country")
PAGE = "/rankings/par-index/2024/"
MEGABYTE = 1024 * 1024


class Portal:
    """The portal behind its cache; `made` lists what Django was asked."""

    def __init__(self):
        self.made, self.django = [], WSGIHandler()
        self.cache = PageCache(self.counted, 24 * MEGABYTE)

    def counted(self, environ, start_response):
        self.made.append(f"{environ['PATH_INFO']}?{environ['QUERY_STRING']}")
        return self.django(environ, start_response)

    def ask(self, address, method="GET", **headers):
        path, _sign, query = address.partition("?")
        environ = {"REQUEST_METHOD": method, "PATH_INFO": path, "QUERY_STRING": query, "SERVER_NAME": "127.0.0.1"}
        environ |= {"SERVER_PORT": "80", "wsgi.input": BytesIO(), "wsgi.url_scheme": "http", "HTTP_HOST": "127.0.0.1"}
        told = []
        body = self.cache(environ | headers, lambda status, headers, *_: told.extend((status, dict(headers))))
        return int(told[0][:3]), told[1], b"".join(body)

    def forget_the_second(self):
        """As if a second had passed since the stamp was read."""
        self.cache._read_again = 0


class Never:
    """A thread that does not start: a test's database is for one thread."""

    def __init__(self, **_options):
        pass

    def start(self):
        pass


class AtOnce:
    """A thread that is over before it starts."""

    def __init__(self, target, args, **_options):
        self.run = lambda: target(*args)

    def start(self):
        self.run()


@pytest.fixture
def portal(open_connection, monkeypatch):
    """The portal as a server calls it."""
    monkeypatch.setattr(page_cache, "Thread", Never)
    return Portal()


def test_a_page_is_made_once(portal):
    first, second = portal.ask(PAGE), portal.ask(PAGE)
    assert first == second
    assert (first[0], portal.made) == (200, [f"{PAGE}?"])


def test_it_is_the_page_that_django_makes(portal, client):
    assert portal.ask(PAGE)[2] == client.get(PAGE).content


def test_each_language_has_its_own_page(portal):
    assert portal.ask(PAGE)[2] != portal.ask(f"/en{PAGE}")[2]


def test_one_page_serves_both_who_take_it_compressed_and_who_do_not(portal):
    _status, headers, zipped = portal.ask(PAGE, HTTP_ACCEPT_ENCODING="gzip, br")
    plain = portal.ask(PAGE)
    assert (headers["Content-Encoding"], gzip.decompress(zipped)) == ("gzip", plain[2])
    assert "Content-Encoding" not in plain[1]
    assert len(portal.made) == 1


def test_what_the_first_reader_says_of_himself_is_not_in_the_page(portal, client):
    body = portal.ask(PAGE, HTTP_COOKIE="sessionid=abc", HTTP_RANGE="bytes=0-1", HTTP_IF_NONE_MATCH='"x"')[2]
    assert body == client.get(PAGE).content


@pytest.mark.parametrize(
    ("query", "same"),
    [
        ("utm_source=paper", ""),
        ("region=&q=&order=", ""),
        ("q=an+binh&component=overall", "component=overall&q=an+binh"),
        ("order=name&fbclid=1&order=rank", "order=name&order=rank"),
        ("q=%c3%8aa%20L%e1%bb%99c", "q=%C3%8Aa+L%E1%BB%99c"),
    ],
)
def test_addresses_that_ask_the_same_are_one(portal, query, same):
    assert portal.ask(f"{PAGE}?{query}") == portal.ask(f"{PAGE}?{same}")
    assert portal.made == [f"{PAGE}?{same}"]


def test_provinces_compared_keep_their_order(portal):
    portal.ask("/compare/?province=dong-ha&province=an-binh")
    assert portal.made == ["/compare/?province=dong-ha&province=an-binh"]


@pytest.mark.parametrize("query", ["q=%FF%FE", "q=%00", "&".join(f"x{n}=1" for n in range(2000))])
def test_a_query_that_cannot_be_read_is_refused_by_django_and_not_kept(portal, query):
    assert portal.ask(f"{PAGE}?{query}")[0] in (200, 400)
    assert portal.made == [f"{PAGE}?{query}"]


def test_a_reader_who_has_the_page_is_told_so(portal):
    tag = portal.ask(PAGE)[1]["ETag"]
    status, headers, body = portal.ask(PAGE, HTTP_IF_NONE_MATCH=f'"other", {tag}')
    assert (status, headers["ETag"], body) == (304, tag, b"")
    assert "Content-Length" not in headers


def test_only_the_head_of_a_kept_page_may_be_asked_for(portal):
    status, headers, body = portal.ask(PAGE, method="HEAD")
    assert (status, int(headers["Content-Length"]), body) == (200, len(portal.ask(PAGE)[2]), b"")


@pytest.mark.parametrize("address", ["/nothing/", "/provinces/an-binh", "/quan-tri/", "/en/quan-tri/", "/static/x.css"])
def test_what_is_no_public_page_is_not_kept(portal, address):
    assert portal.ask(address)[0] in (301, 302, 404)
    assert len(portal.cache.pages) == 0


def test_an_address_without_its_slash_keeps_its_question(portal):
    assert portal.ask(f"{PAGE[:-1]}?region=north")[1]["Location"] == f"{PAGE}?region=north"


def test_another_method_is_refused_beside_a_kept_page(portal):
    portal.ask(PAGE)
    assert portal.ask(PAGE, method="POST")[0] == 405


def test_another_host_is_refused_beside_a_kept_page(portal):
    portal.ask(PAGE)
    assert portal.ask(PAGE, HTTP_HOST="other.example")[0] == 400


def test_a_reader_without_tls_is_sent_to_it_beside_a_kept_page(portal, settings):
    portal.ask(PAGE)
    settings.SECURE_SSL_REDIRECT = True
    portal.django = WSGIHandler()  # it reads its settings when it is made
    assert portal.ask(PAGE)[0] == 301


def test_a_publication_makes_every_page_new_within_a_second(portal):
    before = portal.ask(PAGE)[2]
    publish(FILES["par-index", 2024].replace("84.00,%", "85.00,%"))
    assert portal.ask(PAGE)[2] == before
    portal.forget_the_second()
    assert b"85,00" in portal.ask(PAGE)[2]


def test_a_page_that_was_being_made_is_not_taken_for_new(portal):
    old = portal.cache.current()
    Publication.objects.renew()
    portal.forget_the_second()
    assert portal.cache.current() is not old
    assert len(portal.cache.current()) == 0


def test_a_page_of_another_state_is_answered_and_not_kept_with_these(portal):
    """A correction is published after the stamp was read and before the page is made."""
    django, pages = portal.django, portal.cache.current()

    def meddled(environ, start_response):
        portal.django = django
        publish(FILES["par-index", 2024].replace("84.00,%", "85.00,%"))
        return django(environ, start_response)

    portal.django = meddled
    new = portal.ask(PAGE)
    assert "85,00" in new[2].decode()
    assert len(pages) == 0
    assert portal.ask(PAGE) == portal.ask(PAGE) == new
    assert portal.made == [f"{PAGE}?"] * 2


def test_a_page_that_met_a_broken_connection_is_asked_for_once_more(portal):
    django = portal.django

    def broken(environ, start_response):
        portal.django = django
        start_response("503 Service Unavailable", [])
        return []

    portal.django = broken
    assert portal.ask(PAGE)[0] == 200
    assert portal.made == [f"{PAGE}?"] * 2


def test_pages_stay_while_the_database_is_down(portal, monkeypatch):
    page = portal.ask(PAGE)

    def down():
        raise OperationalError("the server closed the connection")

    monkeypatch.setattr(page_cache, "current_stamp", down)
    portal.forget_the_second()
    assert portal.ask(PAGE) == page


def test_after_a_publication_the_first_pages_are_made_at_once(portal, monkeypatch):
    portal.ask(PAGE)
    monkeypatch.setattr(page_cache, "Thread", AtOnce)
    monkeypatch.setattr(page_cache.connection, "close", lambda: None)
    publish(FILES["par-index", 2024].replace("84.00,%", "85.00,%"))
    portal.forget_the_second()
    portal.cache.current()
    portal.made.clear()
    for address in ("/", PAGE, "/provinces/an-binh/", "/en/provinces/gia-thuy/"):
        assert portal.ask(address, HTTP_ACCEPT_ENCODING="gzip")[0] == 200
    assert portal.made == []


def test_what_is_made_first_are_home_the_ranking_and_its_provinces():
    publish(FILES["papi", 2023].replace("42.0000", "41.0000"), "papi", 2023, comparable="yes")
    assert to_warm()[:3] == ["/", "/en/", "/rankings/papi/2023/"]
    assert len(to_warm()) == 2 * (1 + 1 + 6)


def test_the_pages_kept_never_take_more_than_their_room():
    pages = Pages(MEGABYTE, ("stamp", None))
    answer = Answer([], [], b"x" * 5000, "")
    for number in range(10_000):
        pages.keep((f"/search/?q={number}", True), answer)
    assert pages.size <= MEGABYTE
    assert len(pages) > 100
    assert pages.get(("/search/?q=9999", True)) is answer
    assert pages.get(("/search/?q=0", True)) is None


def test_a_page_that_is_read_is_not_the_first_to_go():
    pages, answer = Pages(10_000, ("stamp", None)), Answer([], [], b"x" * 2000, "")
    for number in range(5):
        pages.keep((f"/{number}", True), answer)
        pages.get(("/0", True))
    assert pages.get(("/0", True)) is answer
    assert pages.get(("/1", True)) is None
