"""A correction as its page and its feed tell it: a heading, sentences, and the body of its table."""

from html import escape

from django.utils import timezone
from django.utils.safestring import mark_safe
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from . import correcting
from .models import Series
from .tables import missing, province_base
from .templatetags.formats import day, short_name


def heading(entry):
    """PAR Index 2024, lần 2; PAR Index 2024: đã thu hồi."""
    words = {"series": short_name(entry.edition.series), "year": entry.edition.year, "n": entry.edition.revision}
    return (
        _("%(series)s %(year)s: đã thu hồi") if entry.is_withdrawal else _("%(series)s %(year)s, lần %(n)s")
    ) % words


def said(entry):
    """What happened, in sentences: taken back, corrected, completed, withdrawn, and why."""
    if entry.is_withdrawal:
        return [_("Kỳ công bố này không còn trên Cổng."), *filter(None, [correcting.reason(entry.reason)])]
    words = {"new": entry.edition.revision, "old": entry.restored}
    taken_back = [_("Lần %(new)s khôi phục số liệu của lần %(old)s.") % words] if entry.restored else []
    return [*taken_back, *counted(entry), *filter(None, [correcting.reason(entry.reason)])]


def counted(entry):
    """How much is another, added or gone."""
    told = statement_counts if entry.edition.series.slug == Series.LEDGER else counts
    parts = [words % {"n": count, "provinces": entry.provinces} for words, count in told(entry) if count]
    return [f"{capfirst('; '.join(parts))}." if parts else _("Không số liệu nào đổi.")]


def counts(entry):
    new = len(entry.changes.new)
    added = ngettext(
        "bổ sung %(n)s số liệu của %(provinces)s tỉnh, thành phố",
        "bổ sung %(n)s số liệu của %(provinces)s tỉnh, thành phố",
        entry.provinces,
    )
    return [
        (_("đính chính %(n)s số liệu"), len(entry.changed)),
        (_("bỏ %(n)s số liệu"), len(entry.removed)),
        (added if entry.provinces else _("bổ sung %(n)s số liệu chung"), new),
        (_("đổi vị trí của %(n)s tỉnh, thành phố khác"), len(entry.moved)),
        (_("đổi nguồn hoặc ghi chú của %(n)s số liệu, số giữ nguyên"), len(entry.changes.reworded)),
    ]


def statement_counts(entry):
    added = ngettext(
        "bổ sung %(n)s chỉ tiêu, kết quả, nhiệm vụ của %(provinces)s tỉnh, thành phố",
        "bổ sung %(n)s chỉ tiêu, kết quả, nhiệm vụ của %(provinces)s tỉnh, thành phố",
        entry.provinces,
    )
    return [
        (_("đính chính %(n)s chỉ tiêu, kết quả"), len(entry.changed)),
        (_("bỏ %(n)s chỉ tiêu, kết quả, nhiệm vụ"), len(entry.removed)),
        (added, len(entry.changes.new)),
        (_("đổi nguồn hoặc ghi chú của %(n)s chỉ tiêu, kết quả, số giữ nguyên"), len(entry.changes.reworded)),
    ]


def when(entry):
    return day(timezone.localdate(entry.at))


def body(entry):
    """The figures that were changed, removed or moved: of whom, before, after."""
    base = province_base()
    return mark_safe("".join(row(each, base) for each in (*entry.changed, *entry.removed, *entry.moved)))


def row(revised, base):
    name = escape(revised.name or _("Cả nước"))
    if revised.province:
        name = f'<a href="{base}{revised.province}/">{name}</a>'
    label = f'<span class="sub">{escape(revised.label)}</span>'
    kind = "" if revised.is_statement else ' class="n"'
    cells = "".join(f"<td{kind}>{cell(revised, index)}</td>" for index in (0, 1))
    return f'<tr><th scope="row">{name}{label}</th>{cells}</tr>'


def cell(revised, index):
    """The score with its unit, under it the ranks, before (0) or after (1)."""
    state = (revised.old, revised.new)[index]
    if state is None:
        return missing(_("không có số liệu"))
    texts = [correcting.with_unit_of(revised, index)]
    for key in () if revised.fact else ("rank", "region_rank"):
        texts.append(named(correcting.names(revised)[key], correcting.figure(revised, key)[index]))
    first, *others = [text for text in texts if text]
    marks = [words for words, holds in ((_("đồng hạng"), state["is_tied"]), (_("suy ra"), state["derived"])) if holds]
    subs = "".join(f'<span class="sub">{escape(text)}</span>' for text in [*others, *marks])
    return escape(first) + subs


def named(what, text):
    return text and f"{what} {text}"
