"""What one source printed, on its page and in its files."""

from collections import Counter
from functools import cache
from math import ceil

import pytest

from tests.many import many

from .files import body, lines
from .printed import EDITIONS, LEDGERS, exact, reference, whole
from .writing import MISSING, written

pytestmark = pytest.mark.django_db

ORDER = {row["slug"]: row["order"] for row in reference("series.json", "indicators.series")}
NEWEST_FIRST = sorted(EDITIONS, key=lambda edition: (ORDER[edition.series], -edition.year))
SOURCES = sorted({row["source"] for edition in EDITIONS for row in edition.rows})
FEW = ["longan-par-index-2023", "vietnamplus-2023", "github-hnks-gh-ml-mcdm-2026-2026", "vietjo-2024"]
every_source = many("source", SOURCES, FEW)


def test_every_source_is_listed_with_the_number_of_its_figures(content):
    stated = [row["source"] for rows in LEDGERS.values() for row in rows]
    counts = Counter({source: len(rows) for source, rows in by_source().items()}) + Counter(stated)
    assert {row["source"]: row["cited"] for row in body(content("/sources.json"))["rows"]} == counts


@every_source
def test_the_file_of_a_source_gives_what_it_printed(content, source):
    found = body(content(f"/sources/{source}.json"))
    assert [{key: row[key] for key in CITED} for row in found["rows"]] == [cited(*each) for each in printed_in(source)]
    facts = [(row["fact"], row["score"]) for _edition, row in by_source()[source] if row["fact"]]
    assert [(each["fact"], each["printed"]) for each in found["aggregates"]] == facts


@pytest.mark.parametrize("source", ["longan-par-index-2023", "github-hnks-gh-ml-mcdm-2026-2026"])
def test_a_table_of_a_source_gives_what_its_page_gives(content, source):
    found = [(row["province"], row["printed"], row["rank"]) for row in lines(content(f"/sources/{source}.csv"))]
    assert found == [(row["province"], row["score"], row["rank"]) for _edition, row in printed_in(source)]


@every_source
def test_the_pages_of_a_source_write_what_it_printed(page, source):
    """Of a long source the first, the second and the last page."""
    expected = [(row["province"], cells(edition, row)) for edition, row in printed_in(source)]
    size = len(rows_of(page(f"/sources/{source}/"))) or 1
    last = max(ceil(len(expected) / size), 1)
    for number in {1, min(2, last), last}:
        shown = rows_of(page(f"/sources/{source}/?page={number}"))
        assert shown == expected[(number - 1) * size : number * size], number


@pytest.mark.parametrize(
    "paragraph", reference("sources.json", "indicators.paragraph"), ids=lambda row: str(row["number"])
)
def test_a_cited_paragraph_is_shown_by_its_first_words(page, paragraph):
    (source,), number = paragraph["source"], paragraph["number"]
    if source in SOURCES:
        assert f"đoạn {number} “{paragraph['opening']}…”" in page(f"/sources/{source}/").text


CITED = ("series", "year", "province", "component", "score", "printed", "unit", "rank", "region_rank", "paragraph")


@cache
def by_source():
    """{source: [(edition, line of its file)]}, the newest edition first."""
    found = {}
    for edition in NEWEST_FIRST:
        for row in edition.rows:
            found.setdefault(row["source"], []).append((edition, row))
    return found


def printed_in(source):
    """What a source printed of provinces."""
    return [(edition, row) for edition, row in by_source()[source] if row["province"]]


def rows_of(page):
    return [(row.province, row.figures) for row in page.all_rows if row.province]


def cited(edition, row):
    """A line of the edition's file, as the file of its source gives it."""
    numbers = {key: whole(row[key]) for key in ("rank", "region_rank", "paragraph")} | {"score": exact(row["score"])}
    words = {"printed": row["score"] or None, "unit": row["unit"] or None}
    place = {"series": edition.series, "year": edition.year, "province": row["province"], "component": row["component"]}
    return place | numbers | words


def cells(edition, row):
    """Score, rank and paragraph as the page of the source writes them."""
    is_share = row["unit"] == "%" and (edition.series, row["component"]) != ("par-index", "overall")
    score = written(row["score"]) + "%" * is_share if row["score"] else MISSING
    rank = f"{row['rank']}/{edition.terms['ranked']}" if row["rank"] else MISSING
    return [score, rank, row["paragraph"] or MISSING]
