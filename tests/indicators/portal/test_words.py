"""What pages say beside their figures: whose count a position is, what was not found, each thing once."""

import re

import pytest

pytestmark = pytest.mark.django_db

CARD = re.compile(r'<ol class="list">.*?</ol>', re.DOTALL)
KEYS = re.compile(r'<dd class="big">(.*?)<', re.DOTALL)


@pytest.mark.parametrize("address", ["/", "/rankings/papi/", "/rankings/papi/2024/"])
def test_positions_are_said_to_be_counted_by_the_portal_among_the_known(page, address):
    said = "Chỉ số này không công bố thứ hạng. Vị trí do Cổng tự tính theo điểm, trên 61 tỉnh, thành phố có số liệu."
    assert page(address).text.count(said) == 1
    english = "Positions are computed by the portal from scores, among the 61 provinces and cities with figures."
    assert page(f"/en{address}").text.count(english) == 1


def test_no_card_of_an_edition_has_a_figure_that_is_a_bare_dash(page):
    home = page("/").html
    cards = CARD.findall(home)
    assert len(cards) >= 8
    assert [card for card in cards if ">–<" in card] == []
    assert home.count('<p class="unit">chưa tìm thấy điểm</p>') == 1


def test_the_page_to_cite_calls_a_position_no_rank(page):
    heads = re.findall(r'<th scope="col"[^>]*>(.*?)</th>', page("/provinces/long-an/papi/2024/").html)
    assert "Vị trí" in heads
    assert "Thứ hạng" not in heads


@pytest.mark.parametrize("province", ["hau-giang", "dong-thap", "long-an", "cao-bang"])
def test_no_key_figure_is_a_bare_dash(page, province):
    figures = KEYS.findall(page(f"/provinces/{province}/").html)
    assert figures
    assert "–" not in figures


@pytest.mark.parametrize(
    "address",
    ["/provinces/quang-ninh/par-index/2018/", "/rankings/par-index/2018/", "/en/provinces/quang-ninh/par-index/2018/"],
)
def test_what_is_to_be_known_of_a_year_is_said_once(page, address):
    said = {"vi": "Điểm tối đa các lĩnh vực khác năm 2017", "en": "no document seen that says how"}
    assert page(address).text.count(said[page(address).language]) == 1


def test_where_few_ranks_are_known_none_are_drawn(page):
    assert page("/rankings/par-index/2024/").drawn("-ranks") == []
    assert "Mới biết 15/63 thứ hạng" in page("/rankings/par-index/2024/").text
    assert page("/provinces/long-an/par-index/2024/").drawn("-ranks") == []
    assert page("/provinces/long-an/par-index/2022/").drawn("-ranks") != []


def test_no_sign_is_parted_from_its_word(answers):
    """No space before a closing bracket, a comma or a full stop, in any text that a reader sees."""
    astray = re.compile(r"[^\s>]\s+[),;.](?=[\s<])")
    pages = {address: each for address, each in answers.items() if each["Content-Type"].startswith("text/html")}
    found = {address: astray.findall(shown(each.content.decode())) for address, each in pages.items()}
    assert {address: signs for address, signs in found.items() if signs} == {}


def shown(html):
    """A page without what is between its tags."""
    return re.sub(r"<(script|style)\b.*?</\1>|</?(?:a|b|small|span|strong)\b[^>]*>", "", html, flags=re.DOTALL)


def test_a_change_that_cannot_be_computed_is_not_called_not_found(page):
    row = re.search(r'<tr><th scope="row"><a href="/provinces/hue/papi/2018/".*?</tr>', page("/provinces/hue/").html)
    assert row[0].count("không tính được") == 2
    assert "chưa tìm thấy" not in row[0]
    assert "Dấu “–” là chưa tìm thấy hoặc không tính được, không phải 0." in page("/").text


def test_a_table_has_no_column_of_means_where_none_was_announced(page):
    tables = dict(
        re.findall(r'<caption class="sr">(.*?)</caption>(.*?)</table>', page("/provinces/hue/").html, re.DOTALL)
    )
    assert {name: "Trung bình cả nước" in tables[name] for name in ("PAR Index", "PAPI", "PCI")} == {
        "PAR Index": True,
        "PAPI": False,
        "PCI": False,
    }


def test_every_short_name_of_an_index_is_spelled_out_beside_the_key_figures(page):
    said = "PCI: Chỉ số năng lực cạnh tranh cấp tỉnh."
    assert said in page("/provinces/long-an/").text
    assert "PCI Chỉ số năng lực cạnh tranh cấp tỉnh" in page("/provinces/tay-ninh-2025/").text
    assert "PCI: Provincial Competitiveness Index." in page("/en/provinces/long-an/").text


def test_a_chart_that_leads_to_a_note_has_it_on_its_page(page):
    text = page("/provinces/long-an/").text
    assert "xem ghi chú" in text
    assert "2020: Ngày công bố suy từ chữ 'thứ Năm' trong bài đăng ngày 25/6/2021." in text


def test_an_edition_says_that_no_day_of_announcement_was_found(page):
    assert re.search(r"data-label=\"Ngày công bố\"><span class=\"quiet\">chưa tìm thấy<", page("/rankings/").html)
    assert "chưa tìm thấy ngày công bố" in page("/health/").text


def test_bodies_are_spelled_out(page):
    text = page("/targets/").text
    assert "Chủ tịch Ủy ban nhân dân tỉnh" in text
    assert "Ban Chỉ đạo cải cách hành chính tỉnh" in text
    assert "Ban Chỉ đạo CCHC" not in text


@pytest.mark.parametrize("address", ["/health/", "/sources/vietjo-2024/"])
def test_the_whole_of_an_index_has_one_name_in_tables_under_its_heading(page, address):
    main = page(address).html.partition("<main")[2]
    assert "Chỉ số tổng hợp" in main
    assert "Chỉ số cải cách hành chính (PAR Index)" not in main
