"""The charts of a page at addresses of their own: as a file, and as a frame in other sites' pages."""

from csp.decorators import csp_replace
from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import get_script_prefix
from django.utils.translation import gettext as _
from django.views.decorators.clickjacking import xframe_options_exempt

from .. import pictures

EMBED = "embed/"


def picture(request, catalogue, report, format, chart, charts):
    """One of the charts of a page (by its id) in the format asked for.

    `charts`: their descriptions, None for those that the report has too little for.
    """
    found = next((each for each in charts if each and each["id"] == chart), None)
    if found is None:
        raise Http404(_("Không có hình này."))
    page = page_of(request, report.edition)
    if format == "embed":
        return frame(request, pictures.framed(report, found, catalogue) | {"page": settings.SITE_URL + page})
    content = pictures.file(report, found, catalogue, page)
    response = HttpResponse(content, content_type="image/svg+xml; charset=utf-8")
    response["Content-Disposition"] = f'inline; filename="{report.slug}-{chart}.svg"'
    return response


@xframe_options_exempt
@csp_replace({"frame-ancestors": ["*"]})
def frame(request, context):
    """A chart for other sites: the only pages that a site may show within its own."""
    return render(request, "embed.html", context)


def page_of(request, edition):
    """The address of the page that a picture belongs to, with what was asked of it; of an edition, in its revision."""
    asked = request.GET.copy()
    if edition:
        asked["revision"] = edition.revision
    prefix, query = get_script_prefix(), asked.urlencode()
    inner = request.path.removeprefix(prefix)
    path = inner.rstrip("/").rpartition("/")[0].replace(EMBED, "", 1) + "/"
    return f"{prefix}{path}{'?' if query else ''}{query}"
