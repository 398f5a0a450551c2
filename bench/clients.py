"""A client that asks for one address again and again: requests answered a second, and how long they took."""

import os
import re
import shutil
import subprocess
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPSConnection
from statistics import quantiles
from urllib.parse import urlsplit

from bench.front import trusting

CONNECTIONS = 16
HEADERS = {"Accept-Encoding": "gzip"}
FAILURE = re.compile(r"^ *(?:Non-2xx|Socket errors).*$", re.MULTILINE)
UNITS = {"us": 0.001, "ms": 1, "s": 1000}


class Failed(RuntimeError):
    """Some requests were not answered with the page."""


@dataclass(frozen=True)
class Asked:
    """Requests a second, and the milliseconds within which half and 99 of 100 were answered."""

    rate: float
    p50: float
    p99: float


def best():
    """wrk, installed when root on Debian; else a client in Python."""
    if not shutil.which("wrk") and os.geteuid() == 0 and shutil.which("apt-get"):
        subprocess.run(["apt-get", "update", "-qq"], check=False)
        install = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", "wrk"]
        subprocess.run(install, stdout=subprocess.DEVNULL, check=False)
    return wrk if shutil.which("wrk") else threads


def wrk(url, seconds, **headers):
    command = ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{seconds}s", "--timeout", "10s", "--latency"]
    for name, value in (HEADERS | headers).items():
        command += ["-H", f"{name.replace('_', '-')}: {value}"]
    told = subprocess.run([*command, url], check=True, capture_output=True, text=True).stdout
    failures = FAILURE.findall(told)
    if failures:
        raise Failed(f"{url}: {'; '.join(failures)}")
    times = {share: float(value) * UNITS[unit] for share, value, unit in re.findall(r"(\d+)% +([\d.]+)(us|ms|s)", told)}
    return Asked(float(re.search(r"Requests/sec: +([\d.]+)", told)[1]), times["50"], times["99"])


def threads(url, seconds, **headers):
    """Slower than wrk, but the same for every server."""
    begun = time.monotonic()
    sent = HEADERS | {name.replace("_", "-"): value for name, value in headers.items()}
    with ThreadPoolExecutor(CONNECTIONS) as pool:
        found = list(pool.map(lambda _number: times_of(url, sent, begun + seconds), range(CONNECTIONS)))
    times = [each for one in found for each in one]
    cuts = quantiles(times, n=100)
    return Asked(len(times) / (time.monotonic() - begun), cuts[49], cuts[98])


def times_of(url, headers, end):
    """The milliseconds that each answer of one connection took, until `end`."""
    connection, found = connected(url), []
    path = url.partition(urlsplit(url).netloc)[2]
    while time.monotonic() < end:
        begun = time.monotonic()
        connection.request("GET", path, headers=headers)
        answer = connection.getresponse()
        answer.read()
        if answer.status not in (200, 304):
            raise Failed(f"{url}: {answer.status}")
        found.append(1000 * (time.monotonic() - begun))
    connection.close()
    return found


def connected(url):
    parts = urlsplit(url)
    if parts.scheme == "https":
        return HTTPSConnection(parts.netloc, timeout=10, context=trusting())
    return HTTPConnection(parts.netloc, timeout=10)
