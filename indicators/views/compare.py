from django.http import Http404
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from provinces.days import LAST_DAY_OF_63

from .. import citing, compare_charts, compare_tables, compare_words, reports, svg, tables
from ..filters import CompareChoice
from ..lives import titled
from ..templatetags.formats import pick
from .answer import answer, asks, downloads, published, trail
from .pictures import picture


@asks("province", "series", "component")
def compare(request, format=None, chart=None):
    """Up to five provinces side by side: over the years, in every component, and how far apart."""
    catalogue = published(request)
    choice = CompareChoice(request.GET, catalogue, timezone.localdate())
    if choice.series is None:
        raise Http404(_("Chưa có kỳ công bố nào."))
    report = reports.compare(catalogue, choice.places, choice.indices[choice.series], choice.component)
    if chart:
        return picture(
            request, catalogue, report, format, chart, [*over_years(catalogue, report), smalls(catalogue, report)]
        )
    return answer(request, report, format, "indicators/compare.html", lambda: page(request, catalogue, choice, report))


def page(request, catalogue, choice, report):
    """What the page asks, says and draws."""
    names = ", ".join(compare_words.called(report, place) for place in choice.places)
    return {
        "choice": choice,
        "asked": form(catalogue, choice),
        "title": names or _("So sánh"),
        "subject": compare_words.subject(report),
        "eras": compare_words.eras(report),
        "series_name": pick(report.series, "name"),
        "lead": compare_words.lead(report),
        "notices": notices(catalogue, choice, report),
        "chips": chips(choice, report),
        "drawings": [drawn(report, chart) for chart in over_years(catalogue, report) if chart],
        "parts": parts(catalogue, report),
        "table": table(report, _("Năm"), compare_tables.years_body(report), subject=compare_words.subject(report)),
        "no_common_year": compare_words.no_common_year(report),
        "differences": compare_tables.differences_body(report),
        "notes": [row for row in report.rows if row["note"] and row["component"] == report.component],
        "sources": citing.source_lines(report.sources),
        "citations": cited(report),
        "downloads": downloads(request),
        "trail": trail((_("So sánh"), reverse("compare")), (names, None)) if names else trail((_("So sánh"), None)),
    }


def cited(report):
    """The comparison, over the years of which anything is known; nothing where none is."""
    editions = list({row["edition"].pk: row["edition"] for row in report.rows}.values())
    about = {"province": [place.slug for place in report.places], "series": report.series.slug}
    query = urlencode(about | {"component": report.component}, doseq=True)
    return editions and citing.of_years(editions, ("compare", [], query), lambda: compared(report))


def compared(report):
    return f"{_('So sánh')}: {', '.join(place.name for place in report.places)}, {compare_words.subject(report)}"


def over_years(catalogue, report):
    return [compare_charts.lines(report, catalogue, what) for what in measures(report)]


def smalls(catalogue, report):
    return None if compare_tables.parts_year(report) is None else compare_charts.smalls(report, catalogue)


def measures(report):
    """What is drawn over the years; positions that the portal computes stand in the table alone."""
    return ("score",) if report.is_computed else ("score", "rank")


def form(catalogue, choice):
    """Five fields, each with the place chosen in it, and the places to choose from: the 63, then those they became."""
    chosen = [place.slug for place in choice.places]
    fields = [*chosen, *[""] * (reports.MOST - len(chosen))]
    today = timezone.localdate()
    merged = [place for place in catalogue.gazetteer.on(today) if place.first_day]
    groups = [
        {"label": _("Đến 30/6/2025"), "places": options(catalogue.gazetteer.on(LAST_DAY_OF_63))},
        {"label": _("Từ 01/7/2025"), "places": options(merged)},
    ]
    numbered = [{"number": number, "slug": slug} for number, slug in enumerate(fields, start=1)]
    return {"fields": numbered, "groups": [group for group in groups if group["places"]]}


def options(places):
    return [{"slug": place.slug, "title": titled(place)} for place in places]


def notices(catalogue, choice, report):
    """What could not be used, what lies between eras, of whom nothing is known."""
    said = [_('Bộ lọc "%(word)s" không dùng được nên đã bỏ qua.') % {"word": word} for word in choice.unusable]
    if choice.surplus:
        names = ", ".join(map(titled, choice.surplus))
        said.append(_("So sánh được nhiều nhất năm tỉnh, thành phố; đã bỏ qua: %(names)s.") % {"names": names})
    if len(choice.places) == 1:
        said.append(_("Chọn thêm tỉnh, thành phố để so sánh."))
    said += compare_words.between_eras(report, catalogue.gazetteer)
    return [*said, *filter(None, [compare_words.unknown(report)])]


def chips(choice, report):
    """The places compared, each with its look and a link to the same page without it."""
    address, heads = reverse("compare"), compare_tables.heads(report)
    others = [address + choice.without(place) for place in choice.places]
    return [head | {"without": other} for head, other in zip(heads, others, strict=True)]


def drawn(report, chart):
    """A chart with its drawing and the table of its figures."""
    context = {"chart": chart, "headings": [line["name"] for line in chart["series"]]}
    table = render_to_string("indicators/_trend_table.html", context | {"body": tables.trend_body(chart)})
    return {"chart": chart, "drawing": svg.draw(chart), "table": table}


def parts(catalogue, report):
    """The components in the newest year that has any: the table, and small drawings where two years have ranks."""
    year = compare_tables.parts_year(report)
    if year is None:
        return None
    chart = smalls(catalogue, report)
    heading = f"{report.series.short} {year}"
    return {
        "year": year,
        "chart": chart,
        "drawing": svg.draw(chart) if chart else "",
        "heading": heading,
        "table": table(report, _("Chỉ số thành phần"), compare_tables.parts_body(report), subject=heading),
    }


def table(report, first, body, subject):
    """A table with a column for each place; `first` heads the column of years or components."""
    context = {"first": first, "heads": compare_tables.heads(report), "body": body, "subject": subject}
    return render_to_string("indicators/_compare_table.html", context)
