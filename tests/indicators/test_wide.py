"""The ministry's own table: a row a province, Vietnamese headings, titles above and remarks below."""

import pytest

from indicators.intake import take_in
from indicators.models import Aggregate, Result, Source

from ..country import FILES, counts, publish, send, terms
from .workbooks import workbook

pytestmark = pytest.mark.usefixtures("land")
TITLES = [["BỘ NỘI VỤ"], [], ["KẾT QUẢ CHỈ SỐ CẢI CÁCH HÀNH CHÍNH NĂM 2024"]]
TWO_STOREYS = [
    [
        "STT",
        "Tỉnh, thành phố",
        "Chỉ số tổng hợp",
        None,
        "1. Cải cách thể chế",
        None,
        "2. Cải cách thủ tục hành chính",
        None,
    ],
    [None, None, "Tỷ lệ %", "Xếp hạng", "Điểm", "Xếp hạng", "Tỷ lệ %", "Xếp hạng"],
    ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)", "(8)"],
]
PROVINCES = [
    [1, "TỈNH AN BÌNH", "84,00", 1, "50,00", 1, "85,00", 1],
    [2, "Bảo Sơn", "82,0", 2, "49,5", 2, "81,25", 2],
    [3, "Cao Hai", "79,50", 3, None, None, "–", None],
]
FOOT = [[None, "Trung bình cả nước", "81,25", None, "49,00"], [], ["Ghi chú: số liệu làm tròn"], ["Người lập biểu"]]
FULL = [*TITLES, *TWO_STOREYS, *PROVINCES, *FOOT]


def source():
    return Source.objects.get(slug="gazette")


def take(lines, name="table.xlsx", **others):
    """An Intake of a sheet whose source the form gives."""
    content = workbook(lines) if name.endswith("xlsx") else text(lines).encode()
    return take_in(terms(**others), name, content, source=source())


def text(lines, sign=";"):
    """The same as a Vietnamese Excel saves it."""
    return "\n".join(sign.join("" if cell is None else str(cell) for cell in line) for line in lines)


def figures(edition):
    found = Result.objects.filter(edition=edition).order_by("component__order", "rank", "province__sort_key")
    return [
        (each.component.slug, each.province.slug, each.score and f"{each.score:.{each.digits}f}", each.unit, each.rank)
        for each in found
    ]


@pytest.mark.parametrize("name", ["table.xlsx", "table.csv"])
def test_a_ministrys_table_is_loaded_as_it_came(name):
    taken = take(FULL, name)
    assert list(map(str, taken.problems)) == []
    assert figures(taken.edition) == [
        ("overall", "an-binh", "84.00", "%", 1),
        ("overall", "bao-son", "82.0", "%", 2),
        ("overall", "cao-hai", "79.50", "%", 3),
        ("institutions", "an-binh", "50.00", "points", 1),
        ("institutions", "bao-son", "49.5", "points", 2),
        ("procedures", "an-binh", "85.00", "%", 1),
        ("procedures", "bao-son", "81.25", "%", 2),
    ]


def test_the_mean_below_is_a_figure_of_the_country():
    edition = take(FULL).edition
    means = Aggregate.objects.filter(edition=edition).order_by("pk")
    assert [(each.fact, each.component and each.component.slug, each.printed, each.unit) for each in means] == [
        ("mean", None, "81.25", "%"),
        ("mean", "institutions", "49.00", "points"),
    ]


def test_what_is_left_out_is_told_and_nothing_else():
    told = [str(each) for each in take(FULL).warnings]
    assert [each.partition(":")[2].strip() for each in told] == [
        'Không có điểm hay thứ hạng nào nên không nạp: "Ghi chú: số liệu làm tròn".',
        'Không có điểm hay thứ hạng nào nên không nạp: "Người lập biểu".',
    ]


@pytest.mark.parametrize(
    "heading",
    [
        ["TT", "Địa phương", "Điểm", "Xếp hạng"],
        ["Số TT", "Tên tỉnh, thành phố", "Tổng điểm 2024", "Thứ hạng năm 2024"],
        ["STT", "TỈNH/THÀNH PHỐ", "PAR INDEX 2024 (%)", "Hạng"],
        ["STT", "Province", "Score", "Rank"],
    ],
)
def test_headings_go_by_the_words_of_offices(heading):
    publish(FILES["par-index", 2023], year=2023)  # in %, and so is a "score" of the year after
    edition = take([heading, *(line[:4] for line in PROVINCES)]).edition
    assert [figure[2:] for figure in figures(edition)] == [("84.00", "%", 1), ("82.0", "%", 2), ("79.50", "%", 3)]


def test_one_storey_may_name_component_and_measure():
    heading = ["STT", "Tỉnh", "Cải cách thể chế: Điểm", "Xếp hạng Cải cách thể chế"]
    edition = take([heading, [1, "An Bình", "50,00", 1]]).edition
    assert figures(edition) == [("institutions", "an-binh", "50.00", "points", 1)]


def test_a_shared_rank_with_the_same_score_is_an_announced_tie():
    lines = [["STT", "Tỉnh", "Điểm", "Hạng"], [1, "An Bình", "84,00", 1], [2, "Bảo Sơn", "84,00", 1]]
    assert [each.is_tied for each in Result.objects.filter(edition=take(lines).edition)] == [True, True]


def test_a_mistake_is_told_with_the_sheets_own_words():
    lines = [*FULL]
    lines[7] = [2, "Bảo Sơn", "820", 2, "49,5", 2, "8x", 2]
    before = counts()
    told = [str(each) for each in take(lines).problems]
    assert told[0].startswith('Trang tính "Phụ lục 1", dòng 8, cột "Chỉ số tổng hợp / Tỷ lệ %": ')
    assert told[1].startswith('Trang tính "Phụ lục 1", dòng 8, cột "2. Cải cách thủ tục hành chính / Tỷ lệ %": ')
    assert counts() == before


@pytest.mark.parametrize(
    ("heading", "told"),
    [
        (["STT", "Tỉnh", "Điểm", "Lạ"], 'Cột "Lạ" không phải điểm, thứ hạng hay chỉ số thành phần của kỳ này.'),
        (["STT", "Tỉnh", "Điểm", "Điểm"], 'Cột "Điểm" có hai lần.'),
        (["STT", "Tỉnh", "Điểm", "Điểm 2023"], 'Cột "Điểm 2023" là của năm 2023.'),
        (["STT", "Tỉnh", "Ghi chú"], "Không thấy cột điểm hay thứ hạng nào"),
    ],
)
def test_a_heading_that_means_nothing_is_told(heading, told):
    (problem,) = take([heading, [1, "An Bình", "84,00", "1"][: len(heading)]]).problems
    assert told in str(problem)


def test_a_row_of_no_known_province_is_refused():
    (problem,) = take([["STT", "Tỉnh", "Điểm"], [1, "An Bình", "84,00"], [2, "Bình An", "80,00"]]).problems
    assert '"Bình An" không phải tỉnh, thành phố năm 2024' in str(problem)


def test_the_same_words_in_rows_of_our_own_are_read_as_before():
    assert send("province,component,score,unit,source\nAn Bình,overall,84.00,%,gazette\n").problems == []


def test_every_mistake_of_a_sheet_is_told_at_once():
    lines = [["STT", "Tỉnh", "Điểm", "Hạng"], [1, "An Bình", "1.000", 1], [2, "an binh", "82", 2], [3, "Bảo Xơn", "8x"]]
    told = [(each.line, each.column) for each in take(lines).problems]
    assert told == [(2, "Điểm"), (3, "Tỉnh"), (4, "Tỉnh"), (4, "Điểm")]


def test_a_sheet_without_a_source_is_told_once():
    lines = [["STT", "Tỉnh", "Điểm", "Hạng"], [1, "An Bình", "84", 1], [2, "Bảo Sơn", "82", 2]]
    (problem,) = take_in(terms(), "table.xlsx", workbook(lines)).problems
    assert "Bảng này không có cột nguồn" in str(problem)


def test_a_sheet_without_a_figure_is_refused():
    lines = [["STT", "Tỉnh", "Điểm", "Hạng"], [1, "An Bình"], [2, "Bảo Sơn"]]
    (problem,) = take(lines).problems
    assert "Bảng không có số liệu nào" in str(problem)
