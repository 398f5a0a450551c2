"""Provinces side by side in a real browser: told apart by every reader, at every width, with and without scripts."""

import pytest

from ..many import many
from .public import FIVE
from .test_charts import LIBRARY, MISPLACED

pytestmark = pytest.mark.browser

PAPI = f"/compare/?{FIVE}&series=papi"
PAR = f"/compare/?{FIVE}"
ERAS = "/compare/?province=tay-ninh&province=tay-ninh-2025&province=nowhere"
SCORE = "#compare-score"


@pytest.fixture
def alive(page_at):
    """`alive(width)`: the comparison with its scores drawn by Chart.js."""

    def alive(width):
        page = page_at(width, PAPI)
        page.locator(SCORE).scroll_into_view_if_needed()
        page.mouse.move(1, 1)
        page.wait_for_selector(f"{SCORE} .plot--live")
        return page

    return alive


@many("width", [320, 1280], [320])
@many("path", [PAPI, PAR, ERAS, "/en" + PAPI], [PAR])
def test_words_of_every_drawing_stay_inside_and_apart(page_at, width, path):
    assert page_at(width, path).evaluate(MISPLACED) == []


def test_the_form_asks_without_scripts(page_at):
    page = page_at(360, "/compare/", scripts=False)
    page.select_option("#province-1", "long-an")
    page.select_option("#province-2", "an-giang")
    page.select_option("#series", "papi")
    page.click("main form button")
    assert page.locator("h1").inner_text() == "Long An, An Giang"
    page.locator(".chips a").first.click()
    assert page.locator("h1").inner_text() == "An Giang"


def test_arrow_keys_step_through_the_figures_of_all_provinces(alive):
    page = alive(1280)
    page.locator(f"{SCORE} .live").focus()
    page.keyboard.press("End")
    said = page.locator(f"{SCORE} .live [aria-live]").inner_text()
    assert said.startswith("2024: Long An 42,29 điểm; An Giang 42,89 điểm; Quảng Ninh 47,82 điểm")


@many("width", [360, 1280], [360])
def test_a_live_chart_fills_the_box_of_the_drawing_and_moves_nothing(page_at, alive, width):
    page, still = alive(width), page_at(width, PAPI, scripts=False)
    canvas, drawing = (page.locator(f"{SCORE} {name}:visible").first.bounding_box() for name in ("canvas", "svg"))
    assert canvas == pytest.approx(drawing, abs=1)
    heights = [each.locator(SCORE).bounding_box()["height"] for each in (page, still)]
    assert heights[0] == heights[1]


def test_no_live_line_goes_on_into_years_that_may_not_be_compared(alive):
    page = alive(1280)
    shown = page.evaluate(
        """selector => {
          const canvas = document.querySelector(`${selector} canvas`);
          const chart = Chart.getChart(canvas);
          const styled = chart.data.datasets[0].segment.borderColor;
          return chart.data.labels.map((year, index) => [year, styled({ p1DataIndex: index })])
            .filter(([, colour]) => colour === "transparent").map(([year]) => year);
        }""",
        SCORE,
    )
    assert shown == [2018]


def test_the_drawing_of_the_server_stays_where_the_library_fails(browser, portal):
    page = browser.new_page(base_url=portal.url)
    page.route(LIBRARY, lambda route: route.fulfill(body="", content_type="text/javascript"))
    with page.expect_response(LIBRARY):
        page.goto(PAPI)
        page.locator(SCORE).scroll_into_view_if_needed()
        page.mouse.move(1, 1)
    assert page.locator(".plot--live").count() == 0
    assert page.locator(f"{SCORE} svg.wide").is_visible()
    page.close()
