"""Asides before a verb: "the Trust, it was said, works with", "landlords, Lagan Homes among them,", "the Trust's school, Marsh End,".

Comes in: the mark that closes an aside.  Goes out: the mark that opens it, or who is named within.  The one idea: a name between two marks is
what is meant where the words before it say only what it is.
"""

from __future__ import annotations

from dataclasses import dataclass

from kg.facts.relations.antecedents import Antecedents
from kg.facts.relations.party import EMPLOYERS, OWN, Party
from kg.facts.words import BEING

BREAKS = frozenset({";", ":", "?"})
RELATIVE = frozenset({"which", "that", "who", "whom"})
AUXILIARIES = BEING | {"will", "would"}
_NO_SUBJECTS = RELATIVE | AUXILIARIES  # behind one, what stands between the marks belongs to its verb
PLURAL = frozenset({"are", "were", "have"})  # said of several: "Severn Coaches and Marches Rail are"
_ASIDE = 32
_NAME = 8  # tokens of a name between commas


@dataclass(slots=True)
class Asides(Antecedents):
    """Finds those of one line."""

    def aside(self, closing: int) -> int | None:
        """The mark that opens an aside which another closes, behind a phrase that can be a subject."""
        words = self.context.tokens.words
        if closing <= self.line.first or words[closing] not in {",", "–", "—", "-"}:
            return None
        depth = 0
        for m in range(closing - 1, max(self.line.first, closing - _ASIDE), -1):
            depth += (words[m] in {")", "]"}) - (words[m] in {"(", "["})
            if words[m] in BREAKS:
                return None
            if depth == 0 and words[m] == words[closing] and self._can_end(m):
                return m
        return None

    def _can_end(self, m: int) -> bool:
        party = self.parties.ending(m, self.line.first) or self._capitals(m)
        return party is not None or self.context.tokens.lows[m - 1] in _NO_SUBJECTS

    def _opener(self, closing: int) -> int:
        words = self.context.tokens.words
        opens = {")": "(", "]": "["}[words[closing]]
        return next((m for m in range(closing - 1, self.line.first, -1) if words[m] == opens), self.line.first)

    def _named_apart(self, mark: int) -> Party | None:
        """Who is named behind the mark that opens an aside, or as a label before a colon."""
        if self.context.tokens.words[mark] == ":":
            label = self.parties.ending(mark, self.line.first)
            return label if label is not None and label.first == self.line.first and not label.head else None
        if among := self._one_of_many(mark):
            return among
        words, first = self.context.tokens.words, self.line.first
        commas = (m for m in range(mark - 1, max(first, mark - _NAME), -1) if words[m] == ",")
        own = next((m for m in commas if self._of_its_own(m)), None)
        opens = own or self.aside(mark)
        return self._renamed(opens, mark) if opens is not None else None

    def _renamed(self, opens: int, closes: int) -> Party | None:
        """ "the Trust's newest school, Marsh End Primary,": the name of what is somebody's."""
        outer = self.parties.ending(opens, self.line.first)
        theirs = (outer is not None and bool(outer.head)) or self._own_office(opens)
        inner = self.parties.other(opens + 1, closes) if theirs else None
        return inner if inner is not None and inner.last == closes and not inner.head and not inner.person else None

    def _own_office(self, opens: int) -> bool:
        """ "His office, the Care Registry,": what people call the body that they are of, before its name."""
        lows = self.context.tokens.lows
        if opens - 2 >= self.line.first and lows[opens - 1] in EMPLOYERS and lows[opens - 2] in OWN:
            return True
        return self._of_its_own(opens)

    def _of_its_own(self, opens: int) -> bool:
        """ "Its laboratory, Roe Labs,": does a comma stand behind what is theirs, with which a clause opens?"""
        lows, first = self.context.tokens.lows, self.line.first
        own = next(
            (m for m in range(opens - 2, max(first - 1, opens - 5), -1) if lows[m] in {"its", "their", "our"}), -1
        )
        return own >= first and (own == first or lows[own - 1] in {"that", "and", "but", ";", ","})

    def _before_others(self, p: int) -> int:
        """Before "and the other suppliers", "and others like it": who is named of many that the verb is said of."""
        lows = self.context.tokens.lows
        for m in range(p - 1, max(self.line.first, p - 5), -1):
            if lows[m] in {"other", "others"}:
                link = m - 1 - (lows[m - 1] in {"the", "all", "several", "many", "its", "some", "their"})
                return link if lows[link] == "and" and lows[p] in PLURAL else p
            if not lows[m][0].isalpha() or self.context.within_name(m):
                return p
        return p

    def _one_of_many(self, closing: int) -> Party | None:
        """ "landlords, Lagan Homes among them,", "landlords, including Lagan Homes,": those who are named of many."""
        tokens = self.context.tokens
        if tokens.lows[closing - 2 : closing] == ["among", "them"]:
            return self.parties.listed_ending(closing - 2, self.line.first)
        party = self.parties.listed_ending(closing, self.line.first)
        opens = party is not None and tokens.lows[party.first - 2 : party.first] == [",", "including"]
        return party if opens else None

    def _staff_of(self, party: Party) -> Party:
        """ "Surveyors from the Agency, (who inspect)": those of a body, where such stand before its name."""
        lows, of = self.context.tokens.lows, party.first - 1
        staff = of > self.line.first and lows[of] in {"from", "of", "at"} and not party.head
        head = lows[of - 1] if staff and lows[of - 1] in self.context.lexicon.relations.lists["staff"] else ""
        return Party(party.keys, party.first, party.last, head=head) if head else party
