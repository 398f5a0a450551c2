"""Statements of the ledger in words: figures that keep their qualifiers and their scale, and what follows from them."""

import re
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .models import Statement
from .templatetags.formats import number

SCALED = re.compile(r"(\d[\d.,]*)\s*(nghìn|triệu|tỷ)")
SCALES = {"nghìn": 10**3, "triệu": 10**6, "tỷ": 10**9}


def figure(row):
    """A figure as it was meant: tối thiểu 80%, trên 1,143 triệu hồ sơ, gần 187.000 hồ sơ, 43/43 nhiệm vụ."""
    words = {"figure": counted(row)}
    if row["unit"] == Statement.Unit.POINTS_A_YEAR:
        return rising(row)
    if row["comparator"] == ">=":
        return _("tối thiểu %(figure)s") % words
    if row["comparator"] == "<=":
        return _("tối đa %(figure)s") % words
    patterns = {
        "over": _("trên %(figure)s"),
        "nearly": _("gần %(figure)s"),
        "about": _("khoảng %(figure)s"),
        "all": _('%(figure)s (nguồn ghi "tất cả")'),
    }
    return patterns.get(row["qualifier"], "%(figure)s") % words


def rising(row):
    """A yearly step: mỗi năm tăng tối thiểu 20 điểm phần trăm."""
    words = {"figure": number(row["value"])}
    if row["comparator"] == ">=":
        return _("mỗi năm tăng tối thiểu %(figure)s điểm phần trăm") % words
    if row["comparator"] == "<=":
        return _("mỗi năm tăng tối đa %(figure)s điểm phần trăm") % words
    return _("mỗi năm tăng %(figure)s điểm phần trăm") % words


def counted(row):
    """The number with its unit, in the scale that was printed."""
    if row["unit"] == Statement.Unit.PERCENT:
        return f"{number(row['value'])}%"
    amount = f"{number(row['value'])}/{number(row['of'])}" if row["of"] else scaled(row)
    return f"{amount} {Statement.Unit(row['unit']).label}"


def scaled(row):
    """1,143 triệu stays in millions: in full it would claim to be exact."""
    words = {"nghìn": _("%(number)s nghìn"), "triệu": _("%(number)s triệu"), "tỷ": _("%(number)s tỷ")}
    for text, scale in SCALED.findall(row["printed"] or ""):
        printed = Decimal(text.replace(".", "").replace(",", "."))
        if printed * SCALES[scale] == row["value"]:
            return words[scale] % {"number": number(printed)}
    return number(row["value"])


def as_printed(row):
    """The words of the source, where the figure does not already read so; else nothing."""
    return "" if row["printed"] in figure(row) else row["printed"]


def years(row):
    """2023, 2021–2025; nothing where no year was printed."""
    if row["year_from"] is None:
        return ""
    return str(row["year_from"]) if row["year_from"] == row["year_to"] else f"{row['year_from']}–{row['year_to']}"


def place(row):
    """The province or district that a statement is of."""
    return row["district_name"] or row["name"]


STATES = {
    "met": lambda: _("Đạt"),
    "not-met": lambda: _("Chưa đạt"),
    "cannot-tell": lambda: _("Chưa kết luận được"),
    "not-due": lambda: _("Chưa đến hạn"),
    "no-result": lambda: _("Chưa tìm thấy kết quả"),
}


def state(row):
    """Whether a target was met, in a word or two."""
    return STATES[row["state"]]()


def judgement(row):
    """9: a target beside the outcome that it is judged by, and how far apart they are."""
    words = {"years": years(row), "place": place(row), "measure": lowered(row["text"]), "target": figure(row)}
    words |= {"result": figure(row["met_by"]), "verdict": verdict(row)}
    pattern = _(
        "Chỉ tiêu năm %(years)s của %(place)s, %(measure)s: %(target)s. Kết quả địa phương báo cáo: %(result)s. "
        "%(verdict)s."
    )
    return pattern % words


def verdict(row):
    """Đạt, cao hơn chỉ tiêu 4,5 điểm phần trăm; the distance only between plain shares."""
    outcome = row["met_by"]
    gap = outcome["value"] - row["value"]
    if gap == 0 or outcome["qualifier"] or row["unit"] != Statement.Unit.PERCENT:
        return state(row)
    words = {"state": state(row), "gap": number(abs(gap))}
    if gap > 0:
        return _("%(state)s, cao hơn chỉ tiêu %(gap)s điểm phần trăm") % words
    return _("%(state)s, thấp hơn chỉ tiêu %(gap)s điểm phần trăm") % words


def without_result(rows):
    """10: targets that are due and of which no result was found; "" where there is none."""
    if not rows:
        return ""
    if len(rows) > 1 or not years(rows[0]):
        pattern = ngettext(
            "Chưa tìm thấy số liệu kết quả của %(n)s chỉ tiêu nên không kết luận đạt hay chưa đạt.",
            "Chưa tìm thấy số liệu kết quả của %(n)s chỉ tiêu nên không kết luận đạt hay chưa đạt.",
            len(rows),
        )
        return pattern % {"n": len(rows)}
    row = rows[0]
    words = {"years": years(row), "place": place(row), "target": figure(row), "measure": lowered(row["text"])}
    pattern = _(
        "Năm %(years)s, %(place)s đặt chỉ tiêu %(target)s, %(measure)s. Chưa tìm thấy số liệu kết quả nên không kết "
        "luận đạt hay chưa đạt."
    )
    return pattern % words


def lowered(text):
    """A name inside a sentence."""
    return text[:1].lower() + text[1:]


def not_added(rows):
    """Counts of one measure by several bodies, which stay apart."""
    words = {"measure": rows[0]["text"], "years": years(rows[0]), "n": len(rows)}
    pattern = _("%(measure)s, năm %(years)s: %(n)s số của %(n)s đơn vị khác nhau, không cộng lại.")
    return pattern % words


def odd_sum(share):
    """Shares of one whole whose printed sum is not 100."""
    names = "; ".join(f"{row['text']}: {figure(row)}" for row in share["rows"])
    words = {"n": len(share["rows"]), "sum": number(Decimal(share["sum"])), "names": names}
    return _("%(n)s tỷ lệ cộng lại bằng %(sum)s%% như nguồn đã in (%(names)s).") % words


def path(each):
    """A target over the years: what a source states, and what follows from it."""
    first, derived = each.steps[0], [step for step in each.steps if not step["is_stated"]]
    shares = ", ".join(f"{number(step['value'])}%" for step in derived)
    words = {"base": figure(each.base), "year": first["year"], "rise": rising(each.rise), "shares": shares}
    words |= {"first": derived[0]["year"], "last": derived[-1]["year"]}
    pattern = _("%(base)s năm %(year)s (nguồn ghi); %(rise)s, suy ra tối thiểu %(shares)s các năm %(first)s–%(last)s.")
    text = pattern % words
    return text[:1].upper() + text[1:]


def level(row):
    """The level of government a figure is of: cấp huyện; "" where none is printed."""
    return str(Statement.Level(row["level"]).label) if row["level"] else ""
