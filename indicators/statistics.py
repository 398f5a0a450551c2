"""Numbers in, numbers out: positions, medians, changes, and whether printed figures agree with each other.

Nothing here knows Django or a database. Scores are Decimals; None means that a figure is not known.
"""

from collections import Counter
from decimal import Decimal
from statistics import median as middle

ENOUGH = 20  # a map, strip, mean or median of fewer known provinces would say more than is known


def positions(scores):
    """Place scores from the highest; equal scores share a place and the next is skipped.

    >>> positions([90, 92, 90, 85])
    [2, 1, 2, 4]
    """
    ordered = sorted(scores, reverse=True)
    first = {score: place for place, score in reversed(list(enumerate(ordered, start=1)))}
    return [first[score] for score in scores]


def median(scores):
    """The middle of the known scores; None below ENOUGH of them."""
    known = [score for score in scores if score is not None]
    return middle(known) if len(known) >= ENOUGH else None


def fifths(values):
    """The fifth of the known values in which each lies, from 1 (lowest) to 5; equal values share one.

    None for an unknown value, and for all below ENOUGH known.

    >>> fifths([*range(20), None])[::5]
    [1, 2, 3, 4, None]
    """
    ordered = sorted(value for value in values if value is not None)
    if len(ordered) < ENOUGH:
        return [None] * len(values)
    lower = {value: place for place, value in reversed(list(enumerate(ordered)))}
    return [None if value is None else 1 + 5 * lower[value] // len(ordered) for value in values]


STEPS = [Decimal(step) for step in ["10", "5", "2", "1", "0.5", "0.2", "0.1", "0.05", "0.02", "0.01"]]


def classes(scores):
    """Four limits of five classes: round numbers near the quintiles, so that a reader can keep them.

    Multiples of the coarsest step whose classes hold a tenth of the scores each, at least. Empty where none does.

    >>> [str(limit) for limit in classes([Decimal(score) for score in range(50, 90)])]
    ['60', '65', '75', '80']
    """
    ordered = sorted(scores)
    quintiles = [ordered[len(ordered) * fifth // 5] for fifth in range(1, 5)]
    for step in STEPS:
        limits = [(quintile / step).to_integral_value() * step for quintile in quintiles]
        edges = [Decimal("-Infinity"), *limits, Decimal("Infinity")]
        sizes = [sum(low <= score < high for score in ordered) for low, high in zip(edges, edges[1:], strict=False)]
        if 10 * min(sizes) >= len(ordered):
            return limits
    return []


def behind(rows):
    """Points by which a province lies behind the next better rank, by key; only where both figures are known.

    `rows`: (key, rank, score) of the provinces whose rank and score are known, one unit.

    >>> behind([("a", 1, 90), ("b", 2, 88), ("c", 2, 88), ("d", 4, 87), ("e", 6, 85)])
    {'b': 2, 'c': 0, 'd': 1}
    """
    ordered, found = sorted(rows, key=lambda row: row[1]), {}
    sharing = Counter(rank for _key, rank, _score in ordered)
    for (_better, above, higher), (key, rank, score) in zip(ordered, ordered[1:], strict=False):
        if rank - above <= sharing[above]:
            found[key] = higher - score
    return found


def change(now, before):
    """Points gained since the year before; None where either is not known.

    >>> change(Decimal("87.42"), Decimal("87.20"))
    Decimal('0.22')
    """
    return None if now is None or before is None else now - before


def rank_change(now, before):
    """Places gained: a smaller rank is better, so 22 before and 8 now is 14.

    >>> rank_change(8, 22)
    14
    """
    return None if now is None or before is None else before - now


def gaps(ranks, of):
    """Runs of places that no known province holds, as (first, last) pairs from 1 to `of`.

    Two that share a rank hold the next place as well.

    >>> gaps([1, 2, 5, 8], 9)
    [(3, 4), (6, 7), (9, 9)]
    >>> gaps([1, 2, 2, 5], 5)
    [(4, 4)]
    """
    found, expected = [], 1
    for rank in [*sorted(ranks), of + 1]:
        if rank > expected:
            found.append((expected, rank - 1))
        expected = max(expected, rank) + 1
    return found


def out_of_order(ranked):
    """Neighbours by rank whose score rises though the rank worsens.

    `ranked`: (rank, score, name) of provinces whose rank and score are both known, one unit.

    >>> out_of_order([(1, 90, "a"), (2, 80, "b"), (3, 85, "c")])
    [('b', 'c')]
    """
    ordered = sorted(ranked)
    return [(better[2], worse[2]) for better, worse in zip(ordered, ordered[1:], strict=False) if worse[1] > better[1]]


def equal_scores(ranked):
    """Provinces with one score and different ranks, as lists of names in order of rank.

    >>> equal_scores([(22, 89, "a"), (23, 89, "b"), (24, 88, "c")])
    [['a', 'b']]
    """
    groups = {}
    for rank, score, name in sorted(ranked):
        groups.setdefault(score, []).append((rank, name))
    return [[name for _, name in group] for group in groups.values() if len({rank for rank, _ in group}) > 1]


def parts_differ(total, parts, tolerance=Decimal("0.01")):
    """Whether parts miss their printed total by more than rounding: `tolerance` a part.

    >>> parts_differ(Decimal("10.00"), [Decimal("4.99"), Decimal("5.00")])
    False
    """
    return abs(total - sum(parts)) > tolerance * len(parts)


def bounds(rank, ranked):
    """The known neighbours between whose scores the score of `rank` must lie: the nearest worse and better rank.

    `ranked`: (rank, score) pairs. None where a side is open.

    >>> bounds(6, [(5, 89), (11, 88)])
    ((11, 88), (5, 89))
    """
    above = max((pair for pair in ranked if pair[0] < rank), default=None)
    below = min((pair for pair in ranked if pair[0] > rank), default=None)
    return (below, above) if above and below else None
