"""What the clerk is asked: what an edition is, where its figures were printed, why, when, and the file."""

from django import forms
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from provinces.spelling import fold

from ..intake.reading import LARGEST
from ..models import Criterion, Edition, Series, Source

LONGEST_SLUG = 70
DAY = {"type": "date"}
MOMENT = "%Y-%m-%dT%H:%M"  # as browsers send it
OF_INDICES = ("ranked", "method", "rules", "comparable")
ANNOUNCEMENT = ("announced_on", "decision", "decided_on", "announced_by_vi", "announced_by_en")
REASONS, NOTES = ("reason_vi", "reason_en"), ("note_vi", "note_en")


class WhichForm(forms.Form):
    """The first question: which series, which year."""

    series = forms.ModelChoiceField(Series.objects.all(), label=_("Chỉ số"), to_field_name="slug", empty_label=None)
    year = forms.IntegerField(label=_("Năm đánh giá"), min_value=2000, max_value=2100)


class TermsForm(forms.ModelForm):
    """What an edition is, besides its rows; `instance` has its series, year and day."""

    file = forms.FileField(
        label=_("Tệp số liệu"),
        help_text=_(".xlsx hoặc .csv, tối đa 5 MB; .json, tối đa 1 MB."),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv,.json"}),
    )

    class Meta:
        model = Edition
        fields = (*ANNOUNCEMENT, "source", *OF_INDICES, *NOTES, *REASONS)
        widgets = {
            "announced_on": forms.DateInput(DAY, "%Y-%m-%d"),
            "decided_on": forms.DateInput(DAY, "%Y-%m-%d"),
            **{name: forms.Textarea({"rows": 2}) for name in (*NOTES, *REASONS)},
        }
        labels = {"source": _("Nguồn đã có")}

    def __init__(self, *args, is_further, **others):
        """`is_further`: whether the public has read this year before, so that a reason is demanded."""
        super().__init__(*args, **others)
        self.fields["source"].queryset = Source.objects.order_by("-published", "slug")
        self.fields["source"].empty_label = _("Mỗi dòng của tệp tự ghi nguồn, hoặc nguồn mới ở dưới")
        if self.instance.series.slug == Series.LEDGER:
            for name in OF_INDICES:
                del self.fields[name]
        else:
            self.offer_rules()
        if is_further:
            self.fields["reason_vi"].required = self.fields["reason_en"].required = True
        else:
            del self.fields["reason_vi"], self.fields["reason_en"]

    def offer_rules(self):
        known = Criterion.objects.in_force(self.instance.series_id, self.instance.year)
        names = sorted(set(known.values_list("rules", flat=True)))
        self.fields["rules"] = forms.ChoiceField(
            label=_("Quy định chấm điểm"), choices=[(name, name) for name in names], required=bool(names)
        )
        # Where ranks are announced, so is the edition; elsewhere there are none.
        del self.fields["method" if self.instance.series.is_ranked else "ranked"]

    def parts(self):
        """The fields in their groups, as far as they are asked: announcement, scoring, notes, reasons."""
        groups = {"announcement": ANNOUNCEMENT, "scoring": OF_INDICES, "notes": NOTES, "reasons": REASONS}
        return {key: [self[name] for name in names if name in self.fields] for key, names in groups.items()}

    def clean_file(self):
        """Before it is read into memory."""
        file = self.cleaned_data["file"]
        if file.size > LARGEST:
            raise forms.ValidationError(_("Tệp lớn hơn 5 MB. Hãy tách tệp, mỗi năm một tệp."))
        return file


class SourceForm(forms.ModelForm):
    """A source made right here: the decision, and where in it the table stands."""

    url = forms.URLField(label=_("Địa chỉ"), required=False, max_length=600, assume_scheme="https")

    class Meta:
        model = Source
        fields = ("title", "locator", "publisher", "published", "url")
        labels = {"title": _("Tên văn bản"), "publisher": _("Nơi ban hành hoặc đăng"), "published": _("Ngày ban hành")}
        help_texts = {"title": _("Ví dụ: Quyết định 289/QĐ-BNV")}

    def __init__(self, *args, **others):
        super().__init__(*args, prefix="new", **others)
        self.instance.kind = Source.Kind.DECISION

    def clean(self):
        told = super().clean()
        if any(told.values()) and not told.get("title"):
            self.add_error("title", _("Nguồn mới chưa có tên. Hãy ghi tên văn bản, hoặc bỏ trống cả nguồn mới."))
        return told

    def is_told(self):
        return bool(self.cleaned_data.get("title"))

    def source(self):
        """The source that was described: one that says the same, else a new one, saved."""
        told = {name: self.cleaned_data[name] for name in self.Meta.fields}
        alike = Source.objects.filter(kind=Source.Kind.DECISION, **told).first()
        if alike:
            return alike
        self.instance.slug = free_slug(f"{told['title']} {told['locator']}")
        return self.save()


def free_slug(text):
    """A slug that no source has yet."""
    base = slugify(fold(text))[:LONGEST_SLUG].strip("-") or "source"
    taken = set(Source.objects.filter(slug__startswith=base).values_list("slug", flat=True))
    return next(slug for slug in (base, *(f"{base}-{n}" for n in range(2, len(taken) + 3))) if slug not in taken)


def reasons():
    """The fields of a reason, which the public reads in both languages."""
    labels = (_("Lý do"), _("Lý do (tiếng Anh)"))
    return [forms.CharField(label=label, max_length=1000, widget=forms.Textarea({"rows": 2})) for label in labels]


class PublishForm(forms.Form):
    """Publishing, now or at a set hour, with the number of removed figures typed where there are any."""

    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)
    at = forms.DateTimeField(
        label=_("Giờ công bố"),
        required=False,
        input_formats=[MOMENT],
        widget=forms.DateTimeInput({"type": "datetime-local"}, MOMENT),
        help_text=_("Bỏ trống để công bố ngay. Giờ Hà Nội."),
    )
    typed = forms.IntegerField(label=_("Số số liệu bị bỏ"))

    reason_vi, reason_en = reasons()
    field_order = ("seen", "typed", "reason_vi", "reason_en", "at")

    def __init__(self, *args, removed, needs_reason, **others):
        """`removed`: how many figures the draft removes. `needs_reason`: of a revision that says none yet."""
        super().__init__(*args, **others)
        self.removed = removed
        if not removed:
            del self.fields["typed"]
        if not needs_reason:
            del self.fields["reason_vi"], self.fields["reason_en"]

    def clean_typed(self):
        if self.cleaned_data["typed"] != self.removed:
            raise forms.ValidationError(_("Con số chưa đúng. Hãy xem lại các số liệu bị bỏ rồi ghi đúng số lượng."))
        return self.removed

    def clean_at(self):
        at = self.cleaned_data["at"]
        if at and at <= timezone.now():
            raise forms.ValidationError(_("Giờ hẹn đã qua. Hãy chọn giờ sau bây giờ, hoặc bỏ trống để công bố ngay."))
        return at


class ReasonForm(forms.Form):
    """Why something is taken back or withdrawn; the public reads it."""

    reason_vi, reason_en = reasons()
