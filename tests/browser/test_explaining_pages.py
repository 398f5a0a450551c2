"""Components, methods and the state of the figures in a real browser: sound for every reader, at every width."""

import pytest

pytestmark = pytest.mark.browser

PAGES = [
    "/components/",
    "/components/par-index/overall/",
    "/components/par-index/procedures/",
    "/components/papi/overall/",
    "/components/sipas/overall/",
    "/health/",
    "/methodology/",
]


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing(page_at, axe, path, width):
    assert axe(page_at(width, path)) == []


@pytest.mark.parametrize("path", PAGES)
def test_no_page_scrolls_sideways_on_a_small_phone(page_at, path):
    page = page_at(320, path)
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") == 0


def test_every_check_is_read_when_its_series_is_opened(page_at):
    page = page_at(360, "/health/")
    assert page.locator("details li").first.is_hidden()
    page.locator("summary").first.click()
    assert page.locator("details li").first.is_visible()


def test_axe_finds_nothing_when_the_checks_are_open(page_at, axe):
    page = page_at(360, "/health/")
    page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
    assert axe(page) == []
