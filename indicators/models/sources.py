"""Where figures were printed, and the documents that sources name."""

from functools import reduce
from operator import or_

from django.db import models
from django.db.models import Case, CheckConstraint, Count, Exists, F, OuterRef, Q, Subquery, UniqueConstraint, When
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from provinces.models import District, Province

from .constraints import one_of
from .publication import is_public, was_public

SOURCE = [f"source__{name}" for name in ("slug", "kind", "publisher", "title", "is_title_seen", "published", "url")]


# From a source to the editions that name or cite it.
EDITIONS = ("editions__", "citations__result__edition__", "aggregates__edition__", "statements__edition__")


class SlugManager(models.Manager):
    """Find a row by its slug, so that fixtures can name it."""

    def get_by_natural_key(self, slug):
        return self.get(slug=slug)


class SourceQuerySet(models.QuerySet):
    def get_by_natural_key(self, slug):
        return self.get(slug=slug)

    def readable(self):
        """Sources that the public has met: cited or named by an edition that it reads or has read, or with a document.

        One that only drafts name would tell of them.
        """
        met = [Q(documents__isnull=False), *map(was_public, EDITIONS)]
        return self.filter(reduce(or_, (Exists(self.filter(each, pk=OuterRef("pk"))) for each in met)))

    def counted(self):
        """Annotate how many public figures are cited from each source: `cited`, and of which kind."""
        results = self.filter(is_public("citations__result__edition__")).annotate(count=Count("citations"))
        aggregates = self.filter(is_public("aggregates__edition__")).annotate(count=Count("aggregates"))
        statements = self.filter(is_public("statements__edition__")).annotate(count=Count("statements"))

        def counted(sources):
            return Coalesce(Subquery(sources.filter(pk=OuterRef("pk")).values("count")), 0)

        counts = self.annotate(
            cited_results=counted(results), cited_aggregates=counted(aggregates), cited_statements=counted(statements)
        )
        return counts.annotate(cited=F("cited_results") + F("cited_aggregates") + F("cited_statements"))

    def of_series(self, series):
        """The sources of any public figure or statement of one series (slug)."""
        paths = ("citations__result__edition__", "aggregates__edition__", "statements__edition__")
        of_any = Q()
        for path in paths:
            public = self.filter(is_public(path), **{f"{path}series__slug": series})
            of_any |= Q(pk__in=public.order_by().values("pk"))
        return self.filter(of_any)

    def with_counts(self):
        """The same of the sources that have any."""
        return self.counted().filter(cited__gt=0)


class Source(models.Model):
    """An article, page, dataset or decision where figures were printed; of a decision, where in it (`locator`)."""

    class Kind(models.TextChoices):
        ARTICLE = "article", _("bài viết")
        PAGE = "page", _("trang")
        DATASET = "dataset", _("bộ dữ liệu")
        DECISION = "decision", _("quyết định")

    slug = models.SlugField(_("mã"), max_length=80, unique=True)
    kind = models.CharField(_("loại"), max_length=8, choices=Kind)
    publisher = models.CharField(_("nơi đăng"), max_length=200, blank=True)
    author = models.CharField(_("tác giả"), max_length=200, blank=True)
    title = models.CharField(_("tên"), max_length=400, blank=True)
    is_title_seen = models.BooleanField(
        _("đã thấy tên"), default=True, help_text=_("Bỏ trống khi tên chỉ đọc được từ địa chỉ.")
    )
    published = models.CharField(
        _("đăng ngày"), max_length=10, blank=True, help_text=_("2023, 2023-04 hoặc 2023-04-19")
    )
    url = models.URLField(_("địa chỉ"), max_length=600, blank=True)
    locator = models.CharField(
        _("chỗ trong văn bản"), max_length=120, blank=True, help_text=_("Ví dụ: Phụ lục 1, trang 3")
    )
    place = models.CharField(_("nói về"), max_length=200, blank=True, help_text=_("mã tỉnh, hoặc mã tỉnh/mã huyện"))

    objects = SourceQuerySet.as_manager()

    class Meta:
        verbose_name = _("nguồn")
        verbose_name_plural = pgettext_lazy("many", "nguồn")
        ordering = ["slug"]
        constraints = [
            one_of("kind", ["article", "page", "dataset", "decision"], "source_kind_known"),
            CheckConstraint(
                condition=Q(kind__in=["article", "decision"]) | ~Q(url=""), name="source_page_has_an_address"
            ),
        ]

    def __str__(self):
        return self.title or self.url or self.slug

    def natural_key(self):
        return (self.slug,)


class ParagraphManager(models.Manager):
    def get_by_natural_key(self, source, number):
        return self.get(source__slug=source, number=number)


class Paragraph(models.Model):
    """The opening words of an article's paragraph, by which a reader finds it.

    Paragraph n is the n-th line that is not empty after stripping in our archived text.
    """

    source = models.ForeignKey(Source, models.CASCADE, related_name="paragraphs", verbose_name=_("nguồn"))
    number = models.PositiveSmallIntegerField(_("đoạn"))
    opening = models.CharField(_("bắt đầu bằng"), max_length=200)

    objects = ParagraphManager()

    class Meta:
        verbose_name = _("đoạn")
        verbose_name_plural = _("đoạn")
        ordering = ["source", "number"]
        constraints = [UniqueConstraint(fields=["source", "number"], name="paragraph_once")]

    def __str__(self):
        return f"{self.source_id}, {self.number}"

    def natural_key(self):
        return (self.source.slug, self.number)

    natural_key.dependencies = ["indicators.source"]


def opening_words():
    """The first words of the paragraph that a row names, by which a reader finds it; NULL where it names none."""
    paragraphs = Paragraph.objects.filter(source=OuterRef("source"), number=OuterRef("paragraph"))
    return Case(When(paragraph__isnull=False, then=Subquery(paragraphs.order_by().values("opening")[:1])))


class DocumentQuerySet(models.QuerySet):
    def get_by_natural_key(self, source, paragraph, number, subject_vi):
        return self.get(source__slug=source, paragraph=paragraph, number=number, subject_vi=subject_vi)

    def of_place(self, province, district, place):
        """Of a province or district (primary keys; district None), and those that sources about the place name.

        `place`: as sources have it, the province's slug or province/district.
        """
        return self.filter(Q(province=province, district=district) | Q(source__place=place))

    def told(self):
        """Documents as small tuples with their source, in the order in which it names them."""
        words = ("number", "kind_vi", "kind_en", "issuer", "issued_on", "subject_vi", "subject_en", "paragraph")
        named = self.order_by("source__slug", "paragraph", "pk").annotate(opening=opening_words())
        return named.values_list(*words, "opening", *SOURCE, named=True)


class Document(models.Model):
    """A plan, decision or law that a source names; the number is empty where none was printed."""

    number = models.CharField(_("số hiệu"), max_length=60, blank=True)
    kind_vi = models.CharField(_("loại"), max_length=60)
    kind_en = models.CharField(_("loại (tiếng Anh)"), max_length=60)
    issuer = models.CharField(_("nơi ban hành"), max_length=200, blank=True)
    issued_on = models.DateField(_("ngày ban hành"), null=True, blank=True)
    province = models.ForeignKey(
        Province, models.PROTECT, null=True, blank=True, related_name="documents", verbose_name=_("tỉnh, thành phố")
    )
    district = models.ForeignKey(
        District, models.PROTECT, null=True, blank=True, related_name="documents", verbose_name=_("huyện")
    )
    subject_vi = models.CharField(_("về việc"), max_length=400)
    subject_en = models.CharField(_("về việc (tiếng Anh)"), max_length=400)
    source = models.ForeignKey(Source, models.PROTECT, related_name="documents", verbose_name=_("nguồn"))
    paragraph = models.PositiveSmallIntegerField(_("đoạn"), null=True, blank=True)

    objects = DocumentQuerySet.as_manager()

    class Meta:
        verbose_name = _("văn bản")
        verbose_name_plural = pgettext_lazy("many", "văn bản")
        ordering = ["issued_on", "number"]
        constraints = [
            UniqueConstraint(fields=["source", "paragraph", "number", "subject_vi"], name="document_once"),
        ]

    def __str__(self):
        return f"{self.kind_vi} {self.number}".strip()

    def natural_key(self):
        return (self.source.slug, self.paragraph, self.number, self.subject_vi)

    natural_key.dependencies = ["indicators.source", "provinces.province", "provinces.district"]
