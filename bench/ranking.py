"""The PAPI 2024 ranking, made anew for every request, against datasette's table of the same 63 rows (`make bench`).

Both answer the same client in turns, in one run on one machine: only the ratio means something elsewhere.
"""

import csv
import gzip
import io
import os
import signal
import sys
import tempfile
from datetime import date
from pathlib import Path
from statistics import median

from bench import clients, servers

PAGE = "/rankings/papi/2024/"
FILE = "/rankings/papi/2024.csv"
ROUNDS, SECONDS = 5, 4
LEAST_RATIO = 5
LARGEST_PAGE = 25_000  # bytes, compressed


def main():
    with tempfile.TemporaryDirectory(prefix="portal-bench-") as name, servers.portal(Path(name)) as site:
        content = servers.get(site + FILE)
        with servers.datasette(Path(name), gunzipped(content)) as table:
            page = servers.get(site + PAGE)
            demand_rows(gunzipped(content), page, servers.get(table))
            return report(measured(site + PAGE, table), len(page))


def gunzipped(body):
    return gzip.decompress(body) if body.startswith(b"\x1f\x8b") else body


def demand_rows(content, *pages):
    """Every province of the file stands on both pages: the same rows are compared."""
    provinces = [row["province"] for row in csv.DictReader(io.StringIO(content.decode("utf-8-sig")))]
    for page in pages:
        text = gunzipped(page).decode()
        missing = [province for province in provinces if province not in text]
        if missing or len(provinces) != 63:
            sys.exit(f"{len(provinces)} rows in {FILE}; on one of the pages there is no {', '.join(missing)}.")


def measured(page, table):
    """(requests a second of the portal, of datasette), round by round, after a second to warm up."""
    client = clients.best()
    print(f"{machine()}; {client.__name__}, {clients.CONNECTIONS} connections, {ROUNDS} rounds of {SECONDS} s")
    client(page, 1), client(table, 1)
    print("round     portal  datasette   requests a second, uncached")
    found = []
    for number in range(1, ROUNDS + 1):
        found.append((client(page, SECONDS), client(table, SECONDS)))
        print("{:<6}{:>10.1f}{:>11.1f}".format(number, *found[-1]), flush=True)
    return found


def machine():
    """The day, the processor and how many of its cores are ours."""
    lines = Path("/proc/cpuinfo").read_text().splitlines() if Path("/proc/cpuinfo").exists() else []
    model = next((line.partition(": ")[2] for line in lines if line.startswith("model name")), "unknown processor")
    return f"{date.today()}; {model}, {os.cpu_count()} cores; Python {sys.version.split()[0]}"


def report(rounds, size):
    """Print the outcome; the status to exit with."""
    portal, other = (median(column) for column in zip(*rounds, strict=True))
    print(f"median{portal:>10.1f}{other:>11.1f}")
    print(f"ratio {portal / other:>10.1f}             at least {LEAST_RATIO}")
    print(f"page  {size:>10,}             bytes compressed, at most {LARGEST_PAGE:,}")
    return int(portal / other < LEAST_RATIO or size > LARGEST_PAGE)


if __name__ == "__main__":
    # Ended from outside, the servers are still stopped on the way out.
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, lambda *_: sys.exit(130))
    sys.exit(main())
