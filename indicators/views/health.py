from .. import health_tables, reports
from .answer import answer, downloads, published, trail


def health(request, format=None):
    """What is known of each edition, and whether its printed figures agree."""
    catalogue = published(request)
    report = reports.health(catalogue)

    def context():
        return {
            "counts": {state: report.count(state) for state in ("agree", "differ", "cannot")},
            "differing": health_tables.differing(catalogue, report.editions),
            "groups": [group(catalogue, report, series) for series in catalogue.series],
            "downloads": downloads(request),
            "trail": trail((report.title, None)),
        }

    return answer(request, report, format, "indicators/health.html", context)


def group(catalogue, report, series):
    """One series: how much of it is known in all its years, its editions and their checks."""
    rows = report.of(series.slug)
    known, of = sum(row["known"] for row in rows), sum(row["of"] for row in rows)
    return {
        "series": series,
        "known": known,
        "of": of,
        "picture": health_tables.picture(known, of),
        "body": health_tables.editions_body(rows),
        "checks": health_tables.checks_by_edition(catalogue, rows),
    }
