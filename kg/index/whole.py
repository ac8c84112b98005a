"""An index written from a whole store.

Comes in: an empty database, a View.  Goes out: all rows of the content.  The one idea: it is written part by part.  What must be sorted over
all parts, which are the facts by day and the ties by entity, is put aside in a file, so that the memory it takes does not grow
with the number of documents.
"""

from __future__ import annotations

import json
import pickle
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, groupby

from kg.index.by_document import ByDocument, ToldElsewhereError, document_of
from kg.index.declared import told_properties
from kg.index.facts import Fact, Facts
from kg.index.inserting import batches, insert
from kg.index.numbers import BLOCKS_APART, THINGS_APART, Numbers, Spread
from kg.index.packed import Blobs, pack
from kg.index.reading import AMONG
from kg.index.reasons import TieRow, first_of_each, reason, score
from kg.index.rows import Rows, concepts, told
from kg.index.source import Source
from kg.index.things import Thing, things, typed
from kg.index.ties import links
from kg.names import folded
from kg.store.base import View

_PART = 1000  # facts
_THINGS = 100
PairRow = tuple[int, int, int, int, str]  # source, rank, target, score, reasons
_ASIDE = """
CREATE TABLE aside.member (place TEXT, iri TEXT, kind TEXT);  -- quotes are of no kind
CREATE TABLE aside.fact (day TEXT, document TEXT, start INTEGER, kind INTEGER, iri TEXT, fact BLOB);
CREATE TABLE aside.tie (source INTEGER, target INTEGER, kind TEXT, way TEXT, fact INTEGER, day TEXT, quote INTEGER, property TEXT);
"""


class Whole:
    """All rows of a store on their way into a database that has a second one, ``aside``, attached."""

    def __init__(self, connection: sqlite3.Connection, view: View) -> None:
        self._connection = connection
        self._view = view
        self._source = Source(view)
        self._types = typed(self._source)
        spread = Spread(len(self._types), THINGS_APART)
        self._entity = {iri: spread.next(iri) for iri in self._types}

    def write(self) -> None:
        """Write them."""
        self._connection.executescript(_ASIDE)
        self._connection.execute("BEGIN")
        try:
            self._write_quotes(ByDocument(self._view))
        except ToldElsewhereError:
            for table in ("quote", "aside.member", "aside.fact"):
                self._connection.execute(f"DELETE FROM {table}")
            self._write_quotes(self._source)
        self._write_facts()
        self._write_things()
        insert(self._connection, "told", told(self._source.plain(told_properties()), self._entity))
        insert(self._connection, "concept", concepts(self._source))
        self._source.forget()
        self._write_ties()
        self._connection.execute("COMMIT")

    # ── quotes, facts, things ────────────────────────────────────────────────────────────────────────────────────

    def _write_quotes(self, source: Source) -> None:
        """Write the quotes, and put the facts aside, both of them document by document."""
        facts = Facts(source)
        quotes = ((iri, iri, "") for iri, _ in source.pairs("prov:wasQuotedFrom"))
        recorded = source.values("ikg:recordedIn")  # a meeting comes with its document
        members = ((recorded.get(iri, (iri,))[0], iri, kind) for iri, kind in facts.members())
        insert(self._connection, "aside.member", chain(quotes, members))
        (documents,) = self._one(
            "SELECT count(DISTINCT substr(iri, 1, instr(iri || '#', '#') - 1)) FROM aside.member WHERE kind = ''"
        )
        spread = Spread(documents, BLOCKS_APART)
        found = self._connection.execute(
            "SELECT * FROM aside.member GROUP BY place, iri, kind ORDER BY place, iri, kind"
        )
        for _, some in groupby(found, key=lambda member: document_of(member[0])):
            self._write_quotes_of([member[1:] for member in some], source, facts, spread)
        if isinstance(source, ByDocument):
            source.read_all()

    def _write_quotes_of(
        self, members: Sequence[tuple[str, str]], source: Source, facts: Facts, spread: Spread
    ) -> None:
        numbers = {iri: spread.next(iri.partition("#")[0]) for iri, kind in members if not kind}
        rows = Rows(source, (), (), Numbers(entity=self._entity, quote=numbers))
        insert(self._connection, "quote", rows.quotes())
        told = (facts.fact(iri, kind) for iri, kind in members if kind)
        insert(self._connection, "aside.fact", ((*facts.place(fact), pickle.dumps(fact)) for fact in told))

    def _write_facts(self) -> None:
        (blocks,) = self._one("SELECT count(*) FROM (SELECT DISTINCT day, document FROM aside.fact)")
        spread = Spread(blocks, BLOCKS_APART)
        found = self._connection.execute(
            "SELECT day, document, fact FROM aside.fact ORDER BY day, document, start, kind, iri"
        )
        for some in batches(found, _PART):
            facts: list[Fact] = [pickle.loads(fact) for *_, fact in some]  # noqa: S301 - it was put there above
            numbers = {fact.iri: spread.next(tuple(block)) for fact, (*block, _) in zip(facts, some, strict=True)}
            roles = (role.quote for fact in facts for role in fact.roles if role.quote)
            self._tell((), facts, Numbers(self._entity, numbers, self._numbers_of(chain(_quotes_of(facts), roles))))

    def _write_things(self) -> None:
        for some in batches(things(self._source, self._types), _THINGS):
            rows = (
                (self._entity[one.iri], one.iri, one.type, one.kind, *_label(one), 0, 0, None, None, 0) for one in some
            )
            insert(self._connection, "entity", rows)
            quotes = (
                quote
                for one in some
                for property_ in ("ikg:evidence", "ikg:unmapped")
                for quote in self._source.all(property_, one.iri)
            )
            self._tell(some, (), Numbers(entity=self._entity, quote=self._numbers_of(quotes)))
            self._source.forget()

    def _tell(self, things: Sequence[Thing], facts: Sequence[Fact], numbers: Numbers) -> None:
        rows = Rows(self._source, things, facts, numbers)
        for table, some in rows.told():
            insert(self._connection, table, some)
        insert(self._connection, "aside.tie", rows.ties_of_facts())

    def _numbers_of(self, quotes: Iterable[str]) -> dict[str, int]:
        wanted = json.dumps(list(quotes))
        return dict(self._connection.execute(f"SELECT iri, id FROM quote WHERE iri {AMONG}", (wanted,)))

    def _one(self, query: str) -> tuple[int]:
        found: tuple[int] = self._connection.execute(query).fetchone()
        return found

    # ── ties ─────────────────────────────────────────────────────────────────────────────────────────────────────

    def _write_ties(self) -> None:
        """Write each entity's related entities, the strongest first, and its ties."""
        rows = Rows(self._source, (), (), Numbers(entity=self._entity))
        insert(self._connection, "aside.tie", map(rows.tie, links(self._source, self._entity)))
        found: Iterator[TieRow] = self._connection.execute(
            "SELECT * FROM aside.tie ORDER BY source, target, kind, way, fact, property, coalesce(quote, 0)"
        )
        for source, own in groupby(first_of_each(found), key=lambda tie: tie[0]):
            pairs, packed = _related(source, list(own))
            insert(self._connection, "related", pairs)
            insert(self._connection, "ties", [(source, *packed)])


def _quotes_of(facts: Iterable[Fact]) -> Iterator[str]:
    return (quote for fact in facts for quote in fact.quotes)


def _label(thing: Thing) -> tuple[str, str]:
    return thing.names[0], folded(thing.names[0])


def _related(source: int, ties: Sequence[TieRow]) -> tuple[list[PairRow], Blobs]:
    """The pairs that an entity is one of, and its ties as they are packed."""
    found = []
    for target, some in groupby(ties, key=lambda tie: tie[1]):
        reasons = [reason(kind, way, list(same)) for (kind, way), same in groupby(some, key=lambda tie: tie[2:4])]
        found.append((-score(reasons), target, reasons))
    found.sort(key=lambda pair: pair[:2])
    pairs = [
        (source, rank, target, -below, json.dumps(reasons, separators=(",", ":")))
        for rank, (below, target, reasons) in enumerate(found, 1)
    ]
    return pairs, pack([(target, -below) for below, target, _ in found], ties)
