"""Ready citations: what is cited, from whom, in which revision, and its address; in both languages."""

from django.conf import settings
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from .reports import heat_title, title_of, year_runs
from .sentences import figure, rank_in_region
from .templatetags.formats import day, partial_day, rank_word

LANGUAGES = ("vi", "en")


def of_province(place, row):
    """One province's whole in one edition, from its cells and their edition: [{language, text}]."""
    edition, page = row["edition"], ("province-edition", place.slug)
    return of_edition(edition, page, {}, lambda: province_said(edition, row["subject"], row))


def of_ranking(report):
    """A ranking, whole whatever is filtered: [{language, text}]."""
    edition, criterion = report.edition, report.criterion
    part = criterion.component.slug
    asked = {"component": part} if part != "overall" else {}
    return of_edition(edition, ("ranking",), asked, lambda: f"{title_of(edition, criterion)}, {covered(report)}")


def of_heat(report):
    """The components of an edition beside each other: [{language, text}]."""
    asked = {"view": "components"}
    return of_edition(report.edition, ("ranking",), asked, lambda: f"{heat_title(report.edition)}, {covered(report)}")


def of_edition(edition, page, asked, said):
    """`page`: the name of its address and what comes before series and year; the revision makes it stay."""
    name, *about = page
    query = urlencode(asked | {"revision": edition.revision})
    page = (name, [*about, edition.series.slug, edition.year], query)
    return in_each_language([edition], page, said, lambda: _("lần %(revision)s") % {"revision": edition.revision})


def of_years(editions, page, said):
    """A page of many editions, whose address always shows the newest: each year with its revision.

    `page`: name, arguments and query of its address. `said`: called in each language, what is cited.
    """
    return in_each_language(editions, page, said, lambda: revisions(editions))


def revisions(editions):
    """2011–2023 lần 1; 2024 lần 2."""
    years = {}
    for edition in editions:
        years.setdefault(edition.revision, set()).add(edition.year)
    pattern = _("%(years)s lần %(revision)s")
    return "; ".join(pattern % {"years": year_runs(years[each]), "revision": each} for each in sorted(years))


def in_each_language(editions, page, said, revised):
    name, about, query = page
    moment = max((each.published_at for each in editions if each.published_at), default=None)
    found = []
    for language in LANGUAGES:
        with translation.override(language):
            words = {
                "said": said(),
                "publisher": settings.PUBLISHER_EN if language == "en" else settings.PUBLISHER_VI,
                "revision": revised(),
                "day": day(timezone.localdate(moment)) if moment else _("bản nháp"),
                "address": settings.SITE_URL + reverse(name, args=about) + (query and f"?{query}"),
            }
            text = _("%(said)s. %(publisher)s, %(revision)s (%(day)s). %(address)s") % words
            found.append({"language": language, "text": text})
    return found


def province_said(edition, name, row):
    words = {"name": name, "series": edition.series.short, "year": edition.year}
    words["figures"] = ", ".join(figures(edition, row)) or _("chưa tìm thấy số liệu")
    return _("%(name)s, %(series)s %(year)s: %(figures)s") % words


def covered(report):
    """Of how many provinces anything is known."""
    known, of = report.coverage
    pattern = _("%(of)s tỉnh, thành phố") if known == of else _("đã biết %(known)s/%(of)s tỉnh, thành phố")
    return pattern % {"known": known, "of": of}


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


def source_lines(sources):
    """Sources, each with its line; a further paragraph of a listed article names only the mark of its first."""
    first = {}
    for source in sources:
        first.setdefault(source["source"], source["mark"])
    return [source | {"line": source_line(source, first[source["source"]])} for source in sources]


def source_line(source, first):
    """A source in one line: publisher, title in quotes, date; for an article the paragraph and its first words."""
    parts = [source["publisher"], f"“{source['title']}”" if source["title"] else "", partial_day(source["published"])]
    text = ", ".join(part for part in parts if part) or source["source"]
    if source["paragraph"]:
        if first != source["mark"]:
            text = _("Cùng bài với [%(mark)s]") % {"mark": first}
        text += ", " + _("đoạn %(number)s") % {"number": source["paragraph"]}
        if source["opening"]:
            text += ", " + _('bắt đầu bằng "%(opening)s..."') % {"opening": source["opening"]}
    return text
