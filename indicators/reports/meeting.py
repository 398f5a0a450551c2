"""Whether a target was met: one judgement, of figures that speak of exactly the same."""

SAME = ("province", "district", "measure", "level", "year_from", "year_to", "unit")
MET, NOT_MET, CANNOT_TELL, NOT_DUE, NO_RESULT = "met", "not-met", "cannot-tell", "not-due", "no-result"


def meeting(target, rows, today):
    """(state, the outcome it rests on or None) of a target among the rows of its place.

    A target meets an outcome only for the same measure, place, level and years, in the same unit. Outcomes of several
    bodies leave it open, unless the target names one of them. A bare figure is a mark to reach, as "at least" is.
    """
    found = [row for row in rows if row["kind"] == "outcome" and all(row[key] == target[key] for key in SAME)]
    own = [row for row in found if row["body"] == target["body"]]
    candidates = own or found
    if len(candidates) > 1:
        return CANNOT_TELL, None
    if candidates:
        return judged(target, candidates[0]), candidates[0]
    is_due = target["year_to"] is None or target["year_to"] < today.year
    return (NO_RESULT if is_due else NOT_DUE), None


def judged(target, outcome):
    """Met, not met, or open: "more than 60" may be below a target of 70, and may not."""
    value, aim, qualifier = outcome["value"], target["value"], outcome["qualifier"]
    is_cap = target["comparator"] == "<="
    if qualifier in (None, "all"):
        return MET if (value <= aim if is_cap else value >= aim) else NOT_MET
    if qualifier == "over" and value >= aim:
        return MET if not is_cap else NOT_MET
    if qualifier == "nearly" and value <= aim:
        return NOT_MET if not is_cap else MET
    return CANNOT_TELL
