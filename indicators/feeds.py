"""The list of corrections as an Atom feed: the newest ones, each under an identifier that never changes."""

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

from . import correcting, correction_tables

FIRST_DAY = "2026-01-01"  # a day on which the host was ours, as RFC 4151 wants it; it never changes


class Feed(Atom1Feed):
    """An Atom feed that was renewed with its newest entry; while there is none, on the day given as `renewed`."""

    def latest_post_date(self):
        return super().latest_post_date() if self.items else self.feed["renewed"]


def tag(name):
    """A lasting identifier in the language of the page: tag:example.vn,2026-01-01:vi/corrections."""
    return f"tag:{urlsplit(settings.SITE_URL).hostname},{FIRST_DAY}:{get_language()}/{name}"


def corrections(report, renewed):
    """The feed (bytes) of the entries of a report. `renewed`: when something was published last, or None."""
    feed = Feed(
        title=f"{report.title} | {_('Chỉ số cải cách các tỉnh')}",
        link=settings.SITE_URL + reverse("corrections"),
        description=_("Số liệu đã đính chính, bổ sung, khôi phục hoặc thu hồi trên Cổng."),
        language=get_language(),
        author_name=settings.PUBLISHER_EN if get_language() == "en" else settings.PUBLISHER_VI,
        feed_url=settings.SITE_URL + reverse("corrections-feed"),
        feed_guid=tag("corrections"),
        renewed=renewed or datetime.fromisoformat(FIRST_DAY).replace(tzinfo=timezone.get_default_timezone()),
    )
    for entry in report.entries:
        feed.add_item(
            title=correction_tables.heading(entry),
            link=settings.SITE_URL + correcting.where(entry.edition).partition("#")[0] + f"#{entry.anchor}",
            description=escape(" ".join(summary(entry))),
            unique_id=tag(f"corrections/{entry.anchor}"),
            pubdate=entry.at,
            updateddate=entry.at,
        )
    return feed.writeString("utf-8").encode()


def summary(entry):
    """What happened in sentences; the first figures old and new."""
    listed = [*entry.changed, *entry.removed]
    return [
        *correction_tables.said(entry),
        *(f"{capfirst(correcting.clause(each))}." for each in listed[: correcting.TOLD]),
    ]
