"""One cell, one value: what is read, and what is refused with which words."""

from decimal import Decimal

import pytest

from indicators.intake.cells import Exact, Unreadable, count, figure, maximum, one_of, whole

NO_NUMBERS = [
    "abc",
    "8,4,2",
    "87.42%",
    "1e2",
    "0x1F",
    "٨٧",
    "８７,４２",
    "1/2",
    "+5",
    "--5",
    "5-",
    ".5",
    "5.",
    "NaN",
    "1 000",
]


def refusal(reader, *arguments):
    with pytest.raises(Unreadable) as refused:
        reader(*arguments)
    return str(refused.value.args[0])


@pytest.mark.parametrize("written", ["87.42", "87,42"])
def test_a_decimal_point_and_a_decimal_comma_say_the_same(written):
    assert figure(written) == (Decimal("87.42"), 2)


@pytest.mark.parametrize(("written", "digits"), [("90", 0), ("90.1", 1), ("90.10", 2), ("47.8212", 4)])
def test_a_figure_keeps_how_many_decimals_were_printed(written, digits):
    assert figure(written, 100) == (Decimal(written), digits)


@pytest.mark.parametrize("minus", ["-", "\u2212"])
def test_both_signs_for_minus_are_read(minus):
    assert figure(f"{minus}1.60") == (Decimal("-1.60"), 2)


@pytest.mark.parametrize("written", ["1.000", "1,000"])
def test_a_figure_that_may_be_a_thousand_is_refused_with_both_readings(written):
    told = refusal(figure, written)
    assert told == f'"{written}" có thể là 1 hoặc 1000. Hãy ghi 1 hoặc 1000.'


@pytest.mark.parametrize("written", ["1", "1000"])
def test_each_reading_that_a_refusal_offers_is_accepted(written):
    assert figure(written) == (Decimal(written), 0)


@pytest.mark.parametrize("written", ["9.000", "9,000", "-1.000"])
def test_three_zeros_are_refused_even_where_a_thousand_is_impossible(written):
    assert "có thể là" in refusal(figure, written, 100)


def test_three_decimals_without_a_limit_may_be_thousands():
    told = refusal(figure, "49.600")
    assert told == '"49.600" có thể là 49,600 hoặc 49600. Hãy ghi 49600, hoặc 49,6000 nếu là số lẻ.'


def test_the_way_out_for_three_decimals_is_accepted():
    assert figure("49,6000") == (Decimal("49.6"), 4)


@pytest.mark.parametrize("written", ["47.821", "47,821"])
def test_three_decimals_are_plain_where_a_thousand_is_impossible(written):
    assert figure(written, 80) == (Decimal("47.821"), 3)


@pytest.mark.parametrize("written", ["0.123", "0,000", "1234.567"])
def test_three_decimals_are_plain_where_no_thousand_is_written_so(written):
    assert figure(written)[1] == 3


@pytest.mark.parametrize("written", ["1.000", "49.600"])
def test_a_number_stored_as_one_is_never_ambiguous(written):
    assert figure(Exact(written)) == (Decimal(written), 3)


def test_several_groups_of_thousands_are_refused_with_the_number_to_write():
    assert refusal(figure, "1.234.567") == '"1.234.567" có dấu tách nghìn. Hãy ghi 1234567.'


def test_five_decimals_are_refused_rather_than_rounded():
    assert refusal(figure, "47.82125") == '"47.82125" có quá 4 chữ số lẻ. Hãy ghi tối đa 4 chữ số lẻ.'


@pytest.mark.parametrize("written", NO_NUMBERS)
def test_what_is_no_number_is_refused_with_an_example(written):
    told = refusal(figure, written)
    assert told.startswith(f'"{written}" không phải là số.')
    assert "ví dụ 87,42" in told


def test_a_figure_too_long_to_keep_is_refused():
    assert "không phải là số" in refusal(figure, "12345678901")


def test_an_endless_cell_is_quoted_only_in_part():
    told = refusal(figure, "x" * 5000)
    assert len(told) < 200


@pytest.mark.parametrize("written", ["8.5", "x", "-1", "٨", "8 ", "1e1"])
def test_a_rank_is_a_whole_number(written):
    assert refusal(whole, written) == (f'"{written}" không phải là số nguyên. Hãy ghi một số nguyên, hoặc bỏ trống.')


@pytest.mark.parametrize("written", ["0", "64", "000065"])
def test_a_rank_is_from_one_to_the_number_ranked(written):
    assert refusal(whole, written, 1, 63) == f"{written} nằm ngoài khoảng 1 đến 63. Hãy xem lại số đã in."


@pytest.mark.parametrize("written", ["1", "63", "007"])
def test_first_and_last_rank_are_read(written):
    assert whole(written, 1, 63) == int(written)


def test_a_whole_number_fits_its_column():
    assert "nằm ngoài khoảng 1 đến 32767" in refusal(whole, "32768")


@pytest.mark.parametrize("written", ["0", "-5", "101"])
def test_a_maximum_is_above_zero_and_not_above_that_of_the_whole(written):
    assert refusal(maximum, written, 100).startswith(f"Điểm tối đa {written} nằm ngoài khoảng từ trên 0 đến 100.")


def test_a_maximum_keeps_two_decimals_and_refuses_more():
    assert maximum("9,50", 100) == (Decimal("9.5"), 2)
    assert "quá 2 chữ số lẻ" in refusal(maximum, "9.125", 100)


def test_a_count_is_whole():
    assert count("49600") == (Decimal(49600), 0)
    assert "không phải là số đếm" in refusal(count, "12.5")


def test_a_count_with_a_point_is_as_ambiguous_as_a_score():
    assert "hoặc 33000" in refusal(count, "33.000")


def test_a_word_outside_a_closed_list_is_refused_with_the_list():
    told = refusal(one_of, "point", ("", "%", "points"))
    assert told == '"point" không có trong danh mục. Dùng một trong: %, points.'
