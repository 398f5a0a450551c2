"""The components of an edition beside each other: the other view of a ranking, at its address."""

from django.urls import reverse
from django.utils.translation import gettext as _

from .. import choices, citing, correcting, heat_tables, ranking_heads, reports, sentences
from .answer import answer, downloads, trail

GROUPS = ("q1", "q2", "q3", "q4", "q5", "nodata")


def heat(request, catalogue, edition, choice, format):
    """Which provinces are high and low in which component."""
    report = reports.heat(catalogue, edition, choice.shown, choice.asked_for("order", "rank"))
    return answer(request, report, format, "indicators/heat.html", lambda: page(request, catalogue, report, choice))


def page(request, catalogue, report, choice):
    edition, asked = report.edition, choice.asked
    address = reverse("ranking", args=[edition.series.slug, edition.year])
    ranking_of = {
        criterion.component.slug: address + ranking_heads.address(asked, view="", component=criterion.component.slug)
        for criterion in report.criteria
    }
    return {
        "edition": edition,
        "over": sentences.heading(edition),
        "current": address,
        "lead": [how_coloured()],
        "banner": correcting.banner(catalogue, reports.ranking(catalogue, edition)),
        "notes": sentences.unsaid(report.notes, []),
        "citations": citing.of_heat(report),
        "asked": asked,
        "choices": choices.of_ranking(catalogue, report, asked),
        "unusable": choice.unusable,
        "body": heat_tables.heat_body(report),
        "heads": heat_tables.heat_heads(report, ranking_of),
        "legend": list(zip(GROUPS, legend(), strict=True)),
        "sources": citing.source_lines(report.sources),
        "downloads": downloads(request),
        "trail": trail((_("Xếp hạng"), reverse("rankings")), (f"{edition.series.short} {edition.year}", None)),
    }


def how_coloured():
    return _(
        "Mỗi cột một thành phần, mỗi ô một điểm số. Màu chia các tỉnh, thành phố có điểm thành năm nhóm bằng nhau, "
        "riêng từng cột."
    )


def legend():
    """What each ground of a cell means."""
    return [
        _("nhóm thấp nhất"),
        *(_("nhóm %(number)s") % {"number": number} for number in (2, 3, 4)),
        _("nhóm cao nhất"),
        _("chưa tìm thấy"),
    ]
