"""What was announced of the country and the regions, as lines of the edition's file, and as page and files give it."""

from django.utils.translation import override

from indicators.models import Fact

from .printed import exact, reference, whole
from .told import CELL, MARK, ROW, SOURCE, WORDS, said, text
from .writing import written

COLUMNS = ("fact", "region", "component", "value", "printed", "unit", "source", "paragraph", "how", "note")


def lines(edition, language="vi"):
    """The lines of an edition by the columns of its files."""
    return [line(row, language) for row in edition.rows if row["fact"]]


def line(row, language):
    words = {key: row[f"{key}_{language}"] for key in ("how", "note")}
    figures = {"value": exact(row["score"]), "printed": row["score"], "paragraph": whole(row["paragraph"])}
    return tuple((row | words | figures)[key] or None for key in COLUMNS)


def rows(found):
    """The rows of a file, of numbers or of texts."""
    return [tuple(number(row[key]) if key == "value" else row[key] or None for key in COLUMNS) for row in found]


def number(value):
    return exact(str(value))


def on_page(html):
    """The rows of the table: what it says, its number, whether it is marked as derived, the sources of its marks."""
    sources = dict(SOURCE.findall(html))
    table = html.partition('id="aggregates"')[2].partition("</table>")[0]
    found = [[text(cell) for cell in CELL.findall(row)] for row in ROW.findall(table)]
    return [(name, figure, {sources[mark] for mark in MARK.findall(marks)}) for name, figure, marks in found[1:]]


def written_lines(edition, component, language):
    """The lines of one component as the page writes them; sources that print the same stand together."""
    found = {}
    for row in edition.facts(component):
        found.setdefault((name(edition, row, language), figure(edition, row, language)), set()).add(row["source"])
    return [(*words, sources) for words, sources in found.items()]


def name(edition, row, language):
    """What is counted, of which component and region, how it was derived and what is to be said of it."""
    with override(language):
        label = str(Fact(row["fact"]).label)
    regions = {each["slug"]: each[f"name_{language}"] for each in reference("provinces.json", "provinces.region")}
    part = edition.criteria[row["component"]][f"name_{language}"] if row["component"] else ""
    counted = ": ".join(filter(None, [label, part, regions.get(row["region"])]))
    return f"{counted} {said(row, language)}".strip()


def figure(edition, row, language):
    """The digits that were printed, with the unit; the PAR Index is out of 100, so its shares are points."""
    shares = {"vi": "{} điểm", "en": "{} points"}[language] if edition.series == "par-index" else "{}%"
    units = {"%": shares} | UNITS[language]
    unit = units[row["unit"]].format(digits(row["fact"], row["score"], language))
    unit = "1 province or city" if unit == "1 provinces and cities" else unit
    return f"{unit} {WORDS[language][0]}" if row["how_vi"] else unit


def digits(fact, printed, language):
    """The digits that were printed; a change of the mean has its sign."""
    sign = "+" if fact == "mean_change" and not printed.startswith("-") else ""
    return sign + written(printed, language)


UNITS = {
    "vi": {"points": "{} điểm", "provinces": "{} tỉnh, thành phố", "people": "{} người", "places": "{} bậc"},
    "en": {"points": "{} points", "provinces": "{} provinces and cities", "people": "{} people", "places": "{} places"},
}
