"""Five journeys of a reader, with the keyboard alone, with and without scripts."""

import pytest

pytestmark = [
    pytest.mark.browser,
    pytest.mark.parametrize(
        "scripts", [pytest.param(True, id="scripts"), pytest.param(False, id="no scripts", marks=pytest.mark.thorough)]
    ),
]
FARTHEST = 400  # stops of a keyboard on the longest page

FOCUSED = """() => {
  const focused = document.activeElement, label = focused.labels?.[0]?.textContent ?? "";
  return (focused.getAttribute("aria-label") ?? (label || focused.textContent)).replace(/\\s+/g, " ").trim();
}"""


@pytest.fixture
def reader(page_at, scripts):
    return Reader(page_at(1280, scripts=scripts))


class Reader:
    """Somebody at a keyboard."""

    def __init__(self, page):
        self.page = page

    def reach(self, name):
        """Go from stop to stop until one has this name."""
        for _step in range(FARTHEST):
            self.page.keyboard.press("Tab")
            if self.page.evaluate(FOCUSED) == name:
                return self
        raise AssertionError(f"no stop of the keyboard is called {name!r} on {self.page.url}")

    def follow(self, *names):
        """Reach and follow one link after the other; the address changes with each."""
        for name in names:
            before = self.page.url
            self.reach(name).page.keyboard.press("Enter")
            self.page.wait_for_url(lambda url, before=before: url != before)
        return self

    def write(self, name, text):
        self.reach(name).page.keyboard.type(text)
        return self

    @property
    def text(self):
        return self.page.locator("main").inner_text()

    @property
    def address(self):
        return self.page.url.split("/", 3)[3]


def test_find_my_province(reader, scripts):
    reader.write("Tên tỉnh, thành phố, quận, huyện, trước hoặc sau sắp xếp", "long a")
    if scripts:
        reader.page.locator("[role=option]").first.wait_for()
        reader.page.keyboard.press("ArrowDown")
        reader.page.keyboard.press("Enter")
        reader.page.wait_for_url("**/provinces/**")
    else:
        reader.page.keyboard.press("Enter")
        reader.page.wait_for_url("**/search/**")
        reader.follow("Long An")
    assert reader.address == "provinces/long-an/"
    assert reader.page.locator("h1").inner_text() == "Long An"


def test_who_leads(reader):
    first = reader.page.locator("tbody tr").first.locator("th")
    reader.follow("Xếp hạng", "PAPI", "2024")
    assert first.inner_text() == "Quảng Ninh"
    reader.follow("Điểm")
    assert reader.page.locator("[aria-sort=descending]").inner_text() == "Điểm"
    assert first.inner_text() == "Quảng Ninh"


def test_compare_two(reader):
    reader.follow("So sánh")
    for number, name in enumerate(("Long An", "An Giang"), start=1):
        reader.write(f"Tỉnh, thành phố {number}", name)
    reader.follow("So sánh")
    assert all(name in reader.text for name in ("Long An", "An Giang"))


def test_where_a_figure_comes_from(reader):
    reader.page.goto("/provinces/long-an/par-index/2022/")
    reader.follow("Nguồn [1]")
    assert "#" in reader.address


def test_download(reader):
    reader.page.goto("/rankings/papi/2024/")
    with reader.page.expect_download() as found:
        reader.reach("Tải tệp Excel").page.keyboard.press("Enter")
    assert found.value.suggested_filename.endswith(".xlsx")
