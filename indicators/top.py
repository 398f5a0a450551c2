"""The first ten of a ranking: a small table that stands in other sites' pages."""

from html import escape

from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .charts import cited, digits
from .tables import percent, ratio, tag
from .templatetags.formats import places

TEN = 10


def top(ranking):
    """The description of the first ten places of a ranking; between known ones the places that nobody known holds."""
    rows = [row for row in ranking.everywhere if row["rank"] is not None and row["rank"] <= TEN]
    if not rows:
        return None
    gaps = [(first, min(last, TEN)) for first, last in ranking.gaps if first <= TEN]
    about = {"series": ranking.edition.series.slug, "component": ranking.criterion.component.slug}
    return {
        "kind": "top",
        "id": "top",
        "title": title(ranking, rows, gaps),
        "caption": "",
        "alt": "",
        "rows": [row | about | {"shown": shown(ranking, row)} for row in rows],
        "gaps": gaps,
        "computed": ranking.is_computed,
        "marks": cited(rows, "score" if ranking.is_computed else "rank"),
    }


def shown(ranking, row):
    return digits(row, ranking.is_computed) if row["score"] is not None else None


def title(ranking, rows, gaps):
    words = {"title": ranking.title, "known": TEN - sum(last - first + 1 for first, last in gaps)}
    if ranking.is_computed:
        return _("Mười vị trí đầu (Cổng tự tính)")
    if not gaps:
        return _("Mười thứ hạng đầu")
    return (
        ngettext("Đã biết %(known)s trong 10 thứ hạng đầu", "Đã biết %(known)s trong 10 thứ hạng đầu", words["known"])
        % words
    )


def top_body(chart):
    """The rows: rank, name, score."""
    lines = [(row["rank"], 0, line(chart, row)) for row in chart["rows"]]
    lines += [(first, 1, gap(first, last)) for first, last in chart["gaps"]]
    return mark_safe("".join(text for _rank, _order, text in sorted(lines, key=lambda line: line[:2])))


def line(chart, row):
    score = "–" if row["shown"] is None else escape(row["shown"]) + percent(row) + tag("score" in row["derived"])
    rank = ratio(row) + tag("rank" in row["derived"] and not chart["computed"])
    return f'<tr><td class="n">{rank}</td><th scope="row">{escape(row["name"])}</th><td class="n">{score}</td></tr>'


def gap(first, last):
    words = _("chưa tìm thấy (%(places)s)") % {"places": places(last - first + 1)}
    ranks = f"{first}–{last}" if last > first else first
    return f'<tr class="gap"><td class="n">{ranks}</td><td colspan="2">{escape(words)}</td></tr>'
