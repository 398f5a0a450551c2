"""Everything in one file: what is in it, what describes it, and that it is the same whenever it is made."""

import hashlib
import io
import json
import warnings
import zipfile

import pytest
from csvw import CSVW

from indicators.models import Edition, Publication

from ..revising import HIGHER, revise

with warnings.catch_warnings():  # of its own making
    warnings.simplefilter("ignore")
    import frictionless

pytestmark = pytest.mark.django_db
ARCHIVES = ["portal", "par-index", "papi", "targets"]


@pytest.fixture
def unpacked(client, ledger, tmp_path):
    """`unpacked(slug, prefix)`: the folder that an archive unpacks to."""
    revise(HIGHER)

    def unpacked(slug, prefix=""):
        content = client.get(f"{prefix}/data/{slug}.zip").content
        zipfile.ZipFile(io.BytesIO(content)).extractall(tmp_path)
        return tmp_path

    return unpacked


@pytest.mark.parametrize("prefix", ["", "/en"])
@pytest.mark.parametrize("slug", ARCHIVES)
def test_an_archive_is_a_data_package(unpacked, slug, prefix):
    """Types, keys, sizes, digests and all that points from one table to another."""
    folder = unpacked(slug, prefix)
    report = frictionless.validate(str(folder / "datapackage.json"))
    assert report.flatten(["name", "rowNumber", "fieldName", "type", "note"]) == []
    assert {task.name: task.stats.get("rows", 0) for task in report.tasks} == {
        path.stem: len(path.read_bytes().splitlines()) - 1 for path in folder.glob("*.csv")
    }


@pytest.mark.parametrize("slug", ARCHIVES)
def test_every_table_is_described_as_csv_on_the_web(unpacked, slug):
    folder = unpacked(slug)
    tables = {path.name for path in folder.glob("*.csv")}
    assert tables == {path.name.removesuffix("-metadata.json") for path in folder.glob("*-metadata.json")}
    for name in tables:
        read = CSVW(str(folder / f"{name}-metadata.json"), validate=True)
        assert read.is_valid, (name, read.warnings)


def test_an_archive_names_its_licence_and_whom_to_credit(unpacked):
    package = json.loads((unpacked("papi", "/en") / "datapackage.json").read_text())
    assert [each["name"] for each in package["licenses"]] == ["CC-BY-4.0", "MIT"]
    assert "Son Hoang" in package["description"]
    assert package["description"] in (unpacked("papi", "/en") / "README.md").read_text()


def test_the_list_tells_every_archive_by_its_size_and_digest(client, ledger):
    for row in client.get("/data.json").json()["rows"]:
        content = client.get(row["url"].partition(":8000")[2]).content
        assert (row["bytes"], row["sha256"]) == (len(content), hashlib.sha256(content).hexdigest())


def test_the_page_shows_size_rows_and_digest_of_every_archive(client, ledger):
    page = client.get("/en/data/").content.decode()
    for row in client.get("/en/data.json").json()["rows"]:
        assert all(text in page for text in (row["sha256"], f"{row['rows']:,}", row["licence"], row["credit"]))


def test_an_archive_made_again_is_the_same_to_the_last_byte(client, ledger):
    before = {slug: client.get(f"/data/{slug}.zip").content for slug in ARCHIVES}
    Publication.objects.renew()
    assert {slug: client.get(f"/data/{slug}.zip").content for slug in ARCHIVES} == before


def test_files_in_an_archive_have_the_hour_of_publication(client, ledger):
    at = Edition.objects.latest("published_at").published_at
    entries = zipfile.ZipFile(io.BytesIO(client.get("/data/portal.zip").content)).infolist()
    assert {entry.date_time[:5] for entry in entries} == {at.timetuple()[:5]}


def test_a_draft_is_in_no_archive(client, ledger):
    before = client.get("/data/portal.zip").content
    Edition.objects.filter(year=2024, series__slug="papi").update(status=Edition.Status.DRAFT)
    Publication.objects.renew()
    folder = zipfile.ZipFile(io.BytesIO(client.get("/data/portal.zip").content))
    assert b"papi,2024," in zipfile.ZipFile(io.BytesIO(before)).read("results.csv")
    assert [name for name in folder.namelist() if b"papi,2024," in folder.read(name)] == []


def test_without_a_publication_there_is_nothing_to_download(client, land):
    assert client.get("/data/").status_code == 200
    assert client.get("/data.json").json()["rows"] == []
    assert client.get("/data/portal.zip").status_code == 404
