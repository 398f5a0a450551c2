"""What cannot be, said once: the checks that several tables share. The database itself refuses what breaks them."""

from django.db.models import CheckConstraint, Q


def one_of(column, choices, name):
    """The words of a closed list; also nothing, where the list has the empty word."""
    return CheckConstraint(condition=Q(**{f"{column}__in": list(choices)}), name=name)


def from_one(column, name):
    """A rank that is known is 1 or more."""
    return CheckConstraint(condition=Q(**{f"{column}__isnull": True}) | Q(**{f"{column}__gte": 1}), name=name)


def in_both(text, name):
    """Words are there in Vietnamese and in English, or not at all."""
    neither = Q(**{f"{text}_vi": "", f"{text}_en": ""})
    return CheckConstraint(condition=neither | ~Q(**{f"{text}_vi": ""}) & ~Q(**{f"{text}_en": ""}), name=name)


def not_negative(column, name):
    return CheckConstraint(condition=Q(**{f"{column}__isnull": True}) | Q(**{f"{column}__gte": 0}), name=name)


def figure_is_whole(name):
    """A score has its decimals and unit; without a score there is neither."""
    known = Q(score__isnull=False, digits__isnull=False, digits__lte=4) & ~Q(unit="")
    return CheckConstraint(condition=known | Q(score__isnull=True, digits__isnull=True, unit=""), name=name)


def says_something(name):
    """A score, a rank, or at least a rank in the region."""
    known = Q(score__isnull=False) | Q(rank__isnull=False) | Q(region_rank__isnull=False)
    return CheckConstraint(condition=known, name=name)
