"""Headings that are not understood, told with the mistakes of the cells under those that are: all at once."""

import pytest

from indicators.intake import take_in
from indicators.models import Source

from ..country import counts, send, terms
from .workbooks import workbook

pytestmark = pytest.mark.usefixtures("land")


def told(text):
    return [(each.line, each.column, str(each.message)) for each in send(text).problems]


def wide(*lines):
    return take_in(terms(), "a.xlsx", workbook(lines), source=Source.objects.get(slug="gazette")).problems


def test_a_strange_heading_and_the_cells_beside_it_are_told_at_once():
    found = told("province,component,scoer,unit,rank,source\nXyz,overall,84,%,9999,gazette\n")
    assert [(line, column) for line, column, _message in found] == [(1, ""), (2, "province"), (2, "rank")]
    assert "Tên cột lạ" in found[0][2]


def test_what_a_missing_column_would_have_said_is_not_asked_of_each_row():
    found = told("province,score,unit\nan-binh,84,%\nXyz,83,%\n")
    assert [(line, column) for line, column, _message in found] == [(1, ""), (3, "province")]
    assert "Thiếu cột: component, source" in found[0][2]


def test_a_column_that_is_named_twice_is_not_read():
    found = told("province,component,score,score,unit,source\nan-binh,overall,x,y,%,gazette\n")
    assert [message for _line, _column, message in found] == ['Tên cột lặp lại: "score". Mỗi cột chỉ ghi một lần.']


def test_of_a_ministrys_table_too():
    heading = ["STT", "Tỉnh, thành phố", "Điểm", "Xếp hạng", "Số dân"]
    found = wide(heading, [1, "An Bình", "1.000", 1, 5], [2, "Xyz", "82,00", 2, 6])
    assert [(each.line, each.column) for each in found] == [(1, ""), (2, "Điểm"), (3, "Tỉnh, thành phố")]


def test_a_mistaken_name_is_told_once_however_many_figures_stand_beside_it():
    found = wide(["STT", "Tỉnh", "Điểm", "Cải cách thể chế: Điểm"], [1, "Xyz", "84,00", "50,00"])
    assert [(each.line, each.column) for each in found] == [(2, "Tỉnh")]


def test_nothing_is_saved_of_the_cells_that_are_sound():
    before = counts()
    assert send("province,component,score,unit,source,extra\nan-binh,overall,84.00,%,gazette,1\n").edition is None
    assert counts() == before
