"""Rates of pages against what they could be at best, and against datasette, in turns."""

import base64
import csv
import gzip
import io
import json
import sys
from contextlib import ExitStack, contextmanager
from functools import partial
from statistics import median
from urllib.parse import quote
from urllib.request import Request, urlopen

from bench import clients, front, servers

PAGE = "/rankings/papi/2024/"
FILE = "/rankings/papi/2024.csv"
REGION = ("red-river-delta", "Đồng bằng sông Hồng")
STATIC = "page.0123456789ab.html"
ROUNDS, SECONDS = 5, 2
# (what, against what, the least ratio; 0: told, not judged)
RATIOS = [
    ("cached", "gunicorn bare", 0.8),
    ("304", "gunicorn bare", 0),
    ("nginx cached", "nginx static", 0.95),
    ("uncached", "datasette", 5),
    ("uncached, filtered", "datasette", 4),
    ("uncached, filtered", "datasette filtered", 0),
    ("first of its ranking", "datasette", 0),
]


@contextmanager
def standing(folder, environment):
    """Every server at once, and what is asked of it: {name: (address, headers)}.

    "uncached": no finished pages; "first of its ranking": nothing at all but the catalogue.
    """
    with ExitStack() as stack:
        begun = partial(begin, stack, environment)
        portal, uncached = begun(), begun(PAGE_CACHE_MB="0")
        page, content = servers.get(portal + PAGE), gunzipped(servers.get(portal + FILE))
        bare = begun("bench.bare", BENCH_ANSWER=str(kept(portal + PAGE, folder / "answer.json")))
        table = stack.enter_context(servers.datasette(folder, content))
        demand_rows(content, page, servers.get(table))
        before = stack.enter_context(front.nginx(home(folder, page), portals=portal[7:], home=str(folder)))
        addresses = {
            "cached": portal + PAGE,
            "gunicorn bare": bare + PAGE,
            "nginx cached": before.url + PAGE,
            "nginx static": f"{before.url}/static/{STATIC}",
            "uncached": uncached + PAGE,
            "uncached, filtered": f"{uncached}{PAGE}?region={REGION[0]}",
            "first of its ranking": begun("bench.anew", PAGE_CACHE_MB="0") + PAGE,
            "datasette": table,
            "datasette filtered": f"{table}&region__exact={quote(REGION[1])}",
        }
        yield {name: (url, {}) for name, url in addresses.items()} | {"304": (portal + PAGE, {"If_None_Match": "*"})}


def begin(stack, environment, application="reformportal.wsgi", **settings):
    url, _process = stack.enter_context(servers.gunicorn(environment, application, **settings))
    return url


def kept(url, path):
    """The answer at an address in a file, for bench.bare: all that gunicorn did not say itself."""
    with urlopen(Request(url, headers={"Accept-Encoding": "gzip"})) as answer:
        headers = [pair for pair in answer.getheaders() if pair[0] not in ("Server", "Date", "Connection")]
        body = base64.b64encode(answer.read()).decode()
    path.write_text(json.dumps({"headers": headers, "body": body}))
    return path


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


def demand_rows(content, *pages):
    """Every province of the file stands on both pages, so that the same rows are compared."""
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))
    for page in pages:
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
