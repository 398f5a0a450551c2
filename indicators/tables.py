"""Report rows -> the bodies of HTML tables, in plain Python: twenty times cheaper than template loops.

All text is escaped here; what is returned is safe.
"""

from html import escape

from django.urls import reverse
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from . import sentences, svg
from .permanent import figure_address
from .templatetags.formats import MISSING, number, places, printed, short, signed


def missing(words):
    """The sign for a figure that is not known, with its words for those who do not see it."""
    return f'<span aria-hidden="true">{MISSING}</span><span class="sr">{escape(words)}</span>'


def mark(numbers, labels, figure=None):
    """Source marks [1] [2], each leading to its line in the list of sources; then # to where the `figure` stays."""
    marks = " ".join(f'<a class="m" href="#n{each}" aria-label="{labels} [{each}]">[{each}]</a>' for each in numbers)
    return f"{marks}&nbsp;{stays(figure)}" if figure and marks else marks


def stays(address):
    """The sign that leads to a figure's permanent address."""
    return f'<a class="m" href="{escape(address)}" aria-label="{escape(_("Địa chỉ lâu dài của số liệu"))}">#</a>'


def quiet(text):
    return f'<span class="quiet">{text}</span>'


def ratio(row):
    """A rank with its quiet denominator."""
    return f"{row['rank']}{quiet('/' + str(row['of']))}"


def marks_of(row):
    """The marks of every source of a row."""
    return sorted({citation["mark"] for citation in row["citations"]})


def marks_for(row, key):
    """The mark of the citation whose score or rank is shown."""
    return [citation["mark"] for citation in row["citations"] if citation[key] is not None][:1]


def province_base():
    """The address under which every province's page stands: one reverse() for a whole table."""
    return reverse("province", args=["x"])[: -len("x/")]


def correction(mark, before, width):
    """A thin row under a figure that was corrected: when, from what to what, with the way to the list of corrections.

    `before`: how many columns stay empty before the words; `width`: of the table. "" without a mark.
    """
    if mark is None:
        return ""
    said = f'<a href="{escape(mark["url"])}">{escape(mark["label"])}</a>: {escape(mark["text"])}'
    return f'<tr class="gap">{before * EMPTY}<td colspan="{width - before}">{said}</td></tr>'


EMPTY = '<td class="n"></td>'


class RankingTable:
    """The table of a ranking: which columns have anything to show, and its body.

    `corrected`: {(province slug, component slug): what was corrected of the figure}, as `correcting.marks` tells it.
    """

    def __init__(self, ranking, order="rank", corrected=None):
        self.ranking, self.order, self.corrected = ranking, order, corrected or {}
        rows = ranking.everywhere
        self.has_change = any(row["change"] is not None for row in rows)
        self.has_steps = any(row["rank_change"] is not None for row in rows)
        self.has_scores = any(row["score"] is not None for row in rows)
        self.has_lines = len(ranking.years) > 2 and self.has_scores
        self.has_regions = any(row["region"] for row in rows)
        points = [row["score"] for row in rows if row["score"] and row["unit"] == "points"]
        self.highest = ranking.criterion.maximum or max(points, default=1)
        self.star = ranking.edition.comparable == "mark"
        self.behind = ranking.behind

    @property
    def change_label(self):
        """A figure in % changes by percentage points; the whole of the PAR Index by points."""
        shares = any(row["unit"] == "%" for row in self.ranking.everywhere) and not self.is_points
        return _("Tăng, giảm (điểm phần trăm)") if shares else _("Tăng, giảm điểm")

    @property
    def has_changes(self):
        return self.has_change or self.has_steps

    @property
    def width(self):
        columns = (self.has_regions, self.has_scores, self.has_change, self.has_steps, self.has_lines)
        return 3 + sum(columns) + self.has_scores + bool(self.behind)

    @property
    def body(self):
        """The rows; between announced ranks, thin rows for the places that no known province holds."""
        base, unknown, source = province_base(), missing(_("chưa tìm thấy")), escape(_("Nguồn"))
        low, high = self.range_of_lines()
        parts, gaps = [], self.gap_rows()
        for row in self.ranking.rows:
            if row["rank"] is None and row["score"] is None:
                continue
            while gaps and row["rank"] and gaps[0][0] < row["rank"]:
                parts.append(gaps.pop(0)[1])
            parts.append(self.row(row, base, unknown, source, low, high))
        return mark_safe("".join(parts + [text for _first, text in gaps]))

    def row(self, row, base, unknown, source, low, high):
        cells = [f'<td class="n">{self.rank(row, unknown)}</td>']
        cells.append(f'<th scope="row"><a href="{base}{row["province"]}/">{escape(row["name"])}</a></th>')
        if self.has_regions:
            cells.append(f'<td class="away">{escape(row["region"] or "")}</td>')
        if self.has_scores:
            cells.append(f'<td class="n">{self.score(row, unknown)}</td><td class="away">{self.bar(row)}</td>')
        if self.behind:
            gap = self.behind.get(row["province"])
            cells.append(f'<td class="away step">{number(gap, 2) if gap is not None else ""}</td>')
        star = "&nbsp;*" if self.star else ""
        if self.has_change:
            cells.append(f'<td class="n">{changed(row, "change", star, 2)}</td>')
        if self.has_steps:
            cells.append(f'<td class="n">{changed(row, "rank_change", star)}</td>')
        if self.has_lines:
            cells.append(f'<td class="away">{self.line(row, low, high)}</td>')
        stays = figure_address(base, row["province"], self.ranking.edition, self.ranking.criterion.component.slug)
        cells.append(f"<td>{mark(marks_of(row), source, stays)}</td>")
        mark_of = self.corrected.get((row["province"], self.ranking.criterion.component.slug))
        return f"<tr>{''.join(cells)}</tr>{correction(mark_of, 1, self.width)}"

    def rank(self, row, unknown):
        if row["rank"] is None:
            return unknown
        tied = f' <span class="badge">{escape(_("đồng hạng"))}</span>' if row["is_tied"] else ""
        said = tag("rank" in row["derived"] and not self.ranking.is_computed)
        return f"{ratio(row)}{said}{tied}"

    def score(self, row, unknown):
        if row["score"] is None:
            return unknown
        shown = number(row["score"], 2) if self.ranking.is_computed else printed(row["printed"])
        unit = "%" if row["unit"] == "%" and not self.is_points else ""
        return f"{shown}{unit}{tag('score' in row['derived'])}"

    @property
    def is_points(self):
        """Whether a share is written in points: the whole of the PAR Index, which is out of 100."""
        return self.ranking.edition.series.slug == "par-index" and self.ranking.criterion.component.slug == "overall"

    def bar(self, row):
        share = row["unit"] == "%"
        return "" if row["score"] is None else svg.bar(row["score"], 100 if share else self.highest)

    def range_of_lines(self):
        known = [score for line in self.ranking.history.values() for score in line.values()]
        return (min(known), max(known)) if known else (0, 1)

    def line(self, row, low, high):
        line = self.ranking.history.get(row["province"])
        if not line:
            return ""
        return svg.sparkline(self.ranking.years, [line.get(year) for year in self.ranking.years], low, high)

    def gap_rows(self):
        """(first place, thin row) for each run of unknown places; only in the order of ranks, unfiltered."""
        if self.order != "rank" or not self.ranking.is_whole:
            return []
        return [(first, self.gap_row(first, last)) for first, last in self.ranking.gaps]

    def gap_row(self, first, last):
        ranks = f"{first}–{last}" if last > first else f"{first}"
        words = _("chưa tìm thấy (%(places)s)") % {"places": places(last - first + 1)}
        return f'<tr class="gap"><td class="n">{ranks}</td><td colspan="{self.width - 1}">{escape(words)}</td></tr>'


def years_body(rows, means, source, province):
    """Score, rank and changes of one index over the years of a province (its slug), the newest first.

    `means`: {year: announced national mean}.
    """
    base, unknown = province_base(), missing(_("chưa tìm thấy"))
    parts = []
    for row in rows:
        mean = means.get(row["year"])
        star = "&nbsp;*" if row["edition"].comparable == "mark" else ""
        score = unknown if row["score"] is None else scaled_score(row) + tag("score" in row["derived"])
        rank = unknown if row["rank"] is None else ratio(row)
        rank += tag("rank" in row["derived"] and row["edition"].method == "announced") + in_region(row)
        cells = [
            f'<td class="n">{score}</td><td class="n">{rank}</td>',
            f'<td class="n">{changed(row, "change", star, 2)}</td>',
            f'<td class="n">{changed(row, "rank_change", star)}</td>',
            f'<td class="n away">{written_mean(row, mean) if mean else unknown}</td>' if any(means.values()) else "",
            f"<td>{mark(marks_of(row), escape(source), figure_address(base, province, row['edition']))}</td>",
        ]
        own = f"{base}{province}/{row['series']}/"
        parts.append(f'<tr><th scope="row"><a href="{own}{row["year"]}/">{row["year"]}</a></th>{"".join(cells)}</tr>')
    return mark_safe("".join(parts))


def written_mean(row, mean):
    """The announced mean of the country beside a row, in its own unit."""
    return printed(mean["printed"]) + percent(row | {"unit": mean["unit"]})


def scaled_score(row):
    """A score with its sign, or with the scale it was compiled on: 82,71%, 42,29/80."""
    scale = quiet(f"/{short(row['maximum'])}") if row["edition"].method == "compiled" and row["maximum"] else ""
    return shown_score(row) + percent(row) + scale


def in_region(row):
    """The rank inside the region, under the national one."""
    if not row["region_rank"]:
        return ""
    return f'<span class="sub">{escape(sentences.rank_in_region(row))}</span>'


def trend_body(chart):
    """The printed figures of a chart over the years, the newest first."""
    unknown = missing(chart["unknown"])
    lines = [line["printed"] for line in chart["series"]]
    parts = []
    for index, year in reversed(list(enumerate(chart["years"]))):
        cells = "".join(
            f'<td class="n">{unknown if line[index] is None else escape(line[index])}</td>' for line in lines
        )
        parts.append(f'<tr><th scope="row">{year}</th>{cells}</tr>')
    return mark_safe("".join(parts))


def tag(is_derived):
    return f' <span class="badge">{escape(_("suy ra"))}</span>' if is_derived else ""


def changed(row, key, star, digits=None):
    """A change in points or places, marked where it rests on a derived figure; a year before may be missing."""
    if row[key] is None:
        return missing(_("không tính được"))
    return f"{signed(row[key], digits)}{star}{tag(key in row['derived'])}"


def components_body(rows, source, province):
    """Rank and score of each component of one edition, by rank; `province`: its slug."""
    base, unknown = province_base(), missing(_("chưa tìm thấy"))
    parts = []
    for row in sorted(rows, key=lambda row: (row["rank"] is None, row["rank"] or 0)):
        rank = unknown if row["rank"] is None else ratio(row)
        maximum = quiet(f"/{short(row['maximum'])}") if row["maximum"] and row["unit"] == "points" else ""
        unit = "%" if row["unit"] == "%" else ""
        score = unknown if row["score"] is None else f"{shown_score(row)}{unit}{maximum}"
        stays = figure_address(base, province, row["edition"], row["component"])
        marks = mark(marks_of(row), escape(source), stays)
        cells = f'<td class="n">{rank}</td><td class="n">{score}</td><td>{marks}</td>'
        parts.append(f'<tr><th scope="row">{escape(row["name"])}</th>{cells}</tr>')
    return mark_safe("".join(parts))


def shown_score(row):
    """Compiled sums show two decimals on pages; printed scores show what was printed."""
    return number(row["score"], 2) if row["edition"].method == "compiled" else printed(row["printed"])


def with_roles(rows):
    """Rows that say what they are, for phones, which lay them out otherwise and so forget it."""
    roles = {"<tr": ' role="row"', "<td": ' role="cell"', '<th scope="row"': ' role="rowheader"'}
    for tag_of, role in roles.items():
        rows = rows.replace(tag_of, tag_of + role)
    return rows


def percent(row):
    """The sign of a share. The whole of the PAR Index is out of 100: its % are points."""
    is_whole = row["series"] == "par-index" and row["component"] == "overall"
    return "%" if row["unit"] == "%" and not is_whole else ""
