"""Lives: a first day, a last day, or none."""

from datetime import date

from django.db import models
from django.db.models import CheckConstraint, F, Q
from django.utils.translation import gettext_lazy as _

LAST_DAY_OF_63 = date(2025, 6, 30)
FIRST_DAY_OF_34 = date(2025, 7, 1)


class Dated:
    """Something that exists from its `first_day` to the end of its `last_day`.

    None is no bound: it is older than the portal's figures, or has not ended.
    """

    def exists_on(self, day):
        has_begun = self.first_day is None or self.first_day <= day
        has_ended = self.last_day is not None and self.last_day < day
        return has_begun and not has_ended


class DatedQuerySet(models.QuerySet):
    def on(self, day):
        """Those that exist on this day."""
        # exclude() keeps rows whose last_day is NULL: they have not ended.
        return self.filter(Q(first_day__isnull=True) | Q(first_day__lte=day)).exclude(last_day__lt=day)


class DatedModel(Dated, models.Model):
    first_day = models.DateField(_("từ ngày"), null=True, blank=True)
    last_day = models.DateField(_("đến ngày"), null=True, blank=True)

    class Meta:
        abstract = True
        constraints = [
            CheckConstraint(condition=Q(first_day__lte=F("last_day")), name="%(class)s_days_in_order"),
        ]
