"""Inspecting told by whose inspection it was: "the School's last inspection, by Ofsted,", "the Prison's HMIP inspection", "its Ofsted report".

Comes in: a line.  Goes out: relations.  The one idea: what is inspected stands in the genitive before the noun; the inspectorate stands right
before it, or behind "by" with a comma between.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.facts.relations.pairs import Pairs
from kg.facts.relations.party import Party
from kg.lexicon.lists import lists
from kg.lexicon.relations import RelationWords
from kg.model import Relation

_NOUNS = frozenset({"inspection", "inspections", "audit", "audits"})
_SUPPOSED = lists("relating").words("supposed") | {"not"}


@dataclass(slots=True)
class Reports(Pairs):
    """Reads one line."""

    @staticmethod
    def cues(_words: RelationWords) -> Iterable[str]:
        """The words at which there is something to read."""
        return _NOUNS

    def at(self, k: int) -> Iterator[Relation]:
        """Who inspects whom, as a noun at a token tells."""
        scene, line = self.scene, self.scene.line
        agents = self._apart(k) or self._right_before(k)
        if agents is None or agents.person or agents.head:
            return
        near = scene.context.tokens.lows[max(line.first, k - 8) : k]
        if not _SUPPOSED.isdisjoint(near) or not scene.telling.so(scene.befores.start(k), k):
            return
        owner = self._owner(k)
        if owner is None or owner.person:
            return
        yield from (
            scene.made(one, "inspects", owner.keys[0], "noun")
            for one in agents.keys
            if one not in owner.keys and scene.who.inspects(one)
        )

    def _owner(self, k: int) -> Party | None:
        """Whose inspection it was: a genitive before the noun, past the inspectorate's name."""
        scene = self.scene
        its = next(
            (
                m
                for m in range(k - 1, max(scene.line.first, k - 6), -1)
                if scene.context.tokens.lows[m] in {"its", "our"}
            ),
            -1,
        )
        if its > 0:
            keys = scene.parties.phrases.pronouns.we(its) if scene.context.tokens.lows[its] == "our" else ()
            return Party(keys, its, k) if keys else self.ours(its)
        for m in range(k - 1, max(scene.line.first - 1, k - 9), -1):
            party = scene.parties.at(m, k + 1)
            if party is not None and party.head:
                return Party(party.keys, party.first, k, person=party.person)
        return None

    def _apart(self, k: int) -> Party | None:
        """ ", by Ofsted,", "(by Ofsted)"."""
        words, lows = self.scene.context.tokens.words, self.scene.context.tokens.lows
        behind = next((m for m in range(k + 1, min(self.scene.line.last - 1, k + 4)) if words[m] in {",", "("}), -1)
        by = behind > 0 and lows[behind + 1] in {"by", "from"}
        return self.scene.parties.listed(behind + 2, self.scene.line.last) if by else None

    def _right_before(self, k: int) -> Party | None:
        """ "the Prison's HMIP (inspection)"."""
        context = self.scene.context
        named = context.name_around(k - 1)
        if named is None or named.last != k or not context.tokens.lows[named.first - 1][0].isalpha():
            return None
        party = self.scene.parties.at(named.first, k)
        return party if party is not None and not party.head else None
