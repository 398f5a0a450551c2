"""Every kind of page in a real browser: sound for every reader, at every width, in both languages, without scripts."""

import pytest

pytestmark = pytest.mark.browser

PAGES = {
    "home": "/",
    "provinces": "/provinces/",
    "a province of the 63": "/provinces/long-an/",
    "a province of the 34 without figures": "/provinces/tay-ninh-2025/",
    "a province of both": "/provinces/da-nang/",
    "a province in one edition": "/provinces/long-an/par-index/2022/",
    "rankings": "/rankings/",
    "editions of a series": "/rankings/papi/",
    "an announced ranking, known in part": "/rankings/par-index/2022/",
    "a compiled ranking": "/rankings/papi/2024/",
    "a component": "/rankings/par-index/2022/?component=procedures",
    "every component of a ranking": "/rankings/papi/2024/?view=components",
    "a ranking in another order": "/rankings/papi/2024/?region=mekong-delta&order=-change&q=long",
    "a filter that nothing passes": "/rankings/papi/2024/?q=atlantis",
    "a filter that means nothing": "/rankings/papi/2024/?region=atlantis",
    "corrections, while there are none": "/corrections/",
    "sources": "/sources/",
    "an article": "/sources/longan-par-index-2023/",
    "a dataset": "/sources/github-hnks-gh-ml-mcdm-2026-2026/?page=2",
    "search": "/search/?q=tay+ninh",
    "search without an answer": "/search/?q=atlantis",
    "what is not there": "/provinces/long-ann/",
}
every_page = pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)

SIDEWAYS = "document.documentElement.scrollWidth - innerWidth"
OPEN_ALL = "document.querySelectorAll('details').forEach(each => each.open = true)"

# The page without what scripts put in place of a drawing.
STILL = "document.querySelectorAll('.live, .copy').forEach(made => made.remove())"


def troubles(page, axe, widths):
    """What axe finds at these widths, and how far the page runs over; everything that can be opened is."""
    page.evaluate(OPEN_ALL)
    found = []
    for width in widths:
        page.set_viewport_size({"width": width, "height": 900})
        over = page.evaluate(SIDEWAYS)
        found += [f"{width}: {each}" for each in [*axe(page), *([f"{over} px too wide"] if over > 0 else [])]]
    return found


@every_page
def test_a_page_is_sound_on_desk_and_phone(page_at, axe, path):
    assert troubles(page_at(1280, path), axe, [1280, 360]) == []


@every_page
def test_an_english_page_is_sound_on_a_phone(page_at, axe, path):
    assert troubles(page_at(360, f"/en{path}"), axe, [360]) == []


@every_page
def test_no_page_runs_over_the_smallest_phone(page_at, path):
    assert [page_at(320, language + path).evaluate(SIDEWAYS) for language in ("", "/en")] == [0, 0]


@every_page
def test_a_page_says_the_same_without_scripts(page_at, path):
    lively, still = page_at(1280, path), page_at(1280, path, scripts=False)
    for figure in lively.locator("figure[data-chart]").all():
        figure.scroll_into_view_if_needed()
        figure.locator(".live").wait_for()
    lively.evaluate(STILL)
    assert words(lively) == words(still)


def test_the_first_stop_of_a_keyboard_leads_to_the_content(page_at):
    page = page_at(1280, "/rankings/papi/2024/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == "#main"


def words(page):
    return page.locator("body").inner_text().split()
