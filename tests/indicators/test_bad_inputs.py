"""What offices send, and what nobody should: each is read whole, or refused with a sentence and nothing changed.

Clerks at the same moment, a killed worker: test_two_clerks.py. An upload sent twice: desk/test_upload.py.
"""

import io
import json
import unicodedata
import zipfile
from datetime import datetime

import pytest
from openpyxl import Workbook

from indicators.admin.summary import warnings
from indicators.intake import take_in
from indicators.models import Result, Source

from ..country import counts, terms
from ..ledger import settle_ledger
from .workbooks import bent, workbook, written

pytestmark = pytest.mark.usefixtures("land")
HEADING = "province,component,score,unit,rank,tie"
LINES = ["An Bình,overall,84.00,%,1,", "Bảo Sơn,overall,82.0,%,2,", "Cao Hải,overall,79.50,%,3,"]
WIDE = ["STT", "Tỉnh, thành phố", "Điểm", "Xếp hạng"]
STATED = {"kind": "target", "province": "an-binh", "year_from": 2024, "year_to": 2027.7, "area": "direction"}
TWICE = ["An Bình", "An Bình", "Cao Hải", "Đông Hà", "Êa Lộc", "Gia Thủy"]
PART = "xl/worksheets/sheet1.xml"


def csv(*lines, heading=HEADING):
    return "\n".join([heading, *lines]) + "\n"


SOUND = csv(*LINES)
ROWS = [[cell or None for cell in line.split(",")] for line in SOUND.splitlines()]


def merged():
    """Titles, headings of two storeys with merged cells, a mean, a signature."""
    book = Workbook()
    sheet = book.active
    for line in (
        ["PHỤ LỤC 1"],
        ["STT", "Tỉnh, thành phố", "Chỉ số tổng hợp", None],
        [None, None, "Tỷ lệ %", "Xếp hạng"],
        *([number, *line.split(",")[0:1], line.split(",")[2], number] for number, line in enumerate(LINES, start=1)),
        ["Trung bình", None, "81,83"],
        ["Người lập"],
    ):
        sheet.append(line)
    for cells in ("A1:D1", "A2:A3", "B2:B3", "C2:D2"):
        sheet.merge_cells(cells)
    return written(book)


def archive(**parts):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return stream.getvalue()


# What it is -> (file name, content): read whole, three results.
READ = {
    "UTF-8 with a mark": ("a.csv", b"\xef\xbb\xbf" + SOUND.encode()),
    "UTF-8 without": ("a.csv", SOUND.encode()),
    "UTF-16": ("a.csv", SOUND.encode("utf-16")),
    "Windows-1258": (
        "a.csv",
        SOUND.replace("Bảo", "Ba\u0309o").replace("Hải", "Ha\u0309i").replace("Bình", "Bi\u0300nh").encode("cp1258"),
    ),
    "names in parts": ("a.csv", unicodedata.normalize("NFD", SOUND).encode()),
    "semicolons of a Vietnamese Excel": ("a.csv", SOUND.replace(",", ";").replace(".", ",").encode()),
    "decimal comma and point mixed": ("a.csv", csv(*LINES[:2], 'Cao Hải,overall,"79,50",%,3,').encode()),
    "merged headings of two storeys, title and footer": ("a.xlsx", merged()),
    "a hidden sheet": ("a.xlsx", workbook(ROWS, [["nháp"]], hidden=(1,))),
    "a dimension that lies": ("a.xlsx", bent(workbook(ROWS), PART, 'dimension ref="A1:F4"', 'dimension ref="A1:B1"')),
    "thousands of blank lines of a workbook": ("a.xlsx", workbook([*ROWS[:2], *[[None]] * 5000, *ROWS[2:]])),
    "thousands of blank lines": ("a.csv", (csv(LINES[0]) + ",,,,,\n" * 5000 + "\n".join(LINES[1:])).encode()),
    "an announced tie": (
        "a.csv",
        csv(LINES[0], "Bảo Sơn,overall,82.0,%,2,yes", "Cao Hải,overall,82.0,%,2,yes").encode(),
    ),
}

# What it is -> (file name, content, a part of the sentence that refuses it).
REFUSED = {
    "two sheets": ("a.xlsx", workbook(ROWS, ROWS), "Hãy để lại một trang"),
    "a formula": ("a.csv", csv("An Bình,overall,=1+1,%,1,").encode(), '"=1+1" không phải là số'),
    "a formula of a workbook": ("a.xlsx", workbook([WIDE, [1, "An Bình", "=1+1", 1]]), '"=1+1" không phải là số'),
    "a date among numbers": ("a.xlsx", workbook([WIDE, [1, "An Bình", datetime(2024, 4, 6), 1]]), "không phải là số"),
    "a thousand or one": ("a.csv", csv("An Bình,overall,1.000,%,1,").encode(), '"1.000" có thể là 1 hoặc 1000'),
    "a province twice and one missing": (
        "a.xlsx",
        workbook([WIDE, *([n, name, 84 - n, n] for n, name in enumerate(TWICE, start=1))]),
        'cột "Tỉnh, thành phố": "An Bình" đã có ở dòng 2, còn thiếu Bảo Sơn. Mỗi tỉnh một dòng; hãy sửa tên',
    ),
    "2027.7 as the year of a heading": (
        "a.xlsx",
        workbook([[*WIDE, "Năm 2027.7: Điểm"], [1, "An Bình", "84,00", 1, 80]]),
        'Cột "Năm 2027.7: Điểm" là của năm 2027. Mỗi tệp một năm; hãy bỏ cột này',
    ),
    "a tie that nobody announced": (
        "a.csv",
        csv(LINES[0], "Bảo Sơn,overall,82.0,%,1,").encode(),
        "hạng 1 nhưng điểm khác nhau",
    ),
    "a rank beyond all": ("a.csv", csv("An Bình,overall,84.00,%,7,").encode(), "7 nằm ngoài khoảng 1 đến 6"),
    "50 MB": ("a.csv", b"x" * 50 * 1024 * 1024, "Tệp lớn hơn"),
    "a zip bomb": ("a.xlsx", archive(**{PART: b"0" * 70 * 1024 * 1024}), "Sổ tính mở ra quá lớn"),
    "an entity bomb": (
        "a.xlsx",
        bent(
            workbook(ROWS),
            "xl/workbook.xml",
            "<workbook",
            '<!DOCTYPE x [<!ENTITY a "b"><!ENTITY c "&a;&a;">]><workbook',
        ),
        "không mở được như sổ tính Excel",
    ),
    "an archive called a workbook": ("a.xlsx", archive(**{"a.txt": b"a"}), "không mở được như sổ tính Excel"),
    "other models": (
        "a.json",
        json.dumps([{"model": "auth.user", "pk": 1, "fields": {"is_superuser": True}}]).encode(),
        "chứa cả một bảng con",
    ),
    "a name that would run": ("a.csv", csv("=cmd|' /C calc'!A0,overall,84.00,%,1,").encode(), "không phải tỉnh"),
    "an empty file": ("a.csv", b"", "Tệp rỗng"),
    "nonsense": ("a.csv", bytes(range(128, 256)) * 9, "UTF-8"),
}


def take(name, content, year=2024, series="par-index"):
    return take_in(terms(series, year), name, content, source=Source.objects.get(slug="gazette"))


@pytest.mark.parametrize(("name", "content"), READ.values(), ids=READ)
def test_what_offices_send_is_read_whole(name, content):
    taken = take(name, content)
    assert list(map(str, taken.problems)) == []
    scores = Result.objects.filter(edition=taken.edition).order_by("province__slug").values_list("rank", "score")
    assert [(rank, float(score)) for rank, score in scores][:1] == [(1, 84.0)]
    assert len(scores) == 3


@pytest.mark.parametrize(("name", "content", "told"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_meant_is_refused_and_changes_nothing(name, content, told):
    before = counts()
    taken = take(name, content)
    assert taken.edition is None
    assert told in " ".join(map(str, taken.problems))
    assert counts() == before


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.csv", f"{','.join(STATED)}\n{','.join(map(str, STATED.values()))}\n".encode()),
        ("a.xlsx", workbook([list(STATED), list(STATED.values())])),
        ("a.json", json.dumps([STATED]).encode()),
    ],
)
def test_2027_7_is_no_year(name, content):
    settle_ledger()
    before = counts()
    told = list(map(str, take(name, content, series="targets").problems))
    sentence = 'cột "year_to": "2027.7" không phải là số nguyên. Hãy ghi một số nguyên, hoặc bỏ trống.'
    assert [each for each in told if "2027.7" in each and each.endswith(sentence)]
    assert counts() == before


@pytest.mark.parametrize(
    "lines",
    [
        ["An Bình,overall,84.00,%,2,", "Bảo Sơn,overall,82.0,%,3,", "Cao Hải,overall,79.50,%,1,"],
        ["An Bình,overall,82.0,%,1,", "Bảo Sơn,overall,84.00,%,2,", "Cao Hải,overall,79.50,%,3,"],
    ],
    ids=["ranks shifted by a row", "scores swapped"],
)
def test_ranks_that_contradict_scores_are_shown_before_publication(lines):
    edition = take("a.csv", csv(*lines).encode()).edition
    assert any(check["state"] == "differ" for check in edition.checks)
    (said,) = (each for each in warnings(edition) if "Điểm không giảm theo thứ hạng" in each)
    assert "An Bình" in said


def test_a_name_means_the_province_of_its_year():
    for year, slug in ((2024, "bao-son"), (2025, "bao-son-2025")):
        edition = take("a.csv", csv(LINES[1]).encode(), year).edition
        assert [each.province.slug for each in edition.results.all()] == [slug]


def test_a_province_that_was_merged_is_refused_in_the_sheet_of_a_later_year():
    (problem,) = take("a.csv", csv(LINES[2]).encode(), 2025).problems
    assert "Ý bạn là Bảo Sơn?" in str(problem)
