"""Provinces side by side as SVG: told apart without colour, never joined where they may not be compared."""

import pytest

from indicators import svg
from indicators.svg.lines import spread
from indicators.svg.shapes import ROLES, kind

from .drawn import BREAKS, SPACE, STEADY, YEARS, boxes, drawings, marks, series, words

NAMES = ("Long An", "Bà Rịa - Vũng Tàu", "Tây Ninh (đến 30/6/2025)", "Tây Ninh (từ 01/7/2025)", "TP. Hồ Chí Minh")


def lines(years, *values, names=NAMES, **more):
    """A chart of as many provinces as there are lists of values."""
    shown = [series(role, name, each) for role, name, each in zip(ROLES, names, values, strict=False)]
    words = {"id": "compare", "title": "Điểm", "alt": "Điểm qua các năm", "unit": "điểm", "unknown": "chưa có"}
    chart = {"kind": "lines", "years": years, "reverse": False, "of": None, "series": shown, "breaks": []}
    return words | chart | more


def shifted(by):
    return [value + by for value in STEADY]


CHARTS = {
    "two": lines([2022, 2023, 2024], [87.4, None, 89.7], [82.5, 86.1, None]),
    "five": lines(YEARS, *[shifted(index / 2) for index in range(5)], breaks=BREAKS),
    "five at the foot": lines([2023, 2024], *[[40.0, 30.0]] * 5),
    "five at the top": lines([2023, 2024], *[[30.0, 40.0]] * 5),
    "five that ended": lines([2023, 2024], [50.0, 51.0], *[[40.0, None]] * 4),
    "ranks": lines([2023, 2024], [1, 2], [63, 62], [1, 63], reverse=True, of=63),
    "one unknown": lines([2022, 2023], [87.4, 88.0], [None, None]),
    "years without any": lines([2020, 2021, 2022], [80.0, None, 81.0], [82.0, None, 83.0]),
}
CASES = pytest.mark.parametrize("chart", CHARTS.values(), ids=CHARTS)


@CASES
def test_words_stay_inside_the_drawing(chart):
    for drawing in drawings(chart):
        width, height = (float(drawing.get(side)) for side in ("width", "height"))
        outside = [box for box in boxes(drawing) if box[1] < -1 or box[2] < 0 or box[3] > width + 1 or box[4] > height]
        assert outside == []


@CASES
def test_words_never_cover_one_another(chart):
    for drawing in drawings(chart):
        found = list(boxes(drawing))
        pairs = [(one, other) for index, one in enumerate(found) for other in found[:index]]
        covered = [
            (one[0], other[0])
            for one, other in pairs
            if one[1] < other[3] and other[1] < one[3] and one[2] < other[4] and other[2] < one[4]
        ]
        assert covered == []


@CASES
def test_a_drawing_is_an_image_named_after_its_chart(chart):
    drawn = drawings(chart)
    ids = [element.get("id") for drawing in drawn for element in drawing.iter() if element.get("id")]
    assert sorted(ids) == ["compare-narrow-d", "compare-narrow-t", "compare-wide-d", "compare-wide-t"]
    assert {drawing.get("role") for drawing in drawn} == {"img"}


@CASES
def test_the_live_drawing_is_told_the_box_and_the_range_of_each_drawing(chart):
    for drawing in drawings(chart):
        left, top, right, bottom = map(float, drawing.get("data-box").split())
        low, high = map(float, drawing.get("data-span").split())
        assert (left < right, top < bottom, low < high) == (True, True, True)


@CASES
def test_every_known_figure_has_a_point(chart):
    known = [sum(value is not None for value in each["values"]) for each in chart["series"]]
    for drawing in drawings(chart):
        points = [len(marks(drawing, f"dot {kind(each['role'])}")) for each in chart["series"]]
        assert points == known


def test_five_provinces_differ_in_line_and_in_shape():
    drawing = drawings(CHARTS["five"])[0]
    shapes = {marks(drawing, f"dot {kind(role)}")[0].get("d", "disc").strip("M0123456789. -") for role in ROLES}
    assert len(shapes) == len({kind(role) for role in ROLES}) == 5


def test_a_line_never_joins_across_a_gap():
    wide = drawings(CHARTS["two"])[0]
    assert marks(wide, "ln a") == []
    assert marks(wide, "ln k")[0].get("d").count("L") == 1


def test_a_line_never_joins_years_that_may_not_be_compared():
    turn = {"year": 2023, "label": "đổi bộ tiêu chí", "apart": True}
    drawing = drawings(lines([2021, 2022, 2023, 2024], [1.0, 2.0, 3.0, 4.0], breaks=[turn]))[0]
    assert [line.get("d").count("L") for line in marks(drawing, "ln a")] == [1, 1]
    assert "đổi bộ tiêu chí" in words(drawing)


def test_a_line_goes_on_where_the_rules_changed_but_compare():
    turn = {"year": 2022, "label": "đổi bộ tiêu chí", "apart": False}
    drawing = drawings(lines([2021, 2022], [1.0, 2.0], breaks=[turn]))[0]
    assert marks(drawing, "ln a")[0].get("d").count("L") == 1
    assert len(marks(drawing, "rule")) == 1


def test_each_line_has_its_name_and_newest_figure_at_its_end():
    for drawing in drawings(CHARTS["two"]):
        said = " ".join(words(drawing))
        assert "Long An 89,7" in said
        assert "Bà Rịa - Vũng Tàu 86,1 (2023)" in said


def test_a_province_without_a_figure_has_no_label():
    assert not any("Bà Rịa" in text for text in words(drawings(CHARTS["one unknown"])[0]))


def test_a_year_of_which_nothing_is_known_is_hatched_once():
    drawing = drawings(CHARTS["years without any"])[0]
    assert len(marks(drawing, "hatch")) == 1
    assert "chưa có" in words(drawing)


def test_a_name_is_escaped():
    assert "&lt;b&gt;" in svg.draw(lines([2023, 2024], [1.0, 2.0], names=["<b>"]))


@pytest.mark.parametrize("wanted", [[10] * 5, [90] * 5, [0, 50, 50, 100, 100], [20, 40, 60, 80, 100]])
def test_labels_never_touch(wanted):
    tops = spread([(middle, 16) for middle in wanted], 0, 120)
    assert all(later - sooner >= 18 for sooner, later in zip(tops, tops[1:], strict=False))
    assert tops[0] >= 0
    assert tops[-1] + 16 <= 120


def smalls(*items):
    words = {"id": "parts", "title": "Thành phần", "unknown": "chưa có", "unit": ""}
    chart = {"kind": "smalls", "years": [2022, 2023, 2024], "reverse": True, "of": 63, "series": [], "breaks": []}
    return words | chart | {"items": list(items)}


def small(*ranks):
    shown = [series(role, name, each) for role, name, each in zip(ROLES, NAMES, ranks, strict=False)]
    for each in shown:
        each["printed"] = [value and f"{value}/63" for value in each["values"]]
    return {"id": "parts-procedures", "title": "Thủ tục", "alt": "Thứ hạng", "series": shown}


def small_drawing(chart):
    (whole,) = drawings(chart)
    return next(whole.iter(f"{SPACE}svg")), whole


def test_a_small_drawing_has_the_newest_figure_of_each_province_above_it():
    _, whole = small_drawing(smalls(small([1, 2, 3], [5, 6, None])))
    text = " ".join("".join(whole.itertext()).split())
    assert "Long An 3/63" in text
    assert "Bà Rịa - Vũng Tàu: chưa có –" in text


def test_small_drawings_share_the_whole_axis_of_ranks():
    drawing = [each for each in small_drawing(smalls(small([1, 2, 3])))[1].iter(f"{SPACE}svg") if each.get("role")][0]
    assert words(drawing) == ["1", "32", "63", "2022", "2024"]


def test_a_small_line_is_marked_at_the_end_of_each_stretch():
    _, whole = small_drawing(smalls(small([1, None, 3])))
    assert len(marks(whole, "dot a")) == 3
