"""What a place is called, was and became, in words."""

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from .templatetags.formats import day, pick


def titled(place):
    """The name of a place, with its days where another life bears the same name: Tây Ninh (đến 30/6/2025)."""
    if not place.namesake:
        return place.name
    if place.last_day:
        return _("%(name)s (đến %(day)s)") % {"name": place.name, "day": day(place.last_day)}
    return _("%(name)s (từ %(day)s)") % {"name": place.name, "day": day(place.first_day)}


def over(place):
    """Kind, region and days of a place, above its name."""
    kind = _("Thành phố trực thuộc Trung ương") if place.kind == "city" else _("Tỉnh")
    parts = [kind]
    if place.region:
        parts.append(_("vùng %(region)s") % {"region": pick(place.region, "name")})
    if place.era == "both":
        parts.append(_("cùng địa giới trước và sau ngày 01/7/2025"))
    if place.last_day:
        parts.append(_("đến %(day)s") % {"day": day(place.last_day)})
    if place.first_day:
        parts.append(_("từ %(day)s") % {"day": day(place.first_day)})
    return ", ".join(parts)


def merged(place, successor, predecessors, merger):
    """7: what became of a place, by which law, and that its figures stay its own."""
    words = {
        "day": day(merger.day),
        "names": listed(map(with_kind, predecessors)),
        "whole": one(successor),
        "document": law(merger.document),
        "name": place.name,
        "successor": successor.name,
    }
    return (
        _(
            "Từ ngày %(day)s, %(names)s hợp nhất thành %(whole)s, theo %(document)s. Trang này là số liệu của "
            "%(name)s đến ngày 30/6/2025; không cộng và không so sánh với %(successor)s từ %(day)s."
        )
        % words
    )


def made_of(place, predecessors, merger):
    """A place of the new era that has no edition yet, and where to look instead."""
    return f"{without_edition(place)} {origin(place, predecessors, merger)}"


def without_edition(place):
    words = {"name": place.name, "day": day(place.first_day)}
    return _("%(name)s (từ %(day)s) chưa có kỳ công bố nào trên Cổng.") % words


def origin(place, predecessors, merger):
    """What a place was made of, by which law, and that its predecessors' figures stay theirs."""
    words = {"name": place.name, "day": day(merger.day), "document": law(merger.document)}
    words["names"] = listed(map(titled, predecessors))
    return (
        _(
            "%(name)s hợp nhất từ %(names)s vào ngày %(day)s, theo %(document)s. Số liệu của từng nơi đến ngày "
            "30/6/2025 đặt cạnh nhau, không cộng và không so sánh."
        )
        % words
    )


def renamed(before, after):
    """A change of name or kind within the same borders, with its day and its document."""
    words = {"day": day(after.first_day), "document": law(after.document)}
    words |= {"before": with_status(before), "after": with_status(after)}
    return _("Từ ngày %(day)s, %(before)s trở thành %(after)s, theo %(document)s; địa giới không đổi.") % words


def with_status(named):
    """tỉnh Thừa Thiên Huế; thành phố Huế trực thuộc Trung ương."""
    if named.kind == "city":
        return pgettext("status", "thành phố %(name)s trực thuộc Trung ương") % {"name": named.name}
    return pgettext("status", "tỉnh %(name)s") % {"name": named.name}


def listed(names):
    """Bắc Ninh, Bắc Giang và Hà Nam; "" of none."""
    *first, last = names or [""]
    return _(" và ").join([", ".join(first), last]) if first else last


def with_kind(place):
    """tỉnh Long An, thành phố Cần Thơ; TP. Hồ Chí Minh says its kind itself. English needs the name alone."""
    if place.name.startswith("TP."):
        return place.name
    return (_("thành phố %(name)s") if place.kind == "city" else _("tỉnh %(name)s")) % {"name": place.name}


def one(place):
    """What places were merged into, with its kind: tỉnh Tây Ninh; one province, Tây Ninh,"""
    if place.kind != "city":
        return pgettext("one of several", "tỉnh %(name)s") % {"name": place.name}
    if place.name.startswith("TP."):
        return pgettext("one of several", "%(name)s") % {"name": place.name}
    return pgettext("one of several", "thành phố %(name)s") % {"name": place.name}


def law(document):
    """A law by kind and number, without its day: Nghị quyết 202/2025/QH15."""
    kind, number = "Nghị quyết ", document.partition(" (")[0]
    if not number.startswith(kind):
        return number
    return _("Nghị quyết %(number)s") % {"number": number.removeprefix(kind)}
