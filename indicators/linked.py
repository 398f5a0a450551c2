"""The data sets in the words that search engines read: schema.org as JSON-LD."""

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from . import licences, sentences
from .archives import WHOLE
from .exports import FORMATS
from .templatetags.formats import pick

SCHEMA = "https://schema.org"


def media_type(format):
    return FORMATS[format][0].partition(";")[0] if format in FORMATS else f"application/{format}"


def absolute(name, *args):
    return settings.SITE_URL + reverse(name, args=args)


def publisher():
    return settings.PUBLISHER_EN if get_language() == "en" else settings.PUBLISHER_VI


def about(edition):
    """What an edition is, in a few sentences."""
    series = edition.series
    said = [f"{pick(series, 'name')} ({series.short}), {edition.year}", sentences.announced(edition)]
    return ". ".join([*filter(None, said), _("Mỗi số liệu có nguồn đã in số liệu đó")]) + "."


def organisation(name):
    return {"@type": "Organization", "name": name}


def dataset(edition):
    """One edition as a schema.org Dataset with its files."""
    series, place = edition.series, [edition.series.slug, edition.year]
    return {
        "@context": SCHEMA,
        "@type": "Dataset",
        "@id": absolute("ranking", *place),
        "url": absolute("ranking", *place),
        "name": f"{series.short} {edition.year}",
        "description": about(edition),
        "version": str(edition.revision),
        "inLanguage": get_language(),
        "license": licences.CC_BY["path"],
        "creditText": licences.credit(series),
        "isAccessibleForFree": True,
        "temporalCoverage": str(edition.year),
        "spatialCoverage": {"@type": "Place", "name": _("Việt Nam")},
        **dates(edition),
        "creator": organisation(pick(series, "publisher") or publisher()),
        "publisher": organisation(publisher()),
        "includedInDataCatalog": {"@type": "DataCatalog", "name": publisher(), "url": absolute("data")},
        "distribution": [download(media_type(each), absolute("ranking-file", *place, each)) for each in FORMATS],
    }


def dates(edition):
    """When it was announced, as far as known, and when this revision was published here."""
    found = {"datePublished": edition.announced_on.isoformat()} if edition.announced_on else {}
    day = edition.published_at and timezone.localdate(edition.published_at).isoformat()
    return found | ({"dateModified": day} if day else {})


def download(kind, url):
    return {"@type": "DataDownload", "encodingFormat": kind, "contentUrl": url}


def data_catalog(rows):
    """The page of archives as a schema.org DataCatalog. `rows`: of the listing."""
    return {
        "@context": SCHEMA,
        "@type": "DataCatalog",
        "@id": absolute("data"),
        "url": absolute("data"),
        "name": publisher(),
        "inLanguage": get_language(),
        "license": licences.CC_BY["path"],
        "publisher": organisation(publisher()),
        "dataset": [in_catalog(row) for row in rows],
    }


def in_catalog(row):
    slug = row["series"] or WHOLE
    file = download(media_type("zip"), row["url"]) | {"contentSize": f"{row['bytes']} B", "sha256": row["sha256"]}
    return {
        "@type": "Dataset",
        "@id": f"{absolute('data')}#{slug}",
        "url": f"{absolute('data')}#{slug}",
        "name": row["name"],
        "description": contents(row),
        "license": licences.CC_BY["path"],
        "creator": organisation(row["publisher"] or publisher()),
        "temporalCoverage": f"{row['year_from']}/{row['year_to']}",
        "distribution": [file],
    }


def contents(row):
    years = f"{row['year_from']}–{row['year_to']}"
    words = {"name": row["name"], "years": years}
    return _("%(name)s, %(years)s: mọi số liệu đã công bố trên Cổng, từng số liệu có nguồn.") % words
