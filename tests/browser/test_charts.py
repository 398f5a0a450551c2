"""Charts in a real browser: alive in the box of the server's drawing, and whole without it."""

import pytest

from ..many import many

pytestmark = pytest.mark.browser

PROFILE = "/provinces/long-an/"
LIBRARY = "**/chart.umd*.js"
SCORE = "#par-index-score"

# Words of a drawing that leave it or touch one another, as the browser sets them.
MISPLACED = """() => {
  const inside = (box, edge) => box.left > edge.left - 1.5 && box.right < edge.right + 1.5
    && box.bottom < edge.bottom + 3;
  const touch = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1
    && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 6;
  return [...document.querySelectorAll("svg.chart")].filter((svg) => svg.getClientRects().length).flatMap((svg) => {
    const edge = svg.getBoundingClientRect();
    const words = [...svg.querySelectorAll("text")].map((text) => [text.textContent, text.getBoundingClientRect()]);
    const outside = words.filter(([, box]) => !inside(box, edge)).map(([text]) => `outside: ${text}`);
    const pairs = words.flatMap(([text, box], index) => words.slice(0, index)
      .filter(([, other]) => touch(box, other)).map(([other]) => `touching: ${text}, ${other}`));
    return [...outside, ...pairs];
  });
}"""


@pytest.fixture
def alive(page_at):
    """`alive(width)`: the profile with its score chart drawn by Chart.js."""

    def alive(width):
        page = page_at(width, PROFILE)
        page.locator(SCORE).scroll_into_view_if_needed()
        page.mouse.move(1, 1)
        page.wait_for_selector(f"{SCORE} .plot--live")
        return page

    return alive


@many("width", [320, 1280], [320])
@many("path", [PROFILE, "/en" + PROFILE, "/rankings/papi/2024/"], [PROFILE])
def test_words_of_every_drawing_stay_inside_and_apart(page_at, width, path):
    assert page_at(width, path).evaluate(MISPLACED) == []


@many("width", [360, 1280], [360])
def test_a_live_chart_moves_nothing_on_the_page(page_at, alive, width):
    still = page_at(width, PROFILE, scripts=False).locator(SCORE).bounding_box()
    assert alive(width).locator(SCORE).bounding_box() | {"y": 0} == still | {"y": 0}


def test_a_live_chart_fills_the_box_of_the_drawing(alive):
    page = alive(1280)
    canvas, drawing = (page.locator(f"{SCORE} {name}").bounding_box() for name in ("canvas", "svg"))
    assert canvas == pytest.approx(drawing, abs=1)


def test_arrow_keys_step_through_the_printed_figures(alive):
    page = alive(1280)
    page.locator(f"{SCORE} .live").focus()
    page.keyboard.press("End")
    said = page.locator(f"{SCORE} .live [aria-live]")
    assert said.inner_text().startswith("2024: Long An 89,68 điểm")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowLeft")
    assert said.inner_text().startswith("2022: Long An 87,42 điểm")
    page.keyboard.press("Escape")
    assert said.inner_text() == ""


def test_a_pointer_is_told_the_figure_it_is_near(alive):
    page = alive(1280)
    box = page.locator(f"{SCORE} canvas").bounding_box()
    page.mouse.move(box["x"] + box["width"] * 0.92, box["y"] + 40)
    assert "89,68" in page.locator(f"{SCORE} .live [aria-live]").inner_text()


def test_the_drawing_of_the_server_is_printed(alive):
    page = alive(1280)
    page.emulate_media(media="print")
    assert page.locator(f"{SCORE} canvas").is_hidden()
    assert page.locator(f"{SCORE} svg .ln").first.evaluate("line => getComputedStyle(line).opacity") == "1"


@pytest.mark.thorough
def test_a_chart_is_drawn_anew_in_the_colours_of_the_other_scheme(alive):
    page = alive(1280)
    picture = "canvas => canvas.toDataURL()"
    before = page.locator(f"{SCORE} canvas").evaluate(picture)
    page.emulate_media(color_scheme="dark")
    page.wait_for_timeout(100)
    assert page.locator(f"{SCORE} canvas").evaluate(picture) != before


def test_a_library_that_fails_leaves_the_drawing_of_the_server(browser, portal):
    page = browser.new_page(base_url=portal.url)
    page.route(LIBRARY, lambda route: route.fulfill(body="", content_type="text/javascript"))
    with page.expect_response(LIBRARY):
        page.goto(PROFILE)
        page.locator(SCORE).scroll_into_view_if_needed()
        page.mouse.move(1, 1)
    assert page.locator(".plot--live").count() == 0
    assert page.locator(f"{SCORE} svg").is_visible()
    page.close()


@pytest.mark.parametrize(
    "move", [lambda page: page.mouse.move(9, 9), lambda page: page.keyboard.press("Tab")], ids=["pointer", "key"]
)
@pytest.mark.thorough
def test_the_library_waits_for_a_reader_who_moves(browser, portal, move):
    page = browser.new_page(base_url=portal.url, viewport={"width": 1280, "height": 3000})
    page.goto(PROFILE, wait_until="networkidle")
    assert page.evaluate("window.Chart") is None
    with page.expect_response(LIBRARY):
        move(page)
    page.wait_for_selector(f"{SCORE} .plot--live")
    page.close()


def test_the_library_is_not_asked_for_where_no_chart_lives(page_at):
    page = page_at(1280, "/rankings/papi/2024/")
    sources = page.locator("script[src]").evaluate_all("scripts => scripts.map(script => script.src)")
    assert [each for each in sources if not each.endswith("/js/copy.js")] == []


@pytest.mark.thorough
def test_forced_colours_keep_the_drawing_of_the_server(browser, portal):
    page = browser.new_page(base_url=portal.url, forced_colors="active")
    page.goto(PROFILE)
    page.locator(SCORE).scroll_into_view_if_needed()
    page.mouse.move(1, 1)
    page.wait_for_timeout(300)
    assert page.locator(".plot--live").count() == 0
    page.close()
