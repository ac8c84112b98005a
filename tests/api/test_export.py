"""Networks over HTTP, over loopback."""

from __future__ import annotations

import io
import json
import tempfile
import zipfile

import networkx as nx
import pytest

from kg.exports import FORMATS
from kg.graphs import projections

PAIRS = "SELECT ?source ?target ?kind ?day { ?s ikg:speaker ?source ; ikg:addressee ?target ; ikg:speechAct ?kind BIND(1 AS ?day) }"
TRIPLES = "CONSTRUCT { ?s ikg:speaker ?who . ?s ikg:content ?words } WHERE { ?s ikg:speaker ?who ; ikg:content ?words }"


def asked(web, query: str, form: str | None = None, accept: str = "*/*"):
    params = {"query": query} | ({"format": form} if form else {})
    return web.get("/sparql", params=params, headers={"Accept": accept})


def test_every_network_and_format_is_listed_in_plain_words(web):
    told = web.get("/api/v1/export").json()
    assert {one["name"] for one in told["projections"]} == set(projections())
    assert {one["name"] for one in told["formats"]} == set(FORMATS)
    assert next(one for one in told["projections"] if one["name"] == "asks")["title"] == "Who asked whom"


@pytest.mark.parametrize("form", sorted(FORMATS))
def test_a_network_comes_as_a_file_in_every_format(web, form):
    answer = web.get(f"/api/v1/export/asks.{form}")
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"].partition(";")[0] == FORMATS[form].media
    assert answer.headers["content-disposition"] == f'attachment; filename="asks{FORMATS[form].suffix}"'
    if FORMATS[form].suffix.endswith(".zip"):
        assert zipfile.ZipFile(io.BytesIO(answer.content)).namelist() == list(FORMATS[form].files)
    else:
        assert answer.content


def test_nothing_is_left_behind_of_what_was_streamed(web, tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    with web.stream("GET", "/api/v1/export/full.json", headers={"Accept-Encoding": "identity"}) as answer:
        told = b"".join(answer.iter_bytes())
    assert len(told) == int(answer.headers["content-length"])
    assert json.loads(told)["nodes"]
    assert web.get("/api/v1/export/stakeholders.gexf").status_code == 400
    assert not list(tmp_path.iterdir())


def test_the_options_are_those_of_the_command_line(web):
    def edges(**params: object) -> int:
        return len(web.get("/api/v1/export/asks.json", params=params).json()["edges"])

    assert edges() == 1
    assert edges(**{"from": "2017-03-14", "to": "2017-03-14"}) == 1
    assert edges(**{"from": "2018-01-01"}) == 0
    assert edges(types="person") == 0
    assert edges(min_weight=2) == 0
    assert edges(focus="Commissioner", depth=1) == 1


@pytest.mark.parametrize(
    ("path", "status", "words"),
    [
        ("nothing-such.gexf", 404, "nothing-such"),
        ("asks.xyz", 404, "xyz"),
        ("stakeholders.gexf", 400, "focus"),
        ("asks.gexf?from=yesterday", 422, "from"),
        ("asks.gexf?types=dog", 404, "dog"),
    ],
)
def test_what_cannot_be_exported_is_told_by_name(web, path, status, words):
    answer = web.get(f"/api/v1/export/{path}")
    assert answer.status_code == status
    assert words in answer.text


def test_rows_with_source_and_target_are_a_network_in_any_graph_format(web):
    answer = asked(web, PAIRS, "gexf")
    assert answer.headers["content-type"].startswith("application/gexf+xml")
    graph = nx.read_gexf(io.BytesIO(answer.content))
    assert {told for _, told in graph.nodes(data="label")} == {
        "Commissioner",
        "Chief Inspector (Harbour Inspectorate)",
    } or len(graph) == 2
    assert [told for _, _, told in graph.edges(data="kind")] == ["asked"]
    assert json.loads(asked(web, PAIRS, "graph-json").content)["edges"][0]["day"] == 1


def test_triples_are_a_network_whose_texts_are_values_of_the_nodes(web):
    answer = asked(web, TRIPLES, accept="application/graphml+xml, */*;q=0.1")
    assert answer.headers["content-type"].startswith("application/graphml+xml")
    graph = nx.read_graphml(io.BytesIO(answer.content))
    assert [told for _, _, told in graph.edges(data="kind")] == ["speaker", "speaker"]
    assert "about pilots" in {told for _, told in graph.nodes(data="content")}


def test_what_sparql_has_a_form_of_its_own_for_stays_so(web):
    assert "bindings" in asked(web, PAIRS, "json").text
    assert asked(web, PAIRS, accept="*/*").headers["content-type"].startswith("application/sparql-results+json")
    assert asked(web, TRIPLES, "turtle").headers["content-type"].startswith("text/turtle")


@pytest.mark.parametrize("query", ["SELECT ?a { ?a ?b ?c }", "ASK { ?a ?b ?c }"])
def test_a_result_that_is_no_network_is_told_what_would_be_one(web, query):
    answer = asked(web, query, "gexf")
    assert answer.status_code == 400
    assert "SELECT ?source ?target" in answer.text
