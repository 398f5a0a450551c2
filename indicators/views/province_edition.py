from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _

from .. import (
    aggregate_tables,
    charts,
    citation_tables,
    citing,
    correcting,
    findings,
    overviews,
    reports,
    sentences,
    svg,
    tables,
)
from ..permanent import figure_address
from ..templatetags.formats import pick, printed, short
from .answer import answer, asks, downloads, published, trail
from .pictures import picture
from .revisions import edition_asked, gone, is_withdrawn


@asks("revision")
def province_edition(request, slug, series, year, format=None, chart=None):
    """One province in one edition, with every citation: the page to cite."""
    catalogue = published(request)
    edition = edition_asked(request, catalogue, series, year)
    place = next((place for place in catalogue.places(edition).values() if place.slug == slug), None)
    if place is None:
        raise Http404(_("Không có tỉnh, thành phố này vào ngày của kỳ công bố."))
    if is_withdrawn(edition):
        return gone(request, catalogue, edition, format)
    report = reports.province_edition(catalogue, edition, place)
    if chart:
        return picture(request, catalogue, report, format, chart, [ranks(report)])
    return answer(request, report, format, "indicators/province_edition.html", lambda: page(request, catalogue, report))


def over(edition):
    words = {"revision": edition.revision, "announced": sentences.announced(edition)}
    return _("Trang để trích dẫn, lần %(revision)s. %(announced)s.") % words


def page(request, catalogue, report):
    """What the page says and draws of the report."""
    edition, place, told_first = report.edition, report.place, lead(catalogue, report)
    names = {other.slug: other.name for other in catalogue.places(edition).values()}
    return {
        "edition": edition,
        "banner": correcting.banner(catalogue, report, is_province=True),
        "notice": correcting.notice(catalogue, report, is_province=True),
        "place": place,
        "lead": told_first,
        "notes": sentences.unsaid(report.notes, told_first),
        "over": over(edition),
        "current": reverse("province-edition", args=[place.slug, edition.series.slug, edition.year]),
        "keys": [key | {"stays": stays(report)} for key in keys(report)],
        "table": citation_tables.citations_body(report, correcting.marks(catalogue, report)),
        "ranks": drawn(report),
        "aggregates": aggregate_tables.of_edition(report.aggregates, edition),
        "checks": findings.checks(edition, "overall", names),
        "citations": citing.of_province(place, told(report, report.figures, edition)),
        "sources": citing.source_lines(report.sources),
        "downloads": downloads(request),
        "years": [other for other in catalogue.editions_of(edition.series.slug) if place.pk in catalogue.places(other)],
        "trail": way(report),
    }


def stays(report):
    return figure_address(tables.province_base(), report.place.slug, report.edition)


def way(report):
    edition = report.edition
    here = f"{edition.series.short} {edition.year}"
    province = reverse("province", args=[report.place.slug])
    return trail((_("Tỉnh, thành phố"), reverse("provinces")), (report.place.name, province), (here, None))


def lead(catalogue, report):
    """Where the province stands in this edition, and how that changed."""
    row, before = told(report, report.figures, report.edition), earlier(report)
    name, series = report.place.name, sentences.series_name(report.edition.series)
    if row["rank"] is None and row["score"] is None:
        return only_in_region(report, row, series)
    if report.edition.method == report.edition.Method.COMPILED:
        said = [sentences.position(name, row, series, row["year"])]
    else:
        said = [sentences.standing(name, row, series, row["year"])]
    caution = sentences.caution(catalogue, report.edition)
    crossed = before and sentences.crossing(row, before, caution)
    said = [crossed] if crossed else [*said, before and sentences.change(row, before, caution)]
    if row["region_rank"]:
        said.append(sentences.in_region(name, row, pick(report.place.region, "name"), report.region_size))
    said.append(overviews.bounded(row, [(peer.rank, peer.score) for peer in report.peers]))
    return list(filter(None, said))


def only_in_region(report, row, series):
    if not row["region_rank"]:
        return [_("Chưa tìm thấy điểm hay thứ hạng chung của kỳ này.")]
    region = pick(report.place.region, "name")
    return [sentences.only_in_region(report.place.name, row, series, region, report.region_size)]


def told(report, figures, edition):
    """The cells of the whole with what sentences need to know of them."""
    about = {"edition": edition, "series": edition.series.slug, "year": edition.year, "subject": report.place.name}
    return figures["overall"] | about | {"maximum": report.rows[0]["maximum"], "region_of": report.region_size}


def earlier(report):
    """The whole of the year before, where it may be compared and is known."""
    if not report.earlier or not report.earlier["overall"]["citations"]:
        return None
    edition = report.edition
    return told(report, report.earlier, edition) | {"year": edition.year - 1}


def keys(report):
    """Score, rank, rank in the region and change, each with what it is counted in."""
    row, computed = report.figures["overall"], report.edition.method == report.edition.Method.COMPILED
    series = {"series": report.edition.series.slug}
    criterion = next(each for each in report.rows if each["component"] == "overall")
    found = []
    if row["score"] is not None:
        scale = _("thang %(maximum)s") % {"maximum": short(criterion["maximum"])} if criterion["maximum"] else ""
        value = printed(f"{row['score']:.2f}" if computed else row["printed"])
        note = "; ".join(filter(None, [scale, "score" in row["derived"] and _("suy ra")]))
        unit = sentences.score_unit(row | series)
        found.append(
            {"label": _("Điểm"), "value": value, "unit": unit, "marks": tables.marks_for(row, "score"), "note": note}
        )
    if row["rank"] is not None:
        label, note = (_("Vị trí"), _("Cổng tự tính")) if computed else (_("Thứ hạng"), _("trong cả nước"))
        note = "; ".join(filter(None, [note, "rank" in row["derived"] and not computed and _("suy ra")]))
        marks = tables.marks_for(row, "score" if computed else "rank")
        found.append({"label": label, "value": row["rank"], "of": row["of"], "marks": marks, "note": note})
    return found + region_key(report, row)


def region_key(report, row):
    if not row["region_rank"]:
        return []
    note = pick(report.place.region, "name")
    note = "; ".join(filter(None, [note, "region_rank" in row["derived"] and _("suy ra")]))
    value, of, marks = row["region_rank"], report.region_size, tables.marks_for(row, "region_rank")
    return [{"label": _("Thứ hạng trong vùng"), "value": value, "of": of, "marks": marks, "note": note}]


def drawn(report):
    chart = ranks(report)
    return chart and {"chart": chart, "drawing": svg.draw(chart)}


def ranks(report):
    """The known ranks of the edition, with this province's; None where they are computed or its own is not known."""
    row = report.figures["overall"]
    if report.edition.method == report.edition.Method.COMPILED or row["rank"] is None:
        return None
    known = [peer.rank for peer in report.peers if peer.rank]
    return charts.ranks(report.edition, known, row["rank"], report.place.name)
