"""What announcements say of all provinces, and printed figures about each other, in words."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .models import Fact
from .sentences import figure
from .templatetags.formats import number, places, printed, rank_word, unit_word, with_unit


def aggregate(cells):
    """What an aggregate is of, in words: its fact, and its component and its region if it has one."""
    return ": ".join(filter(None, [cells["label"], cells["component_name"], cells["region_name"]]))


def aggregate_figure(cells):
    """The figure of an aggregate with its unit: 84,79 điểm, 3 tỉnh, thành phố; a change with its sign: +1,39 điểm."""
    unit, count = cells["unit"], int(cells["value"])
    if unit == "places":
        return places(count)
    if unit == "provinces":
        return ngettext("%(count)s tỉnh, thành phố", "%(count)s tỉnh, thành phố", count) % {"count": number(count)}
    if unit == "people":
        return ngettext("%(count)s người", "%(count)s người", count) % {"count": number(count)}
    sign = "+" if cells["fact"] == Fact.MEAN_CHANGE and cells["value"] > 0 else ""
    return with_unit(sign + printed(cells["printed"]), unit_word(unit, cells.get("series") == "par-index"))


CHECKS = {
    ("complete", "agree"): lambda each: _("Đủ thứ hạng từ 1 đến %(n)s.") % {"n": each["count"]},
    ("complete", "cannot"): lambda each: _("Đủ các thứ hạng: mới biết %(n)s.") % {"n": each["count"]},
    ("order", "agree"): lambda each: (
        ngettext(
            "Điểm giảm dần theo thứ hạng ở %(n)s dòng có cả hai.",
            "Điểm giảm dần theo thứ hạng ở %(n)s dòng có cả hai.",
            each["count"],
        )
        % {"n": each["count"]}
    ),
    ("order", "differ"): lambda each: _("Điểm không giảm theo thứ hạng: %(names)s.") % each,
    ("equal-scores", "differ"): lambda each: (
        _("Cùng điểm đã in nhưng khác thứ hạng: %(names)s; thứ hạng ghi theo công bố.") % each
    ),
    ("sum", "agree"): lambda each: (
        ngettext(
            "Tổng điểm thành phần khớp với điểm tổng hợp ở %(n)s dòng.",
            "Tổng điểm thành phần khớp với điểm tổng hợp ở %(n)s dòng.",
            each["count"],
        )
        % {"n": each["count"]}
    ),
    ("sum", "differ"): lambda each: _("Tổng điểm thành phần lệch với điểm tổng hợp: %(names)s.") % each,
    ("sum", "cannot"): lambda each: _("Tổng điểm thành phần: chưa tìm thấy đủ các điểm."),
}


def checks(edition, component, names, rows=()):
    """The stored checks of a component in words: (state, sentence). `names`: {slug: name} of the edition's day.

    `rows`: those of the ranking; with them, equal scores are said with their ranks.
    """
    told = {row["province"]: row | {"series": edition.series.slug, "component": component} for row in rows}
    states = {"agree": _("Khớp"), "differ": _("Lệch"), "cannot": _("Chưa kiểm tra được")}
    found = []
    for each in edition.checks:
        if each["component"] == component:
            groups = [_(" và ").join(names[slug] for slug in group) for group in each["rows"]]
            text = CHECKS[each["check"], each["state"]](each | {"names": "; ".join(groups)})
            if told and each["check"] == "equal-scores" and all(len(group) == 2 for group in each["rows"]):
                text = " ".join(same_score(edition, *map(told.get, pair)) for pair in each["rows"])
            found.append({"state": states[each["state"]], "text": text})
    return found


def same_score(edition, first, second):
    """3b: two provinces whose printed scores are equal and whose ranks are not."""
    words = {"year": edition.year, "of": first["of"], "score": figure(first)}
    words |= {"first": first["name"], "second": second["name"]}
    words |= {"rank": rank_word(first["rank"]), "other": rank_word(second["rank"])}
    pattern = _(
        "Năm %(year)s, %(first)s (thứ %(rank)s/%(of)s) và %(second)s (thứ %(other)s/%(of)s) cùng được công bố "
        "%(score)s; thứ hạng ghi theo công bố."
    )
    return pattern % words
