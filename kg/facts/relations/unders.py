"""Bodies under others: "labours under the supervision of the Board", "works under its aegis", "lives under the Trust's roof".

Comes in: a line.  Goes out: relations.  The one idea: "under" and a noun of watching over name whoever does so behind "of" or in a genitive;
whoever is under it is the subject before.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.facts.inspections.groups import Tense, group_at
from kg.facts.relations.moods import Moods
from kg.facts.relations.party import Party
from kg.facts.relations.scene import Scene
from kg.facts.words import BEING
from kg.lexicon.lists import lists
from kg.lexicon.relations import RelationWords
from kg.model import Relation

_RELATING = lists("relating")
_CHARGES, _ROOFS = _RELATING.words("charges"), _RELATING.words("roofs")
_REACH = 9


@dataclass(slots=True)
class Unders:
    """Reads one line."""

    scene: Scene

    @staticmethod
    def cues(_words: RelationWords) -> Iterable[str]:
        """The words at which there is something to read."""
        return _CHARGES | _ROOFS

    def at(self, k: int) -> Iterator[Relation]:
        """Who is under whom, as the noun at a token tells."""
        scene, lows = self.scene, self.scene.context.tokens.lows
        under = next(
            (m for m in range(k - 1, max(scene.line.first, k - _REACH), -1) if lows[m] in {"under", "beneath"}), -1
        )
        if lows[k - 1] == "whose" and lows[k - 2] in {"to", "under"}:
            yield from self._whose(k)
            return
        if under < 0 or not scene.telling.so(scene.befores.start(under), under):
            return
        over, below = self._over(under, k), self._below(under)
        if over is None or below is None or over.person or below.person or below.head:
            return
        predicate = "oversees" if lows[k] in _CHARGES else "subOrganizationOf"
        for one in over.keys:
            for other in below.keys:
                if one != other:
                    yield scene.made(
                        *((one, predicate, other) if predicate == "oversees" else (other, predicate, one)), "under"
                    )

    def _whose(self, k: int) -> Iterator[Relation]:
        """ "the Commission, to whose regulation we are subject"."""
        scene = self.scene
        over, below = scene.befores.antecedent(k - 1), scene.parties.other(k + 1, scene.line.last)
        if over is None or below is None or over.head or below.person or below.head:
            return
        group = group_at(scene.context, min(below.last + 1, scene.line.last - 1), below.last)
        if not group.negated and group.tense is not Tense.OPEN and scene.telling.so(k - 1, k):
            ends = (over.keys[0], "oversees") if scene.context.tokens.lows[k] in _CHARGES else None
            yield from (
                scene.made(*ends, one, "under") if ends else scene.made(one, "subOrganizationOf", over.keys[0], "under")
                for one in below.keys
            )

    def _over(self, under: int, k: int) -> Party | None:
        """ "of the Board" behind the noun, or "the Board's", "its" before it."""
        scene, lows, last = self.scene, self.scene.context.tokens.lows, self.scene.line.last
        if lows[k + 1 : k + 2] == ["of"]:
            found = scene.parties.listed(k + 2, last)
            return None if found is None or found.head else found
        owner = scene.parties.at(under + 1, last)
        return (
            Party(owner.keys, owner.first, owner.last)
            if owner and owner.head and owner.first <= k < owner.last
            else None
        )

    def _below(self, under: int) -> Party | None:
        """The subject of the verb before, or the name right before where none stands between."""
        scene, tokens = self.scene, self.scene.context.tokens
        near = under - (tokens.words[under - 1] in {",", "("})
        if found := scene.parties.ending(near, scene.line.first) or scene.parties.capitals.ending(near):
            return found
        group = group_at(scene.context, under - 1, scene.line.first)
        if tokens.lows[under - 1] in BEING:
            group = group_at(scene.context, under, scene.line.first)
        if group.negated or group.tense is Tense.OPEN:
            return None
        before = scene.anybody.of(group.first)
        lasting = scene.telling.lasting(group.first, under, scene.line.last) and not Moods(scene).long_ago(group, under)
        return before.party if before and lasting else None
