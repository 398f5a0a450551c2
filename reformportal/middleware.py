import hashlib
import logging

from django.conf import settings
from django.core.exceptions import BadRequest
from django.db import InterfaceError, OperationalError
from django.http import HttpResponse, HttpResponseNotAllowed
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.cache import get_conditional_response, patch_cache_control, patch_vary_headers

from indicators.caching import current_stamp, one_state
from reformportal.release import release

SAFE_METHODS = ("GET", "HEAD")
# Seconds that a copy is as good as the page, and that one may be shown while it is asked for, or cannot be had.
KEPT = {"public": True, "max_age": 10, "stale_while_revalidate": 60, "stale_if_error": 86_400}
# In the environment of a request: the stamp under which its page was made.
STAMP = "portal.stamp"
# How the addresses of data end.
DATA = (".json", ".csv", ".xlsx", ".atom", ".zip", ".jsonld", ".svg", ".png", ".xml")
UNREACHABLE = (OperationalError, InterfaceError)
MOST_SENT = 6 * 1024 * 1024  # bytes; a file of 5 MB and what is written beside it
SECONDS_TO_RECOVER = 5
PERMISSIONS_POLICY = "camera=(), geolocation=(), microphone=(), payment=(), usb=()"

logger = logging.getLogger(__name__)


def language_prefix(path):
    """`/en` of an English address; nothing of a Vietnamese one."""
    return "/en" if path == "/en" or path.startswith("/en/") else ""


def is_public(path):
    """Whether an address is for everybody: all but the staff's."""
    inner = path.removeprefix(language_prefix(path))
    return inner != f"/{settings.ADMIN_PATH}" and not inner.startswith(f"/{settings.ADMIN_PATH}/")


def address_of(request):
    """From where a request comes; behind the proxy that does TLS, as that proxy says."""
    forwarded = request.META.get("HTTP_X_FORWARDED_FOR", "").rpartition(",")[2].strip() if settings.SITE.is_tls else ""
    return forwarded or request.META.get("REMOTE_ADDR", "")


def permissions_policy(get_response):
    def middleware(request):
        response = get_response(request)
        response.headers.setdefault("Permissions-Policy", PERMISSIONS_POLICY)
        return response

    return middleware


def open_to_other_sites(get_response):
    """Let a script of any site read the data; pages stay with their own site."""

    def middleware(request):
        response = get_response(request)
        if request.path_info.endswith(DATA) and is_public(request.path_info):
            response.headers["Access-Control-Allow-Origin"] = "*"
        return response

    return middleware


def readable_addresses(get_response):
    """Read every address as UTF-8 and refuse NUL, which no database can look up."""

    def middleware(request):
        request.encoding = "utf-8"
        if "\0" in request.path or any("\0" in text for pair in request.GET.lists() for text in (pair[0], *pair[1])):
            raise BadRequest("An address holds no NUL.")
        return get_response(request)

    return middleware


def language_of_the_path(get_response):
    """English under `/en/`, Vietnamese elsewhere; the reader's browser is not asked."""

    def middleware(request):
        request.LANGUAGE_CODE = language_prefix(request.path_info).strip("/") or settings.LANGUAGE_CODE
        with translation.override(request.LANGUAGE_CODE):
            response = get_response(request)
        response.headers.setdefault("Content-Language", request.LANGUAGE_CODE)
        return response

    return middleware


def reading_only(get_response):
    """Public pages are read and nothing else; said before any form token is asked for."""

    def middleware(request):
        if request.method not in SAFE_METHODS and is_public(request.path_info):
            return HttpResponseNotAllowed(SAFE_METHODS)
        return get_response(request)

    return middleware


def fitting_forms(get_response):
    """Refuse what is larger than any form of the staff before it is read: nothing of it is kept."""

    def middleware(request):
        length = request.META.get("CONTENT_LENGTH") or "0"
        if length.isdecimal() and int(length) > MOST_SENT:
            return HttpResponse(render_to_string("413.html"), status=413)
        return get_response(request)

    return middleware


def page_tag(request):
    """The weak ETag of a public page: all that can change it, without making it."""
    parts = (request.stamp, timezone.localdate().isoformat(), release(), request.get_full_path(), request.LANGUAGE_CODE)
    return f'W/"{hashlib.sha256(chr(0).join(parts).encode()).hexdigest()[:32]}"'


def for_everybody(response, tag):
    """Let every cache between us and the reader keep the page for a moment, and longer while we cannot answer."""
    if not response.cookies and not response.has_header("Cache-Control"):
        patch_cache_control(response, **KEPT)
    if not response.has_header("ETag"):
        response.headers["ETag"] = tag
    patch_vary_headers(response, ["Accept-Encoding"])
    return response


def come_again(request, exception):
    """503 where the database cannot be read: another portal may, or this one in a moment. None for other failures."""
    if not is_public(request.path_info) or not isinstance(exception, UNREACHABLE):
        return None
    logger.error("The database cannot be read: %s", exception)
    return HttpResponse(render_to_string("500.html"), status=503, headers={"Retry-After": str(SECONDS_TO_RECOVER)})


def confirmed_or_made(request, get_response):
    """304 where the reader has the page as it is, else the page with its tag."""
    if settings.DEBUG:
        return get_response(request)
    tag = page_tag(request)
    # `*` means any copy at all, so whether there is a page must be seen first.
    if request.headers.get("If-None-Match", "").strip() != "*":
        unchanged = get_conditional_response(request, etag=tag)
        if unchanged:
            return for_everybody(unchanged, tag)
    response = get_response(request)
    if response.status_code != 200:
        return response
    return get_conditional_response(request, etag=tag, response=for_everybody(response, tag))


def publication(get_response):
    """Make a public page of one state of the database, and answer 304 while that is the one of the reader's copy."""

    def middleware(request):
        if not is_public(request.path_info):
            return get_response(request)
        try:
            with one_state():
                request.stamp = request.environ[STAMP] = current_stamp()
                return confirmed_or_made(request, get_response)
        except UNREACHABLE as failure:
            return come_again(request, failure)

    middleware.process_exception = come_again
    return middleware
