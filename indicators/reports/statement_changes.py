"""What a revision of the ledger changes: statements that are new, said otherwise, or gone."""

from collections import Counter
from dataclasses import dataclass

from ..models import Statement

SAID = [
    field.attname
    for field in Statement._meta.concrete_fields
    if not field.primary_key and field.name not in ("edition", "line")
]
# Of what a figure speaks: a source says it once.
SUBJECT = ("kind", "province_id", "district_id", "year_from", "year_to", "measure_id", "level", "body_vi", "source_id")


@dataclass(frozen=True)
class StatementChanges:
    """`new`, `removed`: Statements, in the order of their files; `changed`: (before, after) pairs of one subject.

    `unchanged`: how many stay whole.
    """

    new: list
    removed: list
    changed: list
    unchanged: int

    @property
    def is_empty(self):
        return not (self.new or self.removed or self.changed)


def statement_changes(edition, before):
    """What `edition` says that the revision `before` did not, and the other way; with None everything is new.

    A commitment in which anything differs is a removed one and a new one: it has no subject but its words.
    """
    now, then = statements(edition), statements(before) if before else []
    new, removed = without(now, then), without(then, now)
    unchanged, (olds, news) = len(now) - len(new), map(by_subject, (removed, new))
    changed = [(olds[subject], each) for subject, each in news.items() if subject in olds]
    paired = {each.pk for pair in changed for each in pair}
    new, removed = ([each for each in found if each.pk not in paired] for found in (new, removed))
    return StatementChanges(new, removed, changed, unchanged)


def by_subject(found):
    """{subject: the only figure that speaks of it}"""
    subjects = [tuple(getattr(each, name) for name in SUBJECT) for each in found]
    pairs = zip(subjects, found, strict=True)
    return {subject: each for subject, each in pairs if each.measure_id and subjects.count(subject) == 1}


def statements(edition):
    return list(edition.statements.select_related("province", "district", "measure", "source").order_by("line"))


def said(statement):
    return tuple(getattr(statement, name) for name in SAID)


def without(statements, others):
    """The statements that have no equal among the others; each of those answers for one."""
    left, found = Counter(map(said, others)), []
    for each in statements:
        if left[said(each)]:
            left[said(each)] -= 1
        else:
            found.append(each)
    return found
