"""What the frame of every page needs: its address, the same page in the other language, its part of the portal."""

from functools import lru_cache

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import get_script_prefix
from django.utils.encoding import escape_uri_path
from django.utils.translation import get_language

ENGLISH = "/en"


def _vietnamese_path(path):
    """The path without the prefix of English.

    >>> _vietnamese_path("/en/sources/"), _vietnamese_path("/en"), _vietnamese_path("/england/")
    ('/sources/', '/', '/england/')
    """
    return path.removeprefix(ENGLISH) or "/" if path == ENGLISH or path.startswith(f"{ENGLISH}/") else path


@lru_cache(256)
def _links(where, language, prefix, section, is_first):
    """The links of the head or the foot, written once; their addresses are those of a language under a prefix."""
    return render_to_string(f"components/{where}_links.html", {"section": section, "is_first": is_first})


def frame(request):
    """Variables of `base.html`; addresses are absolute where other sites read them. Asks the database nothing.

    `section` is the first part of the address (rankings, provinces, sources, search; home at the root).
    `head_links`, `foot_links`: to the sections, this one marked.
    `draft_page`: in a preview, where the staff's page of the draft is.
    """
    path, prefix = _vietnamese_path(request.path_info), get_script_prefix().rstrip("/")
    section = path.split("/")[1] or "home"
    shown = (get_language(), prefix, section, path == f"/{section}/")
    addresses = {"vi": escape_uri_path(path), "en": escape_uri_path(f"{ENGLISH}{path}")}
    other = "en" if request.path_info == path else "vi"
    query = request.GET.urlencode()
    return {
        "section": section,
        "head_links": _links("head", *shown),
        "foot_links": _links("foot", *shown),
        "canonical_url": settings.SITE_URL + escape_uri_path(request.path_info),
        "alternates": {language: settings.SITE_URL + address for language, address in addresses.items()},
        "other_language": other,
        "other_language_url": prefix + addresses[other] + (f"?{query}" if query else ""),
        "draft_page": getattr(request, "draft_page", None),
    }
