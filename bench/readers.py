"""Readers who ask without pause, and what they saw: statuses, times, and of which publication each answer is."""

import hashlib
import json
import random
import re
import time
from dataclasses import dataclass
from http.client import HTTPException
from threading import Event, Lock, Thread

from bench.clients import connected

READERS, PAUSE = 6, 0.02  # seconds between two questions of one reader
WATCHED = "/rankings/papi/2024/"
# Where the page of the ranking says the score of its first: the lead, the table, the drawing.
PLACES = [
    re.compile(r"cao nhất: <b>(\d\d,\d\d)/80"),
    re.compile(r'quang-ninh/">Quảng Ninh</a></th><td class="away">[^<]*</td><td class="n">(\d\d,\d\d)<'),
    re.compile(r"<desc [^>]*>Quảng Ninh (\d\d,\d\d);"),
]


@dataclass(frozen=True)
class Seen:
    """One answer: when it was asked for and had, its status (0: none), and the score it shows of the watched figure."""

    asked: float
    had: float
    status: int
    score: str = ""
    is_mixed: bool = False

    @property
    def failed(self):
        return self.status == 0 or self.status == 429 or self.status >= 500


class Readers:
    """Some readers at work until `stop`."""

    def __init__(self, url, addresses):
        self.url, self.addresses, self.seen = url, addresses, []
        self._bodies, self._lock, self._is_over = {}, Lock(), Event()
        self._threads = [Thread(target=self._read, args=(random.Random(number),)) for number in range(READERS)]

    def start(self):
        for thread in self._threads:
            thread.start()

    def stop(self):
        self._is_over.set()
        for thread in self._threads:
            thread.join()

    def since(self, moment):
        return [each for each in self.seen if each.asked >= moment]

    def _read(self, chance):
        connection = connected(self.url)
        while not self._is_over.is_set():
            connection = self._ask(connection, self._next(chance))
            time.sleep(PAUSE)
        connection.close()

    def _next(self, chance):
        """The watched page or another; behind some a question that no copy answers, or nonsense past nginx's copies."""
        address = WATCHED if chance.random() < 0.4 else chance.choice(self.addresses)
        kind = chance.random()
        if kind < 0.1:
            return f"{WATCHED}?q={chance.random()}"
        return f"{address}?n={kind}" if kind < 0.4 else address

    def _ask(self, connection, address):
        """As browsers do: a connection that was closed while it lay idle is opened once more."""
        asked = time.monotonic()
        for attempt in (connection, None):
            connection = attempt or connected(self.url)
            try:
                connection.request("GET", address, headers={"Host": "localhost"})
                answer = connection.getresponse()
                body, status, tag = answer.read(), answer.status, answer.headers.get("ETag", "")
            except (OSError, HTTPException):
                connection.close()
            else:
                self.seen.append(self._judged(asked, address, status, tag, body))
                return connection
        self.seen.append(Seen(asked, time.monotonic(), 0))
        return connection

    def _judged(self, asked, address, status, tag, body):
        """Whether one page shows two publications, or one tag stood over two bodies."""
        had = time.monotonic()
        path = re.sub(r"\?n=.*", "", address)
        scores = scores_of(path.partition("?")[0], body) if status == 200 else set()
        digest = hashlib.sha256(body).digest()
        with self._lock:
            is_other = status == 200 and tag and self._bodies.setdefault((path, tag), digest) != digest
        return Seen(asked, had, status, min(scores, default=""), len(scores) > 1 or bool(is_other))


def scores_of(path, body):
    """The scores that a page or file gives for the watched figure; they should be one."""
    if path == WATCHED:
        text = body.decode()
        return {found for place in PLACES for found in place.findall(text)}
    if path == WATCHED[:-1] + ".json":
        row = next(row for row in json.loads(body)["rows"] if row["province"] == "quang-ninh")
        return {row["printed"][:5].replace(".", ",")}
    return set()
