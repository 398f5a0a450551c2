"""What the documents promise to describe, they describe: a name counts when it stands in them as `code`."""

import json
import re

import pytest

from indicators.intake import columns, terms
from indicators.models import Fact
from indicators.urls import urlpatterns

from .tree import ROOT

DATA, FIXTURES = "docs/data.md", "fixtures/README.md"
DOCUMENTS = [f"docs/{path.name}" for path in sorted((ROOT / "docs").glob("*.md"))]
FILES = [
    "/compare.{}?province=an-binh&province=bao-son",
    "/components.{}",
    "/components/par-index/procedures.{}",
    "/corrections.{}",
    "/data.{}",
    "/health.{}",
    "/provinces.{}",
    "/provinces/an-binh.{}",
    "/provinces/an-binh/an-khe.{}",
    "/provinces/an-binh/par-index/2024.{}",
    "/rankings.{}",
    "/rankings/par-index.{}",
    "/rankings/par-index/2024.{}",
    "/rankings/par-index/2024/aggregates.{}",
    "/sources.{}",
    "/sources/gazette.{}",
    "/targets.{}",
]


def unsaid(names, *documents):
    """The names that stand in none of the documents."""
    words = {word for document in documents for word in re.findall(r"`([^`\n]+)`", (ROOT / document).read_text())}
    return sorted(set(names) - words)


def keys(body):
    """Every key of a JSON body, at any depth."""
    if isinstance(body, list):
        return {key for each in body for key in keys(each)}
    return set(body) | keys(list(body.values())) if isinstance(body, dict) else set()


@pytest.mark.parametrize("document", [DATA, FIXTURES])
@pytest.mark.parametrize("names", [columns.INDEX, columns.LEDGER, terms.COLUMNS], ids=["index", "ledger", "terms"])
def test_every_column_of_an_edition_file_is_described(document, names):
    assert unsaid(names, document) == []


@pytest.mark.parametrize("document", [DATA, FIXTURES])
def test_every_fact_is_described(document):
    assert unsaid(Fact.values, document) == []


def test_every_field_of_the_reference_rows_is_described():
    rows = [row for path in sorted((ROOT / "fixtures").glob("*.json")) for row in json.loads(path.read_text())]
    assert unsaid({name for row in rows for name in row["fields"]}, FIXTURES) == []


def test_every_file_of_the_fixtures_is_described():
    files = [path.name for path in (ROOT / "fixtures").rglob("*.*") if path.suffix != ".md"]
    described = (ROOT / FIXTURES).read_text()
    assert [name for name in files if re.sub(r"[a-z-]+-\d{4}", "<series>-<year>", name) not in described] == []


@pytest.mark.usefixtures("ledger")
def test_every_key_of_the_public_json_is_described(client):
    bodies = [client.get(address.format("json")).json() for address in FILES]
    assert unsaid(keys(bodies), DATA) == []


@pytest.mark.usefixtures("ledger")
def test_every_column_of_the_public_files_is_described(client):
    files = [client.get(address.format("csv")).content.decode("utf-8-sig") for address in FILES]
    headings = [file.splitlines()[0] for file in files]
    assert unsaid({name for heading in headings for name in heading.split(",")}, DATA) == []


def test_every_address_with_files_is_described():
    routes = [str(each.pattern) for each in urlpatterns if each.name.endswith("-file")]
    addresses = ["/" + re.sub(r"<\w+:(\w+)>", r"<\1>", route).removesuffix(".<format>") + "/" for route in routes]
    assert len(addresses) == len(FILES)
    assert unsaid(addresses, DATA) == []


def test_every_setting_is_described():
    names = re.findall(r'read\("([A-Z_]+)"', (ROOT / "reformportal/settings.py").read_text())
    assert unsaid({*names, "PORT"}, "README.md") == []


def test_every_package_has_its_reason():
    wanted = [line for path in ROOT.glob("requirements*.in") for line in path.read_text().splitlines()]
    packages = {re.match(r"[A-Za-z0-9-]+", line)[0] for line in wanted if not line.startswith("-r")}
    reasons = (ROOT / "docs/decisions.md").read_text()
    assert [package for package in sorted(packages) if package not in reasons] == []


def test_every_make_target_that_the_readme_names_is_there():
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    assert set(re.findall(r"(?:^|`)make ([a-z]+)", (ROOT / "README.md").read_text(), re.MULTILINE)) <= targets


@pytest.mark.parametrize("document", ["README.md", FIXTURES, *DOCUMENTS])
def test_every_file_that_a_document_links_to_is_there(document):
    links = re.findall(r"(?:\]\(|src=\")(?!https?:)([^)#\"]+)", (ROOT / document).read_text())
    assert [link for link in links if not ((ROOT / document).parent / link).exists()] == []
