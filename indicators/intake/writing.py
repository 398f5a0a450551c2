"""An edition -> its own file: the columns and digits it was loaded from, nothing escaped. It loads back the same."""

import csv
import io

from ..models import Aggregate, Citation, Series, Statement
from . import columns

TOLD = ("line", "digits", "score", "unit", "paragraph", "how_vi", "how_en", "note_vi", "note_en", "source__slug")
RESULT = (*TOLD, "rank", "region_rank", "is_tied", "maximum", "maximum_digits", "result__component__slug")


def written(edition):
    """The CSV file of an edition, as bytes."""
    is_ledger = edition.series.slug == Series.LEDGER
    found = statement_rows(edition) if is_ledger else [*result_rows(edition), *aggregate_rows(edition)]
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, columns.of(edition.series.slug)[0], lineterminator="\n")
    writer.writeheader()
    rows = sorted(found, key=lambda pair: pair[0])
    writer.writerows(cells for _line, cells in rows)
    return text.getvalue().encode()


def result_rows(edition):
    """(line, cells) of each citation."""
    citations = Citation.objects.filter(result__edition=edition).values(*RESULT, "result__province__slug")
    for each in citations:
        yield (
            each["line"],
            told(each)
            | {
                "province": each["result__province__slug"],
                "component": each["result__component__slug"],
                "max": digits(each["maximum"], each["maximum_digits"]),
                "rank": each["rank"],
                "region_rank": each["region_rank"],
                "tie": "yes" if each["is_tied"] else "",
            },
        )


def aggregate_rows(edition):
    """(line, cells) of each figure of the country or a region."""
    aggregates = Aggregate.objects.filter(edition=edition).values(*TOLD, "fact", "region__slug", "component__slug")
    for each in aggregates:
        yield (
            each["line"],
            told(each)
            | {
                "region": each["region__slug"],
                "fact": each["fact"],
                "component": each["component__slug"],
            },
        )


def statement_rows(edition):
    """(line, cells) of each statement of a ledger."""
    things = ("province", "district", "measure", "source")
    plain = [name for name in columns.LEDGER if name not in (*things, "value")]
    slugs = [f"{name}__slug" for name in things]
    for each in Statement.objects.filter(edition=edition).values("line", "value", "digits", *plain, *slugs):
        cells = {name: each[name] for name in plain} | {name: each[f"{name}__slug"] for name in things}
        yield each["line"], cells | {"value": digits(each["value"], each["digits"])}


def told(each):
    """The cells that every row has."""
    words = {name: each[name] for name in ("unit", "paragraph", "how_vi", "how_en", "note_vi", "note_en")}
    return words | {"score": digits(each["score"], each["digits"]), "source": each["source__slug"]}


def digits(value, count):
    """A figure with the decimals that were printed."""
    return "" if value is None else f"{value:.{count}f}"
