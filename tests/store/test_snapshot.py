"""A store as it was at one moment."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from pathlib import Path

import pytest
from pyoxigraph import QuerySolutions

from kg.errors import StoreError
from kg.index import write_index
from kg.store import open_store
from kg.store.snapshot import is_being_written, stamp, take, take_copy
from kg.terms import minutes_iri
from kg.triples import tell
from tests import sample

ONE, TWO = minutes_iri("one"), minutes_iri("two")


@pytest.fixture
def place(tmp_path) -> str:
    place = str(tmp_path / "kg")
    with open_store(place) as store:
        store.replace({ONE: tell(sample.reading("one")), TWO: tell(sample.reading("two"))})
    return place


def number(view, query: str) -> int:
    found = view.query(query)
    assert isinstance(found, QuerySolutions)
    return int(next(iter(found))[0].value)


def test_a_snapshot_holds_what_the_store_exports_and_is_named_by_its_digest(place, tmp_path):
    snapshot = take(place, tmp_path)
    with open_store(place, read_only=True) as store:
        assert snapshot.content() == store.dump()
        assert snapshot.version == store.digest()


def test_the_digest_is_made_of_those_of_the_graphs(place):
    with open_store(place, read_only=True) as store:
        lines = [line for line in store.dump().splitlines(keepends=True) if line.endswith(f"<{ONE}> .\n".encode())]
        other = [line for line in store.dump().splitlines(keepends=True) if line not in lines]
        told = [f"{graph} {hashlib.sha256(b''.join(of)).hexdigest()}\n" for graph, of in ((ONE, lines), (TWO, other))]
        assert store.digest() == hashlib.sha256("".join(told).encode()).hexdigest()


def test_its_default_graph_is_the_union_with_each_triple_once(place, tmp_path):
    view = take(place, tmp_path).load()
    with open_store(place, read_only=True) as store:
        every = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
        assert number(view, every) == number(store, every)
    assert number(view, "SELECT (COUNT(*) AS ?n) { ?s a ikg:Inspectorate }") == 2
    assert view.graphs() == [ONE, TWO]


def test_a_change_that_is_not_yet_in_the_engines_tables_is_in_the_snapshot(place, tmp_path):
    before = take(place, tmp_path).version
    with open_store(place) as store:
        store.remove(TWO)
    after = take(place, tmp_path)
    assert after.version != before
    assert after.load().graphs() == [ONE]


def test_the_stamp_changes_with_the_store_and_not_with_its_readers(place, tmp_path):
    before = stamp(place)
    take(place, tmp_path)
    assert stamp(place) == before
    with open_store(place) as store:
        store.remove(TWO)
    assert stamp(place) != before


def test_a_snapshot_that_was_dropped_is_gone(place, tmp_path):
    snapshot = take(place, tmp_path)
    snapshot.drop()
    assert list(tmp_path.glob("*.nq")) == []


def test_where_there_is_no_store_there_is_no_snapshot(tmp_path):
    with pytest.raises(StoreError, match="there is none yet"):
        take(str(tmp_path / "none"), tmp_path)


def test_a_writer_in_another_process_is_seen(place):
    def seen() -> str:
        ask = "import sys; from kg.store.snapshot import is_being_written; print(is_being_written(sys.argv[1]))"
        return subprocess.run([sys.executable, "-c", ask, place], capture_output=True, text=True, check=True).stdout

    assert is_being_written(place) is False
    with open_store(place):
        assert seen() == "True\n"
    assert seen() == "False\n"


def test_the_copy_that_a_build_leaves_is_the_snapshot_that_the_engine_would_give(place, tmp_path):
    with open_store(place) as store:
        write_index(store)
    copied, read = take_copy(place, tmp_path), take(place, tmp_path)
    assert copied == read
    assert copied.content() == read.content()
    assert copied.load().graphs() == [ONE, TWO]


def test_a_copy_of_other_content_is_of_no_use_and_goes_with_the_next_build(place, tmp_path):
    with open_store(place) as store:
        write_index(store)
        store.remove(TWO)
        assert take_copy(place, tmp_path) is None
    assert take_copy(place, tmp_path) is None
    with open_store(place) as store:
        write_index(store)
    assert take_copy(place, tmp_path).load().graphs() == [ONE]
    assert len(list(Path(place).glob("content-*"))) == 1


def test_a_store_that_no_build_has_finished_has_no_copy(place, tmp_path):
    assert take_copy(place, tmp_path) is None
    assert take_copy(str(tmp_path / "nowhere"), tmp_path) is None
