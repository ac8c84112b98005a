"""Where the object of a verb begins: behind "the work of", "the way in which", "what had been", "by, and reports to,".

Comes in: the token behind a verb.  Goes out: a token.  The one idea: whose work is watched over is watched over, and a body of old is itself,
so that what stands before its name is passed by; of many, those that are named are meant.
"""

from __future__ import annotations

from dataclasses import dataclass

from kg.facts.relations.party import Party
from kg.facts.relations.scene import Scene
from kg.facts.words import BE, PREPOSITIONS
from kg.lexicon.relations import Phrase

_BOARDS = frozenset({"board", "trustees", "directors", "governors", "executive", "management", "members"})
_EACH = frozenset({"every", "all", "each"})


@dataclass(slots=True)
class Beginnings:
    """Finds those of one line."""

    scene: Scene

    def _begins(self, end: int, phrase: Phrase) -> int:
        """Where the object of a phrase that ends before a token begins."""
        if phrase.predicate == "oversees":
            end = self._past_conduct(self._past_way(end))
        if phrase.name == "overseen-by":
            end = self._past_board(end)
        if phrase.predicate == "succeeds":
            end = self._past_what(end)
        behind = self.scene.context.tokens.lows[end - 1] in PREPOSITIONS
        return self._past_shared(end) if behind else end  # "is paid by, and reports to, the Board"

    def _past_board(self, k: int) -> int:
        """Behind "the board of", "the trustees of": who answers to these answers to the body."""
        lows = self.scene.context.tokens.lows
        boards = lows[k : k + 1] == ["the"] and lows[k + 1] in _BOARDS and lows[k + 2 : k + 3] == ["of"]
        return k + 3 if boards and k + 1 not in self.scene.context.mention_at else k

    def _past_conduct(self, k: int) -> int:
        """Behind "the work of", "the day-to-day performance of": whose work is overseen is overseen."""
        lows, conduct = self.scene.context.tokens.lows, self.scene.words.lists["conduct"]
        for m in range(k, min(self.scene.line.last - 2, k + 5)):
            if lows[m] in conduct and lows[m + 1] in {"of", "at", "by"}:
                return m + 2
            if m in self.scene.context.mention_at or not lows[m][0].isalpha():
                return k
        return k

    def _past_way(self, k: int) -> int:
        """Behind "the way in which", "the manner in which": how a body works is the body's work."""
        lows = self.scene.context.tokens.lows
        way = k + (lows[k : k + 1] == ["the"])
        ways = lows[way : way + 1] in (["way"], ["manner"]) and lows[way + 1 : way + 3] == ["in", "which"]
        return way + 3 if ways else k

    def _past_what(self, k: int) -> int:
        """Behind "what had been", "what was", "what used to be": a body of old; behind "everything (that)"."""
        lows = self.scene.context.tokens.lows
        if lows[k - 1] == "everything":
            return k + (lows[k : k + 1] in (["that"], ["which"]))
        if lows[k : k + 1] != ["what"]:
            return k
        return next((m + 1 for m in range(k + 2, min(self.scene.line.last, k + 6)) if lows[m] in {"been", "be"}), k + 2)

    def _past_shared(self, k: int) -> int:
        """Behind the comma, or "and reports to," between a preposition and the body that it shares with another."""
        tokens, last = self.scene.context.tokens, self.scene.line.last
        if tokens.words[k : k + 1] != [","]:
            return k
        if tokens.lows[k + 1 : k + 2] not in (["and"], ["or"]):
            return k + 1
        near = range(k + 3, min(last - 1, k + 12))
        return next((m + 1 for m in near if tokens.words[m] == "," and tokens.lows[m - 1] in PREPOSITIONS), k + 1)

    def _many_before(self, k: int) -> Party | None:
        """ "inspects the companies which own the pipes, Northern Mains and Fen Power among them": those who are named of many."""
        tokens, last = self.scene.context.tokens, self.scene.line.last
        if one := self._one_of_many(k):
            return one
        lows = tokens.lows
        among = next((m for m in range(k + 2, last - 1) if lows[m] == "among" and lows[m + 1] == "them"), -1)
        if among < 0 and (included := self._included(k)):
            return included
        many = among > 0 and (lows[k] in _EACH or any(low.endswith("s") for low in lows[k : k + 4]))
        ends = many and (among + 2 >= last or tokens.words[among + 2] in {".", ";", ","})
        if not ends:
            return None
        return self.scene.parties.listed_ending(among, k) or self.scene.parties.capitals.ending(among)

    def _one_of_many(self, k: int) -> Party | None:
        """ "regulates some 1,600 landlords, of which Kestrel Homes is one"."""
        lows, last = self.scene.context.tokens.lows, self.scene.line.last
        for m in range(k + 1, min(last - 3, k + 9)):
            if lows[m] == "of" and lows[m + 1] in {"which", "whom"}:
                found = self.scene.parties.named(m + 2, last)
                one = found is not None and lows[found.last] in BE and "one" in lows[found.last : found.last + 2]
                return found if one and found is not None and not found.head and not found.person else None
        return None

    def _included(self, k: int) -> Party | None:
        """ "inspects every hospital in Wales, Ysgol Bryn included"."""
        tokens, last = self.scene.context.tokens, self.scene.line.last
        near = range(k + 4, min(last, k + 20))
        end = next((m for m in near if tokens.lows[m] == "included"), -1)
        found = self.scene.parties.ending(end, k) or self.scene.parties.capitals.ending(end) if end > 0 else None
        if found is None or found.head or found.person or tokens.words[found.first - 1] not in {",", "–"}:
            return None
        return found if tokens.lows[k] in _EACH or tokens.lows[found.first - 2].endswith("s") else None
