"""Every page worth finding, in both languages, each with the moment of the last publication that it tells of."""

from xml.sax.saxutils import escape

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from .models import Result, Source, Statement

LANGUAGES = ("vi", "en")
OF_ALL = ("home", "rankings", "provinces", "components", "targets", "sources", "corrections", "data", "health")
UNDATED = ("methodology", "accessibility", "api")
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'


def sitemap(catalogue):
    """The sitemap (bytes); five queries."""
    found, lines = list(pages(catalogue)), []
    for language in LANGUAGES:
        with override(language):
            lines += [line(settings.SITE_URL + reverse(name, args=args), at) for name, args, at in found]
    return f"{HEAD}{''.join(lines)}</urlset>\n".encode()


def line(address, at):
    day = f"<lastmod>{timezone.localtime(at).isoformat(timespec='seconds')}</lastmod>" if at else ""
    return f"<url><loc>{escape(address)}</loc>{day}</url>\n"


def newest(moments):
    """The last of these moments; None where there is none."""
    return max(filter(None, moments), default=None)


def pages(catalogue):
    """(name of the route, parts of its address, when it last changed or None) of each page."""
    at = newest(each.published_at for each in catalogue.once_public)
    yield from ((name, [], at) for name in OF_ALL)
    yield from ((name, [], None) for name in UNDATED)
    yield from of_series(catalogue)
    yield from of_components(catalogue)
    yield from of_provinces(catalogue)
    yield from (("source", [slug], None) for slug in Source.objects.readable().values_list("slug", flat=True))


def of_series(catalogue):
    """The rankings. A change is told against the year before: it counts as well."""
    for series in catalogue.series:
        editions = catalogue.editions_of(series.slug)
        yield "series", [series.slug], newest(each.published_at for each in editions)
        for edition in editions:
            told = [edition, catalogue.year_before(edition)]
            yield "ranking", [series.slug, edition.year], newest(each.published_at for each in told if each)


def of_components(catalogue):
    for series in catalogue.series:
        at = newest(each.published_at for each in catalogue.editions_of(series.slug))
        yield from (("component", [series.slug, slug], at) for slug in catalogue.histories(series.slug))


def of_provinces(catalogue):
    """Profiles, what each got in each edition, and districts; a profile tells of what the province was made of."""
    editions = {each.pk: each for each in catalogue.every_edition}
    told, moments = list(Result.objects.places_told()), {}
    for key, slug in told:
        moments.setdefault(slug, []).append(editions[key].published_at)
    for key, slug, district in Statement.objects.places_told():
        moments.setdefault(slug, []).append(editions[key].published_at)
        if district:
            moments.setdefault((slug, district), []).append(editions[key].published_at)
    for slug in catalogue.gazetteer.slugs:
        before = [each.predecessor for each in catalogue.gazetteer.predecessors(slug)]
        yield "province", [slug], newest(at for each in (slug, *before) for at in moments.get(each, []))
    yield from (("district", list(key), newest(of)) for key, of in moments.items() if isinstance(key, tuple))
    yield from (of_edition(editions[key], slug) for key, slug in told)


def of_edition(edition, slug):
    return "province-edition", [slug, edition.series.slug, edition.year], edition.published_at
