"""What a revision changes, told before it is published and after."""

from decimal import Decimal

import pytest

from indicators import reports
from provinces.models import Province

from ..country import FILES, REASON, send

pytestmark = pytest.mark.django_db


@pytest.fixture
def revised(country):
    """`revised(old, new, ...)`: what changes when a file of the country is loaded again with other words in it."""

    def revised(*words, series="par-index", year=2024):
        content = FILES[series, year]
        for old, new in words:
            assert old in content
            content = content.replace(old, new)
        taken = send(content, series, year, **REASON)
        assert taken.problems == []
        return reports.changes(taken.edition, country.edition(series, year))

    return revised


def names(changes):
    slugs = dict(Province.objects.values_list("pk", "slug"))
    return [(slugs[each.key[1]], each.key[2]) for each in changes]


def test_the_same_file_changes_nothing(revised):
    changes = revised()
    assert changes.is_empty
    assert changes.unchanged == 16


def test_a_first_revision_is_all_new(country):
    changes = reports.changes(country.edition(), None)
    assert (len(changes.new), changes.changed, changes.removed, changes.unchanged) == (16, [], [], 0)


def test_a_score_that_differs_is_told_old_and_new(revised):
    changes = revised(("84.00,%,,1,1", "85.0,%,,1,1"))
    assert names(changes.changed) == [("an-binh", "overall")]
    (change,) = changes.changed
    assert (change.old["score"], change.old["digits"]) == (Decimal(84), 2)
    assert (change.new["score"], change.new["digits"]) == (Decimal(85), 1)
    assert (changes.new, changes.removed, changes.unchanged) == ([], [], 15)


def test_other_digits_of_the_same_number_are_a_change(revised):
    assert names(revised(("84.00,%", "84.0,%")).changed) == [("an-binh", "overall")]


def test_a_rank_that_differs_is_a_change(revised):
    assert names(revised(("dong-ha,,,overall,,,,4", "dong-ha,,,overall,,,,6")).changed) == [("dong-ha", "overall")]


def test_a_figure_that_is_gone_is_removed(revised):
    changes = revised(("ea-loc,,,overall,,,,,2,,,paper,,,\n", ""))
    assert names(changes.removed) == [("ea-loc", "overall")]
    assert not changes.is_completion


def test_a_figure_that_comes_completes(revised):
    changes = revised((",,mean,,81.25", "gia-thuy,,,procedures,30.00,points,40,,,,,paper,,,\n,,mean,,81.25"))
    assert names(changes.new) == [("gia-thuy", "procedures")]
    assert changes.is_completion


def test_another_source_or_note_leaves_the_figure(revised):
    changes = revised(("In nhầm,Misprint", "In sai,Misprint"))
    assert names(changes.reworded) == [("bao-son", "overall")]
    assert (changes.changed, changes.unchanged) == ([], 15)


def test_an_announced_figure_of_the_country_is_compared_too(revised):
    (change,) = revised((",,mean,,81.25", ",,mean,,81.26")).changed
    assert change.key == ("aggregate", "mean", None, None)
    assert (change.old["score"], change.new["score"]) == (Decimal("81.25"), Decimal("81.26"))


def test_positions_that_move_without_their_score_are_told(revised):
    changes = revised(("42.0000", "40.5000"), series="papi", year=2023)
    assert names(changes.changed) == [("an-binh", "overall")]
    assert names(changes.moved) == [("bao-son", "overall")]
    assert [(each.old, each.new) for each in changes.moved] == [({"rank": 2}, {"rank": 1})]


def test_ranks_that_are_announced_move_only_by_being_announced(revised):
    assert revised(("84.00,%,,1,1", "85.00,%,,1,1")).moved == []
