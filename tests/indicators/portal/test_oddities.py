"""What is odd about printed figures, each oddity where a reader meets it and in its words, in both languages."""

import pytest

from . import told
from .files import body
from .printed import EDITIONS, first

pytestmark = pytest.mark.django_db


@pytest.fixture
def told_of(content):
    """`told_of("hai-phong/par-index/2023")`: the rows of the page to cite, as (score, rank, where, what is said)."""

    def told_of(path, language="vi"):
        prefix = "/en" if language == "en" else ""
        rows = told.on_page(content(f"{prefix}/provinces/{path}/").decode())
        return [tuple(cells[:4]) for cells in rows]

    return told_of


@pytest.fixture
def row_of(content):
    """`row_of("par-index/2023", "ca-mau")`: the row of a province in the file of a ranking."""

    def row_of(edition, province, component="overall"):
        rows = body(content(f"/rankings/{edition}.json?component={component}"))["rows"]
        return next(row for row in rows if row["province"] == province)

    return row_of


def test_score_and_rank_from_two_sources_stand_together_with_both_below(told_of, row_of):
    row = row_of("par-index/2022", "da-nang")
    assert (row["printed"], row["rank"]) == ("87.54", 5)
    cited = [(each["printed"], each["rank"], each["source"]) for each in row["citations"]]
    assert cited == [
        ("87.54", None, "bao-cong-an-tp-da-nang-2024"),
        (None, 5, "vietnamplus-2023"),
        (None, 5, "bao-gia-lai-2023"),
    ]
    assert [cells[:2] for cells in told_of("da-nang/par-index/2022")] == [
        ("87,54", "5/63"),
        ("–", "5/63"),
        ("–", "5/63"),
    ]


def test_sources_that_differ_on_hai_phong_are_both_shown(told_of, row_of):
    assert row_of("par-index/2023", "hai-phong")["printed"] == "91.87"
    shown, *_others, last = told_of("hai-phong/par-index/2023")
    assert shown[0::3] == ("91,87", "Doanh nghiệp Hội nhập in 91,81; 91,87 khớp mức tăng 4,30 lên 96,17 năm 2024")
    assert last[0::3] == ("91,81", "Các trang khác in 91,87")


def test_sources_that_differ_on_hai_phong_are_told_in_english(told_of):
    shown, *_others, last = told_of("hai-phong/par-index/2023", "en")
    assert shown[0::3] == ("91.87", "Doanh nghiệp Hội nhập prints 91.81; 91.87 fits the rise of 4.30 to 96.17 in 2024")
    assert last[0::3] == ("91.81", "Other pages print 91.87")


def test_four_sources_print_three_scores_of_quang_ninh(told_of):
    rows = told_of("quang-ninh/par-index/2018")
    assert [score for score, _rank, _where, _said in rows] == ["89,06", "89,6", "89,6", "81"]
    assert [said for _score, _rank, _where, said in rows][1:] == [
        "Có lẽ in nhầm 89,06",
        "Có lẽ in nhầm 89,06",
        "Không khớp các trang khác: VIETJO in 89,06",
    ]


def test_the_note_on_quang_ninh_goes_into_files_and_lists(content, page, row_of):
    said = "VietnamPlus và Báo Đà Nẵng in 89,6, VnExpress in 81; 89,06 khớp mức tăng 1,03 lên 90,09 năm 2019"
    assert said in row_of("par-index/2018", "quang-ninh")["note"]
    assert said in content("/rankings/par-index/2018.csv").decode()
    assert said in page("/provinces/quang-ninh/").text


def test_a_rank_that_contradicts_its_score_is_left_blank(told_of, row_of):
    row = row_of("par-index/2023", "ca-mau")
    assert (row["printed"], row["rank"], row["rank_change"]) == ("86.89", None, None)
    ((score, rank, _where, said),) = told_of("ca-mau/par-index/2023")
    assert (score, rank) == ("86,89", "–")
    assert said.startswith("Trang in hạng 32, không dùng được nên để trống: hạng 32 là Đồng Nai (87,04)")


def test_the_blank_rank_is_told_in_english(told_of, page):
    ((_score, _rank, _where, said),) = told_of("ca-mau/par-index/2023", "en")
    assert "32" in said
    assert "Đồng Nai (87.04)" in said
    assert "its rank has not been found" in page("/en/provinces/ca-mau/par-index/2023/").text


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        (
            "/provinces/thai-nguyen/par-index/2020/",
            "(PAR Index) (suy ra: năm 2021 xếp thứ 6, tăng 6 bậc, nên năm 2020 xếp thứ 12); chưa tìm thấy điểm.",
        ),
        (
            "/en/provinces/thai-nguyen/par-index/2020/",
            "(PAR Index) (derived: ranked 6th in 2021, up 6 places, so 12th in 2020); its score has not been found.",
        ),
        (
            "/provinces/binh-thuan/par-index/2024/",
            "(suy ra: năm 2023: 81,87; năm 2024 tăng 6,39, nên năm 2024: 88,26); chưa tìm thấy thứ hạng.",
        ),
        (
            "/en/provinces/binh-thuan/par-index/2024/",
            "(derived: 81.87 in 2023; up 6.39 in 2024, so 88.26 in 2024); its rank has not been found.",
        ),
    ],
)
def test_a_derived_figure_is_said_with_how_it_follows(page, address, sentence):
    assert sentence in page(address).text


@pytest.mark.parametrize(("language", "word"), [("vi", "suy ra"), ("en", "derived")])
def test_a_derived_score_and_rank_carry_the_badge(told_of, language, word):
    ((score, rank, where, _said),) = told_of("dak-lak/par-index/2022", language)
    assert (score.replace(",", "."), rank, where) == (f"84.47 {word}", f"38/63 {word}", word)


def test_what_is_derived_is_named_in_the_files(row_of):
    assert row_of("par-index/2022", "dak-lak")["derived"] == ["rank", "score"]
    assert row_of("par-index/2024", "binh-thuan")["derived"] == ["score", "change"]
    assert row_of("par-index/2022", "hau-giang")["derived"] == ["region_rank"]


def test_every_derived_figure_says_how_in_both_languages():
    derived = [row for edition in EDITIONS for row in edition.rows if row["how_vi"] or row["how_en"]]
    assert len(derived) > 30
    assert [row for row in derived if not (row["how_vi"] and row["how_en"])] == []


@pytest.mark.parametrize(("province", "name", "place"), [("hau-giang", "Hậu Giang", 2), ("dong-thap", "Đồng Tháp", 3)])
def test_a_rank_known_in_the_region_alone_is_no_rank_in_the_country(page, row_of, province, name, place):
    row = row_of("par-index/2022", province)
    assert (row["rank"], row["score"], row["region_rank"]) == (None, None, place)
    assert province in page("/rankings/par-index/2022/").places("unknown")
    assert f"{name} (thứ {place}/13 trong vùng, suy ra" in page("/rankings/par-index/2022/").text


def test_a_rank_known_in_the_region_alone_has_its_sentence_and_citation(page):
    text = page("/provinces/hau-giang/par-index/2022/").text
    assert "Năm 2022, trong 13 tỉnh, thành phố Đồng bằng sông Cửu Long, Hậu Giang xếp thứ 2/13 về" in text
    assert "chưa tìm thấy thứ hạng trong cả nước." in text
    assert "Hậu Giang, PAR Index 2022: thứ 2/13 trong vùng, suy ra." in text
    english = page("/en/provinces/hau-giang/par-index/2022/").text
    assert "Hậu Giang ranked 2nd of 13 provinces and cities of the Mekong River Delta" in english
    assert "its national rank has not been found." in english


def test_a_rank_without_a_score_is_shown_without_one(page, row_of):
    row = row_of("par-index/2024", "cao-bang")
    assert (row["rank"], row["score"], row["printed"], row["change"]) == (63, None, None, None)
    text = page("/provinces/cao-bang/par-index/2024/").text
    assert (
        "Cao Bằng xếp thứ 63/63 tỉnh, thành phố về Chỉ số cải cách hành chính (PAR Index); chưa tìm thấy điểm." in text
    )
    assert "its score has not been found" in page("/en/provinces/cao-bang/par-index/2024/").text


def test_a_rank_without_a_score_is_bounded_by_its_neighbours(page):
    text = page("/provinces/thai-nguyen/").text
    assert "Điểm năm 2023 của Thái Nguyên nằm trong khoảng 88,72 đến 91,03 (suy ra từ điểm" in text


def test_the_page_to_cite_bounds_a_missing_score_by_the_neighbours_of_its_year(page):
    text = page("/provinces/thai-nguyen/par-index/2021/").text
    assert (
        "Điểm năm 2021 của Thái Nguyên nằm trong khoảng 88,44 đến 89,28 (suy ra từ điểm của tỉnh xếp thứ 5 và tỉnh xếp "
        "thứ 11)." in text
    )
    english = page("/en/provinces/thai-nguyen/par-index/2021/").text
    assert "between 88.44 and 89.28" in english
    assert "nằm trong khoảng" not in page("/provinces/cao-bang/par-index/2024/").text


def test_a_score_without_a_rank_gets_none(row_of, told_of):
    row = row_of("par-index/2016", "dak-lak")
    assert (row["printed"], row["rank"], row["rank_change"]) == ("73.42", None, None)
    assert told_of("dak-lak/par-index/2016")[0][:2] == ("73,42 suy ra", "–")


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        (
            "vi",
            "Năm 2024, Cần Thơ (thứ 22/63) và Bình Dương (thứ 23/63) cùng được công bố 89,13 điểm; "
            "thứ hạng ghi theo công bố.",
        ),
        (
            "en",
            "In 2024 Cần Thơ (22nd of 63) and Bình Dương (23rd of 63) were both published with 89.13 points; "
            "ranks are shown as announced.",
        ),
    ],
)
def test_equal_scores_with_different_ranks_are_said_and_left(page, row_of, language, sentence):
    prefix = "/en" if language == "en" else ""
    assert sentence in page(f"{prefix}/rankings/par-index/2024/").text
    rows = [row_of("par-index/2024", province) for province in ("can-tho", "binh-duong")]
    assert [(row["printed"], row["rank"]) for row in rows] == [("89.13", 22), ("89.13", 23)]
    assert "đồng hạng" not in page("/rankings/par-index/2024/").text


def test_equal_scores_of_one_page_in_sipas_are_noted(told_of):
    notes = {province: told_of(f"{province}/sipas/2021")[0][3] for province in ("soc-trang", "dong-thap")}
    assert notes["soc-trang"].startswith("Cùng trang in 89,51 cho cả Đồng Tháp (thứ 2 trong vùng)")
    assert notes["dong-thap"].startswith("Cùng trang in 89,51 cho cả Sóc Trăng (đứng đầu vùng)")


def test_a_score_that_rose_while_its_rank_fell_is_said_so(page):
    text = page("/provinces/ba-ria-vung-tau/par-index/2021/").text
    assert (
        "Năm 2021, Bà Rịa - Vũng Tàu đạt 87,61 điểm, tăng 1,59 điểm so với năm 2020, nhưng giảm 7 bậc, từ thứ 9 xuống "
        "thứ 16/63: số tỉnh, thành phố xếp trên tăng từ 8 lên 15. Số năm 2020 suy ra:" in text
    )
    english = page("/en/provinces/ba-ria-vung-tau/par-index/2021/").text
    assert "fell 7 places, from 9th to 16th of 63: the number of provinces and cities above it grew" in english
    assert "The 2020 figure is derived: 87.61 in 2021, up 1.59, so 86.02 in 2020." in english


def test_the_ninth_place_of_2020_that_it_fell_from_is_marked(told_of, row_of):
    assert row_of("par-index/2021", "ba-ria-vung-tau")["derived"] == ["change", "rank_change"]
    assert told_of("ba-ria-vung-tau/par-index/2020")[0][:2] == ("86,02 suy ra", "9/63 suy ra")


def test_two_probably_swapped_scores_of_pci_are_noted_on_both(told_of):
    ((score, rank, _where, said),) = told_of("lai-chau/pci/2010")
    assert (score, rank) == ("51,7668", "–")
    assert said == "Có lẽ đổi chỗ với Lâm Đồng (58,26 trong bộ dữ liệu): VCCI in 51,77 cho Lâm Đồng"
    assert told_of("lai-chau/pci/2010", "en")[0][3].startswith("Probably swapped with Lâm Đồng (58.26 in the package)")
    rows = told_of("lam-dong/pci/2010")
    assert [row[:2] for row in rows] == [("51,77", "57/63"), ("58,2647", "–")]
    assert all("đổi chỗ với Lai Châu" in said for _score, _rank, _where, said in rows)


def test_a_page_that_names_in_order_gives_way_to_one_that_prints_the_rank():
    edition = next(edition for edition in EDITIONS if str(edition) == "par-index-2022")
    for province in ("hai-phong", "ha-noi", "bac-giang"):
        rows = edition.cited("overall")[province]
        assert not first(rows, "rank")["how_vi"], province
        assert any("nêu theo thứ tự" in row["how_vi"] for row in rows), province
