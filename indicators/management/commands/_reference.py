"""Reference rows from JSON fixtures. A row that is already there stays as staff left it."""

from django.core import serializers
from django.db import transaction

FILES = ("provinces.json", "districts.json", "series.json", "sources.json", "ledger.json")


@transaction.atomic
def load_reference(folder):
    """Add the rows of the fixtures that are missing, in dependency order; returns how many were added."""
    return sum(load_file(folder / name) for name in FILES if (folder / name).exists())


def load_file(path):
    added = 0
    for row in serializers.deserialize("json", path.read_text(encoding="utf-8"), use_natural_foreign_keys=True):
        if row.object.pk is None:
            row.save()
            added += 1
    return added
