"""The sets of rules of a series: what each index consisted of in which years, and what its editions say of them."""

from dataclasses import dataclass

from ..models import Edition
from ..templatetags.formats import pick
from .components import maxima, spans, year_runs


@dataclass(frozen=True)
class Part:
    """A component under one set of rules, with the maxima it had (see `maxima`)."""

    slug: str
    name: str
    maxima: dict


@dataclass(frozen=True)
class Note:
    """What is said of some editions in the same words, and whether they may be compared with the year before."""

    years: str
    text: str
    comparable: str


@dataclass(frozen=True)
class Rules:
    """One set of rules of a series: its first and last known year, the parts of the index, notes on its editions."""

    slug: str
    year_from: int
    year_to: int
    parts: list
    notes: list


def rules(catalogue, series):
    """The sets of rules of a series (slug), the newest first."""
    histories = catalogue.histories(series)
    slugs = dict.fromkeys(each.rules for each in reversed(next(iter(histories.values()), [])))
    return [rules_named(catalogue, series, slug, histories) for slug in slugs]


def rules_named(catalogue, series, slug, histories):
    criteria = {part: [each for each in found if each.rules == slug] for part, found in histories.items()}
    criteria = {part: found for part, found in criteria.items() if found}
    years = [year for found in criteria.values() for each in found for year in (each.year_from, each.year_to)]
    editions = [edition for edition in catalogue.editions_of(series) if edition.rules == slug]
    return Rules(
        slug=slug,
        year_from=min(years),
        year_to=max(years),
        parts=[Part(part, pick(found[-1], "name"), maxima(spans(found))) for part, found in criteria.items()],
        notes=notes(editions),
    )


def notes(editions):
    """The notes of editions, the newest first; those in the same words stand together."""
    found = {}
    for edition in editions:
        text = pick(edition, "note")
        comparable = edition.comparable if edition.comparable != Edition.Comparable.YES else ""
        if text or comparable:
            found.setdefault((text, comparable), []).append(edition)
    return [
        Note(year_runs(each.year for each in told), text, told[0].get_comparable_display() if marked else "")
        for (text, marked), told in found.items()
    ]
