"""Rows that cannot stand beside each other."""

import pytest

from ..country import FILES, send

pytestmark = pytest.mark.usefixtures("land")
HEADING = "province,region,fact,component,score,unit,rank,region_rank,tie,how_vi,how_en,source,paragraph"


def problems(*lines):
    return [str(problem) for problem in send("\n".join([HEADING, *lines])).problems]


def ranked(province, rank, score="", tie="", source="gazette", component="overall"):
    return f"{province},,,{component},{score},{'%' if score else ''},{rank},,{tie},,,{source},"


def test_the_same_citation_twice_is_told_with_the_line_of_the_first():
    line = "an-binh,,,overall,84.00,%,1,,,,,gazette,2"
    told = problems(line, line)
    assert told == ['Dòng 3, cột "source": Trùng với dòng 2: cùng nguồn, cùng số liệu. Bỏ một dòng.']


def test_the_same_citation_under_two_spellings_of_a_name_is_told():
    told = problems("an-binh,,,overall,84.00,%,,,,,,gazette,", "An Bình,,,overall,84.00,%,,,,,,gazette,")
    assert len(told) == 1


def test_the_same_figure_of_all_twice_is_told():
    line = ",north,mean,,81.25,%,,,,,,gazette,5"
    assert len(problems(line, line)) == 1


@pytest.mark.parametrize(
    "other",
    [
        "an-binh,,,overall,84.00,%,1,,,,,paper,2",
        "an-binh,,,overall,84.00,%,1,,,,,gazette,3",
        "an-binh,,,overall,84.0,%,1,,,,,gazette,2",
        "an-binh,,,overall,84.01,%,1,,,,,gazette,2",
        "an-binh,,,overall,84.00,%,1,1,,,,gazette,2",
    ],
    ids=["source", "paragraph", "digits", "score", "region rank"],
)
def test_what_differs_in_anything_is_another_citation(other):
    assert problems("an-binh,,,overall,84.00,%,1,,,,,gazette,2", other) == []


def test_rows_that_cannot_be_read_are_not_told_as_twins():
    told = problems("Xyz,,,overall,84,%,,,,,,gazette,", "Zyx,,,overall,84,%,,,,,,gazette,")
    assert [line.split(":")[0] for line in told] == ['Dòng 2, cột "province"', 'Dòng 3, cột "province"']


def test_a_row_apart_from_the_others_of_its_figure_is_told():
    told = problems(
        ranked("an-binh", 1), ranked("bao-son", 2), ranked("an-binh", 1, source="paper"), ranked("cao-hai", 3)
    )
    assert told == [
        'Dòng 4, cột "province": Tỉnh và chỉ số thành phần này đã có ở dòng 2. Nếu tên sai, hãy sửa tên; '
        "nếu là cùng số liệu từ nguồn khác, hãy đặt hai dòng liền nhau, dòng được ưu tiên đứng trước."
    ]


def test_a_misspelt_province_does_not_part_the_rows_around_it():
    told = problems(ranked("an-binh", 1), ranked("an-bin", 1), ranked("an-binh", 1, source="paper"))
    assert [line.split(",")[0] for line in told] == ["Dòng 3"]


def test_one_province_in_two_components_is_two_figures():
    assert problems(ranked("an-binh", 1), ranked("bao-son", 2), ranked("an-binh", 1, component="institutions")) == []


def test_a_rank_given_twice_with_different_scores_is_told_with_both_lines():
    told = problems(ranked("an-binh", 4, "84"), ranked("bao-son", 2, "85"), ranked("cao-hai", 4, "83"))
    assert told == [
        'Dòng 4, cột "rank": Dòng 2 và dòng 4 cùng ghi hạng 4 nhưng điểm khác nhau. '
        "Sửa một dòng, hoặc đánh dấu đồng hạng."
    ]


@pytest.mark.parametrize("score", ["", "84"])
def test_a_rank_given_twice_without_different_scores_is_told(score):
    (told,) = problems(ranked("an-binh", 4, score), ranked("bao-son", 4, score))
    assert told.endswith("Dòng 2 và dòng 3 cùng ghi hạng 4. Sửa một dòng, hoặc đánh dấu đồng hạng.")


def test_a_rank_given_to_three_is_told_of_each_pair():
    told = problems(*(ranked(province, 4) for province in ("an-binh", "bao-son", "cao-hai")))
    assert [line[:6] for line in told] == ["Dòng 3", "Dòng 4"]


def test_an_announced_tie_is_no_clash():
    assert problems(ranked("an-binh", 4, tie="yes"), ranked("bao-son", 4, tie="yes")) == []


def test_a_tie_must_be_announced_of_both():
    (told,) = problems(ranked("an-binh", 4, tie="yes"), ranked("bao-son", 4))
    assert told.startswith('Dòng 3, cột "rank"')


def test_the_same_rank_in_two_components_is_no_clash():
    assert problems(ranked("an-binh", 1), ranked("bao-son", 1, component="institutions")) == []


def test_a_rank_that_only_a_later_source_misprints_is_no_clash():
    assert problems(ranked("an-binh", 1), ranked("bao-son", 2), ranked("bao-son", 1, source="paper")) == []


def test_the_first_rank_counts_though_an_earlier_row_has_none():
    lines = ["bao-son,,,overall,82,%,,,,,,paper,", ranked("bao-son", 1)]
    (told,) = problems(ranked("an-binh", 1), *lines)
    assert told.startswith('Dòng 4, cột "rank"')


def test_mistakes_of_cells_and_clashes_are_told_together():
    told = problems(ranked("an-binh", 1), ranked("bao-son", 1), ranked("Xyz", 9), ranked("an-binh", 1))
    columns = [line.split('"')[1] for line in told]
    assert columns == ["rank", "province", "rank", "source", "province"]


@pytest.mark.parametrize("key", FILES)
def test_the_files_of_the_country_are_sound(key):
    assert send(FILES[key], *key).problems == []
