"""What a file's words may refer to: looked up once for a whole file."""

from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from provinces.models import Region
from provinces.names import Register

from ..models import Criterion, Edition, Source


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
    def regions(self):
        return {region.slug: region for region in Region.objects.on(self.edition.as_of)}

    @cached_property
    def sources(self):
        return {source.slug: source for source in Source.objects.all()}

    @cached_property
    def criteria(self):
        """The criteria in force that year, by the component's slug."""
        return {criterion.component.slug: criterion for criterion in Criterion.objects.of(self.edition)}

    def highest(self, component, unit):
        """The largest score possible: the component's maximum in points, else that of the whole; 100 for a share."""
        if unit == "%":
            return 100
        known = chain([self.criteria.get(component)], [self.criteria.get("overall")])
        return next((criterion.maximum for criterion in known if criterion and criterion.maximum), None)
