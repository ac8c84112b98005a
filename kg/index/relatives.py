"""The entities that one is tied to, in numbers and told.

Comes in: a connection and the number of an entity.  Goes out: what is related to it.  The one idea: what was worked out when the
index was written is looked up; only days and second steps are worked out now.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import Any, NamedTuple

from kg.index.answers import Related, Via
from kg.index.reading import listed, things
from kg.index.reasons import Stored, reason, score, told
from kg.index.where import Where

STRONGEST = 50  # of so many entities a second step goes on, to so many from each
FIRST = 20  # so many related entities an answer has where nobody says how many
WRITTEN = 50  # of so many the answer is written with the index
_SHOWN = 3  # ways between two entities that an answer shows


class Found(NamedTuple):
    """A related entity by numbers: the reasons of one step, or the ways of two (score before, score behind, between)."""

    target: int
    score: int
    reasons: str | list[Stored]
    ways: tuple[tuple[int, int, int], ...] = ()


def stored(
    connection: sqlite3.Connection, number: int, types: tuple[str, ...], limit: int, offset: int
) -> tuple[list[Found], int]:
    """One step, as it was worked out when the index was written."""
    if not types:
        (total,) = connection.execute("SELECT ties FROM entity WHERE id = ?", (number,)).fetchone()
        rows = connection.execute(
            "SELECT target, score, reasons FROM related WHERE source = ? AND rank > ? ORDER BY rank LIMIT ?",
            (number, offset, limit),
        )
        return [Found(*row) for row in rows], total
    where = Where(["source = ?"], [number])
    where.among("type", types)
    joined = f"FROM related JOIN entity ON entity.id = related.target {where.text}"
    (total,) = connection.execute(f"SELECT count(*) {joined}", where.values).fetchone()
    rows = connection.execute(
        f"SELECT target, score, reasons {joined} ORDER BY rank LIMIT ? OFFSET ?", (*where.values, limit, offset)
    )
    return [Found(*row) for row in rows], total


def found_now(connection: sqlite3.Connection, number: int, depth: int, days: tuple[date, date] | None) -> list[Found]:
    near = _near(connection, number, days)
    if depth == 1:
        return near
    return sorted([*near, *_far(connection, number, near, days)], key=lambda one: (-one.score, one.target))


def _near(connection: sqlite3.Connection, number: int, days: tuple[date, date] | None) -> list[Found]:
    if days is None:
        rows = connection.execute(
            "SELECT target, score, reasons FROM related WHERE source = ? ORDER BY rank", (number,)
        )
        return [Found(*row) for row in rows]
    ties = connection.execute(
        "SELECT source, target, kind, way, fact, day, quote, property FROM tie WHERE source = ? AND day BETWEEN ? AND ? "
        "ORDER BY target, kind, way, fact",
        (number, *(day.isoformat() for day in days)),
    )
    found = []
    for target, some in groupby(ties, key=lambda tie: tie[1]):
        reasons = [reason(kind, way, list(same)) for (kind, way), same in groupby(some, key=lambda tie: tie[2:4])]
        found.append(Found(target, score(reasons), reasons))
    return sorted(found, key=lambda one: (-one.score, one.target))


def _far(
    connection: sqlite3.Connection, number: int, near: Sequence[Found], days: tuple[date, date] | None
) -> list[Found]:
    between = {one.target: one.score for one in near[:STRONGEST]}
    known = {number, *(one.target for one in near)}
    ways: dict[int, list[tuple[int, int, int]]] = {}
    for middle, target, behind in _second_step(connection, between, days):
        if target not in known:
            ways.setdefault(target, []).append((between[middle], behind, middle))
    return [_over_two_steps(target, found) for target, found in ways.items()]


def _over_two_steps(target: int, ways: list[tuple[int, int, int]]) -> Found:
    best = sorted(ways, key=lambda way: (-min(way[:2]), -way[0] - way[1], way[2]))
    return Found(target, max(1, min(best[0][:2]) // 2), [], tuple(best[:_SHOWN]))


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


def of_types(connection: sqlite3.Connection, found: list[Found], types: tuple[str, ...]) -> list[Found]:
    if not types:
        return found
    type_of = things(connection, (one.target for one in found))
    return [one for one in found if type_of[one.target].type in types]


def as_told(connection: sqlite3.Connection, found: Sequence[Found]) -> tuple[Related, ...]:
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


def first_of_all(connection: sqlite3.Connection) -> Iterator[tuple[int, str]]:
    """For each entity that has any the first related ones, each as its JSON on a line."""
    for (number,) in connection.execute("SELECT id FROM entity WHERE ties > 0 ORDER BY id").fetchall():
        found, _ = stored(connection, number, (), WRITTEN, 0)
        yield number, "\n".join(map(rendered, as_told(connection, found)))


def rendered(value: object) -> str:
    """A value of the house as JSON."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=_plain)


def _plain(value: Any) -> dict[str, Any]:  # noqa: ANN401 - any dataclass
    return {name: getattr(value, name) for name in value.__dataclass_fields__}
