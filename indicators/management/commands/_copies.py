"""The whole database as one file, and back: SQLite by its own backup, PostgreSQL by pg_dump and pg_restore."""

import os
import shutil
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

from django.core.management.base import CommandError
from django.db import connection

SUFFIXES = {"sqlite": ".sqlite3", "postgresql": ".dump"}
CHECKSUMS = ".checksums"
# What of a connection's parameters libpq knows, and the command line may show.
ADDRESS = ("host", "port", "user", "dbname", "sslmode", "target_session_attrs")


def suffix():
    return SUFFIXES[connection.vendor]


def write(path):
    """Write the database to a file that nobody else may read."""
    path.touch(mode=0o600)
    if connection.vendor == "postgresql":
        return told("pg_dump", "--format=custom", "--no-owner", "--no-privileges", f"--file={path}")
    connection.ensure_connection()
    with closing(sqlite3.connect(path)) as copy:
        connection.connection.backup(copy)


def read(path):
    """Fill the database, which holds nothing, from a file."""
    if path.suffix != suffix():
        raise CommandError(f"{path.name} is no backup of {connection.vendor}: that ends with {suffix()}.")
    if connection.introspection.table_names():
        raise CommandError("The database is not empty. Name one that is: DATABASE_URL=…")
    if connection.vendor == "postgresql":
        told("pg_restore", "--no-owner", "--no-privileges", "--exit-on-error", "--single-transaction", str(path))
    else:
        with closing(sqlite3.connect(f"file:{path.resolve()}?mode=ro", uri=True)) as copy:
            copy.backup(connection.connection)
    connection.close()


def told(program, *arguments):
    """Run one of PostgreSQL's programs on our database; what it complains of ends the command."""
    known = connection.get_connection_params()
    address = " ".join(f"{name}='{known[name]}'" for name in ADDRESS if known.get(name))
    command = [found(program), *arguments[:-1], f"--dbname={address}", arguments[-1]]
    secret = {"PGPASSWORD": known["password"]} if known.get("password") else {}
    done = subprocess.run(command, env=os.environ | secret, capture_output=True, text=True, check=False)
    if done.returncode:
        raise CommandError(f"{program}: {done.stderr.strip()}")


def found(program):
    """The program of the newest PostgreSQL here; a dump is read by its own version or a newer one."""
    newest = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{program}"), key=lambda path: int(path.parts[4]))
    path = str(newest[-1]) if newest else shutil.which(program)
    if path is None:
        raise CommandError(f"{program} is not here. On Debian: apt-get install -y postgresql-client")
    return path
