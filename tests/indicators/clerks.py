"""Other processes at work on what a test has written: clerks who load and publish at the same moment."""

import os
import sqlite3
import subprocess
import sys

from django.db import connection

BEGIN = """
import os, sys, django
django.setup()
from django.db import transaction
from indicators.models import Edition, Publication, Refused
from tests.country import FILES, send
"""


def shared(folder):
    """The address of the test's database for other processes: of SQLite, kept in memory, that of a copy in a file."""
    if connection.vendor == "sqlite":
        path = folder / "shared.sqlite3"
        with sqlite3.connect(path) as copy:
            connection.connection.backup(copy)
        copy.close()
        return f"sqlite:///{path}"
    return os.environ["TEST_DATABASE_URL"].rpartition("/")[0] + "/" + connection.settings_dict["NAME"]


class Clerk:
    """A process that does what its lines of Python say, on the database of this address."""

    def __init__(self, database, lines):
        settings = {"TEST_DATABASE_URL": database, "DJANGO_SETTINGS_MODULE": "tests.settings"}
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
        command = [sys.executable, "-c", BEGIN + lines]
        self.process = subprocess.Popen(command, env=os.environ | settings, text=True, **pipes)

    def says(self):
        """The next line that it prints."""
        return self.process.stdout.readline().strip()

    def go_on(self):
        """Let it read a line."""
        self.process.stdin.write("\n")
        self.process.stdin.flush()

    def ends(self):
        """(exit code, what it had still to say)."""
        told, wrong = self.process.communicate(timeout=60)
        assert wrong == ""
        return self.process.returncode, told.strip()
