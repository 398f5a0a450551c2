"""Every province in every component of one edition: the scores of a component told apart by fifths."""

from collections import defaultdict
from dataclasses import dataclass, replace

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from .. import statistics
from ..models import Citation
from ..templatetags.formats import one_after_another, pick
from .figures import Marks, cited, figures, notes
from .ranking import in_order, most_common, ranking
from .report import Column, Report

STANDING = ("pk", "province", "name", "region", "rank", "of", "score", "unit", "change", "rank_change")
OF_ONE_FIGURE = ("score", "printed", "unit", "rank", "region_rank")  # of a citation: a row here has many figures


@dataclass(frozen=True, kw_only=True)
class Heat(Report):
    """`rows` have the score of each component under its slug, and under `fifths` {slug: 1 (lowest) to 5}.

    `criteria`: the components of which enough provinces are known, in their order. `known`: {slug: how many are}.
    Ranks are those of the whole. A component has one unit: figures printed in another are left to its own ranking.
    """

    criteria: list
    known: dict
    is_computed: bool


def parts_known(catalogue, edition):
    """The slugs of the components, without the whole, of which enough provinces are known in an edition."""
    criteria = catalogue.criteria(edition).items()
    counts = catalogue.known_in_components
    return [
        slug
        for slug, criterion in criteria
        if slug != "overall" and counts.get((criterion.component_id, edition.year), 0) >= statistics.ENOUGH
    ]


def heat(catalogue, edition, shown=None, order="rank"):
    """The components of an edition beside each other; `shown` and `order` as of a ranking."""
    whole = catalogue.memory.get(("heat", edition.pk, get_language()), lambda: whole_heat(catalogue, edition))
    rows = [row for row in whole.rows if shown is None or row["pk"] in shown]
    places = {pk: place for place, pk in enumerate(catalogue.places(edition))}
    regions = [pick(region, "name") for region in catalogue.gazetteer.regions(edition.as_of)]
    return replace(whole, rows=in_order(rows, order, places, regions))


def whole_heat(catalogue, edition):
    """Every province, in the order of the ranking; the figures of all components with one query."""
    overall, marks = ranking(catalogue, edition), Marks()
    criteria = [catalogue.criteria(edition)[slug] for slug in parts_known(catalogue, edition)]
    figures_of = figures_in(edition, criteria)
    criteria = [criterion for criterion in criteria if len(figures_of[criterion.component.slug]) >= statistics.ENOUGH]
    return Heat(
        slug=f"{edition.series.slug}-{edition.year}-components",
        title=heat_title(edition),
        columns=columns(overall, criteria),
        rows=heat_rows(overall, {each: figures_of[each.component.slug] for each in criteria}, marks),
        edition=edition,
        coverage=overall.coverage,
        sources=marks.sources,
        notes=overall.notes,
        superseded_by=overall.superseded_by,
        criteria=criteria,
        known={each.component.slug: len(figures_of[each.component.slug]) for each in criteria},
        is_computed=overall.is_computed,
    )


def heat_title(edition):
    return _("%(series)s %(year)s theo thành phần") % {"series": edition.series.short, "year": edition.year}


def heat_rows(overall, figures_of, marks):
    """A row a province: its standing in the whole, the score of each component, its fifth, and where it was printed.

    `figures_of`: {criterion: {province: Figure}}.
    """
    scores = {
        each.component.slug: {pk: round(figure.score, figure.digits) for pk, figure in found.items()}
        for each, found in figures_of.items()
    }
    places = {slug: fifths_of(found) for slug, found in scores.items()}
    return [
        {key: row[key] for key in STANDING}
        | {slug: found.get(row["pk"]) for slug, found in scores.items()}
        | {"fifths": {slug: found.get(row["pk"]) for slug, found in places.items()}}
        | printed_cells(
            row, {each: found[row["pk"]] for each, found in figures_of.items() if row["pk"] in found}, marks
        )
        for row in overall.everywhere
    ]


def printed_cells(row, figures_of, marks):
    """Which figures of a row are derived (`rank`, or a component), each place of a source once, and what is said."""
    places, said = {}, []
    for criterion, figure in figures_of.items():
        scored = next(citation for citation in figure.citations if citation.score is not None)
        shown = cited(scored, marks) | dict.fromkeys(OF_ONE_FIGURE)
        places.setdefault((shown["source"], shown["paragraph"]), shown)
        said += [f"{pick(criterion, 'name')}: {text}" for text in notes(figure)]
    parts = [each.component.slug for each, figure in figures_of.items() if figure.is_score_derived]
    ranks = [key for key in row["derived"] if key == "rank"]
    return {"derived": ranks + parts, "citations": list(places.values()), "note": one_after_another(said)}


def figures_in(edition, criteria):
    """{component slug: {province: Figure}} of the known scores, in the unit that most of them use."""
    found = {criterion.component.slug: defaultdict(dict) for criterion in criteria}
    for (province, slug), figure in figures(Citation.objects.in_editions([edition]), key=place_and_part).items():
        if slug in found and figure.score is not None:
            found[slug][figure.unit][province] = figure
    return {slug: units[most_common(units_of(units))] for slug, units in found.items()}


def place_and_part(cited):
    return cited.result__province_id, cited.result__component__slug


def units_of(units):
    """The unit of each figure, one after the other."""
    return [unit for unit, found in units.items() for _province in found]


def fifths_of(scores):
    """{province: the fifth of its score among those known}."""
    return dict(zip(scores, statistics.fifths(list(scores.values())), strict=True))


def columns(overall, criteria):
    """The columns of the files: the place, its rank in the whole, a score a component, and where they come from."""
    first = [column for column in overall.columns if column.key in ("province", "name", "region", "rank", "of")]
    last = [column for column in overall.columns if column.key in ("derived", "citations", "note")]
    return (*first, *(Column(part.component.slug, pick(part, "name")) for part in criteria), *last)
