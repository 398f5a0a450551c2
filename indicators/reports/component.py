"""One component of an index: its names and maxima, who stands where in the newest edition, and its years."""

from dataclasses import dataclass, replace

from .. import statistics
from ..models import Aggregate, Citation, Criterion, Edition
from ..templatetags.formats import pick
from .components import spans
from .figures import Marks, aggregate_cells, figure_cells, figures, placed
from .ranking import place_cells
from .report import Report
from .years import columns, year_row

FIRST = 10  # rows of a long standing


@dataclass(frozen=True)
class Standing:
    """Provinces of one edition of which a national score or rank is known, as its ranking gives them.

    `known` of `of` are known; `rows` are the first of many, or all of a few; `everywhere` has every province of the
    edition's day, with `score`, `unit`, `printed` and `rank`.
    """

    edition: Edition
    criterion: Criterion
    rows: list
    known: int
    of: int
    everywhere: list

    @property
    def is_computed(self):
        return self.edition.method == Edition.Method.COMPILED

    @property
    def is_enough(self):
        """Whether enough are known to speak of first places."""
        return self.known >= statistics.ENOUGH


@dataclass(frozen=True, kw_only=True)
class ComponentReport(Report):
    """`rows`: the editions of which the component is a part, the newest first, with what is known of all provinces.

    `criterion`: the newest. `spans`: names and maxima through the years. `size`: of how many parts it is one.
    `standing`: None where nothing is known.
    """

    criterion: Criterion
    spans: list
    size: int
    standing: Standing | None

    @property
    def is_whole(self):
        return self.criterion.component.slug == "overall"

    @property
    def has_shares(self):
        """Whether any score is in % of the maximum of a part of the index."""
        return not self.is_whole and any(row["percent"] for row in self.rows)


def component(catalogue, series, slug):
    """The report of a component (slugs of its series and its own) that is a part of a published edition."""
    criteria, marks = catalogue.histories(series)[slug], Marks()
    part = criteria[-1].component
    editions = [each for each in catalogue.editions_of(series) if slug in catalogue.criteria(each)]
    found, means = by_edition(Citation.objects.of_component(part.pk)), by_year(Aggregate.objects.means_of(part))
    standing = newest_standing(catalogue, editions, found, slug, marks)
    criteria_of = {each.year: catalogue.criteria(each) for each in editions}
    means = {year: [aggregate_cells(each, marks, criteria_of[year]) for each in told] for year, told in means.items()}
    return ComponentReport(
        slug=f"{series}-{slug}",
        title=pick(criteria[-1], "name"),
        columns=columns(),
        rows=[
            year_row(catalogue, each, slug, found.get(each.pk, {}), means.get(each.year, []), marks)
            for each in editions
        ],
        aggregates=[{"year": year} | each for year, told in means.items() for each in told],
        sources=marks.sources,
        criterion=criteria[-1],
        spans=spans(criteria),
        size=len(catalogue.criteria(editions[0])) - 1,
        standing=standing,
    )


def by_edition(citations):
    """{edition: {province: Figure}}."""
    found = {}
    for (edition, province), figure in figures(citations, key=edition_and_province).items():
        found.setdefault(edition, {})[province] = figure
    return found


def edition_and_province(cited):
    return cited.result__edition_id, cited.result__province_id


def by_year(aggregates):
    """{year: what was announced, the preferred citation first}, the newest first."""
    found = {}
    for told in aggregates:
        found.setdefault(told.edition__year, []).append(told)
    return dict(sorted(found.items(), reverse=True))


def newest_standing(catalogue, editions, found, slug, marks):
    """Of the newest edition with at least 20 known provinces; else of the newest with any."""
    counts = [sum(figure.is_known for figure in found.get(edition.pk, {}).values()) for edition in editions]
    for least in (statistics.ENOUGH, 1):
        for edition, count in zip(editions, counts, strict=True):
            if count >= least:
                return standing_in(catalogue, edition, found[edition.pk], slug, marks)
    return None


def standing_in(catalogue, edition, found, slug, marks):
    """The standing in one edition; positions are counted among all that are known."""
    places, computed = catalogue.places(edition), edition.method == Edition.Method.COMPILED
    found = placed(found) if computed else found
    of = sum(figure.rank is not None for figure in found.values()) if computed else edition.ranked
    known = sorted(((pk, figure) for pk, figure in found.items() if figure.is_known), key=lambda pair: order(pair[1]))
    shown = known[:FIRST] if len(known) >= statistics.ENOUGH else known
    rows = [
        place_cells(places[pk]) | figure_cells(preferred(figure), marks, of, computed=computed) for pk, figure in shown
    ]
    everywhere = [place_cells(place) | cells_of(found.get(pk)) for pk, place in places.items()]
    return Standing(edition, catalogue.criteria(edition)[slug], rows, len(known), len(places), everywhere)


def cells_of(figure):
    return {key: figure and getattr(figure, key) for key in ("score", "unit", "printed", "rank")}


def preferred(figure):
    """The figure with the citations that are shown alone: the first with a score, the first with a rank."""
    scored = [citation for citation in figure.citations if citation.score is not None]
    ranked = [citation for citation in figure.citations if citation.rank is not None]
    return replace(figure, citations=tuple(dict.fromkeys([*scored[:1], *ranked[:1]])))


def order(figure):
    """By rank; those without one stand last, each unit for itself, from the highest score."""
    return figure.rank is None, figure.rank or 0, figure.unit, -(figure.score or 0)
