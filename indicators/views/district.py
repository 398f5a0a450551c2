from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from provinces.models import District

from .. import citing, ledger_charts, reports
from ..lives import titled
from .answer import answer, downloads, published, trail
from .pictures import picture
from .statements import cited, statements


def district(request, slug, district, format=None, chart=None):
    """One district of a province: what it set itself, reports and promises."""
    catalogue = published(request)
    if slug not in catalogue.gazetteer:
        raise Http404(_("Không có tỉnh, thành phố này."))
    place = catalogue.gazetteer.place(slug, timezone.localdate())
    found = get_object_or_404(District, province=place.pk, slug=district)
    report = reports.district(catalogue, place, found, timezone.localdate())
    if chart:
        return picture(request, catalogue, report, format, chart, ledger_charts.of(report))

    def context():
        province = (titled(place), reverse("province", args=[slug]))
        return statements(report, report.documents) | {
            "place": place,
            "district": found,
            "sources": citing.source_lines(report.sources),
            "citations": cited(catalogue, report.rows, lambda: said(place, found), "district", [slug, district], ""),
            "downloads": downloads(request),
            "trail": trail((_("Tỉnh, thành phố"), reverse("provinces")), province, (report.title, None)),
        }

    return answer(request, report, format, "indicators/district.html", context)


def said(place, district):
    return f"{_('Chỉ tiêu và kết quả thực hiện')}, {district.name_vi}, {place.name}"
