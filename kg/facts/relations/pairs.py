"""Two bodies joined: what the rules of working together share.

Comes in: parties.  Goes out: relations of working with.  The one idea: whoever stand together as a subject or as agents work together.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.facts.relations.party import Party
from kg.facts.relations.scene import Scene
from kg.model import Relation


@dataclass(slots=True)
class Pairs:
    """Makes the pairs of one line."""

    scene: Scene

    def is_told(self, k: int) -> bool:
        """Is what stands at a token told as a fact?"""
        return self.scene.telling.so(self.scene.befores.start(k), k)

    def several_before(self, k: int) -> Party | None:
        """The nearest two bodies before a token that are a subject or agents."""
        scene, lows = self.scene, self.scene.context.tokens.lows
        for m in range(k - 1, max(scene.line.first, k - 28) - 1, -1):
            party = scene.parties.at(m, k + 1)
            if party is None or party.person:
                continue
            whole = party if len(party.keys) > 1 else scene.parties.listed(m, k + 1)
            before = lows[m - 1] if m > scene.line.first else ""
            if (
                whole is not None
                and len(whole.keys) > 1
                and not whole.head
                and before not in {"of", "with", "to", "from", "for", "at"}
            ):
                return whole
        return None

    def two(self, party: Party) -> Iterator[Relation]:
        """Each of a few with each other."""
        keys = party.keys
        if 2 <= len(keys) <= 3 and not party.person:
            for n, one in enumerate(keys):
                for other in keys[n + 1 :]:
                    yield self.scene.made(one, "worksWith", other, "together")

    def pairs(self, ours: Party, other: Party, rule: str) -> Iterator[Relation]:
        """Each of ours with each of the others."""
        for one in ours.keys[:2]:
            for two in other.keys[:2]:
                if one != two:
                    yield self.scene.made(one, "worksWith", two, rule)
