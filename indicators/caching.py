"""What is made once for each publication stamp, and thrown away with it."""

from collections import OrderedDict
from contextlib import contextmanager
from threading import Lock

from django.conf import settings
from django.db import DEFAULT_DB_ALIAS, Error, connections
from django.urls import reverse
from django.utils.translation import override

from provinces.models import Province

from .models import Publication

# Django's own transactions would take SQLite's lock for writing.
SNAPSHOTS = {"postgresql": "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", "sqlite": "BEGIN"}


@contextmanager
def one_state(alias=DEFAULT_DB_ALIAS):
    """Within this block the database is read as it was at the first question, whatever is published meanwhile.

    Nothing may be written within. A test's own transaction, and a database in memory, which has
    one connection, are left as they are.
    """
    connection = connections[alias]
    if connection.in_atomic_block or getattr(connection, "is_in_memory_db", bool)():
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute(SNAPSHOTS[connection.vendor])
    try:
        yield
    finally:
        end(connection)


def end(connection):
    """End a transaction that only read; a connection that broke in it is closed, and opened anew when it is needed."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("ROLLBACK")
    except Error:
        connection.close()


class Memory:
    """The last few things that were made, by key; the oldest are forgotten. What it holds is read, never changed."""

    def __init__(self, kept):
        self._kept, self._made, self._lock = kept, OrderedDict(), Lock()

    def get(self, key, make):
        """What `make()` gave for this key the first time."""
        with self._lock:
            if key in self._made:
                self._made.move_to_end(key)
                return self._made[key]
        made = make()
        with self._lock:
            self._made[key] = made
            while len(self._made) > self._kept:
                self._made.popitem(last=False)
        return made

    def clear(self):
        with self._lock:
            self._made.clear()


_memory = Memory(kept=4)


def to_warm():
    """The addresses that most readers open after a publication: home, the ranking, its provinces, in both languages."""
    edition = Publication.objects.newest()
    addresses = [reverse_in(language, "home") for language, _name in settings.LANGUAGES]
    if edition is None:
        return addresses
    slugs = Province.objects.on(edition.as_of).values_list("slug", flat=True)
    for language, _name in settings.LANGUAGES:
        addresses.append(reverse_in(language, "ranking", edition.series.slug, edition.year))
        addresses += [reverse_in(language, "province", slug) for slug in slugs]
    return addresses


def reverse_in(language, name, *args):
    with override(language):
        return reverse(name, args=args)


def current_stamp():
    """The stamp of what is public now (one query)."""
    return Publication.objects.stamp()


def remembered(key, make):
    """What `make()` gave for this key, which holds the stamp: nothing outlives the publication it was read from."""
    return _memory.get(key, make)


def forget():
    """Forget everything (tests; a changed database under the same stamp)."""
    _memory.clear()
