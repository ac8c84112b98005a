"""A new store begins with what all new stores hold, and is the same as one made from nothing."""

from __future__ import annotations

import multiprocessing
from pathlib import Path

import pytest

from kg import kept, pipeline, resources
from kg.index import entities, open_index
from kg.ready import begin
from kg.store import open_store
from kg.store.copies import copy_in
from kg.terms import REGISTRY_GRAPH
from tests.index.conftest import fees, told


@pytest.fixture
def cache(tmp_path, monkeypatch) -> Path:
    """A cache of its own, and so little background that a store is made in no time."""
    ontology, data = tmp_path / "ontology", tmp_path / "data"
    for folder in (ontology / "vocabularies", data / "registry", data / "thesaurus"):
        folder.mkdir(parents=True)
    for name in ("rules", "index"):
        (ontology / name).symlink_to(resources.ontology() / name)
    (data / "registry" / "bodies.ttl").write_text(
        "<https://w3id.org/inspectorate-kg/id/organisation/tide-board> a <http://www.w3.org/ns/org#Organization> ; "
        '<http://www.w3.org/2000/01/rdf-schema#label> "Tide Board" .'
    )
    monkeypatch.setattr(resources, "ontology", lambda: ontology)
    monkeypatch.setattr(resources, "data", lambda: data)
    monkeypatch.setenv(kept.VARIABLE, str(tmp_path / "cache"))
    return tmp_path / "cache"


def kept_stores(cache: Path) -> list[Path]:
    return sorted(cache.glob("store-*"))


def labels(store) -> list[str]:
    with open_index(store) as index:
        return [one.label for one in entities(index, types=["organisations"]).items]


def test_it_is_the_store_that_would_be_made_from_nothing(cache, tmp_path):
    assert begin(str(tmp_path / "kg"))
    assert copy_in(tmp_path / "kg")
    with open_store(tmp_path / "kg") as ready, open_store(tmp_path / "other") as other:
        for store in (ready, other):
            pipeline.keep(store, told(fees()))
        assert ready.dump() == other.dump()
        assert ready.digest() == other.digest()
        assert labels(ready) == labels(other) == ["Port Authority", "Tide Board"]


def test_it_is_made_in_another_process_while_something_else_is_done(tmp_path, monkeypatch):
    monkeypatch.setenv(kept.VARIABLE, str(tmp_path / "cache"))
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    monkeypatch.setattr("kg.ready._make", None)  # not in this one
    done = []

    assert begin(str(tmp_path / "kg"), meanwhile=lambda: done.append("read"))
    assert begin(str(tmp_path / "other"), meanwhile=lambda: done.append("not again"))
    assert done == ["read"]
    with open_store(tmp_path / "kg") as store:
        assert REGISTRY_GRAPH in store.graphs()


def test_it_is_whole_also_where_what_is_done_meanwhile_is_interrupted(tmp_path, monkeypatch):
    def interrupted() -> None:
        raise KeyboardInterrupt

    monkeypatch.setenv(kept.VARIABLE, str(tmp_path / "cache"))
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    with pytest.raises(KeyboardInterrupt):
        begin(str(tmp_path / "kg"), meanwhile=interrupted)
    assert [path.name.split("-")[0] for path in (tmp_path / "cache").iterdir()] == ["store"]


def test_it_is_made_in_this_process_where_there_is_one_core(cache, tmp_path, monkeypatch):
    monkeypatch.setattr("os.cpu_count", lambda: 1)
    assert begin(str(tmp_path / "kg"), meanwhile=lambda: pytest.fail("there is nothing to wait for"))


def test_it_is_made_once_and_then_copied(cache, tmp_path, monkeypatch):
    assert begin(str(tmp_path / "one"))
    monkeypatch.setattr("kg.ready._make", None)
    assert begin(str(tmp_path / "two"))
    with open_store(tmp_path / "two", read_only=True) as store:
        assert labels(store) == ["Tide Board"]


def test_another_registry_makes_another(cache, tmp_path):
    assert begin(str(tmp_path / "one"))
    (resources.data() / "registry" / "more.ttl").write_text(
        "<https://w3id.org/inspectorate-kg/id/organisation/moor-board> a <http://www.w3.org/ns/org#Organization> ; "
        '<http://www.w3.org/2000/01/rdf-schema#label> "Moor Board" .'
    )
    assert begin(str(tmp_path / "two"))
    assert len(kept_stores(cache)) == 2
    with open_store(tmp_path / "two", read_only=True) as store:
        assert labels(store) == ["Moor Board", "Tide Board"]


def test_a_damaged_one_is_not_copied_and_made_anew_for_the_next(cache, tmp_path):
    begin(str(tmp_path / "one"))
    (ready,) = kept_stores(cache)
    table = max(ready.glob("*.sst"))
    table.write_bytes(table.read_bytes()[:-1] + b"?")
    assert not begin(str(tmp_path / "two"))
    assert not (tmp_path / "two").exists()
    assert begin(str(tmp_path / "two"))


@pytest.mark.parametrize("content", [b"", b"[1, 2]", b"no JSON"])
def test_a_damaged_list_of_files_does_no_harm(cache, tmp_path, content):
    begin(str(tmp_path / "one"))
    (ready,) = kept_stores(cache)
    (ready / "sums.json").write_bytes(content)
    assert not begin(str(tmp_path / "two"))
    assert not (tmp_path / "two").exists()
    assert begin(str(tmp_path / "two"))


def test_a_folder_with_anything_in_it_is_left_alone(cache, tmp_path):
    (tmp_path / "kg").mkdir()
    (tmp_path / "kg" / "letter.txt").touch()
    assert not begin(str(tmp_path / "kg"))
    assert [path.name for path in (tmp_path / "kg").iterdir()] == ["letter.txt"]


def test_an_empty_folder_is_filled(cache, tmp_path):
    (tmp_path / "kg").mkdir()
    assert begin(str(tmp_path / "kg"))
    with open_store(tmp_path / "kg", read_only=True) as store:
        assert REGISTRY_GRAPH in store.graphs()


@pytest.mark.parametrize("place", ["memory:", "http://localhost/store"])
def test_what_is_no_folder_is_left_alone(cache, place):
    assert not begin(place)


def test_without_a_cache_nothing_is_put_anywhere(cache, tmp_path, monkeypatch):
    monkeypatch.setenv(kept.VARIABLE, "")
    assert not begin(str(tmp_path / "kg"))
    (tmp_path / "a-file").touch()
    monkeypatch.setenv(kept.VARIABLE, str(tmp_path / "a-file" / "cache"))
    assert not begin(str(tmp_path / "kg"))
    assert not (tmp_path / "kg").exists()


def test_a_place_that_cannot_be_written_is_told_by_who_opens_it(cache, tmp_path):
    (tmp_path / "a-file").touch()
    assert not begin(str(tmp_path / "a-file" / "kg"))


def test_two_processes_at_once_begin_two_stores(tmp_path, monkeypatch):
    monkeypatch.setenv(kept.VARIABLE, str(tmp_path / "cache"))
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        assert pool.map(begin, [str(tmp_path / name) for name in ("one", "two")]) == [True, True]
    with open_store(tmp_path / "one", read_only=True) as one, open_store(tmp_path / "two", read_only=True) as two:
        assert one.digest() == two.digest()
    assert len(kept_stores(tmp_path / "cache")) == 1
    assert [path.name for path in (tmp_path / "cache").iterdir() if path.name.startswith(".")] == []
