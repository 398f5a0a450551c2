"""What a downloaded file owes the one who opens it: a name, a kind, letters that read, numbers that count."""

import io

import pytest
from openpyxl import load_workbook

from .drafts import citation, load
from .files import body, lines, sheet
from .printed import BY_YEAR
from .walk import is_file

pytestmark = pytest.mark.django_db

EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
KINDS = {
    "atom": "application/atom+xml; charset=utf-8",
    "csv": "text/csv; charset=utf-8",
    "xlsx": EXCEL,
    "json": "application/json",
    "jsonld": "application/ld+json",
    "svg": "image/svg+xml; charset=utf-8",
    "zip": "application/zip",
}
TOP = {"title", "series", "year", "revision", "method", "comparable", "columns", "rows", "coverage"}
TOP |= {"aggregates", "sources", "notes"}
ROW = {"province", "name", "region", "rank", "of", "region_rank", "score", "unit", "printed", "change", "rank_change"}
ROW |= {"derived", "citations", "note"}
FORMULAS = ["=1+1", "+1+1", "-1+1", "@SUM(1)", "=HYPERLINK(1)"]
rankings = pytest.mark.parametrize("stem", ["/rankings/par-index/2022", "/rankings/papi/2024"])


def format_of(address):
    return address.partition("?")[0].rpartition(".")[2]


def test_a_file_says_of_what_kind_it_is(answers):
    files = {address: response for address, response in answers.items() if is_file(address)}
    kinds = {address: response["Content-Type"] for address, response in files.items()}
    assert kinds == {address: KINDS[format_of(address)] for address in files}


def test_a_table_is_saved_under_a_name_of_its_own(answers):
    saved = ("csv", "xlsx", "zip")
    files = [address for address in answers if is_file(address) and format_of(address) in saved]
    named = {address: answers[address]["Content-Disposition"] for address in files}
    assert all(name.startswith('attachment; filename="') for name in named.values())
    assert all(name.endswith(f'.{format_of(address)}"') for address, name in named.items())


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("/rankings/papi/2024.csv", "papi-2024.csv"),
        ("/rankings/par-index/2022.xlsx", "par-index-2022.xlsx"),
        ("/rankings/par-index/2022.xlsx?component=procedures", "par-index-2022-procedures.xlsx"),
        ("/provinces/long-an.csv", "long-an.csv"),
    ],
)
def test_a_files_name_says_what_is_in_it(answer, address, name):
    assert answer(address)["Content-Disposition"] == f'attachment; filename="{name}"'


def test_a_csv_file_begins_with_the_mark_that_excel_needs(answers):
    begun = {response.content[:3] for address, response in answers.items() if format_of(address) == "csv"}
    assert begun == {b"\xef\xbb\xbf"}


def test_every_row_of_a_csv_file_has_the_columns_of_its_head(answers):
    files = [lines(response.content) for address, response in answers.items() if format_of(address) == "csv"]
    assert all(None not in row and None not in row.values() for file in files for row in file)


@rankings
def test_a_rankings_json_has_the_keys_that_were_promised(content, stem):
    told = body(content(f"{stem}.json"))
    assert set(told) >= TOP
    assert all(set(row) >= ROW for row in told["rows"])
    assert {column["key"] for column in told["columns"]} == set(told["rows"][0])
    assert all(set(column) == {"key", "label", "unit"} for column in told["columns"])


def test_a_json_file_is_a_report(answers):
    reports = [address for address in answers if format_of(address) == "json" and "openapi" not in address]
    told = {address: body(answers[address].content) for address in reports}
    assert {address: sorted(TOP - set(each)) for address, each in told.items() if TOP - set(each)} == {}


@rankings
def test_numbers_of_a_workbook_are_numbers(content, stem):
    rows = sheet(content(f"{stem}.xlsx"))
    numbers = [cell for row in rows for name, cell in row.items() if name in ("score", "rank", "of", "change")]
    assert {cell.data_type for cell in numbers if cell.value is not None} == {"n"}


@rankings
def test_a_score_of_a_workbook_shows_the_printed_decimals(content, stem):
    scores = [row for row in sheet(content(f"{stem}.xlsx")) if row["score"].value is not None]
    printed = {row["province"].value: row["printed"].value.partition(".")[2] for row in scores}
    shown = {row["province"].value: row["score"].number_format.partition(".")[2] for row in scores}
    assert {key: len(digits) for key, digits in shown.items()} == {key: len(digits) for key, digits in printed.items()}


@pytest.fixture
def formulas(tmp_path):
    """A published edition whose notes a spreadsheet would run."""
    edition = BY_YEAR["par-index", 2022]
    provinces = edition.provinces[: len(FORMULAS)]
    load(
        tmp_path,
        edition,
        [citation(each, rank, note_vi=FORMULAS[rank - 1], note_en="-") for rank, each in enumerate(provinces, start=1)],
        publish=True,
    )


def test_text_that_a_spreadsheet_would_run_is_made_harmless(formulas, client):
    notes = [row["note"] for row in lines(client.get("/rankings/par-index/2022.csv").content) if row["note"]]
    assert [note[:2] for note in notes] == [f"'{formula[0]}" for formula in FORMULAS]


def test_a_negative_number_is_left_as_it_is(content):
    rows = lines(content("/rankings/par-index/2022.csv"))
    assert any(row["change"].startswith("-") for row in rows)
    assert not any(row[name].startswith("'") for row in rows for name in ("change", "rank_change", "score"))


def test_no_cell_of_a_workbook_is_a_formula(formulas, client):
    book = load_workbook(io.BytesIO(client.get("/rankings/par-index/2022.xlsx").content))
    cells = [cell for each in book for row in each.iter_rows() for cell in row]
    assert [cell.value for cell in cells if cell.data_type == "f"] == []
    assert {cell.value for cell in cells} >= set(FORMULAS)


def test_the_papi_ranking_weighs_at_most_25_kb(client):
    response = client.get("/rankings/papi/2024/", headers={"accept-encoding": "gzip"})
    assert response["Content-Encoding"] == "gzip"
    assert len(response.content) <= 25_000
