"""Literals come back as they were written, where everything that holds the value was written in one form."""

from __future__ import annotations

import json

import pytest

from kg.sparql.changing import Part, add, content, drop, put, update
from kg.sparql.results import Asked, evaluate
from kg.store import open_store

XSD = "http://www.w3.org/2001/XMLSchema#"


@pytest.fixture
def view():
    return open_store()


def change(view, text: str) -> None:
    update(view, text, ((), ()), "http://example.org/", prefixes=False)


def values(view, form: str = "csv", query: str = "SELECT ?o { ?s ?p ?o } ORDER BY ?s") -> str:
    return evaluate(view, Asked(query, rows=form, triples=form, prefixes=False)).body.decode()


def test_numbers_come_back_as_an_update_wrote_them(view):
    change(
        view, "INSERT DATA { <urn:a> <urn:p> 1.50 . <urn:b> <urn:p> 1.0e6 . <urn:c> <urn:p> 007 . <urn:d> <urn:p> 5 }"
    )
    assert values(view).split() == ["o", "1.50", "1.0e6", "007", "5"]
    assert values(view, "tsv").split() == ["?o", "1.50", "1.0e6", "007", "5"]
    told = json.loads(values(view, "json"))["results"]["bindings"]
    assert [(row["o"]["value"], row["o"]["datatype"]) for row in told] == [
        ("1.50", f"{XSD}decimal"),
        ("1.0e6", f"{XSD}double"),
        ("007", f"{XSD}integer"),
        ("5", f"{XSD}integer"),
    ]
    assert f'<literal datatype="{XSD}decimal">1.50</literal>' in values(view, "xml")


def test_a_text_that_looks_like_a_number_stays_as_it_is(view):
    change(view, 'INSERT DATA { <urn:a> <urn:p> "1.5" . <urn:b> <urn:p> 1.50 . <urn:c> <urn:p> "1.5"@en }')
    assert values(view).split() == ["o", "1.5", "1.50", "1.5"]


@pytest.mark.parametrize(
    ("form", "told"),
    [
        ("nt", f'<urn:a> <urn:p> "1.50"^^<{XSD}decimal> .\n'),
        ("turtle", "<urn:a> <urn:p> 1.50 .\n"),
        ("jsonld", '"1.50"'),
        ("rdfxml", ">1.50</"),
    ],
)
def test_graphs_come_back_as_they_were_sent(view, form, told):
    put(view, "urn:g", [Part(b"<urn:a> <urn:p> 1.50 .", "turtle")], "http://example.org/")
    assert told in content(view, "urn:g", form).body.decode()
    assert told in values(view, form, "CONSTRUCT { ?s ?p ?o } { GRAPH ?g { ?s ?p ?o } }")


def test_types_that_the_engine_knows_as_another_come_back_too(view):
    change(view, f'INSERT DATA {{ <urn:a> <urn:p> "5"^^<{XSD}nonNegativeInteger> }}')
    assert json.loads(values(view, "json"))["results"]["bindings"][0]["o"]["datatype"] == f"{XSD}nonNegativeInteger"
    assert values(view, query="SELECT ?n { ?s ?p ?o BIND(?o + 1 AS ?n) }").split() == ["n", "6"]


def test_queries_go_by_the_value(view):
    change(view, "INSERT DATA { <urn:a> <urn:p> 1.50 }")
    assert values(view, query="SELECT ?s { ?s ?p ?o FILTER(?o = 1.5) }").split() == ["s", "urn:a"]
    assert values(view, query="SELECT ?o { ?s ?p ?o FILTER(?o < 2) }").split() == ["o", "1.50"]


def test_a_value_that_was_written_in_two_ways_has_the_form_of_the_engine(view):
    change(view, "INSERT DATA { <urn:a> <urn:p> 1.50 }")
    change(view, "INSERT DATA { <urn:b> <urn:p> 1.500 }")
    assert values(view).split() == ["o", "1.5", "1.5"]
    change(view, "DROP ALL ; INSERT DATA { <urn:a> <urn:p> 2.0 . <urn:b> <urn:p> 2.00 }")
    assert values(view).split() == ["o", "2", "2"]


def test_a_value_that_is_written_anew_has_the_new_form(view):
    change(view, "INSERT DATA { <urn:a> <urn:p> 1.50 }")
    change(view, "DELETE WHERE { ?s ?p ?o } ; INSERT DATA { <urn:a> <urn:p> 1.500 }")
    assert values(view).split() == ["o", "1.500"]
    change(view, "INSERT DATA { <urn:a> <urn:p> 1.5 }")
    assert values(view).split() == ["o", "1.5"]


def test_what_nothing_holds_any_more_is_forgotten(view):
    graph = [Part(b"<urn:a> <urn:p> 1.50 .", "turtle")]
    put(view, "urn:g", graph, "http://example.org/")
    assert len(view.written) == 1
    drop(view, "urn:g")
    assert view.written == {}
    add(view, "urn:g", graph, "http://example.org/")
    change(view, "CLEAR ALL")
    assert view.written == {}


def test_prefixes_and_graphs_of_an_update_are_understood(view):
    change(
        view,
        f"PREFIX x: <{XSD}> BASE <http://example.org/> PREFIX : <#>\n"
        'INSERT DATA { :a :p "01.50"^^x:decimal ; :l ( 2.0 ) GRAPH <g> { :b :p "}" , 2.50 . } . :c :p 3.50 # so much\n } ;\n'
        "INSERT { ?s :q 4.50 } WHERE { ?s :p ?o }",
    )
    assert values(view, query="SELECT ?o { <http://example.org/#a> <http://example.org/#p> ?o }").split() == [
        "o",
        "01.50",
    ]
    assert values(view, query="SELECT ?o { ?c <http://example.org/#p> ?o FILTER(?o > 3) }").split() == ["o", "3.50"]
    assert values(view, query="SELECT ?o { GRAPH ?g { ?s ?p ?o } FILTER(?o > 1) }").split() == ["o", "2.50"]
    assert values(view, query="SELECT ?o { ?s <http://example.org/#q> ?o } LIMIT 1").split() == ["o", "4.5"]


def test_a_result_that_is_cut_is_still_told_to_be(view):
    change(view, "INSERT DATA { <urn:a> <urn:p> 1.50 , 2.50 , 3.50 }")
    asked = Asked("SELECT ?o { ?s ?p ?o } ORDER BY ?o", rows="csv", row_limit=2)
    outcome = evaluate(view, asked)
    assert (outcome.body.split(), outcome.rows, outcome.cut) == ([b"o", b"1.50", b"2.50"], 2, True)
    outcome = evaluate(view, asked._replace(row_limit=3))
    assert (outcome.rows, outcome.cut) == (3, False)
