"""The ledger: what places set themselves, what they report, what they promise without a number."""

from django.db import models
from django.db.models import CheckConstraint, Count, F, Q, UniqueConstraint
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from provinces.models import District, Province

from .constraints import one_of
from .editions import Edition
from .publication import is_public
from .sources import SOURCE, SlugManager, Source, opening_words

STATED = [
    "kind",
    "year_from",
    "year_to",
    "area",
    "level",
    "body_vi",
    "body_en",
    "comparator",
    "qualifier",
    "printed",
    "value",
    "digits",
    "unit",
    "of",
    "text_vi",
    "text_en",
    "paragraph",
    "note_vi",
    "note_en",
]
MEASURE = [f"measure__{name}" for name in ("slug", "name_vi", "name_en")]
DISTRICT = [f"district__{name}" for name in ("slug", "name_vi")]


class Area(models.TextChoices):
    """The six contents of reform, and direction (closed list)."""

    DIRECTION = "direction", _("Công tác chỉ đạo, điều hành")
    INSTITUTIONS = "institutions", _("Cải cách thể chế")
    PROCEDURES = "procedures", _("Cải cách thủ tục hành chính")
    ORGANISATION = "organisation", _("Cải cách tổ chức bộ máy hành chính")
    CIVIL_SERVICE = "civil-service", _("Cải cách chế độ công vụ")
    PUBLIC_FINANCE = "public-finance", _("Cải cách tài chính công")
    E_GOVERNMENT = "e-government", _("Xây dựng và phát triển chính quyền điện tử, chính quyền số")


class Measure(models.Model):
    """What a target or outcome speaks of."""

    slug = models.SlugField(_("mã"), max_length=80, unique=True)
    area = models.CharField(_("nội dung cải cách"), max_length=16, choices=Area)
    name_vi = models.CharField(_("tên"), max_length=300)
    name_en = models.CharField(_("tên tiếng Anh"), max_length=300)

    objects = SlugManager()

    class Meta:
        verbose_name = _("nội dung chỉ tiêu")
        verbose_name_plural = pgettext_lazy("many", "nội dung chỉ tiêu")
        ordering = ["area", "slug"]
        constraints = [one_of("area", Area.values, "measure_area_known")]

    def __str__(self):
        return self.name_vi

    def natural_key(self):
        return (self.slug,)


class StatementQuerySet(models.QuerySet):
    def published(self):
        """Statements of the ledgers that the public reads."""
        return self.filter(is_public("edition__"))

    def of_province(self, province):
        """Of a province (primary key) and of its districts."""
        return self.filter(province=province)

    def of_places_in(self, source):
        """All that is stated of the places that a source speaks of, by whichever source."""
        return self.filter(province__in=self.filter(source=source).values("province"))

    def of_districts(self):
        """Of districts, not of provinces themselves."""
        return self.filter(district__isnull=False)

    def counts(self, provinces):
        """{slug: how many are stated} of those of the provinces (slugs), and of their districts."""
        found = self.filter(province__slug__in=provinces).values_list("province__slug")
        return dict(found.annotate(count=Count("pk")))

    def places_told(self):
        """(edition, slug of a province, slug of its district or None) of which anything is published."""
        found = self.published().values_list("edition", "province__slug", "district__slug")
        return found.order_by("edition", "province__slug", "district__slug").distinct()

    def told(self):
        """Statements as small tuples with measure, place and source: the newest ledger first, in file order."""
        found = self.order_by("-edition__year", "line").annotate(opening=opening_words())
        edition = ["edition_id", "edition__year", "edition__revision", "edition__checks"]
        place = ["province__slug", "province__name_vi", *DISTRICT]
        return found.values_list("pk", "line", *edition, *place, *STATED, *MEASURE, "opening", *SOURCE, named=True)


class Statement(models.Model):
    """A target, an outcome or a commitment of a province or one of its districts, as one source printed it.

    `printed` keeps the words and the scale of the source ("trên 1,143 triệu"); `value` is the figure in its unit,
    and may have lost the scale. A commitment has neither figure nor measure.
    """

    class Unit(models.TextChoices):
        """What a figure counts (closed list)."""

        PERCENT = "%", "%"
        POINTS_A_YEAR = "points a year", pgettext_lazy("unit", "điểm phần trăm mỗi năm")
        TASKS = "tasks", pgettext_lazy("unit", "nhiệm vụ")
        PLANS = "plans", pgettext_lazy("unit", "phương án")
        PROCEDURES = "procedures", pgettext_lazy("unit", "thủ tục")
        FIELDS = "fields", pgettext_lazy("unit", "lĩnh vực")
        DEPARTMENTS = "departments", pgettext_lazy("unit", "sở, ngành")
        APPLICATIONS = "applications", pgettext_lazy("unit", "hồ sơ")
        SUBMISSIONS = "submissions", pgettext_lazy("unit", "phản ánh, kiến nghị")
        LEVELS = "levels", pgettext_lazy("unit", "cấp")
        SUBSCRIPTIONS = "subscriptions", pgettext_lazy("unit", "thuê bao")

    class Kind(models.TextChoices):
        TARGET = "target", _("chỉ tiêu")
        OUTCOME = "outcome", _("kết quả thực hiện")
        COMMITMENT = "commitment", _("nhiệm vụ")

    class Level(models.TextChoices):
        PROVINCE = "province", _("cấp tỉnh")
        DISTRICT = "district", _("cấp huyện")
        COMMUNE = "commune", _("cấp xã")

    class Comparator(models.TextChoices):
        AT_LEAST = ">=", _("tối thiểu")
        AT_MOST = "<=", _("tối đa")
        EXACTLY = "=", "="

    class Qualifier(models.TextChoices):
        OVER = "over", _("trên")
        NEARLY = "nearly", _("gần")
        ABOUT = "about", _("khoảng")
        ALL = "all", _("tất cả")

    edition = models.ForeignKey(Edition, models.CASCADE, related_name="statements")
    line = models.PositiveIntegerField(_("dòng"))
    kind = models.CharField(_("loại"), max_length=10, choices=Kind)
    province = models.ForeignKey(Province, models.PROTECT, related_name="statements")
    district = models.ForeignKey(District, models.PROTECT, null=True, blank=True, related_name="statements")
    year_from = models.PositiveSmallIntegerField(_("từ năm"), null=True, blank=True)
    year_to = models.PositiveSmallIntegerField(_("đến năm"), null=True, blank=True)
    area = models.CharField(_("nội dung cải cách"), max_length=16, choices=Area)
    measure = models.ForeignKey(Measure, models.PROTECT, null=True, blank=True, related_name="statements")
    level = models.CharField(_("cấp"), max_length=8, choices=Level, blank=True)
    body_vi = models.CharField(_("đơn vị thực hiện"), max_length=300, blank=True)
    body_en = models.CharField(_("đơn vị thực hiện (tiếng Anh)"), max_length=300, blank=True)
    comparator = models.CharField(_("so"), max_length=2, choices=Comparator, blank=True)
    qualifier = models.CharField(_("mức"), max_length=6, choices=Qualifier, blank=True)
    printed = models.CharField(_("ghi theo nguồn"), max_length=120, blank=True)
    value = models.DecimalField(_("giá trị"), max_digits=14, decimal_places=4, null=True, blank=True)
    digits = models.PositiveSmallIntegerField(null=True, blank=True)
    unit = models.CharField(_("đơn vị"), max_length=20, blank=True)
    of = models.PositiveIntegerField(_("trên tổng số"), null=True, blank=True)
    text_vi = models.TextField(_("nội dung"), blank=True)
    text_en = models.TextField(_("nội dung (tiếng Anh)"), blank=True)
    source = models.ForeignKey(Source, models.PROTECT, related_name="statements")
    paragraph = models.PositiveSmallIntegerField(_("đoạn"), null=True, blank=True)
    note_vi = models.TextField(_("ghi chú"), blank=True)
    note_en = models.TextField(_("ghi chú (tiếng Anh)"), blank=True)

    objects = StatementQuerySet.as_manager()

    class Meta:
        verbose_name = _("chỉ tiêu, kết quả, nhiệm vụ")
        verbose_name_plural = _("chỉ tiêu, kết quả, nhiệm vụ")
        ordering = ["line"]
        constraints = [
            UniqueConstraint(fields=["edition", "line"], name="statement_once"),
            CheckConstraint(
                condition=Q(kind="commitment", value__isnull=True, measure__isnull=True) & ~Q(text_vi="")
                | ~Q(kind="commitment") & Q(value__isnull=False, measure__isnull=False),
                name="statement_figure_or_words",
            ),
            CheckConstraint(
                condition=Q(year_from__isnull=True) | Q(year_to__isnull=True) | Q(year_from__lte=F("year_to")),
                name="statement_years_in_order",
            ),
            one_of("kind", ["target", "outcome", "commitment"], "statement_kind_known"),
            one_of("area", Area.values, "statement_area_known"),
            one_of("level", ["", "province", "district", "commune"], "statement_level_known"),
            one_of("comparator", ["", ">=", "<=", "="], "statement_comparator_known"),
            one_of("qualifier", ["", "over", "nearly", "about", "all"], "statement_qualifier_known"),
            CheckConstraint(condition=Q(of__isnull=True) | Q(value__lte=F("of")), name="statement_n_of_m"),
            CheckConstraint(condition=~Q(unit="%") | Q(value__gte=0, value__lte=100), name="statement_percent"),
        ]

    def __str__(self):
        return f"{self.kind} {self.province_id} {self.printed}"
