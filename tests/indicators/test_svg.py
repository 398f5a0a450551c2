"""Charts as SVG: well formed, inside their box, honest about gaps."""

import re

import pytest
from django.utils import translation

from indicators import svg
from indicators.svg.marks import wrapped

from .drawn import (
    CHARTS,
    LONG_NAME,
    SPACE,
    boxes,
    drawings,
    fingerprint,
    marks,
    one,
    rank,
    regions,
    score,
    strip,
    words,
)

CASES = pytest.mark.parametrize("chart", CHARTS.values(), ids=CHARTS)
TRENDS = {name: chart for name, chart in CHARTS.items() if chart["kind"] == "trend"}


@pytest.fixture(autouse=True)
def _vietnamese():
    with translation.override("vi"):
        yield


@CASES
def test_ids_are_unique_and_named_after_the_chart(chart):
    ids = [element.get("id") for drawing in drawings(chart) for element in drawing.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    assert all(name.startswith(f"{chart['id']}-") for name in ids)


@CASES
def test_each_drawing_is_an_image_with_a_title_and_a_description(chart):
    for drawing in drawings(chart):
        assert drawing.get("role") == "img"
        assert [drawing.find(f"{SPACE}title").text, drawing.find(f"{SPACE}desc").text] == [chart["title"], chart["alt"]]


@CASES
def test_no_style_stands_in_an_attribute(chart):
    assert "style" not in {name for drawing in drawings(chart) for part in drawing.iter() for name in part.attrib}


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
        covered = [
            (one[0], other[0])
            for index, one in enumerate(found)
            for other in found[:index]
            if one[1] < other[3] and other[1] < one[3] and one[2] < other[4] and other[2] < one[4]
        ]
        assert covered == []


@pytest.mark.parametrize("drawing", [svg.draw, lambda chart: svg.trend(chart)])
def test_text_is_escaped(drawing):
    chart = score([2021], [1.0], title="<b>&", alt='"<i>"', breaks=[]) | {"id": 'a"b'}
    chart["series"][0]["printed"] = ["<script>"]
    drawn = drawing(chart)
    assert "<b>" not in drawn
    assert "&lt;script&gt;" in drawn
    assert 'id="a&quot;b-time-t"' in drawn


@pytest.mark.parametrize("chart", TRENDS.values(), ids=TRENDS)
def test_a_line_joins_neighbouring_known_years_only(chart):
    values = chart["series"][0]["values"]
    known = [value is not None for value in values]
    joined = sum(before and after for before, after in zip(known, known[1:], strict=False))
    lines = marks(one(chart), "ln a")
    assert sum(line.get("d").count("L") for line in lines) == joined
    assert len(marks(one(chart), "dot a")) == sum(known)


def test_an_unknown_year_is_hatched_and_said_in_words():
    drawing = one(score([2020, 2021, 2022], [None, 87.2, 87.42]))
    assert len(marks(drawing, "hatch")) == 1
    assert "chưa có" in words(drawing)


def test_a_chart_without_any_known_year_has_no_point_and_says_so():
    drawing = one(CHARTS["no known year"])
    assert marks(drawing, "dot a") == []
    assert "chưa có" in words(drawing)


def test_a_single_known_year_has_its_label_and_no_line():
    drawing = one(CHARTS["one year"])
    assert "42,29" in words(drawing)
    assert marks(drawing, "ln a") == []


def test_the_first_rank_stands_at_the_top_and_a_higher_score_above_a_lower():
    ranks = [float(dot.get("cy")) for dot in marks(one(rank([2021, 2022], [22, 8])), "dot a")]
    scores = [float(dot.get("cy")) for dot in marks(one(score([2021, 2022], [87.2, 89.9])), "dot a")]
    assert ranks[0] > ranks[1]
    assert scores[0] > scores[1]


def test_a_rank_axis_runs_from_first_to_last():
    assert words(one(rank([2022], [8])))[:5] == ["1", "16", "32", "48", "63"]


def test_a_score_axis_that_is_cut_says_where_it_begins():
    assert "Trục bắt đầu từ 82 điểm." in words(one(CHARTS["score"]))
    assert "Trục bắt đầu từ 82%." in words(one(CHARTS["score"] | {"unit": "%"}))


def test_no_tick_passes_the_highest_score_there_is():
    assert one(CHARTS["full marks"]).get("data-span").split()[1] == "100"


def test_ticks_are_written_in_the_language_of_the_page():
    chart = score([2021, 2022], [4.2, 4.9])
    assert "4,5" in words(one(chart))
    with translation.override("en"):
        assert "4.5" in words(one(chart))


def test_every_point_of_a_few_years_has_its_printed_label():
    assert set(CHARTS["score"]["series"][0]["printed"]) <= set(words(one(CHARTS["score"])))


def test_the_extremes_and_ends_of_many_years_keep_their_labels():
    assert {"36,5", "42,29", "43,59"} <= set(words(one(CHARTS["many years"])))


def test_a_change_of_rules_is_marked_before_its_year():
    drawing = one(CHARTS["score"])
    (rule,) = marks(drawing, "rule")
    first, second = (float(dot.get("cx")) for dot in marks(drawing, "dot a"))
    assert first < float(re.match(r"M([\d.]+)", rule.get("d"))[1]) < second
    assert "đổi bộ tiêu chí" in words(drawing)


@pytest.mark.parametrize("chart", [*TRENDS.values(), CHARTS["components"]])
def test_a_live_drawing_is_told_the_plot_box_and_its_range(chart):
    for drawing in drawings(chart):
        left, top, right, bottom = map(float, drawing.get("data-box").split())
        low, high = map(float, drawing.get("data-span").split())
        assert left < right
        assert top < bottom
        assert low < high


def test_components_are_drawn_around_the_overall_rank():
    wide, narrow = drawings(fingerprint([6, 55, None]))
    assert len(marks(wide, "dot a")) == len(marks(narrow, "dot a")) == 2
    assert len(marks(wide, "hatch")) == len(marks(narrow, "hatch")) == 1
    assert {"chung: 8/63", "6/63", "55/63", "chưa có", "32 (giữa bảng)"} <= set(words(wide)) & set(words(narrow))


def test_computed_positions_are_not_called_ranks():
    assert "vị trí" in words(one(fingerprint([1, 2]) | {"axis": "vị trí"}))


def test_a_long_name_is_broken_into_even_lines():
    lines = wrapped(LONG_NAME, 13.5, 320)
    assert " ".join(lines) == LONG_NAME
    assert max(map(len, lines)) - min(map(len, lines)) < 12


def test_a_rank_strip_has_a_slot_for_every_rank():
    for drawing in drawings(strip([1, 2, 8], mine=8)):
        slots = {kind: marks(drawing, f"slot {kind}")[0].get("d").count("M") for kind in ("on", "off", "me")}
        assert slots == {"on": 2, "off": 60, "me": 1}


def test_a_region_names_its_lowest_and_highest_and_what_is_missing():
    places = [{"name": name, "value": value} for name, value in (("Thấp", 40), ("Giữa", 42), ("Cao", 47))]
    wide = one(regions({"name": "Vùng một", "places": places, "missing": ["Thiếu Tên"]}))
    assert {"Thấp", "Cao", "chưa tìm thấy: Thiếu Tên"} <= set(words(wide))
    assert "Giữa" not in words(wide)
