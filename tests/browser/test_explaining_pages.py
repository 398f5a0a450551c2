"""The state of the figures in a real browser: what is folded away is read when it is opened."""

import pytest

pytestmark = pytest.mark.browser


def test_every_check_is_read_when_its_series_is_opened(page_at):
    page = page_at(360, "/health/")
    assert page.locator("details li").first.is_hidden()
    page.locator("summary").first.click()
    assert page.locator("details li").first.is_visible()
