"""A filter chooses which rows are shown, never what is counted; nonsense is said in words and left aside."""

import pytest

from .files import READERS, body
from .pages import Page
from .printed import BY_YEAR, reference

pytestmark = pytest.mark.django_db

RANKING = "/rankings/par-index/2022/"
PAPI = "/rankings/papi/2024/"
both_rankings = pytest.mark.parametrize("address", [RANKING, PAPI])

# Words that mean nothing to a ranking: a value of each parameter, and what may be thrown at any address.
USELESS = [
    "component=nonsense",
    "component=overall%27%20OR%201=1--",
    "region=atlantis",
    "region=mekong-delta-2025",
    "region=99999999999999999999999999",
    "order=nonsense",
    "order=--rank",
    "q=" + "x" * 61,
    "component=overall&component=nonsense",
    "region=mekong-delta&region=atlantis",
]
HOSTILE = [
    "nonsense=1",
    "region[]=mekong-delta",
    "region[slug]=x",
    "q=%F0%9F%98%80",
    "q=%27%22%3E%3Cscript%3E",
    "q=%25%25%5F",
    "q=%FF%FE",
    "region=%ED%A0%80",
    "page=-1",
    "page=99999999999999999999999999999999999999",
    "page=1e999",
    "page=NaN",
    "page=%D9%A1%D9%A2",
    "year=abc",
    "&&&===",
    "%",
    "%zz",
    "q",
    "component=",
    "=x",
    "q=" + "a" * 3000,
    "&".join(f"p{number}=1" for number in range(500)),
]
REFUSED = ["q=%00", "%00=x", "region=%00", "&".join(f"p{number}=1" for number in range(1001))]
EVERYWHERE = [PAPI, "/search/", "/sources/longan-par-index-2023/"]


@pytest.mark.parametrize("question", USELESS)
def test_a_word_that_means_nothing_is_named_and_the_whole_table_shown(client, page, question):
    response = client.get(f"{RANKING}?{question}")
    found = Page(response.content.decode())
    assert response.status_code == 200
    assert "không dùng được" in found.text
    assert provinces(found) == provinces(page(RANKING))


@pytest.mark.parametrize("address", EVERYWHERE)
def test_a_hostile_question_is_answered(client, address):
    statuses = {question: client.get(f"{address}?{question}").status_code for question in HOSTILE}
    assert statuses == dict.fromkeys(HOSTILE, 200)


@pytest.mark.parametrize("address", EVERYWHERE)
def test_what_cannot_be_read_is_refused(client, address):
    statuses = {question: client.get(f"{address}?{question}").status_code for question in REFUSED}
    assert statuses == dict.fromkeys(REFUSED, 400)


@pytest.mark.parametrize("question", USELESS)
def test_a_word_that_means_nothing_gets_the_whole_file(client, content, question):
    found = client.get(f"/rankings/par-index/2022.csv?{question}")
    assert (found.status_code, found.content) == (200, content("/rankings/par-index/2022.csv"))


@both_rankings
@pytest.mark.parametrize("region", ["mekong-delta", "red-river-delta", "central-highlands"])
def test_a_region_shows_its_provinces_with_the_ranks_they_have(page, address, region):
    whole, part = page(address), page(f"{address}?region={region}")
    assert set(provinces(part)) == members(region)
    assert figures(part) == {key: row for key, row in figures(whole).items() if key in members(region)}


@both_rankings
@pytest.mark.parametrize("format", READERS)
def test_a_region_gives_files_with_the_ranks_they_have(content, address, format):
    stem = f"{address.rstrip('/')}.{format}"
    whole, part = (READERS[format](content(each)) for each in (stem, f"{stem}?region=mekong-delta"))
    assert part == {province: row for province, row in whole.items() if province in members("mekong-delta")}


@both_rankings
def test_a_filter_leaves_what_is_counted_as_it_is(content, address):
    stem = address.rstrip("/") + ".json"
    whole, part = body(content(stem)), body(content(f"{stem}?region=mekong-delta"))
    assert (part["coverage"], part["aggregates"]) == (whole["coverage"], whole["aggregates"])


@pytest.mark.parametrize(
    ("words", "province"),
    [
        ("tphcm", "ho-chi-minh"),
        ("sai gon", "ho-chi-minh"),
        ("LONG AN", "long-an"),
        ("da nang", "da-nang"),
        ("đà nẵng", "da-nang"),
        ("brvt", "ba-ria-vung-tau"),
        ("thua thien hue", "hue"),
    ],
)
def test_a_name_is_found_as_people_write_it(client, words, province):
    found = Page(client.get(PAPI, {"q": words}).content.decode())
    assert provinces(found) == [province]


def test_a_name_of_nobody_finds_nothing_and_says_so(client):
    found = Page(client.get(RANKING, {"q": "atlantis"}).content.decode())
    assert provinces(found) == []
    assert "Không có tỉnh, thành phố nào" in found.text


def test_a_component_and_a_region_are_asked_together(page):
    question = "?component=procedures&region=mekong-delta"
    found = figures(page(f"{RANKING}{question}"))
    assert found["long-an"][0] == "55/63"
    assert set(found) <= members("mekong-delta")


@pytest.mark.parametrize("order", ["rank", "-rank", "name", "-name", "score", "-score", "change", "-change", "region"])
def test_an_order_shows_the_same_rows(page, order):
    assert figures(page(f"{PAPI}?order={order}")) == figures(page(PAPI))


def test_names_stand_in_vietnamese_order(page):
    names = [row.name for row in page(f"{PAPI}?order=name").rows("table") if row.province]
    some = ["An Giang", "Bạc Liêu", "Bến Tre", "Cần Thơ", "Đà Nẵng", "Đắk Lắk", "Gia Lai", "Hà Nội", "Hậu Giang"]
    assert [name for name in names if name in some] == some


@both_rankings
@pytest.mark.parametrize(
    "question", ["?region=mekong-delta", "?q=an&order=name", "?component=overall&region=southeast"]
)
def test_a_filter_stays_in_links_and_files(page, address, question):
    hrefs = page(f"{address}{question}").hrefs
    stem = address.rstrip("/")
    assert {f"{stem}.{format}{question}" for format in READERS} <= set(hrefs)
    assert f"/en{address}{question}" in hrefs


def provinces(page):
    """The provinces that a ranking shows, known or not, the known ones first."""
    return [row.province for row in page.rows("table") if row.province] + sorted(page.places("unknown"))


def figures(page):
    return {row.province: row.figures for row in page.rows("table") if row.province}


def members(region):
    """The provinces of a region on 31 December 2022."""
    rows = reference("provinces.json", "provinces.membership")
    of_2022 = set(BY_YEAR["par-index", 2022].provinces)
    return {row["province"][0] for row in rows if row["region"] == [region]} & of_2022
