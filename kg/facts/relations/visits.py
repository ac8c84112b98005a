"""Inspecting told by a noun: "its inspection of the Trust", "the CQC's inspection of the Trust", "an inspection of the Trust by the CQC".

Comes in: a line.  Goes out: relations.  The one idea: who inspects stands in the genitive before the noun or behind "by", who is inspected
behind "of"; an inspection that is only wished for or supposed tells nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.facts.relations.scene import Scene
from kg.lexicon.relations import RelationWords
from kg.model import Relation

_NOUNS = frozenset({"inspection", "inspections"})
_SUPPOSED = frozenset(
    "possible proposed any no further future next new another potential whether should could would might".split()
)
_LINKS = (["of"], ["at"], ["into"])
_REACH = 8


@dataclass(slots=True)
class Visits:
    """Reads one line."""

    scene: Scene

    @staticmethod
    def cues(_words: RelationWords) -> Iterable[str]:
        """The words at which there is something to read."""
        return _NOUNS

    def at(self, k: int) -> Iterator[Relation]:
        """Who inspects whom, as a noun at a token tells."""
        scene, lows, last = self.scene, self.scene.context.tokens.lows, self.scene.line.last
        before = set(lows[max(scene.line.first, k - _REACH) : k])
        if lows[k + 1 : k + 2] not in _LINKS or _SUPPOSED & before or not scene.telling.so(scene.befores.start(k), k):
            return
        inspected = next(
            (
                party
                for m in range(k + 2, min(last, k + 7))
                if (party := scene.parties.at(m, last) or scene.parties.capitals.at(m, last))
            ),
            None,
        )
        if inspected is None or inspected.person or not inspected.keys:
            return
        for one in self._who(k, inspected.last):
            if one not in inspected.keys and scene.who.inspects(one):
                yield scene.made(one, "inspects", inspected.keys[0], "noun")

    def _who(self, k: int, after: int) -> tuple[str, ...]:
        """Whose inspection it is."""
        scene, lows = self.scene, self.scene.context.tokens.lows
        for m in range(after, min(scene.line.last, after + 5)):
            if lows[m] == "by" and (party := scene.parties.listed(m + 1, scene.line.last)):
                return party.keys if not party.person else ()
        for m in range(k - 1, max(scene.line.first, k - _REACH), -1):
            if lows[m] == "its":
                return self._its(m)
            owner = scene.parties.at(m, k + 1)
            if owner is not None and owner.head and owner.last >= k:
                return owner.keys
        return ()

    def _its(self, its: int) -> tuple[str, ...]:
        """The subject of the clause that "its" stands in, or the only inspecting body before it."""
        scene = self.scene
        named = [key for key in scene.who.bodies_in(scene.line.first, its) if scene.who.inspects(key)]
        return tuple(named[:1]) or scene.parties.phrases.pronouns.it(its)[:1]
