"""The page that compares: what may be asked, what is said of what may not, and the same figures everywhere."""

import csv
import io
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from indicators import caching
from indicators.models import Edition

from .portal.pages import Page

pytestmark = pytest.mark.usefixtures("country")

FIVE = ("an-binh", "bao-son", "cao-hai", "dong-ha", "ea-loc")


def address(*slugs, format=None, prefix="", **more):
    asked = [f"province={slug}" for slug in slugs] + [f"{name}={value}" for name, value in more.items()]
    return f"{prefix}/compare{f'.{format}' if format else '/'}" + (f"?{'&'.join(asked)}" if asked else "")


@pytest.fixture
def ask(client):
    """`ask(*slugs, **more)`: the page that compares these provinces."""

    def ask(*slugs, **more):
        response = client.get(address(*slugs, **more))
        assert response.status_code == 200
        return Page(response.content.decode())

    return ask


@pytest.fixture
def html(client):
    return lambda *slugs, **more: client.get(address(*slugs, **more)).content.decode()


def chosen(html):
    """The values chosen in the fields of the form, in their order."""
    return re.findall(r'<option value="([^"]+)" selected>', html)


def chips(html):
    """The links that leave out one of the provinces."""
    (found,) = re.findall(r'<ul class="chips".*?</ul>', html, re.DOTALL)
    return re.findall(r'href="([^"]+)"', found)


def years(page):
    """The rows of the table over the years; the table of differences beside it names provinces."""
    return [row for row in page.rows("differences") if row.name.isdigit()]


def test_without_a_province_the_page_explains_and_asks(ask, html):
    assert "Chọn từ hai đến năm tỉnh, thành phố" in ask().text
    assert html().count('name="province"') == 5
    assert chosen(html()) == ["par-index", "overall"]


def test_the_form_holds_what_was_asked(html):
    page = html("bao-son", "an-binh", series="papi", component="participation")
    assert chosen(page) == ["bao-son", "an-binh", "papi", "participation"]


def test_a_province_can_be_chosen_of_either_era(html):
    groups = re.findall(r'<optgroup label="([^"]+)">(.*?)</optgroup>', html(), re.DOTALL)[:2]
    found = {label: re.findall(r'value="([^"]+)"', options) for label, options in groups}
    assert found == {
        "Đến 30/6/2025": ["an-binh", "bao-son", "cao-hai", "dong-ha", "ea-loc", "gia-thuy"],
        "Từ 01/7/2025": ["bao-son-2025", "nam-lam"],
    }


@pytest.mark.parametrize(
    ("asked", "word"),
    [
        ({"province": "nowhere"}, "nowhere"),
        ({"series": "no-index"}, "no-index"),
        ({"component": "environment"}, "environment"),
        ({"series": "papi", "component": "procedures"}, "procedures"),
        ({"province": "<b>"}, "<b>"),
    ],
)
def test_a_word_that_means_nothing_is_named_and_ignored(ask, asked, word):
    page = ask("an-binh", "bao-son", **asked)
    assert f'Bộ lọc "{word}" không dùng được nên đã bỏ qua.' in page.text
    assert [row.name for row in page.rows("differences")][-1:] != []


def test_what_was_asked_is_never_taken_for_markup(html):
    assert "<script>" not in html("<script>alert(1)</script>")


def test_five_are_compared_and_the_sixth_is_named(html):
    page = html(*FIVE, "gia-thuy")
    assert chosen(page)[:-2] == list(FIVE)
    assert "So sánh được nhiều nhất năm tỉnh, thành phố; đã bỏ qua: Gia Thủy." in page


def test_a_province_named_twice_counts_once(html):
    assert chosen(html("an-binh", "an-binh", "", "bao-son"))[:-2] == ["an-binh", "bao-son"]


def test_a_chip_leads_to_the_page_without_its_province(html):
    assert chips(html("an-binh", "bao-son", series="papi")) == [
        "/compare/?province=bao-son&amp;series=papi",
        "/compare/?province=an-binh&amp;series=papi",
    ]
    assert chips(html("an-binh")) == ["/compare/"]


def test_one_province_asks_for_another(ask):
    assert "Chọn thêm tỉnh, thành phố để so sánh." in ask("an-binh").text


def test_the_table_has_a_column_a_province_and_a_row_a_year(ask):
    rows = {row.name: row.figures for row in years(ask("an-binh", "bao-son"))}
    assert rows == {"2025": ["85,00", "–"], "2024": ["84,00", "82,0"], "2023": ["80,00", "82,00"]}


def test_every_figure_of_the_table_leads_to_its_source(ask):
    page = ask("an-binh", "cao-hai")
    found = {row.name: page.sources(row) for row in years(page)}
    assert found == {"2025": {"paper"}, "2024": {"gazette", "paper"}, "2023": {"gazette"}}


def test_positions_say_that_the_portal_computed_them(ask):
    page = ask("an-binh", "bao-son", series="papi")
    assert "Chỉ số này không công bố thứ hạng; vị trí do Cổng tự tính theo điểm." in page.text
    assert "Điểm, bên dưới là vị trí và nguồn." in page.text
    assert set(page.data) == {"compare-score-chart"}


def test_an_announced_index_draws_scores_and_ranks(ask):
    assert set(ask("an-binh", "bao-son").data) == {"compare-score-chart", "compare-rank-chart"}


def test_two_eras_stand_apart_and_the_page_says_why(ask):
    page = ask("bao-son", "bao-son-2025")
    lines = page.data["compare-rank-chart"]["series"]
    assert [line["values"] for line in lines] == [[1, 2, None], [None, None, 2]]
    assert [line["name"] for line in lines] == ["Bảo Sơn (đến 30/6/2025)", "Bảo Sơn (từ 01/7/2025)"]
    assert "hợp nhất thành tỉnh Bảo Sơn, theo Nghị quyết 1." in page.text
    assert "không có năm chung, nên không tính chênh lệch" in page.text


def test_a_difference_is_told_of_the_year_that_all_have(ask):
    text = ask("an-binh", "bao-son").text
    assert "Năm 2024, so với An Bình" in text
    assert "thấp hơn 2,00 điểm thấp hơn 1 bậc" in text


def test_a_difference_is_told_in_english(ask):
    text = ask("an-binh", "bao-son", prefix="/en").text
    assert "2024, against An Bình" in text
    assert "2.00 points lower 1 place lower" in text


def test_the_page_and_its_drawings_say_the_figures_of_its_files(client, ask):
    rows = client.get(address("an-binh", "bao-son", format="json")).json()["rows"]
    whole = {(row["province"], row["year"]): row for row in rows if row["component"] == "overall"}
    chart = ask("an-binh", "bao-son").data["compare-score-chart"]
    for slug, line in zip(("an-binh", "bao-son"), chart["series"], strict=True):
        known = {year: value for year, value in zip(chart["years"], line["values"], strict=True) if value is not None}
        assert known == {year: row["score"] for (province, year), row in whole.items() if province == slug}


def test_all_files_have_the_same_rows(client):
    content = {format: client.get(address(*FIVE, format=format)).content for format in ("csv", "xlsx", "json")}
    (_, *sheet), (heading, *lines) = (
        list(load_workbook(io.BytesIO(content["xlsx"])).worksheets[0].values),
        list(csv.reader(io.StringIO(content["csv"].decode("utf-8-sig")))),
    )
    assert heading[:7] == ["province", "name", "series", "year", "revision", "component", "component_name"]
    keys = [(line[0], line[3], line[5]) for line in lines]
    assert keys == [(row[0], str(row[3]), row[5]) for row in sheet]
    assert len(keys) == len(set(keys)) > 5


def test_a_file_holds_what_its_page_asks(client, html):
    link = "/compare.csv?province=an-binh&amp;series=papi&amp;component=overall"
    assert link in html("an-binh", series="papi", component="overall")
    lines = client.get(link.replace("&amp;", "&")).content.decode("utf-8-sig").splitlines()
    assert [line.split(",")[:4] for line in lines[1:]] == [
        ["an-binh", "An Bình", "papi", year] for year in ("2024", "2023", "2022")
    ]


def test_a_question_is_kept_from_search_engines_and_the_page_is_not(ask):
    assert (ask("an-binh").robots, ask().robots) == ("noindex", "")


def test_the_page_stands_in_the_menu_and_on_every_profile(client, html):
    assert '<a href="/compare/" aria-current="page">So sánh</a>' in html()
    assert 'href="/compare/?province=an-binh"' in client.get("/provinces/an-binh/").content.decode()


@pytest.mark.parametrize("format", [None, "json"])
@pytest.mark.parametrize("series", ["par-index", "papi"])
def test_the_page_costs_as_many_queries_for_five_provinces_as_for_two(client, series, format):
    asked = []
    for slugs in (FIVE[:2], FIVE):
        caching.forget()
        with CaptureQueriesContext(connection) as queries:
            client.get(address(*slugs, series=series, format=format))
        asked.append(len(queries))
    assert asked[0] == asked[1] <= 10


def test_before_the_first_edition_there_is_nothing_to_compare(client):
    Edition.objects.update(status=Edition.Status.SUPERSEDED)
    caching.forget()
    assert client.get(address()).status_code == 404


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_names_stay_vietnamese_in_both_languages(ask, prefix):
    assert "An Bình, Bảo Sơn" in ask("an-binh", "bao-son", prefix=prefix).text
