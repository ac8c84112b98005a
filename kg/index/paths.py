"""How two entities are connected.

Comes in: an Index and two entities.  Goes out: the shortest connections with their evidence.  The one idea: of connections of the same
length the one with the strongest weakest step comes first; topics and documents lie on no path unless they are asked for, since
everything is connected through them.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from itertools import pairwise

from kg.index.answers import Path, Step
from kg.index.declared import lists
from kg.index.finding import one_of, types_named
from kg.index.opening import Index
from kg.index.reading import listed, things
from kg.index.reasons import told

LONGEST = 6
_Way = tuple[int, tuple[int, ...]]  # the score of the weakest step, and the entities in order


def paths(
    index: Index, source: str, target: str, *, types: Sequence[str] = (), longest: int = 4, limit: int = 5
) -> tuple[Path, ...]:
    """The shortest connections of two entities (by IRI, key or name), at most ``longest`` steps long (six at most), the strongest first.

    ``types`` are those of the entities between (by default all agents).  None where there is no such connection, or where both are
    the same; raises :class:`kg.errors.NotFound` where there is no such entity.
    """
    with index.reading() as connection:
        start, end = one_of(connection, "from", source), one_of(connection, "to", target)
        between = types_named(types) or lists()["agents"]
        ways = _ways(connection, start, end, between, min(longest, LONGEST), limit) if start != end else []
        return _told(connection, ways)


def _ways(
    connection: sqlite3.Connection, start: int, end: int, types: Sequence[str], longest: int, limit: int
) -> list[_Way]:
    """Step by step from the start: of each entity the best ways to it, until the end is among them."""
    best: dict[int, list[_Way]] = {start: [(1 << 62, (start,))]}
    known = {start}
    for _ in range(longest):
        reached: dict[int, list[_Way]] = {}
        for one, other, score in _steps(connection, best, end, types):
            if other not in known:
                reached.setdefault(other, []).extend((min(weakest, score), (*way, other)) for weakest, way in best[one])
        if end in reached:
            return sorted(reached[end], key=lambda way: (-way[0], way[1]))[:limit]
        best = {number: sorted(ways, key=lambda way: (-way[0], way[1]))[:limit] for number, ways in reached.items()}
        known.update(best)
        if not best:
            break
    return []


def _steps(
    connection: sqlite3.Connection, sources: dict[int, list[_Way]], end: int, types: Sequence[str]
) -> list[tuple[int, int, int]]:
    """The steps from some entities: straight to the end where there is one, else to every entity of the types."""
    numbers = listed(sources)
    last = connection.execute(
        "SELECT source, target, score FROM related WHERE source IN (SELECT value FROM json_each(?)) AND target = ?",
        (numbers, end),
    ).fetchall()
    if last:
        return last
    return connection.execute(
        "SELECT source, target, score FROM related JOIN entity ON entity.id = target "
        f"WHERE source IN (SELECT value FROM json_each(?)) AND type IN ({', '.join('?' * len(types))})",
        (numbers, *types),
    ).fetchall()


def _told(connection: sqlite3.Connection, ways: Sequence[_Way]) -> tuple[Path, ...]:
    pairs = sorted({pair for _, way in ways for pair in pairwise(way)})
    stored = [
        connection.execute("SELECT score, reasons FROM related WHERE source = ? AND target = ?", pair).fetchone()
        for pair in pairs
    ]
    reasons = told(connection, [row[1] for row in stored])
    named = things(connection, [number for pair in pairs for number in pair])
    steps = {
        pair: Step(named[pair[0]], named[pair[1]], row[0], why)
        for pair, row, why in zip(pairs, stored, reasons, strict=True)
    }
    return tuple(Path(tuple(steps[pair] for pair in pairwise(way)), weakest) for weakest, way in ways)
