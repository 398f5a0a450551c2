"""Pages made once for each publication: their ready bytes, answered before Django is asked anything."""

import gzip
import logging
import time
from collections import OrderedDict
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter
from sys import intern
from threading import Lock, Thread
from urllib.parse import parse_qsl, urlencode
from wsgiref.util import setup_testing_defaults

from django.conf import settings
from django.db import Error, connection
from django.http.request import split_domain_port, validate_host
from django.urls import Resolver404, resolve
from django.utils import timezone, translation
from zlib_ng import zlib_ng

from indicators.caching import current_stamp, to_warm
from reformportal.middleware import SAFE_METHODS, STAMP, is_public, language_prefix

LARGEST_PAGE = 1024 * 1024  # bytes; a whole archive of data is not kept
LEVEL, AS_GZIP = 6, 31  # as zlib takes them
SMALLEST_ZIPPED = 200  # bytes; compressing less does not pay
BESIDE_A_PAGE = 2800  # bytes that an entry takes beside its body: headers, key, bookkeeping
STAMP_SECONDS = 1  # how long a worker trusts the stamp it read
MOST_PARAMETERS = 100
TEXTS = ("text/", "application/json", "application/atom+xml", "application/xml", "application/ld+json", "image/svg+xml")
# What the reader's copy and browser say: it must not change what is made for all.
OF_THE_READER = {"HTTP_ACCEPT_ENCODING", "HTTP_IF_NONE_MATCH", "HTTP_IF_MODIFIED_SINCE", "HTTP_RANGE", "HTTP_COOKIE"}
OF_THE_BODY = {"Content-Type", "Content-Length", "Content-Encoding", "Content-Disposition"}
OF_ONE_REQUEST = {"X-Request-ID"}

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Answer:
    """A ready answer of 200: all its headers, those for a reader who has the body, the body, and its tag."""

    headers: list
    headers_alone: list
    body: bytes
    tag: str

    def __call__(self, environ, start_response):
        if is_known(self.tag, environ.get("HTTP_IF_NONE_MATCH", "")):
            start_response("304 Not Modified", self.headers_alone)
            return []
        start_response("200 OK", self.headers)
        return [] if environ["REQUEST_METHOD"] == "HEAD" else [self.body]


@dataclass(frozen=True, slots=True)
class Passed:
    """What Django answered, given on as it is: it is not kept."""

    status: str
    headers: list
    body: bytes

    def __call__(self, environ, start_response):
        start_response(self.status, self.headers)
        return [] if environ["REQUEST_METHOD"] == "HEAD" else [self.body]


class Pages:
    """Answers of one version by address, up to a number of bytes; those unread for longest are forgotten.

    `version`: the stamp under which they were made, and the day.
    """

    def __init__(self, most, version):
        self.most, self.version = most, version
        self.size, self._answers, self._lock = 0, OrderedDict(), Lock()

    def __len__(self):
        return len(self._answers)

    def get(self, key):
        with self._lock:
            answer = self._answers.get(key)
            if answer is not None:
                self._answers.move_to_end(key)
            return answer

    def keep(self, key, answer):
        with self._lock:
            self._forget(key)
            self._answers[key] = answer
            self.size += weight(key, answer)
            while self.size > self.most:
                self._forget(next(iter(self._answers)))

    def _forget(self, key):
        answer = self._answers.pop(key, None)
        self.size -= weight(key, answer) if answer else 0


def weight(key, answer):
    """How many bytes an entry takes, near enough."""
    return len(answer.body) + 2 * len(key[0]) + BESIDE_A_PAGE


class PageCache:
    """A WSGI application in front of Django's: a public page that was made under this stamp is answered from memory.

    When the stamp cannot be read, because the database is down, what is in memory stays good.
    """

    def __init__(self, application, most):
        """`most`: bytes of memory for pages."""
        self.application, self.most, self.pages = application, most, Pages(most, (None, None))
        self._read_again, self._reading = 0.0, Lock()

    def __call__(self, environ, start_response):
        if not is_for_everybody(environ):
            return self.application(environ, start_response)
        pages = self.current()
        is_zipped = "gzip" in environ.get("HTTP_ACCEPT_ENCODING", "")
        asked = (f"{environ['PATH_INFO']}?{environ.get('QUERY_STRING', '')}", is_zipped)
        answer = pages.get(asked)
        if answer is None:
            environ["QUERY_STRING"] = canonical_query(environ)
            key = (f"{environ['PATH_INFO']}?{environ['QUERY_STRING']}", is_zipped)
            answer = pages.get(key) or self.other_form(pages, key) or self.made(pages, key, environ)
        return answer(environ, start_response)

    def current(self):
        """The pages of what is public now. Another thread that asks meanwhile gets those of a moment ago."""
        now = time.monotonic()
        if now >= self._read_again and self._reading.acquire(blocking=self.pages.version[0] is None):
            try:
                self._read_again = now + STAMP_SECONDS
                self.turn_to(read_stamp())
            except Error as failure:
                connection.close()
                logger.warning("The stamp cannot be read, pages in memory stay: %s", failure)
            finally:
                self._reading.release()
        return self.pages

    def turn_to(self, stamp):
        """Forget the pages of another stamp or day; after a publication make the first ones anew."""
        before, version = self.pages.version, (stamp, timezone.localdate())
        if version == before:
            return
        # A page that is being made is still kept with the old ones, and so forgotten with them.
        self.pages = Pages(self.most, version)
        if before[0] not in (None, stamp):
            Thread(target=self.warm, args=(self.pages,), name="warm", daemon=True).start()

    def other_form(self, pages, key):
        """The answer made of the one that is kept for readers who take the other form, plain or compressed."""
        address, is_zipped = key
        kept = pages.get((address, not is_zipped))
        if kept is None:
            return None
        headers = dict(kept.headers)
        plain = gzip.decompress(kept.body) if headers.pop("Content-Encoding", None) else kept.body
        return self.keep(pages, key, headers, plain)

    def made(self, pages, key, environ):
        """What Django answers, made for all readers alike, and kept if it may be.

        A page that was made under another stamp than these pages is not kept with them.
        """
        asked = {name: value for name, value in environ.items() if name not in OF_THE_READER}
        asked["REQUEST_METHOD"] = "GET"
        status, headers, body = called(self.application, asked)
        if status.startswith("503 "):
            # The connection that broke was closed: on a new one, perhaps to another server, it may go.
            status, headers, body = called(self.application, asked)
        told = dict(headers)
        if not status.startswith("200 ") or not may_be_kept(told) or len(body) > LARGEST_PAGE:
            return Passed(status, headers, body)
        if asked.get(STAMP) != pages.version[0]:
            self._read_again = 0.0
            return answer_of(key, told, body)
        return self.keep(pages, key, told, body)

    def keep(self, pages, key, headers, plain):
        answer = answer_of(key, headers, plain)
        pages.keep(key, answer)
        return answer

    def warm(self, pages):
        """Make the pages that most readers ask for after a publication, before they do."""
        try:
            for address in to_warm():
                if pages is not self.pages:
                    return
                environ = {"PATH_INFO": address, "HTTP_HOST": settings.SITE.host, "HTTP_ACCEPT_ENCODING": "gzip"}
                environ |= {"HTTP_X_FORWARDED_PROTO": "https"} if settings.SITE.is_tls else {}
                setup_testing_defaults(environ)
                self(environ, lambda status, headers: None)
        except Error as failure:
            logger.warning("Pages could not be made before they are asked for: %s", failure)
        finally:
            connection.close()


def answer_of(key, headers, plain):
    """The ready answer of a body, compressed if the key says so and it pays."""
    zips = key[1] and headers["Content-Type"].startswith(TEXTS) and len(plain) > SMALLEST_ZIPPED
    body = zlib_ng.compress(plain, LEVEL, wbits=AS_GZIP) if zips else plain
    headers = {name: value for name, value in headers.items() if name not in OF_ONE_REQUEST}
    headers |= {"Content-Length": str(len(body))} | ({"Content-Encoding": "gzip"} if zips else {})
    # Most headers are the same on every page: each text is kept once.
    headers = {intern(name): intern(value) for name, value in headers.items()}
    alone = [each for each in headers.items() if each[0] not in OF_THE_BODY]
    return Answer(list(headers.items()), alone, body, headers["ETag"])


def is_for_everybody(environ):
    """Whether a request may be answered from memory: it reads, it came the right way, and its page is public."""
    path = environ["PATH_INFO"]
    if environ["REQUEST_METHOD"] not in SAFE_METHODS or path.startswith(settings.STATIC_URL) or not is_public(path):
        return False
    is_secure = not settings.SECURE_SSL_REDIRECT or environ.get("HTTP_X_FORWARDED_PROTO") == "https"
    return is_secure and is_our_host(environ.get("HTTP_HOST", ""))


@lru_cache(64)
def is_our_host(host):
    return validate_host(split_domain_port(host)[0], settings.ALLOWED_HOSTS)


def read_stamp():
    """The stamp; a connection that broke while it lay idle is opened once more."""
    try:
        return current_stamp()
    except Error:
        connection.close()
        return current_stamp()


def canonical_query(environ):
    """The query string that asks the same: only parameters that the view reads, by name, none empty.

    Where no page stands, or the query cannot be read, it stays as it is: Django says what is wrong.
    """
    query = environ.get("QUERY_STRING", "")
    if not query:
        return ""
    try:
        known = parameters_of(environ["PATH_INFO"].encode("latin-1").decode())
        text = query.encode("latin-1").decode()
        pairs = parse_qsl(text, max_num_fields=MOST_PARAMETERS, errors="strict")
    except (Resolver404, ValueError):  # a broken encoding is a ValueError too
        return query
    return urlencode(sorted(((name, value) for name, value in pairs if name in known), key=itemgetter(0)))


def parameters_of(path):
    """The parameters that the view of this path reads. Raises Resolver404."""
    with translation.override(language_prefix(path).strip("/") or settings.LANGUAGE_CODE):
        return getattr(resolve(path).func, "asks", frozenset())


def called(application, environ):
    """Call a WSGI application: its status, headers and whole body."""
    told = []
    chunks = application(environ, lambda status, headers, exc_info=None: told.extend((status, headers)))
    try:
        body = b"".join(chunks)
    finally:
        if hasattr(chunks, "close"):
            chunks.close()
    return (*told, body)


def may_be_kept(headers):
    """Whether an answer is for everybody and can be confirmed by its tag."""
    return "public" in headers.get("Cache-Control", "") and "ETag" in headers and "Set-Cookie" not in headers


@lru_cache(128)
def is_known(tag, known):
    """Whether a reader's If-None-Match names this tag; tags are weak, so `W/` does not count."""
    return known == "*" or tag.removeprefix("W/") in (each.strip().removeprefix("W/") for each in known.split(","))
