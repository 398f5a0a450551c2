"""How figures, dates and names are written, in both languages."""

from datetime import date
from decimal import Decimal
from types import SimpleNamespace

import pytest
from django.utils.html import strip_tags
from django.utils.translation import override

from indicators.templatetags import formats


def both(write, *arguments):
    """What a page says in Vietnamese and in English."""
    said = []
    for language in ("vi", "en"):
        with override(language):
            said.append(str(write(*arguments)))
    return said


@pytest.mark.parametrize(
    ("value", "digits", "vi", "en"),
    [
        (Decimal("87.42"), None, "87,42", "87.42"),
        (Decimal("90.1"), None, "90,1", "90.1"),
        (Decimal("90.1000"), 2, "90,10", "90.10"),
        (987406, None, "987.406", "987,406"),
        (Decimal("1234567.5"), None, "1.234.567,5", "1,234,567.5"),
        (0, None, "0", "0"),
        (Decimal("-1.60"), None, "\u22121,60", "\u22121.60"),
        (-1234, None, "\u22121.234", "\u22121,234"),
        (Decimal("-0.001"), 2, "0,00", "0.00"),
        (None, None, "–", "–"),
        (None, 2, "–", "–"),
    ],
)
def test_a_number_is_written_as_its_language_does(value, digits, vi, en):
    assert both(formats.number, value, digits) == [vi, en]


@pytest.mark.parametrize(
    ("value", "vi", "en"),
    [
        (Decimal("0.22"), "+0,22", "+0.22"),
        (Decimal("-1.48"), "\u22121,48", "\u22121.48"),
        (Decimal("0.00"), "0,00", "0.00"),
        (14, "+14", "+14"),
        (0, "0", "0"),
        (None, "–", "–"),
    ],
)
def test_a_change_has_a_sign_unless_it_is_nothing(value, vi, en):
    assert both(formats.signed, value) == [vi, en]


@pytest.mark.parametrize("value", [Decimal("0.004"), Decimal("-0.004")])
def test_a_change_that_rounds_to_nothing_has_no_sign(value):
    assert formats.signed(value, 2) == "0,00"


@pytest.mark.parametrize(
    ("value", "vi", "en"),
    [(Decimal("9.50"), "9,5", "9.5"), (Decimal("10.00"), "10", "10"), (Decimal("100"), "100", "100"), (None, "–", "–")],
)
def test_a_short_number_has_no_idle_zeros(value, vi, en):
    assert both(formats.short, value) == [vi, en]


@pytest.mark.parametrize(("text", "vi", "en"), [("90.10", "90,10", "90.10"), ("47.8212", "47,8212", "47.8212")])
def test_a_printed_figure_keeps_its_digits(text, vi, en):
    assert both(formats.printed, text) == [vi, en]


def test_a_figure_that_is_not_known_is_a_dash():
    assert both(formats.printed, None) == ["–", "–"]


@pytest.mark.parametrize(
    ("day", "vi", "en"),
    [
        (date(2025, 7, 1), "01/7/2025", "1 July 2025"),
        (date(2025, 6, 30), "30/6/2025", "30 June 2025"),
        (date(2022, 12, 31), "31/12/2022", "31 December 2022"),
        (None, "–", "–"),
    ],
)
def test_a_day_is_written_as_its_language_does(day, vi, en):
    assert both(formats.day, day) == [vi, en]


@pytest.mark.parametrize(
    ("text", "vi", "en"),
    [
        ("2023-04-19", "19/4/2023", "19 April 2023"),
        ("2023-04", "4/2023", "April 2023"),
        ("2023", "2023", "2023"),
        ("", "", ""),
    ],
)
def test_a_day_is_written_as_far_as_it_was_printed(text, vi, en):
    assert both(formats.partial_day, text) == [vi, en]


ORDINALS = ["1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "63rd", "111th"]


@pytest.mark.parametrize(("rank", "en"), [(int(word[:-2]), word) for word in ORDINALS])
def test_a_rank_in_a_sentence_is_an_ordinal_in_english(rank, en):
    assert both(formats.rank_word, rank) == [str(rank), en]


def test_a_rank_has_its_denominator():
    assert [strip_tags(text) for text in both(formats.rank_of, 8, 63)] == ["8/63", "8/63"]


def test_figures_of_a_sentence_are_strong_and_the_rest_is_escaped():
    assert formats.strong_figures("<i> xếp thứ 8/63") == "&lt;i&gt; xếp thứ <b>8/63</b>"


@pytest.mark.parametrize("figure", ["8th of 63", "20 of 63", "42,29/80", "82.71%", "1/13"])
def test_a_figure_is_strong_with_what_it_is_counted_in(figure):
    assert formats.strong_figures(f"In 2022 it was {figure}, after 30/6/2025") == (
        f"In 2022 it was <b>{figure}</b>, after 30/6/2025"
    )


def test_a_rank_that_is_not_known_is_a_dash_without_a_denominator():
    assert both(formats.rank_of, None, 63) == ["–", "–"]


def test_names_are_picked_in_the_language_of_the_page():
    assert both(formats.pick, SimpleNamespace(name_vi="Miền Bắc", name_en="North"), "name") == ["Miền Bắc", "North"]


def test_a_name_without_english_is_shown_in_vietnamese():
    assert both(formats.pick, SimpleNamespace(name_vi="Miền Bắc", name_en=""), "name") == ["Miền Bắc"] * 2


@pytest.mark.parametrize(
    ("unit", "is_total", "vi"), [("%", True, "điểm"), ("%", False, "%"), ("points", False, "điểm")]
)
def test_percent_of_a_whole_of_100_are_points(unit, is_total, vi):
    assert formats.unit_word(unit, is_total) == vi


@pytest.mark.parametrize(("unit", "text"), [("%", "82,71%"), ("điểm", "82,71 điểm")])
def test_a_percent_sign_stands_close_and_a_word_apart(unit, text):
    assert formats.with_unit("82,71", unit) == text


def test_a_name_is_not_broken_at_the_end_of_a_line():
    assert formats.joined("Xếp hạng PAR Index 2022", "PAR Index") == "Xếp hạng PAR\u00a0Index 2022"


@pytest.mark.parametrize("whole", ["2019–2024", "876/QĐ-BNV", "202/2025/QH15"])
def test_years_and_numbers_of_documents_stay_whole(whole):
    assert formats.unbroken(f"Trước <{whole}, sau") == f'Trước &lt;<span class="nw">{whole}</span>, sau'


def test_a_rank_is_no_number_of_a_document():
    assert formats.strong_figures("xếp thứ 8/63") == "xếp thứ <b>8/63</b>"
