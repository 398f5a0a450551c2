"""Rows of an index edition -> what they say, and every problem at once. Any problem: nothing is loaded."""

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext_lazy as _

from provinces.models import Province, Region
from provinces.names import UnknownName

from ..models import Component, Fact, Source
from ..models.results import Unit
from . import cells
from .problems import Problem, in_order, say

COUNTS = (Unit.PROVINCES, Unit.PEOPLE, Unit.PLACES)
AGGREGATE_UNITS = dict(Unit.choices)
RESULT_UNITS = {code: name for code, name in Unit.choices if code not in COUNTS}
YES = {"yes": _("có")}
APART = _(
    "Tỉnh và chỉ số thành phần này đã có ở dòng {line}. Nếu tên sai, hãy sửa tên; "
    "nếu là cùng số liệu từ nguồn khác, hãy đặt hai dòng liền nhau, dòng được ưu tiên đứng trước."
)
OF_PROVINCES = ("max", "rank", "region_rank", "tie")


@dataclass
class Printed:
    """One checked row: what one source printed of one figure."""

    row: object
    province: Province | None = None
    region: Region | None = None
    fact: str = ""
    component: Component | None = None
    score: Decimal | None = None
    digits: int | None = None
    unit: str = ""
    maximum: Decimal | None = None
    maximum_digits: int | None = None
    rank: int | None = None
    region_rank: int | None = None
    is_tied: bool = False
    source: Source | None = None
    paragraph: int | None = None

    @property
    def figure(self):
        """What is counted once: a result of a province, or an aggregate."""
        return (self.province, self.region, self.fact, self.component)


class Checker:
    """Reads one row after the other and remembers what is wrong."""

    def __init__(self, reference, is_whole=True):
        """`is_whole`: rows are read in full; otherwise only their cells are judged, not what they lack."""
        self.reference, self.edition, self.is_whole, self.problems = reference, reference.edition, is_whole, []

    def object(self, row, column, message):
        self.problems.append(Problem(message, row.line, row.called(column), row.sheet))

    def read(self, row, column, reader, *limits):
        """The value of a cell, or None after noting what is wrong with it. An empty cell is None."""
        if row[column] == "":
            return None
        try:
            return reader(row[column], *limits)
        except cells.Unreadable as mistake:
            self.object(row, column, mistake.args[0])

    def known(self, row, column, table, refusal):
        """The thing a cell names; an unknown name is a problem."""
        name = row[column]
        if name and name not in table:
            self.object(row, column, say(refusal, found=name))
        return table.get(name)

    def printed(self, row):
        """One row, as far as it can be read."""
        found = Printed(row)
        self.read_subject(row, found)
        self.read_score(row, found)
        most = self.edition.ranked or cells.LARGEST
        found.rank = self.read(row, "rank", cells.whole, 1, most)
        found.region_rank = self.read(row, "region_rank", cells.whole, 1, most)
        found.is_tied = self.read(row, "tie", cells.one_of, YES) == "yes"
        found.source = self.known(
            row,
            "source",
            self.reference.sources,
            _('Nguồn "{found}" chưa có. Hãy thêm nguồn trước, hoặc sửa mã nguồn.'),
        )
        found.paragraph = self.read(row, "paragraph", cells.whole)
        if self.is_whole:
            self.demand_subject(row)
            self.demand_figure(row)
        return found

    def read_subject(self, row, found):
        """Of whom the row speaks: a province, or with a fact the country or a region; and of which component."""
        if row["province"]:
            found.province = self.province(row)
        found.region = self.known(
            row,
            "region",
            self.reference.regions,
            _('Vùng "{found}" không có vào ngày của kỳ công bố. Hãy sửa mã vùng.'),
        )
        found.fact = self.read(row, "fact", cells.one_of, dict(Fact.choices)) or ""
        known = self.reference.criteria
        found.component = self.known(
            row,
            "component",
            {slug: criterion.component for slug, criterion in known.items()},
            say(
                _('"{{found}}" không phải chỉ số thành phần của kỳ này. Dùng một trong: {known}.'),
                known=", ".join(known),
            ),
        )

    def province(self, row):
        name, day = row["province"], self.edition.as_of
        try:
            return self.reference.province(name)
        except UnknownName as unknown:
            hint = ", ".join(province.name_vi for province in unknown.suggestions)
            words = {"found": name, "year": day.year, "hint": hint}
            if hint:
                pattern = _('"{found}" không phải tỉnh, thành phố năm {year}. Ý bạn là {hint}?')
            else:
                pattern = _('"{found}" không phải tỉnh, thành phố năm {year}. Hãy sửa tên.')
            self.object(row, "province", say(pattern, **words))

    def read_score(self, row, found):
        """The figure with its unit, and the maximum in points that its page printed."""
        units = AGGREGATE_UNITS if row["fact"] else RESULT_UNITS
        found.unit = self.read(row, "unit", cells.one_of, units) or ""
        component = row["component"] or "overall"
        printed = self.read(row, "max", cells.maximum, self.reference.highest(component, "points"))
        found.maximum, found.maximum_digits = printed or (None, None)
        highest = self.highest(component, found)
        reading = (cells.count,) if found.unit in COUNTS else (cells.figure, highest)
        found.score, found.digits = self.read(row, "score", *reading) or (None, None)
        if found.score is None or row["fact"]:
            return
        if highest is not None and found.score > highest:
            pattern = _("{found} lớn hơn điểm tối đa {highest}. Hãy xem lại điểm hoặc đơn vị.")
            self.object(row, "score", say(pattern, found=row["score"], highest=cells.plain(highest)))
        if found.score.is_signed():
            self.object(row, "score", say(_("{found} là số âm. Hãy xem lại số đã in."), found=row["score"]))

    def highest(self, component, found):
        """The largest score that the rules and the page allow in the unit of a row; None where neither says."""
        limits = [self.reference.highest(component, found.unit), found.maximum if found.unit != "%" else None]
        return min((limit for limit in limits if limit is not None), default=None)

    def demand_subject(self, row):
        """A row is of a province, or with a fact of the country or a region; each has its own columns."""
        if not row["province"] and not row["fact"]:
            self.object(
                row, "province", _("Thiếu tên tỉnh, thành phố. Hãy ghi tên, hoặc ghi cột fact nếu là số liệu chung.")
            )
        if row["province"] and row["fact"]:
            self.object(
                row, "fact", _("Một dòng là của một tỉnh hoặc là số liệu chung, không thể là cả hai. Bỏ một trong hai.")
            )
        if row["province"] and row["region"]:
            self.object(row, "region", _("Vùng của tỉnh đã biết theo ngày của kỳ công bố. Hãy bỏ trống cột region."))
        if row["province"] and not row["component"]:
            self.object(row, "component", _("Thiếu chỉ số thành phần. Ghi overall nếu là chỉ số tổng hợp."))
        if row["fact"] and row["component"] == "overall":
            self.object(row, "component", _("Số liệu chung của chỉ số tổng hợp thì bỏ trống cột component."))
        for column in OF_PROVINCES:
            if row["fact"] and row[column]:
                self.object(row, column, _("Số liệu chung của cả nước hay của vùng không có cột này. Hãy bỏ trống."))

    def demand_figure(self, row):
        """A row says something, where it was printed, and explains itself in both languages or not at all."""
        if not row["source"] and not row.headings:  # a table with headings of its own is told once
            self.object(row, "source", _("Số liệu không có nguồn. Mỗi dòng phải ghi mã nguồn."))
        if not (row["score"] or row["rank"] or row["region_rank"]) or row["fact"] and not row["score"]:
            self.object(row, "score", _("Dòng không có số liệu nào. Hãy ghi điểm hoặc thứ hạng, hoặc bỏ dòng."))
        if bool(row["score"]) != bool(row["unit"]):
            self.object(row, "unit", _("Điểm và đơn vị phải đi cùng nhau. Ghi % hoặc điểm cạnh số."))
        for column in ("rank", "region_rank"):
            if row[column] and not row["fact"] and not self.edition.ranked:
                self.object(row, column, _("Chỉ số này không công bố thứ hạng. Hãy bỏ trống cột này."))
        for pair in ("how", "note"):
            empty = [column for column in (f"{pair}_vi", f"{pair}_en") if not row[column]]
            if len(empty) == 1:
                message = _(
                    "Lời giải thích mới có một thứ tiếng. Hãy ghi cả tiếng Việt và tiếng Anh, hoặc bỏ trống cả hai."
                )
                self.object(row, empty[0], message)


def check(rows, reference, problems=(), is_whole=True):
    """Checked rows in the order of the file, and all problems; the rows mean nothing if there are any.

    `problems`: what is wrong for certain already; a line named there is not compared with others.
    `is_whole`: every heading was understood; otherwise cells are judged alone.
    """
    checker, refused = Checker(reference, is_whole), {problem.line for problem in problems}
    printed = [checker.printed(row) for row in rows]
    single = [each for each in printed if each.row.line not in refused]
    if not is_whole:
        return printed, in_order([*problems, *checker.problems])
    unsound = {problem.line for problem in checker.problems}
    sound = [each for each in single if each.row.line not in unsound]
    clashes = [*said_twice(sound), *apart(single), *rank_clashes(single)]
    return printed, in_order([*problems, *checker.problems, *clashes])


def said_twice(printed):
    """The same source printing the same figure in the same words, twice. Only of rows that could be read."""
    first = {}
    for each in printed:
        place, words = (each.figure, each.source, each.paragraph), (each.score, each.digits, each.unit)
        said = (*place, *words, each.rank, each.region_rank)
        if said in first:
            message = say(_("Trùng với dòng {line}: cùng nguồn, cùng số liệu. Bỏ một dòng."), line=first[said].line)
            yield Problem(message, each.row.line, "source", each.row.sheet)
        first.setdefault(said, each.row)


def apart(printed):
    """Rows of one figure must stand together: the first is the preferred one."""
    first, before = {}, None
    for each in (each for each in printed if each.province and each.component):
        if each.figure != before and each.figure in first:
            message = say(APART, line=first[each.figure].line)
            yield Problem(message, each.row.line, each.row.called("province"), each.row.sheet)
        first.setdefault(each.figure, each.row)
        before = each.figure


def rank_clashes(printed):
    """One rank given to two provinces without an announced tie, among the ranks that would be shown."""
    shown, holders = {}, defaultdict(list)
    for each in printed:
        if each.province and each.component and each.rank and each.figure not in shown:
            shown[each.figure] = each
            holders[each.component, each.rank].append(each)
    for (_component, rank), several in holders.items():
        for first, other in zip(several, several[1:], strict=False):
            if not (first.is_tied and other.is_tied):
                yield Problem(clash(first, other, rank), other.row.line, other.row.called("rank"), other.row.sheet)


def clash(first, other, rank):
    words = {"first": first.row.line, "other": other.row.line, "rank": rank}
    if first.score == other.score:
        return say(
            _("Dòng {first} và dòng {other} cùng ghi hạng {rank}. Sửa một dòng, hoặc đánh dấu đồng hạng."), **words
        )
    pattern = _(
        "Dòng {first} và dòng {other} cùng ghi hạng {rank} nhưng điểm khác nhau. Sửa một dòng, hoặc đánh dấu đồng hạng."
    )
    return say(pattern, **words)
