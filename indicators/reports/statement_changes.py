"""What a revision of the ledger changes: statements that are new, and statements that are gone."""

from collections import Counter
from dataclasses import dataclass

from ..models import Statement

SAID = [
    field.attname
    for field in Statement._meta.concrete_fields
    if not field.primary_key and field.name not in ("edition", "line")
]


@dataclass(frozen=True)
class StatementChanges:
    """`new`, `removed`: Statements, in the order of their files. `unchanged`: how many stay whole."""

    new: list
    removed: list
    unchanged: int

    @property
    def is_empty(self):
        return not (self.new or self.removed)


def statement_changes(edition, before):
    """What `edition` says that the revision `before` did not, and the other way; with None everything is new.

    A statement in which anything differs, be it a note, is a removed one and a new one.
    """
    now, then = statements(edition), statements(before) if before else []
    new, removed = without(now, then), without(then, now)
    return StatementChanges(new, removed, len(now) - len(new))


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
