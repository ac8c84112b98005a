"""An index belongs to one content, is never half-written, and is the same for the same graph."""

from __future__ import annotations

import shutil
import sqlite3

import pytest

from kg.errors import StoreError
from kg.index import entities, open_index, write_index
from kg.index import writing as index_writing
from kg.index.opening import NAME
from kg.store import open_store
from tests import sample
from tests.index.conftest import fees, told


def labels(index) -> list[str]:
    return [one.label for one in entities(index, types=["agents"]).items]


@pytest.fixture
def place(tmp_path):
    with open_store(tmp_path / "kg") as store:
        store.replace(told(sample.reading()))
        write_index(store)
    return tmp_path / "kg"


def rows_of(path) -> dict[str, list[tuple]]:
    connection = sqlite3.connect(path)
    tables = [
        name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
    ]
    found = {table: connection.execute(f'SELECT * FROM "{table}"').fetchall() for table in tables}  # noqa: S608 - our names
    connection.close()
    found["meta"] = [row for row in found["meta"] if row[0] != "files"]
    return found


def test_an_index_names_the_digest_of_its_store(place):
    with open_store(place, read_only=True) as store, open_index(store) as index:
        assert index.version == store.digest()
        assert index.path == place / NAME
        assert "Harbour Inspectorate" in labels(index)


def test_the_same_graph_gives_the_same_rows_whatever_the_order_of_storing(tmp_path):
    one, two = told(sample.reading()), told(fees())
    for name, order in (("a", (one, two)), ("b", (two, one))):
        with open_store(tmp_path / name) as store:
            for graphs in order:
                store.replace(graphs)
            store.derive()
            write_index(store)
    assert rows_of(tmp_path / "a" / NAME) == rows_of(tmp_path / "b" / NAME)


def test_an_index_that_fits_is_not_written_again(place, monkeypatch):
    def refuse(*_: object) -> None:
        raise AssertionError("written again")

    monkeypatch.setattr("kg.index.opening.write", refuse)
    with open_store(place) as store:
        write_index(store)
    with open_store(place, read_only=True) as store:
        open_index(store).close()


def test_a_copied_store_keeps_its_index(place, tmp_path, monkeypatch):
    shutil.copytree(place, tmp_path / "copy")
    monkeypatch.setattr("kg.index.opening.write", None)
    with open_store(tmp_path / "copy", read_only=True) as store, open_index(store) as index:
        assert index.path == tmp_path / "copy" / NAME


def test_after_a_change_the_index_is_another(place):
    with open_store(place) as store:
        store.replace(told(fees()))
        with open_index(store) as index:  # not written yet: made for this process alone
            assert "Ann Moor" in labels(index)
            assert index.path.parent != place
        before = (place / NAME).read_bytes()
        write_index(store)
        assert (place / NAME).read_bytes() != before
    with open_store(place, read_only=True) as store, open_index(store) as index:
        assert "Ann Moor" in labels(index)


def test_a_change_past_the_program_is_noticed_too(place):
    with open_store(place) as store:
        store.engine.update("PREFIX ex: <urn:> INSERT DATA { GRAPH ex:g { ex:a ex:b ex:c } }")
        with open_index(store) as index:
            assert index.path.parent != place
            assert index.version == store.digest()


def test_another_declaration_makes_another_index(place, monkeypatch):
    with open_store(place, read_only=True) as store:
        monkeypatch.setattr("kg.index.opening.declared_digest", lambda: "another")
        with open_index(store) as index:
            assert index.path.parent != place


def test_an_open_index_stays_while_a_new_one_takes_its_place(place):
    with open_store(place) as store, open_index(store) as old:
        store.replace(told(fees()))
        write_index(store)
        assert "Ann Moor" not in labels(old)
        with open_index(store) as new:
            assert "Ann Moor" in labels(new)


def test_what_ends_the_writing_leaves_the_old_index_and_no_remains(place, monkeypatch):
    before = (place / NAME).read_bytes()

    def broken(*_: object) -> None:
        raise sqlite3.OperationalError("disk full")

    with open_store(place) as store:
        store.replace(told(fees()))
        monkeypatch.setattr(index_writing, "insert", broken)
        with pytest.raises(StoreError, match="the index cannot be written: disk full"):
            write_index(store)
    assert (place / NAME).read_bytes() == before
    assert [path.name for path in place.iterdir() if "index" in path.name] == [NAME]


@pytest.mark.parametrize("content", [b"", b"not a database at all, but long enough to be taken for one" * 40])
def test_a_damaged_index_is_made_anew(place, content):
    (place / NAME).write_bytes(content)
    with open_store(place) as store:
        write_index(store)
        with open_index(store) as index:
            assert index.path == place / NAME
            assert "Harbour Inspectorate" in labels(index)


def test_a_store_in_memory_has_an_index_of_its_own_and_no_file(tmp_path):
    store = open_store()
    store.replace(told(sample.reading()))
    assert write_index(store) is None
    with open_index(store) as index:
        assert not index.path.exists()
        assert "Harbour Inspectorate" in labels(index)


def test_an_empty_store_has_an_empty_index():
    with open_index(open_store()) as index:
        assert entities(index).total == 0
