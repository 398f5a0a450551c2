from django.utils import timezone
from django.utils.translation import gettext as _

from .. import choices, citing, ledger_charts, reports
from ..filters import LedgerFilter
from .answer import answer, asks, downloads, published, trail
from .pictures import picture
from .statements import cited, statements


@asks("province", "area", "year", "kind", "source")
def targets(request, format=None, chart=None):
    """What places set themselves, report and promise."""
    catalogue = published(request)
    choice = LedgerFilter(request.GET, catalogue.gazetteer)
    report = reports.targets(catalogue, timezone.localdate(), choice.shown)
    if chart:
        return picture(request, catalogue, report, format, chart, ledger_charts.of(report))

    return answer(request, report, format, "indicators/targets.html", lambda: page(request, catalogue, report, choice))


def page(request, catalogue, report, choice):
    return statements(report, is_own=True) | {
        "choices": choices.of_ledger(report, choice.form.cleaned_data),
        "unusable": choice.unusable,
        "only": choice.form.cleaned_data.get("source"),
        "counts": {kind: sum(row["kind"] == kind for row in report.everything) for kind in reports.KINDS},
        "sources": citing.source_lines(report.sources),
        "citations": cited(catalogue, report.rows, said, "targets", [], request.GET.urlencode()),
        "downloads": downloads(request),
        "trail": trail((_("Chỉ tiêu và kết quả"), None)),
    }


def said():
    return _("Chỉ tiêu và kết quả thực hiện")
