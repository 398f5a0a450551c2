"""What people decide about an edition: publish now or at an hour, take back, withdraw, discard."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from ..intake.loading import repeat
from ..models import Edition, Refused
from . import summary
from .forms import PublishForm, ReasonForm

Status = Edition.Status


def possible(request, desk, edition):
    """{what may be done with an edition now: True}; `refusal`: why this person may not publish this draft."""
    can, status = {}, edition.status
    if desk.may(request, "add"):
        can["correct"] = can["discard"] = True
    if desk.may(request, "publish"):
        can |= {"publish": status == Status.DRAFT, "withdraw": status == Status.PUBLISHED}
        can["take_back"] = status in (Status.SUPERSEDED, Status.WITHDRAWN)
        can["publish_before"] = can["withdraw"] and summary.revision_before(edition)
        can["discard"] = True
    can["discard"] = can.get("discard", False) and status == Status.DRAFT
    if can.get("publish"):
        try:
            edition.demand_publishable(request.user)
        except Refused as refused:
            can |= {"publish": False, "refusal": refused.args[0]}
    return can


def sent(request):
    """What a form was sent with; None where it was only opened."""
    return request.POST if request.method == "POST" else None


def decided(request, edition, said):
    messages.success(request, said)
    return redirect("admin:indicators_edition_change", edition.pk)


def asked(request, desk, edition, title, form, **context):
    """The page of a decision: what will happen, what is asked, one button."""
    back = reverse("admin:indicators_edition_change", args=[edition.pk])
    return desk.page(
        request, "decide", title, edition=edition, name=summary.named(edition), form=form, back=back, **context
    )


def publish(request, desk, pk):
    """Publish a draft, now or at a set hour."""
    edition = desk.edition(request, pk)
    desk.demand(request, "publish")
    told = summary.of_draft(edition)
    shown = told["shown"]
    needs = {"removed": told["removed"], "needs_reason": edition.is_further and not edition.reason_vi}
    form = PublishForm(sent(request), initial={"seen": shown and shown.revision}, **needs)
    if form.is_bound and form.is_valid():
        try:
            return decided(request, edition, publish_as_asked(edition, request.user, form.cleaned_data))
        except Refused as refused:
            form.add_error(None, refused.args[0])
    button = _("Công bố")
    return asked(
        request,
        desk,
        edition,
        _("Công bố %(edition)s") % {"edition": summary.named(edition)},
        form,
        button=button,
        **told,
    )


@transaction.atomic
def publish_as_asked(edition, by, asked):
    """Publish or set the hour; says what was done. Raises Refused."""
    if asked.get("reason_vi"):
        edition.reason_vi, edition.reason_en = asked["reason_vi"], asked["reason_en"]
        edition.save(update_fields=["reason_vi", "reason_en"])
    if asked["at"]:
        edition.schedule(asked["at"], by, asked["seen"])
        return _("Đã hẹn giờ công bố.")
    edition.publish(by, asked["seen"])
    return _("Đã công bố. Mọi trang hiện số liệu mới trong vòng hai giây.")


@require_POST
def cancel(request, desk, pk):
    """Take the hour back that was set for a draft."""
    edition = desk.edition(request, pk)
    desk.demand(request, "publish")
    edition.cancel_schedule()
    return decided(request, edition, _("Đã bỏ giờ hẹn. Bản nháp vẫn còn."))


def discard(request, desk, pk):
    """Throw a draft away."""
    edition = desk.edition(request, pk)
    if not possible(request, desk, edition).get("discard"):
        raise PermissionDenied
    if request.method == "POST":
        name = summary.named(edition)
        try:
            edition.discard()
            desk.log_deletions(request, [edition])
            messages.success(request, _("Đã bỏ bản nháp %(name)s. Không trang nào thay đổi.") % {"name": name})
        except Refused as refused:
            messages.error(request, refused.args[0])
        return redirect("admin:indicators_edition_changelist")
    said = [_("Bản nháp và tệp đã nạp sẽ bị xóa hẳn. Số liệu đang công bố không thay đổi.")]
    title = _("Bỏ bản nháp %(edition)s") % {"edition": summary.named(edition)}
    return asked(request, desk, edition, title, None, said=said, button=_("Bỏ bản nháp"))


def take_back(request, desk, pk):
    """Make a draft that shows an earlier revision again: it is published like any other."""
    edition = desk.edition(request, pk)
    desk.demand(request, "publish")
    form = ReasonForm(sent(request))
    if form.is_bound and form.is_valid():
        try:
            draft = repeat(edition, **form.cleaned_data)
            return decided(request, draft, _("Đã có bản nháp lặp lại bản cũ. Hãy xem thay đổi rồi công bố."))
        except Refused as refused:
            form.add_error(None, refused.args[0])
    words = {"edition": summary.named(edition), "n": edition.revision}
    said = [
        _(
            "Số liệu của lần %(n)s sẽ thành một bản nháp mới. "
            "Công bố bản nháp đó thì trang công khai trở lại như lần %(n)s."
        )
        % words,
        _("Mọi lần công bố trước vẫn được giữ, và việc khôi phục được ghi ở trang Đính chính."),
    ]
    title, button = _("Khôi phục %(edition)s") % words, _("Chuẩn bị khôi phục")
    return asked(request, desk, edition, title, form, said=said, button=button)


def withdraw(request, desk, pk):
    """Take the published edition from the public, without another in its place."""
    edition = desk.edition(request, pk)
    desk.demand(request, "publish")
    form = ReasonForm(sent(request))
    if form.is_bound and form.is_valid():
        try:
            edition.withdraw(request.user, **form.cleaned_data)
            return decided(request, edition, _("Đã thu hồi. Trang của năm này nói rằng kỳ công bố đã được thu hồi."))
        except Refused as refused:
            form.add_error(None, refused.args[0])
    before = summary.revision_before(edition)
    said = [
        _("Năm này sẽ không còn số liệu trên trang công khai. Lý do và ngày thu hồi được ghi ở trang Đính chính."),
        _("Nếu chỉ vài số sai, hãy nạp tệp đã sửa thay vì thu hồi."),
        *([_("Nếu lần %(n)s đúng, hãy khôi phục lần đó thay vì thu hồi.") % {"n": before.revision}] if before else []),
    ]
    title = _("Thu hồi %(edition)s") % {"edition": summary.named(edition)}
    return asked(request, desk, edition, title, form, said=said, button=_("Thu hồi"))
