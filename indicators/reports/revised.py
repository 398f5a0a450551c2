"""One figure in two revisions of an edition: what a page of the one says of the other."""

from dataclasses import dataclass, field

from ..models import Edition, Series, Statement

RESULT, AGGREGATE = "result", "aggregate"
SHOWN = ("score", "digits", "unit", "rank", "region_rank", "is_tied", "is_score_derived", "is_rank_derived")
ALIKE = ("printed", "unit", "region_rank", "is_tied")


@dataclass(frozen=True)
class Change:
    """A figure before and after, each as {what pages show of it: value}; None where there was, or is, none.

    `key`: ("result", primary key of the province, component slug), or ("aggregate", fact, region slug, component slug),
    or ("statement", primary key of the province), whose `old` and `new` are Statements.
    """

    key: tuple
    old: dict | Statement | None
    new: dict | Statement | None


@dataclass(frozen=True, kw_only=True)
class Changes:
    """`reworded`: figures that stay, with other sources, derivations or notes.

    `moved`: positions that move though the own score stays, as Changes of `rank`. `unchanged`: how many stay whole.
    `of`: how many provinces the ranks of the whole count, before and now.
    A `rank` is a position where none are announced.
    """

    new: list = field(default_factory=list)
    changed: list = field(default_factory=list)
    removed: list = field(default_factory=list)
    reworded: list = field(default_factory=list)
    moved: list = field(default_factory=list)
    unchanged: int = 0
    of: tuple = (None, None)

    @property
    def provinces(self):
        """Of how many provinces there are new figures."""
        return len({change.key[1] for change in self.new if change.key[0] != AGGREGATE})

    @property
    def is_empty(self):
        return not (self.new or self.changed or self.removed or self.reworded)

    @property
    def is_completion(self):
        """Whether it only adds: no figure of before is another, or gone."""
        return bool(self.new) and not self.changed and not self.removed


@dataclass(frozen=True, kw_only=True)
class Revised:
    """A figure in an earlier and in a later revision, each as `state` gives it; None where there was, or is, none.

    `name`: of whom (the province as it was named on the edition's day, a region, "" for the country); `province`: its
    slug, None of an announced figure of the country or a region. `component`: a slug; `label`: its name, or that of the
    fact. `region_of`: how many provinces its region had. A statement of the ledger has its kind as `fact`.
    """

    name: str
    province: str | None
    component: str | None
    label: str
    series: str
    is_computed: bool
    old: dict | None
    new: dict | None
    fact: str | None = None
    region: str | None = None
    region_of: int | None = None
    district: str | None = None
    measure: str | None = None

    @property
    def is_statement(self):
        return self.series == Series.LEDGER

    @property
    def is_whole(self):
        return self.component in ("overall", None)

    @property
    def kind(self):
        """`new`, `removed` or `changed`; `moved` where only the position is another; None where all is the same."""
        if self.old is None or self.new is None:
            return "new" if self.new else "removed" if self.old else None
        if any(self.old[name] != self.new[name] for name in ALIKE) or self.marks(self.old) != self.marks(self.new):
            return "changed"
        if self.old["rank"] == self.new["rank"]:
            return None
        return "moved" if self.is_computed else "changed"

    def marks(self, state):
        """Which of its figures are derived; that a position is computed goes without saying."""
        return {"score"} & set(state["derived"]) if self.is_computed else set(state["derived"])


def state(shown, of):
    """A figure as a revision shows it. `shown`: {name of SHOWN: value}; `of`: how many its rank counts."""
    told = dict.fromkeys(SHOWN) | shown
    derived = [name for name in ("score", "rank") if told[f"is_{name}_derived"]]
    return {
        "score": None if told["score"] is None else round(told["score"], told["digits"]),
        "printed": None if told["score"] is None else f"{told['score']:.{told['digits']}f}",
        "unit": told["unit"] or None,
        "rank": told["rank"],
        "of": of if told["rank"] is not None else None,
        "region_rank": told["region_rank"],
        "is_tied": bool(told["is_tied"]),
        "derived": derived,
    }


def state_of(row):
    """The same of the cells of a report; None where nothing is known."""
    if all(row[name] is None for name in ("score", "rank", "region_rank")):
        return None
    derived = [name for name in ("score", "rank") if name in row["derived"]]
    return {name: row[name] for name in ("score", "printed", "unit", "rank", "of", "region_rank", "is_tied")} | {
        "derived": derived
    }


def told_apart(edition, criteria, states):
    """Figures of provinces that differ between two revisions, as Revised.

    `states`: (place, component slug, earlier state, later state, how many its region had) of each figure.
    """
    computed = edition.method == Edition.Method.COMPILED
    found = (
        Revised(
            name=place.name,
            province=place.slug,
            component=component,
            label=criteria[component],
            series=edition.series.slug,
            is_computed=computed,
            old=old,
            new=new,
            region_of=region_of,
        )
        for place, component, old, new, region_of in states
    )
    return [each for each in found if each.kind]
