"""Pages on paper: a profile is one leaf with its sources, a ranking has its headings on every page."""

import re

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.thorough]

PAGE = re.compile(rb"/Type\s*/Page\b")
TURNED = b"order=-rank"
FULL = [  # those with most to say
    "/provinces/long-an/",
    "/en/provinces/long-an/",
    "/provinces/an-giang/",
    "/provinces/hai-phong/",
    "/en/provinces/hue/",
]


def printed(page):
    return page.pdf(prefer_css_page_size=True)


@pytest.mark.parametrize("path", FULL)
def test_a_profile_is_two_pages_with_its_sources(page_at, path):
    page = page_at(1280, path)
    first, second = links_by_page(printed(page))
    assert first
    assert second
    page.emulate_media(media="print")
    sources = page.locator(".notes li")
    assert sources.count() > 20
    assert all(each.is_visible() for each in sources.all())


@pytest.mark.parametrize("path", FULL)
def test_small_print_is_seven_points(page_at, path):
    """718 pixels are the width of the printed leaf; wider content would be printed smaller."""
    page = page_at(718, path)
    page.emulate_media(media="print")
    shown = page.locator("main :is(p, li, dt, dd, td, a):visible")
    assert shown.evaluate_all("all => Math.min(...all.map(each => parseFloat(getComputedStyle(each).fontSize)))") > 9.3


def test_a_printed_profile_says_its_address(page_at):
    page = page_at(1280, FULL[0])
    page.emulate_media(media="print")
    assert FULL[0] in page.locator(".permalink").inner_text()


def test_no_word_of_a_printed_profile_leaves_its_column(page_at):
    page = page_at(718, FULL[0])
    page.emulate_media(media="print")
    wide = "tables => tables.filter(table => table.scrollWidth > table.parentElement.clientWidth + 1).length"
    assert page.locator("table:visible").evaluate_all(wide) == 0


@pytest.mark.parametrize("path", ["/rankings/papi/2024/", "/en/rankings/papi/2024/"])
def test_a_ranking_has_its_headings_on_every_page_with_rows(page_at, path):
    """Only headings have the link that turns the order round; the first link to a province is that of its row."""
    page = page_at(1280, path)
    rows = page.locator(".rank tbody th a").evaluate_all("links => links.map(link => link.href)")
    left, headed = {row.encode() for row in rows}, []
    for links in links_by_page(printed(page)):
        here = {row for row in left if row in links}
        if here:
            headed.append(TURNED in links)
        left -= here
    assert (left, len(headed) > 1, all(headed)) == (set(), True, True)


def links_by_page(file):
    """What the links of each page of a PDF lead to, as one text a page."""
    objects = dict(re.findall(rb"(\d+) 0 obj\s(.*?)endobj", file, re.DOTALL))
    for body in filter(PAGE.search, objects.values()):
        listed = re.search(rb"/Annots\s*\[(.*?)\]", body, re.DOTALL)
        yield b"".join(objects[each] for each in re.findall(rb"(\d+) 0 R", listed[1])) if listed else b""
