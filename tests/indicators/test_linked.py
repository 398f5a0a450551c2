"""The data sets as search engines and data portals read them: JSON-LD that public programs understand."""

import json
import re

import pytest
from pyld import jsonld
from rdflib import DCAT, DCTERMS, RDF, Graph

from indicators.linked import SCHEMA
from indicators.templatetags.formats import ld_json

pytestmark = pytest.mark.django_db

BLOCK = re.compile(r'<script type="application/ld\+json">(.*?)</script>')
# What search engines ask of a data set, and what they recommend.
WANTED = {"name", "description", "url", "license", "creator", "distribution", "temporalCoverage"}


def vocabulary(url, options):
    """What schema.org answers to a program that asks for its context, as far as we use it."""
    assert url == SCHEMA
    address = {name: {"@type": "@id"} for name in ("url", "license", "contentUrl")}
    return {"document": {"@context": {"@vocab": f"{SCHEMA}/"} | address}, "documentUrl": url, "contextUrl": None}


def blocks(client, address):
    return [json.loads(text) for text in BLOCK.findall(client.get(address).content.decode())]


def test_a_ranking_is_a_data_set_of_schema_org(client, country):
    (block,) = blocks(client, "/en/rankings/par-index/2024/")
    (found,) = jsonld.expand(block, {"documentLoader": vocabulary})
    assert found["@type"] == [f"{SCHEMA}/Dataset"]
    assert {f"{SCHEMA}/{name}" for name in WANTED} <= set(found)
    assert [file["@type"] for file in found[f"{SCHEMA}/distribution"]] == [[f"{SCHEMA}/DataDownload"]] * 3
    assert all(key.startswith((SCHEMA, "@")) for key in found)


def test_a_ranking_tells_when_it_was_announced_and_where_its_files_are(client, country):
    (block,) = blocks(client, "/en/rankings/par-index/2024/")
    assert (block["datePublished"], block["version"], block["temporalCoverage"]) == ("2025-04-06", "1", "2024")
    assert 50 <= len(block["description"]) <= 5000
    for file in block["distribution"]:
        answer = client.get(file["contentUrl"].partition(":8000")[2])
        assert answer["Content-Type"].partition(";")[0] == file["encodingFormat"]


def test_a_filtered_view_and_an_old_revision_are_the_same_data_set_or_none(client, country):
    (whole,) = blocks(client, "/rankings/par-index/2024/")
    assert blocks(client, "/rankings/par-index/2024/?region=north") == [whole]


def test_the_page_of_downloads_is_a_catalogue_of_schema_org(client, ledger):
    (block,) = blocks(client, "/en/data/")
    (found,) = jsonld.expand(block, {"documentLoader": vocabulary})
    assert found["@type"] == [f"{SCHEMA}/DataCatalog"]
    rows = client.get("/en/data.json").json()["rows"]
    files = [(each["name"], each["distribution"][0]["sha256"]) for each in block["dataset"]]
    assert files == [(row["name"], row["sha256"]) for row in rows]
    assert all(set(each) >= WANTED for each in block["dataset"])


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph:DeprecationWarning")  # rdflib's own
@pytest.mark.parametrize("prefix", ["", "/en"])
def test_the_catalogue_is_dcat(client, ledger, prefix):
    """As RDF: a catalogue of data sets, each with what DCAT-AP demands, and files that are there."""
    graph = Graph().parse(data=client.get(f"{prefix}/data/catalog.jsonld").content, format="json-ld")
    (catalog,) = graph.subjects(RDF.type, DCAT.Catalog)
    sets = set(graph.objects(catalog, DCAT.dataset))
    assert sets == set(graph.subjects(RDF.type, DCAT.Dataset))
    assert len(sets) == 4 + 6
    demanded = dict.fromkeys(sets, (DCTERMS.title, DCTERMS.description, DCTERMS.publisher, DCAT.distribution))
    demanded[catalog] = (DCTERMS.title, DCTERMS.description, DCTERMS.publisher)
    assert [(each, name) for each, names in demanded.items() for name in names if not graph.value(each, name)] == []
    files = {str(each).partition(":8000")[2] for each in graph.objects(None, DCAT.downloadURL)}
    assert {client.get(file).status_code for file in files} == {200}


def test_nothing_in_a_data_block_ends_it_early():
    block = ld_json({"name": "</script><b>&"})
    assert json.loads(BLOCK.fullmatch(block)[1]) == {"name": "</script><b>&"}
    assert block.count("<") == 2
