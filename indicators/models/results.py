"""What provinces got, and what sources printed of it."""

from django.db import models
from django.db.models import Case, Count, Exists, F, OuterRef, Q, Subquery, UniqueConstraint, When
from django.db.models.functions import Cast, Coalesce
from django.utils.translation import gettext_lazy as _

from provinces.models import Province

from .constraints import figure_is_whole, from_one, in_both, not_negative, one_of, says_something
from .editions import Edition
from .publication import is_public
from .series import Component, Criterion
from .sources import SOURCE, Source, opening_words

PRINTED = ["score", "digits", "unit", "paragraph", "opening", "how_vi", "how_en", "note_vi", "note_en", *SOURCE]
SHOWN = ("score", "digits", "unit", "rank", "region_rank", "is_tied", "is_score_derived", "is_rank_derived")


class Unit(models.TextChoices):
    """Units of results and aggregates; `%` of a component is a share of its maximum."""

    PERCENT = "%", "%"
    POINTS = "points", _("điểm")
    PROVINCES = "provinces", _("tỉnh, thành phố")
    PEOPLE = "people", _("người")
    PLACES = "places", _("bậc")


RESULT_UNITS = ("", Unit.PERCENT, Unit.POINTS)


class Figure(models.Model):
    """A printed number: its exact value, how many decimals were printed, and its unit."""

    score = models.DecimalField(_("điểm"), max_digits=14, decimal_places=4, null=True, blank=True)
    digits = models.PositiveSmallIntegerField(_("số chữ số lẻ"), null=True, blank=True)
    unit = models.CharField(_("đơn vị"), max_length=9, choices=Unit, blank=True)

    class Meta:
        abstract = True

    @property
    def printed(self):
        """The score with the decimals that its source printed, decimal point; None without a score."""
        return None if self.score is None else f"{self.score:.{self.digits}f}"


class ResultQuerySet(models.QuerySet):
    def published(self):
        """Results of the editions that the public reads."""
        return self.filter(is_public("edition__"))

    def out_of_life(self):
        """Results of provinces that did not exist on the day of their edition: no page could show them."""
        not_yet, no_more = Q(province__first_day__gt=F("edition__as_of")), Q(province__last_day__lt=F("edition__as_of"))
        return self.filter(not_yet | no_more)

    def without_criterion(self):
        """Results in a component of which the rules of their edition know nothing in its year."""
        edition = {"rules": OuterRef("edition__rules"), "component": OuterRef("component")}
        years = {"year_from__lte": OuterRef("edition__year"), "year_to__gte": OuterRef("edition__year")}
        return self.exclude(Exists(Criterion.objects.filter(**edition, **years)))

    def over_years(self, component, years):
        """Every province's scores in one component in these years, to be drawn: (province, year, float, unit)."""
        found = self.published().filter(component=component, edition__year__in=years, score__isnull=False)
        drawn = Cast("score", models.FloatField())
        return found.order_by().values_list("province_id", "edition__year", drawn, "unit")

    def in_editions(self, editions, component):
        """Every province's results in one component of each of these editions, as small tuples."""
        found = self.filter(edition__in=editions, component=component)
        return found.order_by().values_list("edition_id", "province_id", *SHOWN, named=True)

    def edition_by_edition(self, editions):
        """What provinces got in all components of these editions, as tuples; series by series, the newest first."""
        found = self.filter(edition__in=list(editions)).order_by("edition__series__order", "-edition__year")
        return found.values_list("edition_id", "component__slug", "province_id", *SHOWN, named=True)

    def wholes(self, editions):
        """Every province's whole in each of these editions, as small tuples."""
        found = self.filter(edition__in=editions, component__slug="overall")
        return found.order_by().values_list("edition_id", "province_id", *SHOWN, named=True)

    def places_told(self):
        """(edition, slug of a province) of which anything is published."""
        return self.published().order_by("edition", "province").values_list("edition", "province__slug").distinct()

    def unit_of_whole(self, series):
        """The unit of the whole in the newest edition of a series (primary key) that has one; None without any."""
        found = self.filter(edition__series=series, component__slug="overall").exclude(unit="")
        return found.order_by("-edition__year").values_list("unit", flat=True).first()

    def known_counts(self):
        """{edition: how many provinces have a national score or rank in the whole} of what is published."""
        known = self.published().filter(Q(score__isnull=False) | Q(rank__isnull=False), component__slug="overall")
        return dict(known.order_by().values_list("edition").annotate(Count("pk")))

    def known_in_components(self):
        """{(component, year): how many provinces have a national score or rank} of what is published."""
        known = self.published().filter(Q(score__isnull=False) | Q(rank__isnull=False))
        counted = known.order_by().values_list("component", "edition__year").annotate(Count("pk"))
        return {(component, year): count for component, year, count in counted}


class Result(Figure):
    """What one province got in one component of one edition: what the page shows of its citations.

    The score is the first score that a citation gives, the rank the first rank, as announced: neither is computed.
    A rank inside the region may be all that is known.
    """

    edition = models.ForeignKey(Edition, models.CASCADE, related_name="results")
    province = models.ForeignKey(Province, models.PROTECT, related_name="results")
    component = models.ForeignKey(Component, models.PROTECT, related_name="results")
    rank = models.PositiveSmallIntegerField(_("thứ hạng"), null=True, blank=True)
    region_rank = models.PositiveSmallIntegerField(_("thứ hạng trong vùng"), null=True, blank=True)
    is_tied = models.BooleanField(_("đồng hạng"), default=False)
    is_score_derived = models.BooleanField(_("điểm suy ra"), default=False)
    is_rank_derived = models.BooleanField(_("thứ hạng suy ra"), default=False)

    objects = ResultQuerySet.as_manager()

    class Meta:
        verbose_name = _("kết quả")
        verbose_name_plural = _("kết quả")
        constraints = [
            UniqueConstraint(fields=["edition", "component", "province"], name="result_once"),
            says_something("result_says_something"),
            not_negative("score", "result_score_not_negative"),
            from_one("rank", "result_rank_from_one"),
            from_one("region_rank", "result_region_rank_from_one"),
            one_of("unit", RESULT_UNITS, "result_unit_known"),
            figure_is_whole("result_figure_is_whole"),
        ]
        indexes = [models.Index(fields=["province", "component"], name="result_by_province")]

    def __str__(self):
        return f"{self.edition_id} {self.province_id} {self.component_id}"


class Printed(Figure):
    """What one source printed: where, how it was derived, what is to be said about it."""

    line = models.PositiveIntegerField(_("dòng"), help_text=_("Thứ tự trong tệp của kỳ công bố."))
    source = models.ForeignKey(Source, models.PROTECT, related_name="%(class)ss")
    paragraph = models.PositiveSmallIntegerField(_("đoạn"), null=True, blank=True)
    how_vi = models.TextField(_("suy ra"), blank=True)
    how_en = models.TextField(_("suy ra (tiếng Anh)"), blank=True)
    note_vi = models.TextField(_("ghi chú"), blank=True)
    note_en = models.TextField(_("ghi chú (tiếng Anh)"), blank=True)

    class Meta:
        abstract = True


class CitationQuerySet(models.QuerySet):
    def of_edition(self, edition, component):
        """What was printed of one component of one edition, the preferred citation of each result first."""
        return self.told().filter(result__edition=edition, result__component=component)

    def in_editions(self, editions):
        """What was printed of every province and component of these editions."""
        return self.told().filter(result__edition__in=editions)

    def edition_by_edition(self, editions):
        """The same, series by series, the newest edition first, each in the order of its file."""
        return self.in_editions(editions).order_by("result__edition__series__order", "-result__edition__year", "line")

    def of_province(self, province):
        """What was printed of one province (primary key) in every published edition, with its standing."""
        told = self.with_standing().told("higher", "scored")
        return told.filter(is_public("result__edition__"), result__province=province)

    def with_standing(self):
        """Annotate `higher` and `scored`: how many scores of the same component and edition are higher, and are known.

        Both are None where ranks are announced, and without a score.
        """
        compiled = Q(result__edition__method=Edition.Method.COMPILED, result__score__isnull=False)
        peers = Result.objects.filter(
            edition=OuterRef("result__edition"), component=OuterRef("result__component"), score__isnull=False
        )
        count = peers.order_by().values("edition").annotate(count=Count("pk")).values("count")
        higher = peers.filter(score__gt=OuterRef("result__score"))
        higher = higher.order_by().values("edition").annotate(count=Count("pk")).values("count")
        counted = {"higher": Coalesce(Subquery(higher), 0), "scored": Subquery(count)}
        return self.annotate(**{name: Case(When(compiled, then=each)) for name, each in counted.items()})

    def of_provinces(self, provinces, editions):
        """What was printed of several provinces (primary keys) in these editions, with its standing."""
        told = self.with_standing().told("higher", "scored")
        return told.filter(result__province__in=provinces, result__edition__in=editions)

    def of_component(self, component):
        """What was printed of one component (primary key) in every published edition."""
        return self.told().filter(is_public("result__edition__"), result__component=component)

    def of_source(self, source):
        """What one source printed in published editions: the newest first, each edition in the order of its file."""
        found = self.told().filter(is_public("result__edition__"), source=source)
        return found.order_by("result__edition__series__order", "-result__edition__year", "line")

    def told(self, *annotations):
        """Citations as small tuples that carry their result, source and annotations; in the order of their files."""
        result = [
            f"result__{name}" for name in ("edition_id", "province_id", "component_id", "component__slug", *SHOWN)
        ]
        told = self.order_by("line").annotate(opening=opening_words())
        return told.values_list("result_id", "rank", "region_rank", *PRINTED, *result, *annotations, named=True)


class Citation(Printed):
    """What one source printed of a result; `maximum` only where that page printed it."""

    result = models.ForeignKey(Result, models.CASCADE, related_name="citations")
    maximum = models.DecimalField(_("điểm tối đa"), max_digits=6, decimal_places=2, null=True, blank=True)
    maximum_digits = models.PositiveSmallIntegerField(null=True, blank=True)
    rank = models.PositiveSmallIntegerField(_("thứ hạng"), null=True, blank=True)
    region_rank = models.PositiveSmallIntegerField(_("thứ hạng trong vùng"), null=True, blank=True)
    is_tied = models.BooleanField(_("đồng hạng"), default=False)

    objects = CitationQuerySet.as_manager()

    class Meta:
        verbose_name = _("trích dẫn")
        verbose_name_plural = _("trích dẫn")
        ordering = ["line"]
        constraints = [
            UniqueConstraint(fields=["result", "line"], name="citation_once"),
            says_something("citation_says_something"),
            not_negative("score", "citation_score_not_negative"),
            from_one("rank", "citation_rank_from_one"),
            from_one("region_rank", "citation_region_rank_from_one"),
            one_of("unit", RESULT_UNITS, "citation_unit_known"),
            in_both("how", "citation_how_in_both"),
            in_both("note", "citation_note_in_both"),
            figure_is_whole("citation_figure_is_whole"),
        ]

    def __str__(self):
        return f"{self.result_id}, {self.source_id}"
