"""Regions and provinces of two eras, under their names and kinds of each day, and what became of them.

Until 30 June 2025 there were 63 provinces and centrally run cities; since 1 July 2025 there are 34.
"""

from django.db import models
from django.db.models import CheckConstraint, F, Q, UniqueConstraint
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from .closeness import closest
from .days import DatedModel, DatedQuerySet
from .districts import District as District
from .fields import SearchKey, SortKey

# NULLs stand first on SQLite and last on PostgreSQL, unless told.
BY_NAME = ("sort_key", F("first_day").asc(nulls_first=True))


class Kind(models.TextChoices):
    CITY = "city", _("thành phố trực thuộc Trung ương")
    PROVINCE = "province", _("tỉnh")


class SlugQuerySet(models.QuerySet):
    def get_by_natural_key(self, slug):
        return self.get(slug=slug)


class RegionQuerySet(SlugQuerySet, DatedQuerySet):
    """Regions, named by their slugs, by day."""


class Region(DatedModel):
    """A socio-economic region of its era: six until 30 June 2025, six others from 5 October 2025."""

    slug = models.SlugField(_("mã"), unique=True)
    name_vi = models.CharField(_("tên"), max_length=100)
    name_en = models.CharField(_("tên tiếng Anh"), max_length=100)
    order = models.PositiveSmallIntegerField(_("thứ tự"))
    source = models.CharField(_("nguồn"), max_length=300)

    objects = RegionQuerySet.as_manager()

    class Meta(DatedModel.Meta):
        verbose_name = _("vùng kinh tế - xã hội")
        verbose_name_plural = pgettext_lazy("many", "vùng kinh tế - xã hội")
        ordering = ["order"]

    def __str__(self):
        return f"{self.name_vi} ({self.slug})"

    def natural_key(self):
        return (self.slug,)


class ProvinceQuerySet(SlugQuerySet, DatedQuerySet):
    def ordered(self):
        """The Vietnamese order of names; of two lives of one name the earlier first."""
        return self.order_by(*BY_NAME)

    def search(self, text):
        """Provinces that go, or once went, by a name like `text`, the closest first; each has its `closeness`.

        Marks, case, spaces and words such as Tỉnh, TP. do not count; other spellings do.
        """
        keys = ("search_key", "aliases__search_key", "statuses__search_key")
        return closest(self, text, keys, BY_NAME)


class Province(DatedModel):
    """A province or centrally run city of one legal life; one that was merged and kept its name is two rows.

    Name and kind are those of its last day, or of 30 June 2025 (1 July, if it began then); where they were others
    on other days, its statuses say so. Population as stated by the law of the merger, area in square kilometres.
    """

    slug = models.SlugField(_("mã"), unique=True)
    gso_code = models.CharField(_("mã Tổng cục Thống kê"), max_length=2)
    iso_code = models.CharField(_("mã ISO 3166-2"), max_length=5, blank=True)
    name_vi = models.CharField(_("tên"), max_length=60)
    name_en = models.CharField(_("tên không dấu"), max_length=60)
    kind = models.CharField(_("loại"), max_length=8, choices=Kind)
    sort_key = SortKey(_("khóa sắp xếp"))
    search_key = SearchKey(_("khóa tìm kiếm"))
    population = models.PositiveIntegerField(_("quy mô dân số"), null=True, blank=True)
    population_as_of = models.CharField(_("dân số theo"), max_length=60, blank=True)
    area_km2 = models.DecimalField(_("diện tích (km²)"), max_digits=8, decimal_places=2, null=True, blank=True)
    source = models.CharField(_("nguồn"), max_length=300)

    objects = ProvinceQuerySet.as_manager()

    class Meta(DatedModel.Meta):
        verbose_name = _("tỉnh, thành phố")
        verbose_name_plural = _("tỉnh, thành phố")
        ordering = BY_NAME
        constraints = [
            *DatedModel.Meta.constraints,
            CheckConstraint(condition=Q(kind__in=Kind.values), name="province_kind_known"),
            CheckConstraint(condition=Q(area_km2__gt=0), name="province_area_positive"),
            CheckConstraint(condition=Q(population__gt=0), name="province_population_positive"),
        ]

    def __str__(self):
        if self.first_day or self.last_day:
            return f"{self.name_vi} ({self.first_day or ''}–{self.last_day or ''})"
        return self.name_vi

    def natural_key(self):
        return (self.slug,)


class MembershipQuerySet(DatedQuerySet):
    def get_by_natural_key(self, province, region, first_day):
        return self.get(province__slug=province, region__slug=region, first_day=first_day)


class Membership(DatedModel):
    """A province belongs to a region for a while; from 1 July to 4 October 2025 none did."""

    province = models.ForeignKey(
        Province, models.CASCADE, related_name="memberships", verbose_name=_("tỉnh, thành phố")
    )
    region = models.ForeignKey(Region, models.PROTECT, related_name="memberships", verbose_name=_("vùng"))

    objects = MembershipQuerySet.as_manager()

    class Meta(DatedModel.Meta):
        verbose_name = _("tỉnh thuộc vùng")
        verbose_name_plural = _("tỉnh thuộc vùng")
        constraints = [
            *DatedModel.Meta.constraints,
            UniqueConstraint(fields=["province", "region", "first_day"], name="membership_once"),
            # A NULL first day is never equal to another: it needs its own rule.
            UniqueConstraint(
                fields=["province", "region"], condition=Q(first_day__isnull=True), name="membership_first_once"
            ),
        ]

    def __str__(self):
        return f"{self.first_day or ''}–{self.last_day or ''}"

    def natural_key(self):
        return (self.province.slug, self.region.slug, self.first_day)

    natural_key.dependencies = ["provinces.province", "provinces.region"]


class StatusQuerySet(DatedQuerySet):
    def get_by_natural_key(self, province, first_day):
        return self.get(province__slug=province, first_day=first_day)


class Status(DatedModel):
    """The name and kind a province had for a while within the same borders, and the document that gave them."""

    province = models.ForeignKey(Province, models.CASCADE, related_name="statuses", verbose_name=_("tỉnh, thành phố"))
    kind = models.CharField(_("loại"), max_length=8, choices=Kind)
    name_vi = models.CharField(_("tên"), max_length=60)
    name_en = models.CharField(_("tên không dấu"), max_length=60)
    search_key = SearchKey(_("khóa tìm kiếm"))
    document = models.CharField(_("văn bản"), max_length=200, blank=True)

    objects = StatusQuerySet.as_manager()

    class Meta(DatedModel.Meta):
        verbose_name = _("tên và loại qua các thời kỳ")
        verbose_name_plural = _("tên và loại qua các thời kỳ")
        constraints = [
            *DatedModel.Meta.constraints,
            CheckConstraint(condition=Q(kind__in=Kind.values), name="status_kind_known"),
            UniqueConstraint(fields=["province", "first_day"], name="status_once"),
            UniqueConstraint(fields=["province"], condition=Q(first_day__isnull=True), name="status_first_once"),
        ]

    def __str__(self):
        return f"{self.name_vi} ({self.first_day or ''}–{self.last_day or ''})"

    def natural_key(self):
        return (self.province.slug, self.first_day)

    natural_key.dependencies = ["provinces.province"]


class SuccessionQuerySet(models.QuerySet):
    def get_by_natural_key(self, predecessor, successor):
        return self.get(predecessor__slug=predecessor, successor__slug=successor)


class Succession(models.Model):
    """The predecessor became a part of the successor on this day, by this document."""

    predecessor = models.ForeignKey(
        Province, models.PROTECT, related_name="became", verbose_name=_("tỉnh trước sắp xếp")
    )
    successor = models.ForeignKey(Province, models.PROTECT, related_name="made_of", verbose_name=_("tỉnh sau sắp xếp"))
    day = models.DateField(_("từ ngày"))
    document = models.CharField(_("văn bản"), max_length=200)

    objects = SuccessionQuerySet.as_manager()

    class Meta:
        verbose_name = _("hợp nhất")
        verbose_name_plural = _("hợp nhất")
        constraints = [
            UniqueConstraint(fields=["predecessor", "successor"], name="succession_once"),
            CheckConstraint(condition=~Q(predecessor=F("successor")), name="succession_of_another"),
        ]

    def __str__(self):
        return f"{self.day}, {self.document}"

    def natural_key(self):
        return (self.predecessor.slug, self.successor.slug)

    natural_key.dependencies = ["provinces.province"]


class AliasQuerySet(models.QuerySet):
    def get_by_natural_key(self, province, search_key):
        return self.get(province__slug=province, search_key=search_key)


class Alias(models.Model):
    """Another spelling under which people look for a province, where folding its names does not give it.

    With `merged_on` it is the name of a unit that became part of the province on that day, before all that is kept
    here: the search finds the province by it, but in a file it is asked about and never read.
    """

    province = models.ForeignKey(Province, models.CASCADE, related_name="aliases", verbose_name=_("tỉnh, thành phố"))
    name = models.CharField(_("cách viết khác"), max_length=60)
    search_key = SearchKey(_("khóa tìm kiếm"), source="name")
    merged_on = models.DateField(
        _("nhập vào ngày"), null=True, blank=True, help_text=_("chỉ ghi khi đây là tên một đơn vị cũ đã nhập vào tỉnh")
    )

    objects = AliasQuerySet.as_manager()

    class Meta:
        verbose_name = _("cách viết khác")
        verbose_name_plural = _("cách viết khác")
        constraints = [UniqueConstraint(fields=["province", "search_key"], name="alias_once")]

    def __str__(self):
        return self.name

    def natural_key(self):
        return (self.province.slug, self.search_key)

    natural_key.dependencies = ["provinces.province"]


class OldSlug(models.Model):
    """A slug that people use for a province beside its own: its addresses lead to the province's for good."""

    slug = models.SlugField(_("mã"), unique=True)
    province = models.ForeignKey(Province, models.CASCADE, related_name="old_slugs", verbose_name=_("tỉnh, thành phố"))

    objects = SlugQuerySet.as_manager()

    class Meta:
        verbose_name = _("mã cũ")
        verbose_name_plural = _("mã cũ")

    def __str__(self):
        return self.slug

    def natural_key(self):
        return (self.slug,)
