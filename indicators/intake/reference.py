"""What a file's words may refer to: looked up once for a whole file."""

from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from provinces.models import Province, Region
from provinces.names import Register
from provinces.spelling import fold

from ..models import Criterion, Edition, Result, Source


@dataclass
class Reference:
    """Provinces as they are on the edition's day, its components and maxima, all sources."""

    edition: Edition

    def province(self, name):
        """The province of that name or slug on the edition's day. Raises UnknownName, with suggestions."""
        return self.register.resolve(name, self.edition.as_of)

    @cached_property
    def register(self):
        return Register.read()

    @cached_property
    def places(self):
        """{slug: name} of the provinces on the edition's day, in the order of their alphabet."""
        return {place.slug: place.name_vi for place in Province.objects.on(self.edition.as_of).ordered()}

    @cached_property
    def regions(self):
        return {region.slug: region for region in Region.objects.on(self.edition.as_of)}

    @cached_property
    def sources(self):
        return {source.slug: source for source in Source.objects.all()}

    @cached_property
    def criteria(self):
        """The criteria in force that year, by the component's slug."""
        return {criterion.component.slug: criterion for criterion in Criterion.objects.of(self.edition)}

    @cached_property
    def names_of_components(self):
        """(folded name, slug) of the components of this year by the names they have had, the longest first."""
        names = Criterion.objects.names_of(self.edition.series_id, self.criteria)
        found = {(fold(name), slug) for *both, slug in names for name in both if name and slug != "overall"}
        return sorted(found, key=lambda pair: (-len(pair[0]), pair))

    @cached_property
    def unit_of_whole(self):
        """The unit in which the series has been announced before: a heading that says "score" alone means it."""
        return Result.objects.unit_of_whole(self.edition.series_id) or "points"

    def usual_unit(self, component):
        return self.unit_of_whole if component == "overall" else "points"

    def highest(self, component, unit):
        """The largest score possible: the component's maximum in points, else that of the whole; 100 for a share."""
        if unit == "%":
            return 100
        known = chain([self.criteria.get(component)], [self.criteria.get("overall")])
        return next((criterion.maximum for criterion in known if criterion and criterion.maximum), None)
