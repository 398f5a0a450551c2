"""What pages say and draw of statements: their tables by kind, the paths of targets, documents."""

from .. import citing, ledger_charts, ledger_tables, ledger_words, svg
from ..models import Series
from ..permanent import statement_address


def statements(ledger, documents=(), is_own=False):
    """The parts of a page that come of a ledger; each is empty where there is nothing to say."""
    return {
        "kinds": ledger_tables.kinds(ledger, is_own),
        "paths": [drawn(paths) for paths in ledger_charts.together(ledger.paths)],
        "documents": ledger_tables.documents_body(documents),
    }


def cited(catalogue, rows, said, *page):
    """The citation of rows of the ledger at an address, `said` in each language; nothing without a row."""
    years = {row["ledger"] for row in rows}
    ledgers = [each for each in catalogue.every_edition if each.series.slug == Series.LEDGER and each.year in years]
    return ledgers and citing.of_years(ledgers, page, said)


def drawn(paths):
    """The paths of one measure of one place: a chart each, one table of their steps, a sentence each."""
    charts = [ledger_charts.chart(path) for path in paths]
    return {
        "key": charts[0]["id"],
        "name": paths[0].base["text"],
        "place": ledger_words.place(paths[0].base),
        "charts": [{"chart": chart, "drawing": svg.draw(chart)} for chart in charts],
        "headings": [ledger_words.level(path.base) or path.base["text"] for path in paths],
        "body": ledger_tables.path_body(paths),
        "sentences": [said(path) for path in paths],
        "marks": sorted({path.base["mark"] for path in paths}),
    }


def said(path):
    return {
        "name": ledger_words.level(path.base),
        "text": ledger_words.path(path),
        "stays": statement_address(path.base),
    }
