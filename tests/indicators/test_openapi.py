"""The API is what its document says: every address, every key, and nothing but the answers that it names."""

import re

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from openapi_spec_validator import validate

from indicators import contract, urls

pytestmark = pytest.mark.django_db

PLAIN = {"Accept-Encoding": "identity"}  # its client does not unzip
FILES = [each for each in urls.urlpatterns if "<file:format>" in str(each.pattern)]


@pytest.fixture
def document(client, ledger):
    return client.get("/api/openapi.json").json()


def example(path, operation):
    """The address that the document gives as its example."""
    values = {each["name"]: each["example"] for each in operation["parameters"] if "example" in each}
    return path.format(**values)


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_the_document_is_openapi(client, ledger, prefix):
    found = client.get(f"{prefix}/api/openapi.json").json()
    validate(found)
    assert found["servers"][0]["url"] == f"http://127.0.0.1:8000{prefix}"


def test_every_address_with_files_is_in_the_document(document):
    routes = {"/" + re.sub(r"<\w+:(\w+)>", r"{\1}", str(each.pattern)) for each in FILES}
    expected = routes | {route.replace("{format}", "json") for route in routes}
    assert set(document["paths"]) == expected


def test_every_parameter_that_a_view_reads_is_in_the_document(document):
    for each in FILES:
        path = "/" + re.sub(r"<\w+:(\w+)>", r"{\1}", str(each.pattern)).replace("{format}", "json")
        told = {each["name"] for each in document["paths"][path]["get"]["parameters"] if each["in"] == "query"}
        assert told == getattr(each.callback, "asks", set()) - {"page"}, path


def test_every_example_answers_with_the_keys_that_are_promised(client, document):
    for name, promise in contract.PROMISES.items():
        pattern = next(str(each.pattern) for each in FILES if each.name == name)
        path = "/" + re.sub(r"<\w+:(\w+)>", r"{\1}", pattern).replace("{format}", "json")
        answer = client.get(example(path, document["paths"][path]["get"]))
        assert answer.status_code == 200, path
        assert [each["key"] for each in answer.json()["columns"]] == promise.row, path


def test_every_example_of_the_page_works(client, ledger):
    page = client.get("/en/api/").content.decode()
    addresses = re.findall(r'href="(/en/[^"]+\.json[^"]*)"', page)
    assert len(addresses) == len(contract.PROMISES) + 1
    answers = [client.get(address.replace("&amp;", "&")) for address in addresses]
    assert {(each.status_code, each["Access-Control-Allow-Origin"]) for each in answers} == {(200, "*")}


def test_what_is_not_there_is_said_to_a_program_in_json(client, country):
    answer = client.get("/en/rankings/par-index/1066.json")
    assert (answer.status_code, answer["Content-Type"]) == (404, "application/problem+json")
    assert answer.json() == {"type": "about:blank", "title": "Not Found", "status": 404}


def test_a_page_is_not_open_to_scripts_of_other_sites(client, country):
    assert not client.get("/rankings/").has_header("Access-Control-Allow-Origin")


def fuzz(strategy, examples, statuses):
    """Ask what the strategy makes up, and hold each answer against the document."""

    @settings(max_examples=examples, deadline=None, database=None, derandomize=True, suppress_health_check=HealthCheck)
    @given(strategy)
    def ask(case):
        statuses.append(case.call_and_validate(headers=PLAIN).status_code)

    ask()


@pytest.mark.thorough
def test_answers_are_those_of_the_document_whatever_is_asked(ledger, application):
    """No status, kind of answer or key that the document does not name; nothing breaks."""
    statuses = []
    for found in schemathesis.openapi.from_wsgi("/api/openapi.json", application).get_all_operations():
        operation = found.ok()
        for strategy in operation.get_strategies_from_examples():
            fuzz(strategy, 2, statuses)
        fuzz(operation.as_strategy(), 6, statuses)
    assert {200, 404} == set(statuses)
