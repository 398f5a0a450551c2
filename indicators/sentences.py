"""Reports in sentences, in both languages. Texts only; numbers come from formats."""

from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from .models import Edition
from .templatetags.formats import (
    day,
    decision,
    going_on,
    number,
    pick,
    places,
    printed,
    rank_word,
    short,
    unit_word,
    with_unit,
)


def series_name(series):
    """An index inside a sentence, by its full name and its short one: Chỉ số cải cách hành chính (PAR Index)."""
    words = {"name": pick(series, "name"), "short": series.short}
    return pgettext("an index inside a sentence", "%(name)s (%(short)s)") % words


def figure(row, text=None):
    """A score of a row with its unit, in the digits that were printed: 87,42 điểm, 42,29/80 điểm, 82,71%.

    Of a component: 8,94/9,5 điểm, or 99,01% điểm tối đa.
    """
    unit, shown = score_unit(row), printed(text or row["printed"])
    if unit != "%":
        return with_unit(shown + scale(row.get("maximum")), unit)
    return with_unit(shown, unit) if is_whole(row) else _("%(share)s%% điểm tối đa") % {"share": shown}


def score_unit(row):
    """The unit that pages write. The PAR Index total is out of 100: its % are points. SIPAS stays in %."""
    return unit_word(row["unit"], is_whole(row) and row.get("series", "par-index") == "par-index")


def is_whole(row):
    return row.get("component", "overall") == "overall"


def scale(maximum):
    """The maximum after a score, where it is not the usual 100: /80."""
    return "" if maximum in (None, 100) else f"/{short(Decimal(maximum))}"


def standing(name, row, series, year):
    """1 and 6a: rank with its denominator and score, or the one that is known; how a derived one follows.

    None where neither is known.
    """
    text = announced_standing(name, row, series, year)
    if text is None or not {"rank", "score"} & set(row["derived"]):
        return text
    return with_how(text, row)


def with_how(text, row):
    """A sentence with how its figure follows from a printed one; what was not found is said after that."""
    how = next(citation["how"] for citation in row["citations"] if citation["how"])
    sentence, _sign, missing = text.rstrip(".").partition("; ")
    told = _("%(sentence)s (suy ra: %(how)s).") % {"sentence": sentence, "how": going_on(how)}
    return f"{told.rstrip('.')}; {missing}." if missing else told


def announced_standing(name, row, series, year):
    words = {"year": year, "name": name, "series": series, "of": row["of"]}
    words["rank"] = row["rank"] and rank_word(row["rank"])
    words["score"] = row["printed"] and figure(row)
    pattern = pattern_of(row["rank"], row["score"] is not None)
    return pattern and pattern % words


def pattern_of(rank, has_score):
    """The sentence that says a rank and a score, or the one that is known; None without either."""
    if rank == 1 and has_score:
        return _("Năm %(year)s, %(name)s đứng đầu %(of)s tỉnh, thành phố (1/%(of)s) về %(series)s, đạt %(score)s.")
    if rank == 1:
        return _("Năm %(year)s, %(name)s đứng đầu %(of)s tỉnh, thành phố (1/%(of)s) về %(series)s; chưa tìm thấy điểm.")
    if rank and has_score:
        return _("Năm %(year)s, %(name)s xếp thứ %(rank)s/%(of)s tỉnh, thành phố về %(series)s, đạt %(score)s.")
    if rank:
        return _("Năm %(year)s, %(name)s xếp thứ %(rank)s/%(of)s tỉnh, thành phố về %(series)s; chưa tìm thấy điểm.")
    return _("Năm %(year)s, %(name)s đạt %(score)s về %(series)s; chưa tìm thấy thứ hạng.") if has_score else None


def position(name, row, series, year):
    """6: a position that the portal computed, never called a rank; its score is a sum, shown with two decimals."""
    words = {"year": year, "name": name, "series": series, "rank": row["rank"], "of": row["of"]}
    words["score"] = figure(row, f"{row['score']:.2f}")
    pattern = _("Năm %(year)s, %(name)s đạt %(score)s về %(series)s, vị trí %(rank)s/%(of)s (Cổng tự tính theo điểm).")
    return pattern % words


def change(row, before, caution):
    """2: places and points since the year before; "" where neither is known."""
    row = without_position(row)
    changes = together(row, before) or _(" và ").join(filter(None, [moved(row, before), gained(row, before)]))
    if not changes:
        return ""
    pattern = _("So với năm %(year)s, %(name)s %(changes)s.")
    text = pattern % {"year": before["year"], "name": row["subject"], "changes": changes}
    return " ".join(filter(None, [text, derivation(before), caution]))


def without_position(row):
    """The row as a change may be said of it: a position that the portal computed is no rank, so it does not move."""
    return row | {"rank_change": None} if is_compiled(row) else row


def is_compiled(row):
    return row["edition"].method == Edition.Method.COMPILED


def together(row, before):
    """Places and points that went the same way: English says its verb once. "" where they did not."""
    if not row["change"] or not row["rank_change"] or (row["change"] > 0) != (row["rank_change"] > 0):
        return ""
    words = {"steps": places(abs(row["rank_change"])), "difference": difference(row, before)}
    words |= {"old": shown(before), "new": shown(row)}
    words |= {"first": rank_word(before["rank"]), "then": rank_word(row["rank"])}
    if row["change"] > 0:
        return (
            _("tăng %(steps)s (từ thứ %(first)s lên thứ %(then)s) và tăng %(difference)s (từ %(old)s lên %(new)s)")
            % words
        )
    return (
        _("giảm %(steps)s (từ thứ %(first)s xuống thứ %(then)s) và giảm %(difference)s (từ %(old)s xuống %(new)s)")
        % words
    )


def crossing(row, before, caution):
    """4: the score went up and the rank down, or the other way round; None where they went together.

    The numbers of provinces above follow from the ranks.
    """
    row = without_position(row)
    if not row["change"] or not row["rank_change"] or (row["change"] > 0) == (row["rank_change"] > 0):
        return None
    words = {"year": row["year"], "name": row["subject"], "score": figure(row), "before": before["year"]}
    words |= {"difference": difference(row, before), "steps": places(abs(row["rank_change"])), "of": row["of"]}
    words |= {"old": rank_word(before["rank"]), "new": rank_word(row["rank"])}
    words |= {"above_old": before["rank"] - 1, "above": row["rank"] - 1}
    if row["change"] > 0:
        pattern = _(
            "Năm %(year)s, %(name)s đạt %(score)s, tăng %(difference)s so với năm %(before)s, nhưng giảm %(steps)s, từ "
            "thứ %(old)s xuống thứ %(new)s/%(of)s: số tỉnh, thành phố xếp trên tăng từ %(above_old)s lên %(above)s."
        )
    else:
        pattern = _(
            "Năm %(year)s, %(name)s đạt %(score)s, giảm %(difference)s so với năm %(before)s, nhưng tăng %(steps)s, từ "
            "thứ %(old)s lên thứ %(new)s/%(of)s: số tỉnh, thành phố xếp trên giảm từ %(above_old)s xuống %(above)s."
        )
    return " ".join(filter(None, [pattern % words, derivation(row), derivation(before), caution]))


def derivation(row):
    """How a derived figure of a year follows: Suy ra: ...; "" where it was printed, or is a computed position."""
    how = next((citation["how"] for citation in row["citations"] if citation["how"]), "")
    if not how or not {"rank", "score"} & set(row["derived"]):
        return ""
    return _("Số năm %(year)s suy ra: %(how)s.") % {"year": row["year"], "how": going_on(how)}


def moved(row, before):
    """tăng 14 bậc (từ thứ 22 lên thứ 8); "" where a rank is not known."""
    if row["rank_change"] is None:
        return ""
    words = {"old": rank_word(before["rank"]), "new": rank_word(row["rank"]), "steps": places(abs(row["rank_change"]))}
    if row["rank_change"] > 0:
        return _("tăng %(steps)s (từ thứ %(old)s lên thứ %(new)s)") % words
    if row["rank_change"] < 0:
        return _("giảm %(steps)s (từ thứ %(old)s xuống thứ %(new)s)") % words
    return _("giữ nguyên thứ hạng")


def steps(change):
    """A move in places by itself: tăng 14 bậc, giảm 2 bậc, giữ nguyên thứ hạng."""
    if change == 0:
        return _("giữ nguyên thứ hạng")
    pattern = _("tăng %(steps)s") if change > 0 else _("giảm %(steps)s")
    return pattern % {"steps": places(abs(change))}


def gained(row, before):
    """tăng 0,22 điểm (từ 87,20 lên 87,42); "" where a score is not known."""
    if row["change"] is None:
        return ""
    words = {"old": shown(before), "new": shown(row), "difference": difference(row, before)}
    if row["change"] > 0:
        return _("tăng %(difference)s (từ %(old)s lên %(new)s)") % words
    if row["change"] < 0:
        return _("giảm %(difference)s (từ %(old)s xuống %(new)s)") % words
    return _("giữ nguyên điểm")


def difference(row, before):
    """The size of a change with its unit: 0,22 điểm; a figure in % changes by percentage points."""
    unit = _("điểm phần trăm") if score_unit(row) == "%" else _("điểm")
    size = abs(row["change"])
    # A compiled sum is shown with two decimals, unless nothing would be left of the difference.
    is_short = is_compiled(row) and round(size, 2) > 0
    return f"{number(size, 2 if is_short else decimals(row, before))} {unit}"


def shown(row):
    """A score as pages write it: the digits that were printed, two decimals of a compiled sum."""
    return number(row["score"], 2) if is_compiled(row) else printed(row["printed"])


def decimals(row, before):
    """A difference has as many decimals as the finer of its two figures."""
    return max(-Decimal(each["printed"]).as_tuple().exponent for each in (row, before))


def caution(catalogue, edition):
    """What a change since the year before must carry; "" where the two years compare freely.

    Other rules are said in one sentence; else the note of the edition says what is different or not known.
    """
    before = catalogue.year_before(edition)
    if before is None or edition.comparable != Edition.Comparable.MARK:
        return ""
    if before.rules != edition.rules or not edition.note_vi:
        return _("Quy định chấm điểm hai năm khác nhau.")
    return pick(edition, "note").rstrip(".") + "."


def unsaid(notes, said):
    """The notes that none of these sentences says already, each ended by its full stop."""
    return [note.rstrip(".") + "." for note in notes if not any(note.rstrip(".") in sentence for sentence in said)]


def only_in_region(name, row, series, region, size):
    """A rank that is known inside the region alone; how it follows, where it was not printed."""
    words = {"year": row["year"], "size": size, "region": region, "name": name, "series": series}
    pattern = _(
        "Năm %(year)s, trong %(size)s tỉnh, thành phố %(region)s, %(name)s xếp thứ %(rank)s/%(size)s về %(series)s; "
        "chưa tìm thấy thứ hạng trong cả nước."
    )
    text = pattern % (words | {"rank": rank_word(row["region_rank"])})
    return with_how(text, row) if "region_rank" in row["derived"] else text


def in_region(name, row, region, size):
    """The rank inside the region, as announced; the size is the portal's count for that era."""
    words = {"size": size, "region": region, "name": name, "rank": rank_word(row["region_rank"])}
    if row["region_rank"] == 1:
        return _("Trong %(size)s tỉnh, thành phố %(region)s, %(name)s đứng đầu (1/%(size)s).") % words
    return _("Trong %(size)s tỉnh, thành phố %(region)s, %(name)s xếp thứ %(rank)s/%(size)s.") % words


def rank_in_region(row):
    """A rank inside the region by itself: thứ 1/13 trong vùng; marked where it follows from what was printed."""
    text = _("thứ %(rank)s/%(of)s trong vùng") % {"rank": rank_word(row["region_rank"]), "of": row["region_of"]}
    return f"{text}, {_('suy ra')}" if "region_rank" in row.get("derived", ()) else text


def announced(edition):
    """The year that an edition assesses, when it was announced, and by which decision."""
    words = {"year": edition.year, "day": edition.announced_on and day(edition.announced_on)}
    if not edition.announced_on:
        return _("Năm đánh giá %(year)s; chưa tìm thấy ngày công bố") % words
    if edition.decision:
        words["decision"] = decision(edition)
        return _("Năm đánh giá %(year)s, công bố ngày %(day)s, theo %(decision)s") % words
    return _("Năm đánh giá %(year)s, công bố ngày %(day)s") % words


def heading(edition):
    """The line over the title of a ranking: the series, the year that it assesses, when it was announced."""
    return f"{pick(edition.series, 'name')} ({edition.series.short}). {announced(edition)}."


def bounded(name, year, below, above):
    """6b: a score that its known neighbours bound; `below` and `above` are (rank, score)."""
    words = {"name": name, "year": year, "low": number(below[1]), "high": number(above[1])}
    words |= {"better": rank_word(above[0]), "worse": rank_word(below[0])}
    pattern = _(
        "Điểm năm %(year)s của %(name)s nằm trong khoảng %(low)s đến %(high)s (suy ra từ điểm của tỉnh xếp thứ "
        "%(better)s và tỉnh xếp thứ %(worse)s)."
    )
    return pattern % words
