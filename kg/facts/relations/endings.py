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
from kg.lexicon.lists import lists
from kg.lexicon.relations import RelationWords
from kg.model import Relation

_STEPS = {"took": "over", "taken": "over", "takes": "over", "stepped": "in"}
_ENDS, _BEGINNINGS = lists("relating").words("ends"), lists("relating").words("beginnings")
_JOININGS = frozenset({"joined", "united", "combined", "fused", "amalgamated", "brought"})
_ON = frozenset({"on", "upon", "after", "following", "with", "at"})
_REACH = 24


@dataclass(slots=True)
class Endings:
    """Reads one line."""

    scene: Scene

    @staticmethod
    def cues(_words: RelationWords) -> Iterable[str]:
        """The words at which there is something to read."""
        return _STEPS.keys() | _ENDS | {"when"}

    def at(self, k: int) -> Iterator[Relation]:
        """Who came after whom, as "took over" without an object tells behind the end of another."""
        scene, tokens = self.scene, self.scene.context.tokens
        if tokens.lows[k] == "when":
            yield from self._when(k)
            return
        if tokens.lows[k] in _ENDS:
            yield from self._on_the_end(k)
            return
        behind = k + 2
        if tokens.lows[k + 1 : behind] != [_STEPS[tokens.lows[k]]] or scene.parties.named(behind, scene.line.last):
            return
        if behind < scene.line.last and tokens.lows[behind] in {"from", "the", "its", "their", "as", "all"}:
            return
        group = group_at(scene.context, k, scene.line.first)
        before = scene.anybody.of(group.first)
        new = before.party if before else None
        old = self._ended(k)
        told = not group.negated and group.tense is not Tense.OPEN and scene.telling.so(scene.befores.start(k), k)
        if not told or new is None or old is None or new.person or new.head:
            return
        yield from (
            scene.made(one, "succeeds", other, "ending") for one in new.keys[:1] for other in old.keys if one != other
        )

    def _when(self, k: int) -> Iterator[Relation]:
        """ "came into being when the Board closed": who began when another ended."""
        scene, lows = self.scene, self.scene.context.tokens.lows
        m = next((m for m in range(k - 1, max(scene.line.first, k - 5), -1) if lows[m] in _BEGINNINGS), -1)
        old = scene.parties.named(k + 1, scene.line.last) if m > 0 else None
        over = scene.words.lists["ended"] | (_JOININGS if old is not None and old.several else set())
        ends = old is not None and bool(over & set(lows[old.last : old.last + 4]))
        if old is None or old.person or old.head or not ends:
            return
        before = scene.anybody.of(group_at(scene.context, m, scene.line.first).first)
        told = before is not None and not before.party.person and not before.party.head
        if before is not None and told and scene.telling.so(scene.befores.start(m), m):
            yield from (scene.made(before.party.keys[0], "succeeds", one, "ending") for one in old.keys)

    def _on_the_end(self, k: int) -> Iterator[Relation]:
        """ "came into existence on the abolition of the Board": who began when another ended."""
        scene, lows = self.scene, self.scene.context.tokens.lows
        of = k + 1 + (lows[k + 1 : k + 2] == ["up"])
        old = scene.parties.named(of + 1, scene.line.last) if lows[of : of + 1] == ["of"] else None
        if old is None or old.head or old.person or not _ON & set(lows[max(scene.line.first, k - 3) : k]):
            return
        for m in range(k - 2, max(scene.line.first, k - _REACH), -1):
            if lows[m] in _BEGINNINGS:
                group = group_at(scene.context, m, scene.line.first)
                before = scene.anybody.of(group.first)
                if (
                    before
                    and not before.party.person
                    and not before.party.head
                    and scene.telling.so(scene.befores.start(m), m)
                ):
                    yield from (scene.made(before.party.keys[0], "succeeds", one, "ending") for one in old.keys)
                return

    def _ended(self, k: int) -> Party | None:
        """The subject of a clause before a token that says that it is no more."""
        scene, lows = self.scene, self.scene.context.tokens.lows
        ended = scene.words.lists["ended"]
        for m in range(k - 1, max(scene.line.first, k - _REACH), -1):
            if lows[m] in ended:
                group = group_at(scene.context, m, scene.line.first)
                before = scene.anybody.of(group.first)
                party = before.party if before else None
                if party is not None and not party.person and not group.negated:
                    return party
        return None
