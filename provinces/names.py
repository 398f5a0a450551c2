"""From a name as somebody wrote it to the province that bore it on a day."""

from difflib import get_close_matches

from .models import Alias, Province, Status, Succession
from .spelling import fold, search_key, sort_key, tight

__all__ = ["Register", "UnknownName", "fold", "nearest", "resolve", "search_key", "sort_key"]

LIKENESS = 0.6
LONGEST = 60  # comparing grows with the square of the length, and no name is longer


class UnknownName(LookupError):
    """No province had this name on this day.

    `suggestions`: provinces of that day that may have been meant, the likeliest first.
    `elsewhere`: provinces that have the name, but existed on other days only.
    """

    def __init__(self, name, day, suggestions=(), elsewhere=()):
        super().__init__(f"{name!r} was not a province on {day}")
        self.name, self.day = name, day
        self.suggestions, self.elsewhere = list(suggestions), list(elsewhere)


class Register:
    """Every spelling of every province, in memory: for files with a name on each line."""

    def __init__(self, provinces, spellings, mergers, gone=()):
        """`spellings`: (pk, search key) beside the names; `mergers`: (pk of a predecessor, pk of its successor).

        `gone`: (pk, search key) of units that became part of a province before all days known.
        """
        self._provinces = {province.pk: province for province in provinces}
        self._spellings = {}
        named = [(province.pk, province.search_key) for province in provinces]
        addressed = [(province.pk, fold(province.slug)) for province in provinces]
        for pk, key in dict.fromkeys((pk, key.replace(" ", "")) for pk, key in [*named, *addressed, *spellings]):
            self._spellings.setdefault(key, []).append(self._provinces[pk])
        self._mergers, self._gone = mergers, {}
        for pk, key in gone:
            self._gone.setdefault(key.replace(" ", ""), []).append(self._provinces[pk])

    @classmethod
    def read(cls):
        """As the database has them now (four queries)."""
        columns = ("province_id", "search_key")
        spellings, gone = list(Status.objects.values_list(*columns)), []
        for merged_on, *alias in Alias.objects.values_list("merged_on", *columns):
            (gone if merged_on else spellings).append(tuple(alias))
        mergers = list(Succession.objects.values_list("predecessor_id", "successor_id"))
        return cls(Province.objects.ordered(), spellings, mergers, gone)

    def resolve(self, name, day):
        """The province that `name` (slug, name or other spelling, marks or none) meant on this day.

        Raises UnknownName; also where an alias fits two provinces of that day, which then are the suggestions.
        """
        named = self._spellings.get(tight(name), [])
        existing = [province for province in named if province.exists_on(day)]
        if len(existing) == 1:
            return existing[0]
        raise UnknownName(name, day, existing or self._suggestions(name, named, day), [] if existing else named)

    def nearest(self, text, n=3, day=None):
        """At most n provinces, of this day or of any, whose names are most like the text."""
        key = tight(text[:LONGEST])
        known = {spelling: self._of_day(provinces, day) for spelling, provinces in self._spellings.items()}
        likely = get_close_matches(key, [spelling for spelling in known if known[spelling]], n, LIKENESS)
        return list(dict.fromkeys(province for spelling in likely for province in known[spelling]))[:n]

    def _suggestions(self, name, named, day, n=3):
        gone = self._gone.get(tight(name), [])
        likely = self._of_day(gone + self._related(named + gone), day)
        return list(dict.fromkeys(likely if gone else likely + self.nearest(name, n, day)))[:n]

    def _related(self, provinces):
        """What these provinces became, or were made of."""
        keys = {province.pk for province in provinces}
        became = [successor for predecessor, successor in self._mergers if predecessor in keys]
        made_of = [predecessor for predecessor, successor in self._mergers if successor in keys]
        return [self._provinces[pk] for pk in became + made_of]

    def _of_day(self, provinces, day):
        return [province for province in provinces if day is None or province.exists_on(day)]


def resolve(name, day):
    """The province that bore this name on this day; see Register.resolve. For many names read the Register once."""
    return Register.read().resolve(name, day)


def nearest(text, n=3):
    """At most n provinces of any day whose names are most like the text."""
    return Register.read().nearest(text, n)
