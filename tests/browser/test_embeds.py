"""What other sites show in their frames, as narrow as a column of theirs; and the code that a page offers for it."""

import pytest
from django.test import Client

from .looks import at, by_axe

pytestmark = [pytest.mark.browser, pytest.mark.thorough]

COMPARED = "?province=long-an&province=an-giang"
FRAMES = {
    "the first ten": "/embed/rankings/papi/2024/top/",
    "the first ten, some not known": "/embed/rankings/par-index/2024/top/",
    "which ranks are known": "/embed/rankings/par-index/2022/par-index-2022-ranks/",
    "scores by region": "/embed/rankings/papi/2024/papi-2024-regions/",
    "a map": "/embed/rankings/par-index/2022/par-index-map/",
    "a province over the years": "/embed/provinces/long-an/par-index-score/",
    "its components": "/embed/provinces/long-an/par-index-components/",
    "its place among the others": "/embed/provinces/long-an/papi-strip/",
    "two provinces over the years": f"/embed/compare/compare-score/{COMPARED}",
}
PAGES = ["/rankings/par-index/2022/", "/provinces/long-an/", "/components/papi/procedures/", f"/compare/{COMPARED}"]

every_frame = pytest.mark.parametrize("path", FRAMES.values(), ids=FRAMES)
WORDS_CUT = """() => [...document.querySelectorAll('p, h1, td, th, figcaption')]
  .filter(each => each.scrollWidth > each.clientWidth + 1 && !each.matches('.sr, .sr *')).map(each => each.outerHTML)"""


@every_frame
@pytest.mark.parametrize("language", ["", "/en"], ids=["vi", "en"])
def test_a_frame_is_sound_down_to_280_pixels_without_scripts(page_at, axe, path, language):
    page = page_at(280, language + path)
    found = at(page, 1280, 360, 280) + page.evaluate(WORDS_CUT)
    assert found + by_axe(page, axe, 280, 1280) == []
    assert page.locator("script").count() == 0


@pytest.mark.parametrize("page", PAGES)
def test_every_frame_that_a_page_offers_is_there_in_both_languages(page_at, page):
    for language in ("", "/en"):
        offered = page_at(1280, language + page).locator(".embed a").evaluate_all("all => all.map(each => each.href)")
        assert offered
        for address in offered:
            frame = Client().get("/" + address.split("/", 3)[3])
            assert (frame.status_code, frame.context["language"]) == (200, language[1:] or "vi"), address


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize(
    "path", ["/targets/", "/rankings/par-index/2022/?revision=1", "/provinces/long-an/par-index/2022/?revision=1"]
)
def test_only_the_address_that_was_opened_stands_below_its_figure(page_at, path, width):
    page = page_at(width, path)
    rows, shown = page.locator("tr.report"), page.locator("tr.report:visible")
    assert (rows.count() > 1, shown.count()) == (True, 0)
    row = rows.nth(1).get_attribute("id")
    page.evaluate(f"location.hash = '{row}'")
    assert (shown.count(), shown.get_attribute("id")) == (1, row)
    assert shown.locator("input").input_value().endswith(f"#{row}")
