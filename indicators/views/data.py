import json

from django.http import Http404, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from .. import archives, dcat, linked
from .. import sitemap as sitemaps
from .answer import answer, downloads, published, trail


def data(request, format=None):
    """All figures in one file, of each series and of the portal: what is in it and under which terms."""
    catalogue = published(request)
    report = archives.listing(catalogue, archives.archives(catalogue, timezone.localdate()))

    def context():
        return {
            "linked": linked.data_catalog(report.rows),
            "downloads": downloads(request),
            "trail": trail((report.title, None)),
        }

    return answer(request, report, format, "indicators/data.html", context)


def archive(request, slug):
    """The archive of a series, or of the whole portal."""
    found = archives.archives(published(request), timezone.localdate()).get(slug)
    if found is None:
        raise Http404(_("Không có tệp này."))
    response = HttpResponse(found.content, content_type="application/zip")
    response["Content-Disposition"] = f'attachment; filename="{slug}.zip"'
    return response


def catalog(request):
    """Every archive and edition for data portals."""
    catalogue = published(request)
    report = archives.listing(catalogue, archives.archives(catalogue, timezone.localdate()))
    content = json.dumps(dcat.catalog(catalogue, report.rows), ensure_ascii=False)
    return HttpResponse(content, content_type="application/ld+json")


def sitemap(request):
    """Every page for search engines, in both languages; outside the prefixes of languages."""
    return HttpResponse(sitemaps.sitemap(published(request)), content_type="application/xml")
