"""Static files are served under hashed names, made once at the start."""

import gzip
import json
import re

import pytest
from django.conf import settings
from django.core.management import call_command
from django.test import override_settings

from reformportal.settings import HASHED_STATIC

from .tree import ROOT, ours

NAMED = re.compile(r"""{%\s*static\s+["']([^"']+)["']""")


@pytest.fixture(scope="module")
def collected(tmp_path_factory):
    """Name -> hashed name, of everything that is served."""
    folder = tmp_path_factory.mktemp("static")
    storages = settings.STORAGES | {"staticfiles": {"BACKEND": HASHED_STATIC}}
    with override_settings(STATIC_ROOT=folder, STORAGES=storages):
        call_command("collectstatic", interactive=False, verbosity=0)
    return json.loads((folder / "staticfiles.json").read_text())["paths"]


def test_every_file_can_be_collected(collected):
    files = {str(path.relative_to(ROOT / "static")) for path in (ROOT / "static").rglob("*") if path.is_file()}
    assert files <= set(collected)


def test_every_file_a_template_names_is_there(collected):
    named = {name for path in ours(".html", "templates") for name in NAMED.findall(path.read_text())}
    assert named - set(collected) == set()


def test_nothing_is_fetched_from_another_host():
    files = [*ours(".html", "templates"), *ours(".css", "static"), *ours(".js", "static")]
    fetching = re.compile(r"""(?:src=|url\(|@import\s+|<link[^>]+href=)["']?(?:https?:)?//""")
    assert [path.name for path in files if fetching.search(path.read_text())] == []


@pytest.mark.parametrize(("ending", "count", "most"), [(".css", 1, 20_000), (".js", 4, 15_000)])
def test_what_public_pages_load_of_our_own_is_little(ending, count, most):
    """Compressed, all together; what only staff load does not count, nor the library that charts are explored with."""
    files = [path for path in ours(ending, "static") if path.stem != "desk"]
    assert len(files) == count
    assert sum(len(gzip.compress(path.read_bytes())) for path in files) <= most
