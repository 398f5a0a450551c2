"""The charts of a page at addresses of their own: as a file, and as a frame in other sites' pages."""

from csp.decorators import csp_replace
from django.conf import settings
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import get_script_prefix
from django.utils.translation import gettext as _
from django.views.decorators.clickjacking import xframe_options_exempt

from .. import pictures, pngs

EMBED = "embed/"


def picture(request, catalogue, report, format, chart, charts):
    """One of the charts of a page (by its id) in the format asked for.

    `charts`: their descriptions, None for those that the report has too little for.
    """
    found = next((each for each in charts if each and each["id"] == chart), None)
    if found is None or found["kind"] == ("card" if format == "embed" else "top"):
        raise Http404(_("Không có hình này."))
    page = page_of(request, report.edition)
    if format == "embed":
        return frame(request, pictures.framed(report, found, catalogue) | {"page": settings.SITE_URL + page})
    return file(request, pictures.file(report, found, catalogue, page), format, f"{report.slug}-{chart}")


def file(request, svg, format, name):
    """The picture as SVG, or as PNG if it has been drawn; else the way to the SVG."""
    content, kind = (pngs.kept(svg), "image/png") if format == "png" else (svg, "image/svg+xml; charset=utf-8")
    if content is None:
        return HttpResponseRedirect(request.get_full_path().replace(".png", ".svg", 1))
    response = HttpResponse(content, content_type=kind)
    response["Content-Disposition"] = f'inline; filename="{name}.{format}"'
    return response


@xframe_options_exempt
@csp_replace({"frame-ancestors": ["*"]})
def frame(request, context):
    """A chart for other sites: the only pages that a site may show within its own."""
    return render(request, "embed.html", context)


def page_of(request, edition):
    """The address of the page that a picture belongs to."""
    prefix = get_script_prefix()
    inner = request.path.removeprefix(prefix)
    path = inner.rstrip("/").rpartition("/")[0].replace(EMBED, "", 1) + "/"
    return pictures.stays(f"{prefix}{path}", edition, request.GET.urlencode())
