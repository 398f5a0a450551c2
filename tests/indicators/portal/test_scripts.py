"""The scripts of docs/data.md, run as a stranger would: each prints what stands below it."""

import io
import re
from contextlib import redirect_stdout
from urllib.parse import urlsplit

import pytest
from django.conf import settings

pytestmark = pytest.mark.django_db

SCRIPT = re.compile(r"```python\n(.*?)```\n\n```\n(.*?)```", re.DOTALL)
SCRIPTS = SCRIPT.findall((settings.BASE_DIR / "docs/data.md").read_text())


@pytest.fixture
def run(monkeypatch, content):
    """`run(script)`: what it prints, where the internet leads to the portal."""

    def opened(address):
        assert urlsplit(address).netloc == "127.0.0.1:8000"
        return io.BytesIO(content(urlsplit(address).path))

    def run(script):
        printed = io.StringIO()
        with redirect_stdout(printed):
            exec(script, {})
        return printed.getvalue()

    monkeypatch.setattr("urllib.request.urlopen", opened)
    return run


def test_every_script_prints_what_the_document_says(run):
    assert len(SCRIPTS) == 3
    for script, expected in SCRIPTS:
        assert run(script)[: len(expected)] == expected


def test_the_first_five_of_papi_take_ten_lines():
    (script,) = [script for script, _expected in SCRIPTS if "papi" in script]
    assert len(list(filter(None, script.splitlines()))) <= 10
