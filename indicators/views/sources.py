from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from provinces.models import District

from .. import aggregate_tables, ledger_tables, reports
from ..citation_tables import cited_body
from ..models import Source
from .answer import answer, asks, downloads, pages, published, trail


def sources(request, format=None):
    """Where the figures come from."""

    def context():
        return {"downloads": downloads(request), "trail": trail((_("Nguồn"), None))}

    return answer(request, reports.sources(), format, "indicators/sources.html", context)


@asks("page")
def source(request, slug, format=None):
    """One source and what it printed; files hold all of it, the page a part."""
    found = get_object_or_404(Source.objects.readable().counted(), slug=slug)
    report = reports.source(published(request), found, None if format else request.GET.get("page", "1"))

    def context():
        aggregates = [each | {"edition": f"{each['short']} {each['year']}"} for each in report.aggregates]
        return {
            "source": found,
            "about": place_of(published(request).gazetteer, found),
            "downloads": downloads(request),
            "groups": [each | {"body": cited_body(each["rows"])} for each in by_edition(report.rows)],
            "aggregates": aggregate_tables.of_source(aggregates),
            "statements": report.ledger and ledger_tables.by_paragraph(report.ledger),
            "documents": ledger_tables.documents_body(report.documents),
            "pages": pages(request, report),
            "trail": trail((_("Nguồn"), reverse("sources")), (report.title, None)),
        }

    return answer(request, report, format, "indicators/source.html", context)


def place_of(gazetteer, source):
    """The province, as it is today or was on its last day, and the district that an article is about; else None."""
    slug, _slash, district = source.place.partition("/")
    if slug not in gazetteer:
        return None
    named = District.objects.filter(province__slug=slug, slug=district).first() if district else None
    about = {"place": gazetteer.place(slug, timezone.localdate())}
    return about | {"district": named.slug, "name": named.name_vi} if named else about


def by_edition(rows):
    """The rows of a source, edition by edition, as they come."""
    found = {}
    for row in rows:
        found.setdefault(row["edition"].pk, {"edition": row["edition"], "rows": []})["rows"].append(row)
    return list(found.values())
