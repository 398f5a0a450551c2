"""A statement of the ledger in two revisions, as the list of corrections tells it."""

from django.utils.text import capfirst

from ..models import Statement
from ..templatetags.formats import pick
from .revised import Revised, state


class Restated:
    """How places and statements are called on the day of a ledger."""

    def __init__(self, catalogue, edition):
        self.gazetteer, self.edition = catalogue.gazetteer, edition

    def revised(self, change, of):
        """A Change of statements as Revised."""
        told = change.new or change.old
        place = self.gazetteer.place(told.province.slug, self.edition.as_of)
        return Revised(
            name=pick(told.district, "name") if told.district else place.name,
            province=place.slug,
            district=told.district and told.district.slug,
            component=None,
            measure=told.measure and told.measure.slug,
            label=label(told),
            fact=told.kind,
            series=self.edition.series.slug,
            is_computed=False,
            old=change.old and stated(change.old),
            new=change.new and stated(change.new),
        )


def label(told):
    """Hồ sơ nộp trực tuyến (kết quả thực hiện, Trung tâm, 2023); Nhiệm vụ (2024)."""
    years = "–".join(dict.fromkeys(str(year) for year in (told.year_from, told.year_to) if year))
    about = [told.get_kind_display(), pick(told, "body"), told.get_level_display(), years]
    name = pick(told.measure, "name") if told.measure else capfirst(about.pop(0))
    about = ", ".join(filter(None, about))
    return f"{name} ({about})" if about else name


def stated(told):
    """What a statement says, as a state that has a comparator and a qualifier too; of a commitment its words."""
    is_figure = told.kind != Statement.Kind.COMMITMENT
    shown = {"score": told.value, "digits": told.digits, "unit": told.unit}
    words = {name: getattr(told, name) or None for name in ("comparator", "qualifier", "of")}
    return state(shown, None) | words | {"printed": told.printed if is_figure else pick(told, "text")}
