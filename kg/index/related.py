"""What is related to an entity, and why.

Comes in: an Index and an entity.  Goes out: related entities, the strongest first.  The one idea: a score is the sum of weights
times counts; over two steps it is half of the weaker tie of the strongest way.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby
from typing import NamedTuple

from kg.index.answers import Page, Related, Via
from kg.index.finding import number_of, types_named
from kg.index.opening import Index
from kg.index.reading import listed, things
from kg.index.reasons import Stored, reason, score, told
from kg.index.where import Where

STRONGEST = 50  # of so many entities a second step goes on, to so many from each
_SHOWN = 3  # ways between two entities that an answer shows


class _Found(NamedTuple):
    """A related entity by numbers: the reasons of one step, or the ways of two (score before, score behind, between)."""

    target: int
    score: int
    reasons: str | list[Stored]
    ways: tuple[tuple[int, int, int], ...] = ()


def related(
    index: Index,
    iri: str,
    *,
    depth: int = 1,
    types: Sequence[str] = (),
    since: date | None = None,
    until: date | None = None,
    limit: int = 20,
    offset: int = 0,
) -> Page[Related]:
    """The entities related to one (by IRI or key): of these types, by what happened between these days (both included).

    ``depth`` 2 adds entities that are not tied to it but to one of the fifty strongest that are.  With a day given, what has no day
    (posts, links of the registry) does not count.  Raises :class:`kg.errors.NotFound` where there is no such entity.
    """
    with index.reading() as connection:
        number = number_of(connection, iri)
        wanted = types_named(types)
        if depth == 1 and since is None and until is None:
            found, total = _stored(connection, number, wanted, limit, offset)
        else:
            days = (since or date.min, until or date.max) if since or until else None
            every = _found(connection, number, depth, days)
            chosen = _of_types(connection, every, wanted)
            found, total = chosen[offset : offset + limit], len(chosen)
        return Page(_told(connection, found), total, offset)


def _stored(
    connection: sqlite3.Connection, number: int, types: tuple[str, ...], limit: int, offset: int
) -> tuple[list[_Found], int]:
    """One step, as it was worked out when the index was written."""
    if not types:
        (total,) = connection.execute("SELECT ties FROM entity WHERE id = ?", (number,)).fetchone()
        rows = connection.execute(
            "SELECT target, score, reasons FROM related WHERE source = ? AND rank > ? ORDER BY rank LIMIT ?",
            (number, offset, limit),
        )
        return [_Found(*row) for row in rows], total
    where = Where(["source = ?"], [number])
    where.among("type", types)
    joined = f"FROM related JOIN entity ON entity.id = related.target {where.text}"
    (total,) = connection.execute(f"SELECT count(*) {joined}", where.values).fetchone()
    rows = connection.execute(
        f"SELECT target, score, reasons {joined} ORDER BY rank LIMIT ? OFFSET ?", (*where.values, limit, offset)
    )
    return [_Found(*row) for row in rows], total


def _found(connection: sqlite3.Connection, number: int, depth: int, days: tuple[date, date] | None) -> list[_Found]:
    near = _near(connection, number, days)
    if depth == 1:
        return near
    return sorted([*near, *_far(connection, number, near, days)], key=lambda one: (-one.score, one.target))


def _near(connection: sqlite3.Connection, number: int, days: tuple[date, date] | None) -> list[_Found]:
    if days is None:
        rows = connection.execute(
            "SELECT target, score, reasons FROM related WHERE source = ? ORDER BY rank", (number,)
        )
        return [_Found(*row) for row in rows]
    ties = connection.execute(
        "SELECT source, target, kind, way, fact, day, quote, property FROM tie WHERE source = ? AND day BETWEEN ? AND ? "
        "ORDER BY target, kind, way, fact",
        (number, *(day.isoformat() for day in days)),
    )
    found = []
    for target, some in groupby(ties, key=lambda tie: tie[1]):
        reasons = [reason(kind, way, list(same)) for (kind, way), same in groupby(some, key=lambda tie: tie[2:4])]
        found.append(_Found(target, score(reasons), reasons))
    return sorted(found, key=lambda one: (-one.score, one.target))


def _far(
    connection: sqlite3.Connection, number: int, near: Sequence[_Found], days: tuple[date, date] | None
) -> list[_Found]:
    between = {one.target: one.score for one in near[:STRONGEST]}
    known = {number, *(one.target for one in near)}
    ways: dict[int, list[tuple[int, int, int]]] = {}
    for middle, target, behind in _second_step(connection, between, days):
        if target not in known:
            ways.setdefault(target, []).append((between[middle], behind, middle))
    return [_over_two_steps(target, found) for target, found in ways.items()]


def _over_two_steps(target: int, ways: list[tuple[int, int, int]]) -> _Found:
    best = sorted(ways, key=lambda way: (-min(way[:2]), -way[0] - way[1], way[2]))
    return _Found(target, max(1, min(best[0][:2]) // 2), [], tuple(best[:_SHOWN]))


def _second_step(
    connection: sqlite3.Connection, between: Iterable[int], days: tuple[date, date] | None
) -> Iterable[tuple[int, int, int]]:
    if days is None:
        return connection.execute(
            "SELECT source, target, score FROM related WHERE source IN (SELECT value FROM json_each(?)) AND rank <= ?",
            (listed(between), STRONGEST),
        )
    return (
        (middle, one.target, one.score)
        for middle in sorted(between)
        for one in _near(connection, middle, days)[:STRONGEST]
    )


def _of_types(connection: sqlite3.Connection, found: list[_Found], types: tuple[str, ...]) -> list[_Found]:
    if not types:
        return found
    type_of = things(connection, (one.target for one in found))
    return [one for one in found if type_of[one.target].type in types]


def _told(connection: sqlite3.Connection, found: Sequence[_Found]) -> tuple[Related, ...]:
    named = things(connection, [one.target for one in found] + [way[2] for one in found for way in one.ways])
    reasons = told(connection, [one.reasons for one in found])
    return tuple(
        Related(
            thing=named[one.target],
            depth=2 if one.ways else 1,
            score=one.score,
            reasons=why,
            via=tuple(Via(named[middle], before, behind) for before, behind, middle in one.ways),
        )
        for one, why in zip(found, reasons, strict=True)
    )
