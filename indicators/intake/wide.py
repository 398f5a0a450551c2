"""A ministry's table, a row a province and a few columns a component, as the rows of an edition file.

Above the headings may stand title lines, and headings may have two storeys; below the provinces, a mean and remarks.
"""

import re
from dataclasses import dataclass
from itertools import chain

from django.utils.translation import gettext_lazy as _

from provinces.names import UnknownName
from provinces.spelling import fold

from .problems import Problem, say
from .reading import Row, Table

FEW = 3  # provinces without a line that are named
SEARCHED = 40  # lines from the top in which the headings are looked for
PROVINCE = {
    *("tinh thanh pho", "tinh tp", "tinh", "ten tinh", "ten tinh thanh pho", "dia phuong", "ten dia phuong"),
    *("don vi", "ten don vi", "tinh thanh", "tinh thanh pho truc thuoc trung uong", "province", "province or city"),
}
PASSED_OVER = {"", "stt", "tt", "so tt", "so thu tu", "no", "vung", "vung kinh te xa hoi", "ghi chu", "ma", "ma tinh"}
SCORE = {
    *("diem", "tong diem", "diem so", "so diem", "diem dat", "diem dat duoc", "ket qua", "chi so", "ty le", "ti le"),
    *(
        "score",
        "points",
        "gia tri",
        "diem danh gia",
        "ket qua chi so",
        "par index",
        "sipas",
        "papi",
        "pci",
        "chi so par index",
    ),
}
RANK = {"xep hang", "thu hang", "hang", "xep thu", "vi tri", "rank", "xep hang chung", "thu hang chung", "hang chung"}
MAXIMUM = {"diem toi da", "toi da", "diem chuan", "maximum"}
REGION_RANK = {"xep hang vung", "xep hang trong vung", "thu hang trong vung", "hang trong vung"}
MEASURES = {"score": SCORE, "rank": RANK, "max": MAXIMUM, "region_rank": REGION_RANK}
WHOLE = {"chi so tong hop", "tong", "tong cong", "chung", "tong hop", "overall"}
MEAN = ("trung binh", "binh quan", "ca nuoc")
NO_FIGURES = _("Không thấy cột điểm hay thứ hạng nào bên phải tên tỉnh. Hãy đặt tên cột, ví dụ Điểm, Xếp hạng.")
NOT_LOADED = _('Không có điểm hay thứ hạng nào nên không nạp: "{found}".')
NUMBERED = re.compile(r"^\s*(?:[IVX]+|\d+(?:\.\d+)*|[a-z])\s*[.)\-:]\s+")
COUNTED = re.compile(r"\(?\d{1,2}\)?(?:\s*=.*)?")


@dataclass(frozen=True)
class Heading:
    """What stands below one heading: a `measure` of a component, in % where the heading says so."""

    measure: str
    component: str
    is_share: bool
    words: str

    @property
    def of(self):
        return (self.measure, self.component)


def is_wide(lines, columns):
    """Whether the table has a row a province: none of our own headings in its first line, and a place for names."""
    return bool(lines) and not set(lines[0][2]) & set(columns) and top_of(lines) is not None


def top_of(lines):
    """The index of the line whose heading says where the names stand, or None."""
    for index, (_sheet, _line, cells) in enumerate(lines[:SEARCHED]):
        if any(fold(cell) in PROVINCE for cell in cells) and sum(map(bool, cells)) > 1:
            return index
    return None


def table(lines, reference):
    """The Table of a wide sheet, of the columns whose headings can be used."""
    top = top_of(lines)
    sheet, line, cells = lines[top]
    names = next(place for place, cell in enumerate(cells) if fold(cell) in PROVINCE)
    storeys, body = split(lines, top, names)
    headings, unusable = read_headings(storeys, names, reference)
    wrong = [Problem(message, line, sheet=sheet) for message in unusable or ([] if headings else [NO_FIGURES])]
    if not headings:
        return Table(problems=wrong)
    found, remarks = told(body, names, headings, reference)
    for row in found:
        row["headings"]["province"] = cells[names]
    problems = wrong + said_again(found, reference)
    return Table([Row(**row) for row in found], problems, [] if wrong else remarks, is_whole=not wrong)


def split(lines, top, names):
    """(the storeys of the headings from the top, the lines below them)."""
    first = lines[top][2]
    storeys = [first]
    if top and names_components(lines[top - 1][2], first, names):
        storeys.insert(0, lines[top - 1][2])
    below = top + 1
    while below < len(lines) and is_heading(lines[below][2], names):
        if not all(COUNTED.fullmatch(cell) for cell in lines[below][2] if cell):
            storeys.append(lines[below][2])
        below += 1
    return storeys, lines[below:]


def names_components(cells, below, names):
    """Whether a line above the headings is a storey of theirs: words over several columns, none over the names."""
    filled = [place for place, cell in enumerate(cells) if cell]
    return len(filled) > 1 and names not in filled and min(filled) > names and any(map(measure_of, below))


def is_heading(cells, names):
    """Whether a line below the first heading goes on with it: no name, or a number in brackets, and no figure."""
    name = cells[names] if names < len(cells) else ""
    others = [cell for place, cell in enumerate(cells) if cell and place != names]
    if name and not COUNTED.fullmatch(name):
        return False
    return bool(others) and all(measure_of(cell) or COUNTED.fullmatch(cell) or not has_digit(cell) for cell in others)


def has_digit(text):
    return any(letter.isdigit() for letter in text)


def measure_of(text):
    """The measure that a heading alone names, or None."""
    words = fold(text)
    if not words:
        return "score" if "%" in text else None
    return next((measure for measure, known in MEASURES.items() if words in known), None)


def read_headings(storeys, names, reference):
    """({column: Heading}, what cannot be used) of the columns beside the names; what stands twice is not used."""
    width, found, unusable = max(map(len, storeys)), {}, []
    above = [carried(storey, storeys[index + 1 :]) for index, storey in enumerate(storeys)]
    for place in range(width):
        parts = list(dict.fromkeys(storey[place] for storey in above if place < len(storey) and storey[place]))
        if place == names or not parts or fold(" ".join(parts)) in PASSED_OVER:
            continue
        heading = meaning(parts, reference)
        if isinstance(heading, Heading):
            found[place] = heading
        else:
            unusable.append(heading)
    taken = [heading.of for heading in found.values()]
    twice = {place: heading for place, heading in found.items() if taken.count(heading.of) > 1}
    unusable += [say(_('Cột "{found}" có hai lần. Hãy bỏ một.'), found=heading.words) for heading in twice.values()]
    usable = {place: heading for place, heading in found.items() if place not in twice}
    return usable, list({str(each): each for each in unusable}.values())


def carried(storey, below):
    """A storey with the words of a merged cell over all the columns that it spans."""
    words, carried_words = "", []
    for place, cell in enumerate(storey):
        beneath = any(place < len(other) and other[place] for other in below)
        words = cell or (words if beneath else "")
        carried_words.append(words if beneath or cell else "")
    longest = max((len(other) for other in below), default=0)
    return carried_words + [words] * (longest - len(storey))


def meaning(parts, reference):
    """The Heading that these words from top to bottom make, or a sentence that says why they make none."""
    year, words = str(reference.edition.year), " / ".join(parts)
    is_share = "%" in words
    folded = [fold(NUMBERED.sub("", part)) for part in parts]
    folded = [re.sub(rf"\b(?:nam )?{year}\b", "", part).strip() for part in folded]
    if other := re.search(r"\b(?:19|20)\d\d\b", " ".join(folded)):
        return say(_('Cột "{found}" là của năm {year}. Mỗi tệp một năm; hãy bỏ cột này.'), found=words, year=other[0])
    component, rest = component_of(" ".join(folded), reference)
    rest = re.sub(r"^(?:chi so thanh phan|linh vuc|chi so noi dung)\b", "", rest).strip()
    measure = measure_of(rest) if rest else "score"
    if measure is None and component is None:
        known = "; ".join(criterion.name_vi for criterion in reference.criteria.values())
        pattern = _('Cột "{found}" không phải điểm, thứ hạng hay chỉ số thành phần của kỳ này. Các tên: {known}.')
        return say(pattern, found=words, known=known)
    if measure is None:
        return say(_('Không rõ cột "{found}" là điểm hay thứ hạng. Hãy ghi Điểm, Tỷ lệ % hoặc Xếp hạng.'), found=words)
    return Heading(measure, component or "overall", is_share, words)


def component_of(text, reference):
    """(the component whose name stands in the words, the other words); (None, all) where none does."""
    for name, slug in reference.names_of_components:
        if re.search(rf"\b{name}\b", text):
            return slug, re.sub(rf"\b{name}\b", "", text, count=1).strip()
    for words in WHOLE:
        if text == words or text.startswith(f"{words} "):
            return "overall", text.removeprefix(words).strip()
    return None, text


def told(body, names, headings, reference):
    """The rows of the provinces and of the mean; remarks name the lines that have no figure."""
    found, remarks = [], []
    for sheet, line, cells in body:
        name = cells[names] if names < len(cells) else ""
        label = name or next((cell for cell in cells if cell and not COUNTED.fullmatch(cell)), "")
        figures = {place: cells[place] for place in headings if place < len(cells) and is_figure(cells[place])}
        if figures:
            found += parts_of(line, sheet, "" if is_mean(label) else label, figures, headings, reference)
        else:
            message = say(NOT_LOADED, found=" ".join(filter(None, cells)))
            remarks.append(Problem(message, line, sheet=sheet))
    return with_ties(found), remarks


def said_again(found, reference):
    """Provinces that have two lines: one of the two is another province, or should not be there."""
    lines, again = {}, []
    for row in found:
        name = row["cells"]["province"]
        try:
            place = name and reference.province(name).slug
        except UnknownName:
            continue
        first = lines.setdefault(place, row["line"])
        if name and first != row["line"]:
            again.append((row, first))
            lines[place] = row["line"]
    absent = [name for place, name in reference.places.items() if place not in lines] if again else []
    return [
        Problem(twice(row, first, absent), row["line"], row["headings"]["province"], row["sheet"])
        for row, first in again
    ]


def twice(row, first, absent):
    """That a province stands in two lines, and which have none, where few have none."""
    words = {"found": row["cells"]["province"], "line": first, "absent": ", ".join(absent)}
    if 0 < len(absent) <= FEW:
        pattern = _(
            '"{found}" đã có ở dòng {line}, còn thiếu {absent}. Mỗi tỉnh một dòng; hãy sửa tên hoặc bỏ một dòng.'
        )
    else:
        pattern = _('"{found}" đã có ở dòng {line}. Mỗi tỉnh một dòng; hãy sửa tên hoặc bỏ một dòng.')
    return say(pattern, **words)


def is_figure(cell):
    return bool(cell) and cell not in {"-", "–", "—", "..."}


def is_mean(label):
    return fold(label).startswith(MEAN)


def parts_of(line, sheet, name, figures, headings, reference):
    """A row of an edition file for each component of which the line has a figure; of a mean, scores alone."""
    parts = {}
    for place, cell in figures.items():
        heading = headings[place]
        row = parts.setdefault(heading.component, {"cells": {}, "headings": {}, "line": line, "sheet": sheet})
        row["cells"][heading.measure] = cell.removesuffix("%").strip() if heading.measure == "score" else cell
        row["headings"][heading.measure] = heading.words
        if heading.measure == "score":
            row["cells"]["unit"] = "%" if heading.is_share or "%" in cell else reference.usual_unit(heading.component)
    for component, row in parts.items():
        row["cells"] |= {"component": component, "province": name}
        if not name:
            row["cells"] |= {"fact": "mean", "component": "" if component == "overall" else component}
            row["cells"] = {
                key: row["cells"].get(key, "") for key in ("fact", "component", "province", "score", "unit")
            }
    return list(parts.values())


def with_ties(found):
    """Rows that share a rank and a score in a component are an announced tie: the table has no column to say so."""
    groups = {}
    for row in found:
        cells = row["cells"]
        if cells.get("rank") and cells.get("score"):
            groups.setdefault((cells["component"], cells["rank"], cells["score"]), []).append(row)
    for row in chain.from_iterable(group for group in groups.values() if len(group) > 1):
        row["cells"]["tie"] = "yes"
    return found
