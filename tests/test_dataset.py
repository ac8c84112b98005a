"""The graph as a whole, described."""

from __future__ import annotations

from datetime import date

import pytest
from pyoxigraph import RdfFormat, Store, serialize

from kg.dataset import DATASET, count, described
from kg.store import open_store
from kg.terms import expand, iri, minutes_iri
from kg.triples import tell
from tests import sample

SERVER = "http://127.0.0.1:8000"
PREFIXES = {"void": "http://rdfs.org/ns/void#", "dcat": "http://www.w3.org/ns/dcat#", "ikg": expand("ikg:")}


@pytest.fixture(scope="module")
def counted():
    store = open_store()
    store.replace({minutes_iri("2017-03-14-harbours"): tell(sample.reading())})
    return count(store, "5f1d")


@pytest.fixture(scope="module")
def ask(counted):
    store = Store()
    store.load(serialize(described(counted, SERVER), format=RdfFormat.N_TRIPLES), format=RdfFormat.N_TRIPLES)
    return lambda text: [[str(term.value) for term in row] for row in store.query(text, prefixes=PREFIXES)]


def test_what_there_is_is_counted(counted):
    assert (counted.version, counted.documents, counted.graphs) == ("5f1d", 1, 1)
    assert (counted.first_day, counted.last_day) == (date(2017, 3, 14), date(2017, 3, 14))
    assert dict(counted.classes)[expand("ikg:Statement")] == len(sample.reading().statements)
    assert counted.triples == sum(dict(counted.properties).values())
    assert counted.example in {iri(sample.COMMISSIONER), iri(sample.CHIEF)}


def test_an_empty_graph_is_described_too():
    empty = count(open_store(), "0")
    assert (empty.triples, empty.documents, empty.first_day, empty.example) == (0, 0, None, None)
    assert described(empty, SERVER)


def test_the_description_says_where_to_ask(ask):
    text = (
        f"SELECT ?version ?where {{ <{DATASET}> a void:Dataset ; dcat:version ?version ; void:sparqlEndpoint ?where }}"
    )
    assert ask(text) == [["5f1d", f"{SERVER}/sparql"]]


def test_the_description_counts_by_class(ask):
    text = "SELECT ?n { [] void:classPartition [ void:class ikg:Commitment ; void:entities ?n ] }"
    assert ask(text) == [["1"]]


def test_the_description_says_from_when_to_when(ask):
    assert ask("SELECT ?a ?b { [] dcat:startDate ?a ; dcat:endDate ?b }") == [["2017-03-14", "2017-03-14"]]
