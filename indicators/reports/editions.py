"""What has been published: the newest edition of each series, and all of them."""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from provinces.eras import of_one_era

from ..models import Criterion, Edition, Result
from ..statistics import change, positions
from ..templatetags.formats import pick
from .report import Column, Report

FEW = 5


@dataclass(frozen=True, kw_only=True)
class Newest:
    """The newest edition of a series in brief: who stands first and last, who moved most.

    Rows are dicts with `province`, `name`, `rank`, `of`, `score`, `unit`, `printed`, `change`,
    `derived` and `change_derived` (whether a figure follows from a printed one).
    `everywhere`: every province of its day, with the same figures, None where not known. `criterion`: of the whole.
    """

    edition: Edition
    criterion: Criterion
    known: int
    of: int
    everywhere: list
    first: list = field(default_factory=list)
    last: list = field(default_factory=list)
    rises: list = field(default_factory=list)
    falls: list = field(default_factory=list)
    moved: int = 0

    @property
    def is_computed(self):
        return self.edition.method == Edition.Method.COMPILED

    @property
    def only_ranks(self):
        """Whether no score is known of any that stand first."""
        return not any(row["score"] is not None for row in self.first)

    @property
    def is_complete(self):
        return self.known == self.of


def newest(catalogue):
    """The newest edition of each series in brief; one query."""
    return briefs(catalogue, [catalogue.editions_of(series.slug)[0] for series in catalogue.series])


def newest_of(catalogue, edition):
    """One edition in brief; one query."""
    return briefs(catalogue, [edition])[0]


def briefs(catalogue, editions):
    befores = {edition.pk: of_one_era(edition, catalogue.year_before(edition)) for edition in editions}
    wholes = {}
    for result in Result.objects.wholes([*editions, *filter(None, befores.values())]):
        wholes.setdefault(result.edition_id, {})[result.province_id] = result
    before = {edition: wholes.get(other.pk, {}) for edition, other in befores.items() if other}
    return [brief(catalogue, each, wholes.get(each.pk, {}), before.get(each.pk, {})) for each in editions]


def brief(catalogue, edition, results, before):
    places = catalogue.places(edition)
    known = {pk: result for pk, result in results.items() if result.score is not None or result.rank is not None}
    rows = [cells(places[pk], result, before.get(pk)) for pk, result in known.items()]
    everywhere = rows + [unknown(place) for pk, place in places.items() if pk not in known]
    if edition.method == Edition.Method.COMPILED:
        rows = with_positions(rows)
    ranked = sorted((row for row in rows if row["rank"] is not None), key=lambda row: row["rank"])
    of = edition.ranked or len(ranked)
    rows = [row | {"of": of} for row in ranked]
    moved = sorted((row for row in rows if row["change"] is not None), key=lambda row: row["change"], reverse=True)
    moved = moved if len(moved) >= FEW else []
    return Newest(
        edition=edition,
        known=len(known),
        of=len(places),
        first=rows[:FEW],
        last=rows[-FEW:] if len(known) == len(places) or edition.method == Edition.Method.COMPILED else [],
        rises=[row for row in moved[:FEW] if row["change"] > 0],
        falls=[row for row in moved[: -FEW - 1 : -1] if row["change"] < 0],
        moved=len(moved),
        everywhere=everywhere,
        criterion=catalogue.criteria(edition)["overall"],
    )


def cells(place, result, before):
    """One province's whole, and the score a year before in the same unit."""
    same_unit = before is not None and before.unit == result.unit
    return {
        "province": place.slug,
        "name": place.name,
        "rank": result.rank,
        "score": result.score,
        "unit": result.unit or None,
        "printed": None if result.score is None else f"{result.score:.{result.digits}f}",
        "change": change(result.score, before.score) if same_unit else None,
        "derived": result.is_score_derived or result.is_rank_derived,
        "change_derived": same_unit and (result.is_score_derived or before.is_score_derived),
    }


def unknown(place):
    return {"province": place.slug, "name": place.name, "score": None, "unit": None, "printed": None, "rank": None}


def with_positions(rows):
    scored = [row for row in rows if row["score"] is not None]
    places = positions([row["score"] for row in scored])
    return [row | {"rank": place} for row, place in zip(scored, places, strict=True)]


def editions(catalogue, series=None):
    """Every published edition, or those of one series (slug), with how much of each is known; the newest first."""
    counts = Result.objects.known_counts()
    columns = (
        Column("series", _("Chỉ số")),
        Column("year", _("Năm đánh giá")),
        Column("revision", _("Lần")),
        Column("announced_on", _("Ngày công bố")),
        Column("decision", _("Số quyết định")),
        Column("decided_on", _("Ngày quyết định")),
        Column("method", _("Cách lập")),
        Column("known", _("Số tỉnh, thành phố đã biết")),
        Column("of", _("Trên")),
        Column("comparable", _("So với năm trước")),
        Column("note", _("Ghi chú")),
    )
    listed = catalogue.editions_of(series) if series else catalogue.editions
    rows = [edition_row(catalogue, edition, counts.get(edition.pk, 0)) for edition in listed]
    title = listed[0].series.short if series else _("Xếp hạng")
    return Report(slug=f"rankings-{series}" if series else "rankings", title=title, columns=columns, rows=rows)


def edition_row(catalogue, edition, known):
    return {
        "edition": edition,
        "series": edition.series.slug,
        "year": edition.year,
        "revision": edition.revision,
        "announced_on": edition.announced_on,
        "decision": edition.decision or None,
        "decided_on": edition.decided_on,
        "method": edition.method,
        "known": known,
        "of": len(catalogue.places(edition)),
        "comparable": edition.comparable or None,
        "note": pick(edition, "note"),
    }
