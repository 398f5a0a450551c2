"""What those who run the portal see of it: ready or not and why, a line a page, counts; nothing of a reader."""

import json
import logging
import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib.request import urlopen

import pytest
from django.db import OperationalError, connection
from django.http import HttpResponse
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext
from prometheus_client import CollectorRegistry, Histogram

from bench.servers import free_port, stop
from reformportal import health, logs, metrics

from .test_settings import KEY, start
from .tree import ROOT

GUNICORN = Path(sys.executable).parent / "gunicorn"
OF_NGINX = "0123456789abcdef0123456789abcdef"


@pytest.mark.usefixtures("country")
def test_a_portal_with_figures_is_ready_and_says_so_with_one_query(client):
    assert client.get("/healthz", headers={"host": "10.0.0.1"}).json() == {"ready": True}
    with CaptureQueriesContext(connection) as queries:
        answer = client.get("/healthz")
    assert (answer.status_code, len(queries), answer["Cache-Control"]) == (200, 1, "no-store")


def test_one_without_figures_is_not(client, db):
    answer = client.get("/healthz")
    assert (answer.status_code, answer.json()) == (503, {"ready": False, "why": "Nothing is published yet."})


@pytest.mark.parametrize(
    ("name", "broken", "why"),
    [
        ("current_stamp", OperationalError("password of the portal: secret"), "The database does not answer."),
        ("has_its_tables", None, "The tables of the database are not those of this release: run migrate."),
    ],
)
def test_what_is_missing_is_told_without_secrets(client, country, monkeypatch, name, broken, why):
    def fails():
        if broken:
            raise broken

    monkeypatch.setattr(health, name, fails)
    monkeypatch.setattr(health.connection, "close", lambda: None)
    answer = client.get("/healthz")
    assert (answer.status_code, answer.json()) == (503, {"ready": False, "why": why})


def test_tables_of_another_release_are_noticed(db, monkeypatch):
    monkeypatch.setattr(health, "_up_to_date", set())
    assert health.has_its_tables()
    monkeypatch.setattr(health, "_up_to_date", set())
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM django_migrations WHERE app = 'provinces'")
    assert not health.has_its_tables()


@pytest.fixture
def lines(caplog):
    """What was logged of requests, as the handler sees it."""
    caplog.set_level(logging.INFO, "reformportal.logs")
    caplog.handler.addFilter(logs.Identified())
    return caplog


def numbered(number):
    request = RequestFactory().get("/search/", {"q": "Nguyễn Văn A"}, headers={"X-Request-ID": number})
    return logs.numbered(lambda request: HttpResponse("page"))(request)


def test_a_line_has_the_number_of_the_proxy_and_nothing_of_the_reader(lines):
    assert numbered(OF_NGINX)["X-Request-ID"] == OF_NGINX
    told = vars(lines.records[0])
    assert (told["request_id"], told["path"], told["status"]) == (OF_NGINX, "/search/", 200)
    assert "Nguy" not in repr(told)
    assert "127.0.0.1" not in repr(told)


@pytest.mark.parametrize("number", ["", "short", "a" * 65, "0123456789\r\nSet-Cookie: a=b", "<script>0000"])
def test_a_number_that_is_none_is_replaced(lines, number):
    assert len(numbered(number)["X-Request-ID"]) == 32


def test_answers_are_counted_by_status():
    registry = CollectorRegistry()
    seconds = Histogram("seconds", "", ["status"], registry=registry)
    application = metrics.counted(lambda environ, begin: begin("404 Not Found", []) or [b"no"], seconds)
    assert [application({}, lambda *told: None) for _request in range(2)] == [[b"no"], [b"no"]]
    assert registry.get_sample_value("seconds_count", {"status": "404"}) == 2


@pytest.fixture
def served(tmp_path):
    """A portal with lines in JSON and counts on a port; the ports of both, and what it wrote."""
    environment = {"DATABASE_URL": f"sqlite:///{tmp_path / 'portal.sqlite3'}", "SECRET_KEY": KEY, "LOG_JSON": "yes"}
    assert start("migrate", **environment).returncode == 0
    ports, written = [free_port(), free_port()], tmp_path / "lines"
    environment |= {"PORT": str(ports[0]), "METRICS_PORT": str(ports[1])}
    command = [GUNICORN, "--config", "reformportal/gunicorn.conf.py", "reformportal.wsgi"]
    with written.open("w") as stderr:
        streams = {"stdout": subprocess.PIPE, "stderr": stderr}
        server = subprocess.Popen(command, cwd=ROOT, env=environment, start_new_session=True, **streams)
    assert server.stdout.readline()
    yield *ports, written
    stop(server)
    server.stdout.close()


@pytest.mark.thorough
def test_both_workers_are_counted_together_and_their_lines_are_json(served):
    portal, counts, written = served
    for _request in range(6):
        assert urlopen(f"http://127.0.0.1:{portal}/robots.txt").status == 200
        time.sleep(0.05)
    assert 'portal_answer_seconds_count{status="200"} 6.0' in urlopen(f"http://127.0.0.1:{counts}/").read().decode()
    told = next(each for each in read(written) if each.get("path") == "/robots.txt")
    assert {"made", "/robots.txt", 200} <= set(told.values())
    assert len(told["request_id"]) == 32


@pytest.mark.thorough
def test_the_lines_of_the_server_are_json_too(served):
    portal, _counts, written = served
    with socket.create_connection(("127.0.0.1", portal)) as broken:
        broken.sendall(b"GET\r\n\r\n")
        broken.recv(100)
    told = next(each for each in read(written) if each["logger"] == "gunicorn.error")
    assert (told["level"], told["message"][:15]) == ("WARNING", "Invalid request")


def read(written):
    """The lines that were logged, each as a program reads it."""
    return [json.loads(line) for line in written.read_text().splitlines()]
