"""The rules of the house: who may know whom, how big a thing may grow, what never appears."""

import re

import pytest
from django.core.management import call_command

from .tree import ROOT, code, functions, imports, module, ours

FRAME = ("reformportal", "indicators", "provinces")
DOORS = ("views", "urls", "admin", "management")
BELOW = ("statistics", "models", "caching", "catalogue", "templatetags", "reports", "filters", "intake")
# All that draws a report: tables, charts, sentences, exports and what they are made of.
DRAWINGS = sorted(
    path.stem
    for path in (ROOT / "indicators").iterdir()
    if not path.stem.startswith("_") and path.stem not in {*DOORS, *BELOW, "apps", "context", "migrations"}
)

# A part of `indicators` -> the parts it must not know.
UNKNOWN_TO = {
    "models": ("reports", "filters", "intake", *DRAWINGS, *DOORS),
    "reports": ("intake", "filters", *DRAWINGS, *DOORS),
    **dict.fromkeys(DRAWINGS, ("intake", *DOORS)),
    "intake": ("reports", "filters", *DRAWINGS, *DOORS),
    "views": ("intake", "admin", "management"),
    "templatetags": ("intake", *DOORS),
}

UNFINISHED = re.compile(r"\b(TO" + r"DO|FIX" + r"ME|X" + r"XX|HA" + r"CK)\b")
INLINE = re.compile(r"""<style\b|\sstyle=\\?["'{]|\son[a-z]+\s*=\s*["']|javascript:""", re.IGNORECASE)
SCRIPT = re.compile(r"<script\b([^>]*)>", re.IGNORECASE)
DATA_BLOCK = re.compile(r"type=[\"']application/(ld\+)?json[\"']")


def within(name, package):
    return name == package or name.startswith(package + ".")


def knows(importer, imported):
    """Imports of one package's files that reach into another: `file -> name`, a line each."""
    return [
        f"{module(path)} -> {name}"
        for path in code()
        if within(module(path), importer)
        for name in imports(path)
        if within(name, imported)
    ]


@pytest.mark.parametrize(
    ("lower", "upper"), [("provinces", "indicators"), ("provinces", "reformportal"), ("indicators", "reformportal")]
)
def test_arrows_between_packages_never_turn_back(lower, upper):
    assert knows(lower, upper) == []


@pytest.mark.parametrize("part", UNKNOWN_TO)
def test_arrows_inside_indicators_never_turn_back(part):
    assert [line for other in UNKNOWN_TO[part] for line in knows(f"indicators.{part}", f"indicators.{other}")] == []


@pytest.mark.parametrize("package", ["django", *FRAME])
def test_statistics_know_only_numbers(package):
    assert knows("indicators.statistics", package) == []


def test_no_module_is_too_long():
    assert [module(path) for path in code() if len(path.read_text().splitlines()) > 300] == []


def test_nothing_lands_without_both_parts_of_the_tests():
    assert (ROOT / ".ci/run").read_text().splitlines()[-1] == "make test thorough"


def test_no_function_is_too_long():
    """25 lines; a test, which asserts one thing, 20."""
    measured = [
        (function.end_lineno - function.lineno + 1, f"{module(path)}.{function.name}")
        for path in code()
        for function in functions(path)
    ]
    assert [(lines, name) for lines, name in measured if lines > (20 if ".test_" in name else 25)] == []


@pytest.mark.parametrize(("suffix", "folder"), [(".html", "templates"), (".js", "static"), (".sh", "tools")])
def test_no_template_or_script_is_too_long(suffix, folder):
    files = ours(suffix, folder)
    assert [path.name for path in files if len(path.read_text().splitlines()) > 100] == []


def test_no_template_holds_inline_code_or_style():
    found = [(path.name, INLINE.findall(path.read_text())) for path in ours(".html", "templates")]
    assert [entry for entry in found if entry[1]] == []


def test_scripts_in_templates_are_files_or_data():
    tags = [(path.name, tag) for path in ours(".html", "templates") for tag in SCRIPT.findall(path.read_text())]
    assert [(name, tag) for name, tag in tags if "src=" not in tag and not DATA_BLOCK.search(tag)] == []


def test_markup_made_in_python_holds_no_inline_style():
    made = ours(".py", "indicators", "provinces")
    assert [module(path) for path in made if INLINE.search(path.read_text())] == []


def test_a_template_says_what_it_needs():
    partials = ours(".html", "templates/components")
    assert [path.name for path in partials if not path.read_text().startswith("{#")] == []


@pytest.mark.django_db
def test_no_migration_is_missing():
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def test_locks_name_no_registry():
    locks = sorted(ROOT.glob("*.lock"))
    assert [lock.name for lock in locks if re.search(r"://|--(extra-)?index|--find-links", lock.read_text())] == []
    assert len(locks) == 4


def test_locked_packages_carry_hashes():
    for lock in ROOT.glob("*.lock"):
        packages = re.findall(r"^[a-z][^ ]*==", lock.read_text(), re.MULTILINE)
        assert len(packages) <= lock.read_text().count("--hash=sha256:")


def test_the_tests_run_what_is_served():
    served, tested = (
        set(re.findall(r"^[a-z][^ ]*==[^ ]+", (ROOT / lock).read_text(), re.MULTILINE))
        for lock in ("requirements.lock", "requirements-test.lock")
    )
    assert served <= tested


def test_nothing_is_left_unfinished():
    files = [*code(), *ours(".html", "templates"), *ours(".css", "static"), *ours(".js", "static"), *ROOT.glob("*.md")]
    assert [path.name for path in files if UNFINISHED.search(path.read_text())] == []
