"""A target meets an outcome only for the same measure, place, level and years; and a path is made of stated steps."""

from datetime import date
from decimal import Decimal

import pytest
from django.utils import translation

from indicators import ledger_words, reports
from indicators.catalogue import Catalogue
from indicators.reports.meeting import meeting

TODAY = date(2026, 1, 1)
ABOUT = {"province": "a", "district": None, "measure": "m", "level": None, "year_from": 2023, "year_to": 2023}
TARGET = ABOUT | {"kind": "target", "unit": "%", "body": None, "comparator": ">=", "value": Decimal(60)}
OUTCOME = ABOUT | {"kind": "outcome", "unit": "%", "body": None, "qualifier": None, "value": Decimal("64.5")}


@pytest.mark.parametrize(
    ("comparator", "value", "qualifier", "state"),
    [
        (">=", 60, None, "met"),
        (">=", 59, None, "not-met"),
        ("=", 60, None, "met"),
        ("=", 59, None, "not-met"),
        ("<=", 60, None, "met"),
        ("<=", 61, None, "not-met"),
        (">=", 60, "over", "met"),
        (">=", 59, "over", "cannot-tell"),
        ("<=", 60, "over", "not-met"),
        (">=", 60, "nearly", "not-met"),
        (">=", 61, "nearly", "cannot-tell"),
        ("<=", 60, "nearly", "met"),
        (">=", 70, "about", "cannot-tell"),
        (">=", 100, "all", "met"),
    ],
)
def test_a_target_is_judged_by_its_outcome(comparator, value, qualifier, state):
    outcome = OUTCOME | {"value": Decimal(value), "qualifier": qualifier}
    assert meeting(TARGET | {"comparator": comparator}, [outcome], TODAY) == (state, outcome)


@pytest.mark.parametrize(
    "other",
    [
        {"province": "b"},
        {"district": "d"},
        {"measure": "n"},
        {"level": "district"},
        {"year_from": 2022, "year_to": 2022},
        {"unit": "tasks"},
        {"kind": "target"},
    ],
)
def test_an_outcome_of_anything_else_is_no_result(other):
    assert meeting(TARGET, [OUTCOME | other], TODAY) == ("no-result", None)


def test_a_target_of_a_year_that_is_not_over_is_not_yet_due():
    assert meeting(TARGET, [], date(2023, 12, 31)) == ("not-due", None)


def test_outcomes_of_several_bodies_leave_it_open_unless_one_is_named():
    rows = [OUTCOME | {"body": "A"}, OUTCOME | {"body": "B", "value": Decimal(50)}]
    assert meeting(TARGET, rows, TODAY) == ("cannot-tell", None)
    assert meeting(TARGET | {"body": "B"}, rows, TODAY) == ("not-met", rows[1])


def shown(**filters):
    return reports.targets(Catalogue(), TODAY, **filters)


def test_a_judgement_is_said_in_both_languages(ledger):
    (row,) = [row for row in shown().rows if row["state"] == "met"]
    assert ledger_words.judgement(row) == (
        "Chỉ tiêu năm 2023 của An Bình, hồ sơ nộp trực tuyến: tối thiểu 60%. Kết quả địa phương báo cáo: 64,5%. "
        "Đạt, cao hơn chỉ tiêu 4,5 điểm phần trăm."
    )
    with translation.override("en"):
        assert ledger_words.verdict(row) == "Met, 4.5 percentage points above the target"


def test_a_filter_does_not_change_a_judgement(ledger):
    targets = {row["pk"] for row in shown().of("target")}
    assert [row["state"] for row in shown(shown=targets).rows] == ["met", "no-result", "no-result", "no-result"]


def test_a_path_rises_by_its_step_from_what_is_stated(ledger):
    (path,) = shown().paths
    steps = [(step["year"], step["value"], step["is_stated"]) for step in path.steps]
    assert steps == [(2023, 20, True), (2024, 50, False), (2025, 80, False)]
    assert ledger_words.path(path) == (
        "Tối thiểu 20% năm 2023 (nguồn ghi); mỗi năm tăng tối thiểu 30 điểm phần trăm, suy ra tối thiểu 50%, 80% các "
        "năm 2024–2025."
    )


@pytest.mark.parametrize(
    ("language", "figures"),
    [
        ("vi", ["64,5%", "trên 1,2 triệu hồ sơ", "gần 300 hồ sơ"]),
        ("en", ["64.5%", "more than 1.2 million applications", "nearly 300 applications"]),
    ],
)
def test_figures_keep_their_qualifiers_and_their_scale(ledger, language, figures):
    with translation.override(language):
        found = {ledger_words.figure(row) for row in shown().of("outcome")}
    assert found >= set(figures)
