"""Overseeing told as a charge that lies with somebody: "oversight of the Hospice rests with the Board".

Comes in: a line.  Goes out: relations.  The one idea: behind the noun stands who is watched over, behind "rests with" whose charge it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.facts.relations.scene import Scene
from kg.lexicon.relations import RelationWords
from kg.model import Relation

_NOUNS = frozenset({"oversight", "supervision", "regulation", "sponsorship"})
_DOING = frozenset({"overseeing", "supervising", "regulating", "sponsoring"})
_RESTS = frozenset({"rests", "rested", "lies", "lay", "falls", "fell", "belongs", "belonged", "sits", "sat"})


@dataclass(slots=True)
class Charges:
    """Reads one line."""

    scene: Scene

    @staticmethod
    def cues(_words: RelationWords) -> Iterable[str]:
        """The words at which there is something to read."""
        return _NOUNS | _DOING

    def at(self, k: int) -> Iterator[Relation]:
        """Who watches over whom, as the charge at a token tells."""
        scene, lows, last = self.scene, self.scene.context.tokens.lows, self.scene.line.last
        of = lows[k + 1 : k + 2] == ["of"]
        watched = scene.parties.listed(k + 1 + of, last) if of or lows[k] in _DOING else None
        if watched is None or watched.person or watched.head or watched.last + 2 >= last:
            return
        verb = watched.last
        if lows[verb] not in _RESTS or lows[verb + 1] not in {"with", "to", "on"}:
            return
        whose = scene.parties.listed(verb + 2, last)
        told = scene.telling.so(scene.befores.start(k), verb) and scene.telling.lasting(verb, verb + 1, last)
        if whose is None or whose.person or whose.head or not told:
            return
        yield from (scene.made(one, "oversees", other, "charge") for one in whose.keys for other in watched.keys)
