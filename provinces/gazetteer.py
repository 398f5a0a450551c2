"""All provinces of all days, in memory and read-only: who existed on a day, by which name, in which region."""

from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from itertools import pairwise
from operator import attrgetter

from .days import FIRST_DAY_OF_34, LAST_DAY_OF_63, Dated
from .models import Membership, Province, Region
from .spelling import sort_key

DAYS_REMEMBERED = 64
STATUS = ("first_day", "last_day", "kind", "name_vi", "name_en")
PROVINCE = ("pk", "slug", *STATUS)
IN_FORCE = (*STATUS, "document")
MERGER = ("became__successor__slug", "became__day", "became__document")


@dataclass(frozen=True)
class Place(Dated):
    """A province as it was on a day: with the name, kind and region of that day.

    `region` is None where it had none, as all had from 1 July to 4 October 2025. `namesake` is the slug of the other
    life of the same name (tay-ninh and tay-ninh-2025), so that pages can say which of the two they mean.
    """

    slug: str
    pk: int
    name: str
    name_en: str
    kind: str
    region: Region | None
    first_day: date | None
    last_day: date | None
    namesake: str | None
    predecessors: tuple[str, ...]
    successor: str | None

    @property
    def era(self):
        """Of which set of provinces: "63" (to 30 June 2025), "34" (since 1 July 2025) or "both"."""
        if self.exists_on(LAST_DAY_OF_63):
            return "both" if self.exists_on(FIRST_DAY_OF_34) else "63"
        return "34"

    @property
    def name_vi(self):
        """The Vietnamese name is shown in both languages."""
        return self.name

    @property
    def sort_key(self):
        return sort_key(self.name)


@dataclass(frozen=True)
class Merger:
    """The predecessor (slug) became a part of the successor (slug) on this day, by this document."""

    predecessor: str
    successor: str
    day: date
    document: str


@dataclass(frozen=True)
class RegionPlaces:
    """The places of one region, in Vietnamese order; region None: those of a day without regions."""

    region: Region | None
    places: tuple[Place, ...]


@dataclass(frozen=True)
class EraPlaces:
    """An era ("63" or "34") as it was on a day, region by region."""

    era: str
    day: date
    regions: tuple[RegionPlaces, ...]


@dataclass(frozen=True)
class Named(Dated):
    """The name and kind that a province had from a day to a day, and the document that gave them, where known."""

    first_day: date | None
    last_day: date | None
    kind: str
    name: str
    name_en: str
    document: str = ""


@dataclass(frozen=True)
class _Life:
    """A province with the statuses and memberships of all its days."""

    pk: int
    slug: str
    whole: Named
    statuses: list = field(default_factory=list)
    memberships: list = field(default_factory=list)

    def as_of(self, day, **relations):
        day = self._nearest(day)
        status = _holding(self.statuses, day) or self.whole
        membership = _holding(self.memberships, day)
        return Place(
            slug=self.slug,
            pk=self.pk,
            name=status.name,
            name_en=status.name_en,
            kind=status.kind,
            region=membership and membership.region,
            first_day=self.whole.first_day,
            last_day=self.whole.last_day,
            **relations,
        )

    def _nearest(self, day):
        day = max(day, self.whole.first_day or day)
        return min(day, self.whole.last_day or day)


class Gazetteer:
    """The provinces of all days. Read once; nothing in it changes."""

    def __init__(self, lives, mergers):
        self._lives = {life.slug: life for life in lives}
        self._became = {merger.predecessor: merger for merger in mergers}
        self._made_of = _grouped(mergers, attrgetter("successor"))
        self._named = _grouped(self._lives, lambda slug: self._lives[slug].whole.name)
        self._places = lru_cache(DAYS_REMEMBERED)(self._places_on)
        self._regions = lru_cache(DAYS_REMEMBERED)(self._regions_on)

    @classmethod
    def read(cls):
        """As the database has it now (two queries)."""
        lives, mergers = _lives()
        for membership in Membership.objects.select_related("region"):
            lives[membership.province_id].memberships.append(membership)
        return cls(lives.values(), mergers)

    @property
    def slugs(self):
        """The slugs of all provinces of all days."""
        return self._lives.keys()

    def __contains__(self, slug):
        return slug in self._lives

    def on(self, day):
        """The places that existed on this day, in Vietnamese order."""
        return self._places(day)

    def place(self, slug, day):
        """The province as it was on this day, or on the nearest day of its life. KeyError: no such slug."""
        return self._place(self._lives[slug], day)

    def regions(self, day):
        """The regions that had places on this day, in their official order; none from 1 July to 4 October 2025."""
        return self._regions(day)

    def _regions_on(self, day):
        regions = {place.region for place in self.on(day) if place.region}
        return tuple(sorted(regions, key=lambda region: region.order))

    def predecessors(self, slug):
        """The mergers that made this province, in Vietnamese order of the predecessors."""
        return self._made_of.get(slug, ())

    def successor(self, slug):
        """The merger that ended this province, or None."""
        return self._became.get(slug)

    def renamings(self, slug, day):
        """The names and kinds that this province has had in turn until this day: pairs of one and the next."""
        had = sorted(self._lives[slug].statuses, key=lambda each: each.first_day or date.min)
        return [(before, after) for before, after in pairwise(had) if after.first_day <= day]

    def directory(self, day):
        """The era of this day as it was then; after it, the era that had ended, on its last day."""
        if day <= LAST_DAY_OF_63:
            return (self._era("63", day),)
        return (self._era("34", day), self._era("63", LAST_DAY_OF_63))

    def _era(self, era, day):
        members = _grouped(self.on(day), attrgetter("region"))
        without = [None] if None in members else []
        groups = [RegionPlaces(region, members[region]) for region in [*self.regions(day), *without]]
        return EraPlaces(era, day, tuple(groups))

    def _places_on(self, day):
        existing = (life for life in self._lives.values() if life.whole.exists_on(day))
        return tuple(sorted((self._place(life, day) for life in existing), key=lambda place: place.sort_key))

    def _place(self, life, day):
        successor = self.successor(life.slug)
        return life.as_of(
            day,
            namesake=next((slug for slug in self._named[life.whole.name] if slug != life.slug), None),
            predecessors=tuple(merger.predecessor for merger in self.predecessors(life.slug)),
            successor=successor and successor.successor,
        )


def _holding(rows, day):
    return next((row for row in rows if row.exists_on(day)), None)


def _grouped(things, key):
    groups = {}
    for thing in things:
        groups.setdefault(key(thing), []).append(thing)
    return {name: tuple(group) for name, group in groups.items()}


def _lives():
    """{pk: life}, each with its statuses, and the mergers by the order of predecessors: one row a status and merger."""
    lives, mergers, width = {}, {}, len(STATUS)
    statuses = [f"statuses__{column}" for column in IN_FORCE]
    for pk, slug, *columns in Province.objects.order_by("sort_key").values_list(*PROVINCE, *statuses, *MERGER):
        whole, status, merger = columns[:width], columns[width:-3], columns[-3:]
        life = lives.setdefault(pk, _Life(pk, slug, Named(*whole)))
        if status[STATUS.index("kind")] and Named(*status) not in life.statuses:
            life.statuses.append(Named(*status))
        if merger[0]:
            mergers[slug, merger[0]] = Merger(slug, *merger)
    return lives, mergers.values()
