"""Every figure with its source: what was printed where, how it was derived, what is to be said of it."""

import pytest

from .announced import digits
from .every import every_edition
from .files import body
from .printed import exact, whole

pytestmark = pytest.mark.django_db
both_languages = pytest.mark.parametrize("language", ["vi", "en"])


@every_edition
@both_languages
def test_json_gives_every_citation_with_its_source_and_paragraph(content, edition, language):
    for component in spoken(edition, language):
        told = body(content(edition.address(component, "json", language)))
        found = {row["province"]: [plain(each) for each in row["citations"]] for row in told["rows"]}
        expected = {
            province: [cited(row, language) for row in rows] for province, rows in edition.cited(component).items()
        }
        assert {province: rows for province, rows in found.items() if rows} == expected, component


@every_edition
@both_languages
def test_a_note_gathers_what_citations_say(content, edition, language):
    for component in spoken(edition, language):
        rows = body(content(edition.address(component, "json", language)))["rows"]
        said = {row["province"]: texts(edition.cited(component).get(row["province"], []), language) for row in rows}
        assert all(all(text in row["note"] for text in said[row["province"]]) for row in rows), component
        assert [row["province"] for row in rows if row["note"]] == [each for each in said if said[each]], component


@every_edition
@both_languages
def test_json_gives_every_aggregate(content, edition, language):
    for component in spoken(edition, language):
        told = body(content(edition.address(component, "json", language)))
        expected = [aggregate(row, language) for row in edition.facts(component)]
        assert [{key: each[key] for key in AGGREGATE} for each in told["aggregates"]] == expected


@every_edition
@both_languages
def test_the_page_writes_every_aggregate(page, edition, language):
    """Sources that print the same stand together."""
    rows = page(edition.address(language=language)).rows("aggregates")
    printed = [aggregate(row, language) | {"source": None} for row in edition.facts("overall")]
    told_once = [row for number, row in enumerate(printed) if row not in printed[:number]]
    assert [row.figures[0].removesuffix("%") for row in rows] == [
        digits(row["fact"], row["printed"], language) for row in told_once
    ]


@every_edition
def test_a_mark_leads_to_the_source_and_paragraph_of_its_citation(content, edition):
    for component in edition.components:
        told = body(content(edition.address(component, "json")))
        named = {each["mark"]: (each["source"], each["paragraph"]) for each in told["sources"]}
        marked = [each for row in told["rows"] for each in row["citations"]] + told["aggregates"]
        assert all(named[each["mark"]] == (each["source"], each["paragraph"]) for each in marked), component


@every_edition
@both_languages
def test_an_editions_note_is_on_its_page_and_in_its_file(content, page, edition, language):
    note = edition.terms[f"note_{language}"]
    assert body(content(edition.address(format="json", language=language)))["notes"] == [note] * bool(note)
    assert note in page(edition.address(language=language)).text


CITED = ("source", "paragraph", "score", "printed", "unit", "rank", "region_rank", "how", "note")
AGGREGATE = ("fact", "region", "value", "printed", "unit", "source", "paragraph", "how", "note")


def spoken(edition, language):
    """The components of which anything was printed; in English, those of which anything is said in words."""
    if language == "vi":
        return edition.components
    said = {row["component"] or "overall" for row in edition.rows if row["how_en"] or row["note_en"]}
    return [component for component in edition.components if component in said]


def plain(citation):
    return {key: citation[key] for key in CITED}


def cited(row, language):
    """A line of the edition's file, as a citation."""
    numbers = {"score": exact(row["score"]), "printed": row["score"] or None, "unit": row["unit"] or None}
    ranks = {key: whole(row[key]) for key in ("rank", "region_rank")}
    return told(row, language) | numbers | ranks


def aggregate(row, language):
    """A line of the edition's file, as a figure of the country or a region."""
    place = {"fact": row["fact"], "region": row["region"] or None}
    return told(row, language) | place | {"value": exact(row["score"]), "printed": row["score"], "unit": row["unit"]}


def told(row, language):
    words = {key: row[f"{key}_{language}"] for key in ("how", "note")}
    return {"source": row["source"], "paragraph": whole(row["paragraph"])} | words


def texts(rows, language):
    """What is said of the citations of one figure; its last dot aside, since texts are joined as sentences."""
    found = [row[f"{key}_{language}"].removesuffix(".") for row in rows for key in ("how", "note")]
    return list(filter(None, found))
