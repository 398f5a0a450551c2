"""Every chart as a file of its own, and as a frame in other sites' pages."""

import re
from html import unescape

import pytest

from indicators import statistics, svg

from . import drawn
from .svg_files import faults, parsed, words

pytestmark = pytest.mark.usefixtures("ledger")

PICTURE = re.compile(r'href="([^"]+\.svg)[^"]*" rel="nofollow">SVG')
FRAME = re.compile(r'<textarea id="([\w-]+)-embed"[^>]*>([^<]*)</textarea>')
PAGES = [
    "/provinces/an-binh/",
    "/provinces/an-binh/par-index/2024/",
    "/rankings/par-index/2024/",
    "/compare/?province=an-binh&province=bao-son",
    "/targets/",
]
TITLE = "Điểm PAR Index của An Bình, 2023–2025: năm 2025 đạt 85,00 điểm"
BOTH = [*PAGES, *(f"/en{page}" for page in PAGES)]


@pytest.fixture(autouse=True)
def six_ranks_are_enough(monkeypatch):
    """The imaginary country has no twenty provinces; nor has it a map, whatever is imported when."""
    monkeypatch.setattr("indicators.map_charts.ENOUGH", 20)
    monkeypatch.setattr(statistics, "ENOUGH", 1)


def read(client, address):
    response = client.get(address)
    assert response.status_code == 200, address
    return response.content.decode()


def pictures(client, page):
    return [
        unescape(each) for each in re.findall(r'href="([^"]+\.svg[^"]*)"', read(client, page)) if "/static/" not in each
    ]


def frames(client, page):
    """{id of a chart: address of its frame}, from the code that a page offers."""
    return {key: re.search(r'src="([^"]+)"', unescape(code))[1] for key, code in FRAME.findall(read(client, page))}


@pytest.mark.parametrize("page", BOTH)
def test_every_chart_of_a_page_is_a_file(client, page):
    figures = re.findall(r'<figure class="fig[^"]*" id="([^"]+)"', read(client, page))
    addresses = pictures(client, page)
    assert [re.search(r"([\w-]+)\.svg", each)[1] for each in addresses] == figures != []
    for address in addresses:
        assert faults(read(client, address).encode()) == [], address


@pytest.mark.parametrize("name", drawn.CHARTS)
def test_every_kind_of_chart_is_a_sound_file(name):
    chart = drawn.CHARTS[name] | {"caption": "Đơn vị & dấu <điểm>", "how": "Suy ra."}
    text = svg.alone(chart, svg.drawn_once(chart), "An Bình", ["Nguồn: A & B."], "https://example.org/a/?b=1&c=2")
    assert faults(text.encode()) == []


def test_a_file_says_what_it_is_whence_and_of_when(client):
    found = words(read(client, "/provinces/an-binh/par-index-score.svg").encode())
    whole = " ".join(found)
    for said in ("An Bình", TITLE, "Đơn vị: điểm", "Nguồn: ", "đến ngày "):
        assert said in whole, said
    assert found[-1] == "http://127.0.0.1:8000/provinces/an-binh/"


def test_the_file_of_an_edition_names_its_revision(client):
    found = words(read(client, "/en/provinces/an-binh/par-index/2024/par-index-2024-ranks.svg").encode())
    assert "".join(found).endswith("http://127.0.0.1:8000/en/provinces/an-binh/par-index/2024/?revision=1")


def test_a_file_needs_no_stylesheet(client):
    for element in parsed(read(client, "/provinces/an-binh/par-index-score.svg").encode()).iter():
        assert not {"class", "style"} & set(element.attrib), element.tag
        if str(element.tag).endswith("}text"):
            assert {"fill", "font-size"} <= set(element.attrib)


def test_no_word_of_a_file_leaves_it(client):
    """Lines around the drawing; what is in it has tests of its own."""
    for page in PAGES:
        for address in pictures(client, page):
            root = parsed(read(client, address).encode())
            width = float(root.get("width"))
            for text in root.findall("{http://www.w3.org/2000/svg}text"):
                size = float(text.get("font-size"))
                assert float(text.get("x")) + drawn.breadth(text.text, size) <= width, (address, text.text)


@pytest.mark.parametrize(
    "address",
    [
        "/provinces/an-binh/nothing.svg",
        "/embed/rankings/par-index/2024/nothing/",
        "/provinces/nowhere/par-index-score.svg",
    ],
)
def test_a_picture_that_is_not_there_is_not_found(client, address):
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("page", BOTH)
def test_the_code_of_a_chart_shows_its_drawing_without_scripts_or_cookies(client, page):
    for key, address in frames(client, page).items():
        response = client.get(address.removeprefix("http://127.0.0.1:8000"))
        html = response.content.decode()
        assert (response.status_code, response.cookies.output()) == (200, ""), address
        assert "<script" not in html
        assert ('<table class="draw">' if key == "top" else 'role="img"') in html
        assert "Nguồn: " in html or "Sources: " in html


def test_a_frame_leads_to_its_page_in_its_revision(client):
    html = read(client, "/embed/rankings/par-index/2024/top/")
    assert 'href="http://127.0.0.1:8000/rankings/par-index/2024/?revision=1" target="_blank"' in html


def test_other_sites_may_frame_what_is_for_them_and_nothing_else(client):
    framed = client.get("/embed/rankings/par-index/2024/top/")
    assert "frame-ancestors *" in framed["Content-Security-Policy"]
    assert not framed.has_header("X-Frame-Options")
    for address in [
        *BOTH,
        "/provinces/an-binh/par-index-score.svg",
        "/embed/rankings/par-index/2024/nothing/",
        "/data/",
    ]:
        response = client.get(address)
        assert "frame-ancestors 'none'" in response["Content-Security-Policy"], address
        assert response["X-Frame-Options"] == "DENY", address


def test_the_first_ten_say_which_places_nobody_known_holds(client):
    html = re.sub(r"<[^>]+>", " ", read(client, "/en/embed/rankings/par-index/2024/top/").partition("<tbody>")[2])
    assert " ".join(html.split()).startswith("1 /6 An Bình 84.00 2 /6 Bảo Sơn 82.0 3 /6 Cao Hải 79.50 derived")
