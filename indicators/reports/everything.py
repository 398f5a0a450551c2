"""All that is published of one series, or of all of them, as tables that a stranger's program can join."""

from dataclasses import dataclass, replace
from itertools import groupby
from operator import attrgetter

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

    Its rows may be read once only: figures come from one query as they are asked for, so that never all of them are in
    memory.
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
    key = ("series", "year", "component", "province")
    yield Table("results", report("results", _("Số liệu"), columns, results(catalogue, published)), key)
    columns = (*citation_columns(), Column("source", _("Nguồn")))
    yield Table("citations", report("citations", _("Trích dẫn"), columns, citations(catalogue, published)))
    columns = (*edition, *aggregate_columns())
    yield Table("aggregates", report("aggregates", _("Số liệu chung"), columns, aggregates(catalogue, published)))


def report(slug, title, columns, rows):
    return Report(slug=slug, title=title, columns=columns, rows=rows)


def only(found, slugs, title):
    """The rows of some series, under a title of their own."""
    return replace(found, title=title, rows=[row for row in found.rows if row["series"] in slugs])


def about(edition):
    return {"series": edition.series.slug, "year": edition.year, "revision": edition.revision}


class Stream:
    """Rows of many editions, which come edition by edition in the order of the catalogue; read once, one at a time."""

    def __init__(self, rows, edition):
        self.groups, self.next = groupby(rows.iterator(), attrgetter(edition)), (None, ())

    def of(self, edition):
        """The rows of an edition that comes after those asked for before; none where it has none."""
        if self.next[0] is None:
            self.next = next(self.groups, (0, ()))
        if self.next[0] != edition.pk:
            return []
        rows, self.next = list(self.next[1]), (None, ())
        return rows


def results(catalogue, published):
    """The figures that rankings show of every component, without the provinces of which nothing is known."""
    before = {each: of_one_era(each, catalogue.year_before(each)) for each in published}
    printed = Stream(Citation.objects.edition_by_edition(published), "result__edition_id")
    earlier = Stream(Result.objects.edition_by_edition(filter(None, before.values())), "edition_id")
    for edition, other in before.items():
        found = earlier.of(other) if other else ()
        yield from results_of(catalogue, edition, printed.of(edition), other, found)


def results_of(catalogue, edition, cited, before, found):
    """The rows of one edition from what was printed of it. `found`: the results of the edition `before`."""
    places, printed, earlier = catalogue.places(edition), {}, {}
    for told in cited:
        printed.setdefault(told.result__component__slug, []).append(told)
    for result in found:
        earlier.setdefault(result.component__slug, {})[result.province_id] = result
    for component, criterion in catalogue.criteria(edition).items():
        same = positioned(before, earlier.get(component, {})) if before else {}
        part = about(edition) | {"component": component, "component_name": pick(criterion, "name")}
        rows = rows_of(edition, printed.get(component, []), places, same, Marks())
        yield from (part | row for row in rows if row["citations"])


def citations(catalogue, published):
    """What each source printed, in the order of the editions' files."""
    editions = {each.pk: each for each in published}
    for told in Citation.objects.edition_by_edition(published).iterator():
        yield citation_row(catalogue, editions, told) | {"source": told.source__slug}


def aggregates(catalogue, published):
    """What was announced of the country and the regions."""
    told = Stream(Aggregate.objects.edition_by_edition(published), "edition_id")
    for edition in published:
        marks, criteria = Marks(), catalogue.criteria(edition)
        yield from (about(edition) | aggregate_row(each, marks, criteria) for each in told.of(edition))
