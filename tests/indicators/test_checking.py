"""Every mistake that a row can hold, with its place; figures together: test_clashes.py."""

import pytest

from ..country import counts, send

HEADING = (
    "province,region,fact,component,score,unit,max,rank,region_rank,tie,how_vi,how_en,source,paragraph,note_vi,note_en"
)
SOUND = {"province": "an-binh", "component": "overall", "score": "84.00", "unit": "%", "source": "gazette"}
MEAN = {"fact": "mean", "score": "81.25", "unit": "%", "source": "gazette"}
pytestmark = pytest.mark.usefixtures("land")


def table(*rows):
    """A file of these rows, dicts by column."""
    names = HEADING.split(",")
    return "\n".join([HEADING, *(",".join(row.get(name, "") for name in names) for row in rows)]) + "\n"


def problems(*rows, **terms):
    return [str(problem) for problem in send(table(*rows), **terms).problems]


def problem(row, **terms):
    """The only problem of a file of one row, which must stand in line 2."""
    (told,) = problems(row, **terms)
    assert told.startswith("Dòng 2, cột ")
    return told.removeprefix("Dòng 2, cột ")


@pytest.mark.parametrize("row", [SOUND, SOUND | {"score": "", "unit": "", "rank": "6"}, MEAN])
def test_a_sound_row_has_no_problem(row):
    assert problems(row) == []


def test_a_province_goes_by_any_of_its_names():
    rows = [SOUND | {"province": name, "source": "paper"} for name in ("Đông Hà", "EA LOC", "tỉnh Gia Thủy")]
    assert problems(*rows) == []


def test_an_unknown_province_is_told_with_the_nearest_one():
    told = problem(SOUND | {"province": "An Bin"})
    assert told == '"province": "An Bin" không phải tỉnh, thành phố năm 2024. Ý bạn là An Bình?'


def test_an_unknown_province_like_no_other_is_told_without_a_guess():
    told = problem(SOUND | {"province": "Xyz"})
    assert told == '"province": "Xyz" không phải tỉnh, thành phố năm 2024. Hãy sửa tên.'


def test_a_province_that_did_not_exist_yet_is_told_with_what_was_there():
    told = problem(SOUND | {"province": "nam-lam"})
    assert told == '"province": "nam-lam" không phải tỉnh, thành phố năm 2024. Ý bạn là Đông Hà, Êa Lộc, Gia Thủy?'


def test_a_province_that_had_ended_is_told_with_what_became_of_it():
    told = problem(SOUND | {"province": "Cao Hải"}, year=2025)
    assert told.endswith('"Cao Hải" không phải tỉnh, thành phố năm 2025. Ý bạn là Bảo Sơn?')


@pytest.mark.parametrize(("year", "slug"), [(2024, "bao-son"), (2025, "bao-son-2025")])
def test_a_name_of_two_lives_is_the_province_of_the_day(year, slug):
    taken = send(table(SOUND | {"province": "Bảo Sơn"}), year=year)
    assert taken.edition.results.get().province.slug == slug


@pytest.mark.parametrize("component", ["participation", "Overall", "tổng"])
def test_an_unknown_component_is_told_with_those_of_the_edition(component):
    told = problem(SOUND | {"component": component})
    assert told == (
        f'"component": "{component}" không phải chỉ số thành phần của kỳ này. '
        "Dùng một trong: overall, institutions, procedures."
    )


def test_an_unknown_source_is_told():
    told = problem(SOUND | {"source": "gazete"})
    assert told == '"source": Nguồn "gazete" chưa có. Hãy thêm nguồn trước, hoặc sửa mã nguồn.'


@pytest.mark.parametrize("region", ["east", "north-2025"])
def test_a_region_unknown_on_that_day_is_told(region):
    told = problem(MEAN | {"region": region})
    assert told == f'"region": Vùng "{region}" không có vào ngày của kỳ công bố. Hãy sửa mã vùng.'


def test_an_unknown_fact_is_told_with_the_closed_list():
    told = problem(MEAN | {"fact": "average"})
    assert told.startswith('"fact": "average" không có trong danh mục. Dùng một trong: Trung bình (mean), ')


@pytest.mark.parametrize("row", [SOUND | {"unit": "tỷ lệ"}, SOUND | {"unit": "people"}, MEAN | {"unit": "hạng"}])
def test_an_unknown_unit_is_told_with_those_that_fit(row):
    assert problem(row).startswith(f'"unit": "{row["unit"]}" không có trong danh mục. Dùng một trong: %, điểm (points)')


@pytest.mark.parametrize("column", ["rank", "region_rank"])
@pytest.mark.parametrize("rank", ["0", "7"])
def test_a_rank_outside_those_ranked_is_told(column, rank):
    told = problem(SOUND | {column: rank})
    assert told == f'"{column}": {rank} nằm ngoài khoảng 1 đến 6. Hãy xem lại số đã in.'


@pytest.mark.parametrize("column", ["rank", "region_rank"])
def test_a_rank_is_told_in_an_index_that_announces_none(column):
    told = problem(SOUND | {"unit": "points", "score": "40.1", column: "1"}, series="papi", year=2022)
    assert told == f'"{column}": Chỉ số này không công bố thứ hạng. Hãy bỏ trống cột này.'


@pytest.mark.parametrize(
    ("row", "highest"),
    [
        ({"score": "100.01"}, "100"),
        ({"score": "60.5", "unit": "points", "component": "institutions"}, "60"),
        ({"score": "9.6", "unit": "points", "component": "institutions", "max": "9.5"}, "9.5"),
        ({"score": "100.5", "unit": "%", "component": "institutions", "max": "9.5"}, "100"),
    ],
)
def test_a_score_above_its_maximum_is_told(row, highest):
    told = problem(SOUND | row)
    assert told == f'"score": {row["score"]} lớn hơn điểm tối đa {highest}. Hãy xem lại điểm hoặc đơn vị.'


def test_a_component_without_a_known_maximum_is_at_most_the_whole(land):
    told = problem(SOUND | {"score": "60.5", "unit": "points"}, series="papi", year=2022)
    assert "lớn hơn điểm tối đa 60." in told


@pytest.mark.parametrize("score", ["-1", "-0"])
def test_a_negative_score_is_told(score):
    assert problem(SOUND | {"score": score}) == f'"score": {score} là số âm. Hãy xem lại số đã in.'


def test_a_fall_of_the_mean_may_be_negative():
    assert problems(MEAN | {"fact": "mean_change", "score": "-1.60", "unit": "points"}) == []


@pytest.mark.parametrize("score", ["tám mươi", "84.00%", "8４"])
def test_a_score_that_is_no_number_is_told(score):
    assert problem(SOUND | {"score": score}).startswith(f'"score": "{score}" không phải là số.')


def test_a_score_that_may_be_a_thousand_is_told():
    assert problem(SOUND | {"score": "1.000"}) == '"score": "1.000" có thể là 1 hoặc 1000. Hãy ghi 1 hoặc 1000.'


def test_three_decimals_are_read_where_a_thousand_is_impossible():
    assert problems(SOUND | {"score": "47.821"}) == []


def test_a_number_of_people_is_whole():
    row = MEAN | {"fact": "survey_citizens", "unit": "people", "score": "12.5"}
    assert problem(row).startswith('"score": "12.5" không phải là số đếm.')


@pytest.mark.parametrize("row", [SOUND, MEAN])
def test_a_figure_without_a_source_is_told(row):
    assert problem(row | {"source": ""}) == '"source": Số liệu không có nguồn. Mỗi dòng phải ghi mã nguồn.'


def test_a_row_of_nobody_is_told():
    assert problem(SOUND | {"province": ""}).startswith('"province": Thiếu tên tỉnh, thành phố.')


def test_a_row_of_a_province_and_of_all_is_told():
    assert problem(SOUND | {"fact": "mean", "component": "institutions"}).startswith(
        '"fact": Một dòng là của một tỉnh hoặc là số liệu chung, không thể là cả hai.'
    )


def test_a_province_brings_its_region_itself():
    assert problem(SOUND | {"region": "north"}).endswith("Hãy bỏ trống cột region.")


def test_a_row_without_a_component_is_told():
    assert problem(SOUND | {"component": ""}).startswith('"component": Thiếu chỉ số thành phần. Ghi overall')


@pytest.mark.parametrize("column", ["max", "rank", "region_rank", "tie"])
def test_a_figure_of_all_has_no_column_of_one(column):
    told = problem(MEAN | {column: "yes" if column == "tie" else "1"})
    assert told == f'"{column}": Số liệu chung của cả nước hay của vùng không có cột này. Hãy bỏ trống.'


def test_a_figure_of_all_in_the_whole_names_no_component():
    assert problem(MEAN | {"component": "overall"}).endswith("thì bỏ trống cột component.")


@pytest.mark.parametrize("row", [SOUND, MEAN])
def test_a_row_without_a_figure_is_told(row):
    assert problem(row | {"score": "", "unit": ""}).startswith('"score": Dòng không có số liệu nào.')


@pytest.mark.parametrize("row", [SOUND | {"unit": ""}, SOUND | {"score": "", "rank": "1"}])
def test_score_and_unit_go_together(row):
    assert problem(row) == '"unit": Điểm và đơn vị phải đi cùng nhau. Ghi % hoặc điểm cạnh số.'


@pytest.mark.parametrize("pair", ["how", "note"])
@pytest.mark.parametrize(("given", "missing"), [("vi", "en"), ("en", "vi")])
def test_an_explanation_in_one_language_is_told_where_the_other_is_missing(pair, given, missing):
    told = problem(SOUND | {f"{pair}_{given}": "x"})
    assert told.startswith(f'"{pair}_{missing}": Lời giải thích mới có một thứ tiếng. Hãy ghi cả tiếng Việt và')


@pytest.mark.parametrize("paragraph", ["0", "40000", "đoạn 3", "-1"])
def test_a_paragraph_is_a_number_from_one(paragraph):
    assert problem(SOUND | {"paragraph": paragraph}).startswith('"paragraph": ')


def test_a_tie_is_yes_or_nothing():
    assert problem(SOUND | {"rank": "1", "tie": "x"}) == '"tie": "x" không có trong danh mục. Dùng một trong: có (yes).'


def test_every_mistake_of_a_row_is_told_at_once():
    row = {"province": "Xyz", "component": "x", "score": "abc", "unit": "bậc", "rank": "99", "how_vi": "x"}
    columns = [told.split('"')[1] for told in problems(row | {"paragraph": "x"})]
    assert sorted(columns) == ["component", "how_en", "paragraph", "province", "rank", "score", "source", "unit"]


def test_mistakes_of_all_rows_are_told_in_the_order_of_lines():
    rows = [SOUND | {"province": name} for name in ("Xyz", "an-binh", "Xyy", "Xyx")]
    assert [told[:6] for told in problems(*rows)] == ["Dòng 2", "Dòng 4", "Dòng 5"]


@pytest.mark.parametrize(
    "row", [SOUND | {"rank": "7"}, SOUND | {"source": ""}, {"province": "Xyz"}, MEAN | {"max": "1"}]
)
def test_one_mistake_and_nothing_at_all_is_saved(row):
    before = counts()
    taken = send(table(SOUND, MEAN, row))
    assert len(taken.problems) >= 1
    assert (taken.edition, counts()) == (None, before)
