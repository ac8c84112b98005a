"""What a relative pronoun, a phrase set apart or the main clause is about.

Comes in: the token of the pronoun or of the mark.  Goes out: a :class:`Party`.  The one idea: the phrase before it, a comma, a place and a
preposition away at most.
"""

from __future__ import annotations

from dataclasses import dataclass

from kg.facts.context import Context, Line
from kg.facts.relations.parties import Parties
from kg.facts.relations.party import Party
from kg.facts.words import PREPOSITIONS
from kg.lexicon.lists import lists

_BODY_NOUNS = lists("relating").words("body-nouns")
_ARTICLES = frozenset({"a", "an", "the", "another"})
_PREPOSED = PREPOSITIONS | {"alongside", "together", "jointly"}


@dataclass(frozen=True, slots=True)
class Before:
    """The subject of a verb, the token at which its clause begins, and whether a relative pronoun stands for it."""

    party: Party
    first: int
    relative: bool = False


@dataclass(slots=True)
class Antecedents:
    """Finds those of one line."""

    context: Context
    parties: Parties
    line: Line
    loosely: bool = False  # may capitals that no name explains be a subject?

    def _capitals(self, end: int) -> Party | None:
        return self.parties.capitals.ending(end) if self.loosely else None

    def _before_place(self, p: int) -> int | None:
        """Before "in Hull", "at both sites": where something of theirs is."""
        lows = self.context.tokens.lows
        for m in range(p - 2, max(self.line.first, p - 5), -1):
            if lows[m] in {"in", "at", "near", "on", "across", "throughout"}:
                return m
            if not lows[m][0].isalpha() or m in self.context.mention_at:
                return None
        return None

    def antecedent(self, relative: int) -> Party | None:
        """The phrase that a relative pronoun stands for, a comma and a preposition away at most."""
        tokens = self.context.tokens
        p = relative
        while p > self.line.first and tokens.lows[p - 1] in _PREPOSED:
            p -= 1
        if p > self.line.first and tokens.lows[p - 1] in {
            "partnership",
            "collaboration",
            "conjunction",
            "association",
            "tandem",
        }:
            p -= 1 + (tokens.lows[p - 2] in {"in", "close"})
        p -= 2 * self._of_theirs(p)
        comma = p > self.line.first and tokens.words[p - 1] in {",", "–", "—", "-", "("}
        p -= comma
        p = self._before_place(p) or p
        if tokens.lows[relative] == "that" and comma:
            return None
        found = self.parties.listed_ending(p, self.line.first) or self._capitals(p)
        found = found or self._described(p)
        if found is None or found.person:
            return None
        if found.several and tokens.lows[relative + 1 : relative + 2] not in (
            ["together"],
            ["both"],
            ["are"],
            ["have"],
            ["were"],
            ["jointly"],
        ):
            return self.parties.ending(p, self.line.first)
        return (None if comma else self.arm(found)) or found

    def _of_theirs(self, of: int) -> bool:
        """ "the Board, the proceedings (of which)": what of theirs is meant, which stands for them."""
        lows = self.context.tokens.lows
        theirs = lows[of] == "of" and lows[of - 1] in self.context.lexicon.relations.lists["conduct"]
        return theirs and of - 3 > self.line.first and lows[of - 2] == "the"

    def arm(self, whole: Party) -> Party | None:
        """ "the Agency, an arm of the Ministry (that replaced …)": the arm, and not the whole, is what "that" or a participle behind it is said of."""
        tokens, m = self.context.tokens, whole.first - 1
        if m - 2 <= self.line.first or tokens.lows[m] not in {"of", "within"}:
            return None
        if tokens.lows[m - 1] not in self.context.lexicon.relations.parts or self.context.within_name(m - 1):
            return None
        the = next((k for k in range(m - 2, max(self.line.first, m - 6), -1) if tokens.lows[k] in {"a", "an"}), -1)
        if the <= self.line.first or tokens.words[the - 1] not in {",", "("}:
            return None
        return self.parties.ending(the - 1, self.line.first) or self.parties.capitals.ending(the - 1)

    def is_described(self, end: int) -> Party | None:
        """ "the MCA is an executive agency (, overseen by …)": whom the phrase before a mark describes."""
        return None

    def is_body_noun(self, k: int) -> bool:
        """ "landlord", "charity", "body": does a noun say what a body is?"""
        low = self.context.tokens.lows[k]
        return not self.context.within_name(k) and (low in _BODY_NOUNS or low in self.context.lexicon.relations.kinds)

    def _described(self, end: int) -> Party | None:
        """ "Lune Laboratories, a company (that …)", "the Commission, the regulator (to which …)": the name before what it is."""
        tokens = self.context.tokens
        if not self.is_body_noun(end - 1):
            return None
        the = next((m for m in range(end - 2, max(self.line.first, end - 5), -1) if tokens.lows[m] in _ARTICLES), -1)
        the -= tokens.lows[the - 1] == "being"  # ", being a home which …"
        if the <= self.line.first or tokens.words[the - 1] not in {",", "(", "–"}:
            return None
        capitals = self.parties.capitals.ending(the - 1)
        named = capitals if capitals is not None and not self.parties.capitals.is_person(capitals) else None
        return self.parties.ending(the - 1, self.line.first) or named

    def main(self) -> Party | None:
        """The subject of the main clause."""
        first = self.line.start
        return self.parties.listed(first, self.line.last)

    def apposed(self, first: int) -> Before | None:
        """Whom a phrase between commas or brackets is said of: the name right before its mark."""
        party = self.is_described(first - 1) if first > self.line.first else None
        party = party or (self.parties.ending(first - 1, self.line.first) if first > self.line.first else None)
        return Before(party, first) if party is not None and not party.head and not party.person else None
