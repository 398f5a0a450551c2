"""What is new as Atom feeds: editions, corrections, and both of one province; identifiers never change."""

from datetime import datetime
from html import escape
from urllib.parse import urlsplit

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed
from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from . import citing, correcting, correction_tables, overviews
from .linked import about
from .permanent import edition_address, figure_address
from .tables import province_base
from .templatetags.formats import short_name

FIRST_DAY = "2026-01-01"  # a day on which the host was ours, as RFC 4151 wants it; it never changes
NEWEST = 20  # entries of a feed; the pages have all


class Feed(Atom1Feed):
    """An Atom feed that was renewed with its newest entry; while there is none, on the day given as `renewed`."""

    def latest_post_date(self):
        return super().latest_post_date() if self.items else self.feed["renewed"]


def tag(name):
    """A lasting identifier in the language of the page: tag:example.vn,2026-01-01:vi/corrections."""
    return f"tag:{urlsplit(settings.SITE_URL).hostname},{FIRST_DAY}:{get_language()}/{name}"


def written(name, title, description, page, entries, renewed):
    """A feed (bytes). `name`: its address without the ending; `page`: the address of what it follows.

    `renewed`: when something was published last, or None.
    """
    feed = Feed(
        title=f"{title} | {_('Chỉ số cải cách các tỉnh')}",
        link=settings.SITE_URL + page,
        description=description,
        language=get_language(),
        author_name=settings.PUBLISHER_EN if get_language() == "en" else settings.PUBLISHER_VI,
        feed_url=f"{settings.SITE_URL}{reverse('home')}{name}.atom",
        feed_guid=tag(name),
        renewed=renewed or datetime.fromisoformat(FIRST_DAY).replace(tzinfo=timezone.get_default_timezone()),
    )
    for entry in sorted(entries, key=lambda entry: entry["updateddate"], reverse=True)[:NEWEST]:
        feed.add_item(**entry)
    return feed.writeString("utf-8").encode()


def item(name, title, address, said, first, last):
    """An entry. `said`: sentences as plain text; `first`, `last`: when it was new and when it changed."""
    return {
        "unique_id": tag(name),
        "title": title,
        "link": settings.SITE_URL + address,
        "description": escape(" ".join(filter(None, said))),
        "pubdate": first,
        "updateddate": last,
    }


def renewed(catalogue):
    """When something was published last; None before the first time."""
    return catalogue.once_public[-1].published_at if catalogue.once_public else None


def corrections(catalogue, report):
    """The newest corrections: the entries of a report."""
    said = _("Số liệu đã đính chính, bổ sung, khôi phục hoặc thu hồi trên Cổng.")
    entries = [correction(entry) for entry in report.entries]
    return written("corrections", report.title, said, reverse("corrections"), entries, renewed(catalogue))


def correction(entry):
    address = f"{correcting.where(entry.edition).partition('#')[0]}#{entry.anchor}"
    heading, name = correction_tables.heading(entry), f"corrections/{entry.anchor}"
    return item(name, heading, address, summary(entry), entry.at, entry.at)


def summary(entry):
    """What happened in sentences; the first figures old and new."""
    listed = [*entry.changed, *entry.removed]
    return [
        *correction_tables.said(entry),
        *(f"{capfirst(correcting.clause(each))}." for each in listed[: correcting.TOLD]),
    ]


def editions(catalogue, report):
    """Every year of every series as it is now. `report`: the list of editions, with how much of each is known."""
    known = {row["edition"].pk: overviews.partial(row["known"], row["of"], row["year"]) for row in report.rows}
    entries = [edition(catalogue, each, known.get(each.pk)) for each in catalogue.every_edition]
    said = _("Kỳ công bố mới trên Cổng, và phần đã biết của từng kỳ.")
    return written("rankings", _("Kỳ công bố mới"), said, reverse("rankings"), entries, renewed(catalogue))


def edition(catalogue, edition, known):
    series, year = edition.series.slug, edition.year
    title, said = f"{short_name(edition.series)} {year}", [about(edition), known]
    return item(f"rankings/{series}/{year}", title, edition_address(edition), said, *dates(catalogue, edition))


def dates(catalogue, edition):
    """When a year was first published, and when its present revision was."""
    return catalogue.revisions(edition.series.slug, edition.year)[0].published_at, edition.published_at


def of_province(catalogue, report, corrected):
    """What is known of a province, a year each, and what was corrected of it. `report`: its profile."""
    slug = report.place.slug
    rows = [row for series in catalogue.series for row in report.of(series.slug)]
    entries = [year_of(catalogue, report.place, row) for row in rows]
    entries += [correction(each) for each in corrected.entries if concerns(each, slug)]
    said = _("Số liệu mới và đính chính của %(name)s.") % {"name": report.title}
    page = reverse("province", args=[slug])
    return written(f"provinces/{slug}", report.title, said, page, entries, renewed(catalogue))


def year_of(catalogue, place, row):
    """What a province got in one edition, under the address where it stays."""
    edition, slug = row["edition"], place.slug
    row = row | {"region_of": catalogue.region_size(edition, catalogue.places(edition)[place.pk])}
    name, title = f"{edition.series.slug}/{edition.year}", f"{row['subject']}, {edition.series.short} {edition.year}"
    said = [f"{capfirst(', '.join(citing.figures(edition, row)))}.", about(edition)]
    address = figure_address(province_base(), slug, edition)
    return item(f"provinces/{slug}/{name}", title, address, said, *dates(catalogue, edition))


def concerns(entry, province):
    return any(each.province == province for each in (*entry.changed, *entry.removed, *entry.moved))
