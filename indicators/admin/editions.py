"""The desk: every year of every series, what waits to be published, and the page of one edition.

An edition is never typed or deleted here: it comes from a file, and what is public changes by publishing alone.
"""

import io

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import FileResponse
from django.shortcuts import get_object_or_404, render
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from ..models import Edition, EditionFile, Series
from . import decisions, summary, upload

BYTES = "application/octet-stream"
WITH = ("series", "loaded_by", "scheduled_by", "published_by", "withdrawn_by", "restores")


@admin.register(Edition)
class EditionAdmin(admin.ModelAdmin):
    def get_urls(self):
        """The only addresses of editions: there is no form to change one, and none to delete one."""
        return [
            path(address, self.admin_site.admin_view(view), {"desk": self}, name=f"indicators_edition_{name}")
            for address, view, name in (
                ("", listing, "changelist"),
                ("add/", upload.choose, "add"),
                ("add/<slug:series>/<int:year>/", upload.upload, "upload"),
                ("add/<slug:series>/<int:year>/rules/", upload.keep_rules, "rules"),
                ("add/<slug:series>/<int:year>/template.xlsx", upload.template, "template"),
                ("<int:pk>/change/", page, "change"),
                ("<int:pk>/file/", file, "file"),
                ("<int:pk>/record/", record, "record"),
                ("<int:pk>/publish/", decisions.publish, "publish"),
                ("<int:pk>/cancel/", decisions.cancel, "cancel"),
                ("<int:pk>/discard/", decisions.discard, "discard"),
                ("<int:pk>/take-back/", decisions.take_back, "take-back"),
                ("<int:pk>/withdraw/", decisions.withdraw, "withdraw"),
            )
        ]

    def edition(self, request, pk):
        """The edition of an address, for those who may see editions."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        return get_object_or_404(Edition.objects.select_related(*WITH, "source"), pk=pk)

    def may(self, request, act):
        """Whether this person may `add` (load, discard) or `publish` (take back, withdraw)."""
        return request.user.has_perm(f"indicators.{act}_edition")

    def demand(self, request, act):
        if not self.may(request, act):
            raise PermissionDenied

    def page(self, request, template, title, status=200, **context):
        """A page of the desk in the frame of the staff's pages."""
        rights = {"may_load": self.may(request, "add"), "may_publish": self.may(request, "publish")}
        context = self.admin_site.each_context(request) | rights | {"title": title} | context
        return render(request, f"admin/indicators/edition/{template}.html", context, status=status)


def listing(request, desk):
    """Drafts first; then every series with its years, each in the revision that says most about it now."""
    if not desk.has_view_permission(request):
        raise PermissionDenied
    editions = Edition.objects.select_related("series", "loaded_by").order_by("series__order", "-year", "-revision")
    years = {}
    for edition in editions:
        years.setdefault((edition.series, edition.year), []).append(edition)
    groups = {series: [] for series in Series.objects.all()}
    for (series, _year), revisions in years.items():
        groups[series].append({"edition": standing(revisions), "revisions": len(revisions)})
    drafts = [edition for edition in editions if edition.status == Edition.Status.DRAFT]
    drafts.sort(key=lambda edition: edition.loaded_at, reverse=True)
    context = {"drafts": drafts, "groups": groups.items(), "now": timezone.now()}
    return desk.page(request, "list", pgettext("many", "Kỳ công bố"), **context)


def standing(revisions):
    """Of the revisions of a year, newest first: the published one, else the newest."""
    return next((each for each in revisions if each.status == Edition.Status.PUBLISHED), revisions[0])


def page(request, desk, pk):
    """An edition: what it is, what can be done with it now, and the history of its year."""
    edition = desk.edition(request, pk)
    context = {"edition": edition, "file": told_of_file(edition), "now": timezone.now()}
    context |= {"history": history(edition), "can": decisions.possible(request, desk, edition)}
    if edition.status == Edition.Status.DRAFT:
        return desk.page(request, "draft", summary.named(edition), **context, **summary.of_draft(edition))
    return desk.page(request, "edition", summary.named(edition), **context, **summary.of_public(edition))


def history(edition):
    """Every revision of the year, the newest first."""
    return Edition.objects.of(edition.series.slug, edition.year).select_related(*WITH)


def told_of_file(edition):
    """Name, digest and size of the file, without reading it."""
    return EditionFile.objects.filter(edition=edition).defer("content").first()


def file(request, desk, pk):
    """The file that was loaded, byte for byte."""
    kept = get_object_or_404(EditionFile, edition=desk.edition(request, pk))
    content = io.BytesIO(kept.content)
    return FileResponse(content, as_attachment=True, filename=kept.name, content_type=BYTES)


def record(request, desk, pk):
    """The record of a loading, for printing and signing."""
    edition = desk.edition(request, pk)
    named, back = summary.named(edition), reverse("admin:indicators_edition_change", args=[pk])
    context = {"edition": edition, "file": told_of_file(edition), "now": timezone.now(), "name": named, "back": back}
    title = _("Biên bản nạp %(edition)s") % {"edition": named}
    return desk.page(request, "record", title, **context, **summary.of_record(edition))
