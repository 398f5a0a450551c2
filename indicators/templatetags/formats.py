"""How figures, dates and names are written: the one place where a number becomes text."""

import json
import re
from datetime import date
from decimal import Decimal

from django.conf import settings
from django.template import Library
from django.utils.html import escape, format_html
from django.utils.safestring import mark_safe
from django.utils.translation import get_language, gettext, ngettext

register = Library()

MISSING = "–"
MINUS = "\u2212"
UNBROKEN = re.compile(r"\b\d{4}–\d{4}\b|\b\d+(?:/\d{4})?/[A-ZĐ]{2}[\w-]*")  # 2019–2024, 876/QĐ-BNV, 202/2025/QH15
FIGURES = re.compile(r"(?<![\d/])(?:\d+/\d+(?![\d/])|\d+(?:st|nd|rd|th)? of \d+|\d+[.,]\d+(?:/\d+|%)?|\d+%)")
IN_SCRIPTS = {ord(sign): f"\\u{ord(sign):04X}" for sign in "<>&"}
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


@register.simple_tag
def desk():
    """Where a wrong figure is reported, as texts: address and telephone, as far as the settings name them."""
    return [told for told in (settings.DESK_ADDRESS, settings.DESK_TELEPHONE) if told]


def is_english():
    return (get_language() or "vi").startswith("en")


def pick(thing, name):
    """The text of a `name_vi`/`name_en` pair in the language of the page; Vietnamese where English is empty."""
    return is_english() and getattr(thing, f"{name}_en") or getattr(thing, f"{name}_vi")


def short_name(series):
    """PAR Index, PAPI: the same in both languages; of the ledger a word of each."""
    return pick(series, "name") if is_english() and series.slug == series.LEDGER else series.short


@register.filter
def named(thing, name):
    """A text of a pair in the language of the page: {{ series|named:"name" }}."""
    return pick(thing, name)


@register.filter
def person(user):
    """The name of a member of staff, the family's first; the one to sign in with where there is no other."""
    return f"{user.last_name} {user.first_name}".strip() or user.get_username()


@register.filter
def ld_json(thing):
    """JSON-LD as a data block of a page, harmless inside HTML."""
    text = json.dumps(thing, ensure_ascii=False).translate(IN_SCRIPTS)
    return format_html('<script type="application/ld+json">{}</script>', mark_safe(text))


@register.filter
def strong_figures(sentence):
    """A sentence with its scores and ranks in bold: 87,42 điểm, 42,29/80 điểm, 8/63, 8th of 63, 82,71%."""
    return mark_safe(FIGURES.sub(r"<b>\g<0></b>", unbroken(sentence)))


@register.filter
def unbroken(text):
    """A text in which a span of years and the number of a document are not broken at the end of a line."""
    return mark_safe(UNBROKEN.sub(r'<span class="nw">\g<0></span>', escape(text)))


def going_on(how):
    """A derivation inside a sentence: its first word is small, where it is ours and no name."""
    return how[:1].lower() + how[1:] if how.startswith(("Năm ", "Ranked ")) else how


@register.filter
def joined(text, name):
    """A text in which this name is not broken at the end of a line."""
    return str(text).replace(name, name.replace(" ", "\u00a0"))


@register.filter
def number(value, digits=None):
    """A number as the page's language writes it: 87,42 and 987.406, or 87.42 and 987,406; `–` for None.

    `digits`: decimals to show; as many as the value carries when None.
    """
    if value is None:
        return MISSING
    text = f"{value:z,.{digits}f}" if digits is not None else f"{value:,}"
    if not is_english():
        text = text.translate({44: ".", 46: ","})
    return text.replace("-", MINUS)


@register.filter
def short(value):
    """A number without idle zeros: 9,5 and 10 of 9.50 and 10.00."""
    return MISSING if value is None else number(value, max(-value.normalize().as_tuple().exponent, 0))


@register.filter
def signed(value, digits=None):
    """A change with its sign: +0,22, −1,48, 0; `–` for None."""
    if value is None:
        return MISSING
    text = number(value, digits)
    return f"+{text}" if value > 0 and text.strip("0,.") else text


@register.filter
def printed(text):
    """A figure as its source printed it ("90.10", decimal point) in the page's writing; `–` for None."""
    return MISSING if text is None else number(Decimal(text))


@register.filter
def day(value):
    """A date: 01/7/2025, or 1 July 2025."""
    if value is None:
        return MISSING
    if is_english():
        return f"{value.day} {MONTHS[value.month - 1]} {value.year}"
    return f"{value.day:02d}/{value.month}/{value.year}"


@register.filter
def decision(edition):
    """The decision that announced an edition: Quyết định 289/QĐ-BNV ngày 14/4/2023 ("" if unknown)."""
    if not edition.decision:
        return ""
    words = {"number": edition.decision, "day": edition.decided_on and day(edition.decided_on)}
    pattern = gettext("Quyết định %(number)s ngày %(day)s") if edition.decided_on else gettext("Quyết định %(number)s")
    return pattern % words


@register.filter
def partial_day(text):
    """A date known as far as it was printed: "2023", "2023-04" or "2023-04-19"."""
    parts = [int(part) for part in text.split("-")] if text else []
    if len(parts) == 3:
        return day(date(*parts))
    if len(parts) == 2:
        return f"{MONTHS[parts[1] - 1]} {parts[0]}" if is_english() else f"{parts[1]}/{parts[0]}"
    return text


def ordinal(value):
    """1st, 2nd, 3rd, 8th: for English sentences."""
    ending = "th" if value % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
    return f"{value}{ending}"


def rank_word(value):
    """A rank inside a sentence: "8", or "8th"."""
    return ordinal(value) if is_english() else str(value)


def places(count):
    """A number of steps with its word: 14 bậc, 1 place."""
    return ngettext("%(count)s bậc", "%(count)s bậc", count) % {"count": number(count)}


@register.filter
def rank_of(rank, of):
    """A rank with its quiet denominator: 8/63."""
    if rank is None:
        return MISSING
    return format_html('<span class="nw">{}<span class="quiet">/{}</span></span>', rank, of)


def one_after_another(texts):
    """Notes as sentences of one text; those that are empty are left out."""
    return ". ".join(text.rstrip(".") for text in texts if text)


@register.filter
def component_word(series):
    """What a component of an index (its slug) is called; the general word where the index has none of its own."""
    words = {"par-index": gettext("Lĩnh vực đánh giá"), "papi": gettext("Chỉ số nội dung")}
    return words.get(series, gettext("Chỉ số thành phần"))


def unit_word(unit, is_total=False):
    """The unit as pages write it. The PAR Index total is out of 100, so its % are points: pages say điểm."""
    if unit == "points" or is_total and unit == "%":
        return gettext("điểm")
    return unit


def with_unit(text, unit):
    """A written number and its unit: 87,42 điểm, 82,71%."""
    return f"{text}%" if unit == "%" else f"{text} {unit}"
