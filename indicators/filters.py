"""What a reader may ask in the query string. A word that cannot be used is named, and ignored."""

from functools import cached_property
from urllib.parse import urlencode

from django_filters import CharFilter, ChoiceFilter, FilterSet, ModelChoiceFilter

from provinces.models import Province

from .models import Area, Source, Statement
from .reports import MOST, ORDERS

DIRECTIONS = [(f"{sign}{order}", order) for order in ORDERS for sign in ("", "-")]


class Question(FilterSet):
    """What is asked in a query string. `usable`: the parameters that choose rows."""

    usable = ()

    @property
    def unusable(self):
        """The values that mean nothing, in the order of the parameters."""
        return [self.data[name] for name in self.filters if name in self.form.errors]

    @property
    def shown(self):
        """Primary keys of the rows to show, or None where all are."""
        self.is_valid()
        asked = [name for name in self.usable if self.form.cleaned_data.get(name)] if self.form.is_bound else []
        return set(self.narrowed(asked).values_list("pk", flat=True)) if asked else None

    def narrowed(self, names):
        rows = self.queryset
        for name in names:
            rows = self.filters[name].filter(rows, self.form.cleaned_data[name])
        return rows


class LedgerFilter(Question):
    """Which statements are shown; whether a target was met is told by all of them."""

    province = ChoiceFilter(field_name="province__slug")
    area = ChoiceFilter(choices=Area)
    year = ChoiceFilter(choices=[(str(year), year) for year in range(1945, 2101)], method="in_year")
    kind = ChoiceFilter(choices=Statement.Kind)
    source = ModelChoiceFilter(queryset=Source.objects.all(), to_field_name="slug")

    usable = ("province", "area", "year", "kind", "source")

    class Meta:
        model = Statement
        fields = []

    def __init__(self, asked, gazetteer):
        super().__init__(asked, queryset=Statement.objects.published().order_by())
        self.filters["province"].extra["choices"] = [(slug, slug) for slug in gazetteer.slugs]

    def in_year(self, statements, name, value):
        return statements.filter(year_from__lte=value, year_to__gte=value)


class RankingFilter(Question):
    """Which provinces of an edition are shown, of which component, in which order.

    It chooses rows, never what is counted: the ranking itself always comes from the whole edition.
    """

    component = ChoiceFilter(method="leave")
    region = ChoiceFilter(method="in_region")
    q = CharFilter(method="named", max_length=60)
    order = ChoiceFilter(choices=DIRECTIONS, method="leave")
    view = ChoiceFilter(choices=[("components", "components")], method="leave")

    usable = ("region", "q")

    class Meta:
        model = Province
        fields = []

    def __init__(self, asked, catalogue, edition):
        super().__init__(asked, queryset=Province.objects.order_by())
        self.places = catalogue.places(edition)
        regions = catalogue.gazetteer.regions(edition.as_of)
        self.filters["component"].extra["choices"] = [(slug, slug) for slug in catalogue.criteria(edition)]
        self.filters["region"].extra["choices"] = [(region.slug, region.slug) for region in regions]

    @property
    def asked(self):
        """What is asked and can be used, {parameter: value}, with the revision that the address names."""
        self.is_valid()
        usable = {name: value for name, value in self.form.cleaned_data.items() if value} if self.form.is_bound else {}
        return usable | {name: self.data[name] for name in ("revision",) if self.data.get(name)}

    def leave(self, provinces, name, value):
        return provinces

    def in_region(self, provinces, name, value):
        return provinces.filter(
            pk__in=[pk for pk, place in self.places.items() if place.region and place.region.slug == value]
        )

    def named(self, provinces, name, value):
        return provinces.filter(pk__in=Province.objects.search(value).values("pk"))

    def asked_for(self, name, otherwise):
        """The usable value of a parameter."""
        return self.form.cleaned_data.get(name) or otherwise if self.is_valid() or self.form.is_bound else otherwise


class Unasked:
    """What a ranking shows to who asks nothing; a filter that reads nothing is not made."""

    asked, shown, unusable = {}, None, ()

    def asked_for(self, name, otherwise):
        return otherwise


UNASKED = Unasked()


def ranking_choice(asked, catalogue, edition):
    """What a query string asks of the ranking of an edition."""
    return RankingFilter(asked, catalogue, edition) if asked else UNASKED


class CompareChoice:
    """What is compared: up to five places, in a series and one of its components.

    `places`: each once, in the order asked. `surplus`: the places past the fifth. `unusable`: the words that mean
    nothing, in the order of the parameters.
    """

    def __init__(self, asked, catalogue, day):
        gazetteer, self.catalogue, self.unusable = catalogue.gazetteer, catalogue, []
        slugs = dict.fromkeys(filter(None, asked.getlist("province")))
        found = [gazetteer.place(slug, day) for slug in slugs if self._is_usable(slug, gazetteer)]
        self.places, self.surplus = found[:MOST], found[MOST:]
        self.series = self._one_of(self.indices, asked.get("series"))
        self.component = self._one_of(self.components, asked.get("component"))

    def _is_usable(self, word, known):
        if word not in known:
            self.unusable.append(word)
        return word in known

    def _one_of(self, known, word):
        """The key that was asked for, or the first; None where there is none."""
        return word if word and self._is_usable(word, known) else next(iter(known), None)

    @cached_property
    def indices(self):
        """{slug: series} of the series that have an edition and components."""
        return {each.slug: each for each in self.catalogue.series if self.catalogue.histories(each.slug)}

    @cached_property
    def components(self):
        """{slug: newest criterion} of the series chosen, the whole first."""
        histories = self.catalogue.histories(self.series) if self.series else {}
        return {slug: criteria[-1] for slug, criteria in histories.items()}

    def without(self, place):
        """The query string of the same question without one place."""
        return self.query([other for other in self.places if other != place])

    def query(self, places):
        """The query string that asks for these places in the same series and component."""
        asked = [("province", place.slug) for place in places]
        default = next(iter(self.indices), None), next(iter(self.components), None)
        if self.series != default[0]:
            asked.append(("series", self.series))
        if self.component != default[1]:
            asked.append(("component", self.component))
        return f"?{urlencode(asked)}" if asked else ""
