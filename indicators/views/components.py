from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _

from .. import citing, component_tables, map_charts, reports, sentences, svg
from ..templatetags.formats import pick
from .answer import answer, downloads, published, trail
from .pictures import picture


def components(request, format=None):
    """Every component of every index: its names, its maxima, how many editions know it."""
    catalogue = published(request)
    report = reports.components(catalogue)

    def context():
        groups = [{"series": series, "parts": parts(report, series)} for series in catalogue.series]
        return {"groups": groups, "downloads": downloads(request), "trail": trail((report.title, None))}

    return answer(request, report, format, "indicators/components.html", context)


def parts(report, series):
    """The components of a series, each with its spans, the newest first."""
    found = {}
    for row in report.rows:
        if row["series"] == series.slug:
            found.setdefault(row["component"], []).append(row)
    return [
        {
            "slug": slug,
            "name": rows[0]["name"],
            "earlier": earlier_names(rows),
            "maxima": reports.maxima([row["span"] for row in rows]),
            "editions": sum(row["editions"] for row in rows),
            "of": sum(row["of"] for row in rows),
        }
        for slug, rows in found.items()
    ]


def earlier_names(rows):
    """The names a component had before, each with its years."""
    found = {}
    for row in rows:
        if row["name"] != rows[0]["name"]:
            found.setdefault(row["name"], []).extend(row["span"].each_year)
    return [{"name": name, "years": reports.year_runs(years)} for name, years in found.items()]


def component(request, series, slug, format=None, chart=None):
    """One component: what it is, who stands where in the newest edition, its years."""
    catalogue = published(request)
    if not any(slug in catalogue.criteria(edition) for edition in catalogue.editions_of(series)):
        raise Http404(_("Chưa có chỉ số thành phần này."))
    report = reports.component(catalogue, series, slug)
    if chart:
        return picture(request, catalogue, report, format, chart, [shaded_map(report)])
    return answer(request, report, format, "indicators/component.html", lambda: page(request, catalogue, report))


def page(request, catalogue, report):
    series = report.criterion.component.series
    return {
        "series": series,
        "series_name": sentences.series_name(series),
        "newest": report.rows[0],
        "standing": standing(report),
        "years": component_tables.YearsTable(report),
        "sources": citing.source_lines(report.sources),
        "citations": cited(report),
        "downloads": downloads(request),
        "trail": trail((_("Chỉ số thành phần"), reverse("components")), (f"{series.short}: {report.title}", None)),
    }


def cited(report):
    """The component over the years of which anything is known; nothing where none is."""
    known, part = [row["edition"] for row in report.rows if row["known"]], report.criterion.component
    page = ("component", [part.series.slug, part.slug], "")
    return known and citing.of_years(known, page, lambda: named(report.criterion, part))


def named(criterion, part):
    """A component with its index; the name of the whole holds that of its index already."""
    name = pick(criterion, "name")
    return name if part.slug == "overall" else f"{name}, {part.series.short}"


def shaded_map(report):
    """The newest edition of which enough is known on the map; None where none is."""
    told = report.standing
    return told and map_charts.shaded(told.edition, told.criterion, told.everywhere)


def standing(report):
    """Who stands where, where the whole of it is, and which newer editions know too few; None where none is known."""
    if report.standing is None:
        return None
    edition = report.standing.edition
    shaded = shaded_map(report)
    newer = [str(other["year"]) for other in report.rows if other["year"] > edition.year]
    return {
        "report": report.standing,
        "map": shaded and {"chart": shaded, "drawing": svg.draw(shaded)},
        "name": pick(report.standing.criterion, "name"),
        "body": component_tables.standing_body(report),
        "address": component_tables.ranking_address(next(row for row in report.rows if row["edition"] is edition)),
        "newer": ", ".join(reversed(newer)),
    }
