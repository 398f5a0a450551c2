"""An uploaded file -> rows of cells, each with its sheet and line. Nothing is judged here but the file itself."""

import codecs
import csv
import io
import json
import re
import unicodedata
from dataclasses import dataclass, field
from pathlib import PurePath

from django.utils.translation import gettext_lazy as _

from provinces.spelling import fold

from .cells import Exact
from .problems import LONGEST, NotAsNamed, Problem, say
from .workbook import MOST_CELLS, MOST_ROWS, TOO_MANY, TOO_WIDE, WIDEST, filled, workbook_rows

LARGEST = 5 * 1024 * 1024  # bytes; the largest table known has 60 kB
LARGEST_JSON = 1024 * 1024  # each value of JSON takes much more memory than it has letters
NAMES_TOLD = 8
SAMPLE, SAMPLED = 20, 100_000  # lines and characters that tell by which sign columns are parted
VIETNAMESE = re.compile("[ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]", re.IGNORECASE)
NO_TEXT = _("Dòng {line} có ký tự không phải chữ (NUL hoặc nửa ký tự). Hãy gõ lại dòng này.")


@dataclass(frozen=True)
class Row:
    """One line of a table: cells by column, trimmed and in composed letters (NFC); empty cells are "".

    `headings`: what the file calls a column, where it has words of its own.
    """

    line: int
    cells: dict = field(hash=False)
    sheet: str = ""
    headings: dict = field(default_factory=dict, hash=False)

    def __getitem__(self, column):
        return self.cells.get(column, "")

    def called(self, column):
        """The heading of a column as the file has it."""
        return self.headings.get(column, column)


@dataclass
class Table:
    """The rows of a file as far as its headings are understood, and what is wrong with those.

    `is_whole`: every heading is understood; otherwise a row may say more than is known of it, and only its cells can
    be judged. `remarks`: what was left out.
    """

    rows: list = field(default_factory=list)
    problems: list = field(default_factory=list)
    remarks: list = field(default_factory=list)
    is_whole: bool = True


def read(name, content, columns, needed):
    """The rows of a .csv, .xlsx or .json file, and the problems of the file as a whole.

    `columns`: the headings a file may have; `needed`: those it must have. With any problem there are no rows.
    """
    lines, problems = lines_of(name, content)
    if problems:
        return [], problems
    table = named_rows(lines, columns, needed)
    return ([] if table.problems else table.rows), table.problems


def lines_of(name, content):
    """The lines of a file with words in them, as (sheet, line, cells), or what keeps it from being read."""
    try:
        return cleaned(table_of(name, content)), []
    except NotAsNamed as mistake:
        return [], [Problem(mistake.args[0])]


def cleaned(table):
    """The lines with words in them, each cell cleaned; blank lines are passed over, never cut short."""
    lines = [(sheet, line, [clean(cell) for cell in cells]) for sheet, line, cells in table]
    lines = [(sheet, line, cells) for sheet, line, cells in lines if any(cells)]
    if len(lines) < 2:
        raise NotAsNamed(_("Tệp không có dòng số liệu nào. Cần một dòng tên cột và ít nhất một dòng số liệu."))
    if len(lines) > MOST_ROWS:
        raise NotAsNamed(say(_("Tệp có hơn {most} dòng. Hãy tách tệp, mỗi năm một tệp."), most=MOST_ROWS))
    return lines


def table_of(name, content):
    """The lines of a file as (sheet, line, cells). Raises NotAsNamed."""
    reader = {".csv": csv_table, ".xlsx": workbook_rows, ".json": json_table}.get(PurePath(name).suffix.lower())
    if reader is None:
        raise NotAsNamed(
            say(_('"{name}" không phải tệp .csv, .xlsx hay .json. Hãy lưu bảng ở một trong ba dạng đó.'), name=name)
        )
    limit = LARGEST_JSON if reader is json_table else LARGEST
    if len(content) > limit:
        raise NotAsNamed(say(_("Tệp lớn hơn {limit} MB. Hãy tách tệp, mỗi năm một tệp."), limit=limit // 1024**2))
    if not content.strip():
        raise NotAsNamed(_("Tệp rỗng: không có chữ nào. Hãy chọn lại tệp."))
    return reader(content)


def named_rows(lines, columns, needed, spoken=None):
    """The Table whose first line names the columns; a column that is named twice is not read.

    `spoken`: {column: its other name}.
    """
    (sheet, line, heading), *rest = lines
    while heading and not heading[-1]:
        heading = heading[:-1]
    names = {fold(name): column for column, name in (spoken or {}).items()}
    called = {names[fold(name)]: name for name in heading if fold(name) in names and name not in columns}
    heading = [name if name in columns else names.get(fold(name), name) for name in heading]
    wrong = [Problem(message, line, sheet=sheet) for message in heading_mistakes(heading, columns, needed)]
    once = [name if heading.count(name) == 1 else "" for name in heading]
    rows = [Row(line, dict(zip(once, cells, strict=False)), sheet, called) for sheet, line, cells in rest]
    return Table(rows, [*wrong, *surplus(rest, len(heading))], is_whole=not wrong)


def surplus(lines, width):
    """Cells to the right of the last named column."""
    pattern = _('Có ô thừa sau cột cuối: "{found}". Hãy xem dấu phẩy hoặc dấu ngoặc kép trong dòng.')
    for sheet, line, cells in lines:
        if any(cells[width:]):
            found = next(cell for cell in cells[width:] if cell)
            yield Problem(say(pattern, found=found), line, sheet=sheet)


def heading_mistakes(heading, columns, needed):
    twice = sorted({name for name in heading if name and heading.count(name) > 1})
    unknown = list(dict.fromkeys(name for name in heading if name not in columns))
    missing = sorted(needed - set(heading))
    if twice:
        yield say(_("Tên cột lặp lại: {names}. Mỗi cột chỉ ghi một lần."), names=listed(twice))
    if unknown:
        known = ", ".join(columns)
        yield say(_("Tên cột lạ: {names}. Các cột dùng được: {known}."), names=listed(unknown), known=known)
    if missing:
        yield say(_("Thiếu cột: {names}. Hãy thêm vào dòng đầu."), names=", ".join(missing))


def listed(names):
    """Names in quotes, the first few of many."""
    quoted = [f'"{name[:LONGEST]}"' for name in names[:NAMES_TOLD]]
    return ", ".join(quoted + ["…"] * (len(names) > NAMES_TOLD))


def clean(cell):
    text = unicodedata.normalize("NFC", cell).replace("\u00a0", " ").strip()
    return Exact(text) if isinstance(cell, Exact) else text


def csv_table(content):
    """Lines of values parted by commas, semicolons or tabs; `line` is the line where a row begins."""
    if content.startswith(b"PK\x03\x04"):
        raise NotAsNamed(
            _("Tệp tên .csv nhưng bên trong là sổ tính Excel. Hãy đổi tên thành .xlsx hoặc lưu lại dạng CSV UTF-8.")
        )
    text = without_nul(decoded(content))
    reader = csv.reader(io.StringIO(text, newline=""), strict=True, delimiter=parted_by(text))
    table, line, count = [], 1, 0
    try:
        for cells in reader:
            if words := filled(cells):
                table.append(("", line, words))
                count += len(words)
            if count > MOST_CELLS:
                raise NotAsNamed(TOO_MANY)
            if len(table) > MOST_ROWS:
                break
            line = reader.line_num + 1
    except csv.Error:
        raise NotAsNamed(
            say(_("Dòng {line}: dấu ngoặc kép không khớp. Hãy xem dòng này và các dòng sau."), line=line)
        ) from None
    return table


def without_nul(text):
    """The text itself. Raises NotAsNamed with the line where it holds what no database keeps."""
    if "\0" in text:
        raise NotAsNamed(say(NO_TEXT, line=text[: text.index("\0")].count("\n") + 1))
    return text


def decoded(content):
    """The text of a file: UTF-8, UTF-16 with its mark, or the Windows-1258 of old Vietnamese programs."""
    is_utf_16 = content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) and content[2:4] != b"\0\0"
    for code in ["utf-16"] if is_utf_16 else ["utf-8-sig", "cp1258"]:
        try:
            text = content.decode(code)
        except UnicodeDecodeError as mistake:
            line = content[: mistake.start].count(b"\n") + 1
        else:
            if code != "cp1258" or VIETNAMESE.search(unicodedata.normalize("NFC", text)):
                return text
    raise NotAsNamed(say(_("Tệp không phải UTF-8 (dòng {line}). Hãy lưu lại dạng CSV UTF-8."), line=line))


def parted_by(text):
    """The sign between the columns: the one that the fullest of the first lines has most, or else the very first."""
    first = text[:SAMPLED].splitlines()[:SAMPLE] or [""]
    return max(",;\t", key=lambda sign: (max(line.count(sign) for line in first), first[0].count(sign)))


def json_table(content):
    """Rows of a JSON list of objects, or of the list under "rows"; `line` is the row's number, the heading being 1."""
    rows = json_rows(content)
    heading = list(dict.fromkeys(name for row in rows for name in row))
    if len(heading) > WIDEST:
        raise NotAsNamed(TOO_WIDE)
    table = [("", 1, heading)]
    for line, row in enumerate(rows[: MOST_ROWS + 1], start=2):
        table.append(("", line, [json_cell(row.get(name)) for name in heading]))
    for _sheet, line, cells in table:
        if not is_text("".join(cells)):
            raise NotAsNamed(say(NO_TEXT, line=line))
    return table


def json_rows(content):
    """A list of dicts; numbers as the text that stands in the file."""
    numbers = {"parse_float": Exact, "parse_int": Exact, "parse_constant": str}
    try:
        rows = json.loads(content.decode("utf-8-sig"), object_pairs_hook=row_of, **numbers)
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError):
        raise NotAsNamed(_("Tệp tên .json nhưng không đọc được như JSON. Hãy xuất lại tệp.")) from None
    rows = rows.get("rows") if isinstance(rows, dict) else rows
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise NotAsNamed(_('Tệp JSON cần là một danh sách các dòng, mỗi dòng là một đối tượng {"tên cột": giá trị}.'))
    return rows


def row_of(pairs):
    row = dict(pairs)
    if len(row) < len(pairs):
        names = [name for name, _value in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise NotAsNamed(say(_('Một dòng của tệp JSON ghi cột "{found}" hai lần. Hãy bỏ một.'), found=twice))
    return row


def json_cell(value):
    if isinstance(value, dict | list):
        raise NotAsNamed(_("Một ô của tệp JSON chứa cả một bảng con. Mỗi ô chỉ ghi một số hoặc một dòng chữ."))
    if value is None:
        return ""
    return value if isinstance(value, str) else json.dumps(value)


def is_text(text):
    """Whether a database can keep this: no NUL, no half of a character."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return "\0" not in text
