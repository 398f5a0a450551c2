from django.urls import path, register_converter

from .views import (
    accessibility,
    api,
    compare,
    components,
    corrections,
    data,
    district,
    health,
    home,
    methodology,
    profile,
    province_edition,
    provinces,
    rankings,
    sources,
    targets,
)


class FileConverter:
    """The format of a file that says the same as the page at its address."""

    regex = "csv|xlsx|json"

    def to_python(self, value):
        return value

    def to_url(self, value):
        return value


class PictureConverter(FileConverter):
    """The format of a picture of one of the charts of a page."""

    regex = "svg|png"


register_converter(FileConverter, "file")
register_converter(PictureConverter, "picture")


def pictured(page, view, name):
    """The addresses of the charts of a page, each by its id: as a file, and as a frame for other sites."""
    return [
        path(f"{page}<slug:chart>.<picture:format>", view, name=f"{name}-picture"),
        path(f"embed/{page}<slug:chart>/", view, {"format": "embed"}, name=f"{name}-embed"),
    ]


urlpatterns = [
    path("", home.home, name="home"),
    path("accessibility/", accessibility.accessibility, name="accessibility"),
    path("search/", provinces.search, name="search"),
    # api/
    path("api/", api.api, name="api"),
    path("api/openapi.json", api.openapi, name="openapi"),
    # compare/
    path("compare/", compare.compare, name="compare"),
    path("compare.<file:format>", compare.compare, name="compare-file"),
    *pictured("compare/", compare.compare, "compare"),
    # components/
    path("components/", components.components, name="components"),
    path("components.<file:format>", components.components, name="components-file"),
    path("components/<slug:series>/<slug:slug>/", components.component, name="component"),
    path("components/<slug:series>/<slug:slug>.<file:format>", components.component, name="component-file"),
    *pictured("components/<slug:series>/<slug:slug>/", components.component, "component"),
    # corrections/
    path("corrections/", corrections.corrections, name="corrections"),
    path("corrections.<file:format>", corrections.corrections, name="corrections-file"),
    path("corrections.atom", corrections.feed, name="corrections-feed"),
    # data/
    path("data/", data.data, name="data"),
    path("data.<file:format>", data.data, name="data-file"),
    path("data/catalog.jsonld", data.catalog, name="catalog"),
    path("data/<slug:slug>.zip", data.archive, name="archive"),
    # how it is made, and how whole it is
    path("health/", health.health, name="health"),
    path("health.<file:format>", health.health, name="health-file"),
    path("methodology/", methodology.methodology, name="methodology"),
    # provinces/
    path("provinces/", provinces.directory, name="provinces"),
    path("provinces.<file:format>", provinces.directory, name="provinces-file"),
    path("provinces/<slug:slug>/", profile.profile, name="province"),
    path("provinces/<slug:slug>.<file:format>", profile.profile, name="province-file"),
    path("provinces/<slug:slug>.atom", profile.feed, name="province-feed"),
    *pictured("provinces/<slug:slug>/", profile.profile, "province"),
    path("provinces/<slug:slug>/<slug:district>/", district.district, name="district"),
    path("provinces/<slug:slug>/<slug:district>.<file:format>", district.district, name="district-file"),
    *pictured("provinces/<slug:slug>/<slug:district>/", district.district, "district"),
    path("provinces/<slug:slug>/<slug:series>/<int:year>/", province_edition.province_edition, name="province-edition"),
    path(
        "provinces/<slug:slug>/<slug:series>/<int:year>.<file:format>",
        province_edition.province_edition,
        name="province-edition-file",
    ),
    *pictured("provinces/<slug:slug>/<slug:series>/<int:year>/", province_edition.province_edition, "province-edition"),
    # rankings/
    path("rankings/", rankings.editions, name="rankings"),
    path("rankings.<file:format>", rankings.editions, name="rankings-file"),
    path("rankings.atom", rankings.feed, name="editions-feed"),
    path("rankings/<slug:series>/", rankings.series, name="series"),
    path("rankings/<slug:series>.<file:format>", rankings.series, name="series-file"),
    path("rankings/<slug:series>/<int:year>/", rankings.ranking, name="ranking"),
    path("rankings/<slug:series>/<int:year>.<file:format>", rankings.ranking, name="ranking-file"),
    *pictured("rankings/<slug:series>/<int:year>/", rankings.ranking, "ranking"),
    path("rankings/<slug:series>/<int:year>/aggregates.<file:format>", rankings.aggregates, name="aggregates-file"),
    # sources/
    path("sources/", sources.sources, name="sources"),
    path("sources.<file:format>", sources.sources, name="sources-file"),
    path("sources/<slug:slug>/", sources.source, name="source"),
    path("sources/<slug:slug>.<file:format>", sources.source, name="source-file"),
    # targets/
    path("targets/", targets.targets, name="targets"),
    path("targets.<file:format>", targets.targets, name="targets-file"),
    *pictured("targets/", targets.targets, "targets"),
]
