"""One province in one edition: every component, every citation. The page to cite."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from ..models import Aggregate, Citation, Fact, Result
from ..templatetags.formats import pick
from .changes import SHOWN
from .figures import Marks, aggregate_cells, as_printed, cited, trimmed
from .known import Known
from .report import Column, Report
from .revised import state, state_of, told_apart

BESIDE = (Fact.MEAN, Fact.MEAN_CHANGE)


@dataclass(frozen=True, kw_only=True)
class ProvinceEdition(Report):
    """`rows`: one for each citation, by component, the preferred one first; a component without any has one empty row.

    `figures`: {component: cells of what is shown}, `earlier` those of the year before where it may be compared.
    `revised`: the figures that differ from the revision before; of an earlier revision, from the current one.
    `aggregates`: announced means of the country and of the province's region. `peers`: the wholes of all provinces.
    """

    place: object
    figures: dict
    earlier: dict
    peers: list
    region_size: int | None
    revised: list


def province_edition(catalogue, edition, place):
    """What is known of a place (as it was on the edition's day) in an edition."""
    before, marks, criteria = catalogue.year_before(edition), Marks(), catalogue.criteria(edition)
    editions = [each for each in (edition, before, catalogue.against(edition)) if each]
    known = Known(catalogue, Citation.objects.of_provinces([place.pk], editions), marks)
    cells = {slug: known.cells(edition, slug, before) for slug in criteria}
    return ProvinceEdition(
        slug=f"{place.slug}-{edition.series.slug}-{edition.year}",
        title=f"{place.name}, {edition.series.short} {edition.year}",
        columns=columns(),
        rows=rows_of(criteria, known, edition, cells, marks),
        edition=edition,
        aggregates=beside(edition, place, marks, criteria),
        sources=marks.sources,
        notes=list(filter(None, [pick(edition, "note")])),
        place=place,
        figures=cells,
        earlier={slug: known.cells(before, slug, None) for slug in criteria} if before else {},
        peers=[peer._replace(score=as_printed(peer)) for peer in Result.objects.wholes([edition])],
        region_size=catalogue.region_size(edition, place),
        revised=revised(catalogue, edition, place, known, cells),
        superseded_by=catalogue.superseded_by(edition),
    )


def revised(catalogue, edition, place, known, cells):
    """What another revision says otherwise of the province, component by component; nothing without another."""
    other, size = catalogue.against(edition), catalogue.region_size(edition, place)
    if other is None:
        return []
    states = []
    for slug, own in cells.items():
        figure = known.figure(other, slug)
        of = known.count(figure) or other.ranked
        pair = [figure and state({name: getattr(figure, name) for name in SHOWN}, of), state_of(own)]
        pair = pair if catalogue.is_current(edition) else pair[::-1]
        states.append((place, slug, *pair, size))
    labels = {slug: pick(criterion, "name") for slug, criterion in catalogue.criteria(edition).items()}
    return told_apart(edition, labels, states)


def columns():
    return (
        Column("component", _("Mã thành phần")),
        Column("name", _("Chỉ số thành phần")),
        Column("maximum", _("Điểm tối đa")),
        Column("score", _("Điểm")),
        Column("unit", _("Đơn vị")),
        Column("printed", _("Ghi theo nguồn")),
        Column("rank", _("Thứ hạng")),
        Column("of", _("Trên")),
        Column("region_rank", _("Thứ hạng trong vùng")),
        Column("shown", _("Số hiển thị")),
        Column("source", _("Nguồn")),
        Column("paragraph", _("Đoạn")),
        Column("how", _("Suy ra")),
        Column("note", _("Ghi chú")),
    )


def rows_of(criteria, known, edition, cells, marks):
    rows = []
    for slug, criterion in criteria.items():
        about = {
            "component": slug,
            "name": pick(criterion, "name"),
            "maximum": trimmed(criterion.maximum),
            "of": cells[slug]["of"],
        }
        figure = known.figure(edition, slug)
        told = [cited(citation, marks) for citation in figure.citations] if figure else [EMPTY]
        rows += [about | each | {"shown": shown(each, cells[slug], told)} for each in told]
    return rows


EMPTY = dict.fromkeys(("mark", "source", "paragraph", "score", "printed", "unit", "rank", "region_rank"))
EMPTY |= {"how": "", "note": ""}


def shown(citation, cells, told):
    """The keys of which this citation gives the figure that pages show: those that no citation before it gives."""
    before = told[: told.index(citation)]
    keys = ("score", "rank", "region_rank")
    return [key for key in keys if citation[key] is not None and all(each[key] is None for each in before)]


def beside(edition, place, marks, criteria):
    """The announced means that the province stands beside: of the country, and of its region."""
    region = place.region.slug if place.region else None
    told = Aggregate.objects.told().filter(edition=edition, fact__in=BESIDE) if edition.aggregate_count else []
    return [aggregate_cells(each, marks, criteria) for each in told if each.region__slug in (None, region)]
