"""What printed figures say about each other: kept with the edition and shown in public. Nothing is mended by it.

Each check is a dict: `check`, `component`, `state` (agree, differ, cannot), `count` of what was compared, `rows`.
"""

from ..statistics import equal_scores, out_of_order, parts_differ

SHARES = ("resolved-early", "resolved-on-time", "resolved-late")  # measures that are shares of one whole


def agreement(shown, ranked, parts):
    """All checks of an edition.

    `shown`: {component slug: {province slug: Result}} with the score, unit and rank that pages show.
    `ranked`: how many provinces were ranked; None where no ranks are announced.
    `parts`: slugs of all components that make up the whole, known or not.
    """
    found = []
    for component, results in shown.items():
        if ranked:
            found += [complete(component, results, ranked), in_order(component, results), level(component, results)]
    found.append(sums(shown, parts))
    return [each for each in found if each]


def complete(component, results, ranked):
    """Whether every rank is known."""
    known = sum(result.rank is not None for result in results.values())
    if component == "overall":
        state = "agree" if known == ranked else "cannot"
        return {"check": "complete", "component": component, "state": state, "count": known, "rows": []}


def comparable(results):
    """(rank, score, province) of the results that have both, in the unit that most of them use."""
    both = [
        (result.rank, result.score, slug, result.unit)
        for slug, result in results.items()
        if result.rank and result.score is not None
    ]
    units = [each[3] for each in both]
    common = max(units, key=units.count, default=None)
    return [each[:3] for each in both if each[3] == common]


def in_order(component, results):
    """Whether scores fall as ranks worsen."""
    both = comparable(results)
    if len(both) >= 2:
        rows = [list(pair) for pair in out_of_order(both)]
        return outcome("order", component, len(both), rows)


def level(component, results):
    """Whether equal scores share a rank."""
    both = comparable(results)
    rows = equal_scores(both)
    if rows:
        return outcome("equal-scores", component, len(both), rows)


def sums(shown, parts):
    """Whether the parts of a province add up to its total, where all are known in points."""
    whole = []
    for province, total in shown.get("overall", {}).items():
        found = [shown[part][province] for part in parts if province in shown.get(part, ())]
        scores = [part.score for part in found if part.score is not None and part.unit == "points"]
        if parts and total.score is not None and len(scores) == len(parts):
            whole.append((province, total.score, scores))
    if not whole:
        return {"check": "sum", "component": "overall", "state": "cannot", "count": 0, "rows": []}
    rows = [[province] for province, total, scores in whole if parts_differ(total, scores)]
    return outcome("sum", "overall", len(whole), rows)


def outcome(check, component, count, rows):
    return {
        "check": check,
        "component": component,
        "state": "differ" if rows else "agree",
        "count": count,
        "rows": rows,
    }


def shares(stated):
    """Whether shares of one whole, as one body of one place reports them for its years, add up to 100.

    `rows`: for each whole the lines of its shares in the file, and their sum as text.
    """
    wholes = {}
    for line, each in enumerate(stated, start=1):
        if each.measure and each.measure.slug in SHARES:
            whole = (each.place, each.years, each.words["body_vi"], each.source)
            wholes.setdefault(whole, []).append((line, each))
    complete = [parts for parts in wholes.values() if len(parts) == len(SHARES)]
    rows = [[*(line for line, _each in parts), str(total(parts))] for parts in complete if total(parts) != 100]
    return [outcome("shares", "", len(complete), rows)] if complete else []


def total(parts):
    """The sum of (line, share) pairs, with as many decimals as were printed."""
    return sum(round(each.value, each.digits) for _line, each in parts)
