"""The catalogue of all data sets for data portals, in DCAT 3 as JSON-LD."""

from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from . import licences
from .archives import WHOLE
from .exports import FORMATS
from .linked import about, absolute, contents, media_type, publisher
from .templatetags.formats import pick

CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "spdx": "http://spdx.org/rdf/terms#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
MEDIA_TYPES = "https://www.iana.org/assignments/media-types/"
VIETNAM = "http://publications.europa.eu/resource/authority/country/VNM"


def catalog(catalogue, rows):
    """Every archive and every edition. `rows`: of the listing of archives."""
    at = max((each.published_at for each in catalogue.once_public), default=None)
    return {
        "@context": CONTEXT,
        "@id": absolute("catalog"),
        "@type": "dcat:Catalog",
        "dct:title": text(publisher()),
        "dct:description": text(
            _("Điểm và thứ hạng cải cách hành chính của các tỉnh, thành phố, mỗi con số dẫn về nguồn.")
        ),
        "dct:language": get_language(),
        "dct:publisher": agent(publisher()),
        "dct:license": {"@id": licences.CC_BY["path"]},
        "foaf:homepage": {"@id": absolute("home")},
        **({"dct:modified": moment(at)} if at else {}),
        "dcat:dataset": [of_archive(row) for row in rows] + [of_edition(each) for each in catalogue.editions],
    }


def text(words):
    return {"@value": words, "@language": get_language()}


def moment(at):
    return {"@value": timezone.localtime(at).isoformat(timespec="seconds"), "@type": "xsd:dateTime"}


def agent(name):
    return {"@type": "foaf:Agent", "foaf:name": name}


def data_set(address, page, name, said, creator, years):
    first, last = years
    return {
        "@id": address,
        "@type": "dcat:Dataset",
        "dct:title": text(name),
        "dct:description": text(said),
        "dct:creator": agent(creator),
        "dct:publisher": agent(publisher()),
        "dct:spatial": {"@id": VIETNAM},
        "dct:temporal": {
            "@type": "dct:PeriodOfTime",
            "dcat:startDate": {"@value": f"{first}-01-01", "@type": "xsd:date"},
            "dcat:endDate": {"@value": f"{last}-12-31", "@type": "xsd:date"},
        },
        "dcat:landingPage": {"@id": page},
    }


def of_archive(row):
    page = f"{absolute('data')}#{row['series'] or WHOLE}"
    years = row["year_from"], row["year_to"]
    file = distribution(row["url"], "zip", row["series"]) | {
        "dcat:byteSize": {"@value": str(row["bytes"]), "@type": "xsd:nonNegativeInteger"},
        "spdx:checksum": {
            "@type": "spdx:Checksum",
            "spdx:algorithm": {"@id": "spdx:checksumAlgorithm_sha256"},
            "spdx:checksumValue": {"@value": row["sha256"], "@type": "xsd:hexBinary"},
        },
    }
    found = data_set(page, page, row["name"], contents(row), row["publisher"] or publisher(), years)
    return found | {"dcat:distribution": [file]}


def of_edition(edition):
    series, place = edition.series, [edition.series.slug, edition.year]
    page, years = absolute("ranking", *place), (edition.year, edition.year)
    creator = pick(series, "publisher") or publisher()
    found = data_set(page, page, f"{series.short} {edition.year}", about(edition), creator, years)
    files = [distribution(absolute("ranking-file", *place, format), format, series.slug) for format in FORMATS]
    found |= {"dcat:version": str(edition.revision), "dcat:distribution": files}
    return found | ({"dct:modified": moment(edition.published_at)} if edition.published_at else {})


def distribution(url, format, series):
    return {
        "@id": url,
        "@type": "dcat:Distribution",
        "dcat:downloadURL": {"@id": url},
        "dcat:accessURL": {"@id": url},
        "dcat:mediaType": {"@id": MEDIA_TYPES + media_type(format)},
        "dct:license": {"@id": licences.licences(series)[0]["path"]},
    }
