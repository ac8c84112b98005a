"""An answer in every form."""

from __future__ import annotations

import json
import sys
from datetime import date

import pytest

from kg.answers import answer
from kg.errors import MissingExtra, QueryError
from kg.store import open_store

ROWS = 'SELECT * { VALUES (?a ?b) { (<https://w3id.org/inspectorate-kg/status/planned> 1) ("x, \\"y\\"" UNDEF) } }'


@pytest.fixture(scope="module")
def store():
    store = open_store()
    store.replace({"urn:g": ["<urn:a> <urn:p> <urn:b> <urn:g> ."]})
    return store


def test_rows_are_python_values(store):
    text = 'SELECT * { VALUES (?a ?b ?c ?d) { (1 true "2017-03-14"^^xsd:date 1.5) } }'
    assert answer(store, text).rows == ((1, True, date(2017, 3, 14), 1.5),)


def test_a_literal_that_does_not_keep_its_type_stays_text(store):
    assert answer(store, 'SELECT ("soon"^^xsd:date AS ?a) {}').rows == (("soon",),)


def test_an_answer_can_be_written_twice(store):
    found = answer(store, ROWS)
    assert found.write("csv") == found.write("csv")


def test_csv_quotes_what_must_be_quoted(store):
    assert answer(store, ROWS).write("csv").decode().splitlines() == [
        "a,b",
        "https://w3id.org/inspectorate-kg/status/planned,1",
        '"x, ""y""",',
    ]


def test_tsv_keeps_terms_apart(store):
    lines = answer(store, ROWS).write("tsv").decode().splitlines()
    assert lines == ["?a\t?b", "<https://w3id.org/inspectorate-kg/status/planned>\t1", '"x, \\"y\\""\t']


def test_json_is_sparql_json(store):
    assert json.loads(answer(store, ROWS).write("json"))["head"] == {"vars": ["a", "b"]}


def test_xml_is_sparql_xml(store):
    assert b"http://www.w3.org/2005/sparql-results#" in answer(store, ROWS).write("xml")


def test_a_table_shows_short_names(store):
    assert answer(store, ROWS).table() == ('a               b\n──────────────  ─\nstatus:planned  1\nx, "y"\n')


def test_rows_become_a_dataframe_with_numbers_days_and_gaps(store):
    pandas = pytest.importorskip("pandas")
    text = (
        'SELECT ?who ?n ?day { VALUES (?who ?n ?day) { ("a" 1 "2017-03-14"^^xsd:date) ("b" 2 UNDEF) } } ORDER BY ?who'
    )
    frame = answer(store, text).dataframe()
    assert list(frame.columns) == ["who", "n", "day"]
    assert (list(frame["who"]), frame["n"].sum()) == (["a", "b"], 3)
    assert frame["day"][0] == pandas.Timestamp("2017-03-14")
    assert pandas.isna(frame["day"][1])
    assert len(answer(store, "SELECT ?a { ?a <urn:none> ?b }").dataframe()) == 0


def test_without_pandas_the_extra_is_named(store, monkeypatch):
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(MissingExtra, match=r"inspectorate-kg\[pandas\]"):
        answer(store, ROWS).dataframe()


def test_a_graph_is_written_as_turtle_and_shown_as_rows(store):
    found = answer(store, "CONSTRUCT WHERE { ?s ?p ?o }")
    assert b"<urn:a> <urn:p> <urn:b>" in found.write("turtle")
    assert found.rows == (("urn:a", "urn:p", "urn:b"),)


@pytest.mark.parametrize(
    ("text", "form", "message"),
    [
        ("SELECT * {}", "turtle", "gives rows, which has no form 'turtle'; known: table, csv, tsv, json, xml"),
        ("CONSTRUCT WHERE {}", "csv", "gives a graph, which has no form 'csv'; known: table, turtle, json, xml"),
    ],
)
def test_a_form_that_does_not_fit_is_refused(store, text, form, message):
    with pytest.raises(QueryError, match=message):
        answer(store, text).write(form)


def test_yes_or_no_is_an_answer_too(store):
    assert answer(store, "ASK { <urn:a> ?p ?o }")
    assert not answer(store, "ASK { <urn:z> ?p ?o }")
    assert answer(store, "ASK { <urn:z> ?p ?o }").rows == ((False,),)
