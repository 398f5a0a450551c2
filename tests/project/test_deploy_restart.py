"""The portal is restarted behind a socket that systemd holds: nobody is refused."""

import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from threading import Event, Thread

import pytest

from bench.servers import stop

from .tree import ROOT

GUNICORN = Path(sys.executable).parent / "gunicorn"
# What systemd does for a service with a socket: descriptor 3, and whom it is for.
ACTIVATED = """
import os, sys
os.dup2(int(sys.argv[1]), 3)
os.environ |= {"LISTEN_FDS": "1", "LISTEN_PID": str(os.getpid())}
os.execv(sys.argv[2], sys.argv[2:])
"""


@contextmanager
def service(listening):
    """gunicorn with the portal's configuration, as `portal.service` starts it."""
    number = listening.fileno()
    serve = [GUNICORN, "--config", "reformportal/gunicorn.conf.py", "wsgiref.simple_server:demo_app"]
    command = [sys.executable, "-c", ACTIVATED, str(number), *serve]
    told = {"stdout": subprocess.PIPE, "text": True, "start_new_session": True}
    server = subprocess.Popen(command, cwd=ROOT, pass_fds=[number], **told)
    try:
        assert server.stdout.readline()  # it says when it is ready
        yield
    finally:
        stop(server)
        server.stdout.close()


@pytest.fixture
def listening():
    with socket.create_server(("127.0.0.1", 0), backlog=128) as made:
        yield made


def ask(port, found, is_over):
    """Ask on a new connection each time; `found` gets a status or what went wrong."""
    while not is_over.is_set():
        connection = HTTPConnection("127.0.0.1", port, timeout=20)
        try:
            connection.request("GET", "/")
            found.append(connection.getresponse().status)
        except OSError as failure:
            found.append(failure)
        finally:
            connection.close()
        time.sleep(0.005)


def test_no_request_is_refused_while_the_portal_restarts(listening):
    found, is_over = [], Event()
    readers = [Thread(target=ask, args=(listening.getsockname()[1], found, is_over)) for _number in range(4)]
    with service(listening):
        for reader in readers:
            reader.start()
        time.sleep(0.3)
    before = len(found)
    with service(listening):
        time.sleep(0.5)
        is_over.set()
        for reader in readers:
            reader.join()
    assert set(found) == {200}
    assert 0 < before < len(found) - len(readers)
