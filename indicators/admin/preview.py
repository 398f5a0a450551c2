"""The real pages with one edition in the place of the published one of its year, for staff alone.

Links on a previewed page stay in the preview: its prefix is the script's name for the length of the request.
"""

import copy
from contextlib import contextmanager

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import get_script_prefix, resolve, reverse, set_script_prefix
from django.utils import translation
from django.views.decorators.http import require_safe

from ..catalogue import Catalogue
from ..models import Edition, previewing

ENGLISH = "en"


@require_safe
def preview(request, pk, path):
    """The public page at this path as it will be once the edition is published."""
    if not request.user.has_perm("indicators.view_edition"):
        raise PermissionDenied
    edition = get_object_or_404(Edition.objects.select_related("series"), pk=pk)
    language = ENGLISH if path.split("/")[0] == ENGLISH else settings.LANGUAGE_CODE
    with translation.override(language), previewing(edition):
        view, args, kwargs = public(f"/{path}")
        inner = of(request, f"/{path}", edition, language)
        with under(reverse("preview", args=[pk])):
            response = view(inner, *args, **kwargs)
    return marked_as_draft(response, language)


def public(path):
    """The view of a public page. Raises Http404 also for the staff's own addresses: a preview holds no other page."""
    found = resolve(path)
    if not found.func.__module__.startswith("indicators.views."):
        raise Http404
    return found


def of(request, path, edition, language):
    """The request as the public page would get it, with the figures that it may show."""
    inner = copy.copy(request)
    inner.path_info, inner.LANGUAGE_CODE = path, language
    inner.stamp, inner.previewed, inner.catalogue = f"preview-{edition.pk}", edition, Catalogue()
    inner.draft_page = reverse("admin:indicators_edition_change", args=[edition.pk])
    return inner


@contextmanager
def under(prefix):
    """Within this block every address is made under the prefix."""
    before = get_script_prefix()
    set_script_prefix(prefix)
    try:
        yield
    finally:
        set_script_prefix(before)


def marked_as_draft(response, language):
    """So that no search engine keeps it, and a file that was saved says what it is."""
    response["X-Robots-Tag"] = "noindex, nofollow"
    response["Content-Language"] = language
    if response.has_header("Content-Disposition"):
        response["Content-Disposition"] = response["Content-Disposition"].replace('filename="', 'filename="draft-')
    return response
