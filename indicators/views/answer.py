"""A report as the answer to a request: a page, or a file that says the same."""

from django.http import HttpResponse
from django.shortcuts import render

from ..catalogue import catalogue
from ..exports import FORMATS


def asks(*names):
    """Name the parameters that a view reads: any other is dropped before its page is looked up or made."""

    def named(view):
        view.asks = frozenset(names)
        return view

    return named


def published(request):
    """What is public under the stamp of this request; in a preview, what would be."""
    return getattr(request, "catalogue", None) or catalogue(request.stamp)


def answer(request, report, format, template, context):
    """The page, or the file in the format asked for. `context` is called only for a page."""
    if format is None:
        return render(request, template, {"report": report} | context())
    media_type, write = FORMATS[format]
    response = HttpResponse(write(report), content_type=media_type)
    if format != "json":
        response["Content-Disposition"] = f'attachment; filename="{report.slug}.{format}"'
    return response


def atom(content):
    return HttpResponse(content, content_type="application/atom+xml; charset=utf-8")


def downloads(request):
    """Where the page's files are: its address with the last slash replaced, its filters kept."""
    stem, query = request.path.rstrip("/"), request.GET.urlencode()
    return {format: f"{stem}.{format}{'?' if query else ''}{query}" for format in ("xlsx", "csv", "json")}


def pages(request, report):
    """Links to the pages of a long list, other parameters kept; none where one page holds it."""
    if report.pages == 1:
        return []
    found = []
    for number in range(1, report.pages + 1):
        asked = request.GET.copy()
        asked["page"] = number
        current = number == report.page
        found.append({"text": number, "url": None if current else f"?{asked.urlencode()}", "current": current})
    return found


def trail(*steps):
    """The way from the home page: (text, address) of each step; the last, this page, has no address."""
    return [{"text": text, "url": url} for text, url in steps]
