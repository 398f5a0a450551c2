import json

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import get_resolver, reverse
from django.utils.http import urlencode

from ..contract import PARAMETERS, PROMISES
from ..models import Source, Statement
from ..openapi import Route, document
from .answer import published, trail


def api(request):
    """How other programs fetch the figures: every address with what it gives, what it takes, and one that works."""
    routes = found(published(request))
    asked = {name for route in routes for name in (*route.asks, *(part for _kind, part in route.parts))}
    context = {
        "addresses": [told(route) for route in routes],
        "parameters": [{"name": name, "text": text} for name, text in PARAMETERS.items() if name in asked],
        "trail": trail(("API", None)),
    }
    return render(request, "indicators/api.html", context)


def openapi(request):
    """The same for programs, as OpenAPI."""
    prefix = reverse("home").rstrip("/")
    content = json.dumps(document(found(published(request)), prefix), ensure_ascii=False)
    return HttpResponse(content, content_type="application/json")


def found(catalogue):
    """The routes to files in the order of their promises; pages alone are in parts."""
    patterns = {each.name: each for each in get_resolver("indicators.urls").url_patterns}
    known = examples(catalogue)
    return [
        Route(name, str(patterns[name].pattern), sorted(asks(patterns[name].callback)), known.get(name, {}))
        for name in PROMISES
    ]


def asks(view):
    return getattr(view, "asks", frozenset()) - {"page"}


def examples(catalogue):
    """{route: values with which it answers}, of the newest edition of the first series; none while none is public."""
    if not catalogue.editions:
        return {}
    edition = catalogue.editions_of(catalogue.series[0].slug)[0]
    series, places = edition.series.slug, [place.slug for place in catalogue.places(edition).values()]
    about, slug = {"series": series, "year": edition.year}, places[0]
    found = {
        "series-file": {"series": series},
        "ranking-file": about,
        "aggregates-file": about,
        "province-file": {"slug": slug},
        "province-edition-file": about | {"slug": slug},
        "component-file": {"series": series, "slug": list(catalogue.criteria(edition))[-1]},
        "compare-file": {"province": places[:2]},
    }
    if source := Source.objects.of_series(series).order_by("slug").first():
        found["source-file"] = {"slug": source.slug}
    if stated := Statement.objects.published().of_districts().select_related("province", "district").first():
        found["district-file"] = {"slug": stated.province.slug, "district": stated.district.slug}
    return found


def told(route):
    """An address as the page lists it; its example only where there is one."""
    parts = [name for _kind, name in route.parts]
    is_known = all(name in route.example for name in parts)
    values = {name: route.example[name] for name in parts} if is_known else {}
    query = {name: value for name, value in route.example.items() if name in route.asks and name not in parts}
    address = reverse(route.name, kwargs=values | {"format": "json"}) if is_known else None
    return {
        "path": route.path("json"),
        "summary": route.summary,
        "parameters": route.asks,
        "example": address and address + (f"?{urlencode(query, doseq=True)}" if query else ""),
    }
