"""Who stands where in one component of one edition."""

from dataclasses import dataclass, replace

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from provinces.eras import of_one_era

from ..models import Aggregate, Citation, Criterion, Edition, Result
from ..statistics import ENOUGH, behind, gaps, median, positions
from ..templatetags.formats import pick
from .figures import Marks, aggregate_cells, figure_cells, figures, placed
from .report import Column, Report, figure_columns
from .revised import state, state_of, told_apart

ORDERS = ("rank", "name", "region", "score", "change", "rank_change")


@dataclass(frozen=True, kw_only=True)
class Ranking(Report):
    """A ranking with what its page needs beside the rows.

    `rows` are the provinces shown, the unknown ones last; `everywhere` are all provinces, whatever is filtered.
    `regions`: names in their official order. `history`: {province slug: {year: score}} over `years`, one scale, as
    floats: it is drawn, never printed.
    `before`: the edition of the year before, where it may be compared. `revised`: the figures of provinces that differ
    from the revision before; of an earlier revision, from the current one.
    """

    criterion: Criterion
    everywhere: list
    regions: list
    years: list
    history: dict
    before: Edition | None
    revised: list

    @property
    def known(self):
        """The rows that count: provinces with a national score or rank, whatever is filtered."""
        return [row for row in self.everywhere if is_known(row)]

    @property
    def unknown(self):
        """The rows shown of which nothing national is known."""
        return [row for row in self.rows if not is_known(row)]

    @property
    def is_whole(self):
        """Whether every province is shown."""
        return len(self.rows) == len(self.everywhere)

    @property
    def is_computed(self):
        return self.edition.method == Edition.Method.COMPILED

    @property
    def scores(self):
        """The known scores of all provinces; none where some are in points and some in %, which never mix."""
        scored = [row for row in self.everywhere if row["score"] is not None]
        return [row["score"] for row in scored] if len({row["unit"] for row in scored}) == 1 else []

    @property
    def has_strip(self):
        """Whether enough scores are known to draw how they spread."""
        return len(self.scores) >= ENOUGH

    @property
    def median(self):
        """The median of the known scores; None below 20 of them."""
        return median(self.scores)

    @property
    def behind(self):
        """{province slug: points behind the next better rank}, where ranks and scores of both are known, in one unit.

        With positions that the portal computed, the next better among the known.
        """
        if not self.scores:
            return {}
        both = [row for row in self.everywhere if row["rank"] is not None and row["score"] is not None]
        return behind([(row["province"], row["rank"], row["score"]) for row in both])

    @property
    def gaps(self):
        """The places that no known province holds; none where positions are computed."""
        if self.is_computed:
            return []
        return gaps([row["rank"] for row in self.everywhere if row["rank"] is not None], self.edition.ranked)


def most_common(units):
    return max(set(units), key=units.count, default=None)


def is_known(row):
    return row["rank"] is not None or row["score"] is not None


def ranking(catalogue, edition, component="overall", shown=None, order="rank"):
    """The ranking of an edition in one component (slug), figures always from the whole edition.

    `shown`: primary keys of the provinces to list (None: all). `order`: one of ORDERS, or with a minus the other way.
    """
    key = (edition.pk, component, get_language())
    whole = catalogue.memory.get(key, lambda: whole_ranking(catalogue, edition, component))
    rows = [row for row in whole.everywhere if shown is None or row["pk"] in shown]
    places = {pk: place for place, pk in enumerate(catalogue.places(edition))}
    return replace(whole, rows=in_order(rows, order, places, whole.regions))


def whole_ranking(catalogue, edition, component):
    """Every province in one component of an edition, as announced; nothing filtered."""
    criterion, places, marks = catalogue.criteria(edition)[component], catalogue.places(edition), Marks()
    before, other = of_one_era(edition, catalogue.year_before(edition)), catalogue.against(edition)
    results, years = results_of([before, other], criterion.component), catalogue.run(edition)
    rows = all_rows(edition, criterion.component, places, results.get(before, {}), marks)
    return Ranking(
        slug="-".join([edition.series.slug, str(edition.year), component]).removesuffix("-overall"),
        title=title_of(edition, criterion),
        columns=columns(edition),
        rows=rows,
        edition=edition,
        coverage=(sum(map(is_known, rows)), len(places)),
        aggregates=aggregates(catalogue, edition, criterion.component, marks),
        sources=marks.sources,
        notes=list(filter(None, [pick(edition, "note")])),
        criterion=criterion,
        everywhere=rows,
        regions=[pick(region, "name") for region in catalogue.gazetteer.regions(edition.as_of)],
        years=years,
        history=history(criterion.component, years, places, rows),
        before=before,
        revised=revised(catalogue, edition, criterion, rows, other, results.get(other)),
        superseded_by=catalogue.superseded_by(edition),
    )


def history(component, years, places, rows):
    """{province slug: {year: score}} of the provinces of the edition's day, in the unit that most of its rows use."""
    common = most_common([row["unit"] for row in rows if row["unit"]])
    found = {place.slug: {} for place in places.values()}
    for pk, year, score, unit in Result.objects.over_years(component, years):
        if pk in places and unit == common:
            found[places[pk].slug][year] = score
    return found


def title_of(edition, criterion):
    """The title of a ranking, in the language in force."""
    computed = edition.method == Edition.Method.COMPILED
    pattern = _("Điểm %(series)s %(year)s") if computed else _("Xếp hạng %(series)s %(year)s")
    whole = pattern % {"series": edition.series.short, "year": edition.year}
    return whole if criterion.component.slug == "overall" else f"{whole}: {pick(criterion, 'name')}"


def columns(edition):
    place = (Column("province", _("Mã")), Column("name", _("Tỉnh, thành phố")), Column("region", _("Vùng")))
    return place + figure_columns(computed=edition.method == Edition.Method.COMPILED)


def results_of(editions, component):
    """{edition: {province: its result}}, with positions where no ranks are announced; None among them is left out."""
    editions = {edition.pk: edition for edition in editions if edition}
    found = {edition: {} for edition in editions.values()}
    for result in Result.objects.in_editions(editions, component) if editions else ():
        found[editions[result.edition_id]][result.province_id] = result
    return {edition: positioned(edition, results) for edition, results in found.items()}


def positioned(edition, results):
    if edition.method != Edition.Method.COMPILED:
        return results
    scored = [pk for pk, result in results.items() if result.score is not None]
    ranks = dict(zip(scored, positions([results[pk].score for pk in scored]), strict=True))
    return {pk: result._replace(rank=ranks.get(pk)) for pk, result in results.items()}


def revised(catalogue, edition, criterion, rows, other, results):
    """What another revision says otherwise of the same provinces; nothing without another."""
    if other is None:
        return []
    places, component = catalogue.places(edition), criterion.component.slug
    computed = other.method == Edition.Method.COMPILED
    of = sum(result.rank is not None for result in results.values()) if computed else other.ranked
    states = []
    for row in rows:
        place, result = places[row["pk"]], results.get(row["pk"])
        pair = [result and state(result._asdict(), of), state_of(row)]
        pair = pair if catalogue.is_current(edition) else pair[::-1]
        states.append((place, component, *pair, catalogue.region_size(edition, place)))
    return told_apart(edition, {component: pick(criterion, "name")}, states)


def all_rows(edition, component, places, before, marks):
    """A row for each province of the edition's day: the known ones as announced, then the others."""
    return rows_of(edition, Citation.objects.of_edition(edition, component), places, before, marks)


def rows_of(edition, citations, places, before, marks):
    """The rows of one component from what was printed of it. `before`: {province: its result of the year before}."""
    computed = edition.method == Edition.Method.COMPILED
    found = figures(citations, key=lambda cited: cited.result__province_id)
    found = placed(found) if computed else found
    ranked = sum(figure.rank is not None for figure in found.values())
    of = ranked if computed else edition.ranked
    complete = not computed or len(places) == ranked == sum(result.rank is not None for result in before.values())
    rows = []
    for pk, figure in sorted(found.items(), key=lambda pair: (pair[1].rank is None, pair[1].rank or 0)):
        rows.append(place_cells(places[pk]) | figure_cells(figure, marks, of, before.get(pk), complete, computed))
    missing = [place for pk, place in places.items() if pk not in found]
    return rows + [place_cells(place) | figure_cells(None, marks, of) for place in missing]


def place_cells(place):
    region = place.region and pick(place.region, "name")
    return {"pk": place.pk, "province": place.slug, "name": place.name, "region": region or None}


def in_order(rows, order, alphabet, regions):
    """Rows by one column; those without a figure stand last whichever way it goes. Rows come by rank.

    Points and % of the maximum are ordered each for itself.

    `alphabet`: {primary key: place in Vietnamese order}. `regions`: names in their official order.
    """
    key, back = order.lstrip("-"), order.startswith("-")
    if key == "name":
        return sorted(rows, key=lambda row: alphabet[row["pk"]], reverse=back)
    if key == "region":
        official = [*regions, None]
        return sorted(rows, key=lambda row: official.index(row["region"]), reverse=back)
    known = [row for row in rows if row[key] is not None]
    unknown = [row for row in rows if row[key] is None]
    best_first = key in ("score", "change", "rank_change")
    ordered = sorted(known, key=lambda row: row[key], reverse=back != best_first)
    if key in ("score", "change"):
        ordered.sort(key=lambda row: row["unit"])
    return ordered + sorted(unknown, key=lambda row: row["score"] is None)


def aggregates(catalogue, edition, component, marks):
    """What the announcement says of the country and the regions in this component."""
    told = Aggregate.objects.of_edition(edition, component) if edition.aggregate_count else []
    return [aggregate_cells(each, marks, catalogue.criteria(edition)) for each in told]
