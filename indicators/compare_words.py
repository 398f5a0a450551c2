"""A comparison in sentences: who has more, by how much, in one year; what lies between two eras."""

from django.utils.translation import gettext as _

from .lives import law, listed, made_of, one, titled, with_kind
from .sentences import decimals, figure, score_unit
from .templatetags.formats import day, number, pick, places, rank_word


def higher(difference):
    """cao hơn 1,72 điểm, thấp hơn 0,3 điểm phần trăm, bằng điểm."""
    if difference.points == 0:
        return _("bằng điểm")
    words = {"difference": points(difference)}
    return (_("cao hơn %(difference)s") if difference.points > 0 else _("thấp hơn %(difference)s")) % words


def points(difference):
    """The size of a difference with its unit; a figure in % differs by percentage points."""
    row, size = difference.row, abs(difference.points)
    unit = _("điểm phần trăm") if score_unit(row) == "%" else _("điểm")
    # A compiled sum is shown with two decimals, unless nothing would be left of the difference.
    is_short = row["edition"].method == "compiled" and round(size, 2) > 0
    return f"{number(size, 2 if is_short else decimals(row, difference.first))} {unit}"


def upper(difference):
    """cao hơn 22 bậc, thấp hơn 3 bậc, cùng thứ hạng."""
    if difference.places == 0:
        return _("cùng vị trí") if difference.row["edition"].method == "compiled" else _("cùng thứ hạng")
    words = {"steps": places(abs(difference.places))}
    return (_("cao hơn %(steps)s") if difference.places > 0 else _("thấp hơn %(steps)s")) % words


def called(report, place):
    """The name of a place beside the others: with its days only where places or figures of two eras meet."""
    return titled(place) if report.spans_eras else place.name


def eras(report):
    """Of which days the places are, where their names do not say it: đến 30/6/2025; "" where none ended or began."""
    days = {days_of(place) for place in report.places if place.era != "both"}
    return days.pop() if len(days) == 1 and not report.spans_eras else ""


def days_of(place):
    if place.last_day:
        return _("đến %(day)s") % {"day": day(place.last_day)}
    return _("từ %(day)s") % {"day": day(place.first_day)}


def subject(report):
    """The series, or one of its components with the series in brackets."""
    if report.component == "overall":
        return report.series.short
    name = pick(report.criteria[report.component], "name")
    return _("%(name)s (%(short)s)") % {"name": name, "short": report.series.short}


def lead(report):
    """Who has most and who least in the newest year that all have: by score, and by announced rank."""
    rows = dict(zip(report.places, report.common, strict=False))
    said = [scores(report, rows)] if rows and report.are_scored else []
    return said + ([ranks(report, rows)] if rows and report.are_ranked and not report.is_computed else [])


def scores(report, rows):
    """Năm 2024, An Giang đạt 43,10/80 điểm về PAPI, cao hơn Long An 0,81 điểm."""
    values = {place: row["score"] for place, row in rows.items()}
    high, low = holders(values, max), holders(values, min)
    words = common_words(report, rows) | {"high": names(report, high), "low": names(report, low)}
    words |= {"highest": total(rows[high[0]]), "lowest": total(rows[low[0]])}
    if high == low:
        text = _("Năm %(year)s, %(high)s cùng đạt %(highest)s về %(subject)s.")
    elif len(rows) == 2:
        words["difference"] = points(report.differences[0])
        text = _("Năm %(year)s, %(high)s đạt %(highest)s về %(subject)s, cao hơn %(low)s %(difference)s.")
    else:
        text = _(
            "Năm %(year)s, trong %(count)s tỉnh, thành phố này, %(high)s đạt điểm %(subject)s cao nhất: %(highest)s; "
            "%(low)s thấp nhất: %(lowest)s."
        )
    return " ".join(filter(None, [text % words, derived(report, rows, "score")]))


def ranks(report, rows):
    """Năm 2023, Long An xếp thứ 8/63, Hậu Giang xếp thứ 19/63 về PAR Index."""
    values = {place: row["rank"] for place, row in rows.items()}
    best, last = holders(values, min), holders(values, max)
    words = common_words(report, rows) | {"best": names(report, best), "last": names(report, last)}
    words |= {"first": standing(rows[best[0]]), "then": standing(rows[last[0]])}
    if best == last:
        text = _("Năm %(year)s, %(best)s cùng %(first)s về %(subject)s.")
    elif len(rows) == 2:
        text = _("Năm %(year)s, %(best)s %(first)s, %(last)s %(then)s về %(subject)s.")
    else:
        text = _(
            "Năm %(year)s, trong %(count)s tỉnh, thành phố này, %(best)s có thứ hạng %(subject)s cao nhất, %(first)s; "
            "%(last)s thấp nhất, %(then)s."
        )
    return " ".join(filter(None, [text % words, derived(report, rows, "rank")]))


def standing(row):
    """A rank with its verb: xếp thứ 8/63, đứng đầu (1/63)."""
    words = {"rank": rank_word(row["rank"]), "of": row["of"]}
    return (_("đứng đầu (1/%(of)s)") if row["rank"] == 1 else _("xếp thứ %(rank)s/%(of)s")) % words


def common_words(report, rows):
    return {"year": next(iter(rows.values()))["year"], "subject": subject(report), "count": len(rows)}


def holders(values, which):
    """The places that hold the highest or the lowest value; more than one where it is shared."""
    reached = which(values.values())
    return [place for place, value in values.items() if value == reached]


def names(report, found):
    return listed([called(report, place) for place in found])


def total(row):
    """A score with its unit, and its maximum where that is in points; two decimals of a compiled sum."""
    return figure(row, f"{row['score']:.2f}" if row["edition"].method == "compiled" else None)


def derived(report, rows, key):
    """Says whose figure follows from a printed one; "" where none does. Positions say so by their name."""
    found = [place for place, row in rows.items() if key in row["derived"]]
    return _("Số của %(names)s là số suy ra.") % {"names": names(report, found)} if found else ""


def between_eras(report, gazetteer):
    """What lies between places of two eras, or before one that has no edition yet; [] for places of one era."""
    new = [place for place in report.places if place.era == "34"]
    bare = [place for place in new if place.predecessors and not report.side(place)]
    said = [made_of(place, *joined(gazetteer, place.slug)) for place in bare]
    ended = [place for place in report.places if place.era == "63"]
    if new and ended:
        wholes = dict.fromkeys([*(place.successor for place in ended), *(place.slug for place in new)])
        told = {place.slug for place in bare}
        said += [merged(gazetteer, slug) for slug in wholes if slug and slug not in told]
        said.append(_("Số liệu của hai giai đoạn đặt cạnh nhau: không nối, không cộng và không so sánh."))
    return said


def joined(gazetteer, slug):
    """The places that were merged into this one, and the merger."""
    mergers = gazetteer.predecessors(slug)
    return [gazetteer.place(each.predecessor, each.day) for each in mergers], mergers[0]


def merged(gazetteer, slug):
    """Từ ngày 01/7/2025, tỉnh Long An và tỉnh Tây Ninh hợp nhất thành tỉnh Tây Ninh, theo Nghị quyết 202/2025/QH15."""
    before, merger = joined(gazetteer, slug)
    words = {"day": day(merger.day), "names": listed(map(with_kind, before)), "document": law(merger.document)}
    words["whole"] = one(gazetteer.place(slug, merger.day))
    return _("Từ ngày %(day)s, %(names)s hợp nhất thành %(whole)s, theo %(document)s.") % words


def unknown(report):
    """Names the places of which the series has no figure; "" where it has some of all."""
    found = [place for place in report.places if not report.side(place) and place.era != "34"]
    if not found:
        return ""
    words = {"subject": subject(report), "names": names(report, found)}
    return _("Chưa tìm thấy số liệu %(subject)s của %(names)s.") % words


def no_common_year(report):
    """Why there are no differences; "" where there are, or where only one place is asked for."""
    if report.common or len(report.places) < 2:
        return ""
    if {"63", "34"} <= {place.era for place in report.places}:
        return _("Tỉnh, thành phố của hai giai đoạn không có năm chung, nên không tính chênh lệch.")
    return _("Chưa tìm thấy năm nào có số liệu của mọi tỉnh, thành phố đang so sánh, nên không tính chênh lệch.")
