"""What a database holds, in lines of text: two databases that give the same lines hold the same."""

import hashlib
import json

from django.apps import apps
from django.core.serializers.json import DjangoJSONEncoder

from indicators.intake.writing import written
from indicators.models import Edition, EditionFile
from indicators.models.results import SHOWN

COUNTED = ("provinces", "indicators", "auth")
TERMS = [field.name for field in Edition._meta.concrete_fields if not field.is_relation and not field.primary_key]


class Encoder(DjangoJSONEncoder):
    """Also bytes, which the two databases give as different types."""

    def default(self, value):
        return digest(bytes(value)) if isinstance(value, bytes | memoryview) else super().default(value)


def lines():
    """One line an edition, then one a table with its number of rows and a digest of them."""
    editions = Edition.objects.select_related("series", "source").order_by("series__slug", "year", "revision")
    return [*map(line_of, editions), *map(rows_of, sorted(tables(), key=str))]


def tables():
    return [model for name in COUNTED for model in apps.get_app_config(name).get_models()]


def line_of(edition):
    """Which edition, how much of each kind it has, and digests: terms, citations, results, the file it came from."""
    counted = {name: getattr(edition, name).count() for name in ("results", "aggregates", "statements")}
    counted["citations"] = edition.results.filter(citations__isnull=False).values("citations").count()
    terms = {name: getattr(edition, name) for name in TERMS} | {"source": edition.source and edition.source.slug}
    file = EditionFile.objects.filter(edition=edition).values_list("content", flat=True).first()
    results = edition.results.order_by("pk").values_list("province__slug", "component__slug", *SHOWN)
    digests = {
        "terms": digest(as_text([terms])),
        "figures": digest(written(edition)),
        "shown": digest(as_text(results)),
        "file": digest(bytes(file)) if file is not None else "none",
    }
    told = " ".join(f"{name}={value}" for name, value in (counted | digests).items())
    return f"{edition.series.slug} {edition.year} revision {edition.revision} {edition.status}: {told}"


def rows_of(model):
    names = [field.attname for field in model._meta.concrete_fields]
    rows = model._base_manager.order_by("pk").values_list(*names)
    return f"rows of {model._meta.db_table}: {len(rows)} {digest(as_text(rows))}"


def as_text(rows):
    return "\n".join(json.dumps(row, cls=Encoder, sort_keys=True) for row in rows).encode()


def digest(content):
    return hashlib.sha256(content).hexdigest()


def differences(told, expected):
    """What is missing and what should not be there, a line each."""
    missing = [f"- {line}" for line in expected if line not in set(told)]
    return missing + [f"+ {line}" for line in told if line not in set(expected)]
