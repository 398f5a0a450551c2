"""Checked rows -> a draft edition, in one transaction. The only writer of figures."""

import hashlib

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from ..models import Aggregate, Citation, Criterion, Edition, EditionFile, Refused, Result, Series, Statement
from .agreement import agreement, shares

LONGEST_NAME = EditionFile._meta.get_field("name").max_length
TOLD = ("score", "digits", "unit", "source", "paragraph")


@transaction.atomic
def load(edition, printed, name, content, by=None):
    """Save `edition` (unsaved) as the next revision of its year, a draft, with its rows and the file's bytes."""
    figures = grouped(printed)
    edition.checks = agreement(by_component(figures), edition.ranked, parts(edition))
    save_draft(edition, name, content, by)
    save_results(edition, figures)
    save_aggregates(edition, printed)
    return edition


@transaction.atomic
def load_ledger(edition, stated, name, content, by=None):
    """The same of a ledger, whose rows are statements."""
    edition.checks = shares(stated)
    save_draft(edition, name, content, by)
    Statement.objects.bulk_create(statement(edition, line, each) for line, each in enumerate(stated, start=1))
    return edition


def save_draft(edition, name, content, by):
    """The next revision of its year, with the file it comes from byte for byte."""
    edition.revision, edition.status, edition.loaded_by = next_revision(edition), Edition.Status.DRAFT, by
    edition.save()
    digest = hashlib.sha256(content).hexdigest()
    EditionFile.objects.create(edition=edition, name=name[-LONGEST_NAME:], sha256=digest, content=content)


def statement(edition, line, stated):
    """One row of a ledger as it is kept."""
    things = {name: getattr(stated, name) for name in ("province", "district", "measure", "source", "value", "digits")}
    return Statement(edition=edition, line=line, **things, **stated.words, **stated.numbers)


TERMS = (
    *("series", "year", "as_of", "announced_on", "announced_by_vi", "announced_by_en", "decision", "decided_on"),
    *("ranked", "method", "rules", "comparable", "source", "note_vi", "note_en", "checks", "warnings", "loaded_by"),
)


@transaction.atomic
def repeat(edition, reason_vi, reason_en):
    """A draft with the terms, figures and file of an earlier revision: published, it takes the public back to it.

    Its loader stays who loaded these figures. Raises Refused where they are a draft, or public now.
    """
    revision = next_revision(edition)
    edition.refresh_from_db(fields=["status"])
    if edition.status not in (Edition.Status.SUPERSEDED, Edition.Status.WITHDRAWN):
        raise Refused(_("Chỉ khôi phục được một bản từng công bố và nay không còn hiện."))
    terms = {name: getattr(edition, name) for name in TERMS}
    again = Edition(**terms, revision=revision, restores=edition, reason_vi=reason_vi, reason_en=reason_en)
    again.save()
    copied(edition.file, edition=again).save()
    results = list(edition.results.prefetch_related("citations"))
    repeated = Result.objects.bulk_create(copied(result, edition=again) for result in results)
    pairs = zip(results, repeated, strict=True)
    Citation.objects.bulk_create(copied(each, result=new) for old, new in pairs for each in old.citations.all())
    for rows in (edition.aggregates, edition.statements):
        rows.model.objects.bulk_create(copied(row, edition=again) for row in rows.all())
    return again


def copied(row, **others):
    """A row as it is, not yet saved, in the company of others."""
    fields = [field for field in row._meta.concrete_fields if not field.primary_key and field.name not in others]
    return type(row)(**{field.attname: getattr(row, field.attname) for field in fields}, **others)


def next_revision(edition):
    """The number after the newest; no other draft of the series gets it before this transaction has ended."""
    Series.objects.hold(edition.series_id)
    newest = Edition.objects.filter(series=edition.series_id, year=edition.year).aggregate(Max("revision"))
    return (newest["revision__max"] or 0) + 1


def parts(edition):
    """The components that make up the whole under the edition's rules, by slug."""
    slugs = [criterion.component.slug for criterion in Criterion.objects.of(edition)]
    return [slug for slug in slugs if slug != "overall"]


def grouped(printed):
    """{(province, component): its rows, the preferred one first}, numbered as in the file."""
    figures = {}
    for line, each in enumerate(printed, start=1):
        if each.province:
            figures.setdefault((each.province, each.component), []).append((line, each))
    return figures


def shown(edition, province, component, rows):
    """The result that pages show: the first score and the first rank that a source printed or that follows from one."""
    cited = [each for _line, each in rows]
    scored = next((each for each in cited if each.score is not None), None)
    ranked = next((each for each in cited if each.rank is not None), None)
    placed = next((each for each in cited if each.region_rank is not None), None)
    return Result(
        edition=edition,
        province=province,
        component=component,
        score=scored and scored.score,
        digits=scored and scored.digits,
        unit=scored.unit if scored else "",
        is_score_derived=bool(scored and scored.row["how_vi"]),
        rank=ranked and ranked.rank,
        is_tied=bool(ranked and ranked.is_tied),
        is_rank_derived=bool(ranked and ranked.row["how_vi"]),
        region_rank=placed and placed.region_rank,
    )


def by_component(figures):
    results = {}
    for (province, component), rows in figures.items():
        results.setdefault(component.slug, {})[province.slug] = shown(None, province, component, rows)
    return results


def save_results(edition, figures):
    results = [shown(edition, province, component, rows) for (province, component), rows in figures.items()]
    Result.objects.bulk_create(results)
    citations = [
        Citation(
            result=result,
            rank=each.rank,
            region_rank=each.region_rank,
            is_tied=each.is_tied,
            maximum=each.maximum,
            maximum_digits=each.maximum_digits,
            **told(line, each),
        )
        for result, rows in zip(results, figures.values(), strict=True)
        for line, each in rows
    ]
    Citation.objects.bulk_create(citations)


def save_aggregates(edition, printed):
    Aggregate.objects.bulk_create(
        Aggregate(edition=edition, region=each.region, component=each.component, fact=each.fact, **told(line, each))
        for line, each in enumerate(printed, start=1)
        if each.fact
    )


def told(line, each):
    words = {name: each.row[name] for name in ("how_vi", "how_en", "note_vi", "note_en")}
    return {"line": line, **{name: getattr(each, name) for name in TOLD}, **words}
