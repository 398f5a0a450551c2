"""Districts, the level between province and commune, which ended with the 63 provinces."""

from django.db import models
from django.db.models import CheckConstraint, Q, UniqueConstraint
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from .closeness import closest
from .days import DatedModel, DatedQuerySet
from .fields import SearchKey


class DistrictKind(models.TextChoices):
    DISTRICT = "district", _("huyện")
    URBAN = "urban", _("quận")
    TOWN = "town", _("thị xã")
    CITY = "city", _("thành phố")


class DistrictQuerySet(DatedQuerySet):
    def get_by_natural_key(self, province, slug):
        return self.get(province__slug=province, slug=slug)

    def search(self, text):
        """Districts with a name like `text`, the closest first."""
        return closest(self, text, ["search_key"], ["search_key", "slug"])


class District(DatedModel):
    """A district of a province under its last name and kind; all districts ended on 30 June 2025."""

    province = models.ForeignKey(
        "provinces.Province", models.CASCADE, related_name="districts", verbose_name=_("tỉnh, thành phố")
    )
    slug = models.SlugField(_("mã"))
    name_vi = models.CharField(_("tên"), max_length=60)
    name_en = models.CharField(_("tên không dấu"), max_length=60)
    kind = models.CharField(_("loại"), max_length=8, choices=DistrictKind, default=DistrictKind.DISTRICT)
    last_day = models.DateField(_("đến ngày"))
    search_key = SearchKey(_("khóa tìm kiếm"))

    objects = DistrictQuerySet.as_manager()

    class Meta(DatedModel.Meta):
        verbose_name = _("huyện")
        verbose_name_plural = pgettext_lazy("many", "huyện")
        constraints = [
            *DatedModel.Meta.constraints,
            CheckConstraint(condition=Q(kind__in=DistrictKind.values), name="district_kind_known"),
            UniqueConstraint(fields=["province", "slug"], name="district_once"),
        ]

    def __str__(self):
        return self.name_vi

    def natural_key(self):
        return (self.province.slug, self.slug)

    natural_key.dependencies = ["provinces.province"]
