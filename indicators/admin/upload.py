"""A year's file through the admin: which year, what it is and the file itself; then a draft, or every problem."""

from base64 import b64encode
from datetime import date
from hashlib import sha256

from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from provinces.eras import same_era
from provinces.models import Province

from .. import intake
from ..intake.loading import TERMS
from ..models import Criterion, Edition, Series
from .forms import SourceForm, TermsForm, WhichForm

EARLIEST, LATEST = 2000, 2100
MOST_TOLD = 500  # problems on the page; the marked copy has all
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
COMPUTED = {"checks", "warnings", "loaded_by"}


def choose(request, desk):
    """Which series, which year."""
    desk.demand(request, "add")
    form = WhichForm(request.GET or None, initial={"year": date.today().year - 1})
    if form.is_bound and form.is_valid():
        told = form.cleaned_data
        return redirect("admin:indicators_edition_upload", told["series"].slug, told["year"])
    return desk.page(request, "choose", _("Nạp số liệu một năm"), form=form)


def upload(request, desk, series, year):
    """What the edition is, and its file."""
    desk.demand(request, "add")
    series = series_of(series, year)
    if needs_rules(series, year):
        return ask_for_rules(request, desk, series, year)
    revisions = list(Edition.objects.of(series.slug, year))
    shown = next((each for each in revisions if each.status == Edition.Status.PUBLISHED), None)
    asked = (request.POST, request.FILES) if request.method == "POST" else ()
    edition = begun(series, year, revisions)
    terms = TermsForm(*asked, instance=edition, is_further=edition.is_further)
    source = SourceForm(*asked[:1])
    context = {"terms": terms, "new": source, "series": series, "year": year, "shown": shown}
    # Both are read, so that every mistake of the form is told at once.
    if asked and all([terms.is_valid(), source.is_valid()]):
        taken = load(request.user, terms, source)
        if taken.edition:
            return redirect("admin:indicators_edition_change", taken.edition.pk)
        context |= told(terms.cleaned_data["file"], taken)
    return desk.page(request, "upload", titled(series, year), **context)


def titled(series, year):
    return _("Nạp %(series)s %(year)s") % {"series": series.short, "year": year}


def needs_rules(series, year):
    """Whether the series is scored by rules, and none are known for the year."""
    return series.components.exists() and not Criterion.objects.in_force(series.pk, year).exists()


def ask_for_rules(request, desk, series, year):
    """Whether the rules of the year before still hold: a year is first loaded when its rules are known."""
    last = Criterion.objects.last_before(series.pk, year).first()
    context = {"series": series, "year": year, "rules": last and last.rules, "last": last and last.year_to}
    return desk.page(request, "rules", titled(series, year), **context)


@require_POST
def keep_rules(request, desk, series, year):
    """Have the rules of the year before hold in this one."""
    desk.demand(request, "add")
    series = series_of(series, year)
    if needs_rules(series, year):
        Criterion.objects.last_before(series.pk, year).update(year_to=year)
    return redirect("admin:indicators_edition_upload", series.slug, year)


def template(request, desk, series, year):
    """The empty table of a year, with its provinces."""
    desk.demand(request, "add")
    name, content = intake.template(series_of(series, year), year)
    return HttpResponse(content, content_type=XLSX, headers={"Content-Disposition": f'attachment; filename="{name}"'})


def series_of(slug, year):
    if not EARLIEST <= year <= LATEST:
        raise Http404
    return get_object_or_404(Series, slug=slug)


def begun(series, year, revisions):
    """An unsaved edition with what is likely: all of the newest revision of the year, else some of the year before."""
    edition = Edition(series=series, year=year, as_of=date(year, 12, 31))
    if revisions:
        for name in set(TERMS) - COMPUTED:
            setattr(edition, name, getattr(revisions[0], name))
        return edition
    before = Edition.objects.filter(series=series, year__lt=year).order_by("-year", "-revision").first()
    is_announced = series.is_ranked or series.slug == Series.LEDGER
    edition.method = Edition.Method.ANNOUNCED if is_announced else Edition.Method.COMPILED
    if before:
        for name in ("method", "announced_by_vi", "announced_by_en", "rules"):
            setattr(edition, name, getattr(before, name))
    if series.is_ranked:
        edition.ranked = Province.objects.on(edition.as_of).count()
    if before and before.year == year - 1 and series.slug != Series.LEDGER:
        is_same = same_era(before.as_of, edition.as_of)
        edition.comparable = Edition.Comparable.YES if is_same else Edition.Comparable.NO
    return edition


@transaction.atomic
def load(by, terms, source):
    """Take the file in; a new source is kept only with a draft. What is sent twice becomes one draft."""
    edition, file = terms.instance, terms.cleaned_data["file"]
    content = file.read()
    # Two uploads of one series come one after the other, or both would be the same revision.
    Series.objects.select_for_update().get(pk=edition.series_id)
    if source.is_told():
        edition.source = source.source()
    twin = twin_of(edition, content, by)
    if twin:
        return intake.Intake(edition=twin)
    taken = intake.take_in(edition, file.name, content, by=by, source=edition.source)
    if taken.problems:
        transaction.set_rollback(True)
    return taken


def twin_of(edition, content, by):
    """The draft that this person made of the same bytes under the same terms, or None."""
    names = {*TERMS, "reason_vi", "reason_en"} - COMPUTED
    same = {name: getattr(edition, name) for name in names}
    drafts = Edition.objects.drafts().filter(loaded_by=by, file__sha256=sha256(content).hexdigest())
    return drafts.filter(**{name: value for name, value in same.items() if value is not None}).first()


def told(file, taken):
    """The problems of a file that was not loaded, and a copy of it that says them, within the page itself.

    So the copy is kept nowhere, and nobody else can ask for it.
    """
    file.seek(0)
    name, copy = intake.marked(file.name, file.read(), [*taken.problems, *taken.warnings])
    return {
        "file_name": file.name,
        "problems": taken.problems[:MOST_TOLD],
        "count": len(taken.problems),
        "more": max(len(taken.problems) - MOST_TOLD, 0),
        "warnings": taken.warnings,
        "copy": {"name": name, "address": f"data:{XLSX};base64,{b64encode(copy).decode()}"},
    }
