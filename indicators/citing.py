"""Ready citations: what a figure is, from whom, in which revision, and the address where it stays."""

from django.conf import settings
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from .sentences import figure, rank_in_region
from .templatetags.formats import day, rank_word

LANGUAGES = ("vi", "en")


def citations(edition, name, row, address):
    """The citation of one province's whole in one edition, in both languages: [{language, text}].

    `address`: of the page, without the language's prefix; the revision is added, so that it stays.
    """
    found = []
    for language in LANGUAGES:
        with translation.override(language):
            prefix = "" if language == "vi" else f"/{language}"
            place = f"{settings.SITE_URL}{prefix}{address}?revision={edition.revision}"
            found.append({"language": language, "text": citation(edition, name, row, place)})
    return found


def citation(edition, name, row, address):
    words = {
        "name": name,
        "series": edition.series.short,
        "year": edition.year,
        "figures": ", ".join(figures(edition, row)) or _("chưa tìm thấy số liệu"),
        "publisher": settings.PUBLISHER_EN if translation.get_language() == "en" else settings.PUBLISHER_VI,
        "revision": edition.revision,
        "day": day(timezone.localdate(edition.published_at)) if edition.published_at else _("bản nháp"),
        "address": address,
    }
    return (
        _("%(name)s, %(series)s %(year)s: %(figures)s. %(publisher)s, lần %(revision)s (%(day)s). %(address)s") % words
    )


def figures(edition, row):
    """Rank or position, or the rank in the region (`region_of` provinces) where no other is known, and score."""
    is_computed = edition.method == edition.Method.COMPILED
    if row["rank"] is not None:
        if is_computed:
            yield _("vị trí %(rank)s/%(of)s (Cổng tự tính)") % row
        else:
            yield _("thứ hạng %(rank)s/%(of)s") % {"rank": rank_word(row["rank"]), "of": row["of"]}
    elif row["region_rank"] is not None:
        yield rank_in_region(row)
    if row["score"] is not None:
        yield figure(row | {"series": edition.series.slug}, f"{row['score']:.2f}" if is_computed else None)
    if {"rank", "score"} & set(row["derived"]) and not is_computed:
        yield _("suy ra")
