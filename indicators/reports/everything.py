"""All that is published of one series, or of all of them, as tables that a stranger's program can join."""

from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from provinces.eras import of_one_era

from ..models import Aggregate, Citation, Result, Series
from ..templatetags.formats import pick
from .aggregates import columns as aggregate_columns
from .aggregates import row as aggregate_row
from .components import components
from .corrections import corrections
from .directory import directory
from .editions import editions
from .figures import Marks
from .ledger import targets
from .ranking import positioned, rows_of
from .report import Column, Report, figure_columns
from .sources import citation_columns, citation_row, sources


@dataclass(frozen=True)
class Table:
    """A report under its name in an archive; `key`: the columns that tell its rows apart, none where none do.

    Its rows may be read once only: figures come edition by edition, so that never all of them are in memory.
    """

    name: str
    report: Report
    key: tuple = ()


def everything(catalogue, series, day):
    """The tables of one series (slug), or of all published ones (None). `day`: what has become due by then."""
    slugs = {each.series.slug for each in catalogue.editions} if series is None else {series}
    yield Table("provinces", directory(catalogue, day), ("province", "era"))
    yield Table("sources", sources(series), ("source",))
    if slugs != {Series.LEDGER}:
        yield from indices(catalogue, [each for each in catalogue.editions if each.series.slug in slugs], slugs)
    if series in (None, Series.LEDGER):
        yield Table("statements", targets(catalogue, day))
    yield Table("corrections", corrections(catalogue, series))


def indices(catalogue, published, slugs):
    """What was announced of the indices, and what each source printed of it."""
    yield Table("editions", only(editions(catalogue), slugs, _("Kỳ công bố")), ("series", "year"))
    yield Table(
        "components",
        only(components(catalogue), slugs, _("Chỉ số thành phần")),
        ("series", "component", "rules", "year_from"),
    )
    edition = (Column("series", _("Chỉ số")), Column("year", _("Năm đánh giá")), Column("revision", _("Lần")))
    part = (Column("component", _("Mã thành phần")), Column("component_name", _("Chỉ số thành phần")))
    place = (Column("province", _("Mã")), Column("name", _("Tỉnh, thành phố")), Column("region", _("Vùng")))
    columns = (*edition, *part, *place, *figure_columns())
    rows = (row for each in published for row in results(catalogue, each))
    key = ("series", "year", "component", "province")
    yield Table("results", report("results", _("Số liệu"), columns, rows), key)
    columns = (*citation_columns(), Column("source", _("Nguồn")))
    rows = (row for each in published for row in citations(catalogue, each))
    yield Table("citations", report("citations", _("Trích dẫn"), columns, rows))
    rows = (row for each in published for row in aggregates(catalogue, each))
    yield Table("aggregates", report("aggregates", _("Số liệu chung"), (*edition, *aggregate_columns()), rows))


def report(slug, title, columns, rows):
    return Report(slug=slug, title=title, columns=columns, rows=rows)


def only(found, slugs, title):
    """The rows of some series, under a title of their own."""
    return replace(found, title=title, rows=[row for row in found.rows if row["series"] in slugs])


def about(edition):
    return {"series": edition.series.slug, "year": edition.year, "revision": edition.revision}


def results(catalogue, edition):
    """The figures that rankings show of every component, without the provinces of which nothing is known."""
    places, before = catalogue.places(edition), of_one_era(edition, catalogue.year_before(edition))
    printed, earlier = {}, {}
    for told in Citation.objects.in_editions([edition]):
        printed.setdefault(told.result__component__slug, []).append(told)
    for result in Result.objects.of_whole_edition(before) if before else ():
        earlier.setdefault(result.component__slug, {})[result.province_id] = result
    for component, criterion in catalogue.criteria(edition).items():
        same = positioned(before, earlier.get(component, {})) if before else {}
        part = about(edition) | {"component": component, "component_name": pick(criterion, "name")}
        rows = rows_of(edition, printed.get(component, []), places, same, Marks())
        yield from (part | row for row in rows if row["citations"])


def citations(catalogue, edition):
    """What each source printed, in the order of the edition's file."""
    for told in Citation.objects.in_editions([edition]):
        yield citation_row(catalogue, {edition.pk: edition}, told) | {"source": told.source__slug}


def aggregates(catalogue, edition):
    """What was announced of the country and the regions."""
    if edition.aggregate_count:
        marks, criteria = Marks(), catalogue.criteria(edition)
        told = Aggregate.objects.in_editions([edition])
        yield from (about(edition) | aggregate_row(each, marks, criteria) for each in told)
