"""Clients that ask for one page again and again: requests answered a second."""

import os
import re
import shutil
import subprocess
import time
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection
from urllib.parse import urlsplit

CONNECTIONS = 16
HEADERS = {"Accept-Encoding": "gzip"}
FAILURE = re.compile(r"^ *(?:Non-2xx|Socket errors).*$", re.MULTILINE)


class Failed(RuntimeError):
    """Some requests were not answered with the page."""


def best():
    """wrk, installed when root on Debian; else a client in Python."""
    if not shutil.which("wrk") and os.geteuid() == 0 and shutil.which("apt-get"):
        subprocess.run(["apt-get", "update", "-qq"], check=False)
        install = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", "wrk"]
        subprocess.run(install, stdout=subprocess.DEVNULL, check=False)
    return wrk if shutil.which("wrk") else threads


def wrk(url, seconds):
    command = ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{seconds}s", "--timeout", "10s"]
    for name, value in HEADERS.items():
        command += ["-H", f"{name}: {value}"]
    told = subprocess.run([*command, url], check=True, capture_output=True, text=True).stdout
    failures = FAILURE.findall(told)
    if failures:
        raise Failed(f"{url}: {'; '.join(failures)}")
    return float(re.search(r"Requests/sec: +([\d.]+)", told)[1])


def threads(url, seconds):
    """Slower than wrk, but the same for every server."""
    begun = time.monotonic()
    with ThreadPoolExecutor(CONNECTIONS) as pool:
        answered = sum(pool.map(lambda _number: ask(url, begun + seconds), range(CONNECTIONS)))
    return answered / (time.monotonic() - begun)


def ask(url, end):
    """How many answers one connection gets until `end`."""
    parts = urlsplit(url)
    connection, answered = HTTPConnection(parts.netloc, timeout=10), 0
    while time.monotonic() < end:
        connection.request("GET", f"{parts.path}?{parts.query}", headers=HEADERS)
        answer = connection.getresponse()
        answer.read()
        if answer.status != 200:
            raise Failed(f"{url}: {answer.status}")
        answered += 1
    connection.close()
    return answered
