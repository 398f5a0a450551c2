"""What the files in fixtures/ say, read without the portal's code: the truth that every drawing is held to."""

import csv
import json
from datetime import date
from decimal import Decimal
from functools import cache, cached_property
from pathlib import Path

from django.conf import settings

FOLDER = Path(settings.BASE_DIR) / "fixtures"
LAST_DAY_OF_63 = date(2025, 6, 30)


def table(name):
    with (FOLDER / "editions" / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@cache
def reference(file, model):
    """The fields of all rows of one model in a fixture."""
    rows = json.loads((FOLDER / file).read_text(encoding="utf-8"))
    return [row["fields"] for row in rows if row["model"] == model]


def first(rows, column):
    """The first row in which a source printed this, or None."""
    return next((row for row in rows if row[column]), None)


def whole(text):
    return int(text) if text else None


def exact(text):
    return Decimal(text) if text else None


class Edition:
    """One index edition as its file and its line in editions.csv have it; `str()` is the name of the file."""

    def __init__(self, terms):
        self.terms, self.series, self.year = terms, terms["series"], int(terms["year"])
        self.is_compiled = terms["method"] == "compiled"
        self._figures = {}
        self.as_of = date.fromisoformat(terms["as_of"])

    def __str__(self):
        return f"{self.series}-{self.year}"

    def address(self, component="overall", format=None, language="vi"):
        """The ranking of a component, as page or file."""
        stem = f"{'/en' if language == 'en' else ''}/rankings/{self.series}/{self.year}"
        question = "" if component == "overall" else f"?component={component}"
        return f"{stem}.{format}{question}" if format else f"{stem}/{question}"

    @cached_property
    def rows(self):
        return table(f"{self}.csv")

    @cached_property
    def criteria(self):
        """{component: its criterion of that year}, in their order; also of those of which nothing was printed."""
        rules = [row for row in reference("series.json", "indicators.criterion") if row["rules"] == self.terms["rules"]]
        held = [row for row in rules if row["year_from"] <= self.year <= row["year_to"]]
        return {row["component"][1]: row for row in held if row["component"][0] == self.series}

    @cached_property
    def provinces(self):
        """The slugs of the provinces that existed on the edition's day."""
        day = self.as_of.isoformat()
        every = reference("provinces.json", "provinces.province")
        ended = [row for row in every if row["last_day"] and row["last_day"] < day]
        unborn = [row for row in every if row["first_day"] and row["first_day"] > day]
        return [row["slug"] for row in every if row not in ended and row not in unborn]

    @cached_property
    def _cited(self):
        found = {}
        for row in self.rows:
            if row["province"]:
                found.setdefault(row["component"], {}).setdefault(row["province"], []).append(row)
        return found

    @property
    def components(self):
        """The components of which anything was printed of a province."""
        return [component for component in self.criteria if component in self._cited]

    def cited(self, component):
        """{province: what sources printed of it, the preferred citation first}."""
        return self._cited.get(component, {})

    def facts(self, component):
        """What was printed of the country and the regions; the total has no component."""
        named = "" if component == "overall" else component
        return [row for row in self.rows if row["fact"] and row["component"] == named]

    @property
    def mean(self):
        """The mean of the country that was printed of the total, or None; of several the preferred one."""
        means = [row for row in self.facts("overall") if row["fact"] == "mean" and not row["region"]]
        return means[0]["score"] if means else None

    @cached_property
    def before(self):
        """The edition a year before, where figures may be compared with it."""
        other = BY_YEAR.get((self.series, self.year - 1))
        if other is None or self.terms["comparable"] not in ("yes", "mark"):
            return None
        return other if (other.as_of <= LAST_DAY_OF_63) == (self.as_of <= LAST_DAY_OF_63) else None

    def scores(self, component):
        """{province: (score, its digits, its unit)} of the first citation that prints one."""
        found = {province: first(rows, "score") for province, rows in self.cited(component).items()}
        return {key: (Decimal(row["score"]), row["score"], row["unit"]) for key, row in found.items() if row}

    def ranks(self, component):
        """{province: its announced rank}; positions by score where the publisher announces none."""
        if self.is_compiled:
            scores = {province: score for province, (score, _digits, _unit) in self.scores(component).items()}
            return {each: 1 + sum(other > scores[each] for other in scores.values()) for each in scores}
        found = {province: first(rows, "rank") for province, rows in self.cited(component).items()}
        return {province: int(row["rank"]) for province, row in found.items() if row}

    def of(self, component):
        """Among how many provinces a rank counts."""
        return len(self.scores(component)) if self.is_compiled else int(self.terms["ranked"])

    def figures(self, component):
        """{province: its figures, by the columns of the files}, of every province of the edition's day."""
        if component not in self._figures:
            self._figures[component] = self.gathered(component)
        return self._figures[component]

    def gathered(self, component):
        unknown = dict.fromkeys(COLUMNS) | {"of": self.of(component), "derived": []}
        scores, ranks = self.scores(component), self.ranks(component)
        points, places = self.gained(component), self.moved(component)
        found = {province: unknown | {"province": province} for province in self.provinces}
        for province, rows in self.cited(component).items():
            score, digits, unit = scores.get(province, (None, None, None))
            row = found[province] | {
                "rank": ranks.get(province),
                "region_rank": whole((first(rows, "region_rank") or {}).get("region_rank")),
                "score": score,
                "printed": digits,
                "shown": digits,
                "unit": unit,
                "change": points.get(province),
                "rank_change": places.get(province),
            }
            found[province] = row | {"derived": self.derived(component, province, row)}
        return found

    def derived(self, component, province, row):
        """The figures that follow from printed ones; a change does where one of its two figures does.

        A position that the portal computes is marked, too; not what a position gained.
        """
        earlier = self.before.follows(component, province) if self.before else set()
        marked = self.follows(component, province)
        changes = {"change": "score", "rank_change": "rank"}
        marked |= {change for change, figure in changes.items() if figure in marked | earlier}
        if self.is_compiled:
            marked = marked - {"rank_change"} | {"rank"}
        return [name for name in DERIVED if name in marked and row[name] is not None]

    def follows(self, component, province):
        """Which of a province's score and ranks was not printed, but follows from what was."""
        rows = self.cited(component).get(province, [])
        return {name for name in ("score", "rank", "region_rank") if (first(rows, name) or {}).get("how_vi")}

    def gained(self, component):
        """{province: points gained since the year before}, in one unit only."""
        earlier = self.before.scores(component) if self.before else {}
        pairs = {key: (now, earlier[key]) for key, now in self.scores(component).items() if key in earlier}
        return {key: now[0] - then[0] for key, (now, then) in pairs.items() if now[2] == then[2]}

    def moved(self, component):
        """{province: places gained since the year before}; positions only when both years count every province."""
        earlier, now = self.before.ranks(component) if self.before else {}, self.ranks(component)
        if self.is_compiled and not len(earlier) == len(now) == len(self.provinces):
            return {}
        return {province: earlier[province] - now[province] for province in now if province in earlier}


DERIVED = ("rank", "region_rank", "score", "change", "rank_change")
COLUMNS = (
    "province",
    "rank",
    "of",
    "region_rank",
    "score",
    "printed",
    "shown",
    "unit",
    "change",
    "rank_change",
    "derived",
)

INDICES = {row["component"][0] for row in reference("series.json", "indicators.criterion")}
LEDGERS = {
    terms["year"]: table(f"targets-{terms['year']}.csv")
    for terms in table("editions.csv")
    if terms["series"] == "targets"
}
EDITIONS = [Edition(terms) for terms in table("editions.csv") if terms["series"] in INDICES]
BY_YEAR = {(edition.series, edition.year): edition for edition in EDITIONS}
