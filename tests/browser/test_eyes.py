"""Readers with other eyes: nothing moves under them, and they get more contrast where they ask for it."""

import pytest

pytestmark = pytest.mark.browser

MAIN = ["/", "/provinces/long-an/", "/rankings/papi/2024/", "/compare/?province=long-an&province=an-giang"]
MOST_SHIFT = 0.02
SHIFT = 0.02
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
