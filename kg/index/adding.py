"""New documents added to an index that is there.

Comes in: a database with the index of a store as it was, the store as it is, the graphs that are new.  Goes out: the same rows as if all had
been written anew, but for the room between the numbers.  The one idea: a document only adds; what it changes of others (names,
counts, ties) is worked out for the things that it names alone, and where it reaches further the index is written anew.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping
from itertools import groupby

from kg.index.by_document import DOCUMENTS
from kg.index.declared import IN, LINK, OUT, link_properties, local, told_properties
from kg.index.facts import Facts
from kg.index.inserting import COUNTED, insert
from kg.index.merging import Gone, merge, retell
from kg.index.numbers import BLOCKS_APART, THINGS_APART, NoRoomError, Numbers, place
from kg.index.reading import AMONG, listed
from kg.index.reasons import TieRow, first_of_each, tie_order
from kg.index.rows import Rows, told
from kg.index.source import Source
from kg.index.things import things, typed
from kg.index.ties import carried, is_link
from kg.names import folded
from kg.store.base import Store
from kg.store.changes import Changes
from kg.terms import DERIVED_GRAPH, expand

_BODIES = ((expand("org:postIn"), None),)  # for which body an agent stands: facts of other documents follow from it
_TO_FACTS = ("ikg:answers", "ikg:follows")  # a fact that is answered or followed is another fact than before
Link = tuple[str, str, str]


def may_add(changes: Changes, graphs: int) -> bool:
    """Are the changes but a few new documents, of so many graphs in all?"""
    return bool(
        changes.new
        and changes.are_few(graphs)
        and changes.other <= {DERIVED_GRAPH}
        and all(graph.startswith(DOCUMENTS) for graph in changes.new)
    )


def add(connection: sqlite3.Connection, store: Store, graphs: Iterable[str]) -> None:
    """Add documents.  Raises NoRoomError where everything is to be written anew; the database is of no use then."""
    connection.execute("BEGIN")
    try:
        _Addition(connection, store, frozenset(graphs)).write()
    except sqlite3.IntegrityError as fault:  # something of it is there already
        raise NoRoomError from fault


class _Addition:
    """Documents on their way into the index."""

    def __init__(self, connection: sqlite3.Connection, store: Store, graphs: frozenset[str]) -> None:
        self._connection = connection
        self._store = store
        self._graphs = graphs
        self._source = Source(store.around(graphs))
        self._own = {subject for graph in graphs for subject in self._source.subjects_in(graph)}
        known = typed(self._source)
        self._things = [thing for thing in things(self._source, known) if thing.iri in self._own]
        self._facts = [fact for fact in Facts(self._source).all() if fact.iri in self._own]
        self._quotes = sorted(iri for iri in self._source.values("prov:wasQuotedFrom") if iri in self._own)
        self._plain = [
            triple for triple in self._source.plain({*told_properties(), *link_properties()}) if triple[0] in self._own
        ]
        values = {value for _, _, value, _ in self._plain}
        self._numbers = Numbers(entity=self._numbers_of(known.keys() | values))

    def write(self) -> None:
        """Write what they bring."""
        self._check()
        before = self._described()
        self._give_numbers()
        self._take_out(before)
        rows = Rows(self._source, self._things, self._facts, self._numbers)
        insert(self._connection, "quote", rows.quotes())
        for table, some in rows.told():
            insert(self._connection, table, some)
        own = {thing.iri for thing in self._things}
        plain = (triple for triple in self._plain if triple[0] in own)
        insert(self._connection, "told", told(plain, self._numbers.entity))
        renamed = self._describe(before)
        touched = merge(
            self._connection,
            [*first_of_each(sorted(rows.ties_of_facts(), key=tie_order)), *self._links()],
            self._gone(),
        )
        self._count(touched)
        retell(self._connection, touched | self._relatives(renamed))

    # ── what it may reach ────────────────────────────────────────────────────────────────────────────────────────

    def _check(self) -> None:
        """They say nothing from which other things follow for what others have told; else everything is to be written anew."""
        new = [thing.iri for thing in self._things if thing.iri not in self._numbers.entity]
        facts = [fact.iri for fact in self._facts]
        pointed_at = {
            value for property_ in _TO_FACTS for values in self._source.values(property_).values() for value in values
        }
        if (
            any(fact.document not in self._graphs for fact in self._facts)
            or not pointed_at <= self._own
            or self._store.changes_others(self._graphs, _BODIES)
            or self._store.named_elsewhere(self._graphs, [*new, *facts])
        ):
            raise NoRoomError

    # ── numbers ──────────────────────────────────────────────────────────────────────────────────────────────────

    def _numbers_of(self, iris: Iterable[str]) -> dict[str, int]:
        """The numbers of the entities that are there."""
        rows = self._connection.execute(f"SELECT iri, id FROM entity WHERE iri {AMONG}", (_json(iris),))
        return dict(rows)

    def _give_numbers(self) -> None:
        for thing in self._things:  # in the order of IRIs
            if thing.iri not in self._numbers.entity:
                number = place(1, *self._around("entity", thing.iri), THINGS_APART)
                self._connection.execute(
                    "INSERT INTO entity VALUES (?, ?, ?, ?, '', '', 0, 0, NULL, NULL, 0)",
                    (number, thing.iri, thing.type, thing.kind),
                )
                self._numbers.entity[thing.iri] = number
        self._number_quotes()
        self._number_facts()

    def _number_quotes(self) -> None:
        last = 0
        for _, some in groupby(self._quotes, key=lambda iri: iri.partition("#")[0]):
            block = list(some)
            before, behind = self._around("quote", block[0])
            first = place(len(block), max(before, last), behind, BLOCKS_APART)
            last = first + len(block) - 1
            self._numbers.quote.update((iri, first + at) for at, iri in enumerate(block))

    def _number_facts(self) -> None:
        there = self._blocks_of_facts() if self._facts else []
        last = 0
        for here, some in groupby(self._facts, key=lambda fact: (fact.day or "", fact.document or "")):
            block = list(some)
            before = max((end for day, iri, _, end in there if (day, iri) < here), default=0)
            behind = min((start for day, iri, start, _ in there if (day, iri) > here), default=None)
            first = place(len(block), max(before, last), behind, BLOCKS_APART)
            last = first + len(block) - 1
            self._numbers.fact.update((fact.iri, first + at) for at, fact in enumerate(block))

    def _around(self, table: str, iri: str) -> tuple[int, int | None]:
        """The numbers before and behind an IRI."""
        before = self._connection.execute(f"SELECT id FROM {table} WHERE iri < ? ORDER BY iri DESC LIMIT 1", (iri,))
        behind = self._connection.execute(f"SELECT id FROM {table} WHERE iri > ? ORDER BY iri LIMIT 1", (iri,))
        return (before.fetchone() or (0,))[0], (behind.fetchone() or (None,))[0]

    def _blocks_of_facts(self) -> list[tuple[str, str, int, int]]:
        """Day and document of the facts that are there, with the first and the last number."""
        return self._connection.execute(
            "SELECT coalesce(fact.day, ''), coalesce(entity.iri, ''), lowest, highest FROM (SELECT min(id) AS lowest, max(id) AS highest FROM fact "
            "GROUP BY document, day) JOIN fact ON fact.id = lowest LEFT JOIN entity ON entity.id = fact.document"
        ).fetchall()

    # ── things ───────────────────────────────────────────────────────────────────────────────────────────────────

    def _described(self) -> dict[int, tuple[str, str | None, str]]:
        """How the things of the documents were described before: type, kind and label."""
        numbers = [self._numbers.entity.get(thing.iri) for thing in self._things]
        rows = self._connection.execute(
            f"SELECT id, type, kind, label FROM entity WHERE id {AMONG}", (listed(numbers),)
        )
        return {number: (type_, kind, label) for number, type_, kind, label in rows}

    def _take_out(self, before: Mapping[int, object]) -> None:
        """Names and plain triples of things that were there: they are told again with those that are new."""
        for table, column in (("name", "entity"), ("told", "entity"), ("found", "id"), ("words", "rowid")):
            self._connection.execute(f"DELETE FROM {table} WHERE {column} {AMONG}", (listed(before),))

    def _describe(self, before: Mapping[int, tuple[str, str | None, str]]) -> set[int]:
        """Describe the things of the documents anew; those that others show by another label or type than before."""
        told = {self._numbers.entity[thing.iri]: thing for thing in self._things}
        self._connection.executemany(
            "UPDATE entity SET type = ?, kind = ?, label = ?, folded = ? WHERE id = ?",
            ((one.type, one.kind, one.names[0], folded(one.names[0]), number) for number, one in told.items()),
        )
        return {
            number
            for number, (type_, _, label) in before.items()
            if (type_, label) != (told[number].type, told[number].names[0])
        }

    def _relatives(self, renamed: set[int]) -> set[int]:
        rows = self._connection.execute(f"SELECT DISTINCT source FROM related WHERE target {AMONG}", (listed(renamed),))
        return {source for (source,) in rows} if renamed else set()

    def _count(self, touched: set[int]) -> None:
        """Count facts, meetings and relatives of everything that the documents name or tie."""
        roles = {self._numbers.entity.get(role.thing) for fact in self._facts for role in fact.roles}
        own = {self._numbers.entity[thing.iri] for thing in self._things}
        self._connection.execute(f"{COUNTED} WHERE id {AMONG}", (listed(touched | roles | own),))

    # ── plain triples ────────────────────────────────────────────────────────────────────────────────────────────

    def _links(self) -> list[TieRow]:
        """The ties that plain triples of the documents make, but those that a fact anywhere carries the words of."""
        told = {
            triple[:3] for triple in self._plain if triple[3] in self._graphs and is_link(triple, self._numbers.entity)
        }
        found = sorted(told - carried(self._source))
        known = self._carried_elsewhere(found) if found else set()
        return [
            (source, target, LINK, way, 0, None, None, local(link[1]))
            for link in found
            if link not in known
            for source, target, way in self._sides(link)
        ]

    def _gone(self) -> list[Gone]:
        """Ties of plain triples of which the documents carry the words."""
        links = sorted(link for link in carried(self._source) if self._ties(link))
        return [Gone(*side, local(link[1])) for link in links for side in self._sides(link)]

    def _ties(self, link: Link) -> bool:
        known = self._numbers.entity
        return link[1] in link_properties() and link[0] in known and link[2] in known

    def _sides(self, link: Link) -> tuple[tuple[int, int, str], tuple[int, int, str]]:
        thing, value = self._numbers.entity[link[0]], self._numbers.entity[link[2]]
        return (thing, value, OUT), (value, thing, IN)

    def _carried_elsewhere(self, links: list[Link]) -> set[Link]:
        rows = " ".join(f"(<{thing}> <{property_}> <{value}>)" for thing, property_, value in links)
        pattern = "?node rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o"
        found = Source(self._store).rows(f"SELECT ?s ?p ?o {{ VALUES (?s ?p ?o) {{ {rows} }} {pattern} }}")
        return {(thing, property_, value) for thing, property_, value in found}


def _json(iris: Iterable[str]) -> str:
    return json.dumps(sorted(iris))
