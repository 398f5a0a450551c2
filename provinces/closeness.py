"""How close a name comes to what was typed, told by the database from folded keys."""

from functools import reduce
from operator import or_

from django.db.models import Case, F, Min, Q, Value, When
from django.db.models.functions import Replace
from django.db.models.lookups import Contains, Exact, StartsWith

from .spelling import search_key, tight

SAME, BEGINS, LATER_WORD = 0, 1, 2


def closest(rows, text, columns, then_by):
    """Those of the rows with a key, in one of the columns, near `text`: the closest first, each with its `closeness`.

    0: the same name; 1: begins with the text; 2: a later word does. Spaces within do not count: `longan` is `long an`.
    """
    near = rows.annotate(closeness=_closeness(text, columns)).filter(closeness__isnull=False)
    return near.order_by("closeness", *then_by) if search_key(text) else near.none()


def _closeness(text, columns):
    joined = [Replace(F(column), Value(" "), Value("")) for column in columns]
    return Min(
        Case(
            When(_any(Exact, joined, tight(text)), then=SAME),
            When(_any(StartsWith, joined, tight(text)), then=BEGINS),
            When(_any(Contains, map(F, columns), f" {search_key(text)}"), then=LATER_WORD),
        )
    )


def _any(lookup, keys, value):
    return reduce(or_, (Q(lookup(key, Value(value))) for key in keys))
