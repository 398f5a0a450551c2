"""What printed figures say about each other is kept with their edition: shown, never mended."""

import pytest

from ..country import publish, send

HEADING = "province,component,score,unit,rank,source\n"


def checks(lines, check, **terms):
    """The checks of one kind in a file of these lines, by component."""
    taken = send(HEADING + lines, **terms)
    assert taken.problems == []
    return {each["component"]: each for each in taken.edition.checks if each["check"] == check}


def verdict(lines, check, **terms):
    """(state, count, rows) of the whole."""
    found = checks(lines, check, **terms).get("overall")
    return found and (found["state"], found["count"], found["rows"])


def test_a_warning_does_not_keep_an_edition_from_the_public(country):
    states = {(each["check"], each["component"]): each["state"] for each in country.edition().checks}
    assert states["equal-scores", "overall"] == states["sum", "overall"] == "differ"
    assert country.edition().status == "published"


def test_scores_that_fall_with_the_ranks_agree(land):
    lines = "an-binh,overall,84,%,1,paper\nbao-son,overall,82,%,2,paper\ncao-hai,overall,82,%,3,paper\n"
    assert verdict(lines, "order") == ("agree", 3, [])


def test_a_score_that_rises_though_its_rank_is_worse_is_named(land):
    lines = "an-binh,overall,84,%,1,paper\nbao-son,overall,82,%,2,paper\ncao-hai,overall,83,%,3,paper\n"
    assert verdict(lines, "order") == ("differ", 3, [["bao-son", "cao-hai"]])


def test_order_needs_two_provinces_with_score_and_rank(land):
    assert verdict("an-binh,overall,84,%,1,paper\nbao-son,overall,,,2,paper\n", "order") is None


def test_scores_in_two_units_are_not_put_in_one_order(land):
    lines = "an-binh,institutions,50,points,1,paper\nbao-son,institutions,49,points,2,paper\n"
    found = checks(lines + "cao-hai,institutions,80,%,3,paper\n", "order")
    assert (found["institutions"]["state"], found["institutions"]["count"]) == ("agree", 2)


def test_equal_scores_with_different_ranks_are_named(country):
    (found,) = [each for each in country.edition().checks if each["check"] == "equal-scores"]
    assert found["rows"] == [["cao-hai", "gia-thuy"]]


def test_an_announced_tie_of_equal_scores_is_no_warning(country):
    assert [each for each in country.edition(year=2023).checks if each["check"] == "equal-scores"] == []


def test_a_year_is_complete_when_every_rank_is_known(country):
    (found,) = [each for each in country.edition(year=2025).checks if each["check"] == "complete"]
    assert (found["state"], found["count"]) == ("agree", 3)


def test_a_year_with_ranks_unknown_cannot_be_called_complete(country):
    (found,) = [each for each in country.edition().checks if each["check"] == "complete"]
    assert (found["state"], found["count"]) == ("cannot", 5)


@pytest.mark.parametrize("check", ["complete", "order", "equal-scores"])
def test_an_index_without_ranks_is_not_checked_for_them(country, check):
    assert check not in {each["check"] for each in country.edition("papi").checks}


def test_parts_are_compared_with_the_whole(country):
    (found,) = [each for each in country.edition().checks if each["check"] == "sum"]
    assert (found["state"], found["count"], found["rows"]) == ("differ", 2, [["bao-son"]])


@pytest.mark.parametrize(("total", "state"), [("84.00", "agree"), ("84.02", "agree"), ("84.03", "differ")])
def test_parts_may_miss_the_whole_by_a_hundredth_each(land, total, state):
    lines = f"an-binh,overall,{total},%,1,paper\nan-binh,institutions,50,points,1,paper\n"
    assert verdict(lines + "an-binh,procedures,34.00,points,1,paper\n", "sum")[0] == state


@pytest.mark.parametrize(
    "part", ["", "an-binh,procedures,85.00,%,1,paper\n", "an-binh,procedures,,,1,paper\n"], ids=["no", "%", "rank"]
)
def test_parts_that_are_not_all_known_in_points_cannot_be_summed(land, part):
    lines = "an-binh,overall,84,%,1,paper\nan-binh,institutions,50,points,1,paper\n" + part
    assert verdict(lines, "sum") == ("cannot", 0, [])


def test_checks_read_the_figures_that_pages_show(land):
    lines = "an-binh,overall,84,%,1,gazette\nan-binh,overall,80,%,,paper\nbao-son,overall,82,%,2,gazette\n"
    assert verdict(lines, "order") == ("agree", 2, [])


def test_a_revision_is_checked_anew(country):
    edition = publish(HEADING + "an-binh,overall,84,%,1,paper\n")
    assert {each["state"] for each in edition.checks} == {"cannot"}
