"""What announcements say of all provinces, or of those of a region."""

from django.db import models
from django.db.models import CheckConstraint, Q, UniqueConstraint
from django.utils.translation import gettext_lazy as _

from provinces.models import Region

from .constraints import figure_is_whole, in_both, one_of
from .editions import Edition
from .publication import is_public
from .results import PRINTED, Printed, Unit, opening_words
from .series import Component


class Fact(models.TextChoices):
    """The figures that an announcement gives for the country or a region (closed list)."""

    MEAN = "mean", _("Trung bình")
    MEAN_CHANGE = "mean_change", _("Trung bình so với năm trước")
    RISES = "rises", _("Số tỉnh, thành phố tăng điểm")
    FALLS = "falls", _("Số tỉnh, thành phố giảm điểm")
    LARGEST_RISE = "largest_rise", _("Mức tăng lớn nhất")
    LARGEST_FALL = "largest_fall", _("Mức giảm lớn nhất")
    GAP = "gap", _("Chênh lệch cao nhất và thấp nhất")
    COUNT_ABOVE_MEAN = "count_above_mean", _("Số tỉnh, thành phố trên trung bình")
    COUNT_AT_LEAST_90 = "count_at_least_90", _("Số tỉnh, thành phố từ 90 điểm")
    COUNT_80_TO_90 = "count_80_to_90", _("Số tỉnh, thành phố từ 80 đến dưới 90 điểm")
    COUNT_AT_LEAST_80 = "count_at_least_80", _("Số tỉnh, thành phố từ 80 điểm")
    COUNT_70_TO_80 = "count_70_to_80", _("Số tỉnh, thành phố từ 70 đến dưới 80 điểm")
    COUNT_BELOW_80 = "count_below_80", _("Số tỉnh, thành phố dưới 80 điểm")
    COUNT_BELOW_70 = "count_below_70", _("Số tỉnh, thành phố dưới 70 điểm")
    SURVEY_OFFICIALS = "survey_officials", _("Số cán bộ, công chức được khảo sát")
    SURVEY_CITIZENS = "survey_citizens", _("Số người dân được khảo sát")
    SURVEY_RESPONSES = "survey_responses", _("Số phiếu trả lời")


class AggregateQuerySet(models.QuerySet):
    def of_edition(self, edition, component):
        """What an announcement says of all provinces in one component; the whole has no component."""
        return self.told().filter(edition=edition, component=None if component.slug == "overall" else component)

    def in_editions(self, editions):
        """What the announcements of these editions say, in the total and in every component."""
        return self.told().filter(edition__in=editions)

    def edition_by_edition(self, editions):
        """The same, series by series, the newest edition first, each in the order of its file."""
        return self.in_editions(editions).order_by("edition__series__order", "-edition__year", "line")

    def national_means(self):
        """The announced means of the country in the total of every published edition."""
        published = self.told().filter(is_public("edition__"))
        return published.filter(fact=Fact.MEAN, region=None, component=None)

    def means_of(self, component):
        """The announced means of the country in one component, and their changes, of every published edition."""
        published = self.told().filter(is_public("edition__"), edition__series=component.series_id)
        part = None if component.slug == "overall" else component
        return published.filter(fact__in=(Fact.MEAN, Fact.MEAN_CHANGE), region=None, component=part)

    def of_source(self, source):
        """The aggregates of published editions that one source printed; the newest first."""
        found = self.told().filter(is_public("edition__"), source=source)
        return found.order_by("edition__series__order", "-edition__year", "line")

    def told(self):
        """Aggregates as small tuples that carry their region and source; in the order of their files."""
        region = [f"region__{name}" for name in ("slug", "name_vi", "name_en")]
        edition = ["edition_id", "edition__series__slug", "edition__series__short", "edition__year"]
        told = self.order_by("line").annotate(opening=opening_words())
        return told.values_list("fact", "component__slug", *region, *edition, *PRINTED, named=True)


class Aggregate(Printed):
    """A figure announced for the country, or for one region; of the total unless a component is named."""

    edition = models.ForeignKey(Edition, models.CASCADE, related_name="aggregates")
    region = models.ForeignKey(Region, models.PROTECT, null=True, blank=True, related_name="aggregates")
    component = models.ForeignKey(Component, models.PROTECT, null=True, blank=True, related_name="aggregates")
    fact = models.CharField(_("nội dung"), max_length=20, choices=Fact)

    objects = AggregateQuerySet.as_manager()

    class Meta:
        verbose_name = _("số liệu chung")
        verbose_name_plural = _("số liệu chung")
        ordering = ["line"]
        constraints = [
            UniqueConstraint(fields=["edition", "line"], name="aggregate_once"),
            CheckConstraint(condition=Q(score__isnull=False), name="aggregate_has_a_figure"),
            one_of("fact", Fact.values, "aggregate_fact_known"),
            one_of("unit", Unit.values, "aggregate_unit_known"),
            in_both("how", "aggregate_how_in_both"),
            in_both("note", "aggregate_note_in_both"),
            figure_is_whole("aggregate_figure_is_whole"),
        ]

    def __str__(self):
        return f"{self.edition_id} {self.fact}"
