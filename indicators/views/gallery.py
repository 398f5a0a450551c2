"""Which pictures are drawn ahead as PNG files: the charts of provinces and rankings, and their cards."""

from django.urls import reverse
from django.utils import timezone

from .. import pictures, reports
from . import profile, rankings


def files(catalogue):
    """The SVG file (text) of each, in the language that is active; the newest editions first, then the provinces."""
    for edition in sorted(catalogue.editions, key=lambda edition: -edition.year):
        report = reports.ranking(catalogue, edition)
        address = reverse("ranking", args=[edition.series.slug, edition.year])
        found = [*rankings.charts_of(report), rankings.card(report)]
        yield from drawn(catalogue, report, found, pictures.stays(address, edition))
    for slug in catalogue.gazetteer.slugs:
        report = reports.profile(catalogue, catalogue.gazetteer.place(slug, timezone.localdate()))
        yield from drawn(catalogue, report, profile.charts_of(catalogue, report), reverse("province", args=[slug]))


def drawn(catalogue, report, charts, address):
    return (pictures.file(report, chart, catalogue, address) for chart in charts if chart)
