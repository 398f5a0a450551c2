"""A comparison -> the bodies of its tables: a column a place, a row a year or a component."""

from html import escape

from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from . import svg
from .compare_charts import roles
from .compare_words import called, higher, upper
from .permanent import figure_address
from .sentences import rank_in_region
from .tables import mark, marks_for, missing, percent, province_base, quiet, ratio, shown_score, tag
from .templatetags.formats import pick, short


def heads(report):
    """The places as columns: dicts with `slug`, `title` and `key` (how the place looks in the charts)."""
    return [{"slug": place.slug, "title": called(report, place), "key": svg.key(role)} for role, place in roles(report)]


def years_body(report):
    """Score and rank of the component asked for, the newest year first."""
    rows = {year: [report.side(place).get(year) for place in report.places] for year in report.years()}
    return body((str(year), cells) for year, cells in rows.items())


def parts_year(report):
    """The newest year of which any component is known; None where none is."""
    return max((year for slug in report.parts for year in report.years(slug)), default=None)


def parts_body(report):
    """Score and rank of each component in the newest year of which any is known."""
    year, rows = parts_year(report), {}
    for slug in report.parts:
        cells = [report.side(place, slug).get(year) for place in report.places]
        if any(cells):
            rows[slug] = cells
    return body((pick(report.criteria[slug], "name"), cells) for slug, cells in rows.items())


def body(lines):
    """Rows of a table from (heading, row or None of each place)."""
    unknown, source = missing(_("chưa tìm thấy")), escape(_("Nguồn"))
    return mark_safe(
        "".join(
            f'<tr><th scope="row">{escape(heading)}</th>{"".join(cell(row, unknown, source) for row in cells)}</tr>'
            for heading, cells in lines
        )
    )


def cell(row, unknown, source):
    """The score over the rank over the marks of the sources that are shown."""
    if row is None:
        return f'<td class="n">{unknown}</td>'
    marks = {number for key in ("score", "rank", "region_rank") for number in marks_for(row, key)}
    stays = figure_address(province_base(), row["province"], row["edition"], row["component"])
    lines = [score(row, unknown), *filter(None, [rank(row)]), mark(sorted(marks), source, stays)]
    return f'<td class="n">{lines[0]}{"".join(under(line) for line in lines[1:])}</td>'


def under(text):
    return f' <span class="sub">{text}</span>'


def score(row, unknown):
    """A score with its sign or its quiet maximum."""
    if row["score"] is None:
        return unknown
    of = row["maximum"] if row["unit"] == "points" else None
    maximum = quiet(f"/{short(of)}") if of else ""
    return f"{shown_score(row)}{percent(row)}{maximum}{tag('score' in row['derived'])}"


def rank(row):
    """The rank as announced, or the position, or the rank inside the region alone; "" where none is known."""
    if row["rank"] is not None:
        return ratio(row) + tag("rank" in row["derived"] and row["edition"].method == "announced")
    return escape(rank_in_region(row)) if row["region_rank"] else ""


def differences_body(report):
    """How each further place stands to the first one in the newest year that all have, in words; "" without one."""
    unknown = missing(_("chưa tìm thấy"))
    parts = []
    for place, each in zip(report.places[1:], report.differences, strict=False):
        points = unknown if each.points is None else escape(higher(each)) + tag("score" in each.derived)
        steps = unknown if each.places is None else escape(upper(each)) + tag("rank" in each.derived)
        parts.append(f'<tr><th scope="row">{escape(called(report, place))}</th><td>{points}</td><td>{steps}</td></tr>')
    return mark_safe("".join(parts))
