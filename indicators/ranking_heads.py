"""The headings of a ranking, each a link that sorts by its column, and what is asked of the ranking as chips."""

from html import escape
from urllib.parse import urlencode

from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from .templatetags.formats import component_word

FALLING = ("score", "change", "rank_change")
"""The columns whose first order is from the highest down."""


DEFAULTS = {"order": "rank", "component": "overall"}


def direction(order):
    """(column, the `aria-sort` of an order): ("score", "descending") of "score", ("rank", "descending") of "-rank"."""
    key, back = order.lstrip("-"), order.startswith("-")
    return key, "descending" if (key in FALLING) != back else "ascending"


def address(asked, **changes):
    """The query string of what is asked with some of it changed; what goes without saying is left out."""
    question = {name: value for name, value in (asked | changes).items() if value and DEFAULTS.get(name) != value}
    return f"?{urlencode(question)}" if question else "?"


def heading(key, words, asked, order, classes):
    """One heading: a link to the order of its column, or to the other way round where it is sorted by already."""
    column, sort = direction(order)
    target = f"-{key}" if order == key else key
    link = f'<a href="{escape(address(asked, order=target))}#table">{escape(words)}</a>'
    sorted_by = f' aria-sort="{sort}"' if column == key else ""
    return mark_safe(f'<th scope="col" class="{classes}"{sorted_by}>{link}</th>')


def headings(table, asked, order):
    """{column: its heading} of the columns a reader may sort by. `asked`: {parameter: value} of the address."""
    computed = table.ranking.is_computed
    words = {
        "rank": (_("Vị trí") if computed else _("Thứ hạng"), "n"),
        "name": (_("Tỉnh, thành phố"), "name"),
        "region": (_("Vùng"), "away"),
        "score": (_("Điểm"), "n"),
        "change": (table.change_label, "n"),
        "rank_change": (_("Tăng, giảm bậc"), "n"),
    }
    return {key: heading(key, text, asked, order, classes) for key, (text, classes) in words.items()}


def orders_in_words(computed):
    """{order: what the rows are sorted by, in a sentence}."""
    return {
        "rank": _("Xếp theo vị trí.") if computed else _("Xếp theo thứ hạng."),
        "-rank": _("Xếp theo vị trí, từ cuối lên.") if computed else _("Xếp theo thứ hạng, từ cuối lên."),
        "name": _("Xếp theo tên, từ A đến Y."),
        "-name": _("Xếp theo tên, từ Y về A."),
        "region": _("Xếp theo vùng."),
        "-region": _("Xếp theo vùng, từ cuối lên."),
        "score": _("Xếp theo điểm, từ cao xuống thấp."),
        "-score": _("Xếp theo điểm, từ thấp lên cao."),
        "change": _("Xếp theo mức tăng điểm, tăng nhiều đứng trước."),
        "-change": _("Xếp theo mức tăng điểm, giảm nhiều đứng trước."),
        "rank_change": _("Xếp theo số bậc tăng, tăng nhiều đứng trước."),
        "-rank_change": _("Xếp theo số bậc tăng, giảm nhiều đứng trước."),
    }


def chips(asked, names):
    """What is asked, each with its words and the address without it. `names`: {parameter: {value: words}}."""
    found = []
    for parameter, words in names.items():
        value = asked.get(parameter)
        if value and DEFAULTS.get(parameter) != value:
            found.append({"text": words.get(value, value), "url": address(asked, **{parameter: ""})})
    return found


def labels(report, criteria, regions, orders):
    """{parameter: {value: words}} of what a ranking may be asked for; `criteria`, `regions`: (slug, name) pairs.

    `orders`: as `orders_in_words` tells them.
    """
    component, region = component_word(report.edition.series.slug), _("Vùng")
    return {
        "component": {slug: f"{component}: {name}" for slug, name in criteria},
        "region": {slug: f"{region}: {name}" for slug, name in regions},
        "q": {},
        "order": {order: words.rstrip(".") for order, words in orders.items()},
    }
