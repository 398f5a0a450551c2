"""What a page costs with ten times the editions, revisions and provinces, which are made here and never shown."""

import json
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing

from bench import servers

FAR = 1_000_000  # added to a primary key, once for each copy
PAPI = "(SELECT e.id FROM indicators_edition e JOIN indicators_series s ON s.id = e.series_id WHERE s.slug = 'papi')"
RESULTS = f"edition_id IN {PAPI}"
CITATIONS = f"result_id IN (SELECT id FROM indicators_result WHERE {RESULTS})"
OLD = "(SELECT id FROM provinces_province WHERE last_day = '2025-06-30')"
FEWER, MORE = 1, 9  # copies of everything beside it
# A cost is one of noise; what grows with each copy would be nine times as much.
MOST = 1.5


def run(folder, environment):
    """Print queries and processor time of a page, as it is and grown; what grew."""
    failed, base = [], cost(environment)
    told("as it is", base)
    for name, grow in (("years", years), ("revisions", revisions), ("provinces", provinces)):
        few, many = (grown(folder, environment, grow, copies) for copies in (FEWER, MORE))
        told(f"{FEWER + 1} x {name}", few), told(f"{MORE + 1} x {name}", many)
        # Ten times the provinces on one page are ten times the rows: five times those of twice.
        most = MOST * (MORE + 1) / (FEWER + 1) if grow is provinces else MOST
        # A profile shows every year of its province: with more of them it has more to say.
        judged = [page for page in few if grow is not years or "provinces" not in page]
        failed += [f"{page} with {name}" for page in judged if grew(few[page], many[page], most)]
    return failed


def grew(few, many, most):
    return many["queries"] > few["queries"] or many["ms"] > most * few["ms"]


def told(name, costs):
    print(
        f"{name}: " + "; ".join(f"{page} {one['queries']} queries, {one['ms']:.1f} ms" for page, one in costs.items())
    )


def cost(environment):
    """{address: its queries and milliseconds of processor} in a process of its own."""
    command = [sys.executable, "-m", "bench.cost"]
    return json.loads(
        subprocess.run(command, cwd=servers.ROOT, env=environment, check=True, capture_output=True).stdout
    )


def grown(folder, environment, grow, copies):
    file = folder / "grown.sqlite3"
    for path in folder.glob("grown.sqlite3*"):
        path.unlink()
    shutil.copy(folder / "portal.sqlite3", file)
    with closing(sqlite3.connect(file)) as database, database:
        for number in range(1, copies + 1):
            grow(database, number)
    return cost(environment | {"DATABASE_URL": f"sqlite:///{file}"})


def years(database, number):
    """The fourteen editions of PAPI once more, in years long past."""
    editions(database, number, year=f"year - {20 * number}")


def revisions(database, number):
    """The fourteen editions of PAPI once more, as revisions that were superseded."""
    before = f"datetime(published_at, '-{number} days')"
    editions(database, number, revision=f"revision + {number}", status="'superseded'", published_at=before)


def editions(database, number, **changed):
    copy(database, "indicators_edition", number, f"id IN {PAPI}", **changed)
    copy(database, "indicators_result", number, RESULTS, edition_id=f"edition_id + {number * FAR}")
    copy(database, "indicators_citation", number, CITATIONS, result_id=f"result_id + {number * FAR}")


def provinces(database, number):
    """The provinces of the 63 that ended once more, with everything that PAPI says of them."""
    theirs = f"province_id IN {OLD}"
    moved = {"province_id": f"province_id + {number * FAR}"}
    copy(database, "provinces_province", number, f"id IN {OLD}", slug=f"slug || '-{number}'")
    for table in ("provinces_membership", "provinces_status"):
        copy(database, table, number, theirs, **moved)
    copy(database, "indicators_result", number, f"{RESULTS} AND {theirs}", **moved)
    copy(database, "indicators_citation", number, CITATIONS, result_id=f"result_id + {number * FAR}")


def copy(database, table, number, which, **changed):
    """Rows of a table again, under keys far away; `changed`: column and SQL. Copies are not copied again."""
    names = [row[1] for row in database.execute(f"PRAGMA table_info({table})")]
    values = {"id": f"id + {number * FAR}"} | changed
    columns = ", ".join(f'"{name}"' for name in names)
    selected = ", ".join(values.get(name, f'"{name}"') for name in names)
    database.execute(f"INSERT INTO {table} ({columns}) SELECT {selected} FROM {table} WHERE id < {FAR} AND {which}")
