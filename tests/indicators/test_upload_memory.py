"""What a worker of gunicorn needs to take files in: a whole year, then what is sent to exhaust it. Under 150 MB."""

import io
import os
import re
import socket
import subprocess
import sys
import time
import zipfile
from contextlib import suppress
from datetime import date
from http.client import HTTPConnection
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client
from django.test.client import BOUNDARY, MULTIPART_CONTENT, encode_multipart

from indicators.management.commands._reference import load_reference
from indicators.models import Component
from provinces.gazetteer import Gazetteer

from ..country import REASON
from ..people import LOADERS, PUBLISHERS, person
from .clerks import shared
from .workbooks import workbook

MOST = 150 * 1024  # kB
PART = "xl/worksheets/sheet1.xml"
DESK = "/quan-tri/indicators/edition/"
TERMS = {"ranked": "63", "rules": "par-2022", "comparable": "yes", "new-title": "QD 1", **REASON}
TOKEN = "a" * 32


class Server:
    """gunicorn with one worker on the database of this address, asked by one person of the desk."""

    def __init__(self, database, session):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        told = {"TEST_DATABASE_URL": database, "DJANGO_SETTINGS_MODULE": "tests.settings", "PORT": str(self.port)}
        command = [sys.executable, "-m", "gunicorn", "--config", "reformportal/gunicorn.conf.py", "--workers", "1"]
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        self.process = subprocess.Popen(
            [*command, "reformportal.wsgi"], cwd=settings.BASE_DIR, env=os.environ | told, **quiet
        )
        self.headers = {"Cookie": f"sessionid={session}; csrftoken={TOKEN}", "X-CSRFToken": TOKEN}

    def answers(self):
        """Once it does."""
        deadline = time.monotonic() + 30
        while time.monotonic() < deadline:
            try:
                return self.ask("/healthz")
            except OSError:
                time.sleep(0.1)
        raise TimeoutError

    def ask(self, path, form=None):
        """(status, where it leads) of an answer; `form`: what is sent."""
        asked = HTTPConnection("127.0.0.1", self.port, timeout=60)
        sent = {"Content-Type": MULTIPART_CONTENT} if form else {}
        body = encode_multipart(BOUNDARY, form) if form else None
        with suppress(BrokenPipeError):  # what is too large is answered before all of it is sent
            asked.request("POST" if form else "GET", path, body, self.headers | sent)
        answer = asked.getresponse()
        answer.read()
        asked.close()
        return answer.status, answer.headers["Location"]

    def peak(self):
        """The most memory that its worker has held, in kB."""
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text().split()
        return int(re.search(r"VmHWM:\s+(\d+)", Path(f"/proc/{children[0]}/status").read_text())[1])

    def stop(self):
        self.process.terminate()
        self.process.wait(30)


def table(blank=0):
    """All 63 provinces with the whole and its eight parts, score and rank; `blank` lines among them."""
    places = Gazetteer.read().on(date(2024, 12, 31))
    parts = Component.objects.filter(series__slug="par-index", criteria__rules="par-2022").distinct().order_by("order")
    rows = [[each.name, part.slug, 99.5 - n, "%", n] for n, each in enumerate(places, start=1) for part in parts]
    assert len(rows) == 63 * 9
    return workbook([["province", "component", "score", "unit", "rank"], *rows[:300], *[[" "]] * blank, *rows[300:]])


def packed(text):
    """A workbook of some kB of which one part unpacks to this text."""
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(workbook([["a"]]))) as sound,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as file,
    ):
        for name in sound.namelist():
            file.writestr(name, text if name == PART else sound.read(name))
    return stream.getvalue()


# What it is -> (file name, how it is made, how it is answered), in the order in which they are sent.
SENT = {
    "a full table": ("a.xlsx", table, 302),
    "with 15,000 blank lines": ("a.xlsx", lambda: table(blank=15_000), 302),
    "50 MB": ("a.csv", lambda: b"x" * 50 * 1024 * 1024, 413),
    "5 MB of cells": ("a.csv", lambda: b"a,b\n" + b"1,2\n" * 1_250_000, 200),
    "a zip bomb": ("a.xlsx", lambda: packed(b"0" * 300 * 1024 * 1024), 200),
    "a zip bomb that seems to fit": ("a.xlsx", lambda: packed(b"<worksheet " + b" " * 15 * 1024 * 1024), 200),
}


@pytest.fixture
def server(transactional_db, tmp_path):
    load_reference(settings.BASE_DIR / "fixtures")
    client = Client()
    client.force_login(person("mai", LOADERS, PUBLISHERS))
    server = Server(shared(tmp_path), client.cookies["sessionid"].value)
    server.answers()
    yield server
    server.stop()


@pytest.mark.thorough
def test_a_worker_takes_files_in_with_little_memory(server):
    answers, peaks = {}, {}
    for what, (name, made, _status) in SENT.items():
        file = io.BytesIO(made())
        file.name = name
        answers[what] = server.ask(f"{DESK}add/par-index/2024/", TERMS | {"file": file})
        if what == "a full table":
            assert walk(server, answers[what][1]) == [200, 200, 200, 200, 302, 200]
        peaks[what] = server.peak() // 1024
    print(peaks)
    assert {what: status for what, (status, _to) in answers.items()} == {what: each[2] for what, each in SENT.items()}
    assert max(peaks.values()) * 1024 < MOST


def walk(server, page):
    """The draft looked at, previewed, and published."""
    draft = page.removesuffix("change/")
    preview = f"/quan-tri/preview/{draft.split('/')[-2]}/rankings/par-index/2024/"
    looked = [server.ask(path)[0] for path in (page, f"{draft}publish/", f"{draft}record/", preview)]
    return [*looked, server.ask(f"{draft}publish/", {"at": ""})[0], server.ask("/rankings/par-index/2024/")[0]]
