"""Entities: in lists, and each with all that is told of it.

Comes in: an Index and what is wanted.  Goes out: pages of entities, topics, and profiles.  The one idea: an entity is listed by its
name, and filtered by the days of the meetings in whose minutes a fact names it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from kg.index.answers import Entity, Page, Profile, Thing, Told
from kg.index.finding import concepts, number_of, numbers_of, types_named
from kg.index.opening import Index
from kg.index.reading import facts, quotes, things
from kg.index.where import Where
from kg.names import folded

_COLUMNS = "id, iri, type, kind, label, facts, meetings, first, last, ties"


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic with the wider and the narrower ones."""

    entity: Entity
    broader: tuple[Thing, ...]
    narrower: tuple[Thing, ...]


def entities(
    index: Index,
    *,
    types: Sequence[str] = (),
    kind: str | None = None,
    name: str | None = None,
    since: date | None = None,
    until: date | None = None,
    limit: int = 50,
    offset: int = 0,
) -> Page[Entity]:
    """Entities by name: of these types and this kind, with these letters in a name, met between these days (both included)."""
    with index.reading() as connection:
        where = _where(connection, types, kind, name)
        _seen(where, since, until)
        rows, total = _page(connection, where, limit, offset)
        return Page(tuple(Entity(*row[1:]) for row in rows), total, offset)


def topics(
    index: Index, *, broader: str | None = None, name: str | None = None, limit: int = 50, offset: int = 0
) -> Page[Topic]:
    """Topics by name, each with the wider and narrower ones; ``broader``: those right below a topic."""
    with index.reading() as connection:
        where = _where(connection, ("topic",), None, name)
        if broader is not None:
            where.add(
                "id IN (SELECT entity FROM told WHERE property = 'broader' AND other = ?)",
                number_of(connection, broader),
            )
        rows, total = _page(connection, where, limit, offset)
        found = tuple(
            Topic(Entity(*row[1:]), _things(connection, _WIDER, row[0]), _things(connection, _NARROWER, row[0]))
            for row in rows
        )
        return Page(found, total, offset)


_WIDER = "SELECT DISTINCT other FROM told WHERE entity = ? AND property = 'broader' AND other IS NOT NULL"
_NARROWER = "SELECT DISTINCT entity FROM told WHERE other = ? AND property = 'broader'"


def entity(index: Index, iri: str, *, limit: int = 20, offset: int = 0) -> Profile:
    """An entity (by IRI or key) with everything that is told of it and a page of the facts that name it, the latest first.

    Raises :class:`kg.errors.NotFound` where there is none.
    """
    with index.reading() as connection:
        number = number_of(connection, iri)
        row = connection.execute(f"SELECT {_COLUMNS} FROM entity WHERE id = ?", (number,)).fetchone()
        naming = connection.execute(
            "SELECT DISTINCT fact FROM role WHERE entity = ? ORDER BY fact DESC LIMIT ? OFFSET ?",
            (number, limit, offset),
        ).fetchall()
        own = connection.execute("SELECT quote FROM own_words WHERE entity = ? ORDER BY quote", (number,)).fetchall()
        return Profile(
            entity=Entity(*row[1:]),
            names=_names(connection, number),
            told=_told(connection, "entity", "other", number),
            told_by_others=_told(connection, "other", "entity", number),
            quotes=tuple(quotes(connection, (quote for (quote,) in own)).values()),
            facts=Page(facts(connection, [fact for (fact,) in naming]), row[5], offset),
        )


def find(index: Index, name: str) -> tuple[Thing, ...]:
    """The things that an IRI, a key or a name means; raises :class:`kg.errors.NotFound` where there is none."""
    with index.reading() as connection:
        return tuple(things(connection, numbers_of(connection, "entity", name)).values())


def things_of(index: Index, iris: Sequence[str]) -> dict[str, Thing]:
    """The things of some IRIs; what is no entity is left out."""
    with index.reading() as connection:
        where = Where()
        where.among("iri", iris)
        rows = connection.execute(f"SELECT iri, type, label FROM entity {where.text}", where.values)
        return {iri: Thing(iri, type_, label) for iri, type_, label in rows}


def _where(connection: sqlite3.Connection, types: Sequence[str], kind: str | None, name: str | None) -> Where:
    where = Where()
    where.among("type", types_named(types) or None)
    where.among("kind", concepts(connection, "kind", kind) if kind else None)
    letters = folded(name) if name else None
    where.add("EXISTS (SELECT 1 FROM name WHERE entity = entity.id AND instr(name.folded, ?))", letters or None)
    return where


def _seen(where: Where, since: date | None, until: date | None) -> None:
    if since is not None or until is not None:
        where.add(
            "EXISTS (SELECT 1 FROM seen WHERE seen.entity = entity.id AND day BETWEEN ? AND ?)",
            since or date.min,
            until or date.max,
        )


def _page(connection: sqlite3.Connection, where: Where, limit: int, offset: int) -> tuple[list[tuple[Any, ...]], int]:
    (total,) = connection.execute(f"SELECT count(*) FROM entity {where.text}", where.values).fetchone()
    rows = connection.execute(
        f"SELECT {_COLUMNS} FROM entity {where.text} ORDER BY folded, id LIMIT ? OFFSET ?",
        (*where.values, limit, offset),
    )
    return rows.fetchall(), total


def _names(connection: sqlite3.Connection, number: int) -> tuple[str, ...]:
    rows = connection.execute("SELECT name FROM name WHERE entity = ? AND rank > 0 ORDER BY rank", (number,))
    return tuple(name for (name,) in rows)


def _told(connection: sqlite3.Connection, side: str, far: str, number: int) -> tuple[Told, ...]:
    rows = connection.execute(
        f"SELECT property, value, {far}, graph FROM told WHERE {side} = ? ORDER BY property, value, entity, graph",
        (number,),
    ).fetchall()
    named = things(connection, (row[2] for row in rows))
    return tuple(Told(property_, value, named.get(other), graph) for property_, value, other, graph in rows)


def _things(connection: sqlite3.Connection, text: str, number: int) -> tuple[Thing, ...]:
    found = things(connection, (row[0] for row in connection.execute(text, (number,))))
    return tuple(sorted(found.values(), key=lambda thing: (folded(thing.label), thing.iri)))
