"""A comparison -> chart descriptions: lines over the years, and small multiples of the components."""

from django.utils.translation import gettext as _

from .charts import breaks, cited, number_of
from .compare_words import called, higher, subject, upper
from .sentences import score_unit
from .svg import ROLES
from .tables import shown_score
from .templatetags.formats import component_word, pick

SPAN = 7  # years that a small drawing has room for


def roles(report):
    """[(role, place)]: by its role a place has one look on the whole page."""
    return list(zip(ROLES, report.places, strict=False))


def lines(report, catalogue, what):
    """The score or the rank of each place over the years; None with fewer than two known years."""
    unit = main_unit(report) if what == "score" else None
    sides = {place: drawn(report.side(place), what, unit) for place in report.places}
    known = {year for rows in sides.values() for year in rows}
    if len(known) < 2:
        return None
    years = list(range(min(known), max(known) + 1))
    some = [row for rows in sides.values() for row in rows.values()]
    chart = {
        "kind": "lines",
        "id": f"compare-{what}",
        "years": years,
        "reverse": what == "rank",
        "of": max(row["of"] for row in some) if what == "rank" else None,
        "series": [line(role, called(report, place), sides[place], years, what) for role, place in roles(report)],
        "breaks": breaks(catalogue, report.series.slug, years),
        "unit": score_unit(some[0]) if what == "score" else "",
        "unknown": _("chưa tìm thấy"),
        "marks": cited(some, what),
    }
    return chart | words(report, chart, what) | {"how": how(report, sides, what, unit)}


def drawn(rows, what, unit):
    """The rows that have the figure; scores in one unit only."""
    return {year: row for year, row in rows.items() if row[what] is not None and unit in (None, row["unit"])}


def main_unit(report):
    """The unit of most scores of the component asked for."""
    units = [row["unit"] for place in report.places for row in report.side(place).values() if row["unit"]]
    return max(sorted(set(units)), key=units.count, default=None)


def line(role, name, rows, years, what):
    return {
        "role": role,
        "name": name,
        "values": [number_of(rows[year][what]) if year in rows else None for year in years],
        "printed": [label(rows[year], what) if year in rows else None for year in years],
    }


def label(row, what):
    return f"{row['rank']}/{row['of']}" if what == "rank" else shown_score(row)


def words(report, chart, what):
    """Title, for two places with their difference, unit, and all figures for those who do not see the chart."""
    of = {"subject": subject(report), "first": chart["years"][0], "last": chart["years"][-1]}
    if what == "rank":
        title, caption = _("Thứ hạng %(subject)s, %(first)s–%(last)s") % of, _("Thứ hạng, hạng 1 ở trên")
    else:
        title = _("Điểm %(subject)s, %(first)s–%(last)s") % of
        caption = _("Đơn vị: %(unit)s") % {"unit": chart["unit"]}
    title = finding(report, title, what)
    return {"title": title, "caption": caption, "alt": figures(chart["series"], chart["years"])}


def finding(report, title, what):
    """How the second of two places differs from the first in the newest year that both have, after the plain label."""
    if len(report.differences) != 1:
        return title
    difference, said = report.differences[0], upper if what == "rank" else higher
    if (difference.places if what == "rank" else difference.points) is None:
        return title
    words = {"title": title, "year": difference.row["year"], "said": said(difference)}
    words["name"] = called(report, report.places[1])
    return _("%(title)s: năm %(year)s %(name)s %(said)s") % words


def figures(series, years):
    """Long An 2023: 8/63, 2024: 16/63; Hậu Giang ..."""
    known = [
        (each["name"], [f"{year}: {text}" for year, text in zip(years, each["printed"], strict=True) if text])
        for each in series
    ]
    return "; ".join(f"{name} {', '.join(texts)}" for name, texts in known if texts)


def how(report, sides, what, unit):
    """What must be known to read the lines: what is derived, left out, or not joined."""
    said = []
    derived = {place: sorted(year for year in rows if what in rows[year]["derived"]) for place, rows in sides.items()}
    texts = [f"{called(report, place)} {', '.join(map(str, years))}" for place, years in derived.items() if years]
    if texts and not report.is_computed:
        said.append(_("Suy ra từ số đã in: %(years)s.") % {"years": "; ".join(texts)})
    if what == "score" and any(row["unit"] not in (None, unit) for row in whole(report)):
        said.append(_("Số in theo đơn vị khác không vẽ chung; xem bảng."))
    return " ".join(said)


def whole(report):
    return [row for place in report.places for row in report.side(place).values()]


def smalls(report, catalogue):
    """Ranks or positions in each component over the newest years, on one axis; None with fewer than two known years."""
    known = ranked_years(report)
    if len(known) < 2:
        return None
    newest = catalogue.edition(report.series.slug, max(known))
    years = [year for year in catalogue.run(newest) if year >= min(known)][-SPAN:]
    items = small_items(report, years)
    shown = [row for row in ranked_rows(report) if row["year"] in years]
    return {
        "kind": "smalls",
        "id": "compare-parts",
        "title": smalls_title(report, years),
        "caption": _("Số 1 ở trên, mọi hình cùng một trục; số bên trên hình là năm %(year)s") % {"year": years[-1]},
        "years": years,
        "reverse": True,
        "of": max(row["of"] for row in shown),
        "series": [],
        "breaks": breaks(catalogue, report.series.slug, years),
        "unknown": _("chưa tìm thấy"),
        "unit": "",
        "items": items,
        "alt": "; ".join(f"{item['title']}: {item['alt']}" for item in items),
        "marks": cited(shown, "score" if report.is_computed else "rank"),
    }


def small_items(report, years):
    """The lines of each component of which anything is known."""
    found = {slug: part_lines(report, slug, years) for slug in report.parts}
    known = {slug: series for slug, series in found.items() if any(any(each["printed"]) for each in series)}
    return [small(report, slug, series, years) for slug, series in known.items()]


def smalls_title(report, years):
    words = {"series": report.series.short, "component": component_word(report.series.slug).lower()}
    words |= {"first": years[0], "last": years[-1]}
    if report.is_computed:
        return _("Vị trí %(series)s theo %(component)s, %(first)s–%(last)s") % words
    return _("Thứ hạng %(series)s theo %(component)s, %(first)s–%(last)s") % words


def ranked_rows(report):
    """The rows of the components that have a rank or a position."""
    sides = [report.side(place, slug) for slug in report.parts for place in report.places]
    return [row for rows in sides for row in rows.values() if row["rank"] is not None]


def ranked_years(report):
    return {row["year"] for row in ranked_rows(report)}


def part_lines(report, slug, years):
    sides = {place: drawn(report.side(place, slug), "rank", None) for place in report.places}
    return [line(role, called(report, place), sides[place], years, "rank") for role, place in roles(report)]


def small(report, slug, series, years):
    name = pick(report.criteria[slug], "name")
    return {"id": f"compare-{slug}", "title": name, "alt": figures(series, years), "series": series}
