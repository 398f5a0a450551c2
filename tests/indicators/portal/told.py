"""What one source printed of a province, as its line of the edition's file, and as page and files give it back."""

import io
import re
import zipfile
from collections import Counter
from html import unescape
from xml.etree import ElementTree

from .printed import exact, first, reference, whole
from .writing import MISSING, Writing, written

# The row under a figure that holds its lasting address says nothing of what was printed.
ROW = re.compile(r"<tr\b(?![^>]*class=\"report\")[^>]*>(.*?)</tr>", re.DOTALL)
CELL = re.compile(r"<t[hd][^>]*>(.*?)</t[hd]>", re.DOTALL)
UNSEEN = re.compile(r"<span class=\"sr\">.*?</span>")
SOURCE = re.compile(r"<li id=\"n(\d+)\">.*?/sources/([a-z0-9-]+)/", re.DOTALL)
SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
MARK = re.compile(r"\[(\d+)\]")
STAYS = " #"  # the sign after a mark that leads to where the figure stays
COLUMNS = (
    "component",
    "score",
    "printed",
    "unit",
    "rank",
    "region_rank",
    "source",
    "paragraph",
    "how",
    "note",
)
WORDS = {
    "vi": ("suy ra", "đoạn {}", "thứ {}/{} trong vùng"),
    "en": ("derived", "paragraph {}", "{} of {} in the region"),
}


def in_order(edition, province):
    """The lines of a province: the whole first, then the components in their order, the preferred citation first."""
    lines = [(component, edition.cited(component).get(province, [])) for component in edition.criteria]
    return [(component, rows) for component, rows in lines if rows]


def lines(edition, province, language="vi"):
    """The lines of a province by the columns of its files."""
    rows = [row for _component, rows in in_order(edition, province) for row in rows]
    return [line(row, language) for row in rows]


def line(row, language):
    numbers = {key: whole(row[key]) for key in ("rank", "region_rank", "paragraph")} | {"score": exact(row["score"])}
    words = {key: row[f"{key}_{language}"] or None for key in ("how", "note")}
    plain = {key: row[key] or None for key in ("component", "unit", "source")} | {"printed": row["score"] or None}
    return tuple((numbers | words | plain)[key] for key in COLUMNS)


def from_json(rows):
    return [tuple(row[key] or None for key in COLUMNS) for row in rows if row["source"]]


def from_csv(rows):
    """Rows of texts, in which a score stands with the digits that were printed."""
    assert [row["component"] for row in rows if row["score"] != row["printed"]] == []
    kinds = dict.fromkeys(("rank", "region_rank", "paragraph"), whole) | {"score": exact}
    return [tuple(kinds.get(key, str)(row[key]) or None for key in COLUMNS) for row in rows if row["source"]]


def sheet(content, figure="score"):
    """The first sheet of a workbook, read as what it is, XML in a ZIP file: openpyxl takes ten times as long."""
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        table = ElementTree.fromstring(book.read("xl/worksheets/sheet1.xml"))
    heading, *rows = [cells(row) for row in table.iter(f"{SHEET}row")]
    named = [{name: row.get(column, "") for column, name in heading.items()} for row in rows]
    return [row | {figure: rounded(row[figure], row["printed"])} for row in named]


def rounded(number, printed):
    """A number of a workbook, which is a binary fraction, with as many decimals as were printed."""
    return number and f"{float(number):.{len(printed.partition('.')[2])}f}"


def cells(row):
    """{letters of the column: text} of a row of a sheet."""
    return {cell.get("r").rstrip("0123456789"): "".join(cell.itertext()) for cell in row.iter(f"{SHEET}c")}


def on_page(html):
    """The rows of the table of citations: score, rank, where, what is said, and the source that the mark leads to."""
    sources = dict(SOURCE.findall(html))
    table = html.partition('id="figures"')[2].partition("</table>")[0]
    found = []
    for row in ROW.findall(table):
        cells = [text(cell) for cell in CELL.findall(row)]
        if len(cells) == 1:
            found[-1][3] = cells[0]
        elif (mark := MARK.search(cells[-1])) and len(cells) == 5:
            found.append([*cells[2:4], cells[4].replace(mark[0] + STAYS, "").strip(), "", sources[mark[1]]])
    return found


def text(cell):
    """What a cell says to those who see it."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", UNSEEN.sub("", cell))).split()).replace(" /", "/")


def written_lines(edition, province, language="vi"):
    """The lines of a province as its page writes them."""
    return [
        cells
        for component, rows in in_order(edition, province)
        for cells in written_rows(edition, component, rows, language)
    ]


def written_rows(edition, component, rows, language):
    """Of one component: the first row carries what pages show, the others what one more source printed."""
    derived, paragraph, _region = WORDS[language]
    for row in rows:
        is_first = row is rows[0]
        figures = shown(edition, component, rows, language) if is_first else other(edition, component, row, language)
        where = [paragraph.format(row["paragraph"])] * bool(row["paragraph"]) + [derived] * bool(row["how_vi"])
        yield [*figures, " ".join(where), said(row, language), row["source"]]


def said(row, language):
    """How a line was derived and what is to be said of it, as sentences."""
    texts = [row[f"{key}_{language}"] for key in ("how", "note")]
    return " ".join(". ".join(text.rstrip(".") for text in texts if text).split())


def shown(edition, component, rows, language):
    """Score and rank that pages show, field by field the first that is known; each marked where it is derived."""
    scored, ranked, placed = (first(rows, key) for key in ("score", "rank", "region_rank"))
    writing, figures = Writing(edition, component, language), edition.figures(component)[rows[0]["province"]]
    score = " ".join([writing.score(figures), *mark(scored, language)])
    rank = " ".join([writing.rank(figures), *mark(ranked, language), *in_region(edition, placed, language)])
    return score, rank


def other(edition, component, row, language):
    """Score and rank in the digits of one more source."""
    sign = "%" * (row["unit"] == "%" and (edition.series, component) != ("par-index", "overall"))
    score = written(row["score"], language) + sign if row["score"] else MISSING
    rank = f"{row['rank']}/{edition.terms['ranked']}" if row["rank"] else MISSING
    return score, " ".join([rank, *in_region(edition, row if row["region_rank"] else None, language)])


def mark(row, language):
    return [WORDS[language][0]] if row and row["how_vi"] else []


def in_region(edition, row, language):
    """The rank inside the region, of as many provinces as the region had on the edition's day."""
    if row is None:
        return []
    regions, rank = regions_of(edition), row["region_rank"]
    place = {"1": "1st", "2": "2nd", "3": "3rd"}.get(rank, f"{rank}th") if language == "en" else rank
    text = WORDS[language][2].format(place, Counter(regions.values())[regions[row["province"]]])
    return [", ".join([text, *mark(row, language)])]


def regions_of(edition):
    """{province: its region} on the edition's day."""
    day, every = edition.as_of.isoformat(), reference("provinces.json", "provinces.membership")
    held = [each for each in every if (each["first_day"] or "") <= day <= (each["last_day"] or "9999")]
    return {each["province"][0]: each["region"][0] for each in held if each["province"][0] in edition.provinces}
