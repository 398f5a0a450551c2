"""Every component of the pages in its states, for those who work on the look. Figures are the published ones."""

from django.http import QueryDict
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext as _

from .. import reports
from ..caching import current_stamp
from ..catalogue import catalogue as catalogue_of
from ..filters import CompareChoice, ranking_choice
from ..tables import RankingTable
from . import compare, heat, profile, province_edition, rankings, statements

OF_A_KIND = 2  # drawings shown of each kind
LONG_NAME, SEVERAL_SOURCES, ONLY_IN_REGION = "ba-ria-vung-tau", "quang-ninh", "hau-giang"
COMPARED = "province=long-an&province=ba-ria-vung-tau&province=quang-ninh&province=hai-phong&province=an-giang"


def design(request):
    """The design page; nothing on it is kept by a cache or found by a search."""
    catalogue = catalogue_of(current_stamp())
    response = render(request, "indicators/design.html", {"parts": parts(request, catalogue)})
    response["X-Robots-Tag"] = "noindex, nofollow"
    return response


def parts(request, catalogue):
    """[(name of a component, [(its state in words, or "", how it looks)])]; without figures only what needs none."""
    whole, partial = catalogue.edition("papi", 2024), catalogue.edition("par-index", 2024)
    found = [*words(), *waymarks()]
    if whole and partial:
        found += [
            ("keys", keys(catalogue, partial)),
            ("ranking", [*standings(request, catalogue, whole, partial)]),
            ("heat", [component_view(request, catalogue, whole)]),
            *drawn(request, catalogue, whole, partial),
        ]
    return found


def shown(template, context, request=None):
    return render_to_string(template, context, request)


def component(name, context, request=None):
    return shown(f"components/{name}.html", context, request)


def words():
    """What stands in words alone."""
    old = {"text": _("Bản cũ (lần %(n)s).") % {"n": 1}, "said": _("Mẫu chữ, không phải một bản cũ."), "link": _("Xem")}
    checks = [{"state": _("Khớp"), "text": _("Mẫu chữ.")}, {"state": _("Lệch"), "text": _("Mẫu chữ.")}]
    yield (
        "note",
        [
            (_("câu nhắc"), component("note", {"text": _("Chưa rõ cách tính có đổi so với năm trước không.")})),
            (_("bản nháp"), component("draft", {"draft_page": "#"})),
            (_("bản cũ"), shown("indicators/_banner.html", {"banner": old, "url": "#"})),
        ],
    )
    yield "checks", [(_("khớp và lệch"), component("checks", {"checks": checks}))]
    yield "cite", [(_("trích dẫn"), component("cite", {"citation": {"language": "vi", "text": _("Mẫu chữ.")}}))]


def waymarks():
    """What leads elsewhere."""
    files = dict.fromkeys(("xlsx", "csv", "json"), "#")
    shelf = [{"text": text, "url": url, "current": not url} for text, url in (("1", "#"), ("2", None), ("3", "#"))]
    way = [{"text": _("Tỉnh, thành phố"), "url": "#"}, {"text": "Bà Rịa - Vũng Tàu", "url": "#"}]
    yield "crumbs", [(_("tên dài"), component("crumbs", {"trail": [*way, {"text": "PAR Index 2024"}]}))]
    yield "downloads", [(_("mọi định dạng"), component("downloads", {"downloads": files}))]
    yield "pages", [(_("trang giữa"), component("pages", {"pages": shelf}))]
    yield "source_marks", [(_("một và nhiều"), component("source_marks", {"marks": [1, 2, 12]}))]


def keys(catalogue, edition):
    """Key figures: with a derived one, from several sources, known only within the region."""
    before = catalogue.edition("par-index", 2022) or edition
    asked = ((edition, "phu-yen"), (edition, LONG_NAME), (before, SEVERAL_SOURCES), (before, ONLY_IN_REGION))
    for each, slug in asked:
        report = reports.province_edition(catalogue, each, catalogue.gazetteer.place(slug, each.as_of))
        yield f"{report.place.name}, {each}", component("keys", {"keys": province_edition.keys(report)})


def standings(request, catalogue, whole, partial):
    """Rankings: many rows, ties and gaps, one row, a correction, none."""
    for edition, query, state in (
        (whole, "", _("mọi dòng, vị trí tự tính")),
        (partial, "", _("hạng bằng nhau, khoảng trống, suy ra")),
        (partial, "q=ba+ria", _("một dòng, tên dài")),
        (partial, "q=atlantis", _("không dòng nào")),
    ):
        report, choice = ranked(catalogue, edition, query)
        context = {"report": report} | rankings.page(request, catalogue, report, choice, "rank")
        yield state, shown("indicators/_ranking_table.html", context)
        if query.startswith("q=ba"):
            said = {"url": "#", "label": _("Đính chính"), "text": _("mẫu chữ, không phải một đính chính")}
            table = RankingTable(report, corrected={(row["province"], "overall"): said for row in report.rows})
            yield (
                _("đính chính"),
                shown("indicators/_ranking_table.html", context | {"table": table, "body": table.body}),
            )


def ranked(catalogue, edition, query):
    choice = ranking_choice(QueryDict(query), catalogue, edition)
    return reports.ranking(catalogue, edition, "overall", choice.shown, "rank"), choice


def component_view(request, catalogue, edition):
    """The components of one region's provinces beside each other."""
    choice = ranking_choice(QueryDict("region=central-highlands&view=components"), catalogue, edition)
    report = reports.heat(catalogue, edition, choice.shown, "rank")
    context = {"report": report} | heat.page(request, catalogue, report, choice)
    return _("một vùng, có ô trống"), shown("indicators/_heat_table.html", context)


def drawn(request, catalogue, whole, partial):
    """Every kind of drawing, found on the pages that have them."""
    kinds = {}
    for context in pages(request, catalogue, whole, partial):
        for each in drawings(context):
            kinds.setdefault(each["chart"]["kind"], []).append(each)
    for kind, found in kinds.items():
        how = "map" if kind == "map" else "chart"
        yield kind, [("", component(how, each, request)) for each in found[:OF_A_KIND]]


def pages(request, catalogue, whole, partial):
    """What the pages with drawings say and draw."""
    today = timezone.localdate()
    for slug in (LONG_NAME, "long-an"):
        yield profile.page(request, catalogue, reports.profile(catalogue, catalogue.gazetteer.place(slug, today)))
    if before := catalogue.edition("par-index", 2020):
        place = catalogue.gazetteer.place("quang-ninh", before.as_of)
        yield province_edition.page(request, catalogue, reports.province_edition(catalogue, before, place))
    for edition in (whole, partial):
        report, choice = ranked(catalogue, edition, "")
        yield rankings.page(request, catalogue, report, choice, "rank")
    choice = CompareChoice(QueryDict(COMPARED), catalogue, today)
    report = reports.compare(catalogue, choice.places, choice.indices[choice.series], choice.component)
    yield compare.page(request, catalogue, choice, report)
    yield statements.statements(reports.targets(catalogue, today))


def drawings(context):
    """Every drawing with its chart in what a page is made of, however deep."""
    if isinstance(context, dict):
        if context.get("chart") and "drawing" in context:
            yield context
        else:
            for each in context.values():
                yield from drawings(each)
    elif isinstance(context, list | tuple):
        for each in context:
            yield from drawings(each)
