"""Bodies that are as one, or one that stands over another: "A and B form a single team", "Over the Registry the Agency keeps watch".

Comes in: a line.  Goes out: relations.  The one idea: "one", "single" or "joint" before a noun of team makes the two before it partners, as "in
common by" does two agents; "over" that opens a clause turns who is overseen and who oversees round.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.facts.inspections.groups import Tense, group_at
from kg.facts.relations.pairs import Pairs
from kg.facts.relations.party import Party
from kg.facts.words import BE, MODALS, NOT
from kg.lexicon.lists import lists
from kg.lexicon.relations import RelationWords
from kg.model import Relation

_RELATING = lists("relating")
_UNIONS, _SINGLE = _RELATING.words("unions"), _RELATING.words("single")
_WATCHES, _STANDS = _RELATING.words("watches"), _RELATING.words("stands-over")
_FORMING = BE | {"form", "forms", "formed", "make", "made", "became", "become"}
_KEEPING = frozenset({"keep", "keeps", "kept", "has", "have", "exercises", "exercised", "holds"})
_OPENS = frozenset({"that", "and", "but", ",", ";", ":"})
_REACH = 14


@dataclass(slots=True)
class Unions(Pairs):
    """Reads one line."""

    @staticmethod
    def cues(_words: RelationWords) -> Iterable[str]:
        """The words at which there is something to read."""
        return _UNIONS | {"common", "over"}

    def at(self, k: int) -> Iterator[Relation]:
        """What the word at a token tells."""
        lows = self.scene.context.tokens.lows
        if lows[k] == "over":
            yield from self._over(k)
        elif lows[k] == "common":
            yield from self._in_common(k)
        elif self._single(k) and self.is_told(k):
            yield from self._as_one(k)

    def _single(self, k: int) -> bool:
        """ "one team", "a single body", "a pool"."""
        lows = self.scene.context.tokens.lows
        return bool(_SINGLE & set(lows[max(self.scene.line.first, k - 2) : k])) or lows[k - 1 : k + 1] == ["a", "pool"]

    def _as_one(self, k: int) -> Iterator[Relation]:
        """ "A and B form a single team", "A and B are to all intents one team"."""
        scene, lows = self.scene, self.scene.context.tokens.lows
        manner = k - 2 - (lows[k - 2] != "as")
        if lows[manner] == "as" and (whole := self._doing_as_one(manner)):
            yield from self.two(whole)
            return
        verb = next((m for m in range(k - 1, max(scene.line.first, k - 8), -1) if lows[m] in _FORMING), -1)
        if verb < 0 or NOT & set(lows[verb:k]):
            return
        group = group_at(scene.context, verb, scene.line.first)
        whole = self.several_before(verb)
        told = not group.negated and group.tense is not Tense.OPEN and group.to < 0
        if told and whole is not None and len(whole.keys) == 2 and verb - whole.last < 4:
            yield from self.two(whole)

    def _doing_as_one(self, k: int) -> Party | None:
        """ "A and B run the shelter as one team": the two that do something so."""
        scene, lows = self.scene, self.scene.context.tokens.lows
        if (NOT | (MODALS - {"will"})) & set(lows[scene.line.first : k]):
            return None
        whole = self.several_before(k)
        return whole if whole is not None and len(whole.keys) == 2 and self.acts(whole, k) else None

    def _in_common(self, k: int) -> Iterator[Relation]:
        """ "staffed in common by A and B"."""
        scene, lows = self.scene, self.scene.context.tokens.lows
        if lows[k - 1] == "in" and lows[k + 1 : k + 2] == ["by"] and self.is_told(k):
            agents = scene.parties.other(k + 2, scene.line.last)
            yield from self.two(agents) if agents is not None and not agents.head else ()

    def _over(self, k: int) -> Iterator[Relation]:
        """ "Over the Registry the Agency keeps watch", "Over it stands the Agency"."""
        scene, tokens = self.scene, self.scene.context.tokens
        if k > scene.line.first and tokens.lows[k - 1] not in _OPENS:
            return
        below = scene.parties.listed(k + 1, scene.line.last)
        if below is None or below.head or below.person or not scene.telling.so(scene.befores.start(k), k):
            return
        above = self._standing(below.last) or self._keeping(below.last)
        if above is not None and not above.person and not above.head:
            yield from (
                scene.made(above.keys[0], "oversees", one, "over") for one in below.keys if one != above.keys[0]
            )

    def _standing(self, k: int) -> Party | None:
        """Who stands behind "(and every other regulator) stood"."""
        tokens, last = self.scene.context.tokens, self.scene.line.last
        for m in range(k, min(last - 1, k + _REACH)):
            if tokens.words[m] in {";", "."}:
                return None
            if tokens.lows[m] in _STANDS:
                return self.scene.parties.named(m + 1, last)
        return None

    def _keeping(self, k: int) -> Party | None:
        """Who "keeps watch", behind a remark between commas."""
        tokens, last = self.scene.context.tokens, self.scene.line.last
        if tokens.words[k] == ",":
            k = next((m for m in range(k + 1, min(last, k + _REACH)) if tokens.words[m] == ","), k) + 1
        found = self.scene.parties.other(k, last)
        verb = found.last if found is not None else last
        kept = verb < last and tokens.lows[verb] in _KEEPING and _WATCHES & set(tokens.lows[verb : min(last, verb + 5)])
        return found if kept and not NOT & set(tokens.lows[verb : verb + 5]) else None
