"""Readers who ask without pause, and what they saw: statuses, times, and of which publication each answer is."""

import hashlib
import json
import random
import re
import time
from dataclasses import dataclass
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
            # Every other question is about the page that changes; nonsense behind it leads past nginx's copy.
            address = WATCHED if chance.random() < 0.4 else chance.choice(self.addresses)
            if chance.random() < 0.3:
                address += f"?n={chance.random()}"
            connection = self._ask(connection, address)
            time.sleep(PAUSE)
        connection.close()

    def _ask(self, connection, address):
        asked = time.monotonic()
        try:
            connection.request("GET", address, headers={"Host": "localhost"})
            answer = connection.getresponse()
            body, status, tag = answer.read(), answer.status, answer.headers.get("ETag", "")
        except OSError:
            self.seen.append(Seen(asked, time.monotonic(), 0))
            connection.close()
            return connected(self.url)
        self.seen.append(self._judged(asked, address, status, tag, body))
        return connection

    def _judged(self, asked, address, status, tag, body):
        """Whether one page shows two publications, or one tag stood over two bodies."""
        had, path = time.monotonic(), address.partition("?")[0]
        scores = scores_of(path, body) if status == 200 else set()
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
