"""Every kind of public address, found as a reader finds it: by following links."""

from urllib.parse import parse_qsl, urljoin, urlsplit

from django.urls import resolve

from .pages import Page

LONG = "/sources/github-hnks-gh-ml-mcdm-2026-2026"  # thousands of figures: its files are asked for elsewhere

# Where the walk begins: what the drafts and the figures of other tests are about.
BEGINNINGS = [
    "/",
    "/rankings/par-index/2022/",
    "/rankings/par-index/2022/?component=procedures",
    "/rankings/papi/2024/",
    "/provinces/long-an/",
    "/provinces/tay-ninh-2025/",
    "/provinces/da-nang/",
    "/provinces/vinh-phuc/",
    "/sources/longan-par-index-2023/",
    f"{LONG}/",
    "/search/?q=long+an",
    "/search/?q=xyz",
]


def walk(content):
    """Vietnamese addresses: where the walk begins, and the first of each other kind that links lead to."""
    found, ahead = {}, list(BEGINNINGS)
    while ahead:
        address = ahead.pop(0)
        alike = found.setdefault(kind(address), [])
        if address in alike or alike and address not in BEGINNINGS:
            continue
        alike.append(address)
        if not is_file(address):
            ahead += links(address, Page(content(address).decode()))
    return [address for alike in found.values() for address in alike]


def links(address, page):
    """The portal's own Vietnamese addresses that a page leads to."""
    found = [urljoin(address, href.partition("#")[0]) for href in page.hrefs if not href.startswith("#")]
    found = [each for each in found if each.startswith("/") and not each.startswith(("/en/", "/static/", f"{LONG}."))]
    return [each for each in found if not each.endswith(".png")]  # drawn ahead, in tests of their own


def kind(address):
    """The view, the format of a file, and what is asked for in the query string."""
    parts = urlsplit(address)
    asked = tuple(sorted({name for name, _value in parse_qsl(parts.query)}))
    return resolve(parts.path).url_name, resolve(parts.path).kwargs.get("format"), asked


def is_file(address):
    return urlsplit(address).path.endswith((".csv", ".xlsx", ".json", ".atom", ".zip", ".jsonld", ".svg"))


def is_framed(address):
    """Whether it is a frame for other sites' pages, which has nothing of the portal around it."""
    return "/embed/" in address


def english(address):
    return f"/en{address}"


def one_of_each(addresses):
    """The first address of each kind."""
    first = {}
    for address in addresses:
        first.setdefault(kind(address), address)
    return list(first.values())
