"""Whatever is asked of the portal, it answers: never a fault of ours, never slowly, never with a stack trace."""

import re
import time
from io import BytesIO
from urllib.parse import quote, quote_from_bytes
from wsgiref.util import setup_testing_defaults

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from indicators.urls import urlpatterns
from reformportal.page_cache import called

# Bytes as they stand in an address behind their percent signs: broken UTF-8, NUL, tricks with paths, other languages.
NASTY = [
    *(b"\xff", b"\xc0\xae", b"\xed\xa0\x80", b"\0", b"\r\nX: y", b"..", b"../../manage.py", b"//evil.example", b"%00"),
    *("\u202e", "Đắk Lắk", "٢٠٢٤", "𝟚𝟘𝟚𝟜", "a" * 3000, "'; DROP TABLE x--", "<script>", "{{7*7}}", "${7*7}", "=1+1"),
    *("-1", "0", "1e400", "9" * 19, "9" * 400, "2024.5", "NaN", "None", "[]", "overall", "en", "quan-tri", " "),
]
WORDS = [word if isinstance(word, bytes) else word.encode() for word in NASTY]
SOUND = {
    "slug": ["an-binh", "bao-son-2025", "par-index", "papi", "targets", "overall", "procedures", "gazette", "paper"],
    "int": ["2022", "2024", "1066", "9" * 19, "9" * 400, "0"],
    "file": ["csv", "xlsx", "json"],
    "picture": ["svg"],
}
CONVERTED = re.compile(r"<(\w+):\w+>")
ASKED = sorted({name for each in urlpatterns for name in getattr(each.callback, "asks", ())})
VALUES = [
    "an-binh",
    "bao-son",
    "north",
    "papi",
    "par-index",
    "overall",
    "procedures",
    "2022",
    "1",
    "2",
    "name",
    "score",
]
TRICKS = [
    "/en/en/",
    "/..",
    "/.env",
    "/static/../manage.py",
    "/static/",
    "/favicon.ico",
    "/healthz",
    "/robots.txt/",
    "/x.php",
]
STAFF = ["/quan-tri/", "/en/quan-tri/login/", "/quan-tri/preview/1/", "/quan-tri/indicators/edition/9/change/"]
HEADERS = {
    "REQUEST_METHOD": ["GET"] * 8 + ["HEAD", "POST", "PUT", "DELETE", "OPTIONS", "TRACE", "PATCH", "X-NONE", "get"],
    "HTTP_HOST": ["127.0.0.1"] * 8 + ["evil.example", "", "127.0.0.1:99999", "[::1", "a b", "127.0.0.1\0"],
    "HTTP_ACCEPT_ENCODING": ["gzip", "", "gzip;q=0", "br, *", "\xff"],
    "HTTP_IF_NONE_MATCH": ["", "*", 'W/"', '"a", W/"b', "\xff" * 50, ","],
    "HTTP_IF_MODIFIED_SINCE": ["", "yesterday", "Thu, 99 Xyz 99999 99:99:99 GMT", "Thu, 01 Jan 1970 00:00:00 GMT"],
    "HTTP_COOKIE": ["", "sessionid=x", "sessionid=\xff; csrftoken=" + "a" * 64, "=;=;", "messages=[]; sessionid"],
    "HTTP_RANGE": ["", "bytes=0-", "bytes=9-1", "lines=\xff"],
    "HTTP_ACCEPT": ["", "text/html", "*/*;q=x", "\xff", "application/json," * 50],
    "HTTP_X_FORWARDED_FOR": ["", "\xff", "unknown", "1, 2, 3"],
    "HTTP_X_REQUEST_ID": ["", "x", "\xff" * 40],
    "CONTENT_TYPE": ["", "multipart/form-data", "multipart/form-data; boundary=\xff", "a/b; charset=none"],
    "CONTENT_LENGTH": ["", "0", "-1", "x", "9" * 30],
}


def word(sound):
    """A word of an address: mostly one that leads somewhere."""
    return st.one_of(st.sampled_from(sound), st.sampled_from(sound), st.sampled_from(WORDS).map(quote_from_bytes))


@st.composite
def paths(draw):
    """The path of a page or file, each part of it as it should be or not; or of nothing we have."""
    kind = draw(st.integers(0, 9))
    if kind == 0:
        return draw(st.sampled_from([*TRICKS, *STAFF]))
    if kind == 1:
        return "/" + "/".join(map(quote_from_bytes, draw(st.lists(st.sampled_from(WORDS), max_size=4))))
    route = str(draw(st.sampled_from(urlpatterns)).pattern)
    path = CONVERTED.sub(lambda found: draw(word(SOUND[found[1]])), route)
    return draw(st.sampled_from(["/", "/en/"])) + path


@st.composite
def queries(draw):
    """A query string of the parameters that pages read, and others; at times a huge one, or one that is none."""
    names = st.sampled_from([*ASKED, *ASKED, "nothing", "", "utm_source", "%ff"])
    pairs = draw(st.lists(st.tuples(names, word([quote(value) for value in VALUES])), max_size=6))
    text = "&".join(f"{name}={value}" for name, value in pairs)
    return draw(st.sampled_from([text] * 8 + [f"{text}&" * 60, "&&&=;?#%", "%", "a" * 4000, "q=%c3%28", "\xff\xfe="]))


def ask(application, path, query, headers):
    """(status, seconds of work, body) of a request, given to the application as gunicorn does."""
    environ = {"PATH_INFO": unquoted(path), "QUERY_STRING": query, "wsgi.input": BytesIO(b"a=b"), **headers}
    setup_testing_defaults(environ)
    began = time.thread_time()
    status, _headers, body = called(application, environ)
    return int(status[:3]), time.thread_time() - began, body


def unquoted(path):
    """The bytes of a path as WSGI has them, a character each."""
    return re.sub("%([0-9a-fA-F]{2})", lambda found: chr(int(found[1], 16)), path)


@settings(derandomize=True, deadline=None, max_examples=300, database=None, suppress_health_check=list(HealthCheck))
@given(
    path=paths(),
    query=queries(),
    headers=st.fixed_dictionaries({}, optional={n: st.sampled_from(v) for n, v in HEADERS.items()}),
)
@example(path="/rankings/papi/" + "9" * 400 + "/", query="", headers={})
@example(path="/", query="", headers={})
def test_no_request_breaks_the_portal_or_keeps_it_busy(country, application, path, query, headers):
    status, seconds, body = ask(application, path, query, headers)
    assert status < 500
    assert seconds < 1
    assert b"Traceback" not in body
