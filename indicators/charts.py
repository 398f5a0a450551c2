"""Report -> chart description: a dict that JSON can carry, drawn alike by the server (svg) and by Chart.js.

Values are numbers, `printed` the words of their labels, None is not known. `marks` are those of the sources; a chart
of provinces that its page does not cite has a publisher (`whose`) instead. `about`: the
edition, where the title does not name it.
"""

from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from provinces.days import FIRST_DAY_OF_34, LAST_DAY_OF_63

from . import statistics
from .models import Edition
from .sentences import figure, score_unit
from .statistics import median
from .tables import marks_for
from .templatetags.formats import component_word, day, number, pick, printed, rank_word


def trend(profile, catalogue, series, what):
    """The score or the rank of the whole over the years of a series; None with fewer than two known years."""
    rows = {row["year"]: row for row in profile.of(series) if row[what] is not None}
    if len(rows) < 2:
        return None
    years = list(range(min(rows), max(rows) + 1))
    chart = {
        "kind": "trend",
        "id": f"{series}-{what}",
        "years": years,
        "reverse": what == "rank",
        "of": next(iter(rows.values()))["of"] if what == "rank" else None,
        "series": [line(rows, years, what)],
        "breaks": breaks(catalogue, series, years),
        "unknown": _("chưa tìm thấy"),
        "marks": cited(rows.values(), what),
    }
    if what == "score":
        chart["series"] += national(profile, series, years)
        means = [profile.means.get((series, year)) for year in years]
        chart["marks"] = sorted({*chart["marks"], *(mean["mark"] for mean in means if mean)})
    return chart | words(catalogue, series, rows, what)


def cited(rows, key):
    """The marks of the sources whose score or rank (`key`) is shown."""
    return sorted({mark for row in rows for mark in marks_for(row, key)})


def whose(edition):
    """Whose figures an edition holds."""
    return ", ".join(filter(None, [pick(edition.series, "publisher"), f"{edition.series.short} {edition.year}"]))


def line(rows, years, what):
    labels = {year: label(row, what) for year, row in rows.items()}
    return {
        "role": "province",
        "name": rows[max(rows)]["subject"],
        "values": [number_of(rows[year][what]) if year in rows else None for year in years],
        "printed": [labels.get(year) for year in years],
    }


def label(row, what):
    return f"{row['rank']}/{row['of']}" if what == "rank" else printed(row["printed"])


def derived_years(rows, what):
    """A line under the chart that names the years whose figure is derived; "" where none is."""
    years = [str(year) for year, row in sorted(rows.items()) if what in row["derived"]]
    return _("Suy ra từ số đã in: %(years)s.") % {"years": ", ".join(years)} if years else ""


def number_of(value):
    """A JSON number with the same digits: floats of four decimals print as they were."""
    return value if isinstance(value, int) or value is None else float(value)


def national(profile, series, years):
    """The announced means of the country, where any year has one."""
    means = {year: profile.means.get((series, year)) for year in years}
    if not any(means.values()):
        return []
    return [
        {
            "role": "national",
            "name": _("trung bình cả nước"),
            "values": [float(mean["value"]) if mean else None for mean in means.values()],
            "printed": [printed(mean["printed"]) if mean else None for mean in means.values()],
        }
    ]


def breaks(catalogue, series, years):
    """The years from which other rules hold than the year before; no line goes on where they may not be compared."""
    editions = {edition.year: edition for edition in catalogue.editions_of(series)}
    found = []
    for year in years[1:]:
        if date(year - 1, 12, 31) <= LAST_DAY_OF_63 < date(year, 12, 31):
            label = _("sắp xếp %(day)s") % {"day": day(FIRST_DAY_OF_34)}
            found.append({"year": year, "label": label, "apart": True})
        elif year in editions and editions[year].comparable in (Edition.Comparable.MARK, Edition.Comparable.NO):
            apart = editions[year].comparable == Edition.Comparable.NO
            found.append({"year": year, "label": break_label(editions, year), "apart": apart})
    return found


def break_label(editions, year):
    """Whether the rules are known to be others than those of the year before, or a note says what to mind."""
    before = max((other for other in editions if other < year), default=None)
    has_new_rules = before is None or editions[before].rules != editions[year].rules
    return _("đổi bộ tiêu chí") if has_new_rules else _("xem ghi chú")


def words(catalogue, series, rows, what):
    """Title with the newest figure, unit and a one-sentence description for those who do not see the chart."""
    short = catalogue.editions_of(series)[0].series.short
    known, newest = "; ".join(f"{year}: {label(rows[year], what)}" for year in sorted(rows)), rows[max(rows)]
    years = {"series": short, "name": newest["subject"], "first": min(rows), "last": max(rows)}
    if what == "rank":
        years |= {"rank": rank_word(newest["rank"]), "of": newest["of"]}
        title = _("Thứ hạng %(series)s của %(name)s, %(first)s–%(last)s: năm %(last)s thứ %(rank)s/%(of)s") % years
        unit, caption = "", _("Thứ hạng, hạng 1 ở trên")
    else:
        years["score"] = figure(newest)
        title = _("Điểm %(series)s của %(name)s, %(first)s–%(last)s: năm %(last)s đạt %(score)s") % years
        unit = score_unit(next(iter(rows.values())))
        caption = _("Đơn vị: %(unit)s") % {"unit": unit}
    return {"title": title, "caption": caption, "unit": unit, "alt": known, "how": derived_years(rows, what)}


def components(profile, series):
    """Ranks of the components of the newest edition around the rank of the whole; None without any rank."""
    rows = profile.components(series)
    ranked = sorted((row for row in rows if row["rank"] is not None), key=lambda row: row["rank"])
    if not ranked:
        return None
    year, of = rows[0]["year"], ranked[0]["of"]
    overall = next((row["rank"] for row in profile.of(series) if row["year"] == year), None)
    items = component_items(ranked, rows)
    return {
        "kind": "components",
        "id": f"{series}-components",
        "about": f"{ranked[0]['edition'].series.short} {year}",
        "title": components_title(ranked, overall, year),
        "alt": "; ".join(f"{item['name']}: {item['printed'] or _('chưa tìm thấy')}" for item in items),
        "unit": "",
        "axis": _("vị trí") if is_computed(ranked[0]) else _("hạng"),
        "unknown": _("chưa tìm thấy"),
        "caption": _("Số 1 ở bên trái; vạch đứng là chỉ số tổng hợp"),
        "of": of,
        "overall": overall,
        "overall_label": _("chỉ số tổng hợp: %(rank)s/%(of)s") % {"rank": overall, "of": of} if overall else "",
        "items": items,
        "marks": cited(ranked, "score" if is_computed(ranked[0]) else "rank"),
    }


def component_items(ranked, rows):
    """The components by rank, then those of which none is known."""
    items = [{"name": row["name"], "rank": row["rank"], "printed": f"{row['rank']}/{row['of']}"} for row in ranked]
    return items + [{"name": name, "rank": None, "printed": None} for name in unknown_components(rows)]


def is_computed(row):
    return row["edition"].method == Edition.Method.COMPILED


def components_title(ranked, overall, year):
    """How many components stand behind the whole: a finding that is computed, or a plain label."""
    words = {"year": year, "component": component_word(ranked[0]["series"]).lower()}
    if is_computed(ranked[0]):
        return _("Vị trí theo %(component)s, năm %(year)s (Cổng tự tính theo điểm)") % words
    if overall is None:
        return _("Thứ hạng theo %(component)s, năm %(year)s") % words
    last = ranked[-1]
    words |= {"behind": sum(row["rank"] > overall for row in ranked), "known": len(ranked)}
    words |= {"last": last["name"], "rank": rank_word(last["rank"]), "of": last["of"]}
    pattern = ngettext(
        "%(behind)s trong %(known)s %(component)s đã biết xếp sau thứ hạng chung; %(last)s xếp thứ %(rank)s/%(of)s",
        "%(behind)s trong %(known)s %(component)s đã biết xếp sau thứ hạng chung; %(last)s xếp thứ %(rank)s/%(of)s",
        len(ranked),
    )
    return pattern % words


def unknown_components(rows):
    """The names of the components of that edition of which no rank is known."""
    known = {row["component"] for row in rows if row["rank"] is not None}
    return [
        pick(criterion, "name") for slug, criterion in rows[0]["criteria"].items() if slug not in known | {"overall"}
    ]


def ranks(edition, known, mine=None, name="", marks=()):
    """Which ranks of an edition are known, with one province's own; None below 20 of them.

    `known`: the ranks, from the sources of these `marks`. `mine`: the rank of the page's province, `name` its name.
    """
    if not edition.ranked or len(known) < statistics.ENOUGH:
        return None
    words = {"known": len(known), "of": edition.ranked}
    title = _("Mới biết %(known)s/%(of)s thứ hạng") if len(known) < edition.ranked else _("Đủ %(of)s thứ hạng")
    return {
        "kind": "ranks",
        "id": f"{edition.series.slug}-{edition.year}-ranks",
        "title": title % words,
        "alt": ", ".join(str(rank) for rank in sorted(known)),
        "caption": _("Mỗi ô một thứ hạng; ô đậm đã biết, ô viền đứt chưa tìm thấy"),
        "of": edition.ranked,
        "known": sorted(known),
        "mine": mine,
        "label": f"{mine}/{edition.ranked} {name}" if mine else "",
        "about": f"{edition.series.short} {edition.year}",
        "marks": list(marks),
        "whose": whose(edition),
    }


def regions(ranking, chosen=()):
    """Every known province as a dot on its region's line; None below 20 known scores.

    `chosen`: slugs of the provinces that a reader asked for; their dots are told apart.
    """
    if not ranking.has_strip or not any(row["region"] for row in ranking.known):
        return None
    everywhere = [row | {"mine": row["province"] in chosen} for row in ranking.everywhere]
    groups = {region: [row for row in everywhere if row["region"] == region] for region in ranking.regions}
    mine = [row["name"] for row in everywhere if row["mine"] and row["score"] is not None]
    scored = [row for row in ranking.known if row["score"] is not None]
    computed = ranking.is_computed
    return {
        "kind": "regions",
        "id": f"{ranking.slug}-regions",
        "title": _("Điểm theo vùng: %(n)s tỉnh, thành phố có điểm") % {"n": len(scored)},
        "alt": "; ".join(f"{row['name']} {digits(row, computed)}" for row in scored),
        "caption": regions_caption(mine),
        "groups": [region_group(region, rows, computed) for region, rows in groups.items()],
        "marks": cited(scored, "score"),
    }


def regions_caption(mine):
    caption = _("Mỗi chấm một tỉnh, thành phố; vạch đứng là trung vị của vùng")
    told = _("chấm đậm là %(name)s") % {"name": ", ".join(mine)}
    return f"{caption}; {told}" if mine else caption


def strip(profile, series):
    """The province among all whose score is known in its newest edition, and among those of its region.

    None below 20 known scores, or where its own is not known.
    """
    newest, peers = profile.newest[series], profile.peers[series]
    scores = [peer["score"] for peer in peers if peer["score"] is not None]
    middle = median(scores)
    if middle is None or newest["score"] is None:
        return None
    edition, region = newest["edition"], next(peer["region"] for peer in peers if peer["mine"])
    words = {"series": edition.series.short, "year": edition.year, "n": len(scores), "median": number(middle, 2)}
    among_own = [(region, [peer for peer in peers if peer["region"] == region])] if region else []
    computed = edition.method == Edition.Method.COMPILED
    known = [f"{peer['name']} {digits(peer, computed)}" for peer in peers if peer["score"] is not None]
    caption = _("Mỗi chấm một tỉnh, thành phố; vạch đứng là trung vị; chấm đậm là %(name)s")
    return {
        "kind": "regions",
        "id": f"{series}-strip",
        "title": _("%(series)s %(year)s: trung vị của %(n)s tỉnh, thành phố có điểm là %(median)s") % words,
        "alt": "; ".join(known),
        "caption": caption % {"name": newest["subject"]},
        "groups": [region_group(name, among, computed) for name, among in [(_("Cả nước"), peers), *among_own]],
        "whose": whose(edition),
    }


def digits(row, computed):
    """A score as pages write it: a compiled sum with two decimals, another as it was printed."""
    return number(row["score"], 2) if computed else printed(row["printed"])


def region_group(region, rows, computed):
    places = [
        {
            "name": row["name"],
            "value": float(row["score"]),
            "printed": digits(row, computed),
            "mine": row.get("mine", False),
        }
        for row in rows
        if row["score"] is not None
    ]
    return {"name": region, "places": places, "missing": [row["name"] for row in rows if row["score"] is None]}
