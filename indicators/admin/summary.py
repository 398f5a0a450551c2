"""What a draft changes, before it is published: the same questions that corrections ask, in words for the desk."""

from collections import Counter

from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import mark_safe
from django.utils.translation import get_language, gettext_lazy, ngettext, npgettext, pgettext
from django.utils.translation import gettext as _

from .. import correction_tables, findings, reports
from ..caching import current_stamp
from ..catalogue import catalogue
from ..models import Edition, Result, Series
from ..permanent import edition_address
from ..reports.corrections import names_of, revision
from ..templatetags.formats import number, pick, printed

LONG = 20  # rows that are listed at once; more open on demand
REWORDED = gettext_lazy("Số giữ nguyên, nguồn hoặc ghi chú khác")
MISSING_NAMED = 10  # provinces without a figure that a warning names


def named(edition):
    """PAR Index 2024, lần 2."""
    words = {"series": edition.series.short, "year": edition.year, "n": edition.revision}
    return _("%(series)s %(year)s, lần %(n)s") % words


def of_draft(edition):
    """What a draft changes on what is public now, what should be looked at, and where to see it."""
    shown = Edition.objects.of(edition.series.slug, edition.year).published().select_related("series").first()
    return of_figures(edition, shown) | {
        "shown": shown,
        "warnings": warnings(edition),
        "holds": holds(edition),
        "previews": previews(edition),
    }


def of_public(edition):
    return {"warnings": warnings(edition), "holds": holds(edition), "public": edition_address(edition)}


def revision_before(edition):
    """The revision that the public read before this one, or None."""
    return catalogue(current_stamp()).revision_before(edition)


def of_record(edition):
    """What was loaded, and what it changes or, once public, changed on the revision before."""
    if edition.status == Edition.Status.DRAFT:
        return of_draft(edition)
    before = revision_before(edition)
    return of_public(edition) | of_figures(edition, before) | {"shown": before}


def is_ledger(edition):
    return edition.series.slug == Series.LEDGER


def of_figures(edition, shown):
    """Figures that are new, changed, removed, moved, reworded and unchanged."""
    found = reports.changes(edition, shown)
    told = {
        "unchanged": found.unchanged,
        "removed": len(found.removed),
        "is_empty": found.is_empty,
        "is_text": is_ledger(edition),
    }
    bodies = tables(edition, found) if shown else dict.fromkeys(("new", "changed", "removed", "moved"), "")
    new = part("new", _("Thêm mới"), len(found.new), of_provinces(found.provinces), bodies["new"])
    if shown is None:
        return told | {"parts": [new]}
    quiet = [
        part("moved", _("Vị trí đổi theo, số liệu riêng không đổi"), len(found.moved), body=bodies["moved"]),
        part("reworded", REWORDED, len(found.reworded)),
    ]
    parts = [
        part("changed", pgettext("figures", "Thay đổi"), len(found.changed), body=bodies["changed"]),
        part("removed", _("Bị bỏ"), len(found.removed), body=bodies["removed"]),
        new,
    ]
    return told | {"parts": [*parts, *(each for each in quiet if each["count"])]}


def tables(edition, found):
    """Table bodies by kind of change: the figures before and after; names lead to the previewed pages."""
    public = catalogue(current_stamp())
    entry, base = revision(public, edition, timezone.now(), found), preview(edition, reverse("provinces"))
    names = names_of(public, edition)
    listed = {kind: getattr(entry, kind) for kind in ("changed", "removed", "moved")}
    listed["new"] = [names.revised(change, found.of) for change in found.new]
    return {
        kind: mark_safe("".join(correction_tables.row(each, base) for each in rows)) for kind, rows in listed.items()
    }


def part(kind, title, count, words="", body=""):
    return {"kind": kind, "title": title, "count": count, "words": words, "body": body, "is_long": count > LONG}


def of_provinces(count):
    pattern = ngettext("của %(n)s tỉnh, thành phố", "của %(n)s tỉnh, thành phố", count)
    return pattern % {"n": count} if count else ""


def warnings(edition):
    """What the clerk should look at again: what was said of the file, and printed figures that disagree."""
    language = get_language()
    said = [each.get(language) or each["vi"] for each in edition.warnings]
    return said + (shares(edition) if is_ledger(edition) else missing(edition) + disagreements(edition))


def missing(edition):
    """The provinces of the year of which an index has no figure, the first few by name: left out, or not known."""
    places = catalogue(current_stamp()).places(edition)
    known = set(Result.objects.filter(edition=edition).values_list("province", flat=True))
    names = [place.name for key, place in places.items() if key not in known]
    if not names:
        return []
    listed, more = ", ".join(names[:MISSING_NAMED]), len(names) - MISSING_NAMED
    if more > 0:
        pattern = ngettext("%(names)s và %(n)s tỉnh, thành phố khác", "%(names)s và %(n)s tỉnh, thành phố khác", more)
        listed = pattern % {"names": listed, "n": more}
    words = {"n": len(names), "of": len(places), "names": listed}
    return [_("Không có số liệu của %(n)s trên %(of)s tỉnh, thành phố: %(names)s.") % words]


def disagreements(edition):
    public = catalogue(current_stamp())
    names = {place.slug: place.name for place in public.places(edition).values()}
    said = []
    for slug, criterion in public.criteria(edition).items():
        differ = [each for each in edition.checks if each["component"] == slug]
        for each, told in zip(differ, findings.checks(edition, slug, names), strict=True):
            if each["state"] == "differ":
                said.append(f"{pick(criterion, 'name')}: {told['text']}")
    return said


def shares(edition):
    pattern = _("Các tỷ lệ ở dòng %(lines)s cộng lại bằng %(sum)s%%, không phải 100%%.")
    rows = [row for each in edition.checks for row in each["rows"]]
    return [pattern % {"lines": ", ".join(map(str, row[:-1])), "sum": printed(row[-1])} for row in rows]


def holds(edition):
    """How much an edition holds, counted: [(how many, of what)]."""
    if is_ledger(edition):
        kinds = Counter(edition.statements.values_list("kind", flat=True))
        counted = [(kinds[kind], words) for kind, words in of_kinds(kinds).items()]
        return [(number(count), words) for count, words in counted if count]
    results = Result.objects.filter(edition=edition)
    places, found, general = results.values("province").distinct().count(), results.count(), edition.aggregates.count()
    counted = [
        (places, npgettext("count", "tỉnh, thành phố", "tỉnh, thành phố", places)),
        (found, npgettext("count", "kết quả", "kết quả", found)),
        (general, npgettext("count", "số liệu chung", "số liệu chung", general)),
    ]
    return [(number(count), words) for count, words in counted if count]


def of_kinds(kinds):
    """{kind of statement: how so many of it are called}"""
    return {
        "target": npgettext("count", "chỉ tiêu", "chỉ tiêu", kinds["target"]),
        "outcome": npgettext("count", "kết quả thực hiện", "kết quả thực hiện", kinds["outcome"]),
        "commitment": npgettext("count", "nhiệm vụ", "nhiệm vụ", kinds["commitment"]),
    }


def previews(edition):
    """The real pages on which a draft is seen before it is public: [(text, address)]."""
    if is_ledger(edition):
        return [(_("Chỉ tiêu và kết quả"), preview(edition, reverse("targets")))]
    ranking = f"{edition.series.short} {edition.year}"
    return [
        (_("Bảng %(ranking)s") % {"ranking": ranking}, preview(edition, edition_address(edition))),
        (_("Trang chủ"), preview(edition, reverse("home"))),
        (_("Mọi kỳ công bố"), preview(edition, reverse("rankings"))),
    ]


def preview(edition, address):
    """The address under which staff see a public page with this edition in it."""
    return reverse("preview", args=[edition.pk]) + address.removeprefix("/")
