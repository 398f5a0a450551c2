"""One cell -> one value. A cell that cannot be read raises Unreadable with a sentence for the clerk."""

import re
import unicodedata
from datetime import date
from decimal import Decimal

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from .problems import LANGUAGES, say

DIGITS_KEPT = 4
MAXIMUM_DIGITS = 2
LARGEST = 32_767  # of ranks and paragraphs: what their columns hold
PLAIN = re.compile(r"-?[0-9]{1,9}(?:[.,][0-9]+)?")
GROUPED = re.compile(r"-?[0-9]{1,3}(?:[.,][0-9]{3}){1,3}")


class Exact(str):
    """The text of a cell that its file stores as a number: its point is a decimal point for certain."""


class Unreadable(ValueError):
    """The cell holds something else than its column says; `args[0]` is the sentence."""


def figure(cell, highest=None, kept=DIGITS_KEPT):
    """A printed number -> (Decimal, number of decimals). Decimal point and decimal comma are both read.

    `1.000` may be 1 or 1000: refused, unless the file stores a number, or a thousand would be over `highest`
    and the decimals are not all zero. More than `kept` decimals are refused.
    """
    text = cell.replace("\u2212", "-")
    if not PLAIN.fullmatch(text):
        raise grouped(cell) if GROUPED.fullmatch(text) else garbled(cell)
    whole, _point, decimals = text.replace(",", ".").partition(".")
    if not isinstance(cell, Exact) and may_be_thousands(whole, decimals, highest):
        raise ambiguous(cell)
    if len(decimals) > kept:
        raise Unreadable(
            say(_('"{found}" có quá {kept} chữ số lẻ. Hãy ghi tối đa {kept} chữ số lẻ.'), found=cell, kept=kept)
        )
    return Decimal(text.replace(",", ".")), len(decimals)


def maximum(cell, highest=None):
    """The largest score that a page printed for a component: above zero, not above that of the whole."""
    most = highest or 9999
    number, digits = figure(cell, most, MAXIMUM_DIGITS)
    if not 0 < number <= most:
        pattern = _("Điểm tối đa {found} nằm ngoài khoảng từ trên 0 đến {most}. Hãy xem lại số đã in.")
        raise Unreadable(say(pattern, found=cell, most=plain(most)))
    return number, digits


def count(cell):
    """A number of provinces, people or places -> (Decimal, 0)."""
    number, digits = figure(cell)
    if digits or number < 0:
        raise Unreadable(say(_('"{found}" không phải là số đếm. Hãy ghi một số nguyên, ví dụ 49600.'), found=cell))
    return number, digits


def may_be_thousands(whole, decimals, highest):
    if len(decimals) != 3 or len(whole.lstrip("-")) > 3 or whole.lstrip("-").startswith("0"):
        return False
    return decimals == "000" or highest is None or int(whole.lstrip("-") + decimals) <= highest


def garbled(cell):
    pattern = _('"{found}" không phải là số. Hãy ghi số không có dấu tách nghìn, ví dụ 87,42; bỏ trống nếu không có.')
    return Unreadable(say(pattern, found=cell))


def grouped(cell):
    pattern = _('"{found}" có dấu tách nghìn. Hãy ghi {joined}.')
    return Unreadable(say(pattern, found=cell, joined=re.sub("[.,]", "", cell)))


def ambiguous(cell):
    """Both readings, and how to write each so that it is read as meant."""
    first, rest = re.split("[.,]", cell)
    if set(rest) == {"0"}:
        pattern = _('"{found}" có thể là {short} hoặc {joined}. Hãy ghi {short} hoặc {joined}.')
        return Unreadable(say(pattern, found=cell, short=first, joined=first + rest))
    pattern = _('"{found}" có thể là {short} hoặc {joined}. Hãy ghi {joined}, hoặc {short}0 nếu là số lẻ.')
    return Unreadable(say(pattern, found=cell, short=f"{first},{rest}", joined=first + rest))


def plain(number):
    """A limit as messages write it: 100, 9.5."""
    return f"{Decimal(number).normalize():f}"


def whole(cell, lowest=1, highest=LARGEST):
    """A whole number from `lowest` to `highest`."""
    if not re.fullmatch(r"[0-9]{1,9}", cell):
        raise Unreadable(say(_('"{found}" không phải là số nguyên. Hãy ghi một số nguyên, hoặc bỏ trống.'), found=cell))
    if not lowest <= int(cell) <= highest:
        pattern = _("{found} nằm ngoài khoảng {lowest} đến {highest}. Hãy xem lại số đã in.")
        raise Unreadable(say(pattern, found=cell, lowest=lowest, highest=highest))
    return int(cell)


def day(cell):
    """A day as year-month-day."""
    try:
        return date.fromisoformat(cell)
    except ValueError:
        pattern = _('"{found}" không phải là ngày. Hãy ghi năm-tháng-ngày, ví dụ 2024-12-31.')
        raise Unreadable(say(pattern, found=cell)) from None


def one_of(cell, choices):
    """A word of a closed list: its code or, of a list {code: name}, its name in either language.

    The column may be empty only if the list has the empty word.
    """
    names = choices if isinstance(choices, dict) else dict.fromkeys(choices, "")
    found = cell if cell in names else of_name(cell, names)
    if found is None:
        known = [spoken(code, name) for code, name in names.items() if code]
        known = format_lazy(", ".join(["{}"] * len(known)), *known)
        raise Unreadable(say(_('"{found}" không có trong danh mục. Dùng một trong: {known}.'), found=cell, known=known))
    return found


def of_name(cell, names):
    """The key of {key: name} with this name in one of the languages, or None; letter case and spaces do not count."""
    for language in LANGUAGES:
        with override(language):
            found = (key for key, name in names.items() if name and alike(str(name)) == alike(cell))
            if (key := next(found, None)) is not None:
                return key


def alike(text):
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())


def spoken(code, name):
    """How a message tells a word: the name with its code, or the code where that says it all."""
    return format_lazy("{name} ({code})", name=name, code=code) if name and name != code else code
