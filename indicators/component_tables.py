"""The bodies of a component's tables: who stands where, and its years. All text is escaped here."""

from html import escape

from django.urls import reverse
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from .findings import aggregate_figure
from .models import Edition, Fact
from .permanent import aggregate_address, figure_address
from .tables import mark, marks_of, missing, percent, province_base, quiet, ratio, tag
from .templatetags.formats import number, printed, short


def standing_body(report):
    """Provinces of one edition by rank (or position), each score in its own unit."""
    standing, base, parts = report.standing, province_base(), []
    unknown, source = missing(_("chưa tìm thấy")), escape(_("Nguồn"))
    about = about_edition(standing.edition, report.criterion.component.slug, standing.criterion.maximum)
    for row in standing.rows:
        rank = unknown if row["rank"] is None else ratio(row)
        rank += tag("rank" in row["derived"] and not standing.is_computed)
        score = unknown if row["score"] is None else score_of(row | about) + tag("score" in row["derived"])
        name = f'<th scope="row"><a href="{base}{row["province"]}/">{escape(row["name"])}</a></th>'
        stays = figure_address(base, row["province"], standing.edition, about["component"])
        marks = f"<td>{mark(marks_of(row), source, stays)}</td>"
        parts.append(f'<tr><td class="n">{rank}</td>{name}<td class="n">{score}</td>{marks}</tr>')
    return mark_safe("".join(parts))


def about_edition(edition, component, maximum):
    """What a score must know of its edition to be written."""
    return {"edition": edition, "series": edition.series.slug, "component": component, "maximum": maximum}


def score_of(cells):
    """A score with its sign, or with its maximum where that is not 100; a compiled one with two decimals."""
    compiled = cells["edition"].method == Edition.Method.COMPILED
    text = number(cells["score"], 2) if compiled else printed(cells["printed"])
    has_scale = cells["unit"] == "points" and cells["maximum"] not in (None, 100)
    return text + percent(cells) + (quiet(f"/{short(cells['maximum'])}") if has_scale else "")


class YearsTable:
    """The years of a component: which columns have anything to show, and the body, the newest year first."""

    def __init__(self, report):
        self.rows = report.rows
        self.has_ranks = any(row["ranks"] is not None for row in self.rows)
        self.has_ends = any(row["unit"] for row in self.rows)
        self.has_medians = any(row["median"] is not None for row in self.rows)
        self.has_means = any(row["means"] for row in self.rows)
        self.is_starred = any(row["edition"].comparable == Edition.Comparable.MARK for row in self.rows)
        self.is_mixed = any(row["points"] and row["percent"] for row in self.rows)

    @property
    def body(self):
        return mark_safe("".join(self.row(row) for row in self.rows))

    def row(self, row):
        """One edition; the year leads to its ranking."""
        star = "&nbsp;*" if row["edition"].comparable == Edition.Comparable.MARK else ""
        cells = [f'<td class="n">{cell}</td>' for cell in self.cells(row)]
        crossed = crossing(row, len(cells) + 1) if row is not self.rows[-1] else ""
        year = f'<th scope="row"><a href="{ranking_address(row)}">{row["year"]}</a>{star}</th>'
        return f"<tr>{year}{''.join(cells)}</tr>{crossed}"

    def cells(self, row):
        unknown = missing(_("chưa tìm thấy"))
        yield f"{row['points'] + row['percent']}{quiet('/' + str(row['of']))}{in_both_units(row)}"
        if self.has_ranks:
            yield unknown if row["ranks"] is None else f"{row['ranks']}{quiet('/' + str(row['of']))}"
        if self.has_ends:
            yield end(row, "highest") or unknown
            yield end(row, "lowest") or unknown
        if self.has_medians:
            yield middle(row)
        if self.has_means:
            yield means(row) or unknown


def crossing(row, width):
    """A thin row between two years that may not be compared."""
    if row["edition"].comparable != Edition.Comparable.NO:
        return ""
    words = _("Từ năm %(year)s không so sánh với các năm trước.") % {"year": row["year"]}
    return f'<tr class="gap"><td colspan="{width}">{escape(words)}</td></tr>'


def ranking_address(row):
    """The ranking of a component in the edition of a row."""
    address = reverse("ranking", args=[row["series"], row["year"]])
    return address if row["component"] == "overall" else f"{address}?component={row['component']}"


def sub(text):
    return f'<span class="sub">{text}</span>'


def in_both_units(row):
    """How many scores are in points, how many in % of the maximum, where a year has both."""
    if not (row["points"] and row["percent"]):
        return ""
    return sub(escape(_("%(points)s theo điểm, %(percent)s theo %%") % row))


def end(row, name):
    """The highest or lowest known score and who has it; "" where none can be said."""
    told = row["ends"][name]
    if not told:
        return ""
    names = escape(", ".join(place for _slug, place in told["places"]))
    stays = figure_address(province_base(), told["places"][0][0], row["edition"], row["component"])
    marks = mark([told["mark"]], escape(_("Nguồn")), stays)
    return f"{score_of(row | told)}{marks}{tag(told['is_derived'])}{sub(names)}"


def middle(row):
    """The median with its n; below 20 scores in one unit there is none."""
    if row["median"] is None:
        return missing(_("cần ít nhất 20 điểm cùng đơn vị"))
    count = row["points"] + row["percent"]
    text = f"{number(row['median'], 2)}{percent(row)}"
    return text + sub(escape(_("trong %(n)s nơi đã biết") % {"n": count}))


def means(row):
    """The announced means of the country and their changes, each with its sources; those that agree stand together."""
    found = {}
    for each in row["means"]:
        words = aggregate_figure(each | {"series": row["series"] if row["component"] == "overall" else None})
        found.setdefault((each["fact"], words, bool(each["how"])), []).append(each)
    parts = []
    for (fact, words, is_derived), told in found.items():
        marks = sorted({each["mark"] for each in told})
        stays = aggregate_address(row["edition"], told[0])
        text = f"{escape(words)}{mark(marks, escape(_('Nguồn')), stays)}{tag(is_derived)}"
        parts.append(text if fact == Fact.MEAN else sub(f"{escape(_('so với năm trước'))}: {text}"))
    return "".join(parts)
