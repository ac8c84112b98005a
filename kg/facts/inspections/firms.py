"""Bodies that nothing but their name in capitals tells of, and two bodies told as a pair.

Comes in: tokens behind "by", "from", "with".  Goes out: keys of bodies.  The one idea: of whom the text says that it carries something out, that is a
body, however little else is told of it.
"""

from __future__ import annotations

from dataclasses import dataclass

from kg.entities import BODIES
from kg.facts import clauses
from kg.facts.inspections.bodies import Bodies
from kg.facts.inspections.words import MONTHS, WORDS
from kg.facts.sides import sides

_PEOPLE = WORDS.words("inspectors") | WORDS.words("people")
_HONORIFIC = WORDS.words("honorifics")


@dataclass(slots=True)
class Firms(Bodies):
    """Finds firms and pairs."""

    def _closes_name(self, first: int, comma: int) -> bool:
        """ "with Lark Crane, Mr Hale says": has a name in capitals that nobody else tells of just ended?"""
        words = self.context.tokens.words
        short = comma - first == 1 and self._stands_for_itself(first)
        return short or (comma - first >= 2 and all(word[0].isupper() for word in words[first:comma]))

    def _past_staff(self, first: int, last: int) -> int:
        """Behind "colleagues from", "a team of auditors from": where the name of their body begins."""
        lows = self.context.tokens.lows
        for k in range(first, min(last - 1, first + 6)):
            if lows[k] == "from" and _PEOPLE & set(lows[first:k]):
                return k + 1 + (lows[k + 1] == "the")
            if self.context.tokens.words[k + 1][0].isupper() and (
                lows[k] in _PEOPLE or lows[k - 1 : k + 1] == ["firm", "of"]
            ):
                return k + 1
        return first

    def _unknown_body(self, first: int, last: int) -> str | None:
        """ "from Latchford Research": a name in capitals of which the text says that it carries something out."""
        tokens = self.context.tokens
        end = first
        while (
            end < last
            and (tokens.words[end][0].isupper() or (end > first and tokens.words[end] == "&"))
            and end not in self.context.mention_at
            and tokens.lows[end] not in MONTHS
        ):
            end += 1
        alone = end - first == 1 and not self._stands_for_itself(first)
        if end == first or alone or tokens.lows[first] in _HONORIFIC:
            return None
        name = " ".join(self.context.words(first, end).replace("’", "'").split()).removesuffix("'s").removesuffix("'")
        return self.context.cast.resolver.body(name, tokens.span(first, end)).key

    def _stands_for_itself(self, k: int) -> bool:
        """Is a single word a name of a body by itself: an acronym ("GwE"), or behind those who are called so ("the consultants Lark")?"""
        tokens = self.context.tokens
        acronym = tokens.words[k].isalpha() and len(tokens.words[k]) > 2 and sum(map(str.isupper, tokens.words[k])) > 1
        return acronym or tokens.lows[k - 1] in _PEOPLE or tokens.lows[k - 2 : k] == ["firm", "of"]

    def _pair_at(self, first: int, last: int) -> tuple[str, ...]:
        """ "by the two", "by both offices", "by the two councils together": the two bodies of the sentence, else the two that meet."""
        if not self._is_pair(first, last):
            return ()
        begin = next((line.first for line in self.context.lines if line.first <= first < line.last), first)
        named = self._acting_in(begin, first)
        if len(named) == 2:
            return named
        if not named and len(self.before) == 2:
            return self.before
        if "them" in self.context.tokens.lows[first : first + 4]:
            return ()  # "by the two of them": two whom the words before name, be they persons
        met = tuple(key for key in sides(self.context) if self.context.type_of(key) in BODIES)
        return met if len(met) == 2 and set(named) <= set(met) else ()

    def _is_pair(self, first: int, last: int) -> bool:
        """ "the two bodies", "both", "the two of them", "the pair of them"."""
        lows = self.context.tokens.lows
        k = first + (lows[first : first + 1] == ["the"])
        if lows[k : k + 3] in (["two", "of", "them"], ["pair", "of", "them"], ["both", "of", "them"]):
            return k + 3 <= last
        actor = clauses.actor_at(self.context, first, last)
        return actor is not None and actor.word in {"both", "both bodies"} and "of" not in lows[first : actor.last]
