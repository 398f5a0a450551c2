from django.http import Http404
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from .. import charts, citing, feeds, ledger_charts, lives, overviews, pictures, reports, sentences, svg, tables
from ..lives import titled
from ..permanent import figure_address
from ..relations import relations
from ..reports.compare import scales
from ..templatetags.formats import pick, printed, short
from .answer import answer, atom, downloads, published, trail
from .pictures import picture
from .statements import statements

PAR = "par-index"


def profile(request, slug, format=None, chart=None):
    """One province: every figure, where it comes from, what the province was or became."""
    catalogue = published(request)
    report = reports.profile(catalogue, place_of(catalogue, slug))
    if chart:
        return picture(request, catalogue, report, format, chart, charts_of(catalogue, report))
    return answer(request, report, format, "indicators/profile.html", lambda: page(request, catalogue, report))


def feed(request, slug):
    """What is new of one province, for a reader's own program."""
    catalogue = published(request)
    report = reports.profile(catalogue, place_of(catalogue, slug))
    return atom(feeds.of_province(catalogue, report, reports.corrections(catalogue, page="1")))


def place_of(catalogue, slug):
    if slug not in catalogue.gazetteer:
        raise Http404(_("Không có tỉnh, thành phố này."))
    return catalogue.gazetteer.place(slug, timezone.localdate())


def page(request, catalogue, report):
    """What the page says and draws of the report."""
    shown = [series for series in catalogue.series if report.of(series.slug)]
    par = catalogue.editions_of(PAR)
    return {
        "title": titled(report.place),
        "over": lives.over(report.place),
        "lead": lead(catalogue, report),
        "history": relations(catalogue, report, timezone.localdate()),
        "keys": [key(report, report.of(series.slug)[0], series) for series in shown],
        "citations": cited(report, shown),
        "about": pick(par[0].series, "about") if par and report.of(PAR) else "",
        "drawings": drawings(catalogue, report),
        "among": among(report, shown),
        "tables": [index_table(catalogue, report, series) for series in shown],
        "components": [component_table(report, series) for series in shown if report.components(series.slug)],
        **statements(report.ledger, report.documents),
        "sources": citing.source_lines(report.sources),
        "notes": [row for row in report.rows if row["note"]],
        "downloads": downloads(request),
        "trail": trail((_("Tỉnh, thành phố"), reverse("provinces")), (titled(report.place), None)),
    }


def cited(report, shown):
    """The figure that the page leads with, at the address where it stays; nothing where none is known."""
    row = report.headline or next((report.of(series.slug)[0] for series in shown), None)
    return row and citing.of_province(report.place, row)


def lead(catalogue, report):
    """One to three sentences: where the province stands, how that changed, how it stands in its region."""
    row = report.headline
    if row is None:
        papi = next(iter(report.of("papi")), None)
        if papi is None or papi["rank"] is None:
            return []
        return [sentences.position(papi["subject"], papi, sentences.series_name(papi["edition"].series), papi["year"])]
    name, before, series = row["subject"], year_before(report, row), sentences.series_name(row["edition"].series)
    if row["rank"] is None and row["score"] is None:
        return [sentences.only_in_region(name, row, series, pick(report.region, "name"), report.region_size)]
    caution = sentences.caution(catalogue, row["edition"])
    crossed = before and sentences.crossing(row, before, caution)
    said = [crossed] if crossed else [sentences.standing(name, row, series, row["year"])]
    if before and not crossed:
        said.append(sentences.change(row, before, caution))
    if row["region_rank"] and report.region_size:
        said.append(sentences.in_region(name, row, pick(report.region, "name"), report.region_size))
    said.append(overviews.bounded(row, [(peer["rank"], peer["score"]) for peer in report.peers[PAR]]))
    return list(filter(None, said))


def year_before(report, row):
    return next((other for other in report.of(row["series"]) if other["year"] == row["year"] - 1), None)


def key(report, row, series):
    """The newest figure of an index: the rank large where one is announced, else the score; the other beside it."""
    stays = figure_address(tables.province_base(), report.place.slug, row["edition"])
    return {"label": f"{series.short} {row['year']}", "stays": stays} | key_figure(row)


def key_figure(row):
    score = sentences.figure(row, number_shown(row)) if row["score"] is not None else _("chưa tìm thấy điểm")
    if row["rank"] is not None and not computed(row):
        moved = row["rank_change"] is not None and sentences.steps(row["rank_change"])
        note = "; ".join(filter(None, [*is_derived(row), score, moved]))
        return {"value": row["rank"], "of": row["of"], "marks": tables.marks_for(row, "rank"), "note": note}
    if row["score"] is None:
        return key_in_region(row)
    note, marks = "; ".join([*is_derived(row), place_word(row)]), tables.marks_for(row, "score")
    of = short(row["maximum"]) if computed(row) and row["maximum"] else None
    unit = sentences.score_unit(row)
    return {"value": printed(number_shown(row)), "of": of, "unit": unit, "marks": marks, "note": note}


def key_in_region(row):
    """The rank inside the region, where nothing else is known."""
    note = "; ".join(filter(None, [_("thứ hạng trong vùng"), "region_rank" in row["derived"] and _("suy ra")]))
    marks = tables.marks_for(row, "region_rank")
    return {"value": row["region_rank"], "of": row["region_of"], "marks": marks, "note": note}


def place_word(row):
    """The position that the portal computed, or the rank in the region, or that no rank was found."""
    if row["rank"]:
        return _("vị trí %(rank)s/%(of)s, Cổng tự tính") % row
    if row["region_rank"]:
        return sentences.rank_in_region(row)
    return _("chưa tìm thấy thứ hạng")


def is_derived(row):
    """The word that marks a derived figure, if this row has one."""
    return [_("suy ra")] if {"rank", "score"} & set(row["derived"]) and not computed(row) else []


def number_shown(row):
    """Compiled sums show two decimals on pages; printed scores show what was printed."""
    return f"{row['score']:.2f}" if computed(row) else row["printed"]


def computed(row):
    return row["edition"].method == "compiled"


def drawings(catalogue, report):
    """Score and rank of the PAR Index over the years."""
    found = [chart for chart in trends(catalogue, report) if chart]
    return {
        "trends": [drawn(chart, trend_table(report, chart)) for chart in found],
        "notes": scales(catalogue.editions_of(PAR), report.of(PAR)) if found else [],
    }


def among(report, shown):
    """Where the province stands among all and in its region: known ranks of the PAR Index, scores of each index."""
    found = [ranks(report), *(charts.strip(report, series.slug) for series in shown)]
    return [drawn(chart) for chart in found if chart]


def trends(catalogue, report):
    return [charts.trend(report, catalogue, PAR, what) for what in ("score", "rank")]


def ranks(report):
    """The known ranks of the newest PAR Index, with this province's; None where its own is not known."""
    if not (report.headline and report.headline["rank"]):
        return None
    known = [peer["rank"] for peer in report.peers[PAR] if peer["rank"]]
    return charts.ranks(report.headline["edition"], known, report.headline["rank"], report.headline["subject"])


def charts_of(catalogue, report):
    """Every chart of the page, each also a picture at its own address."""
    shown = [series.slug for series in catalogue.series if report.of(series.slug)]
    yield from trends(catalogue, report)
    yield ranks(report)
    yield from (charts.components(report, slug) for slug in shown if report.components(slug))
    yield from (charts.strip(report, slug) for slug in shown)
    yield from ledger_charts.of(report.ledger)
    keys = [key(report, report.of(slug)[0], report.of(slug)[0]["edition"].series) for slug in shown]
    sentence = next(iter(lead(catalogue, report)), _("Chưa tìm thấy điểm và thứ hạng của tỉnh, thành phố này."))
    yield pictures.card(titled(report.place), sentence, keys)


def drawn(chart, table=""):
    return {"chart": chart, "drawing": svg.draw(chart), "table": table}


def trend_table(report, chart):
    """The table under a chart over the years."""
    headings = [line["name"] for line in chart["series"]]
    context = {"chart": chart, "headings": headings, "body": tables.trend_body(chart)}
    return render_to_string("indicators/_trend_table.html", context)


def index_table(catalogue, report, series):
    """Score and rank of one index over the years."""
    rows = report.of(series.slug)
    means = {row["year"]: report.means.get((series.slug, row["year"])) for row in rows}
    return {
        "series": series,
        "name": pick(series, "name"),
        "about": "" if series.slug == PAR else pick(series, "about"),
        "is_computed": computed(rows[0]),
        "is_share": any(sentences.score_unit(row) == "%" for row in rows),
        "cautions": cautions(catalogue, rows),
        "has_means": any(means.values()),
        "body": tables.years_body(rows, means, _("Nguồn"), report.place.slug),
    }


def cautions(catalogue, rows):
    """What the starred changes of a table carry, each once, with its years."""
    years = {}
    for row in rows:
        text = sentences.caution(catalogue, row["edition"])
        if text and (row["change"] is not None or row["rank_change"] is not None):
            years.setdefault(text, []).append(str(row["year"]))
    return [{"years": ", ".join(sorted(found)), "text": text} for text, found in years.items()]


def component_table(report, series):
    """The components of the newest edition that has any: the table, and where ranks are announced the chart."""
    rows = report.components(series.slug)
    words = {"series": series, "year": rows[0]["year"], "is_computed": computed(rows[0])}
    body = tables.components_body(rows, _("Nguồn"), report.place.slug)
    table = render_to_string("indicators/_components_table.html", words | {"body": body})
    chart = charts.components(report, series.slug)
    return words | {"table": table, "chart": chart, "drawing": svg.draw(chart) if chart else ""}
