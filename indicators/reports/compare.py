"""Several provinces side by side in one series: what each got, year by year."""

from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from django.utils.translation import gettext as _

from provinces.days import LAST_DAY_OF_63
from provinces.eras import of_one_era

from ..models import Citation, Edition, Series
from ..statistics import change, rank_change
from ..templatetags.formats import pick
from .figures import Marks
from .known import Known
from .report import Column, Report, figure_columns

MOST = 5  # provinces that lines and shapes can tell apart
WHOLE = "overall"
OTHER_RULES = (Edition.Comparable.MARK, Edition.Comparable.NO)


@dataclass(frozen=True)
class Difference:
    """What a province has more than the first one asked for, in one edition: in points, and in places.

    None where one of the two figures is not known, or where their units differ. `derived`: keys whose figure rests on
    a derived one.
    """

    row: dict
    first: dict
    points: Decimal | None
    places: int | None

    @property
    def derived(self):
        marked = {*self.row["derived"], *self.first["derived"]}
        is_announced = self.row["edition"].method == Edition.Method.ANNOUNCED
        return marked & {"score", "rank"} if is_announced else marked & {"score"}


@dataclass(frozen=True, kw_only=True)
class Comparison(Report):
    """`rows`: by component (the one asked for; the whole with its parts after it), by province as asked, by year.

    The newest year comes first. `places`: as asked. `criteria`: {component: its newest criterion} of those in `rows`.
    """

    series: Series
    component: str
    places: tuple
    criteria: dict

    @cached_property
    def _sides(self):
        sides = {}
        for row in self.rows:
            sides.setdefault((row["component"], row["province"]), {})[row["year"]] = row
        return sides

    def side(self, place, component=None):
        """{year: row} of one place, the newest year first; of the component asked for unless another is named."""
        return self._sides.get((component or self.component, place.slug), {})

    def years(self, component=None):
        """The years of which anything is known of any place, the newest first."""
        found = {year for place in self.places for year in self.side(place, component)}
        return sorted(found, reverse=True)

    @property
    def parts(self):
        """The components that follow the whole and of which anything is known, in their order."""
        known = {row["component"] for row in self.rows}
        return [slug for slug in self.criteria if slug in known and slug != self.component]

    @property
    def is_computed(self):
        return not self.series.is_ranked

    @cached_property
    def spans_eras(self):
        """Whether a place that ended stands beside places, or figures, of the time after it."""
        eras = {place.era for place in self.places}
        later = any(row["edition"].as_of > LAST_DAY_OF_63 for row in self.rows)
        return "63" in eras and ("34" in eras or later)

    @cached_property
    def common(self):
        """The rows of the newest year in which all places have a rank, or a score in one unit; none for one place."""
        for year in self.years():
            rows = [self.side(place).get(year) for place in self.places]
            if len(rows) > 1 and all(rows) and (is_ranked(rows) or is_scored(rows)):
                return rows
        return []

    @property
    def are_ranked(self):
        """Whether all places have a rank in the common year."""
        return is_ranked(self.common)

    @property
    def are_scored(self):
        """Whether all places have a score in one unit in the common year."""
        return is_scored(self.common)

    @property
    def differences(self):
        """Between each further place and the first, in the newest year that all have: never across years or eras."""
        return [difference(row, self.common[0]) for row in self.common[1:]]


def is_ranked(rows):
    return all(row["rank"] is not None for row in rows)


def is_scored(rows):
    return all(row["score"] is not None for row in rows) and len({row["unit"] for row in rows}) == 1


def difference(row, first):
    of_one_era(row["edition"], first["edition"])
    points = change(row["score"], first["score"]) if row["unit"] == first["unit"] else None
    if points is not None:
        points = round(points, max(-Decimal(each["printed"]).as_tuple().exponent for each in (row, first)))
    return Difference(row, first, points, rank_change(row["rank"], first["rank"]))


def compare(catalogue, places, series, component=WHOLE):
    """Up to five places (of the gazetteer) in one component of a series; the whole brings its components with it."""
    histories, marks = catalogue.histories(series.slug), Marks()
    slugs = list(histories) if component == WHOLE else [component]
    editions = catalogue.editions_of(series.slug)
    rows = rows_of(catalogue, places, editions, slugs, marks)
    return Comparison(
        slug="-".join(["compare", series.slug, component, *(place.slug for place in places)]).replace("-overall", ""),
        title=_("So sánh: %(names)s, %(series)s")
        % {"names": ", ".join(place.name for place in places), "series": series.short},
        columns=columns(computed=not series.is_ranked),
        rows=rows,
        notes=scales(editions, rows),
        sources=marks.sources,
        series=series,
        component=component,
        places=tuple(places),
        criteria={slug: histories[slug][-1] for slug in slugs},
    )


def columns(computed):
    about = (
        Column("province", _("Mã")),
        Column("name", _("Tỉnh, thành phố")),
        Column("series", _("Chỉ số")),
        Column("year", _("Năm đánh giá")),
        Column("revision", _("Lần")),
        Column("component", _("Mã thành phần")),
        Column("component_name", _("Chỉ số thành phần")),
    )
    return about + figure_columns(computed)


def rows_of(catalogue, places, editions, slugs, marks):
    """A row for each figure, by component, by place, from the newest year; one query."""
    known = known_of(catalogue, places, editions, marks)
    rows = []
    for slug in slugs:
        for place in places:
            for edition in editions:
                if known[place.pk].figure(edition, slug):
                    cells = known[place.pk].cells(edition, slug, catalogue.year_before(edition))
                    rows.append(about(catalogue, edition, place, slug) | cells)
    return rows


def known_of(catalogue, places, editions, marks):
    """{place: what is known of it in these editions}."""
    told = {place.pk: [] for place in places}
    for citation in Citation.objects.of_provinces(list(told), editions) if told else ():
        told[citation.result__province_id].append(citation)
    return {pk: Known(catalogue, citations, marks) for pk, citations in told.items()}


def about(catalogue, edition, place, slug):
    """Of which place, edition and component a row is; the name is that of the edition's day."""
    criterion, then = catalogue.criteria(edition)[slug], catalogue.places(edition)[place.pk]
    return {
        "edition": edition,
        "province": place.slug,
        "name": then.name,
        "region_of": catalogue.region_size(edition, then),
        "series": edition.series.slug,
        "year": edition.year,
        "revision": edition.revision,
        "component": slug,
        "component_name": pick(criterion, "name"),
        "maximum": criterion.maximum,
    }


def scales(editions, rows):
    """What is said of the editions, among the years of the rows, whose rules differ from the year before.

    A note that several editions share is said once, with its years.
    """
    years, told = [row["year"] for row in rows], {}
    for edition in reversed(editions):
        note = pick(edition, "note")
        if note and edition.comparable in OTHER_RULES and years and min(years) < edition.year <= max(years):
            told.setdefault(note, []).append(str(edition.year))
    return [f"{', '.join(years)}: {note}" for note, years in told.items()]
