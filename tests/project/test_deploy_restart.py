"""The portal is restarted behind a socket that systemd holds: nobody is refused."""

import socket
import subprocess
import time
from contextlib import contextmanager
from http.client import HTTPConnection
from threading import Event, Thread

import pytest

from bench.servers import activated, stop


@contextmanager
def service(listening):
    """The portal's server with an application that is quickly there."""
    server = activated(listening, "wsgiref.simple_server:demo_app", stdout=subprocess.PIPE, text=True)
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


@pytest.mark.thorough
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
