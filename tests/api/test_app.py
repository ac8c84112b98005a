"""The web application, over loopback."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer

import httpx
import pytest
import uvicorn

from api.app import create_app
from api.settings import Settings
from api.sparql import check
from kg.errors import QueryError, StoreError
from kg.store import open_store
from kg.terms import minutes_iri
from kg.triples import tell
from tests import sample

SLOW = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
BROWSER = {"Accept": "text/html,application/xhtml+xml"}


@pytest.fixture(scope="module")
def client(tmp_path_factory) -> Iterator[httpx.Client]:
    place = tmp_path_factory.mktemp("served") / "kg"
    with open_store(place) as store:
        store.replace({minutes_iri("2017-03-14-harbours"): tell(sample.reading())})
    app = create_app(Settings(store=str(place), time_limit=1.5, query_limit=2000))
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="error", ws="none"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    port = server.servers[0].sockets[0].getsockname()[1]
    with httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=30) as client:
        yield client
    server.should_exit = True
    thread.join(10)


def ask(client: httpx.Client, query: str, accept: str = "*/*") -> httpx.Response:
    return client.get("/sparql", params={"query": query}, headers={"Accept": accept})


def test_health_says_that_the_graph_can_be_asked(client):
    assert client.get("/health").json()["status"] == "ok"


def test_a_store_that_is_not_there_is_refused_at_the_start(tmp_path):
    with pytest.raises(StoreError, match="there is none yet"):
        create_app(Settings(store=str(tmp_path / "none")))


def test_the_first_page_says_what_is_in_the_graph_and_offers_three_questions(client):
    page = client.get("/", headers=BROWSER)
    assert page.status_code == 200
    assert "<b>2</b> inspectorates" in page.text
    assert "Meeting with the Chief Inspector of Harbours" in page.text
    links = [part.partition('"')[0] for part in page.text.split('href="')[1:] if part.startswith("/questions/")]
    assert len(links) == 3
    assert all(client.get(link).status_code == 200 for link in links)


def test_a_question_is_answered_as_a_table_with_words(client):
    page = client.get("/questions/commitments", params={"body": "HI"}).text
    assert "The Chief Inspector agreed to send the report within two weeks." in page
    assert "1 row<" in page


def test_a_question_that_needs_something_asks_for_it(client):
    page = client.get("/questions/overdue")
    assert page.status_code == 200
    assert 'type="date" required' in page.text


def test_a_wrong_parameter_is_a_page_that_says_so(client):
    page = client.get("/questions/overdue", params={"on": "soon"}, headers=BROWSER)
    assert page.status_code == 400
    assert "on should be a date such as 2017-03-14, not &#39;soon&#39;" in page.text


def test_what_users_type_is_escaped(client):
    page = client.get("/questions/commitments", params={"body": "<script>alert(1)</script>"}, headers=BROWSER)
    assert page.status_code == 404
    assert "<script>" not in page.text


def test_a_thing_has_a_page_with_its_facts_and_words(client):
    page = client.get("/id/inspectorate/harbour-inspectorate", follow_redirects=True).text
    assert "<h1>Harbour Inspectorate</h1>" in page
    assert "also called HI" in page
    assert "HI and the Dock Inspectorate are carrying out a joint inspection of pilots." in page


def test_a_thing_nobody_knows_is_not_found(client):
    assert client.get("/id/person/nobody").status_code == 404
    assert client.get("/id/person/nobody").headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize(
    ("accept", "media"),
    [
        ("*/*", "application/sparql-results+json"),
        ("application/sparql-results+xml", "application/sparql-results+xml"),
        ("text/csv", "text/csv; charset=utf-8"),
        ("text/csv;q=0.3, text/tab-separated-values", "text/tab-separated-values; charset=utf-8"),
        ("text/csv;q=0, */*;q=0.1", "application/sparql-results+json"),
        ("application/*", "application/sparql-results+json"),
    ],
)
def test_rows_come_in_the_form_that_is_wanted(client, accept, media):
    response = ask(client, "SELECT ?d { ?m dcterms:date ?d }", accept)
    assert (response.status_code, response.headers["content-type"]) == (200, media)
    assert "2017-03-14" in response.text


def test_a_graph_comes_as_turtle(client):
    response = ask(client, "CONSTRUCT WHERE { ?m a ikg:Meeting }", "text/turtle")
    assert response.headers["content-type"] == "text/turtle; charset=utf-8"
    assert "Meeting" in response.text


def test_format_goes_before_accept(client):
    response = client.get("/sparql", params={"query": "ASK {}", "format": "json"}, headers={"Accept": "text/csv"})
    assert response.json() == {"head": {}, "boolean": True}


@pytest.mark.parametrize(
    "request_",
    [
        {"data": {"query": "ASK {}"}},
        {"content": "ASK {}", "headers": {"Content-Type": "application/sparql-query"}},
    ],
)
def test_a_query_may_be_posted_in_both_ways(client, request_):
    assert client.post("/sparql", **request_).json()["boolean"] is True


@pytest.mark.parametrize(
    ("request_", "status"),
    [
        ({"method": "GET"}, 400),
        ({"method": "GET", "params": {"query": ["ASK {}", "ASK {}"]}}, 400),
        ({"method": "GET", "params": {"query": "SELEC"}}, 400),
        ({"method": "GET", "params": {"query": "ASK {}", "format": "xls"}}, 400),
        ({"method": "GET", "params": {"query": "SELECT * { SERVICE <http://localhost/> { ?s ?p ?o } }"}}, 400),
        ({"method": "GET", "params": {"query": "DROP ALL"}}, 400),
        ({"method": "POST", "data": {"update": "DROP ALL"}}, 403),
        ({"method": "POST", "content": "x", "headers": {"Content-Type": "text/plain"}}, 415),
        ({"method": "POST", "content": b"\xff", "headers": {"Content-Type": "application/sparql-query"}}, 400),
        ({"method": "POST", "content": "x" * 3000, "headers": {"Content-Type": "application/sparql-query"}}, 413),
        ({"method": "PUT"}, 405),
    ],
)
def test_what_is_no_query_is_refused_as_a_problem(client, request_, status):
    response = client.request(url="/sparql", **request_)
    assert response.status_code == status
    assert response.headers["content-type"] == "application/problem+json"
    assert response.json()["status"] == status
    assert response.json()["detail"]


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * { SERVICE <http://x/> { } }",
        "SELECT * { service silent ?x { } }",
        "SELECT * { \\u0053ERVICE <http://x/> { } }",
        'SELECT * { BIND("a\\u0022" AS ?b) SERVICE <http://x/> { ?s ?p "z" } }',
        "SELECT * { ?s ?p 'it' # '\n SERVICE <http://x/> { } }",
    ],
)
def test_service_is_refused_however_it_is_written(text):
    with pytest.raises(QueryError, match="asks no other endpoint"):
        check(text)


@pytest.mark.parametrize(
    "text", ["SELECT ?service {}", 'SELECT ("SERVICE" AS ?a) {}', "ASK { <urn:SERVICE> ?p ?o } # SERVICE"]
)
def test_the_word_service_alone_is_no_fault(text):
    check(text)


def test_even_an_unchecked_query_fetches_nothing(client, monkeypatch):
    visits = []

    class Bait(BaseHTTPRequestHandler):
        def do_GET(self):
            visits.append(self.path)

        do_POST = do_GET  # noqa: N815 - the name http.server calls

    bait = HTTPServer(("127.0.0.1", 0), Bait)
    thread = threading.Thread(target=bait.serve_forever, daemon=True)
    thread.start()
    monkeypatch.setattr("api.sparql.check", lambda text: None)
    response = ask(client, f"SELECT * {{ SERVICE SILENT <http://127.0.0.1:{bait.server_port}/> {{ ?s ?p ?o }} }}")
    bait.shutdown()
    bait.server_close()
    thread.join()
    assert visits == []
    assert response.status_code in {200, 400, 500}


def test_a_slow_query_is_ended_and_blocks_nobody(client):
    answers: list[httpx.Response] = []
    slow = threading.Thread(target=lambda: answers.append(ask(client, SLOW)))
    slow.start()
    time.sleep(0.2)
    begun = time.monotonic()
    assert ask(client, "ASK {}").status_code == 200
    assert time.monotonic() - begun < 1
    slow.join()
    assert answers[0].status_code == 504
    assert "took longer than 1.5 seconds" in answers[0].json()["detail"]


def test_a_query_that_kills_its_worker_is_refused_and_the_next_is_answered(client):
    deep = "SELECT * {" + "{SELECT * {" * 85 + "}}" * 85 + "}"
    assert ask(client, deep).status_code in {200, 400, 413}
    assert ask(client, "ASK {}").status_code == 200


def test_the_api_describes_itself(client):
    assert client.get("/docs").status_code == 200
    assert "/sparql" in json.dumps(client.get("/openapi.json").json())
