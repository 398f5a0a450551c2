"""Numbers in, numbers out."""

import doctest
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indicators import statistics
from indicators.statistics import (
    ENOUGH,
    bounds,
    change,
    equal_scores,
    gaps,
    median,
    out_of_order,
    parts_differ,
    positions,
    rank_change,
)
from provinces import spelling

SCORES = st.lists(st.decimals(0, 100, places=2), max_size=40)
quickly = settings(derandomize=True, max_examples=60, deadline=None)


@pytest.mark.parametrize("module", [statistics, spelling])
def test_the_examples_hold(module):
    found = doctest.testmod(module)
    assert found.attempted > 3
    assert found.failed == 0


def test_nobody_has_a_position_among_no_scores():
    assert positions([]) == []


def test_equal_scores_share_a_position_and_the_next_is_skipped():
    assert positions([3, 5, 5, 5, 1]) == [4, 1, 1, 1, 5]


def test_scores_are_compared_as_numbers_not_as_digits():
    assert positions([Decimal("90.1"), Decimal("90.10"), Decimal("90.09")]) == [1, 1, 3]


@quickly
@given(SCORES)
def test_a_position_is_one_more_than_how_many_scored_higher(scores):
    assert positions(scores) == [1 + sum(other > score for other in scores) for score in scores]


def test_a_median_needs_enough_known_scores():
    assert median([Decimal(1)] * (ENOUGH - 1) + [None] * 10) is None
    assert median([Decimal(1)] * ENOUGH + [None] * 10) == 1


def test_the_median_of_an_even_number_lies_between_the_two_in_the_middle():
    assert median([Decimal(score) for score in range(20)]) == Decimal("9.5")


@pytest.mark.parametrize("known", [(None, 1), (1, None), (None, None)])
@pytest.mark.parametrize("difference", [change, rank_change])
def test_there_is_no_change_where_a_year_is_unknown(difference, known):
    assert difference(*known) is None


def test_a_change_of_nothing_is_known():
    assert change(Decimal("82.00"), Decimal("82.0")) == 0
    assert rank_change(3, 3) == 0


def test_a_larger_rank_is_places_lost():
    assert rank_change(16, 9) == -7


def test_a_table_without_gaps_has_none():
    assert gaps([3, 1, 2], 3) == []


def test_a_table_of_nobody_is_one_gap():
    assert gaps([], 63) == [(1, 63)]


def test_the_places_that_a_tie_takes_are_no_gap():
    assert gaps([1, 2, 2, 2, 5], 6) == [(6, 6)]


@quickly
@given(SCORES.filter(bool))
def test_positions_of_all_leave_no_gap(scores):
    assert gaps(positions(scores), len(scores)) == []


@quickly
@given(st.sets(st.integers(1, 63)))
def test_gaps_and_known_ranks_together_are_all_places(ranks):
    unknown = [place for first, last in gaps(ranks, 63) for place in range(first, last + 1)]
    assert sorted([*unknown, *ranks]) == list(range(1, 64))


def test_equal_scores_one_after_the_other_are_in_order():
    assert out_of_order([(1, 90, "a"), (2, 90, "b")]) == []


def test_provinces_that_share_rank_and_score_are_no_contradiction():
    assert equal_scores([(4, 90, "a"), (4, 90, "b"), (6, 89, "c")]) == []


def test_equal_scores_are_named_in_the_order_of_ranks():
    assert equal_scores([(9, 80, "z"), (3, 80, "y"), (5, 80, "x")]) == [["y", "x", "z"]]


@pytest.mark.parametrize(("total", "differ"), [("10.02", False), ("10.03", True), ("9.98", False), ("9.97", True)])
def test_two_parts_may_miss_their_total_by_two_hundredths(total, differ):
    assert parts_differ(Decimal(total), [Decimal("4.00"), Decimal("6.00")]) is differ


@pytest.mark.parametrize(("rank", "known"), [(1, [(2, 80)]), (3, [(1, 90), (2, 80)]), (1, [])])
def test_a_score_with_an_open_side_has_no_bounds(rank, known):
    assert bounds(rank, known) is None
