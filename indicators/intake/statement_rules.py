"""What a statement of the ledger must say and must not, alone and beside the others of its file."""

import re
from decimal import Decimal

from django.utils.translation import gettext_lazy as _

from ..models import Area, Statement
from . import cells
from .problems import Problem, say

FIGURES = ("measure", "comparator", "qualifier", "printed", "value", "unit", "of")
NUMBER = re.compile(r"(\d+(?:[.,]\d+)*)(?:\s*(nghìn|ngàn|triệu|tỷ))?")
SCALES = {"nghìn": 10**3, "ngàn": 10**3, "triệu": 10**6, "tỷ": 10**9}
GROUPED = re.compile(r"\d{1,3}(?:[.,]\d{3})+")
ONE_LANGUAGE = _("Lời mới có một thứ tiếng. Hãy ghi cả tiếng Việt và tiếng Anh, hoặc bỏ trống cả hai.")


def value(cell):
    """The number of a statement -> (Decimal, number of decimals); none is below zero."""
    number, digits = cells.figure(cell)
    if number < 0:
        raise cells.Unreadable(say(_("{found} là số âm. Hãy xem lại số đã in."), found=cell))
    return number, digits


def mistakes(stated):
    """What one row lacks, or has too much: (column, sentence) pairs."""
    row, kind = stated.row, stated.words["kind"]
    if not row["province"]:
        yield "province", _("Thiếu tên tỉnh, thành phố. Hãy ghi tên hoặc mã.")
    for column in ("kind", "area", "source"):
        if not row[column]:
            yield column, _("Thiếu ô này. Mỗi dòng phải có loại, nội dung cải cách và nguồn.")
    if bool(row["year_from"]) != bool(row["year_to"]):
        yield "year_to", _("Hãy ghi cả năm đầu và năm cuối, hoặc bỏ trống cả hai nếu nguồn không in năm.")
    if None not in stated.years and stated.years[0] > stated.years[1]:
        yield "year_to", say(_("Năm cuối {found} trước năm đầu. Hãy xem lại."), found=row["year_to"])
    for pair in ("body", "text", "note"):
        empty = [column for column in (f"{pair}_vi", f"{pair}_en") if not row[column]]
        if len(empty) == 1:
            yield empty[0], ONE_LANGUAGE
    if kind == Statement.Kind.COMMITMENT:
        yield from of_commitment(row)
    elif kind:
        yield from of_figure(stated)


def of_commitment(row):
    """A promise in words, without a figure."""
    for column in FIGURES:
        if row[column]:
            yield column, _("Nhiệm vụ là lời hứa không có con số. Hãy bỏ trống, hoặc ghi là chỉ tiêu hay kết quả.")
    if not row["text_vi"] and not row["text_en"]:
        yield "text_vi", _("Nhiệm vụ chưa có lời. Hãy ghi nội dung bằng cả hai thứ tiếng.")


def of_figure(stated):
    """A target or an outcome: of a measure, with its words, its number and its unit."""
    row, is_target = stated.row, stated.words["kind"] == Statement.Kind.TARGET
    for column in ("measure", "printed", "value", "unit"):
        if not row[column]:
            yield column, _("Thiếu ô này. Chỉ tiêu và kết quả phải có nội dung, lời in, số và đơn vị.")
    if row["text_vi"] or row["text_en"]:
        yield "text_vi", _("Chỉ nhiệm vụ mới có lời ở cột này. Hãy bỏ trống.")
    if is_target and not row["comparator"]:
        yield (
            "comparator",
            _("Chỉ tiêu chưa nói tối thiểu, tối đa hay đúng bằng. Hãy ghi tối thiểu, tối đa hoặc đúng bằng."),
        )
    if not is_target and row["comparator"]:
        yield "comparator", _("Kết quả là số đã có, không có tối thiểu hay tối đa. Hãy bỏ trống.")
    if is_target and row["qualifier"]:
        yield "qualifier", _("Mức (trên, gần, khoảng, tất cả) chỉ dùng cho kết quả. Hãy bỏ trống.")
    if stated.measure and stated.words["area"] and stated.measure.area != stated.words["area"]:
        yield (
            "area",
            say(_('Nội dung này thuộc "{area}". Hãy sửa một trong hai ô.'), area=Area(stated.measure.area).label),
        )
    yield from of_number(stated)


def of_number(stated):
    """The number in its unit, as the printed words have it."""
    row, number, unit, whole = stated.row, stated.value, stated.words["unit"], stated.numbers["of"]
    if number is None:
        return
    if unit == Statement.Unit.PERCENT and number > 100:
        yield "value", say(_("{found} nằm ngoài khoảng 0 đến 100 của một tỷ lệ. Hãy xem lại."), found=row["value"])
    if unit == Statement.Unit.POINTS_A_YEAR and stated.words["kind"] != Statement.Kind.TARGET:
        yield "unit", _("Chỉ chỉ tiêu mới tăng theo năm. Hãy xem lại đơn vị.")
    if whole is not None and number > whole:
        yield "of", say(_("{found} nhỏ hơn phần đã ghi. Hãy xem lại hai số."), found=row["of"])
    is_said = stated.words["qualifier"] == Statement.Qualifier.ALL
    if row["printed"] and not is_said and number not in numbers(row["printed"]):
        pattern = _('Lời in "{found}" không có số này. Hãy xem lại số, hoặc ghi đúng lời của nguồn.')
        yield "value", say(pattern, found=row["printed"])


def numbers(printed):
    """Every number that printed words may hold, in its full scale: 1143000 of "trên 1,143 triệu".

    >>> sorted(map(int, numbers("gần 187.000 hồ sơ của 43/43 xã")))
    [43, 187, 187000]
    """
    found = set()
    for text, scale in NUMBER.findall(printed):
        readings = {text.replace(".", "").replace(",", ".")} if text.count(",") <= 1 else set()
        readings |= {text.replace(",", "")} if text.count(".") <= 1 else set()
        readings |= {re.sub("[.,]", "", text)} if GROUPED.fullmatch(text) else set()
        found |= {Decimal(each) * SCALES.get(scale, 1) for each in readings}
    return found


def said_twice(stated):
    """The same source saying the same of the same place, twice."""
    first = {}
    for each in stated:
        body = (each.words["body_vi"], each.words["level"], each.words["unit"], each.words["text_vi"])
        said = (each.place, each.words["kind"], each.years, each.measure, *body, each.value, each.source)
        if said in first:
            message = say(_("Trùng với dòng {line}: cùng nguồn, cùng lời. Bỏ một dòng."), line=first[said].row.line)
            yield Problem(message, each.row.line, "source", each.row.sheet)
        first.setdefault(said, each)


def without_base(stated):
    """A yearly step in a file that does not say where it starts from: a share of the year before."""
    shares = {
        (each.place, each.measure, each.words["level"], each.years[1])
        for each in stated
        if each.words["unit"] == Statement.Unit.PERCENT and each.words["kind"] == Statement.Kind.TARGET
    }
    for each in stated:
        if each.words["unit"] == Statement.Unit.POINTS_A_YEAR:
            year = each.years[0]
            if year is None or (each.place, each.measure, each.words["level"], year - 1) not in shares:
                message = _("Mức tăng mỗi năm chưa có mốc. Cần một chỉ tiêu tỷ lệ của năm trước, cùng nội dung và cấp.")
                yield Problem(message, each.row.line, "unit", each.row.sheet)
