"""One body ends and another begins: "the Board ceased to exist when the Agency took over", "when the Board was abolished its work went to …".

Comes in: a line.  Goes out: relations.  The one idea: a clause that says that a body is no more and one that says that another took over, joined
in one sentence, tell who came after whom.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.facts.inspections.groups import Tense, group_at
from kg.facts.relations.party import Party
from kg.facts.relations.scene import Scene
from kg.lexicon.relations import RelationWords
from kg.model import Relation

_STEPS = {"took": "over", "taken": "over", "takes": "over", "stepped": "in"}
_REACH = 24


@dataclass(slots=True)
class Endings:
    """Reads one line."""

    scene: Scene

    @staticmethod
    def cues(_words: RelationWords) -> Iterable[str]:
        """The words at which there is something to read."""
        return _STEPS

    def at(self, k: int) -> Iterator[Relation]:
        """Who came after whom, as "took over" without an object tells behind the end of another."""
        scene, tokens = self.scene, self.scene.context.tokens
        behind = k + 2
        if tokens.lows[k + 1 : behind] != [_STEPS[tokens.lows[k]]] or scene.parties.named(behind, scene.line.last):
            return
        if behind < scene.line.last and tokens.lows[behind] in {"from", "the", "its", "their", "as", "all"}:
            return
        group = group_at(scene.context, k, scene.line.first)
        before = scene.befores.of(group.first)
        new = before.party if before else scene.parties.capitals.before_verb(group.first)
        old = self._ended(k)
        told = not group.negated and group.tense is not Tense.OPEN and scene.telling.so(scene.befores.start(k), k)
        if not told or new is None or old is None or new.person or new.head:
            return
        yield from (
            scene.made(one, "succeeds", other, "ending") for one in new.keys[:1] for other in old.keys if one != other
        )

    def _ended(self, k: int) -> Party | None:
        """The subject of a clause before a token that says that it is no more."""
        scene, lows = self.scene, self.scene.context.tokens.lows
        ended = scene.words.lists["ended"]
        for m in range(k - 1, max(scene.line.first, k - _REACH), -1):
            if lows[m] in ended:
                group = group_at(scene.context, m, scene.line.first)
                before = scene.befores.of(group.first)
                party = before.party if before else scene.parties.capitals.before_verb(group.first)
                if party is not None and not party.person and not group.negated:
                    return party
        return None
