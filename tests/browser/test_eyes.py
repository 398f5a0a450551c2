"""Readers with other eyes: nothing moves under them, and they get more contrast where they ask for it."""

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.thorough]

MAIN = ["/", "/provinces/long-an/", "/rankings/papi/2024/", "/compare/?province=long-an&province=an-giang"]
MOST_SHIFT = 0.02
SHIFT = """() => new Promise(resolve => {
  let sum = 0;
  new PerformanceObserver(list => list.getEntries().forEach(each => { sum += each.hadRecentInput ? 0 : each.value; }))
    .observe({ type: "layout-shift", buffered: true });
  document.fonts.ready.then(() => setTimeout(() => resolve(sum), 300));
})"""


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("path", MAIN)
def test_a_page_does_not_move_while_it_loads(page_at, path, width):
    assert page_at(width, path, first_visit=True).evaluate(SHIFT) <= MOST_SHIFT


@pytest.mark.parametrize("path", MAIN)
def test_more_contrast_is_given_where_it_is_asked_for(page_at, axe, path):
    page = page_at(1280, path)
    page.emulate_media(contrast="more")
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"
    assert axe(page) == []
