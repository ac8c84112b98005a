"""SPARQL over HTTP."""

from __future__ import annotations

import select
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack
from http.server import BaseHTTPRequestHandler, HTTPServer
from urllib.parse import urlencode

import httpx
import pytest

from api.app import create_app
from api.settings import Settings
from kg.sparql.results import evaluate
from tests.api.conftest import served

SLOW = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
BROWSER = {"Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"}
DIRECT = {"Content-Type": "application/sparql-query"}


@pytest.fixture(scope="module")
def client(note_store) -> Iterator[httpx.Client]:
    """Two workers, one that may wait; so much time that a busy machine is no matter."""
    settings = Settings(
        store=note_store, time_limit=25, time_maximum=28, query_limit=60_000, queue=1, row_limit=1000,
        byte_limit=1_000_000, memory_limit=128,
    )  # fmt: skip
    with served(create_app(settings)) as client:
        yield client


def ask(client: httpx.Client, query: str, accept: str = "*/*", **params: str) -> httpx.Response:
    return client.get("/sparql", params={"query": query, **params}, headers={"Accept": accept})


def sent(client: httpx.Client, query: str) -> socket.socket:
    """A query on a connection of its own, whose answer nobody has read yet."""
    connection = socket.create_connection((client.base_url.host, client.base_url.port))
    connection.sendall(f"GET /sparql?{urlencode({'query': query})} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
    return connection


def is_answered(connection: socket.socket) -> bool:
    return bool(select.select([connection], [], [], 0)[0])


def until_free(client: httpx.Client, workers: int, pending: socket.socket) -> None:
    """Wait until so many workers are free; a query that began before must be at work all the time."""
    while client.get("/health").json()["free_workers"] != workers:
        assert not is_answered(pending)
        time.sleep(0.01)
    assert not is_answered(pending)


def until_all_are_free(client: httpx.Client) -> None:
    """Wait until those who left are forgotten, however they were."""
    while client.get("/health").json()["free_workers"] < 2:
        time.sleep(0.01)


@pytest.mark.parametrize(
    ("accept", "media"),
    [
        ("*/*", "application/sparql-results+json"),
        ("application/sparql-results+xml", "application/sparql-results+xml"),
        ("text/csv", "text/csv; charset=utf-8"),
        ("text/csv;q=0.3, text/tab-separated-values", "text/tab-separated-values; charset=utf-8"),
        ("text/csv;q=0, */*;q=0.1", "application/sparql-results+json"),
        ("application/*", "application/sparql-results+json"),
        ("application/json", "application/json"),
        ("text/*", "text/csv; charset=utf-8"),
    ],
)
def test_rows_come_in_the_form_that_is_wanted(client, accept, media):
    response = ask(client, "SELECT ?d { ?m dcterms:date ?d }", accept)
    assert (response.status_code, response.headers["content-type"]) == (200, media)
    assert "2017-03-14" in response.text
    assert "Accept" in response.headers["vary"]


@pytest.mark.parametrize(
    ("accept", "media"),
    [
        ("*/*", "text/turtle; charset=utf-8"),
        ("application/n-triples", "application/n-triples"),
        ("application/rdf+xml", "application/rdf+xml"),
        ("application/ld+json", "application/ld+json"),
        ("application/trig", "application/trig"),
        ("application/n-quads", "application/n-quads"),
    ],
)
def test_a_graph_comes_in_the_form_that_is_wanted(client, accept, media):
    response = ask(client, "CONSTRUCT WHERE { ?m a ikg:Meeting }", accept)
    assert (response.status_code, response.headers["content-type"]) == (200, media)
    assert "Meeting" in response.text


def test_format_goes_before_accept(client):
    assert ask(client, "ASK {}", "text/csv", format="json").json() == {"head": {}, "boolean": True}
    assert ask(client, "CONSTRUCT WHERE { ?m a ikg:Meeting }", format="ttl").text.startswith("@prefix")


@pytest.mark.parametrize(
    ("query", "wanted"), [("SELECT * {}", "image/jpeg"), ("ASK {}", "text/csv"), ("ASK {}", "text/turtle")]
)
def test_what_is_not_on_offer_is_406_and_names_what_is(client, query, wanted):
    response = ask(client, query, wanted)
    assert response.status_code == 406
    assert "json" in response.json()["detail"]


def test_head_tells_the_length_and_sends_nothing(client):
    whole = ask(client, "SELECT ?d { ?m dcterms:date ?d }")
    head = client.head("/sparql", params={"query": "SELECT ?d { ?m dcterms:date ?d }"})
    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["content-length"] == whole.headers["content-length"]


def test_options_tells_the_methods(client):
    response = client.options("/sparql")
    assert (response.status_code, response.headers["allow"]) == (204, "GET, POST, HEAD, OPTIONS")


@pytest.mark.parametrize(
    "request_",
    [
        {"data": {"query": 'ASK { FILTER("a+b %41" = "a+b %41") }'}},
        {"content": "ASK {}", "headers": DIRECT},
        {"content": "ASK {}", "headers": {"Content-Type": "Application/SPARQL-Query; charset=UTF-8"}},
    ],
)
def test_a_query_may_be_posted_in_both_ways(client, request_):
    assert client.post("/sparql", **request_).json()["boolean"] is True


def test_a_form_is_decoded_once(client):
    response = client.post("/sparql", data={"query": 'SELECT ("a+b %41 é" AS ?x) {}'})
    assert response.json()["results"]["bindings"][0]["x"]["value"] == "a+b %41 é"


@pytest.mark.parametrize(
    ("request_", "status"),
    [
        ({"method": "GET", "params": {"query": ["ASK {}", "ASK {}"]}}, 400),
        ({"method": "GET", "params": {"query": ""}}, 400),
        ({"method": "GET", "params": {"query": "SELEC"}}, 400),
        ({"method": "GET", "params": {"query": "ASK {}", "format": "xls"}}, 406),
        ({"method": "GET", "params": {"query": "ASK {}", "timeout": "soon"}}, 400),
        ({"method": "GET", "params": {"query": "ASK {}", "timeout": "-1"}}, 400),
        ({"method": "GET", "params": {"query": "SELECT * { SERVICE <http://localhost/> { ?s ?p ?o } }"}}, 400),
        ({"method": "GET", "params": {"query": "SELECT * FROM <http://localhost/x> { ?s ?p ?o }"}}, 400),
        ({"method": "GET", "params": {"query": "DROP ALL"}}, 400),
        ({"method": "GET", "params": {"update": "DROP ALL"}}, 400),
        ({"method": "POST", "data": {"update": "DROP ALL"}}, 403),
        ({"method": "POST", "data": {"other": "x"}}, 400),
        ({"method": "POST", "content": "x", "headers": {"Content-Type": "text/plain"}}, 415),
        ({"method": "POST", "content": "x"}, 415),
        ({"method": "POST", "content": "ASK {}".encode("utf-16"), "headers": {"Content-Type": DIRECT["Content-Type"] + "; charset=utf-16"}}, 415),
        ({"method": "POST", "content": b"\xff", "headers": DIRECT}, 400),
        ({"method": "POST", "content": "ASK {}", "headers": DIRECT, "params": {"query": "ASK {}"}}, 400),
        ({"method": "POST", "content": "x" * 70_000, "headers": DIRECT}, 413),
        ({"method": "PUT"}, 405),
        ({"method": "DELETE"}, 405),
    ],
)  # fmt: skip
def test_what_is_no_query_is_refused_as_a_problem(client, request_, status):
    response = client.request(url="/sparql", **request_)
    assert response.status_code == status
    assert response.headers["content-type"] == "application/problem+json"
    assert response.json()["status"] == status
    assert response.json()["detail"]


@pytest.mark.parametrize("raw", ["query=ASK%20%7B%7D%ZZ", "query=ASK%20%7B%7D%", "query=%C0%AF", "query=%ff"])
def test_what_is_badly_encoded_is_refused_not_repaired(client, raw):
    assert client.get(f"http://{client.base_url.netloc.decode()}/sparql?{raw}").status_code == 400


def test_graphs_may_be_named_by_the_request(client):
    query = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
    graph = "https://w3id.org/inspectorate-kg/id/minutes/2017-03-14-harbours"
    named = "SELECT (COUNT(DISTINCT ?g) AS ?n) { GRAPH ?g { ?s ?p ?o } }"

    def number(response: httpx.Response) -> int:
        return int(response.raise_for_status().json()["results"]["bindings"][0]["n"]["value"])

    everything = number(ask(client, query))
    one = number(client.get("/sparql", params={"query": query, "default-graph-uri": graph}))
    assert 0 < one < everything
    form = {"query": named, "named-graph-uri": [graph, "https://w3id.org/inspectorate-kg/graph/registry"]}
    assert number(client.post("/sparql", data=form)) == 2
    direct = client.post("/sparql", content=query, headers=DIRECT, params={"default-graph-uri": "urn:none"})
    assert number(direct) == 0
    assert direct.headers["x-unknown-graph"] == "<urn:none>"


def test_rows_are_cut_at_the_limit_and_that_is_said(client):
    response = ask(client, "SELECT * { ?s ?p ?o }")
    assert response.headers["x-row-limit"] == "1000"
    assert len(response.json()["results"]["bindings"]) == 1000
    assert response.json()["head"]["link"]
    assert "x-row-limit" not in ask(client, "SELECT * { ?s ?p ?o } LIMIT 1000").headers


def test_a_result_with_too_many_bytes_is_refused(client):
    wide = "SELECT ?a ?b { ?a rdfs:comment|rdfs:label ?x . ?c rdfs:comment ?y BIND(CONCAT(?x, ?y, ?x, ?y, ?x, ?y, ?x, ?y, ?x, ?y) AS ?b) }"
    response = ask(client, wide.replace("?x, ?y)", "?x, ?y, ?x, ?y, ?x, ?y, ?x, ?y)"))
    assert response.status_code == 503
    assert response.json()["limit"] == {"name": "bytes", "bytes": 1_000_000}


def test_without_a_query_the_endpoint_describes_itself(client):
    response = client.get("/sparql", headers={"Accept": "text/turtle"})
    assert response.headers["content-type"] == "text/turtle; charset=utf-8"
    for words in (
        "sd:Service",
        "sd:UnionDefaultGraph",
        "sd:SPARQL11Query",
        "void:Dataset",
        "minutes/2017-03-14-harbours",
    ):
        assert words in response.text
    assert client.get("/sparql", headers={"Accept": "image/png"}).status_code == 406


def test_a_browser_gets_a_page_to_ask_on_and_answers_on_it(client):
    assert "<textarea" in client.get("/sparql", headers=BROWSER).text
    page = client.get("/sparql", params={"query": "SELECT ?d { ?m dcterms:date ?d }"}, headers=BROWSER)
    assert page.headers["content-type"].startswith("text/html")
    assert "2017-03-14" in page.text
    graph = client.get("/sparql", params={"query": "CONSTRUCT WHERE { ?m a ikg:Meeting }"}, headers=BROWSER)
    assert '<th scope="col">subject</th>' in graph.text
    wrong = client.get("/sparql", params={"query": "SELEC<script>"}, headers=BROWSER)
    assert wrong.status_code == 400
    assert "The query is not usable" in wrong.text
    assert "SELEC<script>" not in wrong.text


# ── limits ───────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_slow_query_blocks_nobody(client):
    with sent(client, SLOW) as slow:
        until_free(client, 1, slow)
        assert ask(client, "ASK {}").status_code == 200
        assert client.get("/").status_code == 200
        assert not is_answered(slow)
    until_all_are_free(client)


def test_a_slow_query_is_ended(note_store):
    with served(create_app(Settings(store=note_store, workers=1, time_limit=0.5, time_maximum=1))) as client:
        answer = ask(client, SLOW)
        assert answer.status_code == 504
        assert answer.json()["limit"] == {"name": "time", "seconds": 0.5}
        assert answer.headers["retry-after"] == "1"
        assert ask(client, SLOW, timeout="60").json()["limit"]["seconds"] == 1


def test_a_client_may_lower_the_time(client):
    assert ask(client, SLOW, timeout="0.2").json()["limit"]["seconds"] == 0.2


def test_a_query_that_uses_too_much_memory_is_ended_and_the_next_is_answered(client):
    twice = " ".join(f"BIND(CONCAT(?x{n}, ?x{n}) AS ?x{n + 1})" for n in range(26))
    bomb = f"SELECT (STRLEN(?x26) AS ?n) {{ BIND('sixteen letters.' AS ?x0) {twice} }}"
    response = ask(client, bomb)
    assert (response.status_code, response.json()["limit"]["name"]) == (503, "memory")
    assert response.headers["retry-after"]
    assert ask(client, "ASK {}").status_code == 200


def test_more_than_can_wait_are_refused_at_once(client):
    with ExitStack() as stack:
        many = [stack.enter_context(sent(client, SLOW)) for _ in range(8)]
        refused: list[socket.socket] = []
        while len(refused) < 5:
            refused += select.select([one for one in many if one not in refused], [], [], 25)[0]
        for connection in refused:
            answer = connection.recv(65_536).decode()
            assert answer.startswith("HTTP/1.1 503 ")
            assert "retry-after: " in answer.lower()
            assert '"name":"queue"' in answer.replace(" ", "")
        assert len(refused) == 5  # two are at work and one waits
        assert not any(is_answered(one) for one in many if one not in refused)
    until_all_are_free(client)
    assert ask(client, "ASK {}").status_code == 200


def test_a_client_that_leaves_frees_its_worker(client):
    with sent(client, SLOW) as stays:
        until_free(client, 1, stays)
        for _ in range(3):
            with sent(client, SLOW):
                until_free(client, 0, stays)
            until_free(client, 1, stays)
    until_all_are_free(client)


def test_a_query_that_is_nested_deeply_harms_nobody(client):
    deep = "SELECT * {" + "{SELECT * {" * 48 + "}}" * 48 + "}"
    assert ask(client, deep).status_code == 200
    assert client.post("/sparql", content="SELECT * " + "{" * 20_000, headers=DIRECT).status_code == 400
    assert ask(client, "ASK {}").status_code == 200


def test_even_an_unchecked_query_fetches_nothing(note_store, monkeypatch):
    visits = []

    class Bait(BaseHTTPRequestHandler):
        def do_GET(self):
            visits.append(self.path)

        do_POST = do_GET  # noqa: N815 - the name http.server calls

    bait = HTTPServer(("127.0.0.1", 0), Bait)
    thread = threading.Thread(target=bait.serve_forever, daemon=True)
    thread.start()
    monkeypatch.setattr("api.sparql.query.answer", evaluate)
    with served(create_app(Settings(store=note_store, workers=1))) as client:
        for silent in ("", "SILENT"):
            response = ask(
                client, f"SELECT * {{ SERVICE {silent} <http://127.0.0.1:{bait.server_port}/> {{ ?s ?p ?o }} }}"
            )
            assert response.status_code in {200, 400, 503}
    bait.shutdown()
    bait.server_close()
    thread.join()
    assert visits == []


def test_service_may_be_allowed_for_a_host(note_store, client):
    """Our own endpoint, asked by another server of ours."""
    other = client.base_url.netloc.decode()
    with served(create_app(Settings(store=note_store, workers=1, service_hosts=(other,)))) as asking:
        query = f"SELECT ?d {{ SERVICE <http://{other}/sparql> {{ ?m <http://purl.org/dc/terms/date> ?d }} }}"
        assert "2017-03-14" in ask(asking, query).text
        assert ask(asking, query.replace(other, "127.0.0.1:1")).status_code == 400
