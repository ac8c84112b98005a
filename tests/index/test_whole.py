"""The index of a whole store is written part by part, and says what the whole store says."""

from __future__ import annotations

from kg.index import Index, facts_of, open_index, write_index
from kg.index.lists import Wanted
from kg.index.numbers import Spread
from kg.store import open_store
from kg.terms import expand, minutes_iri
from tests import sample
from tests.index.conftest import fees, told

LATER = minutes_iri("2019-01-07-later")
PROMISE = minutes_iri("2018-06-05-fees") + "/commitment/1"
QUERIES = (
    "SELECT * FROM quote",
    "SELECT * FROM fact",
    "SELECT * FROM role",
    "SELECT * FROM ties",
    "SELECT * FROM told",
    "SELECT * FROM entity",
)


def undertaken(index: Index) -> dict[str, tuple[str, str | None]]:
    """Each commitment with its words and its status."""
    with index.reading() as connection:
        return {
            iri: (text, status)
            for iri, text, status in connection.execute("SELECT iri, text, status FROM fact WHERE kind = 'commitment'")
        }


def test_what_another_document_tells_of_a_fact_is_told_of_it(tmp_path):
    given = f"<{PROMISE}> <{expand('ikg:status')}> <{expand('status:completed')}> <{LATER}> ."
    with open_store(tmp_path / "apart") as store:
        store.replace(told(sample.reading(), fees()))
        with Index(write_index(store)) as index:
            assert undertaken(index)[PROMISE] == ("publish its fees", None)
    with open_store(tmp_path / "with") as store:
        store.replace(told(sample.reading(), fees()) | {LATER: [given]})
        with Index(write_index(store)) as index:
            assert undertaken(index)[PROMISE] == ("publish its fees", "completed")
            assert PROMISE not in [fact.iri for fact in facts_of(index, Wanted(kind="commitment", open=True)).items]


def test_what_a_graph_that_is_no_document_tells_of_a_fact_is_told_of_it(tmp_path):
    given = f"<{PROMISE}> <{expand('ikg:status')}> <{expand('status:completed')}> <http://example.org/notes> ."
    with open_store(tmp_path / "store") as store:
        store.replace(told(sample.reading(), fees()) | {"http://example.org/notes": [given]})
        with Index(write_index(store)) as index:
            assert undertaken(index)[PROMISE] == ("publish its fees", "completed")


def test_nothing_is_left_beside_the_index(tmp_path):
    with open_store(tmp_path / "store") as store:
        store.replace(told(sample.reading()))
        assert write_index(store) == tmp_path / "store" / "index.sqlite"
    assert not [path for path in (tmp_path / "store").iterdir() if path.name.startswith(".")]


def test_a_store_on_disk_and_one_in_memory_have_the_same_rows(tmp_path):
    found = []
    for place in (str(tmp_path / "store"), "memory:"):
        with open_store(place) as store:
            store.replace(told(sample.reading(), fees()), canonical=True)
            with open_index(store) as index, index.reading() as connection:
                rows = [connection.execute(query).fetchall() for query in QUERIES]
                found.append(rows)
    assert found[0] == found[1]
    assert all(found[0])


def test_a_thing_that_is_no_iri_has_nothing_told_of_it():
    store = open_store()
    store.replace(told(sample.reading()))
    assert list(store.told_of("no iri")) == []


def test_numbers_have_room_between_blocks():
    spread = Spread(2, 10)
    assert [spread.next(block) for block in ("a", "a", "b", "b")] == [10, 11, 21, 22]
