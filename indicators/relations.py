"""What a province was and became: the sentences, the cards to go on to, and its predecessors' figures side by side."""

from html import escape
from urllib.parse import urlencode

from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from . import lives, sentences
from .compare_tables import cell, under
from .lives import titled
from .tables import missing
from .templatetags.formats import day, pick


def relations(catalogue, report, today):
    """{notes, cards, table, beside}: each empty or missing where there is nothing to say."""
    gazetteer, place = catalogue.gazetteer, report.place
    renamed = [lives.renamed(*pair) for pair in gazetteer.renamings(place.slug, today)]
    if report.successor:
        found = merged(gazetteer, place, report.successor)
    elif report.predecessors:
        found = made_of(gazetteer, report)
    else:
        found = {"notes": [], "cards": [], "table": None}
    return found | {"notes": found["notes"] + renamed}


def merged(gazetteer, place, merger):
    """Of a province that ended: what it became, and the others that became the same."""
    after = gazetteer.place(merger.successor, merger.day)
    joined = [gazetteer.place(each.predecessor, merger.day) for each in gazetteer.predecessors(merger.successor)]
    cards = [card(other) for other in [after, *joined] if other.slug != place.slug]
    return {"notes": [lives.merged(place, after, joined, merger)], "cards": cards, "table": None}


def made_of(gazetteer, report):
    """Of a province that was made of others: which, by which law, and what each of them last got."""
    merger = report.predecessors[0]
    joined = [gazetteer.place(each.predecessor, merger.day) for each in report.predecessors]
    notes = [] if report.rows else [lives.without_edition(report.place)]
    notes.append(lives.origin(report.place, joined, merger))
    return {
        "notes": notes,
        "cards": [card(each, standing(report, each), report.stated_before.get(each.slug)) for each in joined],
        "table": figures(report.before, joined),
        "beside": {
            "names": lives.listed(map(titled, joined)),
            "query": urlencode([("province", each.slug) for each in joined]),
        },
    }


def card(place, line="", stated=None):
    """A predecessor or successor to go on to, with its days; `stated`: how many statements of it are known."""
    days = [_("Đến %(day)s") % {"day": day(place.last_day)} if place.last_day else ""]
    days.append(_("Từ %(day)s") % {"day": day(place.first_day)} if place.first_day else "")
    return {
        "slug": place.slug,
        "title": titled(place),
        "when": "; ".join(filter(None, days)),
        "line": line,
        "stated": stated,
    }


def standing(report, place):
    """Where a predecessor last stood in the PAR Index, in a sentence; "" where nothing is known."""
    row = next((row for row in report.before if (row["series"], row["province"]) == ("par-index", place.slug)), None)
    if row is None:
        return ""
    return sentences.standing(row["name"], row, sentences.series_name(row["edition"].series), row["year"]) or ""


def figures(rows, places):
    """The table of what predecessors last got: a row a series, a column a place; None where nothing is known."""
    if not rows:
        return None
    found = {(row["series"], row["province"]): row for row in rows}
    series = {row["series"]: row["edition"].series for row in rows}
    lines = []
    for slug, each in series.items():
        cells = "".join(dated(found.get((slug, place.slug))) for place in places)
        lines.append(f'<tr><th scope="row">{escape(each.short)}{under(escape(pick(each, "name")))}</th>{cells}</tr>')
    heads = [{"slug": place.slug, "title": titled(place)} for place in places]
    return {"heads": heads, "body": mark_safe("".join(lines))}


def dated(row):
    """A cell of the comparison, headed by its year."""
    html = cell(row, missing(_("chưa tìm thấy")), escape(_("Nguồn")))
    return html.removesuffix("</td>") + under(_("năm %(year)s") % row) + "</td>" if row else html
