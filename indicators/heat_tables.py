"""The body of the table of every province in every component. All text is escaped here."""

from html import escape

from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from .tables import missing, province_base, ratio
from .templatetags.formats import number, pick


def heat_body(heat):
    """A row a province: its rank in the whole, and each score with one decimal on the ground of its fifth."""
    base, unknown = province_base(), missing(_("chưa tìm thấy"))
    slugs = [criterion.component.slug for criterion in heat.criteria]
    parts = []
    for row in heat.rows:
        name = f'<th scope="row"><a href="{base}{row["province"]}/">{escape(row["name"])}</a></th>'
        rank = f'<td class="n">{unknown if row["rank"] is None else ratio(row)}</td>'
        parts.append(f"<tr>{name}{rank}{''.join(cell(row, slug) for slug in slugs)}</tr>")
    return mark_safe("".join(parts))


def cell(row, slug):
    if row[slug] is None:
        return f'<td class="q0">{missing(_("chưa tìm thấy"))}</td>'
    return f'<td class="q{row["fifths"][slug]}">{number(row[slug], min(1, -row[slug].as_tuple().exponent))}</td>'


def heat_heads(heat, ranking_of):
    """The headings of the components, each leading to its own ranking. `ranking_of`: {slug: address}."""
    parts = []
    for criterion in heat.criteria:
        slug = criterion.component.slug
        link = f'<a href="{escape(ranking_of[slug])}">{escape(pick(criterion, "name"))}</a>'
        known = escape(_("%(n)s tỉnh") % {"n": heat.known[slug]})
        parts.append(f'<th scope="col">{link} <span class="sub">{known}</span></th>')
    return mark_safe("".join(parts))
