"""The bodies of tables of citations: what sources printed, a row each. All text is escaped here."""

from html import escape

from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from .permanent import absolute, figure_address, report_row
from .tables import correction, in_region, mark, missing, percent, province_base, ratio, shown_score, tag, with_roles
from .templatetags.formats import one_after_another, printed, short


def citations_body(report, corrected):
    """Every citation of a province in an edition: what pages show of a component first, then what others print.

    `corrected`: as of a RankingTable.
    """
    parts, before, base = [], None, province_base()
    for row in report.rows:
        is_first = row["component"] != before
        before = row["component"]
        row = row | {"series": report.edition.series.slug, "edition": report.edition, "region_of": report.region_size}
        stays = figure_address(base, report.place.slug, report.edition, before)
        figures = shown_cells(report.figures[before] | row_of(row)) if is_first else printed_cells(row)
        maximum = f'<td class="n away">{most(row["maximum"]) if is_first else ""}</td>'
        name = escape(row["name"] if is_first else _("nguồn khác in"))
        style = ' class="me"' if is_first and before == "overall" else ""
        parts.append(f'<tr{style}><th scope="row">{name}</th>{maximum}{figures}<td>{where(row, stays)}</td></tr>')
        parts.append(correction(corrected.get((report.place.slug, before)) if is_first else None, 0, 5))
        notes = one_after_another([row["how"], row["note"]])
        parts.append(f'<tr class="gap"><td colspan="5">{escape(notes)}</td></tr>' if notes else "")
        parts.append(report_row(absolute(stays), before, 5) if is_first else "")
    return mark_safe(with_roles("".join(parts)))


def most(maximum):
    return missing(_("chưa tìm thấy")) if maximum is None else short(maximum)


def where(row, stays):
    """The source mark of a citation, its paragraph, and whether its figure is derived. `stays`: as of a mark."""
    if not row["mark"]:
        return missing(_("chưa tìm thấy"))
    paragraph = " " + escape(_("đoạn %(number)s") % {"number": row["paragraph"]}) if row["paragraph"] else ""
    return mark([row["mark"]], escape(_("Nguồn")), stays) + paragraph + tag(row["how"])


def row_of(row):
    """Of which series, edition and component a row is, and how many provinces its region has."""
    return {key: row[key] for key in ("series", "edition", "component", "region_of")}


def shown_cells(cells):
    """Score and rank as pages show them."""
    unknown = missing(_("chưa tìm thấy"))
    score = (
        unknown if cells["score"] is None else shown_score(cells) + percent(cells) + tag("score" in cells["derived"])
    )
    rank = unknown if cells["rank"] is None else ratio(cells)
    rank += tag("rank" in cells["derived"] and cells["edition"].method == "announced") + in_region(cells)
    return f'<td class="n">{score}</td><td class="n">{rank}</td>'


def printed_cells(row):
    """Score and rank as one more source printed them."""
    silent = missing(_("nguồn không in"))
    score = silent if row["score"] is None else f"{printed(row['printed'])}{percent(row)}"
    return f'<td class="n">{score}</td><td class="n">{printed_rank(row, silent)}</td>'


def printed_rank(row, silent):
    """A rank as one source printed it, of as many as were ranked; under it the rank inside the region."""
    rank = silent if row["rank"] is None else ratio(row | {"of": row["edition"].ranked})
    return rank + in_region(row)


def part_of(row):
    """The component of a citation; the whole of an index is named in the heading above already."""
    return _("Chỉ số tổng hợp") if row["component"] == "overall" else row["component_name"]


def cited_body(rows):
    """What one source printed of one edition: a row a citation."""
    base, none = province_base(), missing(_("nguồn không in"))
    parts = []
    for row in rows:
        score = none if row["score"] is None else f"{printed(row['printed'])}{percent(row)}"
        rank = printed_rank(row, none)
        notes = one_after_another([row["how"], row["note"]])
        note = f'<span class="sub">{escape(notes)}</span>' if notes else ""
        cells = f'<td>{escape(part_of(row))}{note}</td><td class="n">{score}</td><td class="n">{rank}</td>'
        link = f'<a href="{base}{row["province"]}/">{escape(row["name"])}</a>'
        paragraph = row["paragraph"] or none
        parts.append(f'<tr><th scope="row">{link}{tag(row["how"])}</th>{cells}<td class="n">{paragraph}</td></tr>')
    return mark_safe("".join(parts))
