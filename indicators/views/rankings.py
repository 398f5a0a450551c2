from collections import Counter
from dataclasses import replace

from django.http import Http404
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from .. import (
    aggregate_tables,
    charts,
    choices,
    citing,
    correcting,
    feeds,
    findings,
    linked,
    map_charts,
    overviews,
    pictures,
    ranking_heads,
    reports,
    sentences,
    svg,
)
from ..filters import UNASKED, ranking_choice
from ..permanent import figure_address
from ..tables import RankingTable, marks_of, province_base
from ..templatetags.formats import pick
from ..top import top
from . import heat
from .answer import answer, asks, atom, downloads, published, trail
from .pictures import picture
from .revisions import edition_asked, gone, is_withdrawn

FEW = 5  # so many provinces asked for by name or region are told apart in a drawing


def editions(request, format=None):
    """Every edition that has been published."""
    catalogue = published(request)
    report = reports.editions(catalogue)

    def context():
        groups = [
            {"series": series, "rows": [row for row in report.rows if row["series"] == series.slug]}
            for series in catalogue.series
        ]
        return {"groups": groups, "downloads": downloads(request), "trail": trail((_("Xếp hạng"), None))}

    return answer(request, report, format, "indicators/rankings.html", context)


def feed(request):
    """The newest editions for a reader's own program."""
    catalogue = published(request)
    return atom(feeds.editions(catalogue, reports.editions(catalogue)))


def series(request, series, format=None):
    """The editions of one series; the newest in a sentence."""
    catalogue = published(request)
    if not catalogue.editions_of(series):
        raise Http404(_("Chưa có kỳ công bố này."))
    report = reports.editions(catalogue, series)
    newest = report.rows[0]["edition"]

    def context():
        lead = overviews.of_newest(reports.newest_of(catalogue, newest))
        way = trail((_("Xếp hạng"), reverse("rankings")), (newest.series.short, None))
        words = {"series": newest.series, "newest": newest, "announced": sentences.announced(newest), "lead": lead}
        return words | {"downloads": downloads(request), "trail": way}

    return answer(request, report, format, "indicators/series.html", context)


@asks("component", "region", "q", "order", "view", "revision")
def ranking(request, series, year, format=None, chart=None):
    """One component of one edition: who stands where."""
    catalogue = published(request)
    edition = edition_asked(request, catalogue, series, year)
    if is_withdrawn(edition):
        return gone(request, catalogue, edition, format)
    choice = ranking_choice(request.GET, catalogue, edition)
    order = choice.asked_for("order", "rank")
    if choice.asked_for("view", "") and not chart and reports.parts_known(catalogue, edition):
        return heat.heat(request, catalogue, edition, choice, format)
    report = reports.ranking(catalogue, edition, choice.asked_for("component", "overall"), choice.shown, order)

    if chart:
        found = [*charts_of(report, few_chosen(report)), card(report), top(report)]
        return picture(request, catalogue, report, format, chart, found)

    def context():
        return page(request, catalogue, report, choice, order)

    return answer(request, report, format, "indicators/ranking.html", context)


@asks("revision")
def aggregates(request, series, year, format):
    """What was announced of the country and the regions in one edition; its page is that of the ranking."""
    catalogue = published(request)
    edition = edition_asked(request, catalogue, series, year)
    if is_withdrawn(edition):
        return gone(request, catalogue, edition, format)
    return answer(request, reports.aggregates(catalogue, edition), format, None, dict)


def announced(catalogue, report):
    """What was announced of all provinces; its files, those of an earlier revision under its number."""
    edition = report.edition
    about = [edition.series.slug, edition.year]
    query = "" if catalogue.is_current(edition) else f"?revision={edition.revision}"
    files = {format: reverse("aggregates-file", args=[*about, format]) + query for format in ("xlsx", "csv", "json")}
    body = aggregate_tables.of_edition(report.aggregates, edition, is_own=True)
    return {"aggregates": body, "aggregate_files": files}


def page(request, catalogue, report, choice, order):
    """What the page says and draws beside the table: of the whole ranking once, of the question each time."""
    revision = request.GET.get("revision", "")
    key = (report.edition.pk, report.criterion.component.slug, revision, get_language())
    whole = catalogue.memory.get(("page", *key), lambda: of_the_whole(catalogue, report, revision))

    def question():
        return of_the_question(catalogue, report, whole, choice, order)

    asked = catalogue.memory.get(("unasked", *key), question) if choice is UNASKED else question()
    return whole | asked | {"downloads": downloads(request)}


def of_the_question(catalogue, report, whole, choice, order):
    """What depends on filters and order. `plain`, `pictured`: where what does not is kept."""
    table, chosen = RankingTable(report, order, whole["corrected"]), few_chosen(report)
    return {
        "drawings": drawn(report, chosen) if chosen else whole["drawings"],
        "pictured": None if chosen else whole["once"],
        "plain": {} if choice is UNASKED else None,
        "asked": choice.asked,
        "choices": choices.of_ranking(catalogue, report, choice.asked),
        "heads": ranking_heads.headings(table, choice.asked, order),
        "unusable": choice.unusable,
        "table": table,
        "body": whole["body"] if report.is_whole and order == "rank" else table.body,
        "unknown": unknown_by_region(report),
        "unknown_count": len(report.unknown),
    }


def few_chosen(report):
    """The few provinces that a reader asked for, told apart in the drawings; nothing where all or many are shown."""
    chosen = [row["province"] for row in report.rows]
    return chosen if not report.is_whole and len(chosen) <= FEW else []


def drawn(report, chosen=()):
    """Which ranks are known, and the scores by region."""
    return [{"chart": chart, "drawing": svg.draw(chart)} for chart in charts_of(report, chosen) if chart]


def charts_of(report, chosen=()):
    """Which ranks are known, the scores by region, and on the map."""
    ranked, scored = ([row for row in report.known if row[what] is not None] for what in ("rank", "score"))
    yield charts.ranks(report.edition, [row["rank"] for row in ranked], marks=charts.cited(ranked, "rank"))
    yield charts.regions(report, chosen)
    drawn_map = map_charts.shaded(report.edition, report.criterion, report.everywhere, chosen)
    marks = drawn_map and charts.cited(ranked if drawn_map["what"] == "rank" else scored, drawn_map["what"])
    yield drawn_map and drawn_map | {"marks": marks}


def card(report):
    """The ranking in few words: its first sentence, its first four places."""
    shown = top(report)
    rows = shown["rows"] if shown else []
    figures = [
        {"label": row["name"], "value": row["rank"], "of": row["of"], "note": beside(report, row)} for row in rows
    ]
    said = overviews.leader(report) or overviews.coverage(report) or sentences.announced(report.edition)
    return pictures.card(report.title, said, figures)


def beside(report, row):
    """The score, and whether the rank is a position that the portal computed."""
    score = row["shown"] and " ".join([row["shown"], sentences.score_unit(row)]).replace(" %", "%")
    return "; ".join(filter(None, [score, report.is_computed and _("Cổng tự tính")]))


def told_first(report, starred):
    """The whole ranking in sentences, and what is to be known of it; not again what is said of starred changes."""
    computed = [overviews.counted_by_us(report.coverage[0])] if report.is_computed else []
    return {
        "lead": list(filter(None, [overviews.leader(report), overviews.coverage(report)])),
        "notes": computed + sentences.unsaid(report.notes, [starred]),
        "ranks_known": overviews.ranks_known(report),
    }


def of_the_whole(catalogue, report, revision):
    """What filters and order do not change, made once for each stamp. `revision`: as the address names it, or ""."""
    edition, corrected = report.edition, correcting.marks(catalogue, report)
    table = RankingTable(replace(report, rows=report.everywhere), corrected=corrected)
    caution = sentences.caution(catalogue, edition)
    return {
        "once": {},
        "edition": edition,
        "banner": correcting.banner(catalogue, report),
        "citations": citing.of_ranking(report),
        "notice": correcting.notice(catalogue, report),
        "linked": catalogue.is_current(edition) and linked.dataset(edition),
        "corrected": corrected,
        "body": table.body,
        "caution": caution,
        **told_first(report, caution if table.star and table.has_changes else ""),
        "over": sentences.heading(edition),
        "current": reverse("ranking", args=[edition.series.slug, edition.year]),
        "component_name": pick(report.criterion, "name"),
        "checks": checks(catalogue, report),
        **pictured(report, revision),
        **announced(catalogue, report),
        "sources": citing.source_lines(report.sources),
        "trail": trail((_("Xếp hạng"), reverse("rankings")), (f"{edition.series.short} {edition.year}", None)),
    }


def checks(catalogue, report):
    names = {place.slug: place.name for place in catalogue.places(report.edition).values()}
    return findings.checks(report.edition, report.criterion.component.slug, names, report.everywhere)


def pictured(report, revision):
    """The drawings and the first ten; their addresses ask for the component and the revision, and for nothing else."""
    asked = ranking_heads.address({"component": report.criterion.component.slug, "revision": revision})[1:]
    shown = top(report)
    return {
        "drawings": [each | {"chart": each["chart"] | {"asked": asked}} for each in drawn(report)],
        "top": shown and shown | {"asked": asked},
    }


def unknown_by_region(report):
    """The provinces of which nothing national is known, by region; those without a region last."""
    sizes = Counter(row["region"] for row in report.everywhere)
    unknown = [
        row | {"marks": marks_of(row), "in_region": in_region(row, sizes), "stays": stays(report, row)}
        for row in report.unknown
    ]
    groups = [(region, [row for row in unknown if row["region"] == region]) for region in [*report.regions, None]]
    return [{"region": region or "", "rows": rows} for region, rows in groups if rows]


def stays(report, row):
    return figure_address(province_base(), row["province"], report.edition, report.criterion.component.slug)


def in_region(row, sizes):
    """The rank inside the region in words, where it is known; `sizes`: how many provinces each region has."""
    return row["region_rank"] and sentences.rank_in_region(row | {"region_of": sizes[row["region"]]})
