"""One figure in two revisions of an edition: what a page of the one says of the other."""

from dataclasses import dataclass

from ..models import Edition
from .changes import SHOWN

ALIKE = ("printed", "unit", "region_rank", "is_tied")


@dataclass(frozen=True, kw_only=True)
class Revised:
    """A figure in an earlier and in a later revision, each as `state` gives it; None where there was, or is, none.

    `name`: of whom (the province as it was named on the edition's day, a region, "" for the country); `province`: its
    slug, None of an announced figure of the country or a region. `component`: a slug; `label`: its name, or that of the
    fact. `region_of`: how many provinces its region had.
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
        "score": told["score"],
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
