"""Results within their limits."""

from __future__ import annotations

import csv
import io

import pyoxigraph as ox
import pytest

from kg.errors import NoForm, QueryError, TooMuch
from kg.sparql.results import ROWS, TRIPLES, Asked, answer, evaluate
from kg.store import open_store

ALL = "SELECT ?s ?o { ?s ?p ?o } ORDER BY ?s"
NASTY = 'a},{"x":{ <result> \r\n,"" %d'


@pytest.fixture(scope="module")
def view():
    store = open_store()
    node = ox.NamedNode
    store.engine.extend(
        [ox.Quad(node(f"http://e/{i:05}"), node("http://e/p"), ox.Literal(NASTY % i)) for i in range(5000)]
    )
    store.engine.add(ox.Quad(node("http://e/a"), node("http://e/p"), node("http://e/x"), node("http://e/g")))
    return store


def parsed(form: str, body: bytes) -> list[tuple[str, ...]]:
    if form == "csv":
        return [tuple(row) for row in csv.reader(io.StringIO(body.decode(), newline=""))][1:]
    found = ox.parse_query_results(body, format=ROWS[form][1])
    assert isinstance(found, ox.QuerySolutions)
    return [tuple(term.value for term in row) for row in found]


@pytest.mark.parametrize("form", ROWS)
@pytest.mark.parametrize("limit", [1, 7, 4999, 5000, 5001])
def test_rows_stop_at_the_limit_and_the_document_is_whole(view, form, limit):
    outcome = evaluate(view, Asked(ALL, rows=form, row_limit=limit))
    rows = parsed(form, outcome.body)
    assert len(rows) == outcome.rows == min(limit, 5000)
    assert outcome.cut is (limit < 5000)
    assert rows[0] == ("http://e/00000", NASTY % 0)
    assert rows[-1] == (f"http://e/{len(rows) - 1:05}", NASTY % (len(rows) - 1))


@pytest.mark.parametrize("form", ["json", "xml"])
def test_a_result_that_was_cut_says_so_where_its_form_has_a_place(view, form):
    assert b"?limit=rows" in evaluate(view, Asked(ALL, rows=form, row_limit=3)).body
    assert b"?limit=rows" not in evaluate(view, Asked(ALL, rows=form)).body


@pytest.mark.parametrize("form", TRIPLES)
def test_a_graph_stops_at_the_limit(view, form):
    outcome = evaluate(view, Asked("CONSTRUCT WHERE { ?s ?p ?o }", triples=form, row_limit=9))
    assert len(list(ox.parse(outcome.body, format=TRIPLES[form][1]))) == outcome.rows == 9
    assert outcome.cut


@pytest.mark.parametrize("form", ROWS)
def test_nothing_found_is_no_rows(view, form):
    outcome = evaluate(view, Asked("SELECT ?s { ?s <urn:none> ?o }", rows=form))
    assert (outcome.rows, parsed(form, outcome.body), outcome.cut) == (0, [], False)


@pytest.mark.parametrize("text", [ALL, "CONSTRUCT WHERE { ?s ?p ?o }"])
def test_more_bytes_than_may_be_are_no_result(view, text):
    with pytest.raises(TooMuch, match="more than 1000 bytes; ask for less"):
        evaluate(view, Asked(text, byte_limit=1000))


def test_iris_with_commas_are_quoted_in_csv(view):
    text = 'SELECT ?a ?b ?c { VALUES (?a ?b ?c) { (<http://e/#1,2> "x,\\n\\"y\\""@en 7) (UNDEF "é" 1.5) } }'
    body = evaluate(view, Asked(text, rows="csv")).body
    assert body == 'a,b,c\r\n"http://e/#1,2","x,\n""y""",7\r\n,é,1.5\r\n'.encode()


def test_a_carriage_return_survives_xml(view):
    body = evaluate(view, Asked('SELECT ("a\\r\\nb" AS ?x) {}', rows="xml")).body
    assert b"a&#xD;\nb" in body


@pytest.mark.parametrize("text", ['SELECT ("\\u0007" AS ?x) {}', 'CONSTRUCT { <u:s> <u:p> "\\u0007" } {}'])
def test_what_xml_cannot_hold_is_replaced_in_xml_and_counted(view, text):
    outcome = evaluate(view, Asked(text, rows="xml", triples="rdfxml"))
    assert "\ufffd".encode() in outcome.body
    assert b"\x07" not in outcome.body
    assert outcome.replaced == 1


@pytest.mark.parametrize("text", [ALL, "ASK {}", "CONSTRUCT WHERE { ?s ?p ?o }"])
def test_where_no_form_is_wanted_the_known_ones_are_named(view, text):
    with pytest.raises(NoForm, match="known: "):
        evaluate(view, Asked(text, rows=None, boolean=None, triples=None))


def test_a_request_may_name_its_graphs(view):
    text = "SELECT ?s ?g { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } }"
    assert evaluate(view, Asked(text, default=("http://e/g",))).rows == 1
    assert evaluate(view, Asked(text, named=("http://e/g",))).rows == 1
    both = evaluate(view, Asked(text, default=("http://e/g", "http://e/none"), named=("http://e/g",)))
    assert (both.rows, both.unknown) == (2, ("http://e/none",))


def test_a_graph_that_must_be_there_and_is_not_is_an_error(view):
    with pytest.raises(QueryError, match="is no graph of this store, and nothing is fetched"):
        answer(view, Asked("SELECT * FROM <http://e/none> { ?s ?p ?o }"))
    assert answer(view, Asked("SELECT * FROM <http://e/none> { ?s ?p ?o }", strict=False)).rows == 0


@pytest.mark.parametrize("text", ["SELEC", "SELECT * { ?s nope:x ?o }", "DROP ALL"])
def test_what_is_no_query_is_refused_in_one_line(view, text):
    with pytest.raises(QueryError) as caught:
        evaluate(view, Asked(text))
    assert "\n" not in str(caught.value)


def test_relative_iris_are_relative_to_the_address_that_was_asked(view):
    outcome = evaluate(view, Asked("CONSTRUCT { <s> <p> 1 } {}", triples="nt", base="http://h/sparql"))
    assert outcome.body.startswith(b"<http://h/s> <http://h/p>")
