from django.shortcuts import render
from django.utils.translation import gettext as _

from .. import reports
from .answer import published, trail


def methodology(request):
    """How each index is made and scored, and what the portal does with its figures."""
    catalogue = published(request)
    groups = [{"series": series, "rules": reports.rules(catalogue, series.slug)} for series in catalogue.series]
    return render(request, "indicators/methodology.html", {"groups": groups, "trail": trail((_("Phương pháp"), None))})
