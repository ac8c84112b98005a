"""Changes over HTTP: curators, and the scratch server."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import httpx
import pytest
from pyoxigraph import QueryResultsFormat

from api.app import create_app
from api.settings import Settings
from kg.store import open_store
from kg.terms import CORRECTIONS_GRAPH, minutes_iri
from tests.api.conftest import served

TOKEN = "a-token-for-curators"  # noqa: S105 - of this test
AUTHORITY = {"Authorization": f"Bearer {TOKEN}"}
DIRECT = {"Content-Type": "application/sparql-update"}
MINUTES = minutes_iri("2017-03-14-harbours")
NOTE = f'INSERT DATA {{ GRAPH <{CORRECTIONS_GRAPH}> {{ <urn:a> rdfs:comment "seen by a curator" }} }}'


@pytest.fixture(scope="module")
def place(note_store, tmp_path_factory) -> str:
    return str(shutil.copytree(note_store, tmp_path_factory.mktemp("curated") / "kg"))


@pytest.fixture(scope="module")
def curators(place) -> Iterator[httpx.Client]:
    with served(create_app(Settings(store=place, workers=1, token=TOKEN))) as client:
        yield client


@pytest.fixture(scope="module")
def scratch() -> Iterator[httpx.Client]:
    with served(create_app(Settings(workers=1, scratch=True))) as client:
        yield client


def change(client: httpx.Client, text: str, **headers: str) -> httpx.Response:
    return client.post("/update", content=text, headers=DIRECT | AUTHORITY | headers)


def rows(client: httpx.Client, query: str) -> list[str]:
    return client.get("/sparql", params={"query": query, "format": "csv"}).raise_for_status().text.splitlines()[1:]


# ── a server that takes no changes ───────────────────────────────────────────────────────────────────────────────


def test_without_a_token_in_the_settings_nothing_is_changed(web):
    assert change(web, NOTE).status_code == 403
    assert web.post("/update", data={"update": NOTE}).status_code == 403
    for method in ("PUT", "POST", "DELETE"):
        assert web.request(method, "/gsp", params={"graph": CORRECTIONS_GRAPH}).status_code == 403
    assert web.get("/update").status_code == 405


def test_a_graph_may_be_read_by_anybody(web):
    response = web.get("/gsp", params={"graph": MINUTES}, headers={"Accept": "text/turtle"})
    assert response.headers["content-type"] == "text/turtle; charset=utf-8"
    assert "Chief Inspector" in response.text
    assert web.head("/gsp", params={"graph": MINUTES}).headers["content-length"] == str(
        len(web.get("/gsp", params={"graph": MINUTES}).content)
    )
    assert web.get("/gsp", params={"graph": "urn:none"}).status_code == 404
    assert web.get("/gsp").status_code == 400
    assert web.options("/gsp").headers["allow"] == "GET, PUT, POST, DELETE, HEAD, OPTIONS"


# ── curators ─────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_curators_change_is_served_at_once_and_kept(curators, place):
    before = curators.get("/ready").json()["dataset"]
    assert change(curators, NOTE).status_code == 204
    assert rows(curators, "SELECT ?o { <urn:a> rdfs:comment ?o }") == ["seen by a curator"]
    assert curators.get("/ready").json()["dataset"] != before
    with open_store(place, read_only=True) as store:
        assert CORRECTIONS_GRAPH in store.graphs()
    assert change(curators, f"DROP GRAPH <{CORRECTIONS_GRAPH}>").status_code == 204
    assert rows(curators, "SELECT ?o { <urn:a> rdfs:comment ?o }") == []
    assert curators.get("/ready").json()["dataset"] == before


@pytest.mark.parametrize("authority", ["", "Bearer wrong-token", f"Basic {TOKEN}", TOKEN])
def test_who_has_no_token_is_refused(curators, authority):
    response = curators.post("/update", content=NOTE, headers=DIRECT | {"Authorization": authority})
    assert response.status_code == 401
    assert response.headers["www-authenticate"] == 'Bearer realm="Inspectorate KG"'


@pytest.mark.parametrize(
    "text",
    [
        "INSERT DATA { <urn:a> <urn:p> 1 }",
        f"INSERT DATA {{ GRAPH <{MINUTES}> {{ <urn:a> <urn:p> 1 }} }}",
        f"DROP GRAPH <{MINUTES}>",
        "CLEAR ALL",
        "DELETE { GRAPH ?g { ?s ?p ?o } } WHERE { GRAPH ?g { ?s ?p ?o } }",
        f"MOVE <{MINUTES}> TO <{CORRECTIONS_GRAPH}>",
    ],
)
def test_nobody_changes_a_documents_graph(curators, text):
    before = curators.get("/ready").json()["dataset"]
    response = change(curators, f"{NOTE} ; {text}")
    assert response.status_code == 400
    assert CORRECTIONS_GRAPH in response.json()["detail"]
    assert curators.get("/ready").json()["dataset"] == before
    assert rows(curators, "SELECT ?o { <urn:a> rdfs:comment ?o }") == []


@pytest.mark.parametrize(("text", "status"), [("LOAD <http://localhost/x>", 400), ("INSERT", 400), ("ASK {}", 400)])
def test_what_fetches_or_is_no_update_is_refused(curators, text, status):
    assert change(curators, text).status_code == status


def test_while_another_process_writes_curators_are_told_to_wait(curators, place):
    with open_store(place):
        response = change(curators, NOTE)
    assert response.status_code == 503
    assert "open for writing already" in response.json()["detail"]


def test_curators_put_their_whole_graph(curators):
    turtle = {"Content-Type": "text/turtle"} | AUTHORITY
    graph = {"graph": CORRECTIONS_GRAPH}
    assert curators.put("/gsp", params=graph, content="<urn:b> <urn:p> 1 .", headers=turtle).status_code == 201
    assert curators.post("/gsp", params=graph, content="<urn:b> <urn:p> 2 .", headers=turtle).status_code == 204
    assert sorted(rows(curators, "SELECT ?o { <urn:b> <urn:p> ?o }")) == ["1", "2"]
    refused = curators.put("/gsp", params={"graph": MINUTES}, content="", headers=turtle)
    assert (refused.status_code, refused.json()["parameter"]) == (403, "graph")
    assert curators.delete("/gsp", params=graph, headers=AUTHORITY).status_code == 204
    assert curators.delete("/gsp", params=graph, headers=AUTHORITY).status_code == 404


def test_curators_get_their_literals_back_as_they_wrote_them(curators, place):
    turtle = {"Content-Type": "text/turtle"} | AUTHORITY
    graph = {"graph": CORRECTIONS_GRAPH}
    cost, year = "SELECT ?o { <urn:c> <urn:cost> ?o }", "SELECT ?o { <urn:c> <urn:year> ?o FILTER(?o = 7) }"
    sent = '<urn:c> <urn:cost> 1.50 ; <urn:year> "007"^^<http://www.w3.org/2001/XMLSchema#integer> .'
    assert curators.put("/gsp", params=graph, content=sent, headers=turtle).status_code == 201
    assert (rows(curators, cost), rows(curators, year)) == (["1.50"], ["007"])
    assert "<urn:cost> 1.50" in curators.get("/gsp", params=graph, headers={"Accept": "text/turtle"}).text
    with open_store(place, read_only=True) as store:
        assert b'<urn:cost> "1.50"^^<http://www.w3.org/2001/XMLSchema#decimal>' in store.dump()
        assert store.query(cost).serialize(format=QueryResultsFormat.CSV).split() == [b"o", b"1.5"]  # the engine itself
    with served(create_app(Settings(store=place, workers=1))) as another:
        assert (rows(another, cost), rows(another, year)) == (["1.50"], ["007"])
    other = f"INSERT DATA {{ GRAPH <{CORRECTIONS_GRAPH}> {{ <urn:d> <urn:cost> 1.5000 }} }}"
    assert change(curators, other).status_code == 204
    assert rows(curators, cost) == ["1.5"]  # written in two ways
    assert curators.put("/gsp", params=graph, content="<urn:c> <urn:cost> 1.500 .", headers=turtle).status_code == 204
    assert rows(curators, cost) == ["1.500"]
    assert curators.delete("/gsp", params=graph, headers=AUTHORITY).status_code == 204


# ── scratch ──────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_scratch_server_is_empty_and_takes_anything(scratch):
    assert (
        change(
            scratch, "DROP ALL ; INSERT DATA { <urn:a> <urn:p> 1 . GRAPH <urn:g> { <urn:a> <urn:p> 2 } }"
        ).status_code
        == 204
    )
    assert rows(scratch, "SELECT ?o { ?s ?p ?o }") == ["1"]  # the default graph is no union here
    assert rows(scratch, "SELECT ?o { GRAPH ?g { ?s ?p ?o } }") == ["2"]


def test_a_change_that_fails_changes_nothing(scratch):
    change(scratch, "DROP ALL ; INSERT DATA { <urn:a> <urn:p> 1 }")
    assert (
        change(scratch, "INSERT DATA { <urn:a> <urn:p> 2 } ; CREATE GRAPH <urn:g> ; CREATE GRAPH <urn:g>").status_code
        == 400
    )
    assert rows(scratch, "SELECT ?o { ?s ?p ?o }") == ["1"]


def test_a_graph_that_is_not_there_is_an_empty_one(scratch):
    change(scratch, "DROP ALL ; INSERT DATA { GRAPH <urn:g> { <urn:a> <urn:p> 1 } }")
    for text in (
        "DROP GRAPH <urn:no>",
        "CLEAR GRAPH <urn:no>",
        "MOVE <urn:no> TO <urn:g>",
        "DROP GRAPH <urn:x> ; CLEAR GRAPH <urn:y>",
    ):
        assert change(scratch, text).status_code == 204
    assert rows(scratch, "SELECT ?g { GRAPH ?g {} }") == []
    assert change(scratch, "DROP GRAPH <urn:no> ; DROP GRAPH <urn:no>").status_code == 400


def test_a_request_may_name_the_graphs_of_an_update(scratch):
    change(scratch, "DROP ALL ; INSERT DATA { GRAPH <urn:g> { <urn:a> <urn:p> 1 } }")
    copy = "INSERT { <urn:b> <urn:q> ?o } WHERE { ?s <urn:p> ?o }"
    scratch.post("/update", content=copy, headers=DIRECT, params={"using-graph-uri": "urn:g"})
    assert rows(scratch, "SELECT ?o { <urn:b> <urn:q> ?o }") == ["1"]
    both = {"update": "INSERT { <urn:c> <urn:q> ?o } USING <urn:g> WHERE { ?s ?p ?o }", "using-graph-uri": "urn:g"}
    assert scratch.post("/update", data=both).status_code == 400
    gone = {"update": "DELETE WHERE { ?s <urn:q> ?o }", "using-graph-uri": "urn:g"}
    assert scratch.post("/update", data=gone).status_code == 204
    assert rows(scratch, "SELECT ?o { <urn:b> <urn:q> ?o }") == ["1"]  # the group was sought in urn:g


def test_a_graph_may_have_the_address_that_it_is_put_at(scratch):
    turtle = {"Content-Type": "text/turtle"}
    assert scratch.put("/gsp/people/1", content="<> <urn:p> 1 .", headers=turtle).status_code == 201
    graph = f"http://{scratch.base_url.netloc.decode()}/gsp/people/1"
    assert rows(scratch, f"SELECT ?s {{ GRAPH <{graph}> {{ ?s ?p ?o }} }}") == [graph]
    created = scratch.post("/gsp", content="<urn:a> <urn:p> 3 .", headers=turtle)
    assert created.status_code == 201
    assert "3" in scratch.get("/gsp", params={"graph": created.headers["location"]}).text
    files = [
        ("a", ("a.ttl", "<urn:a> <urn:p> 4 .", "text/turtle")),
        ("b", ("b.nt", "<urn:a> <urn:p> <urn:o> .", "application/n-triples")),
    ]
    assert scratch.post("/gsp/people/1", files=files).status_code == 204
    assert len(rows(scratch, f"SELECT ?s {{ GRAPH <{graph}> {{ ?s ?p ?o }} }}")) == 3
    assert scratch.post("/gsp/people/1", content="x", headers={"Content-Type": "text/html"}).status_code == 415
    assert scratch.put("/gsp/people/1", content="no turtle", headers=turtle).status_code == 400


def test_a_scratch_server_outlives_an_update_that_does_not_end():
    endless = "INSERT { <urn:x> <urn:p> ?n } WHERE { SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?o ?p } }"
    with served(create_app(Settings(workers=1, scratch=True, time_limit=3))) as client:
        some = " ".join(f"<urn:s{n}> <urn:p> {n} ." for n in range(100))
        assert change(client, f"INSERT DATA {{ {some} }}").status_code == 204
        assert change(client, endless).status_code == 504
        assert rows(client, "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }") == ["100"]


def test_only_the_machine_itself_may_change_a_scratch_server():
    from api.errors import Problem
    from api.sparql.writing import Writing

    writing = Writing(Settings(scratch=True), None)
    for near in (("127.0.0.1", 1), ("::1", 1), None):
        writing.permit({"client": near, "headers": []})
    for far in (("192.0.2.1", 1), ("2001:db8::1", 1)):
        with pytest.raises(Problem, match="its own machine alone"):
            writing.permit({"client": far, "headers": []})


def test_the_doors_of_changes_are_described_with_the_token_that_they_ask_for(curators):
    paths = curators.get("/openapi.json").json()["paths"]
    assert set(paths["/gsp"]) == {"get", "put", "post", "delete"}
    for path, method in (("/update", "post"), ("/gsp", "put"), ("/gsp", "post"), ("/gsp", "delete")):
        assert paths[path][method]["security"] == [{"HTTPBearer": []}]
        assert {"204", "401", "403"} <= set(paths[path][method]["responses"])
