"""The sheets of an .xlsx file as lines of cells."""

import io
import re
import zipfile
from decimal import ROUND_HALF_UP, Decimal

from django.utils.translation import gettext_lazy as _
from openpyxl import load_workbook

from .cells import Exact
from .problems import NotAsNamed, say

LARGEST_UNPACKED = 16 * 1024 * 1024  # bytes; a whole year of 63 rows unpacks to under 1 MB
MACROS = "vbaProject.bin"
MOST_ROWS = 20_000
MOST_CELLS = 300_000
LONGEST_TAG = 256 * 1024  # bytes; reading grows with the square of what stands between two angle brackets
WIDEST = 256
UNREADABLE = _("Tệp tên .xlsx nhưng không mở được như sổ tính Excel. Hãy mở bằng Excel và lưu lại dạng .xlsx.")
TOO_MANY = say(_("Tệp có hơn {most} ô có chữ. Hãy tách tệp, mỗi năm một tệp."), most=MOST_CELLS)
TOO_WIDE = say(_("Bảng có hơn {widest} cột. Hãy chỉ giữ các cột của kỳ công bố."), widest=WIDEST)
LAST_ROW = 1_048_576  # of any sheet; a file that numbers a row higher would keep us counting
BESIDE_DIGITS = re.compile(r"""\[[^]]*]|"[^"]*"|[_*\\].|[ ()]""")
FIXED = re.compile(r"[#,0]*0(?:\.(0+))?(%?)")


def workbook_rows(content):
    """The lines of the only visible sheet that has any, as (sheet, line, cells).

    Raises NotAsNamed when this is no workbook, or when it is not plain which sheet is meant.
    """
    try:
        tables = tables_of(content)
    except NotAsNamed:
        raise
    except Exception:  # zipfile, the parser of XML and openpyxl raise whatever they met in a broken part
        raise NotAsNamed(UNREADABLE) from None
    if len(tables) > 1:
        names = ", ".join(f'"{table[0][0]}"' for table in tables)
        raise NotAsNamed(
            say(_("Sổ tính có {count} trang có chữ: {names}. Hãy để lại một trang."), count=len(tables), names=names)
        )
    return tables[0] if tables else []


def tables_of(content):
    """The lines of every visible sheet that has any."""
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        if sum(part.file_size for part in parts.infolist()) > LARGEST_UNPACKED:
            raise NotAsNamed(_("Sổ tính mở ra quá lớn. Hãy lưu lại chỉ trang có bảng."))
        if not all(has_short_tags(parts, name) for name in parts.namelist()):
            raise NotAsNamed(UNREADABLE)
        # Nothing here would run it, but the file is kept, and a colleague may open it.
        if any(name.endswith(MACROS) for name in parts.namelist()):
            raise NotAsNamed(_("Sổ tính có macro. Hãy mở bằng Excel và lưu lại dạng .xlsx, không kèm macro."))
    book = load_workbook(io.BytesIO(content), read_only=True)
    try:
        visible = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
        return [lines for lines in map(sheet_lines, visible) if lines]
    finally:
        book.close()


def has_short_tags(parts, name):
    """Whether a part of the archive is XML that can be read in good time, or no XML."""
    run = 0
    with parts.open(name) as stream:
        while name.endswith((".xml", ".rels")) and (piece := stream.read(LONGEST_TAG)):
            last = max(piece.rfind(b"<"), piece.rfind(b">"))
            run = run + len(piece) if last < 0 else len(piece) - last
            if run > LONGEST_TAG:
                return False
    return True


def sheet_lines(sheet):
    """The lines with words in them; one more than MOST_ROWS tells that there are too many. Raises NotAsNamed."""
    sheet.reset_dimensions()  # a stored dimension may lie, and rows beyond it would be lost
    lines, count = [], 0
    for number, cells in enumerate(sheet.iter_rows(), start=1):
        if words := filled([cell_text(cell) for cell in cells]):
            lines.append((sheet.title, number, words))
            count += len(words)
        if count > MOST_CELLS:
            raise NotAsNamed(TOO_MANY)
        if len(lines) > MOST_ROWS:
            break
        if number > LAST_ROW:
            raise ValueError("more rows than a sheet can have")
    return lines


def filled(words):
    """The cells of a line up to the last that says something. Raises NotAsNamed where no table can be so wide."""
    last = next((place for place in reversed(range(len(words))) if words[place].strip()), -1)
    if last >= WIDEST:
        raise NotAsNamed(TOO_WIDE)
    return words[: last + 1]


def cell_text(cell):
    """What the cell shows. A stored number keeps the decimals that its format prints; a share shows its %."""
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, bool) or not isinstance(value, int | float) or abs(value) >= 1e15:
        return str(value)
    exact = Decimal(f"{value:.15g}")  # a workbook keeps 15 digits; those behind them are noise of binary numbers
    shown = FIXED.fullmatch(BESIDE_DIGITS.sub("", (cell.number_format or "").split(";")[0]))
    decimals, share = shown.groups() if shown else (None, "")
    if share:
        return f"{rounded(exact * 100, len(decimals or ''))}%"
    return Exact(rounded(exact, len(decimals)) if decimals else f"{exact.normalize():f}")


def rounded(number, decimals):
    """As a spreadsheet rounds: halves away from zero."""
    return f"{number.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP):f}"
