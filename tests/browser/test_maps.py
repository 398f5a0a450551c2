"""The map in a real browser: by keyboard, without scripts, in tiles on phones, in forced colours."""

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.thorough]

RANKING = "/rankings/papi/2024/"
PAGES = [RANKING, "/en/rankings/par-index/2020/", "/"]

# Words that leave their tile.
ESCAPED = """() => [...document.querySelectorAll(".map.narrow a")].flatMap((link) => {
  const tile = link.querySelector("path").getBoundingClientRect();
  return [...link.querySelectorAll("text")].filter((text) => {
    const box = text.getBoundingClientRect();
    return box.left < tile.left - .5 || box.right > tile.right + .5;
  }).map((text) => text.textContent);
})"""


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("width", [320, 360])
def test_words_stay_in_their_tile(page_at, width, path):
    page = page_at(width, path)
    assert page.locator(".map.narrow").is_visible()
    assert page.evaluate(ESCAPED) == []


def test_tiles_are_large_enough_to_touch(page_at):
    boxes = [tile.bounding_box() for tile in page_at(320, RANKING).locator(".map.narrow .tile").all()]
    assert len(boxes) == 65
    assert min(min(box["width"], box["height"]) for box in boxes) >= 24


@pytest.mark.parametrize("width", [360, 1280])
def test_a_province_is_reached_by_keyboard_without_scripts(page_at, width):
    page = page_at(width, RANKING, scripts=False)
    page.locator("#papi-map .skip").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/provinces/*/")


def test_the_map_can_be_skipped(page_at):
    page = page_at(1280, RANKING)
    page.locator("#papi-map .skip").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("!document.activeElement.closest('.map')")


def test_classes_differ_in_forced_colours(page_at):
    page = page_at(1280, RANKING)
    page.emulate_media(forced_colors="active")
    fills = "groups => groups.map(group => getComputedStyle(group.querySelector('path')).fill)"
    assert len(set(page.locator(".map.wide g").evaluate_all(fills))) == 6
