"""PNG files of provinces and rankings, and the cards of pages: drawn ahead, whole, with every Vietnamese letter."""

import re
import struct
from itertools import product

import pytest
from django.core.management import call_command

from indicators import pngs, statistics
from indicators.management.commands import draw_pictures

from ..revising import HIGHER, revise
from .svg_files import faults

pytestmark = pytest.mark.usefixtures("country")

CARD, CHART = "/provinces/an-binh/card", "/en/rankings/par-index/2024/par-index-2024-ranks"
PAGES = ["/provinces/an-binh/", "/en/provinces/nam-lam/", "/rankings/par-index/2024/", "/en/rankings/papi/2024/"]
# Each vowel with each of its tones, and đ; upper case too.
LETTERS = [
    f"{vowel}{tone}" for vowel, tone in product("aăâeêioôơuưy", ["", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"])
]
LETTERS += ["đ", "d"]
LARGEST = 400_000  # bytes of a file


@pytest.fixture(autouse=True)
def six_ranks_are_enough(monkeypatch):
    """The imaginary country has no twenty provinces."""
    monkeypatch.setattr(statistics, "ENOUGH", 1)


@pytest.fixture
def folder(settings, tmp_path):
    settings.PICTURES_DIR = str(tmp_path / "pictures")
    return tmp_path / "pictures"


def size(png):
    """(width, height) in pixels."""
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    return struct.unpack(">II", png[16:24])


def drawn(client, address):
    """What an address answers once its picture has been drawn."""
    pngs.draw(client.get(f"{address}.svg").content.decode())
    return client.get(f"{address}.png")


@pytest.mark.parametrize("page", PAGES)
def test_a_card_is_of_the_size_that_other_sites_show(client, folder, page):
    response = drawn(client, f"{page}card")
    assert (response.status_code, response["Content-Type"]) == (200, "image/png")
    assert size(response.content) == (1200, 630)
    assert len(response.content) < LARGEST


def test_a_chart_is_broad_enough_for_print(client, folder):
    png = drawn(client, CHART).content
    assert size(png)[0] == 1200
    assert len(png) < LARGEST


@pytest.mark.parametrize("page", PAGES)
def test_a_card_is_a_sound_file_too(client, page):
    assert faults(client.get(f"{page}card.svg").content) == []


@pytest.mark.thorough
@pytest.mark.parametrize("weight", [400, 600])
def test_every_vietnamese_letter_is_drawn_as_itself(weight):
    def picture(text):
        return pngs.drawn(
            f'<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="100" font-family="{pngs.FAMILY}">'
            f'<text x="60" y="70" font-size="50" font-weight="{weight}">{text}</text></svg>'
        )

    letters = [case for letter in LETTERS for case in (letter, letter.upper())]
    pictures = {picture(letter) for letter in letters} | {picture(""), picture("\ue000")}
    assert len(pictures) == len(letters) + len({picture(""), picture("\ue000")})


@pytest.mark.parametrize("address", [CARD, CHART])
def test_what_is_not_drawn_yet_leads_to_the_same_as_svg(client, folder, address):
    response = client.get(f"{address}.png")
    assert (response.status_code, response["Location"]) == (302, f"{address}.svg")
    assert not response.has_header("ETag")


def test_nothing_is_drawn_because_it_is_asked_for(client, folder):
    client.get(f"{CARD}.png")
    assert not folder.exists()


def test_a_picture_of_older_figures_is_not_shown(client, folder):
    assert drawn(client, "/rankings/par-index/2024/card").status_code == 200
    revise(HIGHER)
    assert client.get("/rankings/par-index/2024/card.png").status_code == 302


def test_the_pictures_of_what_is_public_are_drawn_and_others_removed(client, folder, monkeypatch):
    monkeypatch.setattr(pngs, "drawn", lambda svg: svg.encode())
    monkeypatch.setattr(draw_pictures.os, "nice", lambda step: None)
    folder.mkdir()
    (folder / "old.png").touch()
    call_command("draw_pictures", verbosity=0)
    assert not (folder / "old.png").exists()
    for page in PAGES:
        for address in [
            f"{page}card",
            *(each[:-4] for each in re.findall(r'href="([^"]+\.png)"', page_of(client, page))),
        ]:
            assert client.get(f"{address}.png").content == client.get(f"{address}.svg").content, address


def page_of(client, page):
    return client.get(page).content.decode()


def test_a_drawing_that_is_stopped_leaves_no_half_of_a_file(folder, monkeypatch):
    def broken(svg):
        raise OSError("full")

    monkeypatch.setattr(pngs, "drawn", broken)
    with pytest.raises(OSError, match="full"):
        pngs.draw("<svg/>")
    assert pngs.kept("<svg/>") is None


@pytest.mark.parametrize("page", [*PAGES, "/provinces/an-binh/par-index/2024/"])
def test_a_page_names_its_card(client, page):
    html = page_of(client, page)
    card = re.search(r'<meta property="og:image" content="http://127.0.0.1:8000([^"]+)">', html)[1]
    assert client.get(card.replace(".png", ".svg")).status_code == 200
    for name in ("og:title", "og:url", "og:type", "og:site_name"):
        assert f'<meta property="{name}" content="' in html, name


def test_a_card_is_no_frame(client):
    assert client.get("/embed/provinces/an-binh/card/").status_code == 404
