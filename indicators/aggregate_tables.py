"""The bodies of tables of what announcements say of the country and the regions. All text is escaped here."""

from html import escape

from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from . import findings
from .permanent import absolute, aggregate_address, aggregate_key, report_row
from .tables import mark, tag
from .templatetags.formats import one_after_another


def of_edition(aggregates, edition, is_own=False):
    """Announced figures with their source marks, sources that print the same together, and where each stays.

    `is_own`: on the page where they stay, which has below each the address to copy.
    """
    parts, kept = [], set()
    for (name, figure), rows in together(aggregates, edition.series.slug).items():
        stays, key = aggregate_address(edition, rows[0]), aggregate_key(rows[0])
        marks = mark([each["mark"] for each in rows], escape(_("Nguồn")), stays)
        parts.append(f'<tr><th scope="row">{name}</th><td class="n">{figure}</td><td>{marks}</td></tr>')
        if is_own and key not in kept:
            parts.append(report_row(absolute(stays), key, 3))
        kept.add(key)
    return mark_safe("".join(parts))


def of_source(aggregates):
    """What one source printed of all editions, each with its own series; without marks."""
    rows = together(aggregates)
    return mark_safe(
        "".join(f'<tr><th scope="row">{name}</th><td class="n">{figure}</td></tr>' for name, figure in rows)
    )


def together(aggregates, series=None):
    """{(name, figure) as shown: the rows that say so}. `series`: slug, or None where each row names its own."""
    found = {}
    for each in aggregates:
        cells = each | {"series": series or each["series"]}
        notes = one_after_another([each["how"], each["note"]])
        said = [f'<span class="sub">{escape(text)}</span>' for text in (each.get("edition"), notes) if text]
        name = escape(findings.aggregate(cells)) + "".join(said)
        figure = escape(findings.aggregate_figure(cells)) + tag(each["how"])
        found.setdefault((name, figure), []).append(each)
    return found
