"""An edition's own file: `export_edition` gives back what was loaded, byte for byte."""

import pytest
from django.core.management import CommandError, call_command

from indicators.models import Edition

from .every import every_edition
from .printed import FOLDER, LEDGERS, table

pytestmark = pytest.mark.django_db
TERMS = FOLDER / "editions" / "editions.csv"
a_few = pytest.mark.parametrize("name", ["papi-2018", "par-index-2018", "par-index-2023", "pci-2010", "sipas-2021"])


def file_of(name):
    return FOLDER / "editions" / f"{name}.csv"


def terms_of(name):
    """The series and the year in the name of a file."""
    series, _dash, year = name.rpartition("-")
    return series, year


def test_every_line_of_the_terms_is_a_published_edition():
    terms = sorted((line["series"], int(line["year"])) for line in table("editions.csv"))
    assert sorted(Edition.objects.published().values_list("series__slug", "year")) == terms


@pytest.mark.parametrize("year", LEDGERS)
def test_an_export_of_a_ledger_is_the_file_that_was_loaded(year, tmp_path):
    path = tmp_path / "exported.csv"
    call_command("export_edition", "targets", year, output=path)
    assert path.read_bytes() == file_of(f"targets-{year}").read_bytes()


@every_edition
def test_an_export_is_the_file_that_was_loaded(edition, tmp_path):
    path = tmp_path / "exported.csv"
    call_command("export_edition", *terms_of(str(edition)), output=path)
    assert path.read_bytes() == file_of(edition).read_bytes()


def test_an_export_is_written_to_the_terminal_as_bytes(capfdbinary):
    call_command("export_edition", "par-index", "2024")
    assert capfdbinary.readouterr().out == file_of("par-index-2024").read_bytes()


@a_few
def test_an_export_that_is_loaded_again_gives_the_same_bytes(name, tmp_path):
    first, second = tmp_path / "first.csv", tmp_path / "second.csv"
    series, year = terms_of(name)
    call_command("export_edition", series, year, output=first)
    call_command("load_edition", first, series=series, year=int(year), terms=TERMS, verbosity=0)
    call_command("export_edition", series, year, revision=2, output=second)
    assert second.read_bytes() == first.read_bytes() == file_of(name).read_bytes()


@a_few
def test_a_draft_is_not_what_is_exported_unasked(name, tmp_path):
    series, year = terms_of(name)
    path, short = tmp_path / "exported.csv", tmp_path / "short.csv"
    short.write_bytes(b"".join(file_of(name).read_bytes().splitlines(keepends=True)[:2]))
    call_command("load_edition", short, series=series, year=int(year), terms=TERMS, verbosity=0)
    call_command("export_edition", series, year, output=path)
    assert path.read_bytes() == file_of(name).read_bytes()


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        (["par-index", "2011"], "par-index 2011: no published edition."),
        (["sipas", "2012"], "sipas 2012: no published edition."),
        (["no-such-index", "2024"], "no-such-index 2024: no published edition."),
        (["papi", "2024", "--revision", "7"], "papi 2024: no revision 7."),
    ],
)
def test_an_edition_that_is_not_there_is_named(asked, answer):
    with pytest.raises(CommandError, match=f"^{answer}$"):
        call_command("export_edition", *asked)
