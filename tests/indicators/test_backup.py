"""A backup is restored in other processes to an empty database, and proves that it is whole."""

import os
import subprocess
import sys

import pytest
from django.db import connection

from indicators.models import Result

from ..country import settle_and_publish
from ..ledger import publish_ledger
from ..project.tree import ROOT
from .clerks import shared

CHANGED = "from indicators.models import Result; Result.objects.filter(rank=1).update(score='84.0100', digits=2)"


def manage(database, *words):
    """(exit code, what is said) of a command of manage.py on the database of this address."""
    settings = {"TEST_DATABASE_URL": database, "DJANGO_SETTINGS_MODULE": "tests.settings"}
    command = [sys.executable, ROOT / "manage.py", *map(str, words)]
    done = subprocess.run(command, env=os.environ | settings, capture_output=True, text=True, timeout=120)
    return done.returncode, done.stdout + done.stderr


@pytest.fixture
def full(transactional_db, tmp_path):
    """The address of a portal with editions of indices and ledger."""
    settle_and_publish()
    publish_ledger()
    return shared(tmp_path)


@pytest.fixture
def empty(full, tmp_path):
    """The address of a database without a table."""
    if connection.vendor == "sqlite":
        yield f"sqlite:///{tmp_path / 'empty.sqlite3'}"
        return
    with connection.cursor() as cursor:
        cursor.execute("CREATE DATABASE restored")
    yield full.rpartition("/")[0] + "/restored"
    with connection.cursor() as cursor:
        cursor.execute("DROP DATABASE restored WITH (FORCE)")


@pytest.fixture
def copy(full, tmp_path):
    """The file of a backup."""
    folder = tmp_path / "backups"
    folder.mkdir()
    assert manage(full, "backup", folder)[0] == 0
    return next(path for path in folder.iterdir() if path.suffix != ".checksums")


@pytest.mark.thorough
def test_a_restore_brings_back_every_edition(full, empty, copy):
    code, said = manage(empty, "restore", copy)
    assert (code, said.split(", ")[1]) == (0, f"all as in {copy.stem}.checksums.\n")
    told = manage(full, "checksums")[1]
    assert manage(empty, "checksums")[1] == told
    assert f"rows of indicators_result: {Result.objects.count()} " in told
    assert "par-index 2024 revision 1 published: results=" in told


@pytest.mark.thorough
def test_a_restore_that_is_not_whole_fails_and_says_where(empty, copy):
    checksums = copy.with_suffix(".checksums")
    line, *others = checksums.read_text().splitlines()
    checksums.write_text("\n".join([line.replace("results=", "results=9"), *others]))
    code, said = manage(empty, "restore", copy)
    assert code == 1
    assert f"+ {line}" in said


@pytest.mark.thorough
def test_a_changed_figure_is_found(full, empty, copy):
    manage(empty, "restore", copy)
    assert manage(empty, "shell", "--command", CHANGED)[0] == 0
    code, said = manage(empty, "checksums", "--against", copy.with_suffix(".checksums"))
    assert code == 1
    assert "- par-index 2024" in said


@pytest.mark.thorough
def test_a_database_with_tables_is_left_alone(full, copy):
    code, said = manage(full, "restore", copy)
    assert (code, "not empty" in said) == (1, True)


@pytest.mark.thorough
def test_a_broken_copy_fails(empty, copy):
    copy.write_bytes(copy.read_bytes()[:5000])
    assert manage(empty, "restore", copy)[0] != 0


def test_nobody_else_may_read_a_copy(copy):
    assert copy.stat().st_mode & 0o077 == 0


@pytest.mark.thorough
def test_only_the_newest_copy_stays(full, copy):
    old = copy.with_name(f"portal-20200101-000000{copy.suffix}")
    for path in (old, old.with_suffix(".checksums")):
        path.touch()
    assert manage(full, "backup", copy.parent, "--keep", 1)[0] == 0
    assert not old.exists()
    assert len(list(copy.parent.iterdir())) == 2
