from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from provinces.models import District, Province

from .. import reports, subjects
from ..lives import listed, titled
from ..models import Statement
from .answer import answer, asks, downloads, published, trail
from .errors import provinces as likely

MOST_FOUND = 30


def directory(request, format=None):
    """Every province, by region and era."""
    catalogue, today = published(request), timezone.localdate()
    report = reports.directory(catalogue, today)

    def context():
        return {
            "eras": catalogue.gazetteer.directory(today),
            "downloads": downloads(request),
            "trail": trail((_("Tỉnh, thành phố"), None)),
        }

    return answer(request, report, format, "indicators/provinces.html", context)


@asks("q")
def search(request):
    """Provinces by any of their names, both lives of a name; districts, components and measures by theirs."""
    text = request.GET.get("q", "").strip()[:60]
    catalogue, today = published(request), timezone.localdate()
    gazetteer = catalogue.gazetteer
    known = Province.objects.search(text).values_list("slug", "closeness")[:MOST_FOUND] if text else []
    places = present_first([(closeness, gazetteer.place(slug, today)) for slug, closeness in known], today)
    lists = {
        "places": [found(gazetteer, place, today) for place in places],
        "districts": districts(gazetteer, text, today),
        "components": subjects.components(catalogue, text),
        "measures": subjects.measures(text) if text else [],
    }
    is_lost = bool(text) and not any(lists.values())
    words = {"text": text, "is_lost": is_lost, "likely": likely(catalogue, text) if is_lost else []}
    return render(request, "indicators/search.html", words | lists | {"trail": trail((_("Tìm kiếm"), None))})


def present_first(places, today):
    """Places by their closeness and name; of two lives of one name, the one that goes on first."""
    ordered = sorted(places, key=lambda pair: (pair[0], pair[1].sort_key, not pair[1].exists_on(today)))
    return [place for _closeness, place in ordered]


def districts(gazetteer, text, today):
    """The districts with such a name, each with its province; `is_stated`: one has a page worth going to."""
    named = list(District.objects.search(text).select_related("province")[:MOST_FOUND]) if text else []
    stated = set(Statement.objects.published().filter(district__in=named).values_list("district", flat=True))
    return [
        {"district": each, "is_stated": each.pk in stated}
        | found(gazetteer, gazetteer.place(each.province.slug, today), today)
        for each in named
    ]


def found(gazetteer, place, today):
    """A place with what became of it, or what it was made of."""
    successor = gazetteer.place(place.successor, today) if place.successor else None
    joined = listed([titled(gazetteer.place(slug, today)) for slug in place.predecessors])
    return {"place": place, "title": titled(place), "successor": successor and named(successor), "joined": joined}


def named(place):
    return {"slug": place.slug, "title": titled(place)}
