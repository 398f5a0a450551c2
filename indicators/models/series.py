"""The yearly publications, their components, and the rules under which these are scored."""

from django.db import models
from django.db.models import CheckConstraint, F, Max, Q, UniqueConstraint
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from .sources import SlugManager


class SeriesManager(SlugManager):
    def hold(self, pk):
        """Let everybody else who loads or publishes in this series wait until the transaction has ended."""
        # SQLite needs no lock of a row: a transaction there begins by waiting for its turn to write.
        return self.select_for_update(no_key=True).get(pk=pk)


class Series(models.Model):
    """A yearly publication: an index of the provinces, or the ledger of targets."""

    LEDGER = "targets"

    slug = models.SlugField(_("mã"), unique=True)
    order = models.PositiveSmallIntegerField(_("thứ tự"))
    short = models.CharField(_("tên ngắn"), max_length=40)
    name_vi = models.CharField(_("tên"), max_length=200)
    name_en = models.CharField(_("tên tiếng Anh"), max_length=200)
    publisher_vi = models.CharField(_("nơi công bố"), max_length=200, blank=True)
    publisher_en = models.CharField(_("nơi công bố (tiếng Anh)"), max_length=200, blank=True)
    about_vi = models.TextField(_("giới thiệu"), blank=True)
    about_en = models.TextField(_("giới thiệu (tiếng Anh)"), blank=True)
    is_ranked = models.BooleanField(_("có công bố thứ hạng"), default=True)

    objects = SeriesManager()

    class Meta:
        verbose_name = _("chỉ số")
        verbose_name_plural = pgettext_lazy("many", "chỉ số")
        ordering = ["order"]

    def __str__(self):
        return self.short

    def natural_key(self):
        return (self.slug,)


class ComponentManager(models.Manager):
    def get_by_natural_key(self, series, slug):
        return self.get(series__slug=series, slug=slug)


class Component(models.Model):
    """A part of an index; `overall` is the whole and stands first (order 0)."""

    series = models.ForeignKey(Series, models.CASCADE, related_name="components", verbose_name=_("chỉ số"))
    slug = models.SlugField(_("mã"))
    order = models.PositiveSmallIntegerField(_("thứ tự"))

    objects = ComponentManager()

    class Meta:
        verbose_name = _("chỉ số thành phần")
        verbose_name_plural = pgettext_lazy("many", "chỉ số thành phần")
        ordering = ["series", "order"]
        constraints = [
            UniqueConstraint(fields=["series", "slug"], name="component_once"),
            CheckConstraint(
                condition=Q(slug="overall", order=0) | ~Q(slug="overall") & Q(order__gt=0),
                name="component_overall_first",
            ),
        ]

    def __str__(self):
        return self.slug

    def natural_key(self):
        return (self.series.slug, self.slug)

    natural_key.dependencies = ["indicators.series"]


class CriterionQuerySet(models.QuerySet):
    def get_by_natural_key(self, series, component, rules, year_from):
        return self.get(component__series__slug=series, component__slug=component, rules=rules, year_from=year_from)

    def of(self, edition):
        """The criteria in force in the year of an edition (it may be unsaved), with their components."""
        return self.in_force(edition.series_id, edition.year).filter(rules=edition.rules).select_related("component")

    def in_force(self, series, year):
        """Of a series (primary key) in a year, under whichever rules."""
        return self.filter(component__series=series, year_from__lte=year, year_to__gte=year)

    def names_of(self, series, slugs):
        """(Vietnamese name, English name, component slug) under every set of rules, of these components of a series."""
        known = self.filter(component__series=series, component__slug__in=slugs)
        return known.values_list("name_vi", "name_en", "component__slug")

    def last_before(self, series, year):
        """The criteria that were in force in the last year before this one of which any are known."""
        known = self.filter(component__series=series, year_to__lt=year)
        return known.filter(year_to=known.aggregate(last=Max("year_to"))["last"])


class Criterion(models.Model):
    """A component under one set of rules: its name then, and its maximum in points if known."""

    component = models.ForeignKey(
        Component, models.CASCADE, related_name="criteria", verbose_name=_("chỉ số thành phần")
    )
    rules = models.SlugField(_("quy định chấm điểm"))
    name_vi = models.CharField(_("tên"), max_length=200)
    name_en = models.CharField(_("tên tiếng Anh"), max_length=200)
    maximum = models.DecimalField(_("điểm tối đa"), max_digits=6, decimal_places=2, null=True, blank=True)
    year_from = models.PositiveSmallIntegerField(_("từ năm"))
    year_to = models.PositiveSmallIntegerField(_("đến năm"))

    objects = CriterionQuerySet.as_manager()

    class Meta:
        verbose_name = _("tiêu chí theo quy định")
        verbose_name_plural = pgettext_lazy("many", "tiêu chí theo quy định")
        ordering = ["component", "year_from"]
        constraints = [
            UniqueConstraint(fields=["component", "rules", "year_from"], name="criterion_once"),
            CheckConstraint(condition=Q(year_from__lte=F("year_to")), name="criterion_years_in_order"),
            CheckConstraint(condition=Q(maximum__isnull=True) | Q(maximum__gt=0), name="criterion_maximum_positive"),
        ]

    def __str__(self):
        return self.name_vi

    def natural_key(self):
        return (self.component.series.slug, self.component.slug, self.rules, self.year_from)

    natural_key.dependencies = ["indicators.component"]
