"""Drawings in table cells: short, cheap, silent beside their numbers."""

from decimal import Decimal
from timeit import timeit

import pytest
from defusedxml.ElementTree import fromstring

from indicators import svg

from .drawn import HOLED, STEADY, YEARS


def test_a_sparkline_leaves_gaps_and_ticks_unknown_years():
    line = fromstring(svg.sparkline([2021, 2022, 2023, 2024], [1, 2, None, Decimal("1.5")], 1, 2))
    paths = [path.get("d") for path in line]
    assert paths == ["M4 20L33 4M91 12h2", "M92 12h0", "M63 19v4"]


def test_a_sparkline_without_figures_has_only_ticks():
    assert [path.get("d") for path in fromstring(svg.sparkline([2023, 2024], [None, None], 0, 1))] == [
        "M4 19v4M92 19v4"
    ]


@pytest.mark.parametrize("values", [STEADY, HOLED, [50, None] * 7])
def test_a_sparkline_of_fourteen_years_is_short(values):
    assert len(svg.sparkline(YEARS, values, 35, 50)) <= 250


@pytest.mark.parametrize("cell", [lambda: svg.sparkline(YEARS, STEADY, 35, 50), lambda: svg.bar(87.42, 100)])
def test_a_cell_is_drawn_in_some_microseconds(cell):
    """30 on a quiet machine; the best of five rounds, with room for a busy one."""
    assert min(timeit(cell, number=200) for _ in range(5)) / 200 < 90e-6


def test_a_bar_fills_its_share_and_is_hatched_where_unknown():
    assert 'd="M0 0h48v8H0z"' in svg.bar(Decimal("50"), 100)
    assert "hatch" in svg.bar(None, 100)


def test_coverage_shows_what_is_known_and_can_be_named():
    drawing = fromstring(svg.coverage(21, 63, "Biết 21/63 <"))
    assert [drawing.get("aria-label"), drawing[-1].get("d")] == ["Biết 21/63 <", "M0 0h32v8H0z"]
    assert 'aria-hidden="true"' in svg.coverage(63, 63)
