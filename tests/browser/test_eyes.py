"""Readers with other eyes: dark schemes, more contrast, large and widely set letters, zoomed and narrow screens."""

import pytest

from .test_pages import OPEN_ALL, SIDEWAYS, every_page

pytestmark = pytest.mark.browser

MAIN = ["/", "/provinces/long-an/", "/rankings/papi/2024/", "/compare/?province=long-an&province=an-giang"]
MOST_SHIFT = 0.02
# As WCAG 1.4.12 has it.
SPACED = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
                     p { margin-bottom: 2em !important }`);
  document.adoptedStyleSheets = [sheet];
}"""
LARGE = "document.documentElement.style.fontSize = '200%'"
SHIFT = """() => new Promise(resolve => {
  let sum = 0;
  new PerformanceObserver(list => list.getEntries().forEach(each => { sum += each.hadRecentInput ? 0 : each.value; }))
    .observe({ type: "layout-shift", buffered: true });
  document.fonts.ready.then(() => setTimeout(() => resolve(sum), 300));
})"""


@every_page
def test_axe_finds_nothing_in_the_dark(page_at, axe, path):
    page = page_at(1280, path)
    page.emulate_media(color_scheme="dark")
    page.evaluate(OPEN_ALL)
    assert axe(page) == []


@every_page
def test_nothing_runs_over_with_letters_set_widely_or_twice_as_large(page_at, path):
    page = page_at(320, path)
    page.evaluate(OPEN_ALL)
    page.evaluate(SPACED)
    over = {("spaced", width): sideways(page, width) for width in (320, 768, 1440)}
    page.evaluate("document.adoptedStyleSheets = []")
    page.evaluate(LARGE)
    over |= {("large", width): sideways(page, width) for width in (768, 1440)}
    assert {case: by for case, by in over.items() if by > 0} == {}


def sideways(page, width):
    page.set_viewport_size({"width": width, "height": 900})
    return page.evaluate(SIDEWAYS)


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("path", MAIN)
def test_a_page_does_not_move_while_it_loads(page_at, path, width):
    assert page_at(width, path).evaluate(SHIFT) <= MOST_SHIFT


@pytest.mark.parametrize("path", MAIN)
def test_more_contrast_is_given_where_it_is_asked_for(page_at, axe, path):
    page = page_at(1280, path)
    page.emulate_media(contrast="more")
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"
    assert axe(page) == []
