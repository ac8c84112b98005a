"""One story told to the store in memory and on disk."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace

import pytest
from pyoxigraph import QuerySolutions

from kg import resources
from kg.errors import ExportError, NotFound, QueryError, SettingError, StoreError
from kg.store import open_store
from kg.store.background import STATE_GRAPH
from kg.store.syntaxes import write
from kg.terms import DERIVED_GRAPH, ONTOLOGY_GRAPH, REGISTRY_GRAPH, minutes_iri
from kg.triples import tell
from tests import sample

ONE, TWO = minutes_iri("one"), minutes_iri("two")
COUNT = "SELECT (COUNT(*) AS ?n) { ?s a ikg:Statement }"


@pytest.fixture(params=["memory", "disk"])
def store(request, tmp_path):
    with open_store(None if request.param == "memory" else tmp_path / "kg") as store:
        yield store


@pytest.fixture
def background(tmp_path, monkeypatch):
    """An ontology and a registry of our own."""
    ontology, data = tmp_path / "ontology", tmp_path / "data"
    for folder in (ontology / "rules", ontology / "vocabularies", data / "registry"):
        folder.mkdir(parents=True)
    (ontology / "ikg.ttl").write_text("<urn:a> <urn:p> [ <urn:q> 1 ] , [ <urn:q> 2 ] .")
    (data / "registry" / "bodies.ttl").write_text('<urn:body> <http://www.w3.org/2000/01/rdf-schema#label> "Body"@en .')
    rule = "CONSTRUCT { ?a ikg:met ?b } WHERE { ?m ikg:participant ?a , ?b FILTER(?a != ?b) }"
    (ontology / "rules" / "met.rq").write_text(rule)
    monkeypatch.setattr(resources, "ontology", lambda: ontology)
    monkeypatch.setattr(resources, "data", lambda: data)
    return tmp_path


def number(store, query=COUNT) -> int:
    found = store.query(query)
    assert isinstance(found, QuerySolutions)
    return int(next(iter(found))[0].value)


def test_a_graph_that_was_put_can_be_asked(store):
    store.replace({ONE: tell(sample.reading("one"))})
    assert number(store) == 2
    assert store.graphs() == [ONE]


def test_putting_a_document_twice_is_putting_it_once(store):
    lines = tell(sample.reading("one"))
    store.replace({ONE: lines})
    once = store.dump()
    store.replace({ONE: lines})
    assert store.dump() == once
    assert number(store, "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }") == len(lines)


def test_a_document_put_again_replaces_what_it_said_before(store):
    store.replace({ONE: tell(sample.reading("one")), TWO: tell(sample.reading("two"))})
    less = replace(sample.reading("one"), statements=(), commitments=())
    store.replace({ONE: tell(less)})
    assert number(store) == 2
    assert number(store, f"SELECT (COUNT(*) AS ?n) {{ GRAPH <{ONE}> {{ ?s a ikg:Statement }} }}") == 0


def test_what_two_documents_tell_counts_once_in_the_union(store):
    store.replace({ONE: tell(sample.reading("one")), TWO: tell(sample.reading("two"))})
    assert number(store, "SELECT (COUNT(*) AS ?n) { ?s a ikg:Inspectorate }") == 2


def test_what_another_document_tells_too_stays_when_one_goes(store):
    store.replace({ONE: tell(sample.reading("one")), TWO: tell(sample.reading("two"))})
    store.remove(ONE)
    assert number(store) == 2
    assert number(store, "SELECT (COUNT(*) AS ?n) { ?s a ikg:Inspectorate }") == 2
    store.remove(TWO)
    assert number(store, "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }") == 0


def test_the_order_of_putting_is_of_no_account(store):
    one, two = {ONE: tell(sample.reading("one"))}, {TWO: tell(sample.reading("two"))}
    store.replace(one)
    store.replace(two)
    other = open_store()
    other.replace(two | one)
    assert store.dump() == other.dump()
    assert len(store) == len(other) == len(one[ONE]) + len(two[TWO])


def test_the_text_of_a_document_is_kept(store):
    store.replace({ONE: tell(sample.reading("one"))})
    assert store.text_of("one") == sample.TEXT
    assert store.text_of("two") is None


def test_a_query_that_is_none_is_refused_in_one_line(store):
    with pytest.raises(QueryError, match=r"^query SELEC: error at 1:\d+: expected") as caught:
        store.query("SELEC")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("syntax", ["nquads", "trig", "turtle", "jsonl", "ntriples", "rdfxml", "jsonld"])
def test_each_syntax_gives_the_same_bytes_each_time(store, syntax):
    store.replace({ONE: tell(sample.reading("one"))})
    assert store.dump(syntax) == store.dump(syntax)
    assert b"send the report" in store.dump(syntax)


def test_rdfxml_refuses_by_name_what_xml_cannot_hold():
    line = b'<urn:a> <urn:b/c> "a\\u000Cb" .\n'
    with pytest.raises(ExportError, match=r"rdfxml: <urn:a> <urn:b/c> has a control character.*every other"):
        write(line, "rdfxml")
    with pytest.raises(ExportError, match="does not end in a name"):
        write(b'<urn:a> <urn:b/1> "a" .\n', "rdfxml")
    assert b"a" in write(line, "ntriples")


def test_an_unknown_syntax_is_named_with_those_that_are_known(store):
    with pytest.raises(NotFound, match="no format 'xls'; known: nquads, trig, turtle, jsonl"):
        store.dump("xls")


@pytest.mark.filterwarnings("ignore:Dataset.default_context:DeprecationWarning")  # rdflib 7.6 warns of itself
def test_an_rdflib_dataset_sees_the_same_graph(store):
    store.replace({ONE: tell(sample.reading("one")), TWO: tell(sample.reading("two"))})
    dataset = store.dataset()
    assert len(list(dataset.query("SELECT ?s { ?s a ikg:Statement }"))) == 4
    assert len(list(dataset.query("SELECT ?s { ?s a ikg:Inspectorate }"))) == 2


def test_background_is_loaded_once_and_again_when_its_files_change(store, background):
    assert store.refresh() == [ONTOLOGY_GRAPH, REGISTRY_GRAPH]
    assert store.refresh() == []
    before = store.dump()
    (background / "data" / "registry" / "bodies.ttl").write_text("<urn:body> <urn:p> 3 .")
    assert store.refresh() == [REGISTRY_GRAPH]
    assert store.dump() != before
    assert b'"Body"' not in store.dump()


def test_blank_nodes_of_the_background_get_lasting_names(store, background):
    store.refresh()
    other = open_store()
    other.refresh()
    assert store.dump() == other.dump()
    assert b"_:" not in store.dump()
    assert b"/.well-known/genid/ikg/2>" in store.dump()


def test_bookkeeping_is_no_part_of_the_graph(store, background):
    store.refresh()
    assert STATE_GRAPH not in store.graphs()
    assert STATE_GRAPH.encode() not in store.dump()


def test_rules_draw_their_conclusions_into_a_graph_of_their_own(store, background):
    store.replace({ONE: tell(sample.reading("one"))})
    assert store.derive() == 2
    assert store.derive() == 2
    assert store.graphs() == [DERIVED_GRAPH, ONE]
    store.remove(ONE)
    assert store.derive() == 0


def test_a_rule_with_blank_nodes_is_refused(store, background):
    (background / "ontology" / "rules" / "bad.rq").write_text(
        "CONSTRUCT { [] ikg:met ?b } WHERE { ?m ikg:participant ?b }"
    )
    store.replace({ONE: tell(sample.reading("one"))})
    with pytest.raises(SettingError, match=r"bad\.rq.*makes blank nodes"):
        store.derive()


def test_a_file_that_is_not_turtle_is_named(store, background):
    (background / "ontology" / "ikg.ttl").write_text("not turtle")
    with pytest.raises(SettingError, match=r"ikg\.ttl'?: is not Turtle"):
        store.refresh()


def test_a_closed_store_says_so(store):
    store.close()
    with pytest.raises(StoreError, match="is closed"):
        store.query(COUNT)


def test_what_was_put_on_disk_is_there_after_reopening(tmp_path):
    with open_store(tmp_path / "kg") as store:
        store.replace({ONE: tell(sample.reading("one"))})
    with open_store(tmp_path / "kg", read_only=True) as store:
        assert number(store) == 2


def test_a_second_writer_is_refused_in_clear_words(tmp_path):
    place = tmp_path / "kg"
    holder = f"from kg.store import open_store; s = open_store({str(place)!r}); print('open', flush=True); input()"
    other = subprocess.Popen([sys.executable, "-c", holder], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    try:
        assert other.stdout.readline() == "open\n"
        with pytest.raises(StoreError, match="is open for writing already; wait for that process"):
            open_store(place)
    finally:
        other.communicate("\n")


def test_a_store_that_is_not_there_cannot_be_read(tmp_path):
    with pytest.raises(StoreError, match=r"there is none yet; make it with: kg build PATH --store"):
        open_store(tmp_path / "none", read_only=True)
    assert not (tmp_path / "none").exists()


def test_a_folder_with_other_things_is_not_taken_for_a_store(tmp_path):
    (tmp_path / "letter.txt").write_text("x")
    with pytest.raises(StoreError, match="folder with other things in it"):
        open_store(tmp_path)


def test_a_file_is_not_taken_for_a_store(tmp_path):
    (tmp_path / "letter.txt").write_text("x")
    with pytest.raises(StoreError, match="is a file; a store is a folder"):
        open_store(tmp_path / "letter.txt")


def test_an_unknown_kind_of_store_is_named():
    with pytest.raises(StoreError, match="unknown kind 'ftp'; known: a folder, memory:, file:"):
        open_store("ftp://example.org/kg")
