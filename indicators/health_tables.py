"""The state of the figures as HTML: coverage as bars, checks in words. All text is escaped here."""

from html import escape

from django.urls import reverse
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from . import findings, svg
from .component_tables import ranking_address
from .tables import missing, province_base, quiet
from .templatetags.formats import day, pick


def picture(known, of):
    """How much of a series is known, as a small bar whose words stand beside it."""
    return svg.coverage(known, of)


def editions_body(rows):
    """A row for each edition: how many provinces are known, when and how it was made, how its checks came out."""
    parts = []
    for row in rows:
        cells = [
            f'<td class="n">{row["known"]}{quiet("/" + str(row["of"]))}</td>',
            f'<td class="away">{svg.coverage(row["known"], row["of"])}</td>',
            f'<td class="away">{announced(row["announced_on"])}</td>',
            f'<td class="away">{escape(row["edition"].get_method_display())}</td>',
            f"<td>{escape(outcomes(row))}</td>",
        ]
        address = reverse("ranking", args=[row["series"], row["year"]])
        parts.append(f'<tr><th scope="row"><a href="{address}">{row["year"]}</a></th>{"".join(cells)}</tr>')
    return mark_safe("".join(parts))


def announced(on):
    """The day of an announcement, or that it was not found."""
    return escape(day(on)) if on else missing(_("chưa tìm thấy ngày công bố"))


def outcomes(row):
    """How many checks came out in each way: 2 khớp, 1 chưa kiểm tra được."""
    found = [
        (row["differ"], ngettext("%(n)s lệch", "%(n)s lệch", row["differ"])),
        (row["agree"], ngettext("%(n)s khớp", "%(n)s khớp", row["agree"])),
        (row["cannot"], ngettext("%(n)s chưa kiểm tra được", "%(n)s chưa kiểm tra được", row["cannot"])),
    ]
    return ", ".join(words % {"n": count} for count, words in found if count) or _("không có kiểm tra nào")


def checks_by_edition(catalogue, rows):
    """{edition, checks} of each row; every check says its component, which leads to the ranking it is about."""
    return [{"edition": row["edition"], "checks": list(checks_of(catalogue, row["edition"]))} for row in rows]


def differing(catalogue, rows):
    """The checks of all editions that found figures that do not agree."""
    found = checks_by_edition(catalogue, [row for row in rows if row["differ"]])
    return [
        each | {"edition": edition["edition"]} for edition in found for each in edition["checks"] if each["differs"]
    ]


def name_of(component, criterion):
    """The name of a component; the whole of an index is named in the heading above already."""
    return _("Chỉ số tổng hợp") if component == "overall" else pick(criterion, "name")


def checks_of(catalogue, edition):
    """The checks of an edition in words, provinces as links, by component."""
    base = province_base()
    links = {
        place.slug: f'<a href="{base}{place.slug}/">{escape(place.name)}</a>'
        for place in catalogue.places(edition).values()
    }
    about = {"series": edition.series.slug, "year": edition.year}
    for component, criterion in catalogue.criteria(edition).items():
        stored = [each for each in edition.checks if each["component"] == component]
        # The sentences are ours and hold nothing of others but the names, which are escaped above.
        for each, said in zip(stored, findings.checks(edition, component, links), strict=True):
            address = ranking_address(about | {"component": component})
            name = f'<a href="{address}">{escape(name_of(component, criterion))}</a>'
            text = mark_safe(f"{name}: {said['text']}")
            yield {"state": said["state"], "text": text, "differs": each["state"] == "differ"}
