"""Servers that live as long as a measurement: the portal with its real figures, and datasette with the same rows."""

import csv
import io
import os
import secrets
import signal
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.request import Request, urlopen

ROOT = Path(__file__).resolve().parent.parent
GUNICORN = Path(sys.executable).parent / "gunicorn"
DATASETTE = ROOT / "local" / "bench" / "bin" / "datasette"
# What datasette would compute beside the rows: counts, facets and suggestions of facets.
WITHOUT_EXTRAS = "_nocount=1&_nofacet=1&_nosuggest=1"
PATIENCE = 30  # seconds to wait for a start or an end


def get(url):
    """The body of an answer as a browser gets it, compressed where the server compresses."""
    with urlopen(Request(url, headers={"Accept-Encoding": "gzip"}), timeout=PATIENCE) as answer:
        return answer.read()


def free_port():
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def serving(command, url, environment):
    """A server that answers at `url` until the block ends, however it ends."""
    with tempfile.TemporaryFile() as said:
        # A session of its own: whatever it starts can be ended with it.
        told = {"stdout": said, "stderr": subprocess.STDOUT, "start_new_session": True}
        server = subprocess.Popen(command, cwd=ROOT, env=environment, **told)
        try:
            await_answer(server, url, said)
            yield server
        finally:
            stop(server)


def await_answer(server, url, said):
    """Wait for a first answer; one that never comes ends all, with what the server said."""
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            return get(url)
        except OSError as failure:
            if server.poll() is not None or time.monotonic() > deadline:
                said.seek(0)
                sys.exit(f"{url}: {failure}\n{said.read().decode(errors='replace')}")
            time.sleep(0.1)


# What systemd does for a service with a socket: descriptor 3, and whom it is for.
ACTIVATED = """
import os, sys
os.dup2(int(sys.argv[1]), 3)
os.environ |= {"LISTEN_FDS": "1", "LISTEN_PID": str(os.getpid())}
os.execv(sys.argv[2], sys.argv[2:])
"""


def activated(listening, *words, **told):
    """gunicorn with the portal's configuration on a socket that is held here, as `portal.service` starts it."""
    number = listening.fileno()
    serve = [GUNICORN, "--config", "reformportal/gunicorn.conf.py", *words]
    command = [sys.executable, "-c", ACTIVATED, str(number), *serve]
    return subprocess.Popen(command, cwd=ROOT, pass_fds=[number], start_new_session=True, **told)


def stop(server):
    server.terminate()
    try:
        server.wait(PATIENCE)
    except subprocess.TimeoutExpired:
        os.killpg(server.pid, signal.SIGKILL)
        server.wait()


def loaded(folder):
    """The settings of a portal whose figures were loaded into a database in `folder`."""
    environment = os.environ | {
        "DATABASE_URL": f"sqlite:///{folder / 'portal.sqlite3'}",
        "DEBUG": "false",
        "DJANGO_SETTINGS_MODULE": "reformportal.settings",
        "SECRET_KEY": secrets.token_urlsafe(50),
        "SITE_URL": "http://127.0.0.1",
    }
    prepare = [sys.executable, "-m", "tools.prepare"]
    subprocess.run(prepare, cwd=ROOT, env=environment, check=True, stdout=subprocess.DEVNULL)
    return environment


@contextmanager
def gunicorn(environment, application="reformportal.wsgi", *options, first="/robots.txt", **settings):
    """Where a WSGI application answers as `make run` serves the portal: (address, process)."""
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    command = [GUNICORN, "--config", "reformportal/gunicorn.conf.py", *options, application]
    with serving(command, url + first, environment | {"PORT": str(port)} | settings) as server:
        yield url, server


@contextmanager
def datasette(folder, content):
    """The address at which datasette shows the rows of a CSV file, and nothing but the rows."""
    port = free_port()
    file = folder / "ranking.db"
    keep(content, file)
    settings = ["--setting", "suggest_facets", "off", "--setting", "allow_facet", "off"]
    command = [DATASETTE, "serve", "--immutable", file, "--host", "127.0.0.1", "--port", str(port), *settings]
    url = f"http://127.0.0.1:{port}/ranking/ranking?{WITHOUT_EXTRAS}"
    with serving(command, url, os.environ):
        yield url


def keep(content, file):
    """The rows of a CSV file as the table `ranking` of an SQLite file: numbers as numbers, empty cells as NULL."""
    heading, *rows = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""))
    columns = ", ".join(f'"{name}" numeric' for name in heading)
    marks = ", ".join("?" * len(heading))
    with closing(sqlite3.connect(file)) as database, database:
        database.execute(f"create table ranking ({columns})")
        database.executemany(f"insert into ranking values ({marks})", [[cell or None for cell in row] for row in rows])
