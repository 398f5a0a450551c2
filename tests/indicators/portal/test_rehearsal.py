"""A rehearsal of 2025: an invented PAR Index over the 34 provinces comes, is read everywhere, and goes again."""

import re
from datetime import date

import pytest
from django.test import Client

from indicators.intake import take_in
from indicators.models import Component, Criterion, Edition, Source
from provinces.models import Province

from .files import body, lines
from .pages import Page

pytestmark = pytest.mark.django_db

INVENTED = "Diễn tập 2025: số liệu bịa, chỉ để thử"
RANKING = "/rankings/par-index/2025/"
UNHARMED = ["/rankings/par-index/2024.json", "/provinces/long-an/", "/en/provinces/tay-ninh/", "/provinces/long-an.csv"]
UNHARMED += ["/provinces/vinh-phuc/lap-thach/", "/compare/?province=long-an&province=tay-ninh", "/targets/"]
BACK_AGAIN = [
    *UNHARMED,
    "/",
    "/rankings/par-index/2024/",
    "/provinces/tay-ninh-2025/",
    "/provinces/nghe-an/",
    "/en/provinces/hue/",
    "/provinces/",
]


def score(rank):
    return f"{99 - rank}.{rank:02}"


@pytest.fixture
def before(content):
    """{address: what it said before the rehearsal}."""
    return {address: content(address).decode() for address in BACK_AGAIN}


@pytest.fixture
def taken(before):
    """The invented table as a clerk's file, taken in: names of today, in the order of their ranks."""
    Source.objects.create(
        slug="dien-tap-2025", kind="page", publisher=INVENTED, title=INVENTED, url="https://a.example/"
    )
    whole = Component.objects.get(series__slug="par-index", slug="overall")
    years = {"year_from": 2025, "year_to": 2025}
    Criterion.objects.create(component=whole, rules="dien-tap", name_vi="Tổng", name_en="Overall", maximum=100, **years)
    names = Province.objects.on(date(2025, 12, 31)).order_by("-slug").values_list("name_vi", flat=True)
    rows = [f"{name},overall,{score(rank)},%,{rank},dien-tap-2025" for rank, name in enumerate(names, start=1)]
    terms = {"as_of": date(2025, 12, 31), "announced_on": date(2026, 4, 6), "ranked": 34, "method": "announced"}
    edition = Edition(series=whole.series, year=2025, rules="dien-tap", comparable="yes", note_vi=INVENTED, **terms)
    edition.note_en = "Rehearsal 2025: invented figures, for a test"
    return take_in(edition, "dien-tap.csv", "\n".join(["province,component,score,unit,rank,source", *rows]).encode())


@pytest.fixture
def rehearsal(taken):
    """The invented edition, published."""
    assert [str(problem) for problem in taken.problems] == []
    taken.edition.publish()
    return taken.edition


def read(address):
    response = Client().get(address)
    assert response.status_code == 200, address
    return response.content.decode()


def test_names_of_today_are_read_as_the_provinces_of_today(taken):
    slugs = set(taken.edition.results.values_list("province__slug", flat=True))
    assert len(slugs) == 34
    assert {"tay-ninh-2025", "nghe-an"} <= slugs
    assert "tay-ninh" not in slugs


def test_the_ranking_has_34_provinces_and_no_change_against_2024(rehearsal):
    found = body(read(RANKING.removesuffix("/") + ".json").encode())
    assert found["coverage"] == {"known": 34, "of": 34}
    assert {(row["of"], row["change"], row["rank_change"]) for row in found["rows"]} == {(34, None, None)}
    flat = lines(read(RANKING.removesuffix("/") + ".csv").encode())
    assert {(row["change"], row["rank_change"]) for row in flat} == {("", "")}
    assert len({row.province for row in Page(read(RANKING)).all_rows if row.province}) == 34


def test_the_map_has_the_34_shapes_each_leading_to_its_own_page(rehearsal):
    html = read(RANKING)
    drawn = html.partition('id="par-index-map"')[2].partition("</figure>")[0]
    shapes = drawn.partition("<svg")[2].partition("</svg>")[0]
    slugs = set(rehearsal.results.values_list("province__slug", flat=True))
    assert sorted(re.findall(r'href="/provinces/([^"/]+)/"', shapes)) == sorted(slugs)
    assert "Hoàng Sa" in shapes
    assert "Trường Sa" in shapes
    assert 'href="/provinces/long-an/"' not in drawn


def test_a_province_of_today_then_leads_with_its_own_figures(rehearsal):
    rank = rehearsal.results.get(province__slug="tay-ninh-2025").rank
    page = Page(read("/provinces/tay-ninh-2025/"))
    own = f"Năm 2025, Tây Ninh xếp thứ {rank}/34 tỉnh, thành phố"
    assert own in page.text
    assert "chưa có kỳ công bố nào" not in page.text
    assert page.text.index(own) < page.text.index("Năm 2024, Long An xếp thứ 16/63")
    assert "So với năm 2024" not in page.text


def test_a_province_of_both_eras_has_no_change_across_them(rehearsal):
    rows = body(read("/provinces/nghe-an.json").encode())["rows"]
    (newest,) = [row for row in rows if (row["series"], row["year"]) == ("par-index", 2025)]
    assert (newest["of"], newest["change"], newest["rank_change"]) == (34, None, None)
    page = Page(read("/provinces/nghe-an/"))
    assert "So với năm 2024" not in page.text
    breaks = [chart["breaks"] for key, chart in page.data.items() if "par-index" in key and "breaks" in chart]
    assert breaks
    assert all({"year": 2025, "label": "sắp xếp 01/7/2025", "apart": True} in each for each in breaks)


def test_provinces_of_two_eras_are_separate_lines_with_the_merger_marked(rehearsal):
    page = Page(read("/compare/?province=long-an&province=tay-ninh-2025&series=par-index"))
    (chart,) = [chart for key, chart in page.data.items() if "compare-score" in key]
    known = {
        line["name"]: [y for y, v in zip(chart["years"], line["values"], strict=True) if v] for line in chart["series"]
    }
    assert max(known["Long An"]) == 2024
    assert known["Tây Ninh (từ 01/7/2025)"] == [2025]
    assert {"year": 2025, "label": "sắp xếp 01/7/2025", "apart": True} in chart["breaks"]
    assert "hai giai đoạn không có năm chung, nên không tính chênh lệch" in page.text


def test_the_home_page_leads_with_the_newest_and_compares_with_nothing(rehearsal):
    section = Page(read("/")).sections["s-par-index"]
    assert ("34/34" in section, "Tăng điểm nhiều nhất" in section) == (True, False)


@pytest.mark.parametrize("address", [RANKING, "/", "/en/components/par-index/overall/"])
def test_the_map_is_that_of_the_34(rehearsal, address):
    drawn = re.search(r'id="par-index-map".*?</figure>', read(address), re.DOTALL)[0]
    links = re.findall(r'<a href="(?:/en)?/provinces/([a-z0-9-]+)/"><title>[^<]*: [0-9.,]+</title>', drawn)
    today = set(Province.objects.on(date(2025, 12, 31)).values_list("slug", flat=True))
    assert (set(links), len(links)) == (today, 34 + 34 + 2)  # outlines, tiles, archipelagos


@pytest.mark.parametrize("address", UNHARMED)
def test_pages_of_the_63_are_unharmed(before, rehearsal, address):
    assert read(address) == before[address]


def test_taken_back_it_leaves_nothing_behind(before, rehearsal):
    rehearsal.withdraw(None, "Diễn tập xong", "The rehearsal is over")
    assert [address for address in BACK_AGAIN if read(address) != before[address]] == []
    assert Client().get(RANKING).status_code == 410
    assert Client().get("/compare/?province=tay-ninh-2025").status_code == 200
