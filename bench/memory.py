"""How much a worker's memory grows by ten thousand different addresses."""

import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.request import Request, urlopen

from bench import servers

ADDRESSES, CLIENTS = 10_000, 4
MOST = 40  # MB above an idle worker
PATTERNS = ["/search/?q=a{}", "/rankings/papi/2024/?q=a{}", "/en/targets/?year={}", "/provinces/an-giang/?nonsense={}"]


def run(_folder, environment):
    """Print the growth; what grew too much."""
    with servers.gunicorn(environment, "reformportal.wsgi", "--workers", "1") as (url, server):
        worker = int(Path(f"/proc/{server.pid}/task/{server.pid}/children").read_text().split()[0])
        for pattern in PATTERNS:
            ask(url + pattern.format("")), time.sleep(0.1)
        idle, begun = resident(worker), time.monotonic()
        with ThreadPoolExecutor(CLIENTS) as pool:
            list(pool.map(ask, (url + PATTERNS[number % len(PATTERNS)].format(number) for number in range(ADDRESSES))))
        grown, seconds = resident(worker) - idle, time.monotonic() - begun
    print(
        f"memory: {idle:.0f} MB idle, {grown:+.0f} MB after {ADDRESSES:,} addresses ({seconds:.0f} s), at most {MOST}"
    )
    return ["memory"] if grown > MOST else []


def ask(url):
    """Whatever is answered: an address that is not there is one too."""
    try:
        with urlopen(Request(url, headers={"Accept-Encoding": "gzip"}), timeout=20) as answer:
            answer.read()
    except OSError as failure:
        if getattr(failure, "code", 500) >= 500:
            raise


def resident(pid):
    """MB of memory that a process holds."""
    line = next(line for line in Path(f"/proc/{pid}/status").read_text().splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1024
