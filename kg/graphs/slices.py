"""Which part of a graph is wanted.

Comes in: days, kinds, a thing to look around, a least weight.  Goes out: a Slice, and the tests that it makes.  The one
idea: with days given, a fact of no known day is left out; nothing undated is taken for something of the time.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from kg.graphs.network import Edge


@dataclass(frozen=True, slots=True)
class Slice:
    """The part: facts ``since`` and ``until`` a day (both included), nodes of some ``kinds``, edges of a least weight,
    and what lies within ``depth`` steps of the things in ``focus``."""

    since: date | None = None
    until: date | None = None
    kinds: frozenset[str] = frozenset()
    min_weight: float = 0
    focus: frozenset[str] = frozenset()
    depth: int = 1

    @property
    def timed(self) -> bool:
        """Is it a part of the time?"""
        return self.since is not None or self.until is not None

    @property
    def of_edges(self) -> bool:
        """Does it leave edges out, so that a node without any has no place in it?"""
        return bool(self.focus) or self.min_weight > 0

    def at(self, day: date | None) -> bool:
        """Does a fact of the day belong to it?"""
        if not self.timed:
            return True
        return day is not None and (self.since or day) <= day <= (self.until or day)


def around(edges: Iterable[Edge], focus: Iterable[str], depth: int) -> set[str]:
    """The ends within ``depth`` steps of the focus, whichever way the edges point; reads the edges once for a step."""
    reached = set(focus)
    for _ in range(depth):
        nearer = {end for edge in edges if edge.source in reached or edge.target in reached for end in edge[:2]}
        if nearer <= reached:
            break
        reached |= nearer
    return reached
