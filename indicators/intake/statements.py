"""Rows of a ledger -> statements, and every problem at once. Any problem: nothing is loaded."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from provinces.models import District, Province
from provinces.names import UnknownName

from ..models import Area, Measure, Source, Statement
from . import cells, statement_rules
from .problems import Problem, in_order, say

EARLIEST, LATEST = 1945, 2100  # years a statement may be for


@dataclass
class Stated:
    """One checked row: a target, an outcome or a commitment, with the line of the file it stands in."""

    row: object
    province: Province | None = None
    district: District | None = None
    measure: Measure | None = None
    source: Source | None = None
    value: Decimal | None = None
    digits: int | None = None
    words: dict = field(default_factory=dict)
    numbers: dict = field(default_factory=dict)

    @property
    def place(self):
        return (self.province, self.district)

    @property
    def years(self):
        return (self.numbers["year_from"], self.numbers["year_to"])


LISTS = {
    "kind": dict(Statement.Kind.choices),
    "area": dict(Area.choices),
    "level": dict(Statement.Level.choices),
    "comparator": dict(Statement.Comparator.choices) | {"=": _("đúng bằng")},
    "qualifier": dict(Statement.Qualifier.choices),
    "unit": dict(Statement.Unit.choices),
}
NUMBERS = {"year_from": (EARLIEST, LATEST), "year_to": (EARLIEST, LATEST), "of": (1, 10**9), "paragraph": (1,)}
TEXTS = ("body_vi", "body_en", "printed", "text_vi", "text_en", "note_vi", "note_en")


def measures():
    """{code or name: measure}"""
    return of_one(
        (cells.alike(name), each) for each in Measure.objects.all() for name in (each.slug, each.name_vi, each.name_en)
    )


@override("vi")
def districts():
    """{(primary key of the province, code or name, with or without its kind): district}"""
    found = District.objects.all()
    names = [(each, f"{each.get_kind_display()} {each.name_vi}") for each in found]
    names += [(each, name) for each in found for name in (each.slug, each.name_vi)]
    return of_one(((each.province_id, cells.alike(name)), each) for each, name in names)


def of_one(pairs):
    """{key: thing}; a key of two things means neither."""
    things = defaultdict(set)
    for key, thing in pairs:
        things[key].add(thing)
    return {key: found.pop() for key, found in things.items() if len(found) == 1}


class StatementChecker:
    """Reads one row after the other and remembers what is wrong."""

    def __init__(self, reference, is_whole=True):
        """`is_whole`: rows are read in full; otherwise only their cells are judged, not what they lack."""
        self.reference, self.is_whole, self.problems = reference, is_whole, []
        self.measures, self.districts = measures(), districts()
        self.provinces = {province.slug: province for province in Province.objects.all()}

    def object(self, row, column, message):
        self.problems.append(Problem(message, row.line, row.called(column), row.sheet))

    def read(self, row, column, reader, *limits):
        """The value of a cell, or None after noting what is wrong with it. An empty cell is None."""
        try:
            return reader(row[column], *limits) if row[column] else None
        except cells.Unreadable as mistake:
            self.object(row, column, mistake.args[0])

    def stated(self, row):
        """One row, as far as it can be read."""
        found = Stated(row)
        found.words = {name: self.read(row, name, cells.one_of, known) or "" for name, known in LISTS.items()}
        found.words |= {name: self.fitting(row, name) for name in TEXTS}
        found.numbers = {name: self.read(row, name, cells.whole, *limits) for name, limits in NUMBERS.items()}
        found.value, found.digits = self.read(row, "value", statement_rules.value) or (None, None)
        self.read_place(row, found)
        found.measure = self.known(row, "measure", self.measures, UNKNOWN_MEASURE, cells.alike)
        found.source = self.known(row, "source", self.reference.sources, UNKNOWN_SOURCE)
        for column, message in statement_rules.mistakes(found) if self.is_whole else ():
            self.object(row, column, message)
        return found

    def fitting(self, row, name):
        """A text that its column can hold."""
        longest = Statement._meta.get_field(name).max_length
        if longest and len(row[name]) > longest:
            self.object(row, name, say(_("Dài hơn {longest} ký tự. Hãy rút ngắn."), longest=longest))
        return row[name]

    def known(self, row, column, table, refusal, key=str):
        """The thing a cell names; an unknown name is a problem."""
        if row[column] and key(row[column]) not in table:
            self.object(row, column, say(refusal, found=row[column]))
        return table.get(key(row[column]))

    def read_place(self, row, found):
        """A province, or one of its districts, that existed on some day of the statement's first year."""
        first = found.numbers["year_from"] or self.reference.edition.year
        year = date(first, 1, 1), date(first, 12, 31)
        if row["province"]:
            found.province = self.province(row, year)
        if row["district"] and found.province:
            found.district = self.districts.get((found.province.pk, cells.alike(row["district"])))
            if found.district is None or not lived(found.district, *year):
                self.object(row, "district", say(UNKNOWN_DISTRICT, found=row["district"], year=first))

    def province(self, row, year):
        """By its slug, or by a name that it had on the first or the last day of the year."""
        exact = self.provinces.get(row["province"])
        if exact and lived(exact, *year):
            return exact
        for day in reversed(year):
            try:
                return self.reference.register.resolve(row["province"], day)
            except UnknownName as unknown:
                hint = ", ".join(province.name_vi for province in unknown.suggestions)
        pattern = _('"{found}" không phải tỉnh, thành phố năm {year}. Ý bạn là {hint}?') if hint else UNKNOWN_PROVINCE
        self.object(row, "province", say(pattern, found=row["province"], year=year[0].year, hint=hint))


UNKNOWN_PROVINCE = _('"{found}" không phải tỉnh, thành phố năm {year}. Hãy sửa tên.')
UNKNOWN_DISTRICT = _('"{found}" không phải huyện của tỉnh này năm {year}. Hãy sửa mã.')
UNKNOWN_MEASURE = _('Nội dung chỉ tiêu "{found}" chưa có. Hãy thêm trước, hoặc sửa mã.')
UNKNOWN_SOURCE = _('Nguồn "{found}" chưa có. Hãy thêm nguồn trước, hoặc sửa mã nguồn.')


def lived(thing, first, last):
    """Whether a province or district existed on some day from the first to the last."""
    return (thing.first_day or first) <= last and (thing.last_day or last) >= first


def check(rows, reference, problems=(), is_whole=True):
    """Checked rows in the order of the file, and all problems; the rows mean nothing if there are any.

    `problems`: what is wrong for certain already. `is_whole`: every heading was understood; otherwise cells are
    judged alone.
    """
    checker = StatementChecker(reference, is_whole)
    stated = [checker.stated(row) for row in rows]
    if not is_whole:
        return stated, in_order([*problems, *checker.problems])
    unsound = {problem.line for problem in checker.problems}
    sound = [each for each in stated if each.row.line not in unsound]
    clashes = [*statement_rules.said_twice(sound), *statement_rules.without_base(sound)]
    return stated, in_order([*problems, *checker.problems, *clashes])
