"""Vietnamese is written in the code, English in one catalogue that lacks nothing."""

import ast
import os
import shutil
import subprocess
import sys

import polib
import pytest

from .tree import PACKAGES, ROOT, ours

SOURCES = ("reformportal", "provinces", "indicators", "templates", "locale")
CATALOGUE = "locale/en/LC_MESSAGES/django.po"


@pytest.fixture(scope="module")
def english():
    return polib.pofile(str(ROOT / CATALOGUE))


@pytest.fixture(scope="module")
def gathered(tmp_path_factory):
    """The catalogue as makemessages would write it now, made in a copy of our sources."""
    copy = tmp_path_factory.mktemp("sources")
    for source in SOURCES:
        shutil.copytree(ROOT / source, copy / source, ignore=shutil.ignore_patterns("__pycache__"))
    environment = {name: value for name, value in os.environ.items() if name != "DJANGO_SETTINGS_MODULE"}
    command = [sys.executable, "-m", "django", "makemessages", "--locale", "en", "--no-obsolete"]
    subprocess.run(command, cwd=copy, env=environment, check=True, capture_output=True)
    return polib.pofile(str(copy / CATALOGUE))


def keys(catalogue):
    return {(entry.msgctxt, entry.msgid, entry.msgid_plural) for entry in catalogue}


def test_every_text_has_its_english(english):
    assert [entry.msgid for entry in english if not entry.translated()] == []


def test_no_translation_is_a_guess_or_a_leftover(english):
    assert [entry.msgid for entry in english.fuzzy_entries() + english.obsolete_entries()] == []


def test_the_catalogue_holds_the_texts_of_the_code_and_no_others(english, gathered):
    assert keys(english) == keys(gathered)


def texts_of(path):
    """The texts that a file hands to gettext, also where the gatherer is blind: inside an f-string."""
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("_", "gettext", "ngettext"):
            yield from (each.value for each in node.args[:1] if isinstance(each, ast.Constant))


def test_no_text_of_the_code_is_missing_in_the_catalogue(english):
    known = {entry.msgid for entry in english}
    assert {text for path in ours(".py", *PACKAGES) for text in texts_of(path)} - known == set()


def test_the_compiled_catalogue_is_that_of_the_texts(english):
    compiled = polib.mofile(str(ROOT / CATALOGUE.replace(".po", ".mo")))
    assert {(e.msgctxt, e.msgid): (e.msgstr, e.msgstr_plural) for e in compiled} == {
        (e.msgctxt, e.msgid): (e.msgstr, e.msgstr_plural) for e in english
    }


def test_an_english_text_keeps_the_places_of_its_figures(english):
    """A translation must name the same %(…)s, or a page would break or lose a figure."""
    for entry in english:
        for text in [entry.msgstr, *entry.msgstr_plural.values()]:
            names = {part.split(")")[0] for part in entry.msgid.split("%(")[1:]}
            assert {part.split(")")[0] for part in text.split("%(")[1:]} <= names, entry.msgid
