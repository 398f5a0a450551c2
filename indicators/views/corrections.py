from django.utils.translation import gettext as _

from .. import correction_tables, feeds, reports
from ..models import Series
from ..permanent import edition_address
from .answer import answer, asks, atom, downloads, pages, published, trail

LONG = 20  # figures that are listed at once; more open on demand


@asks("series", "year", "page")
def corrections(request, format=None):
    """What was corrected, completed, taken back or withdrawn; of all, or of a series and year."""
    catalogue = published(request)
    series, year, unusable = asked(request, catalogue)
    page = None if format or year else request.GET.get("page", "1")
    report = reports.corrections(catalogue, series, year, page)

    def context():
        return {
            "entries": [told(catalogue, entry) for entry in report.entries],
            "is_filtered": series or year,
            "unusable": unusable,
            "pages": pages(request, report),
            "downloads": downloads(request),
            "trail": trail((report.title, None)),
        }

    return answer(request, report, format, "indicators/corrections.html", context)


def asked(request, catalogue):
    """The series (slug) and year asked for, None where not or not usable; the words that mean nothing."""
    known = (
        {edition.series.slug for edition in catalogue.once_public},
        {edition.year for edition in catalogue.once_public},
    )
    words = request.GET.get("series"), request.GET.get("year")
    values = words[0], int(words[1]) if words[1] and words[1].isdecimal() and len(words[1]) == 4 else words[1]
    usable = [value if value in among else None for value, among in zip(values, known, strict=True)]
    return *usable, [word for word, value in zip(words, usable, strict=True) if word and value is None]


def told(catalogue, entry):
    """A correction as the page tells it."""
    return {
        "entry": entry,
        "heading": correction_tables.heading(entry),
        "day": correction_tables.when(entry),
        "said": correction_tables.said(entry),
        "body": correction_tables.body(entry),
        "is_long": len(entry.changed) + len(entry.removed) + len(entry.moved) > LONG,
        "is_text": entry.edition.series.slug == Series.LEDGER,
        "links": links(catalogue, entry.edition, entry.before),
    }


def links(catalogue, *revisions):
    """(words, address, whether it is the current one) of the revision and the one before, where they can be read."""
    found = []
    for each in revisions:
        if each is None or each.status == each.Status.WITHDRAWN:
            break
        is_current, words = catalogue.is_current(each), {"n": each.revision}
        if is_current:
            found.append((_("Bản hiện hành (lần %(n)s)") % words, edition_address(each), True))
        elif each.series.slug != Series.LEDGER:
            address = f"{edition_address(each)}?revision={each.revision}"
            found.append((_("Bản cũ (lần %(n)s)") % words, address, False))
    return found


def feed(request):
    """The newest corrections for a reader's own program."""
    catalogue = published(request)
    return atom(feeds.corrections(catalogue, reports.corrections(catalogue, page="1")))
