"""Where a figure stays, and whom to tell that it is wrong."""

import re
from html import unescape

import pytest
from django.test import override_settings

from ..country import publish
from ..ledger import COLUMNS, LEDGER

pytestmark = pytest.mark.usefixtures("country")

PAGE = "/provinces/an-binh/par-index/2024/"
DESK = {"DESK_ADDRESS": "Số 1 phố Giữa <Cổng>", "DESK_TELEPHONE": "024 1234 5678"}
STAYS = re.compile(r'href="([^"]*)" aria-label="Địa chỉ lâu dài của số liệu">#<')
WITH_FIGURES = [
    "/rankings/par-index/2024/",
    "/rankings/papi/2024/",
    "/provinces/an-binh/",
    "/provinces/an-binh/an-khe/",
    PAGE,
    "/components/par-index/overall/",
    "/compare/?province=an-binh&province=bao-son",
    "/targets/",
]
FIELD = re.compile(r'readonly value="([^"]*)"')


def read(client, address):
    return client.get(address).content.decode()


@pytest.mark.parametrize(
    ("page", "figure"),
    [
        ("/rankings/par-index/2024/", f"{PAGE}?revision=1#figure-overall"),
        ("/rankings/par-index/2024/?component=procedures", f"{PAGE}?revision=1#figure-procedures"),
        ("/components/par-index/procedures/", f"{PAGE}?revision=1#figure-procedures"),
        ("/provinces/an-binh/", f"{PAGE}?revision=1#figure-overall"),
        ("/compare/?province=an-binh&province=bao-son", f"{PAGE}?revision=1#figure-overall"),
        (PAGE, f"{PAGE}?revision=1#figure-procedures"),
        ("/en/rankings/par-index/2024/", f"/en{PAGE}?revision=1#figure-overall"),
    ],
)
def test_beside_the_marks_of_a_figure_is_the_way_to_where_it_stays(client, page, figure):
    pattern = STAYS if not page.startswith("/en/") else re.compile(r'href="([^"]*)" aria-label="Permanent[^"]*">#<')
    assert figure in pattern.findall(read(client, page))


@pytest.mark.parametrize("page", WITH_FIGURES)
@pytest.mark.usefixtures("ledger")
def test_every_mark_of_a_figure_leads_to_a_row_that_is_there(client, page):
    found = set(STAYS.findall(read(client, page)))
    assert found
    for address in map(unescape, found):
        page, _, row = address.partition("#")
        assert f' id="{row}" class="report">' in read(client, page), address


@pytest.mark.parametrize("page", WITH_FIGURES)
@pytest.mark.usefixtures("ledger")
def test_no_row_of_tables_has_source_marks_alone(client, page):
    """Documents aside, which have no figure."""
    figures = read(client, page).partition('aria-labelledby="documents"')[0]
    rows = [row for row in re.findall(r"<tr.*?</tr>", figures) if 'class="m" href="#n' in row]
    assert [row for row in rows if not STAYS.search(row)] == []


def test_what_was_announced_of_a_region_stays_in_the_ranking_of_its_component(client):
    region = "/rankings/par-index/2024/?revision=1#figure-mean-north"
    part = "/rankings/par-index/2024/?component=institutions&revision=1#figure-mean"
    assert region in STAYS.findall(read(client, "/rankings/par-index/2024/"))
    assert part in map(unescape, STAYS.findall(read(client, "/components/par-index/institutions/")))
    assert f'value="http://127.0.0.1:8000{region}"' in read(client, region)


@pytest.mark.usefixtures("ledger")
def test_a_statement_keeps_its_address_when_its_figure_is_corrected(client):
    before = STAYS.findall(read(client, "/targets/?kind=target&province=an-binh"))
    content = LEDGER.replace("tối thiểu 60%,60,", "tối thiểu 70%,70,")
    publish(",".join(COLUMNS) + "\n" + content, "targets", 2024, method="announced")
    page = read(client, "/targets/?kind=target&province=an-binh")
    assert "70%" in page
    assert STAYS.findall(page) == before
    assert len(set(before)) == 4


def test_where_a_figure_stays_its_address_is_ready_to_copy(client):
    found = FIELD.findall(read(client, PAGE))
    assert f"http://127.0.0.1:8000{PAGE}?revision=1#figure-procedures" in found
    assert len(found) == len(set(found))


@override_settings(**DESK)
def test_the_desk_stands_beside_the_address_and_below_the_sources(client):
    told = "Số 1 phố Giữa &lt;Cổng&gt;, 024 1234 5678."
    page = read(client, PAGE)
    assert told in page.partition('class="report"')[2].partition("</tr>")[0]
    assert told in page.partition('aria-labelledby="sources"')[2]
    assert told in read(client, "/rankings/par-index/2024/")


@override_settings(DESK_ADDRESS="", DESK_TELEPHONE="")
def test_nobody_is_named_where_no_desk_is_set(client):
    assert "Báo số liệu sai" not in read(client, PAGE)
