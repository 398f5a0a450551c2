"""The figures by which the portal was asked for: Long An's profile, and the ranking of the PAR Index 2022."""

import pytest
from django.test import Client

from indicators.models import Edition, Publication

from .files import body
from .pages import Page

pytestmark = pytest.mark.django_db

ARTICLE = "longan-par-index-2023"


@pytest.fixture
def of_2022():
    """`of_2022(address)`: a page as it was before later years were published."""
    Edition.objects.filter(year__gt=2022).update(status=Edition.Status.SUPERSEDED)
    Publication.objects.renew()
    return lambda address: Page(Client().get(address).content.decode())


@pytest.fixture
def long_an(content):
    """{component: Long An's row} of the PAR Index 2022."""
    rows = body(content("/provinces/long-an.json"))["rows"]
    return {row["component"]: row for row in rows if (row["series"], row["year"]) == ("par-index", 2022)}


def test_long_an_was_8th_of_63_with_87_42(long_an):
    row = long_an["overall"]
    assert (row["rank"], row["of"], row["printed"], row["region_rank"]) == (8, 63, "87.42", 1)
    assert (row["rank_change"], f"{row['change']:.2f}") == (14, "0.22")


def test_long_an_was_22nd_with_87_20_the_year_before(page):
    rows = {row.name: row.figures for row in page("/provinces/long-an/").rows("y-par-index")}
    assert rows["2022"][:4] == ["87,42", "8/63", "+0,22", "+14"]
    assert rows["2021"][:2] == ["87,20", "22/63"]


def test_long_an_is_said_to_have_risen_to_the_first_of_its_region(of_2022):
    said = of_2022("/provinces/long-an/").text
    assert "Năm 2022, Long An xếp thứ 8/63 tỉnh, thành phố" in said
    assert "tăng 14 bậc (từ thứ 22 lên thứ 8)" in said
    assert "tăng 0,22 điểm (từ 87,20 lên 87,42)" in said
    assert "Trong 13 tỉnh, thành phố Đồng bằng sông Cửu Long, Long An đứng đầu (1/13)." in said


def test_long_ans_component_ranks_are_those_of_the_article(long_an):
    assert sorted(row["rank"] for name, row in long_an.items() if name != "overall") == [6, 7, 12, 14, 17, 32, 55]


def test_long_ans_component_ranks_have_their_source_and_paragraph(long_an):
    for component, row in long_an.items():
        assert (ARTICLE, True) in [(each["source"], bool(each["paragraph"])) for each in row["citations"]], component


def test_long_ans_profile_shows_the_component_ranks_with_their_paragraph(of_2022):
    page = of_2022("/provinces/long-an/")
    rows = page.rows("c-par-index")
    ranks = sorted(int(row.figures[0].removesuffix("/63")) for row in rows if row.figures[0] != "–")
    assert ranks == [6, 7, 12, 14, 17, 32, 55]
    assert all(page.sources(row) == {ARTICLE} for row in rows if row.figures[0] != "–")
    assert "đoạn 11" in page.text
    assert "đoạn 13" in page.text


def test_the_ranking_of_2022_gives_the_ranks_that_were_announced(content):
    rows = body(content("/rankings/par-index/2022.json"))["rows"]
    found = {
        row["name"]: (float(row["score"]), row["rank"]) for row in rows if row["score"] is not None and row["rank"]
    }
    expected = {
        "Quảng Ninh": (90.1, 1),
        "Hải Phòng": (90.09, 2),
        "Hà Nội": (89.58, 3),
        "Bắc Giang": (88.54, 4),
        "Đồng Nai": (82.92, 51),
        "Gia Lai": (80.35, 58),
    }
    assert {name: found[name] for name in expected} == expected


def test_the_ranking_of_2022_says_how_many_of_63_are_known(content, page):
    assert body(content("/rankings/par-index/2022.json"))["coverage"] == {"known": 24, "of": 63}
    assert "Mới biết số liệu của 24/63 tỉnh, thành phố năm 2022." in page("/rankings/par-index/2022/").text


def test_papi_2024_has_61_provinces_with_a_total(content, page):
    assert body(content("/rankings/papi/2024.json"))["coverage"] == {"known": 61, "of": 63}
    assert "trên 61 tỉnh, thành phố có số liệu" in page("/rankings/papi/2024/").text
