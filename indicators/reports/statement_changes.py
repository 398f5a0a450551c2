"""What a revision of the ledger changes: statements that are new, that say another figure, or that are gone."""

from collections import Counter, defaultdict

from ..models import Statement
from .revised import Change, Changes

STATEMENT = "statement"
SAID = [
    field.attname
    for field in Statement._meta.concrete_fields
    if not field.primary_key and field.name not in ("edition", "line")
]
# Of what a figure speaks: a source says it once.
SUBJECT = ("kind", "province_id", "district_id", "year_from", "year_to", "measure_id", "level", "body_vi", "source_id")
FIGURE = ("comparator", "qualifier", "printed", "value", "digits", "unit", "of")


def statement_changes_of(pairs):
    """{primary key of a ledger: what it changes} of (edition, revision before or None) pairs; one query for all."""
    told = statements({each for pair in pairs for each in pair if each})
    return {each.pk: changed(told[each.pk], told[before.pk] if before else []) for each, before in pairs}


def statements(editions):
    """{primary key of a ledger: its statements in the order of its file}"""
    found = defaultdict(list)
    told = Statement.objects.filter(edition__in=editions).select_related("province", "district", "measure")
    for each in told.order_by("line"):
        found[each.edition_id].append(each)
    return found


def changed(now, then):
    """The Changes between what is stated now and what was then.

    A commitment in which anything differs is a removed one and a new one: it has no subject but its words.
    """
    new, removed = without(now, then), without(then, now)
    unchanged, (olds, news) = len(now) - len(new), map(by_subject, (removed, new))
    pairs = [(olds[subject], each) for subject, each in news.items() if subject in olds]
    paired = {each.pk for pair in pairs for each in pair}
    same = [pair for pair in pairs if cells(FIGURE, pair[0]) == cells(FIGURE, pair[1])]
    return Changes(
        new=[change(None, each) for each in new if each.pk not in paired],
        removed=[change(each, None) for each in removed if each.pk not in paired],
        changed=[change(*pair) for pair in pairs if pair not in same],
        reworded=[change(*pair) for pair in same],
        unchanged=unchanged,
    )


def change(old, new):
    return Change((STATEMENT, (new or old).province_id), old, new)


def by_subject(found):
    """{subject: the only figure that speaks of it}"""
    subjects = [cells(SUBJECT, each) for each in found]
    pairs = zip(subjects, found, strict=True)
    return {subject: each for subject, each in pairs if each.measure_id and subjects.count(subject) == 1}


def cells(names, statement):
    return tuple(getattr(statement, name) for name in names)


def without(statements, others):
    """The statements that have no equal among the others; each of those answers for one."""
    left, found = Counter(cells(SAID, each) for each in others), []
    for each in statements:
        said = cells(SAID, each)
        if left[said]:
            left[said] -= 1
        else:
            found.append(each)
    return found
