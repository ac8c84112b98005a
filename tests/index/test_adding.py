"""An index to which documents were added tells the same as one that was written anew."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest

from kg import pipeline
from kg.index import opening, packed, write_index
from kg.index.opening import NAME, write_alone
from kg.store import open_store
from kg.store.changes import FEW
from kg.terms import minutes_iri
from tests import sample
from tests.index.conftest import fees, told

ROOT = Path(__file__).parents[2]
NOTES = sorted((ROOT / "data" / "minutes").glob("*.txt"))
NUMBERS = {"entity", "document", "meeting", "source", "target", "other", "minutes", "through", "fact", "quote"}
ORDERED = {"entity": "iri", "quote": "iri"}


def content(path: Path) -> dict[str, list[tuple]]:
    """Every row of an index with IRIs for numbers, and the IRIs in the order of their numbers."""
    connection = sqlite3.connect(path)
    names = {
        table: dict(connection.execute(f"SELECT id, iri FROM {table}"))  # noqa: S608 - our names
        for table in ("entity", "fact", "quote")
    }
    found: dict[str, list[tuple]] = {
        f"order of {table}": list(dict(sorted(names[table].items())).values()) for table in names
    }
    tables = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
    ).fetchall()
    for (table,) in tables:
        if table.startswith("words_") or table in {"content", "meta"}:
            continue
        cursor = connection.execute(f'SELECT * FROM "{table}"')  # noqa: S608
        columns = [column[0] for column in cursor.description]
        rows = [as_told(table, dict(zip(columns, row, strict=True)), names) for row in cursor]
        found[table] = sorted(rows, key=repr)
    found["search"] = searched(connection, names)
    connection.close()
    return found


def as_told(table: str, row: dict[str, object], names: dict[str, dict[int, str]]) -> tuple:
    if table == "ties":
        return of_ties(row, names)
    if table in names or table == "found":
        row.pop("id")
    if table == "related":
        row["reasons"] = repr([of_reason(one, names) for one in json.loads(str(row["reasons"]))])
    for column, value in row.items():
        kind = "quote" if column == "quote" else "fact" if column == "fact" else "entity"
        if column in NUMBERS and isinstance(value, int) and not (table == "minutes" and column == "source"):
            row[column] = names[kind].get(value, value)
    return tuple(row.items())


def of_reason(one: list, names: dict[str, dict[int, str]]) -> list:
    return [*one[:5], [[names["fact"][fact], names["quote"].get(quote)] for fact, quote in one[5]], one[6]]


def of_ties(row: dict, names: dict[str, dict[int, str]]) -> tuple:
    ties = packed.unpack(row["near"], row["reasons"], row["dated"])
    kinds = packed.kinds()
    each = [
        (
            names["entity"][ties.targets[reason]],
            kinds[ties.codes[reason]],
            day,
            names["fact"][fact],
            names["quote"].get(quote),
        )
        for reason, day, fact, quote in zip(ties.reasons, ties.days, ties.facts, ties.quotes, strict=True)
    ]
    return names["entity"][row["entity"]], [(names["entity"][one], score) for one, score in ties.near.items()], each


def searched(connection, names) -> list[tuple]:
    rows = connection.execute(
        "SELECT what, found.entity, fact, title, round(bm25(words), 9) FROM words JOIN found ON found.id = words.rowid "
        "WHERE words MATCH 'victims' ORDER BY round(bm25(words), 9), found.id"
    )
    return [(what, names["entity"].get(entity), names["fact"].get(fact), *more) for what, entity, fact, *more in rows]


def anew(place: Path, path: Path) -> dict[str, list[tuple]]:
    with open_store(place, read_only=True) as store:
        write_alone(store, path)
    return content(path)


def add(place: Path, graphs: dict[str, list[str]]) -> None:
    with open_store(place) as store:
        pipeline.keep(store, graphs)


@pytest.fixture
def written(monkeypatch) -> list[str]:
    """How each index was brought up to date."""
    ways: list[str] = []

    def noting(way: str) -> None:
        real = getattr(opening, way)

        def noted(store, path):
            if path.name == NAME:
                ways.append(way)
            return real(store, path)

        monkeypatch.setattr(opening, way, noted)

    for way in ("_make", "_renew"):
        noting(way)
    return ways


def same(place: Path, tmp_path: Path) -> None:
    ours, theirs = content(place / NAME), anew(place, tmp_path / "anew.sqlite")
    for table, rows in theirs.items():
        assert ours[table] == rows, table


def test_documents_that_were_added_one_by_one(tmp_path, written):
    place = tmp_path / "kg"
    add(place, {})
    for note in NOTES:
        document = pipeline.told(str(note))
        add(place, {document.graph: document.lines})
        if note in NOTES[::4]:
            same(place, tmp_path)
    same(place, tmp_path)
    assert written.count("_renew") >= len(NOTES) - 2
    assert written.count("_make") - written.count("_renew") <= 1


def test_documents_in_another_order_and_some_at_a_time(tmp_path, written):
    place = tmp_path / "kg"
    documents = [pipeline.told(str(note)) for note in NOTES]
    some = {one.graph: one.lines for one in documents[::2]}
    add(place, some)
    add(place, {one.graph: one.lines for one in documents[1::2][:4]})
    same(place, tmp_path)
    assert written == ["_make", "_renew"]


def test_documents_of_one_batch_name_what_another_of_them_brings(tmp_path, written):
    data, rdf = "https://w3id.org/inspectorate-kg/id/", "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
    skos, place = "http://www.w3.org/2004/02/skos/core#", tmp_path / "kg"
    one, two = minutes_iri("one"), minutes_iri("two")
    add(place, {})
    narrower = f"<{data}topic/a> <{skos}broader> <{data}topic/b> <{one}> ."
    add(
        place,
        {
            one: [f"<{data}topic/a> <{rdf}> <{skos}Concept> <{one}> .", narrower],
            two: [f"<{data}topic/b> <{rdf}> <{skos}Concept> <{two}> ."],
            **told(sample.reading("three"), sample.reading("four"), fees()),
        },
    )
    same(place, tmp_path)
    assert written == ["_make", "_renew"]


def test_the_note_of_the_harbours_and_the_second_meeting(tmp_path, written):
    place = tmp_path / "kg"
    add(place, told(fees()))
    add(place, told(sample.reading()))
    same(place, tmp_path)
    assert written == ["_make", "_renew"]


def test_what_reaches_further_is_written_anew(tmp_path, written):
    data, org = "https://w3id.org/inspectorate-kg/id/", "http://www.w3.org/ns/org#"
    place, graph = tmp_path / "kg", minutes_iri("bodies")
    add(place, told(sample.reading()))
    post = f"<{data}{sample.COMMISSIONER}> <{org}postIn> <{data}organisation/port-board> <{graph}> ."
    add(place, {graph: [post]})
    same(place, tmp_path)
    assert written == ["_make", "_renew", "_make"]


def test_a_thing_that_others_name_already_is_written_anew(tmp_path, written):
    data, rdf = "https://w3id.org/inspectorate-kg/id/", "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
    skos, place = "http://www.w3.org/2004/02/skos/core#", tmp_path / "kg"
    one, two = minutes_iri("one"), minutes_iri("two")
    add(place, told(sample.reading()))
    add(
        place,
        {
            one: [
                f"<{data}topic/a> <{rdf}> <{skos}Concept> <{one}> .",
                f"<{data}topic/a> <{skos}broader> <{data}topic/b> <{one}> .",
            ]
        },
    )
    add(place, {two: [f"<{data}topic/b> <{rdf}> <{skos}Concept> <{two}> ."]})
    same(place, tmp_path)
    assert written == ["_make", "_renew", "_renew", "_make"]


def test_links_that_a_fact_carries_the_words_of_are_ties_of_that_fact_alone(tmp_path):
    data, ikg = "https://w3id.org/inspectorate-kg/id/", "https://w3id.org/inspectorate-kg/ontology#"
    rdf, place = "http://www.w3.org/1999/02/22-rdf-syntax-ns#", tmp_path / "kg"
    one, two, three = (minutes_iri(name) for name in ("one", "two", "three"))
    link = f"<{data}organisation/a> <{ikg}oversees> <{data}organisation/b>"

    def bodies(graph: str) -> list[str]:
        return [
            f"<{data}organisation/{name}> <{rdf}type> <http://www.w3.org/ns/org#Organization> <{graph}> ."
            for name in "ab"
        ]

    def carrying(graph: str) -> list[str]:
        node = f"<{graph}/relationship/1>"
        parts = (
            ("type", f"<{ikg}Relationship>"),
            ("subject", f"<{data}organisation/a>"),
            ("predicate", f"<{ikg}oversees>"),
            ("object", f"<{data}organisation/b>"),
        )
        quote = f"<{graph}#char=0,4>"
        prov = f"{quote} <http://www.w3.org/ns/prov#wasQuotedFrom> <{graph}> <{graph}> ."
        return [
            *(f"{node} <{rdf}{name}> {value} <{graph}> ." for name, value in parts),
            f"{node} <{ikg}evidence> {quote} <{graph}> .",
            prov,
        ]

    add(place, {one: [*bodies(one), f"{link} <{one}> ."]})
    same(place, tmp_path)
    add(place, {two: [*bodies(two), f"{link} <{two}> .", *carrying(two)]})
    same(place, tmp_path)
    add(place, {three: [*bodies(three), f"{link} <{three}> ."]})
    same(place, tmp_path)


def test_many_documents_at_once_are_written_anew(tmp_path, written):
    add(tmp_path / "kg", told(sample.reading("zero")))
    add(tmp_path / "kg", told(*(sample.reading(f"note-{number}") for number in range(FEW + 1))))
    assert written == ["_make", "_make"]


def test_many_one_after_the_other_find_their_place_or_make_room(tmp_path, written):
    place = tmp_path / "kg"
    with open_store(place) as store:
        store.replace(told(sample.reading("m")))
        write_index(store)
    for number in range(6):
        with open_store(place) as store:
            store.replace(told(sample.reading(f"{'zalb'[number % 4]}-{9 - number}")))
            write_index(store)
        same(place, tmp_path)
    assert "_renew" in written
