"""Graphs packed as they are written are what the engine tells of them, and only as long as it would tell just that."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from kg import pipeline
from kg.store import open_store
from kg.store.embedded import Embedded
from kg.store.packing import pack
from kg.store.syntaxes import canonical
from tests.test_story import MINUTES

CORPUS = Path(__file__).parents[1] / "corpus"
NOTES = [*sorted(MINUTES.glob("*.txt")), *sorted(CORPUS.glob("round-[1-3]/*.txt"))]
GRAPH = "urn:graph"
FIRST, SECOND = f'<urn:a> <urn:p> "one" <{GRAPH}> .', f'<urn:b> <urn:p> "two" <{GRAPH}> .'


@pytest.fixture
def store(tmp_path):
    with open_store(tmp_path / "kg") as opened:
        yield opened


@pytest.fixture
def asked(monkeypatch) -> list[str]:
    """The graphs that the engine was asked for."""
    graphs, real = [], Embedded.lines

    def lines(self, graph):
        graphs.append(graph)
        return real(self, graph)

    monkeypatch.setattr(Embedded, "lines", lines)
    return graphs


def words_of(packed: tuple[str, bytes]) -> str:
    return gzip.decompress(packed[1]).decode()


def test_every_document_is_packed_as_the_engine_tells_it(store):
    told = [pipeline.told(str(note)) for note in NOTES]
    assert len(told) > 30
    store.replace({one.graph: one.lines for one in told}, canonical=True)
    for one in told:
        assert store.packed(one.graph) == pack(canonical(store.lines(one.graph))), one.graph


def test_the_engine_is_not_asked_for_what_was_just_written(store, asked):
    store.replace({GRAPH: [SECOND, FIRST, FIRST]}, canonical=True)
    assert words_of(store.packed(GRAPH)) == f"{FIRST}\n{SECOND}\n"
    assert asked == []


def test_lines_that_nobody_calls_canonical_are_told_by_the_engine(store, asked):
    store.replace({GRAPH: ['<urn:a> <urn:p> "\\u006Fne" <urn:graph> .']})
    assert words_of(store.packed(GRAPH)) == f"{FIRST}\n"
    assert asked == [GRAPH]


@pytest.mark.parametrize(
    "change",
    [
        lambda store: store.remove(GRAPH),
        lambda store: store.replace({GRAPH: [SECOND]}),
        lambda store: store.engine.update(f'DELETE DATA {{ GRAPH <{GRAPH}> {{ <urn:a> <urn:p> "one" }} }}'),
    ],
)
def test_a_graph_that_changes_is_no_longer_what_was_written(store, change):
    store.replace({GRAPH: [FIRST]}, canonical=True)
    change(store)
    assert store.packed(GRAPH) == pack(canonical(store.lines(GRAPH)))


def test_a_graph_written_twice_is_the_second(store, asked):
    store.replace({GRAPH: [FIRST]}, canonical=True)
    store.replace({GRAPH: [SECOND]}, canonical=True)
    del asked[:]  # what goes from a graph is found by what stands in it
    assert words_of(store.packed(GRAPH)) == f"{SECOND}\n"
    assert asked == []
