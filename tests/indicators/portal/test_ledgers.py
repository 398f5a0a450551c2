"""Every row of every ledger in fixtures/editions/, found on its place's page and in its files, in both languages."""

from collections import Counter

import pytest

from .files import body, lines, sheet
from .pages import ROW, Row, words
from .printed import LEDGERS, exact, reference, whole

pytestmark = pytest.mark.django_db
ROWS = [(year, line, row) for year, rows in LEDGERS.items() for line, row in enumerate(rows, start=1)]
PLACES = sorted({(row["province"], row["district"]) for _year, _line, row in ROWS})
OPENINGS = {
    (row["source"][0], row["number"]): row["opening"] for row in reference("sources.json", "indicators.paragraph")
}
MEASURES = {row["slug"]: row for row in reference("ledger.json", "indicators.measure")}
FIELDS = ("kind", "province", "district", "measure", "printed", "value", "unit", "comparator", "qualifier", "level")
FIELDS += ("year_from", "year_to", "area", "of", "source", "paragraph", "opening", "text", "body", "note")
NUMBERS = {"year_from", "year_to", "of", "paragraph"}
SOURCES = sorted({row["source"] for _year, _line, row in ROWS})
every_source = pytest.mark.parametrize("source", SOURCES)
every_place = pytest.mark.parametrize("place", PLACES, ids="/".join)
both_languages = pytest.mark.parametrize("language", ["vi", "en"])


def of(place):
    return [row for _year, _line, row in ROWS if (row["province"], row["district"]) == place]


def address(place, language):
    return "/en" * (language == "en") + "/provinces/" + "/".join(filter(None, place))


def told(row, language):
    """A row of a ledger as the files of the portal give it."""
    found = {name: whole(row[name]) if name in NUMBERS else row.get(name) or None for name in FIELDS}
    paragraph = (row["source"], whole(row["paragraph"]))
    name = MEASURES[row["measure"]][f"name_{language}"] if row["measure"] else row[f"text_{language}"]
    found |= {"value": exact(row["value"]), "opening": OPENINGS[paragraph], "text": name}
    found |= {name: row[f"{name}_{language}"] or None for name in ("body", "note")}
    return tuple(found[name] for name in FIELDS)


def from_text(row):
    """A row of a CSV file; a lone `=` is made harmless there."""
    cells = {name: (row[name] or "").removeprefix("'") or None for name in FIELDS}
    cells |= {name: whole(cells[name]) for name in NUMBERS} | {"value": exact(cells["value"])}
    return tuple(cells[name] for name in FIELDS)


def from_cells(row):
    value = row["value"].value
    cells = {name: row[name].value for name in FIELDS} | {"value": None if value is None else exact(str(value))}
    return tuple(cells[name] for name in FIELDS)


def from_json(rows):
    return Counter(tuple(row[name] or None if name == "note" else row[name] for name in FIELDS) for row in rows)


def test_every_ledger_is_walked():
    assert Counter(row["kind"] for _year, _line, row in ROWS) == {"target": 19, "outcome": 25, "commitment": 34}


@every_place
@both_languages
def test_every_statement_is_in_the_files_of_its_place(content, place, language):
    expected, stem = Counter(told(row, language) for row in of(place)), address(place, language)
    found = body(content(f"{stem}.json"))
    assert from_json(found["rows"] if place[1] else found["statements"]) == expected
    flat = stem if place[1] else "/en" * (language == "en") + "/targets"
    question = "" if place[1] else f"?province={place[0]}"
    assert Counter(map(from_text, lines(content(f"{flat}.csv{question}")))) == expected
    assert Counter(map(from_cells, sheet(content(f"{flat}.xlsx{question}")))) == expected


@every_place
@both_languages
def test_every_statement_is_on_the_page_of_its_place(page, place, language):
    shown = page(f"{address(place, language)}/")
    rows = [Row(html) for section, html in rows_of(shown) if section.startswith("k-")]
    word = "đoạn" if language == "vi" else "paragraph"
    for row in of(place):
        name = told(row, language)[FIELDS.index("text")]
        found = [
            each for each in rows if each.name.startswith(name) and f"{word} {row['paragraph']}" in words(each.html)
        ]
        assert any(row["printed"] in words(each.html) and shown.sources(each) == {row["source"]} for each in found), row


@every_place
@both_languages
def test_a_paragraph_is_named_by_its_first_words(page, place, language):
    text = page(f"{address(place, language)}/").text
    assert [row for row in of(place) if OPENINGS[row["source"], int(row["paragraph"])] not in text] == []


@every_source
@both_languages
def test_every_statement_is_in_the_files_of_its_source(content, source, language):
    expected = Counter(told(row, language) for _year, _line, row in ROWS if row["source"] == source)
    front = "/en" * (language == "en")
    assert from_json(body(content(f"{front}/sources/{source}.json"))["statements"]) == expected
    flat = f"{front}/targets.{{}}?source={source}"
    assert Counter(map(from_text, lines(content(flat.format("csv"))))) == expected
    assert Counter(map(from_cells, sheet(content(flat.format("xlsx"))))) == expected


@every_source
@both_languages
def test_every_statement_is_on_the_page_of_its_source_under_its_paragraph(page, source, language):
    found = list(by_paragraph(page("/en" * (language == "en") + f"/sources/{source}/")))
    of_source = [row for _year, _line, row in ROWS if row["source"] == source]
    assert len(found) == len(of_source)
    for row in of_source:
        name = told(row, language)[FIELDS.index("text")]
        lines = [Row(html) for paragraph, html in found if paragraph == row["paragraph"]]
        assert any(line.name.startswith(name) and row["printed"] in words(line.html) for line in lines), row


def by_paragraph(page):
    """(number of the paragraph above it, HTML) of each statement on the page of a source."""
    paragraph = None
    for section, html in rows_of(page):
        if section == "statements" and 'scope="rowgroup"' in html:
            paragraph = words(html).partition(" ")[2].split(",")[0]
        elif section == "statements" and 'scope="row"' in html:
            yield paragraph, html


def rows_of(page):
    return [(section, html) for section, text in page.sections.items() for html in ROW.findall(text)]


@pytest.mark.parametrize(
    ("address", "said"),
    [
        (
            "/provinces/an-giang/",
            ["trên 1,143 triệu hồ sơ", "gần 187.000 hồ sơ", "5,143 triệu hồ sơ", "3 số của 3 đơn vị"],
        ),
        ("/provinces/long-an/", ["43/43 nhiệm vụ", '100% (nguồn ghi "tất cả")', "3 tỷ lệ cộng lại bằng 100,01%"]),
        ("/provinces/nghe-an/", ["02-KH/BCĐ", "04-TB/BCĐ", "1152/UBND-KSTT", "18-NQ/TW", "25/1/2024"]),
        (
            "/provinces/vinh-phuc/lap-thach/",
            ["suy ra tối thiểu 40%, 60%, 80%, 100% các năm 2022–2025", "35%, 55%, 75%, 95%"],
        ),
        ("/en/provinces/an-giang/", ["more than 1.143 million applications", "nearly 187,000 applications"]),
    ],
)
def test_a_page_reads_like_its_article(page, address, said):
    assert [words for words in said if words not in page(address).text] == []


@pytest.mark.parametrize("sum_of_all", ["6.473.000", "6,473", "6.286.000", "1.330.000"])
def test_three_counts_of_applications_are_never_added(page, sum_of_all):
    assert sum_of_all not in page("/targets/").text
    assert sum_of_all not in page("/provinces/an-giang/").text
