"""What a build adds to a store that is there already comes to the same as building all at once."""

from __future__ import annotations

import pytest

from kg import pipeline
from kg.index import write_index
from kg.store import embedded, open_store
from kg.store.changes import difference, union_of
from kg.store.copies import copy_in
from kg.store.snapshot import take
from kg.store.syntaxes import content_of
from kg.terms import DERIVED_GRAPH
from tests.test_story import MINUTES

NOTES = sorted(MINUTES.glob("*.txt"))[:6]
GRAPH = "urn:graph"


def line(words: str) -> str:
    return f"{words} <{GRAPH}> ."


@pytest.fixture(scope="module")
def told():
    return [pipeline.told(str(note)) for note in NOTES]


@pytest.fixture(scope="module")
def whole(told):
    store = open_store()
    pipeline.keep(store, {one.graph: one.lines for one in told})
    return store


@pytest.fixture
def drawn(monkeypatch) -> list[str]:
    """What queries the rules are asked of: of the whole store, or of what lies around a document."""
    asked, real = [], embedded.derived

    def derived(query, known):
        asked.append(query.__self__.place)
        return real(query, known)

    monkeypatch.setattr(embedded, "derived", derived)
    return asked


def add(place, *documents) -> None:
    with open_store(place) as store:
        pipeline.keep(store, {one.graph: one.lines for one in documents})


def test_document_by_document_is_all_at_once(told, whole, tmp_path, drawn):
    for one in told:
        add(tmp_path / "kg", one)
    with open_store(tmp_path / "kg", read_only=True) as store:
        assert store.dump() == whole.dump()
        assert store.digest() == whole.digest()
        assert set(store.engine) == set(whole.engine)
    assert drawn[0] == str(tmp_path / "kg")
    assert sum(place.startswith("what lies around") for place in drawn) == 5


def test_the_copy_of_added_documents_is_what_the_store_tells(told, tmp_path):
    place = str(tmp_path / "kg")
    for one in told[:3]:
        add(place, one)
    copy, read = copy_in(tmp_path / "kg"), take(place, tmp_path)
    assert copy.version == read.version
    assert len(list((tmp_path / "kg").glob("content-*"))) == 1


def test_a_build_of_the_same_again_asks_no_rule(told, tmp_path, drawn):
    add(tmp_path / "kg", *told[:2])
    before = copy_in(tmp_path / "kg")
    drawn.clear()
    add(tmp_path / "kg", *told[:2])
    assert drawn == []
    assert copy_in(tmp_path / "kg").version == before.version


def test_a_document_that_goes_or_changes_takes_its_conclusions_with_it(told, whole, tmp_path):
    add(tmp_path / "kg", *told)
    with open_store(tmp_path / "kg") as store:
        store.remove(told[0].graph)
        store.replace({told[1].graph: told[1].lines[:20]})
        store.derive()
        assert store.dump() != whole.dump()
        store.replace({one.graph: one.lines for one in told})
        store.derive()
        assert store.dump() == whole.dump()


def test_what_was_stored_and_not_concluded_is_concluded_the_next_time(told, whole, tmp_path):
    add(tmp_path / "kg", *told[1:])
    with open_store(tmp_path / "kg") as store:
        store.replace({told[0].graph: told[0].lines})
        write_index(store)  # without the rules, as if they had failed
    with open_store(tmp_path / "kg") as store:
        store.derive()
        assert store.dump() == whole.dump()


def test_a_change_past_the_program_is_concluded_from_too(told, tmp_path, drawn):
    add(tmp_path / "kg", told[0])
    with open_store(tmp_path / "kg") as store:
        store.engine.update("PREFIX org: <http://www.w3.org/ns/org#> INSERT DATA { <urn:a> org:holds <urn:b> }")
        drawn.clear()
        store.derive()
        assert drawn == [str(tmp_path / "kg")]
        assert "<urn:b> <http://www.w3.org/ns/org#heldBy> <urn:a>" in store.dump().decode()


def test_a_post_of_which_a_new_document_tells_the_body_changes_what_others_met(tmp_path, drawn):
    data, org = "https://w3id.org/inspectorate-kg/id/", "http://www.w3.org/ns/org#"
    ikg, rdf = "https://w3id.org/inspectorate-kg/ontology#", "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
    one, two = f"{data}minutes/one", f"{data}minutes/two"
    meeting = [
        f"<{data}meeting/one> <{rdf}> <{ikg}Meeting> <{one}> .",
        f"<{data}meeting/one> <{ikg}participant> <{data}post/x> <{one}> .",
        f"<{data}meeting/one> <{ikg}participant> <{data}person/y> <{one}> .",
    ]
    with open_store(tmp_path / "kg") as store:
        store.refresh()
        pipeline.keep(store, {one: meeting})
    with open_store(tmp_path / "kg") as store:
        pipeline.keep(store, {two: [f"<{data}post/x> <{org}postIn> <{data}organisation/z> <{two}> ."]})
        met = f"<{data}person/y> <{ikg}metWith> <{data}organisation/z> <{DERIVED_GRAPH}> ."
        assert met in store.dump().decode()
    assert drawn[-1] == str(tmp_path / "kg")


def test_only_what_differs_is_written():
    before, after = {line("<urn:a> <urn:p> 'b'"), line("<urn:a> <urn:p> 'c'")}, [line("<urn:a> <urn:p> 'c'")]
    assert difference(GRAPH, set(after), after) == ""
    text = difference(GRAPH, before, after)
    assert "'b'" in text
    assert "'c'" not in text


def test_what_another_graph_tells_stays_in_the_union(tmp_path):
    with open_store() as store:
        store.replace({GRAPH: [line('<urn:a> <urn:p> "b"')], "urn:other": ['<urn:a> <urn:p> "b" <urn:other> .']})
        store.replace({GRAPH: [line('<urn:a> <urn:p> "c"')]})
        assert {str(quad.object.value) for quad in store.engine if "Default" in type(quad.graph_name).__name__} == {
            "b",
            "c",
        }
        store.replace({"urn:other": ['<urn:a> <urn:p> "d" <urn:other> .']})
        assert {str(quad.object.value) for quad in store.engine if "Default" in type(quad.graph_name).__name__} == {
            "c",
            "d",
        }


def test_a_graph_with_blank_nodes_can_be_replaced():
    with open_store() as store:
        store.replace({GRAPH: [line("_:a <urn:p> <urn:b>")]})
        store.replace({GRAPH: [line("<urn:a> <urn:p> <urn:b>")]})
        assert store.dump() == f"<urn:a> <urn:p> <urn:b> <{GRAPH}> .\n".encode()


def test_a_graph_stands_in_the_union_line_by_line_without_its_name_whatever_its_words_are():
    lines = [
        line(f'<urn:b> <urn:p> "of <{GRAPH}> .\\n"'),
        line('<urn:a> <urn:p> "ägypten’s"'),
        line('<urn:a> <urn:p> "ägypten’s"'),
    ]

    content = content_of(lines)

    assert content.decode() == (
        f'<urn:a> <urn:p> "ägypten’s" <{GRAPH}> .\n<urn:b> <urn:p> "of <{GRAPH}> .\\n" <{GRAPH}> .\n'
    )
    assert union_of(GRAPH, content).decode() == (
        f'<urn:a> <urn:p> "ägypten’s" .\n<urn:b> <urn:p> "of <{GRAPH}> .\\n" .\n'
    )


def test_a_store_filled_with_another_holds_the_same_and_knows_what_its_rules_concluded(tmp_path, whole):
    with open_store(tmp_path / "kg") as store:
        store.fill(whole)
        assert store.dump() == whole.dump()
        assert store.digest() == whole.digest()
        union = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
        assert next(iter(store.query(union)))["n"] == next(iter(whole.query(union)))["n"]
    with open_store(tmp_path / "kg") as store:
        assert store._drawn_with == whole._drawn_with
