"""Rates of pages against what they could be at best, and against datasette, in turns."""

import csv
import gzip
import io
import sys
from contextlib import ExitStack, contextmanager
from statistics import median
from urllib.parse import quote

from bench import clients, front, servers

PAGE = "/rankings/papi/2024/"
FILE = "/rankings/papi/2024.csv"
REGION = ("red-river-delta", "Đồng bằng sông Hồng")
STATIC = "page.0123456789ab.html"
ROUNDS, SECONDS = 3, 3
# (what, against what, the least ratio)
RATIOS = [
    ("cached", "gunicorn bare", 0.8),
    ("304", "gunicorn bare", 0),
    ("nginx cached", "nginx static", 0.95),
    ("made anew", "datasette", 5),
    ("made anew, filtered", "datasette", 4),
    ("made anew, filtered", "datasette filtered", 0),
    ("ranking in memory", "datasette", 5),
]


@contextmanager
def standing(folder, environment):
    """Every server at once, and what is asked of it: {name: (address, headers)}."""
    with ExitStack() as stack:
        portal, _process = stack.enter_context(servers.gunicorn(environment))
        page = servers.get(portal + PAGE)
        content = gunzipped(servers.get(portal + FILE))
        demand_rows(content, page)
        in_memory, _process = stack.enter_context(servers.gunicorn(environment, PAGE_CACHE_MB="0"))
        anew, _process = stack.enter_context(servers.gunicorn(environment, "bench.anew", PAGE_CACHE_MB="0"))
        (folder / "body").write_bytes(page)
        bare, _process = stack.enter_context(
            servers.gunicorn(environment, "bench.bare", BENCH_BODY=str(folder / "body"))
        )
        table = stack.enter_context(servers.datasette(folder, content))
        demand_rows(content, servers.get(table))
        before = stack.enter_context(front.nginx(home(folder, page), portals=portal[7:], home=str(folder)))
        yield {
            "cached": (portal + PAGE, {}),
            "gunicorn bare": (bare + PAGE, {}),
            "304": (portal + PAGE, {"If_None_Match": "*"}),
            "nginx cached": (before.url + PAGE, {}),
            "nginx static": (f"{before.url}/static/{STATIC}", {}),
            "made anew": (anew + PAGE, {}),
            "made anew, filtered": (f"{anew}{PAGE}?region={REGION[0]}", {}),
            "ranking in memory": (in_memory + PAGE, {}),
            "datasette": (table, {}),
            "datasette filtered": (f"{table}&region__exact={quote(REGION[1])}", {}),
        }


def home(folder, page):
    """A folder for nginx, with the page as a static file of the same bytes beside it."""
    for part in ("local/static", "templates", "run"):
        (folder / part).mkdir(parents=True)
    folder.chmod(0o755)
    (folder / "local/static" / STATIC).write_bytes(gunzipped(page))
    (folder / "local/static" / f"{STATIC}.gz").write_bytes(page)
    return folder / "run"


def gunzipped(body):
    return gzip.decompress(body) if body.startswith(b"\x1f\x8b") else body


def demand_rows(content, page):
    """Every province of the file stands on the page, so that the same rows are compared."""
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))
    text = gunzipped(page).decode()
    missing = [row["province"] for row in rows if row["province"] not in text]
    if missing or len(rows) != 63:
        sys.exit(f"{len(rows)} rows in {FILE}; on a page there is no {', '.join(missing)}.")


def measured(asked):
    """{name: what each round found}, all asked in turns after a moment to warm up."""
    client = clients.best()
    print(f"{client.__name__}, {clients.CONNECTIONS} connections, {ROUNDS} rounds of {SECONDS} s", flush=True)
    for url, headers in asked.values():
        client(url, 1, **headers)
    found = {name: [] for name in asked}
    for _round in range(ROUNDS):
        for name, (url, headers) in asked.items():
            found[name].append(client(url, SECONDS, **headers))
    return found


def report(found):
    """Print rates, times and ratios; the names of those that are too low."""
    print(f"{'':<22}{'a second':>10}{'p50 ms':>9}{'p99 ms':>9}")
    for name, rounds in found.items():
        rate, p50, p99 = (median(getattr(each, part) for each in rounds) for part in ("rate", "p50", "p99"))
        print(f"{name:<22}{rate:>10.1f}{p50:>9.1f}{p99:>9.1f}")
    failed = []
    for name, other, least in RATIOS:
        ratio = median(one.rate / two.rate for one, two in zip(found[name], found[other], strict=True))
        print(f"{name} / {other}: {ratio:.2f}" + (f", at least {least}" if least else ""))
        failed += [name] if ratio < least else []
    return failed


def run(folder, environment):
    with standing(folder, environment) as asked:
        return report(measured(asked))
