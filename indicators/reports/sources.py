"""Where figures come from: all sources, and what one of them gives."""

from dataclasses import dataclass, field

from django.core.paginator import Paginator
from django.utils import timezone
from django.utils.translation import gettext as _

from ..models import Aggregate, Citation, Document, Source, Statement
from ..templatetags.formats import pick
from . import ledger as ledgers
from .figures import Marks, aggregate_cells, spoken
from .report import Column, Report

PAGE = 200  # citations a page of a source


@dataclass(frozen=True, kw_only=True)
class SourceReport(Report):
    """One source and the figures cited from it: page `page` of `pages`, `count` in all.

    `openings`: {paragraph: its first words} of an article. `aggregates` are all it says of the country and regions,
    `statements` what it says that places set themselves, report and promise, `documents` what it names.
    """

    source: Source
    ledger: ledgers.Ledger | None = None
    openings: dict = field(default_factory=dict)
    page: int = 1
    pages: int = 1
    count: int = 0


def sources(series=None):
    """Every source, or those of one series (slug), with the number of public figures cited from it, by publisher."""
    found = Source.objects.with_counts() if series is None else Source.objects.of_series(series).counted()
    rows = [source_row(source) for source in found.order_by("publisher", "published", "slug")]
    columns = (
        Column("source", _("Mã")),
        Column("publisher", _("Nơi đăng")),
        Column("title", _("Tên")),
        Column("published", _("Đăng ngày")),
        Column("kind", _("Loại")),
        Column("url", _("Địa chỉ")),
        Column("cited", _("Số trích dẫn")),
    )
    return Report(slug="sources", title=_("Nguồn"), columns=columns, rows=rows)


def source_row(source):
    return {
        "source": source.slug,
        "publisher": source.publisher,
        "title": source.title if source.is_title_seen else "",
        "published": source.published,
        "kind": source.kind,
        "url": source.url,
        "cited": source.cited,
    }


def source(catalogue, source, page=None, today=None):
    """What one source (counted) printed, by edition. `page` of the list; None: all. `today`: when targets are due."""
    citations = Citation.objects.of_source(source)
    shelf = Paginator(citations, PAGE)
    shelf.count = source.cited_results
    shown = shelf.get_page(page) if page is not None else None
    editions = {edition.pk: edition for edition in catalogue.editions}
    told, is_article = stated(catalogue, source, today or timezone.localdate()), source.kind == Source.Kind.ARTICLE
    return SourceReport(
        slug=f"source-{source.slug}",
        title=source.title if source.title and source.is_title_seen else source.publisher or source.slug,
        columns=citation_columns(),
        rows=[citation_row(catalogue, editions, told) for told in (citations if shown is None else shown.object_list)],
        source=source,
        openings=dict(source.paragraphs.values_list("number", "opening")) if is_article else {},
        aggregates=aggregates(catalogue, editions, source),
        ledger=told,
        statements=told.by_columns() if told else [],
        documents=ledgers.documents(Document.objects.filter(source=source).told()) if is_article else [],
        page=shown.number if shown else 1,
        pages=shelf.num_pages if shown else 1,
        count=shelf.count,
    )


def stated(catalogue, source, today):
    """The ledger of one source; whether a target was met is told by all that is stated of its place."""
    if not source.cited_statements:
        return None
    told = list(Statement.objects.published().of_places_in(source).told())
    shown = {each.pk for each in told if each.source__slug == source.slug}
    return ledgers.ledger(catalogue, told, today, Marks(), shown, slug=source.slug, title=source.title)


def aggregates(catalogue, editions, source):
    """What it printed of the country and the regions."""
    told = Aggregate.objects.of_source(source) if source.cited_aggregates else []
    return [aggregate_row(each, catalogue.criteria(editions[each.edition_id])) for each in told]


def aggregate_row(told, criteria):
    """One announced figure with its series and year; the page is of one source, so marks are not needed."""
    edition = {"series": told.edition__series__slug, "short": told.edition__series__short, "year": told.edition__year}
    return edition | aggregate_cells(told, None, criteria)


def citation_columns():
    return (
        Column("series", _("Chỉ số")),
        Column("year", _("Năm đánh giá")),
        Column("revision", _("Lần")),
        Column("province", _("Mã")),
        Column("name", _("Tỉnh, thành phố")),
        Column("component", _("Mã thành phần")),
        Column("component_name", _("Chỉ số thành phần")),
        Column("score", _("Điểm")),
        Column("unit", _("Đơn vị")),
        Column("printed", _("Ghi theo nguồn")),
        Column("rank", _("Thứ hạng")),
        Column("region_rank", _("Thứ hạng trong vùng")),
        Column("paragraph", _("Đoạn")),
        Column("how", _("Suy ra")),
        Column("note", _("Ghi chú")),
    )


def citation_row(catalogue, editions, told):
    edition = editions[told.result__edition_id]
    place = catalogue.places(edition)[told.result__province_id]
    return {
        "edition": edition,
        "series": edition.series.slug,
        "year": edition.year,
        "revision": edition.revision,
        "province": place.slug,
        "name": place.name,
        "component": told.result__component__slug,
        "component_name": pick(catalogue.criteria(edition)[told.result__component__slug], "name"),
        "score": told.score,
        "unit": told.unit or None,
        "printed": None if told.score is None else f"{told.score:.{told.digits}f}",
        "rank": told.rank,
        "region_rank": told.region_rank,
        "region_of": catalogue.region_size(edition, place),
        "paragraph": told.paragraph,
        "how": spoken(told, "how"),
        "note": spoken(told, "note"),
    }
