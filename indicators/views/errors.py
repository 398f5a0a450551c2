import re
from difflib import get_close_matches

from django.http import HttpResponseBadRequest, HttpResponsePermanentRedirect, JsonResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from provinces.models import OldSlug
from provinces.names import nearest

from ..catalogue import catalogue
from ..lives import titled
from ..templatetags.formats import pick

LIKENESS = 0.7
LONGEST = 100  # comparing grows with the square of the length, and no address of ours is longer
# The slug of a province in any address under it: page, file or sub-page.
PROVINCE = re.compile(r"(?P<before>/provinces/)(?P<slug>[\w-]+)(?=[/.])")

# The first word of an address -> the page that others stand under.
HEADS = {
    "rankings": _("Xếp hạng"),
    "provinces": _("Tỉnh, thành phố"),
    "compare": _("So sánh"),
    "sources": _("Nguồn"),
    "search": _("Tìm kiếm"),
    "components": _("Chỉ số thành phần"),
    "methodology": _("Phương pháp"),
    "health": _("Tình trạng số liệu"),
}


def bad_request(request, exception):
    """An address that cannot be read, so nothing may be asked of it, not even for the frame of a page."""
    if problem := of_a_program(request, 400, "Bad Request"):
        return problem
    return HttpResponseBadRequest(render_to_string("400.html"))


def of_a_program(request, status, title):
    """A problem of RFC 9457, where JSON was asked for; else None."""
    if not request.path.endswith(".json"):
        return None
    body = {"type": "about:blank", "title": title, "status": status}
    return JsonResponse(body, status=status, content_type="application/problem+json")


def moved(request):
    """Where an address under an old slug of a province leads now, or None."""
    found = PROVINCE.search(request.path)
    old = found and OldSlug.objects.filter(slug=found["slug"]).select_related("province").first()
    return old and request.get_full_path().replace(found[0], f"{found['before']}{old.province.slug}", 1)


def not_found(request, exception):
    """An address that leads nowhere, with the pages whose addresses come nearest to it."""
    if address := moved(request):
        return HttpResponsePermanentRedirect(address)
    if problem := of_a_program(request, 404, "Not Found"):
        return problem
    links = [
        {"url": url, "title": title} for url, title in meant(catalogue(getattr(request, "stamp", "")), request.path)
    ]
    return render(request, "404.html", {"links": links}, status=404)


def meant(catalogue, path):
    """At most three pages that may have been meant, the likeliest first, as (address, title)."""
    path = path[:LONGEST]
    first, *rest = path.removeprefix(reverse("home")).strip("/").split("/")
    section = next(iter(get_close_matches(first, HEADS, 1, LIKENESS)), None)
    if (section == "provinces" and rest) or (section is None and not rest):
        return provinces(catalogue, rest[0] if rest else first)
    if section is None:
        return []
    base = reverse(section)
    pages = {base: HEADS[section], **dict(BELOW[section](catalogue, base) if section in BELOW else [])}
    return [(url, pages[url]) for url in get_close_matches(path, pages, 3, LIKENESS) or [base]]


def provinces(catalogue, word):
    """The provinces whose names come nearest to a word; a number is the name of none."""
    if not any(letter.isalpha() for letter in word):
        return []
    places = [catalogue.gazetteer.place(each.slug, timezone.localdate()) for each in nearest(word.replace("-", " "))]
    return [(reverse("province", args=[place.slug]), titled(place)) for place in places]


def rankings(catalogue, base):
    """Every series and every edition under the address of all rankings."""
    yield from ((f"{base}{series.slug}/", series.short) for series in catalogue.series)
    for edition in catalogue.editions:
        yield f"{base}{edition.series.slug}/{edition.year}/", f"{edition.series.short} {edition.year}"


def components(catalogue, base):
    """Every component of the newest edition of each series under the address of all components."""
    for series in catalogue.series:
        for slug, criterion in catalogue.criteria(catalogue.editions_of(series.slug)[0]).items():
            yield f"{base}{series.slug}/{slug}/", pick(criterion, "name")


BELOW = {"rankings": rankings, "components": components}
