"""Targets that rise year by year: from a stated base by a stated step, to a stated end."""

from dataclasses import dataclass

STEP = "points a year"


@dataclass(frozen=True)
class Path:
    """A target over the years. `steps`: {year, value, is_stated}; a step that no source states follows by arithmetic.

    `base`, `rise` and `end` (or None) are the rows that state where it starts, how it rises and where it ends.
    """

    base: dict
    rise: dict
    end: dict | None
    steps: tuple


def paths(rows):
    """The paths among targets of one place, measure and level."""
    targets = [row for row in rows if row["kind"] == "target"]
    found = [path_of(rise, targets) for rise in targets if rise["unit"] == STEP]
    return [path for path in found if path]


def path_of(rise, targets):
    """The path of one yearly step; None where a filter left out its base."""
    same = [row for row in targets if subject(row) == subject(rise) and row["unit"] == "%"]
    base = next((row for row in same if row["year_to"] == rise["year_from"] - 1), None)
    end = next((row for row in same if row["year_to"] is None), None)
    if base is None:
        return None
    stated = {row["year_to"]: row["value"] for row in same if row["year_from"] == row["year_to"]}
    steps, value, most = [], base["value"], end["value"] if end else 100
    for year in range(base["year_to"], rise["year_to"] + 1):
        value = min(value if year == base["year_to"] else value + rise["value"], most)
        steps.append({"year": year, "value": stated.get(year, value), "is_stated": year in stated})
    return Path(base, rise, end, tuple(steps))


def subject(row):
    return tuple(row[key] for key in ("province", "district", "measure", "level", "source"))
