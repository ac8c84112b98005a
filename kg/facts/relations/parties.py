"""The bodies that noun phrases stand for, alone or joined: "A, B and C", read forwards from a token or backwards from one.

Comes in: the token at which phrases begin or end.  Goes out: a :class:`Party`.  The one idea: commas and "and" join phrases into one
party; what belongs to somebody, or is a person, joins nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial

from kg.facts import clauses
from kg.facts.context import Line
from kg.facts.inspections.subjects import Subjects
from kg.facts.relations.capitals import Capitals
from kg.facts.relations.kinds import Kinds
from kg.facts.relations.party import BEFORE, EMPLOYERS, OWN, Party
from kg.facts.relations.phrases import Phrases
from kg.facts.relations.pronouns import Pronouns
from kg.facts.words import ADVERBS, AUXILIARIES

_REACH = 12
_NO_FURTHER = frozenset({"both", "it", "they"})  # what no list goes on with
_AND = frozenset({"and", "&", "+", "/"})
_ABOUT = frozenset(
    {"of", "on", "about", "concerning", "regarding"}
)  # "Of the Service he spoke warmly. It works with …"


@dataclass(slots=True)
class Parties:
    """Reads the parties of one line; ``pair`` are the two bodies last told of together."""

    who: Subjects
    kinds: Kinds
    line: Line
    pair: tuple[str, ...] = ()
    before: Line | None = None
    carried: tuple[str, ...] = ()
    capitals: Capitals = field(init=False)
    phrases: Phrases = field(init=False)

    def __post_init__(self) -> None:
        # what a pronoun asks is handed to it with all that it takes: an asker that knew these parties would outlive the line
        opening = partial(_opening, self.who, self.kinds, self.before) if self.before else None
        unknown = partial(_unknown, self.who, self.before) if self.before else None
        reads = partial(_phrase, self.who, self.kinds, self.line)
        pronouns = Pronouns(self.who, self.line, self.pair, opening, self.before, reads, unknown, self.carried)
        self.capitals = Capitals(self.who.context, self.line)
        self.phrases = Phrases(self.who, self.kinds, self.line, pronouns)

    def at(self, k: int, last: int) -> Party | None:
        """The phrase that begins at a token, with its article."""
        return self.phrases.at(k, last)

    def named(self, k: int, last: int) -> Party | None:
        """The phrases from a token on, else the capitals there, whatever they name."""
        return self.with_unknown(k, last) or self.unknowns(k, last)

    def other(self, k: int, last: int) -> Party | None:
        """The phrases from a token on, the last of which may be capitals that nothing explains; else such capitals that are nobody's name."""
        found = self.with_unknown(k, last)
        if found is None and (found := self.capitals.at(k, last)) and self.capitals.is_person(found):
            return None
        return found

    def listed(self, k: int, last: int) -> Party | None:
        """The phrases from a token on that commas and "and" join."""
        lows, staff = self.who.context.tokens.lows, self.who.context.lexicon.relations.lists["staff"]
        found = self.at(k, last)
        while found is not None and found.last < last and (not found.head or found.head in staff):
            j = found.last
            comma = lows[j] == ","
            j += comma
            joined = j < last and (lows[j] in _AND or lows[j : j + 3] == ["as", "well", "as"])
            j += (3 if lows[j] == "as" else 1) if joined else 0
            if joined and j < last and lows[j] in {"by", "with", "also", "of"}:
                j += 1
            further = self.at(j, last) if (joined or comma) and j < last and lows[j] not in _NO_FURTHER else None
            if (
                further is None
                or (further.head not in staff and lows[j - 1] != "of" if found.head else further.head)
                or further.person
                or not (joined or self._list_goes_on(further.last, last))
            ):
                break
            if joined and comma and not found.several and self._opens_clause(further.last, last):
                break  # "supervised by the Board, and the Agency still is"
            keys = tuple(dict.fromkeys((*found.keys, *further.keys)))
            found = Party(keys, found.first, further.last, head=found.head, several=True)
        return found

    def reached(self, k: int, last: int) -> Party | None:
        """ "supervises the Trust and the Inspectorate inspects it": those listed, but for one with whom "and" opens another clause."""
        found, lows = self.listed(k, last), self.who.context.tokens.lows
        first = self.at(k, last) if found is not None and found.several and len(found.keys) == 2 else None
        if found is None or first is None or lows[first.last] != "and":
            return found
        return first if lows[found.last] != "to" and self._opens_clause(found.last, last) else found

    def _opens_clause(self, k: int, last: int) -> bool:
        """Does a verb stand here, with its adverbs?"""
        context, lows = self.who.context, self.who.context.tokens.lows
        while k < last and lows[k] in ADVERBS:
            k += 1
        finite = k < last and (lows[k] in AUXILIARIES or lows[k] in context.lexicon.relations.finite)
        return finite or (k < last and clauses.verb_group(context, k, last) is not None)

    def with_unknown(self, k: int, last: int) -> Party | None:
        """The phrases from a token on, or one and capitals that nothing explains: "the Directorate and Waterways Cross-Border"."""
        found = self.listed(k, last)
        if (
            found is None
            or found.several
            or found.head
            or found.last >= last
            or self.who.context.tokens.lows[found.last] not in _AND
        ):
            return found
        behind = found.last + 1 + (self.who.context.tokens.lows[found.last + 1] in {"of", "with", "by"})
        further = self.capitals.at(behind, last)
        if further is None or self.capitals.is_person(further):
            return found
        return Party((*found.keys, *further.keys), found.first, further.last, several=True)

    def unknowns(self, k: int, last: int) -> Party | None:
        """Names that nothing explains, with others that commas and "and" join to them: "the Bank Tramway, the Orme Cableway and X"."""
        lows = self.who.context.tokens.lows
        found = self.capitals.at(k, last)
        while found is not None and found.last + 1 < last and lows[found.last] in {",", "and"}:
            further = self.listed(found.last + 1, last) or self.capitals.at(found.last + 1, last)
            if further is None or further.head or further.person:
                break
            found = Party((*found.keys, *further.keys), found.first, further.last, several=True)
        return found

    def _list_goes_on(self, k: int, last: int) -> bool:
        """Does another name follow, behind "and" or behind a comma that "and" follows in its turn?"""
        lows = self.who.context.tokens.lows
        if k >= last or lows[k] in {"and", "&"}:
            return k < last
        further = self.at(k + 1 + (lows[k + 1 : k + 2] == ["and"]), last) if lows[k] == "," else None
        return further is not None and (lows[k + 1] == "and" or self._list_goes_on(further.last, last))

    def ending(self, end: int, first: int) -> Party | None:
        """The phrase that ends before a token, with its article."""
        context = self.who.context
        words = context.tokens.words
        if end > first and words[end - 1] in {")", "]"}:
            opener = next((m for m in range(end - 2, max(first, end - 12) - 1, -1) if words[m] in {"(", "["}), -1)
            return self.ending(opener, first) if opener >= 0 else None
        mention = context.name_around(end - 1)
        if mention is not None:
            named = self.at(mention.first, end)
            return self._with_article(named, end, first) if named is not None and named.last == end else None
        for s in range(end - 1, max(first, end - _REACH) - 1, -1):
            if words[s] in {",", ";", ":", "("} and s < end - 1:
                return None
            found = self.phrases.at(s, end) if self.phrases.may_begin(s) else None
            if found is not None and found.last == end:
                return self._with_article(found, end, first)
        return None

    def _with_article(self, found: Party, end: int, first: int) -> Party:
        """The same phrase with the article and adjectives before it."""
        lows, k = self.who.context.tokens.lows, found.first
        while k > first and lows[k - 1] in BEFORE and (longer := self.at(k - 1, end)) and longer.last == end:
            found, k = longer, k - 1
        return found

    def listed_ending(self, end: int, first: int, *, loosely: bool = False) -> Party | None:
        """The phrases joined by commas and "and" that end before a token; ``loosely``: the first may be capitals that nothing explains."""
        lows = self.who.context.tokens.lows
        found = self.ending(end, first)
        commas = 0
        while found is not None and found.first > first + 1 and not found.head and not found.person:
            j = found.first - 1
            if lows[j] == "both":
                break
            joined = lows[j] in _AND
            comma = lows[j - joined] == ","
            if not (joined or (comma and found.several)) or (joined and comma and not self._longer_list(j - 1, first)):
                break
            opens = j - (joined and comma) if not comma or joined else j
            if joined and not comma and not found.several and self._is_reached(opens, first):
                break  # "supervises the Trust and the Inspectorate (inspects it)"
            before = self.ending(opens, first) or (self._nobody_s(opens) if loosely else None)
            if before is None or before.head or before.person:
                break
            commas += comma
            found = Party(tuple(dict.fromkeys((*before.keys, *found.keys))), before.first, found.last, several=True)
        return found

    def _is_reached(self, end: int, first: int) -> bool:
        """Does the phrase that ends before a token stand right behind a verb of relationship, whose object it is?"""
        before, context = self.ending(end, first), self.who.context
        verb = before.first - 1 if before is not None else -1
        if verb <= first or context.tokens.lows[verb] not in context.lexicon.relations.finite:
            return False
        subject = context.name_around(verb - 1)
        return subject is not None and subject.last == verb

    def _nobody_s(self, end: int) -> Party | None:
        """Capitals that end before a token and are nobody's name."""
        found = self.capitals.ending(end)
        return None if found is None or self.capitals.is_person(found) else found

    def _longer_list(self, comma: int, first: int) -> bool:
        """ "A, B, and C": does another comma stand before B?"""
        before = self.ending(comma, first)
        return before is not None and self.who.context.tokens.lows[before.first - 1] == ","


def _phrase(who: Subjects, kinds: Kinds, line: Line, k: int, pronouns: Pronouns) -> Party | None:
    """The phrase of a line that begins at a token."""
    return Phrases(who, kinds, line, pronouns).at(k, line.last)


def _unknown(who: Subjects, line: Line) -> Party | None:
    """The only capitals of a sentence that no name explains ("There was concern about Teifi Transport. The firm …")."""
    if who.bodies_in(line.first, line.last):
        return None
    capitals, words = Capitals(who.context, line), who.context.tokens.words
    places = [k for k in range(line.first + 1, line.last) if words[k][0].isupper() and not words[k - 1][0].isupper()]
    found = [party for k in places if (party := capitals.at(k, line.last)) and not capitals.is_person(party)]
    return found[0] if len(found) == 1 else None


def _opening(who: Subjects, kinds: Kinds, line: Line) -> Party | None:
    """The subject that a sentence opens with."""
    phrases = Phrases(who, kinds, line, Pronouns(who, line))
    first = line.start
    lows = who.context.tokens.lows
    first += lows[first] in _ABOUT
    if lows[first] in OWN and lows[first + 1] in EMPLOYERS and lows[first + 2] == ",":
        first += 3  # "His office, the Care Registry, is …"
    return phrases.at(first, line.last) or Capitals(who.context, line).at(first, line.last)
