"""The API keeps what its description promises: tried with requests that are made of the description."""

from __future__ import annotations

from collections.abc import Iterator

import httpx
import pytest

from api.app import create_app
from api.settings import Settings
from tests.api.conftest import served

schemathesis = pytest.importorskip("schemathesis")
hypothesis = pytest.importorskip("hypothesis")

EXAMPLES = 3  # for each operation and each kind of request
TEXTS = {
    "query": [
        "SELECT ?m ?day { ?m a ikg:Meeting ; dcterms:date ?day } ORDER BY ?day",
        "SELECT ?source ?target { ?source ikg:metWith ?target }",
        "ASK { ?s ?p ?o }",
        "CONSTRUCT WHERE { ?s dcterms:date ?o }",
        "DESCRIBE ?m { ?m a ikg:Meeting }",
        "SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }",
        "SELECT * FROM <https://example.org/nowhere> { ?s ?p ?o }",
        "SELECT * { " + "{" * 200 + "}" * 200 + " }",
        "SELECT ?s { ?s ?p",
    ],
    "update": [
        "INSERT DATA { GRAPH <https://w3id.org/inspectorate-kg/graph/corrections> { <urn:a> <urn:b> 1.50 } }",
        "INSERT DATA { <urn:a> <urn:b> 1 } ; DELETE WHERE { <urn:a> ?p ?o }",
        "DROP GRAPH <https://example.org/nowhere>",
        "LOAD <file:///etc/hostname>",
        "CLEAR ALL",
        "INSERT DATA { ?s",
    ],
}
FORMS = [
    "json",
    "xml",
    "csv",
    "tsv",
    "turtle",
    "nt",
    "rdf",
    "jsonld",
    "trig",
    "html",
    "gexf",
    "graph-csv",
    "xlsx",
    "pdf",
]


@pytest.fixture(scope="module")
def client(note_store) -> Iterator[httpx.Client]:
    with served(create_app(Settings(store=note_store, workers=1, time_limit=5, log_requests=False))) as client:
        yield client


@pytest.fixture(scope="module")
def scratch() -> Iterator[httpx.Client]:
    """A server whose graphs anybody on this machine may change."""
    with served(create_app(Settings(workers=1, time_limit=5, log_requests=False, scratch=True))) as client:
        yield client


def _schema(client):
    return schemathesis.openapi.from_dict(client.get("/openapi.json").json())


def _checks():
    from schemathesis import checks

    wanted = (
        "not_a_server_error",
        "status_code_conformance",
        "content_type_conformance",
        "response_schema_conformance",
    )
    return [getattr(checks, name) if hasattr(checks, name) else checks.CHECKS.get_one(name) for name in wanted]


def _tried(client, schema, kind: str, examples: int, change=lambda case, choose: None) -> int:
    """How many requests were made of a description, and changed, and answered as it says."""
    mode = schemathesis.GenerationMode[kind]
    tried = 0
    for found in schema.get_all_operations():
        operation = found.ok()
        strategy = operation.as_strategy(generation_mode=mode)

        @hypothesis.given(case=strategy, choose=hypothesis.strategies.data())
        @hypothesis.settings(
            max_examples=examples,
            derandomize=True,
            database=None,
            deadline=None,
            phases=[hypothesis.Phase.generate],
            suppress_health_check=list(hypothesis.HealthCheck),
        )
        def holds(case, choose):
            nonlocal tried
            tried += 1
            change(case, choose.draw)
            response = case.call(base_url=str(client.base_url).rstrip("/"), timeout=20)
            case.validate_response(response, checks=_checks())

        try:
            holds()
        except hypothesis.errors.Unsatisfiable:  # nothing can be wrong with a request that has no parameters
            continue
    return tried


@pytest.mark.filterwarnings("ignore")  # of the libraries that make the requests
@pytest.mark.parametrize("kind", ["POSITIVE", "NEGATIVE"])
def test_no_request_finds_a_server_error_or_an_answer_that_is_not_described(client, kind):
    schema = _schema(client).exclude(path_regex="^/(sparql|update|gsp)")
    assert _tried(client, schema, kind, EXAMPLES) > 100


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("kind", ["POSITIVE", "NEGATIVE"])
@pytest.mark.parametrize("server", ["client", "scratch"])
def test_the_doors_of_sparql_answer_as_they_are_described(request, server, kind):
    asked = request.getfixturevalue(server)
    schema = _schema(asked).include(path_regex="^/(sparql|update|gsp)")
    assert _tried(asked, schema, kind, 6) > 30


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("server", ["client", "scratch"])
def test_whatever_is_asked_or_changed_is_answered_as_it_is_described(request, server):
    asked = request.getfixturevalue(server)
    schema = _schema(asked).include(path_regex="^/(sparql|update)$")
    assert _tried(asked, schema, "POSITIVE", 30, _with_a_text) > 80


def _with_a_text(case, draw) -> None:
    """Ask or change something that can be asked or changed, in a form that there is."""
    what = "update" if case.path == "/update" else "query"
    text = draw(hypothesis.strategies.sampled_from(TEXTS[what]))
    if case.method == "GET":
        case.query = {"query": text, "format": draw(hypothesis.strategies.sampled_from(FORMS))}
    else:
        case.body = {what: text}
