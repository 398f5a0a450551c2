"""The editions of a year: drafts, what is published, what was before, what was withdrawn."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import CheckConstraint, Count, ExpressionWrapper, Q, UniqueConstraint
from django.utils import timezone
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from .constraints import from_one, in_both, one_of
from .publication import Publication, is_public, was_public
from .series import Criterion, Series
from .sources import Source

UNSEEN = object()
LEDGER_HAS_NONE = _("Chỉ tiêu và kết quả không có thứ hạng, quy định chấm điểm hay năm so sánh. Hãy bỏ trống.")


class Refused(ValueError):
    """What was asked of an edition may not be done now; `args[0]` says why, and what to do."""


class EditionQuerySet(models.QuerySet):
    def published(self):
        """The editions that the public reads: at most one a series and year."""
        return self.filter(is_public())

    def listed(self):
        """With what a list of editions says, by series and from the newest year; one query.

        Annotates `aggregate_count`: how much the announcement says of the country and the regions.
        """
        listed = self.select_related("series", "source").annotate(aggregate_count=Count("aggregates"))
        return listed.order_by("series__order", "-year")

    def of(self, series, year):
        """Every revision of one series (slug) and year, the newest first."""
        return self.filter(series__slug=series, year=year).order_by("-revision")

    def ever_public(self):
        """What the public reads (annotated: `is_shown`), and what it has read before."""
        shown = ExpressionWrapper(is_public(), output_field=models.BooleanField())
        return self.filter(was_public()).annotate(is_shown=shown)

    def drafts(self):
        return self.filter(status=Edition.Status.DRAFT)

    def due(self, now):
        """Drafts whose hour of publication has come, the earliest first."""
        return self.drafts().filter(publish_at__lte=now).order_by("publish_at", "pk")


def staff(label):
    """Who of the staff did something to an edition."""
    return models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=label
    )


class Edition(models.Model):
    """One year of one series in one revision.

    `year` is the year assessed. Which provinces exist, their names, kinds and regions are read on `as_of`.
    """

    class Status(models.TextChoices):
        DRAFT = "draft", _("bản nháp")
        PUBLISHED = "published", _("đã công bố")
        SUPERSEDED = "superseded", _("đã thay thế")
        WITHDRAWN = "withdrawn", _("đã thu hồi")

    class Method(models.TextChoices):
        ANNOUNCED = "announced", _("theo công bố")
        COMPILED = "compiled", _("cộng từ các nội dung thành phần")

    class Comparable(models.TextChoices):
        YES = "yes", _("so sánh được với năm trước")
        MARK = "mark", _("so sánh được, có lưu ý")
        NO = "no", _("không so sánh với năm trước")

    series = models.ForeignKey(Series, models.PROTECT, related_name="editions")
    year = models.PositiveSmallIntegerField(_("năm đánh giá"))
    revision = models.PositiveSmallIntegerField(_("lần"), default=1)
    status = models.CharField(_("trạng thái"), max_length=10, choices=Status, default=Status.DRAFT)
    as_of = models.DateField(_("tính đến ngày"))
    announced_on = models.DateField(_("ngày công bố"), null=True, blank=True)
    announced_by_vi = models.CharField(_("cơ quan công bố"), max_length=200, blank=True)
    announced_by_en = models.CharField(_("cơ quan công bố (tiếng Anh)"), max_length=200, blank=True)
    decision = models.CharField(_("số quyết định"), max_length=60, blank=True, help_text=_("Ví dụ 289/QĐ-BNV"))
    decided_on = models.DateField(_("ngày quyết định"), null=True, blank=True)
    ranked = models.PositiveSmallIntegerField(_("số tỉnh, thành phố được xếp hạng"), null=True, blank=True)
    method = models.CharField(_("cách làm"), max_length=10, choices=Method)
    rules = models.SlugField(_("quy định chấm điểm"), blank=True)
    comparable = models.CharField(_("so với năm trước"), max_length=4, choices=Comparable, blank=True)
    source = models.ForeignKey(Source, models.PROTECT, null=True, blank=True, related_name="editions")
    note_vi = models.TextField(_("ghi chú"), blank=True)
    note_en = models.TextField(_("ghi chú (tiếng Anh)"), blank=True)
    reason_vi = models.TextField(_("lý do sửa"), blank=True)
    reason_en = models.TextField(_("lý do sửa (tiếng Anh)"), blank=True)
    checks = models.JSONField(_("kết quả kiểm tra"), default=list, blank=True)
    # What the clerk was asked to look at again when loading the file: {language: sentence} each.
    warnings = models.JSONField(_("lưu ý khi nạp"), default=list, blank=True)
    loaded_at = models.DateTimeField(_("nạp lúc"), default=timezone.now)
    loaded_by = staff(_("người nạp"))
    publish_at = models.DateTimeField(_("hẹn công bố lúc"), null=True, blank=True)
    scheduled_by = staff(_("người hẹn công bố"))
    published_at = models.DateTimeField(_("công bố lúc"), null=True, blank=True)
    published_by = staff(_("người công bố"))
    restores = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("khôi phục")
    )
    withdrawn_at = models.DateTimeField(_("thu hồi lúc"), null=True, blank=True)
    withdrawn_by = staff(_("người thu hồi"))
    withdrawal_vi = models.TextField(_("lý do thu hồi"), blank=True)
    withdrawal_en = models.TextField(_("lý do thu hồi (tiếng Anh)"), blank=True)

    objects = EditionQuerySet.as_manager()

    class Meta:
        verbose_name = _("kỳ công bố")
        verbose_name_plural = pgettext_lazy("many", "kỳ công bố")
        ordering = ["series", "-year", "-revision"]
        permissions = [("publish_edition", _("Công bố, khôi phục, thu hồi kỳ công bố"))]
        constraints = [
            UniqueConstraint(fields=["series", "year", "revision"], name="edition_revision_once"),
            UniqueConstraint(fields=["series", "year"], condition=Q(status="published"), name="edition_published_once"),
            one_of("status", ["draft", "published", "superseded", "withdrawn"], "edition_status_known"),
            one_of("method", ["announced", "compiled"], "edition_method_known"),
            one_of("comparable", ["", "yes", "mark", "no"], "edition_comparable_known"),
            CheckConstraint(condition=Q(revision__gte=1), name="edition_revision_from_one"),
            from_one("ranked", "edition_ranked_positive"),
            CheckConstraint(
                condition=~Q(status="published") | Q(published_at__isnull=False), name="edition_published_has_a_time"
            ),
            CheckConstraint(
                condition=~Q(status="withdrawn") | Q(withdrawn_at__isnull=False), name="edition_withdrawn_has_a_time"
            ),
            CheckConstraint(
                condition=Q(status="draft") | Q(publish_at__isnull=True), name="edition_only_a_draft_waits"
            ),
            in_both("announced_by", "edition_announced_by_in_both"),
            in_both("reason", "edition_reason_in_both"),
            in_both("withdrawal", "edition_withdrawal_in_both"),
        ]

    def __str__(self):
        return f"{self.series.short} {self.year}, {self.revision}"

    def clean(self):
        """What the terms of an edition must agree in; every mistake at once, by field."""
        mistakes = {}
        if self.as_of and self.as_of.year != self.year:
            mistakes["as_of"] = _("Ngày này không nằm trong năm đánh giá. Hãy ghi ngày 31/12 của năm đánh giá.")
        for name in ("note", "reason", "announced_by"):
            if bool(getattr(self, f"{name}_vi")) != bool(getattr(self, f"{name}_en")):
                mistakes[f"{name}_vi"] = _("Cần có cả tiếng Việt và tiếng Anh, hoặc bỏ trống cả hai.")
        if self.series_id:
            mistakes |= self._mistakes_of_series()
        if mistakes:
            raise ValidationError(mistakes)

    def _mistakes_of_series(self):
        """Ranks where the series announces them and nowhere else; rules that the series has in that year."""
        if self.series.slug == Series.LEDGER:
            return {each: LEDGER_HAS_NONE for each in ("ranked", "rules", "comparable") if getattr(self, each)}
        mistakes = {}
        has_ranks = self.series.is_ranked and self.method == Edition.Method.ANNOUNCED
        if has_ranks and not self.ranked:
            mistakes["ranked"] = _("Chỉ số này công bố thứ hạng. Hãy ghi số tỉnh, thành phố được xếp hạng.")
        if self.ranked and not has_ranks:
            mistakes["ranked"] = _("Kỳ công bố này không có thứ hạng. Hãy bỏ trống số tỉnh, thành phố được xếp hạng.")
        if self.series.components.exists() and not Criterion.objects.of(self).exists():
            known = Criterion.objects.filter(component__series=self.series_id, year_from__lte=self.year)
            names = ", ".join(sorted({each.rules for each in known if each.year_to >= self.year}))
            mistakes["rules"] = format_lazy(
                _("Chỉ số này không có quy định chấm điểm đó trong năm đánh giá. Dùng một trong: {names}."), names=names
            )
        return mistakes

    @transaction.atomic
    def publish(self, by=None, seen=UNSEEN):
        """Show this draft to the public in place of the revision shown before, and renew the stamp.

        `seen`: the revision (number, or None) that `by` saw published when deciding. Raises Refused.
        """
        shown = self._shown_of_year()
        self.demand_publishable(by)
        self._demand_seen(shown, seen)
        if shown:
            Edition.objects.filter(pk=shown.pk).update(status=Edition.Status.SUPERSEDED)
        # Whoever set an hour for another draft has not seen what is public now.
        self._of_year().update(publish_at=None)
        self.status, self.published_at, self.published_by = Edition.Status.PUBLISHED, timezone.now(), by
        self.publish_at = None
        self.save(update_fields=["status", "published_at", "published_by", "publish_at"])
        Publication.objects.renew(self)

    def demand_publishable(self, by):
        """Only a draft is published; with FOUR_EYES only by another person than loaded it. Raises Refused."""
        if self.status != Edition.Status.DRAFT:
            raise Refused(_("Bản này không còn là bản nháp: đã có người công bố hoặc bỏ nó."))
        if settings.FOUR_EYES and by is not None and by == self.loaded_by:
            raise Refused(_("Người nạp không tự công bố. Hãy nhờ một người khác có quyền công bố."))

    @property
    def is_further(self):
        """Whether the public has read another revision of this year, though it be withdrawn."""
        return Edition.objects.of(self.series.slug, self.year).exclude(pk=self.pk).ever_public().exists()

    def _demand_seen(self, shown, seen):
        """Who decides has seen what is public now, and says why it is to be another. Raises Refused."""
        if seen is not UNSEEN and seen != (shown and shown.revision):
            raise Refused(_("Kỳ này vừa có một lần công bố khác. Hãy xem lại thay đổi so với lần đó rồi công bố."))
        if self.is_further and not self.reason_vi:
            raise Refused(_("Kỳ này đã công bố. Hãy ghi lý do sửa hoặc bổ sung, bằng cả tiếng Việt và tiếng Anh."))

    @transaction.atomic
    def schedule(self, at, by, seen=UNSEEN):
        """Have the draft published at this time by `publish_due`, in the name of `by`; `seen`: as of publish.

        Raises Refused.
        """
        shown = self._shown_of_year()
        self.demand_publishable(by)
        self._demand_seen(shown, seen)
        if at <= timezone.now():
            raise Refused(_("Giờ hẹn đã qua. Hãy chọn giờ sau bây giờ, hoặc công bố ngay."))
        self.publish_at, self.scheduled_by = at, by
        self.save(update_fields=["publish_at", "scheduled_by"])

    def cancel_schedule(self):
        Edition.objects.drafts().filter(pk=self.pk).update(publish_at=None, scheduled_by=None)

    @transaction.atomic
    def withdraw(self, by, reason_vi, reason_en):
        """Take the published edition from the public without another in its place. Raises Refused."""
        shown = self._shown_of_year()
        if shown is None or shown.pk != self.pk:
            raise Refused(_("Chỉ thu hồi được bản đang công bố."))
        self.status, self.withdrawn_at, self.withdrawn_by = Edition.Status.WITHDRAWN, timezone.now(), by
        self.withdrawal_vi, self.withdrawal_en = reason_vi, reason_en
        self.save(update_fields=["status", "withdrawn_at", "withdrawn_by", "withdrawal_vi", "withdrawal_en"])
        Publication.objects.renew()

    @transaction.atomic
    def discard(self):
        """Throw a draft away with everything in it. Raises Refused."""
        self._shown_of_year()
        if self.status != Edition.Status.DRAFT:
            raise Refused(_("Chỉ bỏ được bản nháp. Bản đã công bố thì khôi phục bản trước hoặc thu hồi."))
        self.delete()

    def _of_year(self):
        return Edition.objects.filter(series=self.series_id, year=self.year)

    def _shown_of_year(self):
        """The revision that is published, once everybody else who decides on this series has finished.

        Reads the own status anew: another may have published or discarded this draft meanwhile.
        """
        Series.objects.hold(self.series_id)
        revisions = {each.pk: each for each in self._of_year()}
        if self.pk not in revisions:
            raise Refused(_("Bản nháp này đã bị bỏ."))
        self.status = revisions[self.pk].status
        return next((each for each in revisions.values() if each.status == Edition.Status.PUBLISHED), None)


class EditionFile(models.Model):
    """The file an edition was loaded from, kept byte for byte."""

    edition = models.OneToOneField(Edition, models.CASCADE, related_name="file")
    name = models.CharField(_("tên tệp"), max_length=200)
    sha256 = models.CharField("SHA-256", max_length=64)
    content = models.BinaryField(_("nội dung"))

    class Meta:
        verbose_name = _("tệp đã nạp")
        verbose_name_plural = _("tệp đã nạp")

    def __str__(self):
        return self.name
