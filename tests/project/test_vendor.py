"""What others made is served as they made it, with its licence beside it."""

from hashlib import sha256

import pytest
from django.conf import settings

FOLDERS = (
    "static/vendor/chart.js-4.6.1",
    "static/fonts",
    "indicators/vendor/be-vietnam-pro-0.4.1",
    "tests/browser/vendor/axe-core-4.14.1",
    "tests/indicators/vendor/sitemap-0.9",
    "tests/indicators/vendor/svg-1.1",
)


def listed(folder):
    """File name -> SHA-256, from a folder's checksums.txt."""
    lines = (folder / "checksums.txt").read_text().splitlines()
    return {name: digest for digest, name in (line.split("  ") for line in lines if not line.startswith("#"))}


@pytest.mark.parametrize("name", FOLDERS)
def test_vendored_files_are_as_listed(name):
    folder = settings.BASE_DIR / name
    files = [path for path in folder.iterdir() if path.name != "checksums.txt"]
    assert {path.name: sha256(path.read_bytes()).hexdigest() for path in files} == listed(folder)


@pytest.mark.parametrize("name", FOLDERS)
def test_a_licence_stands_beside_the_files(name):
    assert any(file.startswith(("LICENSE", "OFL")) for file in listed(settings.BASE_DIR / name))


def test_every_vendored_folder_is_listed_here():
    folders = {f"static/vendor/{path.name}" for path in (settings.BASE_DIR / "static/vendor").iterdir()}
    assert folders <= set(FOLDERS)


def test_no_vendored_script_asks_for_a_map_that_is_not_there():
    scripts = (settings.BASE_DIR / "static").rglob("*.js")
    assert [script.name for script in scripts if "sourceMappingURL" in script.read_text()] == []
