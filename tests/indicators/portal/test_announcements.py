"""Years in which few ranks were found among all scores, figures of the country and the regions, names of the day."""

import pytest

from .files import body
from .printed import BY_YEAR

pytestmark = pytest.mark.django_db

WHOLE_YEARS = [BY_YEAR["pci", year] for year in (2009, 2010, 2011, 2012, 2014, 2015, 2016)]
every_whole_year = pytest.mark.parametrize("edition", WHOLE_YEARS, ids=str)
THREE = {"binh-phuoc", "dong-nai", "lam-dong"}


@every_whole_year
def test_pci_with_three_ranks_lists_all_63_scores(content, page, edition):
    rows = body(content(edition.address(format="json")))["rows"]
    assert sum(row["score"] is not None for row in rows) == 63
    assert {row["province"] for row in rows if row["rank"] is not None} == THREE
    shown = page(edition.address()).rows("table")
    assert len([row for row in shown if row.province]) == 63
    assert {row.province for row in shown if row.province and row.figures[0] != "–"} == THREE


@every_whole_year
def test_pci_counts_no_position_among_the_scores(content, page, edition):
    rows = body(content(edition.address(format="json")))["rows"]
    assert [row for row in rows if row["rank"] is not None and "rank" in row["derived"]] == []
    text = page(edition.address()).text
    assert "Đủ 63 tỉnh, thành phố" in text
    assert "Mới biết 3/63 thứ hạng" in text
    assert "Cổng tự tính" not in text
    assert "chưa tìm thấy thứ hạng." in page(f"/provinces/an-giang/pci/{edition.year}/").text


@every_whole_year
def test_pci_scores_without_a_rank_come_from_the_highest(content, edition):
    rows = body(content(edition.address(format="json")))["rows"]
    scores = [row["score"] for row in rows if row["rank"] is None]
    assert scores == sorted(scores, reverse=True)
    assert [row["province"] in THREE for row in rows] == [True] * 3 + [False] * 60


@pytest.fixture
def means(page):
    """{what is counted, with what is said of it: figure} in the table of a ranking."""
    return lambda address: {row.name: row.figures[0] for row in page(address).rows("aggregates")}


def test_the_mean_of_2022_is_derived_and_says_how(content, page):
    text = page("/rankings/par-index/2022/").text
    assert "Năm 2023: 86,98, tăng 2,19, nên năm 2022: 84,79" in text
    assert "84,79 điểm suy ra" in text
    assert "86.98 in 2023, up 2.19, so 84.79 in 2022" in page("/en/rankings/par-index/2022/").text
    country = [row for row in body(content("/rankings/par-index/2022.json"))["aggregates"] if not row["region"]]
    assert next(row["printed"] for row in country if row["fact"] == "mean" and row["how"]) == "84.79"


def test_means_of_a_region_that_differ_stand_side_by_side(means):
    told = means("/rankings/par-index/2023/")
    coast = {name: figure for name, figure in told.items() if "Bắc Trung Bộ và duyên hải miền Trung" in name}
    assert sorted(coast.values()) == ["86,82", "87,72"]
    assert any("In nhầm: cùng câu ghi năm 2024 tăng 1,58 lên 88,51" in name for name in coast)


def test_the_change_of_a_part_names_it_and_has_its_sign(means):
    for address in ("/rankings/par-index/2024/?component=institutions", "/provinces/hai-phong/par-index/2024/"):
        (figure,) = (figure for name, figure in means(address).items() if "so với năm trước: Cải cách thể chế" in name)
        assert figure == "−1,60"
    assert means("/rankings/par-index/2024/")["Trung bình so với năm trước"] == "+1,39"


def test_one_mean_printed_for_two_regions_is_noted_on_both(means):
    said = "Nguồn in 85,42 cho cả Đồng bằng sông Cửu Long và Tây Nguyên"
    told = {name: figure for name, figure in means("/rankings/par-index/2023/").items() if said in name}
    assert list(told.values()) == ["85,42", "85,42"]


def test_rises_and_falls_that_do_not_make_63_are_noted(page):
    text = page("/rankings/par-index/2024/").text
    assert "53 tăng và 9 giảm là 62: còn một địa phương không được nêu." in text
    assert "53 rises and 9 falls make 62: one province is not mentioned." in page("/en/rankings/par-index/2024/").text


def test_a_province_stands_beside_the_means_of_its_country_and_region_only(content):
    told = body(content("/provinces/ca-mau/par-index/2023.json"))["aggregates"]
    assert {row["region"] for row in told} == {None, "mekong-delta"}
    assert {row["fact"] for row in told} == {"mean", "mean_change"}


@pytest.mark.parametrize("series", ["par-index", "papi", "pci", "sipas"])
@pytest.mark.parametrize("prefix", ["", "/en"])
def test_rankings_of_2024_know_thua_thien_hue(content, page, series, prefix):
    rows = body(content(f"{prefix}/rankings/{series}/2024.json"))["rows"]
    assert [row["name"] for row in rows if row["province"] == "hue"] == ["Thừa Thiên Huế"]
    assert "Thừa Thiên Huế" in page(f"{prefix}/rankings/{series}/2024/").text


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_the_directory_of_today_knows_hue(content, page, prefix):
    names = [row["name"] for row in body(content(f"{prefix}/provinces.json"))["rows"] if row["province"] == "hue"]
    assert set(names) == {"Huế"}
    assert "Thừa Thiên Huế" not in page(f"{prefix}/provinces/").text
    assert "Huế" in page(f"{prefix}/search/?q=thua+thien+hue").text


def test_what_is_told_of_a_year_is_told_of_the_name_it_had(page):
    assert "Năm 2023, Thừa Thiên Huế xếp thứ 17/63 tỉnh, thành phố" in page("/provinces/hue/par-index/2023/").text
    profile = page("/provinces/hue/")
    assert "Năm 2023, Thừa Thiên Huế xếp thứ 17/63" in profile.text
    assert "Điểm PAR Index của Thừa Thiên Huế, 2021–2023" in profile.text


def test_the_decision_stands_in_the_first_line_of_its_ranking(page):
    said = "Năm đánh giá 2022, công bố ngày 19/4/2023, theo Quyết định 289/QĐ-BNV ngày 14/4/2023."
    assert said in page("/rankings/par-index/2022/").text
    assert said in page("/provinces/long-an/par-index/2022/").text
    english = "Year assessed 2022, announced on 19 April 2023 by Decision 289/QĐ-BNV of 14 April 2023."
    assert english in page("/en/rankings/par-index/2022/").text


@pytest.mark.parametrize("address", ["/rankings", "/rankings/par-index"])
def test_the_editions_are_listed_with_their_decisions(content, page, address):
    assert "Quyết định 268/QĐ-BNV ngày 28/3/2025" in page(f"{address}/").text
    decided = {(row["year"], row["decision"], row["decided_on"]) for row in body(content(f"{address}.json"))["rows"]}
    assert {(2024, "268/QĐ-BNV", "2025-03-28"), (2023, None, None)} <= decided
