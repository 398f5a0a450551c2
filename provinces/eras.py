"""The line of 30 June 2025, which no rank, mean or change crosses: whatever would cross it is refused."""

from .days import LAST_DAY_OF_63


class AcrossEras(ValueError):
    """A rank, a mean or a change was asked of figures from both sides of 30 June 2025, or of a place of another day."""


def same_era(day, other):
    """Whether the same set of provinces existed on both days."""
    return (day <= LAST_DAY_OF_63) == (other <= LAST_DAY_OF_63)


def of_one_era(edition, other):
    """The second of two editions (or None), each read on its `as_of`, for figures that meet those of the first.

    AcrossEras where they may not.
    """
    if other is not None and not same_era(edition.as_of, other.as_of):
        raise AcrossEras(f"{edition.year} and {other.year} do not count the same provinces")
    return other


class PlacesOfDay(dict):
    """{primary key: place} of the places that existed on a day; a rank, a mean or a row of any other is refused."""

    def __init__(self, day, places):
        super().__init__((place.pk, place) for place in places)
        self.day = day

    def __missing__(self, pk):
        raise AcrossEras(f"province {pk} did not exist on {self.day}")
