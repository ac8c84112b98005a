"""How two entities are connected.

Comes in: an Index and two entities.  Goes out: the shortest connections with their evidence.  The one idea: of connections of the same
length the one with the strongest weakest step comes first; topics and documents lie on no path unless they are asked for, since
everything is connected through them.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import orjson

from kg.index.answers import Path, Step
from kg.index.declared import lists
from kg.index.finding import one_of, types_named
from kg.index.opening import Index
from kg.index.sight import Sight
from kg.index.telling import told

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
        sight = Sight(connection, index.known)
        start, end = one_of(connection, "from", source), one_of(connection, "to", target)
        between = types_named(types) or lists()["agents"]
        rings = _rings(sight, start, end, between, min(longest, LONGEST)) if start != end else []
        return _told(sight, _ways(sight, rings, limit))


def _rings(sight: Sight, start: int, end: int, types: Sequence[str], longest: int) -> list[set[int]]:
    """The entities on the shortest connections by their distance from the start; none where there is no connection so short.

    Every tie stands on both sides, so a ring touches the end where the end touches the ring.
    """
    last = sight.near(end, None).keys()
    rings, known = [{start}], {start}
    while not rings[-1] & last:
        fresh = set(sight.of_types(_reached(sight, rings[-1]) - known, types))
        if not fresh or len(rings) == longest:
            return []
        known |= fresh
        rings.append(fresh)
    kept = [{end}]
    for ring in reversed(rings):
        kept.append(ring & _reached(sight, kept[-1]))
    return kept[::-1]


def _reached(sight: Sight, numbers: set[int]) -> set[int]:
    ties = sight.ties(numbers)
    return set().union(*(ties[number].near for number in numbers))


def _ways(sight: Sight, rings: Sequence[set[int]], limit: int) -> list[_Way]:
    """Ring by ring the best ways to each entity; those to the last."""
    best: dict[int, list[_Way]] = {number: [(1 << 62, (number,))] for ring in rings[:1] for number in ring}
    for ring in rings[1:]:
        ties = sight.ties(best)
        reached: dict[int, list[_Way]] = {number: [] for number in ring}
        for one, ways in best.items():
            near = ties[one].near
            for other in near.keys() & ring:
                reached[other] += [(min(weakest, near[other]), (*way, other)) for weakest, way in ways]
        best = {number: sorted(ways, key=lambda way: (-way[0], way[1]))[:limit] for number, ways in reached.items()}
    return [way for ways in best.values() for way in ways]


def _told(sight: Sight, ways: Sequence[_Way]) -> tuple[Path, ...]:
    pairs = sorted({pair for _, way in ways for pair in pairwise(way)})
    stored = [
        sight.connection.execute("SELECT score, reasons FROM related WHERE source = ? AND target = ?", pair).fetchone()
        for pair in pairs
    ]
    reasons = told(sight, [orjson.loads(row[1]) for row in stored])
    named = sight.things(number for pair in pairs for number in pair)
    steps = {
        pair: Step(named[pair[0]], named[pair[1]], row[0], why)
        for pair, row, why in zip(pairs, stored, reasons, strict=True)
    }
    return tuple(Path(tuple(steps[pair] for pair in pairwise(way)), weakest) for weakest, way in ways)
