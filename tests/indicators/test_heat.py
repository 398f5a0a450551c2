"""Every component of an edition beside each other: fifths of what is known, one unit a column, nothing of few."""

import csv
import io
from decimal import Decimal

import pytest

from indicators import ranking_heads, statistics
from indicators.catalogue import Catalogue
from indicators.reports import heat, parts_known

from ..country import publish

PARTS = """\
province,component,score,unit,rank,source
an-binh,overall,84.00,%,1,gazette
an-binh,institutions,50.00,points,,gazette
bao-son,institutions,49.5,points,,paper
cao-hai,institutions,75.00,%,,paper
an-binh,procedures,30.00,points,,gazette
"""


@pytest.fixture
def few_are_enough(monkeypatch):
    """A country of six counts as known by two."""
    monkeypatch.setattr(statistics, "ENOUGH", 2)


def asked():
    catalogue = Catalogue()
    return catalogue, catalogue.edition("par-index", 2024)


def test_fifths_are_of_the_known_and_equal_scores_share_one():
    scores = [Decimal(number) for number in range(1, 26)]
    assert statistics.fifths([*scores, None]) == [fifth for fifth in range(1, 6) for _ in range(5)] + [None]
    assert statistics.fifths([Decimal(7)] * 20) == [1] * 20
    assert statistics.fifths(scores[:19]) == [None] * 19


def test_components_known_of_few_are_not_coloured(country):
    assert parts_known(*asked()) == []


def test_each_column_has_one_unit_and_its_printed_digits(land, few_are_enough):
    publish(PARTS)
    report = heat(*asked())
    found = {row["province"]: (row["institutions"], row["fifths"]["institutions"]) for row in report.rows}
    assert found["an-binh"] == (Decimal("50.00"), 3)
    assert (found["bao-son"], str(found["bao-son"][0])) == ((Decimal("49.5"), 1), "49.5")
    assert found["cao-hai"] == found["gia-thuy"] == (None, None)


def test_a_row_tells_each_place_of_a_source_once_what_is_derived_and_what_is_said(client, land, few_are_enough):
    said = "note_vi,how_vi,how_en,note_en,paragraph"
    lines = [f"{PARTS.splitlines()[0]},{said}", *(f"{line},,,,," for line in PARTS.splitlines()[1:])]
    lines[2] = "an-binh,institutions,50.00,points,,gazette,Đã làm tròn,Cộng lại,Added up,Rounded,4"
    lines.append("bao-son,procedures,20.00,points,,paper,,,,,7")
    publish("\n".join([*lines, ""]))
    address = "/rankings/par-index/2024.csv?view=components"
    rows = {
        row["province"]: row for row in csv.DictReader(io.StringIO(client.get(address).content.decode("utf-8-sig")))
    }
    keys = ("derived", "source", "paragraph", "other_sources", "note")
    note = "Cải cách thể chế: Cộng lại. Cải cách thể chế: Đã làm tròn"
    assert [rows["an-binh"][key] for key in keys] == ["institutions", "gazette", "4", "gazette", note]
    assert [rows["bao-son"][key] for key in keys] == ["", "paper", "", "paper#7", ""]
    assert [rows["gia-thuy"][key] for key in keys] == ["", "", "", "", ""]


def test_a_component_of_one_province_has_no_column(land, few_are_enough):
    publish(PARTS)
    report = heat(*asked())
    assert [column.key for column in report.columns][5:] == ["institutions", "derived", "citations", "note"]
    assert report.known == {"institutions": 2}


def test_rows_are_chosen_and_ordered_without_a_change_in_what_is_counted(land, few_are_enough):
    publish(PARTS)
    catalogue, edition = asked()
    whole = heat(catalogue, edition)
    some = heat(catalogue, edition, shown={row["pk"] for row in whole.rows[:2]}, order="-name")
    assert [row["province"] for row in some.rows] == ["bao-son", "an-binh"]
    assert [row["fifths"] for row in some.rows] == [row["fifths"] for row in reversed(whole.rows[:2])]


def test_a_heading_sorts_and_sorts_back():
    said = ranking_heads.heading("score", "Điểm", {"region": "north", "order": "score"}, "score", "n")
    assert 'aria-sort="descending"' in said
    assert 'href="?region=north&amp;order=-score#table"' in said
    other = ranking_heads.heading("rank", "Hạng", {"region": "north", "order": "score"}, "score", "n")
    assert "aria-sort" not in other
    assert 'href="?region=north#table"' in other


def test_a_chip_leads_to_the_same_without_it():
    names = {"region": {"north": "Vùng: Miền Bắc"}, "q": {}, "order": {"rank": "Hạng"}}
    found = ranking_heads.chips({"region": "north", "q": "an", "order": "rank", "revision": "1"}, names)
    assert found == [
        {"text": "Vùng: Miền Bắc", "url": "?q=an&revision=1"},
        {"text": "an", "url": "?region=north&revision=1"},
    ]
