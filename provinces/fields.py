"""Columns that are made of another column."""

from django.db import models

from . import spelling


class NameKey(models.CharField):
    """A key of a name, made again each time its row is saved and never typed.

    A fixture is loaded as it stands, so it brings its keys with it.
    """

    make = None

    def __init__(self, verbose_name=None, source="name_vi", **options):
        self.source = source
        super().__init__(verbose_name, **{"max_length": 250, "editable": False, "blank": True} | options)

    def deconstruct(self):
        name, path, args, options = super().deconstruct()
        return name, path, args, options | {"source": self.source}

    def pre_save(self, row, add):
        setattr(row, self.attname, self.make(getattr(row, self.source)))
        return getattr(row, self.attname)


class SearchKey(NameKey):
    make = staticmethod(spelling.search_key)


class SortKey(NameKey):
    make = staticmethod(spelling.sort_key)
