"""Every kind of page in a real browser: sound for every reader, at every width, in both languages, without scripts."""

from pathlib import Path

import pytest
from django.conf import settings
from django.template.loader import render_to_string
from django.test import Client

from ..many import many
from .looks import at, by_axe, with_other_letters
from .public import ELSEWHERE, MORE, PAGES

pytestmark = pytest.mark.browser
thorough = pytest.mark.thorough

every_page = many("name", PAGES, PAGES.keys() - MORE)

TEMPLATES = settings.TEMPLATES[0]["DIRS"]
BEGINS = '{% extends "base.html" %}'

# The page without what scripts put in place of a drawing.
STILL = "document.querySelectorAll('.live, .copy').forEach(made => made.remove())"


def test_every_template_of_a_page_is_among_these(portal):
    """Of all that begin a page, the pages of this module are made of all but those tried elsewhere."""
    kinds = [(Path(each), path.relative_to(each)) for each in TEMPLATES for path in Path(each).rglob("*.html")]
    begun = {str(name) for folder, name in kinds if BEGINS in (folder / name).read_text() and "admin" not in name.parts}
    made = {each.name for path in PAGES.values() for each in Client().get(path).templates}
    assert begun - made == set(ELSEWHERE)


@every_page
@pytest.mark.parametrize("language", [pytest.param("", id="vi"), pytest.param("/en", id="en", marks=thorough)])
def test_a_page_is_sound_for_every_reader(page_at, axe, name, language):
    """On desk and phone and the smallest phone; by colours in the dark."""
    page = page_at(1280, language + PAGES[name])
    assert at(page, 1280, 360, 320) + by_axe(page, axe, 360, 1280) == []


@thorough
@every_page
@pytest.mark.parametrize("language", ["", "/en"], ids=["vi", "en"])
def test_a_page_bears_other_letters(page_at, name, language):
    assert with_other_letters(page_at(1280, language + PAGES[name])) == []


@pytest.mark.parametrize("name", ["400.html", "413.html", "500.html"])
def test_a_page_for_when_nothing_works_is_sound(page_at, axe, name):
    page = page_at(360)
    page.set_content(render_to_string(name))
    assert at(page, 1280, 360) + by_axe(page, axe, 360, 1280) == []


@many("name", PAGES, ["home", "a province of the 63", "a compiled ranking"])
def test_a_page_says_the_same_without_scripts(page_at, name):
    lively, still = page_at(1280, PAGES[name]), page_at(1280, PAGES[name], scripts=False)
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
