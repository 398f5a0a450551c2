"""A PostgreSQL primary and its replica on loopback, each of which can be killed and started again."""

import getpass
import os
import pwd
import shutil
import signal
import subprocess
import time
from contextlib import suppress
from pathlib import Path

from bench.servers import PATIENCE, free_port

NAME = "portal"
# Nothing here needs to outlive the machine.
QUICK = "fsync=off", "full_page_writes=off", "shared_buffers=32MB", "max_connections=60", "wal_level=replica"
USER = "postgres" if os.geteuid() == 0 else getpass.getuser()


def program(name):
    newest = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"), key=lambda path: int(path.parts[4]))
    return str(newest[-1]) if newest else shutil.which(name)


def run(*command):
    """Run a program of PostgreSQL as its user, who is never root; RuntimeError with what it complains of."""
    done = subprocess.run(command, user=USER if os.geteuid() == 0 else None, capture_output=True, text=True, cwd="/")
    if done.returncode:
        raise RuntimeError(f"{command[0]}: {done.stderr}")


class Server:
    """One PostgreSQL server with its data in a folder; `follow` makes it a replica."""

    def __init__(self, folder):
        self.data, self.socket, self.port, self.process = folder / "data", folder, free_port(), None
        folder.mkdir(mode=0o750)
        if os.geteuid() == 0:
            shutil.chown(folder, USER, pwd.getpwnam(USER).pw_gid)

    @property
    def address(self):
        return f"127.0.0.1:{self.port}"

    def initialise(self):
        locale = ["--encoding", "UTF8", "--locale", "C.UTF-8", "--locale-provider", "icu", "--icu-locale", "vi"]
        run(
            program("initdb"),
            "--pgdata",
            str(self.data),
            "--username",
            "postgres",
            "--auth",
            "trust",
            "--no-sync",
            *locale,
        )

    def follow(self, primary):
        copy = ["--host", "127.0.0.1", "--port", str(primary.port), "--username", "postgres", "--checkpoint", "fast"]
        run(
            program("pg_basebackup"),
            *copy,
            "--wal-method",
            "stream",
            "--write-recovery-conf",
            "--pgdata",
            str(self.data),
        )

    def start(self):
        settings = [*QUICK, "listen_addresses=127.0.0.1", f"unix_socket_directories={self.socket}", f"port={self.port}"]
        options = [word for setting in settings for word in ("-c", setting)]
        own = {"user": USER} if os.geteuid() == 0 else {}
        log = (self.socket / "log").open("ab")
        command = [program("postgres"), "-D", str(self.data), *options]
        self.process = subprocess.Popen(command, stdout=log, stderr=log, cwd="/", start_new_session=True, **own)
        log.close()
        deadline = time.monotonic() + PATIENCE
        while subprocess.run([program("pg_isready"), "-q", "-h", "127.0.0.1", "-p", str(self.port)]).returncode:
            if time.monotonic() > deadline or self.process.poll() is not None:
                raise RuntimeError((self.socket / "log").read_text()[-2000:])
            time.sleep(0.1)

    def kill(self):
        """End it as a crash does: no connection is told anything."""
        if self.process:
            with suppress(ProcessLookupError):
                self.process.send_signal(signal.SIGQUIT)
            self.process.wait(PATIENCE)
            self.process = None

    def tell(self, statement, database="postgres"):
        address = ["--host", "127.0.0.1", "--port", str(self.port), "--username", "postgres", "--quiet"]
        run(program("psql"), *address, "--dbname", database, "--command", statement)

    def read(self, script, name, **variables):
        """Run a file of SQL in the database of this name."""
        address = ["--host", "127.0.0.1", "--port", str(self.port), "--username", "postgres", "--quiet"]
        named = [word for key, value in variables.items() for word in ("--set", f"{key}={value}")]
        with script.open() as lines:
            command = [program("psql"), *address, "--dbname", name, *named]
            subprocess.run(command, stdin=lines, stdout=subprocess.DEVNULL, check=True)
