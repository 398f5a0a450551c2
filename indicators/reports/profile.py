"""One province: every figure published of it."""

from dataclasses import dataclass, field

from django.utils import timezone
from django.utils.translation import gettext as _

from ..models import Aggregate, Citation, Result, Statement
from ..templatetags.formats import pick
from . import ledger as ledgers
from .figures import Marks, aggregate_cells, as_printed
from .known import Known
from .predecessors import by_columns, last_figures
from .report import Column, Report, figure_columns


@dataclass(frozen=True, kw_only=True)
class Profile(Report):
    """`rows`: each result of the province, by series, from the newest year, the whole first.

    `place`: the province as it is today, or was on its last day. `means`: {(series, year): announced national mean}.
    `headline`: the newest PAR Index row of the whole. `newest`: {series: the newest row of its whole}.
    `before`: the newest row of the whole of each predecessor in each series, never added to anything.
    `stated_before`: {slug of a predecessor: how many targets, results and commitments are known of it}.
    `peers`: {series: the rows of all provinces in the edition of its newest row}: `name`, `region`, `rank`, `score`,
    `printed`, and `mine` for this province. `ledger`: what it set itself, reports and promises.
    """

    place: object
    means: dict
    headline: dict | None
    newest: dict = field(default_factory=dict)
    peers: dict = field(default_factory=dict)
    predecessors: tuple = ()
    before: list = field(default_factory=list)
    stated_before: dict = field(default_factory=dict)
    successor: object = None
    region: object = None
    region_size: int | None = None
    ledger: ledgers.Ledger

    def of(self, series, component="overall"):
        """The rows of one component of one series, the newest first."""
        return [row for row in self.rows if row["series"] == series and row["component"] == component]

    def components(self, series):
        """The component rows of the newest edition that has any of a series, in their order."""
        rows = [row for row in self.rows if row["series"] == series and row["component"] != "overall"]
        newest = max((row["year"] for row in rows), default=None)
        return [row for row in rows if row["year"] == newest]


def profile(catalogue, place, today=None):
    """The profile of a place (of the gazetteer). `today`: on which targets are due or not; now, when not given."""
    marks, today = Marks(), today or timezone.localdate()
    rows = figure_rows(catalogue, place, marks)
    newest, means = newest_rows(rows), national_means(rows, marks)
    stated = ledgers.of_place(catalogue, place, today, marks)
    headline = newest.get("par-index")
    return Profile(
        slug=place.slug,
        title=place.name,
        columns=columns(),
        rows=rows,
        place=place,
        means=means,
        headline=headline,
        newest=newest,
        peers=peers(catalogue, newest, place),
        **lives(catalogue, place, marks),
        **region(catalogue, place, headline),
        sources=marks.sources,
        ledger=stated,
        statements=stated.by_columns(),
        documents=stated.documents,
    )


def lives(catalogue, place, marks):
    """What the place was made of, and what that last got; what it became."""
    mergers = catalogue.gazetteer.predecessors(place.slug)
    before = last_figures(catalogue, mergers, marks)
    about = {"predecessors": mergers, "successor": catalogue.gazetteer.successor(place.slug)}
    stated = Statement.objects.published().counts([each.predecessor for each in mergers])
    return about | {"before": before, "of_predecessors": by_columns(before), "stated_before": stated}


def newest_rows(rows):
    """{series: the newest row of its whole}; rows come from the newest year."""
    return {row["series"]: row for row in reversed(rows) if row["component"] == "overall"}


def peers(catalogue, newest, place):
    """{series: what every province got in the edition of its newest row}; one query."""
    editions = {row["edition"].pk: row["edition"] for row in newest.values()}
    found = {row["series"]: [] for row in newest.values()}
    for result in Result.objects.wholes(editions.values()):
        edition = editions[result.edition_id]
        other = catalogue.places(edition)[result.province_id]
        found[edition.series.slug].append(peer_cells(other, result) | {"mine": other.pk == place.pk})
    return found


def peer_cells(place, result):
    """One province among the others; a score with the decimals that were printed."""
    score = as_printed(result)
    region = pick(place.region, "name") if place.region else None
    printed = None if score is None else str(score)
    return {"name": place.name, "region": region, "rank": result.rank, "score": score, "printed": printed}


def national_means(rows, marks):
    """{(series, year): announced mean of the country} of the years from the first to the last that is known."""
    spans = {}
    for row in rows:
        spans.setdefault(row["series"], set()).add(row["year"])
    means = {}
    for mean in Aggregate.objects.national_means() if spans else ():
        years = spans.get(mean.edition__series__slug)
        if years and min(years) <= mean.edition__year <= max(years):
            # The first that stands in its file is the preferred one.
            means.setdefault((mean.edition__series__slug, mean.edition__year), aggregate_cells(mean, marks, {}))
    return means


def columns():
    edition = (
        Column("series", _("Chỉ số")),
        Column("year", _("Năm đánh giá")),
        Column("revision", _("Lần")),
        Column("component", _("Mã thành phần")),
        Column("name", _("Chỉ số thành phần")),
    )
    return edition + figure_columns()


def figure_rows(catalogue, place, marks):
    """A row for each result, by series, from the newest year, in the order of the components."""
    known, rows = Known(catalogue, Citation.objects.of_province(place.pk), marks), []
    for edition in catalogue.editions:
        before = catalogue.year_before(edition)
        for component, criterion in catalogue.criteria(edition).items():
            if known.figure(edition, component):
                cells = known.cells(edition, component, before)
                rows.append(edition_cells(catalogue, edition, place, criterion) | cells)
    return rows


def edition_cells(catalogue, edition, place, criterion):
    """Of which edition and component a row is, and under which name the province stood in it (`subject`).

    `region_of`: how many provinces its region had then.
    """
    then = catalogue.places(edition)[place.pk]
    return {
        "edition": edition,
        "criteria": catalogue.criteria(edition),
        "subject": then.name,
        "region_of": catalogue.region_size(edition, then),
        "series": edition.series.slug,
        "year": edition.year,
        "revision": edition.revision,
        "component": criterion.component.slug,
        "name": pick(criterion, "name"),
        "maximum": criterion.maximum,
    }


def region(catalogue, place, headline):
    """The place's region on the headline's day, and how many provinces it had then; none without a headline."""
    places = catalogue.places(headline["edition"]) if headline else {}
    found = places[place.pk].region if place.pk in places else None
    size = sum(other.region == found for other in places.values()) if found else None
    return {"region": found, "region_size": size}
