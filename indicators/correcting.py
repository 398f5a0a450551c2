"""Corrections in sentences: what one revision says otherwise than another."""

from django.urls import reverse
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from . import ledger_words
from .findings import aggregate_figure
from .reports.corrections import anchor
from .sentences import score_unit
from .templatetags.formats import day, number, pick, printed, rank_word

TOLD = 3  # changes told in words; more are counted


def where(edition):
    """The address of what a revision changed, in the list of corrections of its year."""
    return f"{reverse('corrections')}?series={edition.series.slug}&year={edition.year}#{anchor(edition)}"


def public_since(edition):
    return day(timezone.localdate(edition.published_at))


def reason(text):
    """Lý do: nhập nhầm chữ số. "" where none is given."""
    return _("Lý do: %(reason)s.") % {"reason": text.rstrip(".")} if text else ""


def restoring(catalogue, edition):
    """Lần 3 khôi phục số liệu của lần 1. "" where the revision takes nothing back."""
    words = {"new": edition.revision, "old": catalogue.restored(edition)}
    return _("Lần %(new)s khôi phục số liệu của lần %(old)s.") % words if words["old"] else ""


def figure(revised, key):
    """A score, rank or rank in the region before and after, as text; None where it is not known."""
    states = (revised.old, revised.new)
    if revised.is_statement:
        return statements(states)
    if revised.fact:
        about = {"fact": revised.fact, "series": revised.series}
        return [each and aggregate_figure(each | about | {"value": each["score"]}) for each in states]
    values = [state and state[key] for state in states]
    if key == "score":
        return scores(revised, states, values)
    ofs = [revised.region_of if key == "region_rank" else state and state["of"] for state in states]
    return [value and f"{rank_word(value)}/{of}" for value, of in zip(values, ofs, strict=True)]


def statements(states):
    """What a statement says before and after: its figure, or the words of the source where the figure is the same."""
    texts = [statement(each) for each in states]
    return texts if texts[0] != texts[1] else [quoted(each) for each in states]


def statement(state):
    """The figure of a statement; of a commitment its words."""
    if state is None or state["score"] is None:
        return state and quoted(state)
    return ledger_words.figure(state | {"value": state["score"]})


def quoted(state):
    return f"“{state['printed']}”"


def scores(revised, states, values):
    """Scores as printed, a share with its sign; compiled ones with two decimals, unless nothing would differ."""
    if revised.is_computed:
        short = [None if value is None else number(value, 2) for value in values]
        return (
            short
            if short[0] != short[1]
            else [None if value is None else number(value.normalize()) for value in values]
        )
    return [state and state["printed"] and printed(state["printed"]) + sign(revised, state) for state in states]


def with_unit_of(revised, index):
    """The score before (0) or after (1) with its unit; None where it is not known."""
    state, text = (revised.old, revised.new)[index], figure(revised, "score")[index]
    if text is None or revised.fact:
        return text
    unit = score_unit({"series": revised.series, "component": revised.component, "unit": state["unit"]})
    return text if text.endswith(unit) else f"{text} {unit}"


def sign(revised, state):
    """%, where the unit is not points; of two units each is said."""
    about = {"series": revised.series, "component": revised.component}
    units = [
        each and each["unit"] and score_unit(about | {"unit": each["unit"]}) for each in (revised.old, revised.new)
    ]
    unit = score_unit(about | {"unit": state["unit"]})
    if unit == "%":
        return "%"
    return f" {unit}" if "%" in units else ""


def names(revised):
    """What the figures of a province are called inside a sentence."""
    position, rank = pgettext("a figure of a province", "vị trí"), pgettext("a figure of a province", "thứ hạng")
    return {
        "score": pgettext("a figure of a province", "điểm"),
        "rank": position if revised.is_computed else rank,
        "region_rank": pgettext("a figure of a province", "thứ hạng trong vùng"),
    }


def clause(revised):
    """điểm của tỉnh A đã được đính chính từ 87,24 thành 87,42; thứ hạng không đổi."""
    if revised.fact:
        return (
            f"{': '.join(filter(None, [revised.label, revised.name]))}: {then('', *figure(revised, 'score')).strip()}"
        )
    parts = []
    for key, what in names(revised).items():
        old, new = figure(revised, key)
        if old != new:
            parts.append(first(revised, what, old, new) if not parts else then(what, old, new))
        elif parts and key == "rank" and old is not None:
            parts.append(_("%(what)s không đổi") % {"what": what})
    if not parts:
        return _("dấu “đồng hạng” hoặc “suy ra” ở số liệu của %(name)s đã thay đổi") % {"name": revised.name}
    return "; ".join(parts)


def first(revised, what, old, new):
    """The first figure of a province that differs, with its name."""
    part = {"what": what, "component": revised.label}
    what = what if revised.is_whole else _("%(what)s “%(component)s”") % part
    words = {"what": what, "name": revised.name, "old": old, "new": new}
    if old is None:
        return _("đã bổ sung %(what)s của %(name)s: %(new)s") % words
    if new is None:
        return _("%(what)s của %(name)s (%(old)s) đã được bỏ") % words
    return _("%(what)s của %(name)s đã được đính chính từ %(old)s thành %(new)s") % words


def then(what, old, new):
    """A further figure of the same province."""
    words = {"what": what, "old": old, "new": new}
    if old is None:
        return _("bổ sung %(what)s %(new)s") % words
    if new is None:
        return _("%(what)s %(old)s đã được bỏ") % words
    return _("%(what)s từ %(old)s thành %(new)s") % words


def mark(revised):
    """What was corrected of a figure, without its name: từ 87,24 thành 87,42; thứ hạng từ 2/63 thành 3/63."""
    pairs = [(what, *figure(revised, key)) for key, what in names(revised).items()]
    return "; ".join(then(what, old, new) for what, old, new in pairs if old != new)


def corrected(revised):
    """The figures that were changed or removed: what was added completes, and a position moves by itself."""
    return [each for each in revised if each.kind in ("changed", "removed")]


def told(revised, is_province=False):
    """The differences of a page in words, each for a sentence of its own; [] where there are none.

    Up to TOLD corrections in words, then a count. On a ranking, provinces that were added or only moved are counted.
    """
    listed = corrected(revised)
    said = [clause(each) for each in listed[:TOLD]]
    if len(listed) > TOLD:
        more = len(listed) - TOLD
        said.append(ngettext("và %(n)s thay đổi khác", "và %(n)s thay đổi khác", more) % {"n": more})
    new = sum(each.kind == "new" for each in revised)
    said += [added(new, is_province)] if new else []
    moves = [each for each in revised if each.kind == "moved" and each.is_whole]
    return said + (list(map(move, moves)) if is_province else several_moves(len(moves)))


def added(count, is_province):
    """A completion: how many provinces, or how many figures of one, were added."""
    if is_province:
        return ngettext("đã bổ sung %(n)s số liệu", "đã bổ sung %(n)s số liệu", count) % {"n": count}
    pattern = ngettext(
        "đã bổ sung số liệu của %(n)s tỉnh, thành phố", "đã bổ sung số liệu của %(n)s tỉnh, thành phố", count
    )
    return pattern % {"n": count}


def move(revised):
    """A position that is another though the score stayed."""
    old, new = figure(revised, "rank")
    words = {"name": revised.name, "old": old, "new": new}
    return _("điểm của %(name)s không đổi; vị trí từ %(old)s thành %(new)s") % words


def several_moves(count):
    pattern = ngettext(
        "vị trí của %(n)s tỉnh, thành phố khác đổi theo", "vị trí của %(n)s tỉnh, thành phố khác đổi theo", count
    )
    return [pattern % {"n": count}] if count else []


def banner(catalogue, report, is_province=False):
    """What an earlier revision says above its figures: {text, said, link, more}; None for the current one.

    `said`: what the current revision says otherwise, and why; `link`: in words; `more`: whether the list says more.
    """
    edition, current = report.edition, catalogue.current(report.edition)
    if current == edition:
        return None
    text = _("Bản cũ (lần %(old)s).") % {"old": edition.revision}
    if current is None:
        return {"text": text, "said": withdrawal(catalogue.revisions(edition.series.slug, edition.year)[-1])}
    steps = [each for each in catalogue.revisions(edition.series.slug, edition.year) if is_after(each, edition)]
    said = dated(edition, current, told(report.revised, is_province), len(steps) <= 1)
    link = _("Xem bản hiện hành (lần %(new)s).") % {"new": current.revision}
    more = where(current) if len(corrected(report.revised)) > TOLD else ""
    told_of = [said, restoring(catalogue, current), reasons(steps or [current])]
    return {"text": text, "said": " ".join(filter(None, told_of)), "link": link, "more": more}


def is_after(edition, other):
    return (edition.published_at, edition.revision) > (other.published_at, other.revision)


def dated(old, new, said, is_one_step):
    """The differences with the day on which the current revision was published."""
    if not said:
        return _("Số liệu của trang này giống bản hiện hành.")
    begun, *others = said
    words = {"old": old.revision, "new": new.revision, "said": begun}
    if not new.published_at:
        begun = _("Trong bản nháp, %(said)s") % words
    elif is_one_step:
        begun = _("Ngày %(day)s, %(said)s") % (words | {"day": public_since(new)})
    else:
        begun = _("Từ lần %(old)s đến lần %(new)s (ngày %(day)s), %(said)s") % (words | {"day": public_since(new)})
    return " ".join(f"{capfirst(sentence)}." for sentence in (begun, *others))


def reasons(steps):
    """The reasons of the revisions that came after; each with its number where there are several."""
    steps = [each for each in steps if each.reason_vi]
    if len(steps) == 1:
        return reason(pick(steps[0], "reason"))
    pattern = _("Lý do (lần %(n)s): %(reason)s.")
    return " ".join(pattern % {"n": each.revision, "reason": pick(each, "reason").rstrip(".")} for each in steps)


def withdrawal(edition):
    """When a year was withdrawn, and why."""
    words = {"day": day(timezone.localdate(edition.withdrawn_at))}
    said = _("Kỳ công bố này đã được thu hồi ngày %(day)s.") % words
    return " ".join(filter(None, [said, reason(pick(edition, "withdrawal"))]))


def notice(catalogue, report, is_province=False):
    """What a current revision that is not the first says of itself: {text, url}; None of a first one."""
    edition = report.edition
    before = catalogue.revision_before(edition)
    if not catalogue.is_current(edition) or before is None:
        return None
    said = restoring(catalogue, edition) or summary(edition, report.revised, is_province)
    return {"text": " ".join(filter(None, [said, reason(pick(edition, "reason"))])), "url": where(edition)}


def summary(edition, revised, is_province):
    """Lần 2, ngày 12/5/2026: đính chính 1 số liệu; bổ sung số liệu của 3 tỉnh, thành phố."""
    counts = {kind: sum(each.kind == kind for each in revised) for kind in ("changed", "removed", "new")}
    said = [words % {"n": counts[kind]} for kind, words in counted().items() if counts[kind]]
    said += [added(counts["new"], is_province)] if counts["new"] else []
    words = {"new": edition.revision, "said": "; ".join(said) or _("số liệu của trang này không đổi")}
    if not edition.published_at:
        return _("Lần %(new)s, bản nháp: %(said)s.") % words
    return _("Lần %(new)s, ngày %(day)s: %(said)s.") % (words | {"day": public_since(edition)})


def counted():
    return {"changed": _("đính chính %(n)s số liệu"), "removed": _("bỏ %(n)s số liệu")}


def marks(catalogue, report):
    """{key: {day, text, url}} of the figures that this revision corrected; empty of a first or an earlier one.

    The key is (province slug, component slug).
    """
    if not catalogue.is_current(report.edition):
        return {}
    edition = report.edition
    is_public, url = edition.published_at, where(edition)
    label = _("Đính chính ngày %(day)s") % {"day": public_since(edition)} if is_public else _("Đính chính ở bản nháp")
    told = ((each, mark(each)) for each in corrected(report.revised))
    return {(each.province, each.component): {"label": label, "text": text, "url": url} for each, text in told if text}
