"""Two eras of provinces: every page answers, says what it was and became, and leads to its other life."""

import pytest

from indicators import caching
from tests.many import many

from .files import body
from .pages import words
from .printed import reference
from .test_profiles import wholes
from .test_queries import MOST

pytestmark = pytest.mark.django_db
PROVINCES = reference("provinces.json", "provinces.province")
MERGERS = [(row["predecessor"][0], row["successor"][0]) for row in reference("provinces.json", "provinces.succession")]
SERIES = ["par-index", "sipas", "papi", "pci"]
SUCCESSORS = sorted({after for _before, after in MERGERS})


def test_86_provinces_have_lived():
    assert len(PROVINCES) == 86


@many("province", [row["slug"] for row in PROVINCES], ["long-an", "tay-ninh-2025", "ha-noi", "hue"])
@pytest.mark.parametrize("language", ["", "/en"])
def test_a_province_answers_within_ten_queries(client, django_assert_max_num_queries, language, province):
    caching.forget()
    with django_assert_max_num_queries(MOST):
        assert client.get(f"{language}/provinces/{province}/").status_code == 200


@many("merger", MERGERS, [("long-an", "tay-ninh-2025"), ("da-nang", "da-nang-2025")], ids="/".join)
def test_a_province_that_ended_and_what_it_became_lead_to_each_other(page, merger):
    before, after = merger
    ended, began = page(f"/provinces/{before}/"), page(f"/provinces/{after}/")
    assert after in ended.places("relations")
    assert before in began.places("relations")
    for each in (ended, began):
        assert "Nghị quyết 202/2025/QH15" in each.text
        assert "01/7/2025" in each.text


@many("successor", SUCCESSORS, ["tay-ninh-2025", "da-nang-2025"])
def test_predecessors_stand_side_by_side_with_their_last_printed_figures(page, content, successor):
    joined = [before for before, after in MERGERS if after == successor]
    told = {(series, before): wholes(before, series) for before in joined for series in SERIES}
    expected = {key: (each[0][0].year, each[0][1]["printed"]) for key, each in told.items() if each}
    rows = body(content(f"/provinces/{successor}.json"))["of_predecessors"]
    assert {(row["series"], row["province"]): (row["year"], row["printed"]) for row in rows} == expected
    text = words(page(f"/provinces/{successor}/").sections["relations"])
    assert [year for year, _printed in expected.values() if f"năm {year}" not in text] == []


def test_a_province_of_today_without_an_edition_is_worth_reading(page):
    text = page("/provinces/tay-ninh-2025/").text
    assert "Tây Ninh (từ 01/7/2025) chưa có kỳ công bố nào trên Cổng." in text
    assert "Năm 2024, Long An xếp thứ 16/63 tỉnh, thành phố" in text
    assert "Năm 2024, Tây Ninh xếp thứ 32/63 tỉnh, thành phố" in text
    assert [figure for figure in ("89,68", "88,4", "42,29/80", "47,35/80") if figure not in text] == []


def test_a_province_of_today_leads_on_to_what_its_predecessors_stated_and_got_over_the_years(page):
    html = page("/provinces/tay-ninh-2025/").html
    assert 'href="/targets/?province=long-an">29 chỉ tiêu, kết quả và nhiệm vụ<' in html
    assert "/targets/?province=tay-ninh" not in html
    assert (
        'href="/compare/?province=long-an&amp;province=tay-ninh">Xem Long An và Tây Ninh (đến 30/6/2025) cạnh' in html
    )


@pytest.mark.parametrize("figure", ["178,08", "89,04", "89,64", "44,82"])
def test_nothing_of_predecessors_is_added_or_averaged(page, figure):
    """Long An and Tây Ninh: PAR Index 89.68 and 88.4, PAPI 42.29 and 47.35."""
    assert figure not in page("/provinces/tay-ninh-2025/").text


@pytest.mark.parametrize(
    ("slug", "said"),
    [
        ("hue", "Từ ngày 01/1/2025, tỉnh Thừa Thiên Huế trở thành thành phố Huế trực thuộc Trung ương"),
        ("dong-nai-2025", "Từ ngày 30/4/2026, tỉnh Đồng Nai trở thành thành phố Đồng Nai trực thuộc Trung ương"),
        ("quang-ninh", "Từ ngày 01/9/2026, tỉnh Quảng Ninh trở thành thành phố Quảng Ninh trực thuộc Trung ương"),
        ("bac-ninh-2025", "Từ ngày 20/9/2026, tỉnh Bắc Ninh trở thành thành phố Bắc Ninh trực thuộc Trung ương"),
    ],
)
def test_a_change_of_status_is_said_with_its_day(page, slug, said):
    assert said in page(f"/provinces/{slug}/").text


@pytest.mark.thorough
def test_a_change_of_status_is_said_of_no_other_province(page):
    told = [row["slug"] for row in PROVINCES if "trở thành" in page(f"/provinces/{row['slug']}/").text]
    assert sorted(told) == ["bac-ninh-2025", "dong-nai-2025", "hue", "quang-ninh"]


def test_the_eleven_that_did_not_change_say_so(page):
    merged = {slug for pair in MERGERS for slug in pair}
    unchanged = [row["slug"] for row in PROVINCES if row["slug"] not in merged]
    assert len(unchanged) == 11
    for slug in unchanged:
        shown = page(f"/provinces/{slug}/")
        assert ("cùng địa giới trước và sau ngày 01/7/2025" in shown.text, shown.places("relations")) == (True, [])


def test_a_search_shows_both_lives_of_a_name_the_present_one_first(page):
    found = page("/search/?q=tay+ninh")
    places = [each for each in found.places("") if each.startswith("tay-ninh")]
    assert places[:2] == ["tay-ninh-2025", "tay-ninh"]
    assert "Tây Ninh (từ 01/7/2025) từ ngày 01/7/2025; hợp nhất từ Long An và Tây Ninh (đến 30/6/2025)" in found.text


def test_an_old_name_leads_to_its_page_and_to_what_it_became(page):
    assert page("/search/?q=long+an").places("")[:2] == ["long-an", "tay-ninh-2025"]


def test_an_old_district_leads_to_its_province_and_to_what_that_became(page):
    found = page("/search/?q=duc+hoa")
    assert found.places("")[:2] == ["long-an", "tay-ninh-2025"]
    assert "huyện thuộc Long An, đến ngày 30/6/2025; Long An hợp nhất thành Tây Ninh (từ 01/7/2025)" in found.text


def test_a_district_that_stated_something_leads_to_its_own_page(page):
    assert 'href="/provinces/vinh-phuc/lap-thach/"' in page("/search/?q=lap+thach").html
    assert 'href="/provinces/long-an/duc-hoa/"' not in page("/search/?q=duc+hoa").html


def test_a_district_of_which_nothing_is_stated_says_so(page):
    shown = page("/provinces/long-an/duc-hoa/")
    assert "Chưa tìm thấy chỉ tiêu, kết quả hay nhiệm vụ nào của huyện này." in shown.text
    assert 'content="noindex"' in shown.html


@pytest.mark.parametrize(("era", "count"), [("34", 34), ("63", 63)])
def test_the_directory_has_both_eras_by_region(page, content, era, count):
    rows = [row for row in body(content("/provinces.json"))["rows"] if row["era"] == era]
    assert len(rows) == len({row["province"] for row in rows}) == count
    assert len({row["region"] for row in rows}) == 6
    assert page("/provinces/").places(f"era-{era}") == [row["province"] for row in rows]
