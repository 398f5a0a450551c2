"""Whatever a year announces: loaded and published, it gives the same figures in CSV."""

import csv
import io

import pytest
from django.db import transaction
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from indicators import caching

from ..country import NORTH, SOUTH, publish
from .test_any_upload import quickly

pytestmark = pytest.mark.usefixtures("land")
HIGHEST = {"overall": 100, "institutions": 60, "procedures": 40}
PLACES = {(province, component) for province in (*NORTH, *SOUTH) for component in HIGHEST}


def scores(component):
    """A score as it may be printed: whole, or with one, two or four decimals."""
    digits = st.sampled_from([0, 1, 2, 4])
    highest = HIGHEST[component]
    return digits.flatmap(lambda places: st.decimals(0, highest, places=places).map(lambda each: f"{each:.{places}f}"))


@st.composite
def editions(draw):
    """{(province, component): (score, rank)} of at least one province; either may be missing, not both."""
    found = {}
    for component in HIGHEST:
        ranks = draw(st.permutations(range(1, 7)))
        for province, rank in zip((*NORTH, *SOUTH), ranks, strict=True):
            score, rank = draw(scores(component) | st.just("")), draw(st.sampled_from([str(rank), ""]))
            if score or rank:
                found[province, component] = (score, rank)
    return found or {("an-binh", "overall"): ("84.00", "1")}


def file(edition):
    rows = ["province,component,score,unit,rank,source"]
    for (province, component), (score, rank) in edition.items():
        unit = ("%" if component == "overall" else "points") if score else ""
        rows.append(f"{province},{component},{score},{unit},{rank},paper")
    return "\n".join(rows) + "\n"


def read(component):
    """{(province, component): (score, rank)} as the public downloads them."""
    answer = Client().get(f"/rankings/par-index/2024.csv?component={component}")
    rows = csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig")))
    return {(row["province"], component): (row["score"], row["rank"]) for row in rows}


@quickly(25)
@given(edition=editions())
def test_what_was_announced_is_what_is_downloaded(edition):
    with transaction.atomic():
        publish(file(edition))
        caching.forget()
        shown = {key: figures for component in HIGHEST for key, figures in read(component).items()}
        transaction.set_rollback(True)
    caching.forget()
    assert {key: shown.get(key, ("", "")) for key in PLACES} == {key: edition.get(key, ("", "")) for key in PLACES}
