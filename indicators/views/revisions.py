from http import HTTPStatus

from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from .. import correcting
from ..models import Edition, Series
from ..templatetags.formats import pick
from .answer import trail


def edition_asked(request, catalogue, series, year):
    """The edition of an address: the published one, or with `?revision=n` one that was published before it.

    It may be withdrawn: `gone` answers then. Raises Http404 for a year without an edition, for a revision that
    the public never read, and for the ledger, which ranks nobody.
    """
    if series == Series.LEDGER:
        raise Http404(_("Chưa có kỳ công bố này."))
    current, asked = catalogue.edition(series, year), request.GET.get("revision", "")
    if asked == "":
        revisions = catalogue.revisions(series, year)
        if current is None and not revisions:
            raise Http404(_("Chưa có kỳ công bố này."))
        return current or revisions[-1]
    known = [current, *catalogue.revisions(series, year)]
    found = next((each for each in known if each and str(each.revision) == asked), None)
    if found is None:
        raise Http404(_("Chưa có lần công bố này."))
    return found


def is_withdrawn(edition):
    return edition.status == Edition.Status.WITHDRAWN


def gone(request, catalogue, edition, format):
    """What stands where a withdrawn edition was: that it was withdrawn, when and why, and what remains. No figure."""
    title = f"{edition.series.short} {edition.year}"
    said = correcting.withdrawal(edition)
    if format == "json":
        day = timezone.localdate(edition.withdrawn_at).isoformat()
        body = {"title": title, "series": edition.series.slug, "year": edition.year, "revision": edition.revision}
        body |= {"withdrawn": day, "reason": pick(edition, "withdrawal")}
        return JsonResponse(body, status=HTTPStatus.GONE, json_dumps_params={"ensure_ascii": False})
    if format:
        text = f"{title}. {said}\n"
        return HttpResponse(text, status=HTTPStatus.GONE, content_type="text/plain; charset=utf-8")
    revisions = catalogue.revisions(edition.series.slug, edition.year)
    context = {
        "edition": edition,
        "title": title,
        "said": said,
        "current": catalogue.current(edition),
        "earlier": [each for each in revisions if not is_withdrawn(each) and not catalogue.is_current(each)],
        "has_series": bool(catalogue.editions_of(edition.series.slug)),
        "url": correcting.where(edition) + "-withdrawn",
        "trail": trail((_("Xếp hạng"), reverse("rankings")), (title, None)),
    }
    return render(request, "indicators/withdrawn.html", context, status=HTTPStatus.GONE)
