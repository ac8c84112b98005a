"""Things as linked data."""

from __future__ import annotations

import json

import pytest
import rdflib
from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, parse
from rdflib.compare import isomorphic

from kg import resources
from kg.errors import NotFound, QueryError
from kg.linked import FORMS, linked, triples, write
from kg.linked.compact import context, document
from kg.store import open_store
from kg.terms import expand, iri, minutes_iri
from kg.triples import tell
from tests import sample

pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph")  # rdflib's own reader of JSON-LD
HI = iri(sample.HI)
MINUTES = minutes_iri("2017-03-14-harbours")
HERE = "http://127.0.0.1/ontology/context.jsonld"


@pytest.fixture(scope="module")
def store():
    store = open_store()
    store.refresh()
    store.replace({MINUTES: tell(sample.reading())})
    store.derive()
    return store


def rdf(data: bytes, form: str) -> rdflib.Graph:
    """What rdflib reads in it; its numbers and words are kept as they are written."""
    return rdflib.Graph().parse(data=data, format=form)


def expected(told: list[Triple]) -> rdflib.Graph:
    return rdf("".join(f"{triple} .\n" for triple in told).encode(), "nt")


def test_a_thing_is_told_with_the_facts_that_name_it_and_their_words(store):
    told = triples(store, HI)
    assert Triple(NamedNode(HI), NamedNode(expand("skos:altLabel")), Literal("HI", language="en")) in told
    inspection = NamedNode(f"{MINUTES}/inspection/1")
    assert Triple(inspection, NamedNode(expand("ikg:conductedBy")), NamedNode(HI)) in told
    words = "HI and the Dock Inspectorate are carrying out a joint inspection of pilots."
    assert any(triple.object == Literal(words) and triple.predicate.value == expand("oa:exact") for triple in told)


def test_a_document_is_its_whole_graph(store):
    assert len(triples(store, MINUTES)) == len(set(tell(sample.reading())))


@pytest.mark.parametrize("form", ["turtle", "nt", "xml"])
def test_each_form_tells_the_same(store, form):
    data = linked(store, HI, form, HERE)
    assert isomorphic(rdf(data, form), expected(triples(store, HI)))


@pytest.mark.parametrize("thing", [HI, MINUTES, iri(sample.PILOTS), expand("ikg:Relationship"), expand("act:asked")])
def test_json_ld_is_read_back_as_the_same_triples(store, thing):
    told = triples(store, thing)
    with_context = document(told, thing, context())
    read = rdf(json.dumps(with_context).encode(), "json-ld")
    assert isomorphic(read, expected(told))


def test_json_ld_of_every_background_graph_is_read_back_as_the_same(store):
    for graph in store.graphs():
        told = triples(store, graph)[:3000]
        read = rdf(json.dumps(document(told, graph, context())).encode(), "json-ld")
        assert isomorphic(read, expected(told)), graph


def test_json_ld_begins_with_the_thing_and_holds_the_words_inside_the_facts(store):
    told = json.loads(linked(store, HI, "jsonld", HERE))
    assert told["@context"] == HERE
    first, *others = told["@graph"]
    assert (first["id"], first["altLabel"]) == ("data:inspectorate/harbour-inspectorate", "HI")
    inspection = next(node for node in others if "Inspection" in node.get("type", ()))
    assert inspection["status"] == "under-way"
    assert inspection["evidence"]["exact"].startswith("HI and the Dock Inspectorate")
    assert isinstance(inspection["evidence"]["start"], int)


def test_a_value_that_a_key_would_read_otherwise_is_written_in_full():
    thing = NamedNode(iri("thing"))
    told = [
        Triple(thing, NamedNode(expand("rdfs:label")), Literal("Arolygiaeth", language="cy")),
        Triple(thing, NamedNode(expand("dcterms:date")), Literal("2017")),
        Triple(thing, NamedNode(expand("oa:start")), Literal("007", datatype=NamedNode(expand("xsd:integer")))),
        Triple(thing, NamedNode(expand("ikg:status")), NamedNode("http://elsewhere.example/done")),
        Triple(thing, NamedNode("http://elsewhere.example/p"), Literal(1.5)),
    ]
    node = document(told, thing.value, HERE)
    assert node["label"] == {"@value": "Arolygiaeth", "@language": "cy"}
    assert node["date"] == {"@value": "2017"}
    assert node["status"] == {"id": "http://elsewhere.example/done"}
    read = rdf(json.dumps(document(told, thing.value, context())).encode(), "json-ld")
    assert len(read) == 5


def test_a_thing_nobody_tells_of_is_not_found(store):
    with pytest.raises(NotFound, match="no thing"):
        triples(store, iri("person/nobody"))
    with pytest.raises(QueryError, match="is not an IRI"):
        triples(store, "http://a b")
    with pytest.raises(NotFound, match="no form 'xls'; known: turtle, jsonld, nt, xml"):
        write([], "xls", HI, HERE)


def test_every_form_has_a_media_type():
    assert set(FORMS) == {"turtle", "jsonld", "nt", "xml"}
    assert RdfFormat.from_media_type(FORMS["turtle"]) == RdfFormat.TURTLE


def test_the_context_is_json_that_an_engine_reads():
    text = (resources.ontology() / "context.jsonld").read_text(encoding="utf-8")
    body = json.loads(text) | {"id": "data:x", "label": "X"}
    (quad,) = parse(json.dumps(body).encode(), format=RdfFormat.JSON_LD)
    assert quad.object == Literal("X", language="en")
