"""Whatever bytes are uploaded: nothing is raised, and nothing changes unless every row is sound."""

import json

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from indicators import reports
from indicators.catalogue import Catalogue

from ..country import FILES, send
from .workbooks import workbook

pytestmark = pytest.mark.usefixtures("land")

HEADING = ["province", "fact", "component", "score", "unit", "max", "rank", "region_rank", "tie", "source", "paragraph"]
SOUND = workbook([HEADING, ["an-binh", None, "overall", 84, "%", None, 1, None, None, "paper", None]])
NASTY = ["", "1.000", "-0", "1e9", "999999999", "32768", "0,0001", "NaN", "٨", "=1+1", "\u2212 1", "a" * 300, "\u202e"]
WRONG = [word for word in NASTY if word not in ("", "0,0001")]
COLUMNS = {
    "province": ["an-binh", "Bảo Sơn", "Êa Lộc", "Nam Lâm"],
    "fact": ["", "", "", "mean"],
    "component": ["overall", "overall", "institutions", ""],
    "score": ["84.00", "84,1", "0", "60", ""],
    "unit": ["%", "%", "points", "people"],
    "max": ["", "", "60", "9.125"],
    "rank": ["", "1", "2", "6"],
    "region_rank": ["", "", "3"],
    "tie": ["", "yes"],
    "source": ["gazette", "paper"],
    "paragraph": ["", "2", "40000"],
}
ROWS = st.lists(
    st.tuples(
        *(
            st.one_of(st.sampled_from(words), st.sampled_from(words), st.sampled_from(NASTY))
            for words in COLUMNS.values()
        )
    ),
    min_size=1,
    max_size=3,
)
VALUES = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=8) | st.sampled_from(HEADING),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(HEADING) | st.text(max_size=3), inner),
    max_leaves=8,
)


def quickly(examples):
    """The same examples each time, few enough to run with every test."""
    unworried = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
    return settings(derandomize=True, deadline=None, max_examples=examples, suppress_health_check=unworried)


def taken(content, name):
    """What became of an upload, which is then forgotten. A refused one must only have asked the database."""
    connection.queries_log.clear()  # it keeps only so many queries, and every test that counts them needs room
    with transaction.atomic(), CaptureQueriesContext(connection) as asked:
        intake = send(content, year=2024, name=name)
        if intake.edition is None:
            assert [str(problem) for problem in intake.problems] != []
            assert {query["sql"].split()[0] for query in asked} <= {"SELECT"}
        else:
            intake.edition.publish()
            catalogue = Catalogue()
            assert len(reports.ranking(catalogue, catalogue.edition("par-index", 2024)).rows) == 6
        transaction.set_rollback(True)
    return intake


@pytest.mark.parametrize("name", ["table.csv", "table.xlsx", "table.json"])
@quickly(20)
@given(content=st.binary(max_size=200))
@example(content=b"PK\x03\x04")
@example(content=b"\xef\xbb\xbf")
@example(content=b"[{}]")
@example(content=b"\0")
def test_any_bytes_are_refused(name, content):
    assert taken(content, name).edition is None


@quickly(20)
@given(text=st.text(max_size=200))
def test_any_text_under_the_right_headings_is_refused(text):
    assert taken(f"{','.join(HEADING)}\n{text}\nXyz,,,,,,,,,,", "table.csv").edition is None


@quickly(40)
@given(value=VALUES)
def test_any_json_is_refused(value):
    assert taken(json.dumps(value).encode(), "table.json").edition is None


@quickly(40)
@given(rows=ROWS)
def test_any_cells_are_loaded_whole_or_refused_whole(rows):
    content = json.dumps([dict(zip(COLUMNS, row, strict=True)) for row in rows]).encode()
    taken(content, "table.json")


@quickly(40)
@given(place=st.integers(0, len(SOUND) - 1), byte=st.integers(0, 255))
def test_a_workbook_with_a_wrong_byte_is_loaded_whole_or_refused_whole(place, byte):
    taken(SOUND[:place] + bytes([byte]) + SOUND[place + 1 :], "table.xlsx")


@quickly(20)
@given(length=st.integers(0, len(SOUND) - 1))
def test_a_part_of_a_workbook_is_refused(length):
    assert taken(SOUND[:length], "table.xlsx").edition is None


@quickly(20)
@given(line=st.integers(1, 5), column=st.integers(0, 6), word=st.sampled_from(WRONG))
def test_one_wrong_cell_refuses_the_whole_file(line, column, word):
    lines = [row.split(",") for row in FILES["par-index", 2023].splitlines()]
    lines[line][column] = f'"{word}"'
    assert taken("\n".join(map(",".join, lines)), "table.csv").edition is None
