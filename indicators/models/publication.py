"""The stamp of everything public, and which editions are public at all."""

import secrets
from contextlib import contextmanager
from contextvars import ContextVar

from django.db import models
from django.db.models import CheckConstraint, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

PUBLISHED = "published"

_previewed = ContextVar("previewed", default=None)


@contextmanager
def previewing(edition):
    """Within this block the edition stands in the place of the published one of its year: for the eyes of staff."""
    token = _previewed.set(edition)
    try:
        yield
    finally:
        _previewed.reset(token)


def is_public(path=""):
    """The condition under which the edition at this path is public: `is_public("result__edition__")`.

    Every query of a public page goes through here, so that a preview is the same pages with one edition swapped in.
    """
    published, shown = Q(**{f"{path}status": PUBLISHED}), _previewed.get()
    if shown is None:
        return published
    same_year = Q(**{f"{path}series": shown.series_id, f"{path}year": shown.year})
    return published & ~same_year | Q(**{f"{path}pk": shown.pk})


def was_public(path=""):
    """The condition under which the public reads, or has read, the edition at this path."""
    return is_public(path) | Q(**{f"{path}published_at__isnull": False})


class PublicationManager(models.Manager):
    def renew(self, edition=None):
        """Give the public pages a new stamp: something that readers see has changed, `edition` if it was published."""
        changed = {"stamp": secrets.token_hex(8), "changed_at": timezone.now(), "edition": edition}
        self.update_or_create(pk=1, defaults=changed)

    def newest(self):
        """The edition whose publication made this stamp; None where something else did."""
        made = self.filter(pk=1).select_related("edition__series").first()
        return made and made.edition

    def stamp(self):
        """The stamp of what is public now; empty before the first publication."""
        return self.filter(pk=1).values_list("stamp", flat=True).first() or ""


class Publication(models.Model):
    """The state of everything public, in one row: pages made under one stamp stay good until it changes."""

    stamp = models.CharField(max_length=16)
    changed_at = models.DateTimeField()
    edition = models.ForeignKey("indicators.Edition", models.SET_NULL, null=True, related_name="+")

    objects = PublicationManager()

    class Meta:
        verbose_name = _("dấu công bố")
        verbose_name_plural = _("dấu công bố")
        constraints = [CheckConstraint(condition=Q(pk=1), name="publication_is_one_row")]

    def __str__(self):
        return self.stamp
