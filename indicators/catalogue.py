"""Everything that pages look up again and again, read once for each publication stamp."""

from collections import Counter, defaultdict
from functools import cached_property

from provinces.eras import PlacesOfDay, same_era
from provinces.gazetteer import Gazetteer

from .caching import Memory, remembered
from .models import Criterion, Edition, Result, Series

RANKINGS_KEPT = 36  # rankings, and what is drawn and written of them, of about 150 kB each
ARCHIVES_KEPT = 2  # one a language, of about 3 MB each


def in_order_of_publication(edition):
    return edition.published_at, edition.revision


class Catalogue:
    """The places, the published editions of indices, and the criteria. Reports ask it, and so never meet a draft.

    `once_public`: every edition that the public reads or has read, in the order of publication.
    `memory` holds what was made of them (whole rankings), so that a filter or another order asks no figure again.
    `every_edition`: the published ones, of the ledger too. `archives`: memory for the files of everything.
    """

    def __init__(self):
        self.memory, self.archives = Memory(RANKINGS_KEPT), Memory(ARCHIVES_KEPT)
        self.gazetteer = Gazetteer.read()
        known = list(Edition.objects.ever_public().listed())
        shown = [each for each in known if each.is_shown]
        self.editions = [each for each in shown if each.series.slug != Series.LEDGER]
        self.every_edition = shown
        self.once_public = sorted((each for each in known if each.published_at), key=in_order_of_publication)
        self._criteria, self._region_sizes = defaultdict(list), {}
        for criterion in Criterion.objects.select_related("component__series"):
            self._criteria[criterion.component.series.slug, criterion.rules].append(criterion)

    @cached_property
    def _by_year(self):
        return {(edition.series.slug, edition.year): edition for edition in self.every_edition}

    def edition(self, series, year):
        """The published edition of an index (slug) and year, or None."""
        return None if series == Series.LEDGER else self._by_year.get((series, year))

    def editions_of(self, series):
        """The published editions of a series, the newest first."""
        return [edition for edition in self.editions if edition.series.slug == series]

    @cached_property
    def _revisions(self):
        found = defaultdict(list)
        for edition in self.once_public:
            found[edition.series.slug, edition.year].append(edition)
        return found

    def revisions(self, series, year):
        """The revisions of a series (slug) and year that the public reads or has read, in the order of publication."""
        return self._revisions.get((series, year), [])

    def current(self, edition):
        """The revision of the same year that the public reads now, or None."""
        return self._by_year.get((edition.series.slug, edition.year))

    def is_current(self, edition):
        return self.current(edition) == edition

    def revision_before(self, edition):
        """The revision that the public read before this one (a draft: reads now), or None."""
        told = [each for each in self.revisions(edition.series.slug, edition.year) if each != edition]
        if edition.published_at:
            moment = in_order_of_publication(edition)
            told = [each for each in told if in_order_of_publication(each) < moment]
        return told[-1] if told else None

    def against(self, edition):
        """The revision that a page of this one is told against: the current one, of the current the one before it."""
        return self.revision_before(edition) if self.is_current(edition) else self.current(edition)

    def restored(self, edition):
        """The number of the earlier revision whose figures this one shows again, or None."""
        return next((each.revision for each in self.once_public if each.pk == edition.restores_id), None)

    def superseded_by(self, edition):
        """The number of the newest revision of its year, where that is another; else None."""
        newest = self.current(edition) or self.revisions(edition.series.slug, edition.year)[-1]
        return None if newest == edition else newest.revision

    @cached_property
    def known_in_components(self):
        """{(component, year): how many provinces have a national score or rank}."""
        return Result.objects.known_in_components()

    @cached_property
    def series(self):
        """The series that have an edition, in their order."""
        return list({edition.series.slug: edition.series for edition in self.editions}.values())

    @cached_property
    def every_series(self):
        """The same, and the ledger."""
        return list({edition.series.slug: edition.series for edition in self.every_edition}.values())

    def criteria(self, edition):
        """{component slug: its criterion in the year of the edition}, the whole first."""
        found = self._criteria[edition.series.slug, edition.rules]
        return {each.component.slug: each for each in found if each.year_from <= edition.year <= each.year_to}

    def histories(self, series):
        """{component slug: its criteria under every set of rules, the oldest first} of a series, the whole first."""
        criteria = [each for (slug, _rules), found in self._criteria.items() if slug == series for each in found]
        histories = {}
        for each in sorted(criteria, key=lambda each: (each.component.order, each.year_from)):
            histories.setdefault(each.component.slug, []).append(each)
        return histories

    def year_before(self, edition):
        """The edition a year before, if figures may be compared with it: same era, and rules that allow it."""
        before = self.edition(edition.series.slug, edition.year - 1)
        if before is None or edition.comparable not in (Edition.Comparable.YES, Edition.Comparable.MARK):
            return None
        return before if same_era(before.as_of, edition.as_of) else None

    def run(self, edition):
        """The years up to this edition that one line may join: back to a change of era or of scale."""
        years = [edition.year]
        while self.year_before(edition):
            edition = self.year_before(edition)
            years.insert(0, edition.year)
        return years

    def region_size(self, edition, place):
        """How many provinces the region of a place had on the edition's day; None without a region.

        `place`: as it was on that day.
        """
        if place.region is None:
            return None
        if edition.as_of not in self._region_sizes:
            regions = (other.region for other in self.gazetteer.on(edition.as_of))
            self._region_sizes[edition.as_of] = Counter(region.slug for region in regions if region)
        return self._region_sizes[edition.as_of][place.region.slug]

    def places(self, edition):
        """The provinces that existed on the edition's day, by primary key, in Vietnamese order; others are refused."""
        return PlacesOfDay(edition.as_of, self.gazetteer.on(edition.as_of))


def catalogue(stamp):
    """The catalogue of this stamp."""
    return remembered(("catalogue", stamp), Catalogue)
