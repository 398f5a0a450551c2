"""The layout of many machines on loopback, under load, while its parts are killed one after another (`make drill`)."""

import random
import signal
import sys
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path

from bench.layout import Layout
from bench.readers import Readers

SECONDS = 8  # that each step lasts, at least
SHARE = 0.001  # of the requests that may fail where a part is killed
WITHIN = 1  # seconds after a fault, in which all failures must lie
ANYTIME = 600
# Seconds: nginx keeps a page for 10 and shows it for 60 more while it asks; the portals read the stamp once in one.
STALEST = 75


def steps(layout):
    """(name, what is done, the share of requests that may fail, for how many seconds)."""
    return [
        ("nothing", lambda: None, 0, 0),
        ("a portal is killed", lambda: layout.kill_portal(0), SHARE, WITHIN),
        ("it comes back", lambda: layout.start_portal(0), 0, 0),
        ("the replica is killed", layout.replica.kill, SHARE, WITHIN),
        ("it comes back", layout.replica.start, 0, 0),
        ("the primary is killed", layout.primary.kill, 0, 0),
        ("it comes back", layout.primary.start, 0, 0),
        ("nonsense addresses", lambda: flood(layout.front), 0, 0),
        ("a score is published", lambda: layout.edit("score 47.5112"), 0, 0),
        ("another is published", lambda: layout.edit("score 47.6112"), 0, 0),
        ("it is taken back", lambda: layout.edit("back 1"), 0, 0),
        ("everything is restarted", layout.restart, SHARE, ANYTIME),
    ]


def flood(nginx):
    """As many addresses that are not there as one client can ask for in the time."""
    end = time.monotonic() + SECONDS
    while time.monotonic() < end:
        nginx.statuses(f"/rankings/papi/2024/?q={random.random()}&x={random.random()}", 1)
        nginx.statuses(f"/nothing/{random.random()}/", 1)


def main():
    with tempfile.TemporaryDirectory(prefix="portal-drill-") as name, ExitStack() as stack:
        layout = Layout(Path(name), stack)
        readers = Readers(layout.front.url, layout.addresses())
        readers.start()
        stack.callback(readers.stop)
        time.sleep(3)
        failed = [step for step in steps(layout) if not step_holds(layout, readers, *step)]
    print("Past the limits: " + "; ".join(name for name, *_rest in failed) if failed else "All within the limits.")
    return int(bool(failed))


def step_holds(layout, readers, name, deed, share, within):
    """Do it, look at what readers see for a while, tell, and judge."""
    begun = time.monotonic()
    deed()
    time.sleep(max(0, begun + SECONDS - time.monotonic()))
    seen = readers.since(begun)
    failures = [each for each in seen if each.failed]
    last = max((each.asked - begun for each in failures), default=0)
    mixed, stalest = sum(each.is_mixed for each in seen), max((layout.age(each) for each in seen), default=0)
    slowest = sorted(each.had - each.asked for each in seen)[int(len(seen) * 0.99)]
    told = f"{len(seen):>6} requests {len(failures):>4} failed"
    told += f" ({100 * len(failures) / len(seen):.2f} %, the last after {last:.1f} s)" if failures else ""
    print(f"{name:<24}{told}, {mixed} mixed, stale up to {stalest:.1f} s, p99 {1000 * slowest:.0f} ms", flush=True)
    return len(failures) <= share * len(seen) and last <= within and not mixed and stalest <= STALEST


if __name__ == "__main__":
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, lambda *_: sys.exit(130))
    sys.exit(main())
