"""One noun phrase that stands for bodies: a name, "her office", "the school", "it", "the Trust's wards".

Comes in: the token at which a phrase begins.  Goes out: a :class:`Party`, or ``None``.  The one idea: whatever a phrase is made of, it
stands for one body or for a pair; a genitive before another noun stands for what is theirs.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from kg.entities import BODIES
from kg.facts import clauses
from kg.facts.context import PERSONAL, Line
from kg.facts.relations.institutions import Institutions
from kg.facts.relations.kinds import Kinds
from kg.facts.relations.party import BEFORE, EMPLOYERS, Party
from kg.facts.relations.pronouns import Pronouns
from kg.facts.relations.shorts import short_name
from kg.facts.words import ADVERBS, AUXILIARIES, POSSESSIVES, PREPOSITIONS
from kg.lexicon.lists import lists
from kg.model import EntityType

_RELATING = lists("relating")
_PAIRS, _BODY_NOUNS = _RELATING.words("plural-bodies"), _RELATING.words("body-nouns")
_THEMSELVES = EMPLOYERS - {"office"}  # "our trust", "his council": the body itself
_CREWS = _RELATING.words("crews")
_PRONOUNS = frozenset({"it", "they", "both", "we", "us", "ourselves", "ours"})
_OF_BODIES = frozenset({"team", "teams", "people", "boats"})  # "the CPS team" may be one with another name
_ENTERPRISES = _RELATING.words("enterprises")
_BEGINNING = _PRONOUNS | BEFORE | {"whose", "that"}
_POINTING = frozenset({"the", "this", "that"})


@dataclass(slots=True)
class Phrases(Institutions):
    """Reads the noun phrases of one line."""

    kinds: Kinds
    line: Line
    pronouns: Pronouns = field(repr=False)

    def at(self, k: int, last: int) -> Party | None:
        """The phrase that begins at a token, with its article."""
        context, lows = self.who.context, self.who.context.tokens.lows
        if k >= last or not self.may_begin(k):
            return None
        if lows[k] in _PRONOUNS or (lows[k + 1] == "two" and self._are_two(k, last)):
            return self._pronoun(k, last)
        if lows[k] == "whose":
            return self._whose(k, last)
        if (
            lows[k] == "that"
            and k + 1 < last
            and (lows[k + 1] in context.lexicon.relations.kinds or lows[k + 1] in {"body", "organisation"})
            and not context.within_name(k + 1)
        ):
            return self._called(k, k + 1, last)
        j = k
        while j < last and j - k < 4 and j not in context.mention_at and lows[j] in BEFORE:
            j += 1
        if j >= last:
            return None
        found = (
            self._named(k, j, last)
            if j in context.mention_at
            else self._called(k, j, last) or self._short(k, j, last) or self._by_ending(k, j, last)
        )
        return self._past_bracket(found, last) if found else None

    def _are_two(self, k: int, last: int) -> bool:
        """ "the two (now run a helpline)": without a noun, before a verb."""
        lows = self.who.context.tokens.lows
        if k + 3 >= last or lows[k] != "the":
            return False
        verb = k + 2 + (lows[k + 2] in ADVERBS)
        if lows[verb].endswith("ing"):
            return False  # "the two remaining plants"
        return lows[verb] in AUXILIARIES or lows[verb] in self.who.context.lexicon.relations.finite

    def may_begin(self, k: int) -> bool:
        """Can a phrase begin at a token: at a name, a capital, a closed word, or a noun before "of"?"""
        context = self.who.context
        lows, words = context.tokens.lows, context.tokens.words
        return lows[k] in _BEGINNING or k in context.mention_at or words[k][0].isupper() or lows[k + 1] == "of"

    def _by_ending(self, k: int, j: int, last: int) -> Party | None:
        """ "the National Park": the last words of a name in capitals behind "the"."""
        found = self.kinds.by_ending(j, last) if k < j and self.who.context.tokens.lows[j - 1] == "the" else None
        return Party((found[0],), k, found[1]) if found else None

    def _short(self, k: int, j: int, last: int) -> Party | None:
        """ "Larkhill", "Hebble Primary's": the first words of a name."""
        context = self.who.context
        if k != j or not context.tokens.words[k][0].isupper() or context.within_name(k):
            return None
        found = short_name(context, k, last)
        if found is None or (found[1] < last and context.tokens.words[found[1]][0].isupper()):
            return None
        key, end = found
        theirs = context.tokens.lows[end - 1].endswith(("'s", "s'")) and end < last
        following, words = context.tokens.lows[end] if end < last else "", context.lexicon.relations
        if not theirs and following.endswith("s") and following in words.theirs and following not in words.finite:
            return None  # "Corbay boats": of the place
        return self._owned(k, end, last, key) if theirs else Party((key,), k, end)

    def _whose(self, k: int, last: int) -> Party | None:
        """ "HMIP, whose inspectors": what is theirs."""
        context = self.who.context
        end = self._before_generic(k)
        if context.tokens.lows[k + 1 : k + 2] == ["office"] and k > self.line.first:
            return self.whose_office(k, end)
        if k + 1 >= last or context.tokens.lows[k + 1] not in context.lexicon.relations.theirs:
            return None
        owner = self._right_before(end - (context.tokens.words[end - 1] == ","))
        return Party(owner.keys, k, k + 2, head=context.tokens.lows[k + 1]) if owner and not owner.head else None

    def _before_generic(self, k: int) -> int:
        """Before ", the body (whose functions …)", which only says again what the name before it has said."""
        lows = self.who.context.tokens.lows
        noun = lows[k - 1] in _BODY_NOUNS and lows[k - 2] in {"the", "a", "that"}
        return k - 2 if noun and lows[k - 3] == "," else k

    def _pronoun(self, k: int, last: int) -> Party | None:
        """ "it", "they", "both", "the two bodies" after "both"."""
        lows = self.who.context.tokens.lows
        if lows[k] == "it":
            return self._of(self.pronouns.it(k), k, k + 1)
        if lows[k] in {"we", "us", "ourselves", "ours"}:
            return self._of(self.pronouns.we(k), k, k + 1)
        if lows[k] == "the" and k + 1 < last:
            return self._of(self.pronouns.two(k), k, k + 2, several=True)
        if lows[k] == "both" and k + 1 < last:
            if lows[k + 1] in _PAIRS:
                return self._of(self.pronouns.two(k, lows[k + 1]), k, k + 2, several=True)
            if inner := self.at(k + 1, last):
                return replace(inner, first=k)
            if "and" in lows[k + 2 : min(last, k + 4)] and lows[k + 1] not in self.who.context.lexicon.relations.finite:
                return None  # "sharing both dogs and lanterns"
        return self._of(self.pronouns.two(k), k, k + 1, several=True)

    def _named(self, k: int, j: int, last: int) -> Party | None:
        """A mention, with what is theirs behind a genitive."""
        context, lows = self.who.context, self.who.context.tokens.lows
        mention, key = context.mention_at[j], context.cast.by_first[j]
        if mention.last > last:
            return None
        if lows[j - 1] in {"the", "a"} and mention.last < last and lows[mention.last] in _ENTERPRISES:
            return None  # "the Turning Point scheme": what is run, and no body
        kind = context.type_of(key)
        theirs = lows[mention.last - 1].endswith(("'s", "s'")) and mention.last < last
        if kind in PERSONAL and theirs and lows[mention.last] in _THEMSELVES and (body := context.cast.body_of(key)):
            return Party((body,), k, mention.last + 1)  # "Tom's trust"
        if kind in PERSONAL or kind is EntityType.COLLECTIVE:
            actor = clauses.actor_at(context, j, last)
            if actor is not None and actor.staff:
                return self.staff(k, actor)
            body = self.who.as_body(key) if kind is EntityType.COLLECTIVE else self.institution(key, mention)
            return Party((body,), k, mention.last) if body and not theirs else Party((), k, mention.last, person=True)
        if kind not in BODIES:
            return None
        following = mention.last + (lows[mention.last] in {"own", "old", "former", "new"})
        if following in context.mention_at and theirs:
            inner = self.at(following, last)
            return replace(inner, first=k) if inner is not None else None
        if theirs:
            return self._owned(k, mention.last, last, key)
        staff = context.lexicon.relations.lists["staff"]
        crew = mention.last < last and lows[mention.last] in staff and lows[mention.last] not in _OF_BODIES
        if crew and kind in BODIES:
            return Party((key,), k, mention.last + 1, head=lows[mention.last])  # "HMIP inspectors"
        return Party((key,), k, mention.last)

    def _owned(self, k: int, j: int, last: int, key: str) -> Party:
        """ "the Trust's maternity wards": up to the noun at the end of the phrase."""
        context, lows = self.who.context, self.who.context.tokens.lows
        end = j
        while end < last and end - j < 5 and lows[end][0].isalpha() and end not in context.mention_at:
            if end > j and (lows[end] in PREPOSITIONS or lows[end] in {"and", "or", "that", "which"}):
                break
            end += 1
            if (
                lows[end - 1] in context.lexicon.relations.theirs
                or lows[end - 1] in context.lexicon.relations.lists["staff"]
            ):
                break
        return Party((key,), k, end, head=lows[end - 1] if end > j else "?")

    def _called(self, k: int, j: int, last: int) -> Party | None:
        """ "the two bodies", "her office", "the school"."""
        context, lows = self.who.context, self.who.context.tokens.lows
        if k == j and lows[j + 1] != "of":
            return None  # a noun without an article: "staff of", "office of" or nothing
        if (
            k < j
            and lows[j] in context.lexicon.relations.private
            and j + 1 < last
            and context.tokens.words[j + 1][0].isupper()
        ):
            named = self.at(j + 1, last)  # "the charity Fell Friends"
            return replace(named, first=k) if named is not None else None
        if lows[j + 1] == "of" and (lows[j] in _CREWS | context.lexicon.relations.lists["staff"] or lows[j] == "those"):
            inner = self.at(j + 2, last)  # "the staff of X", "our officers and those of X"
            return replace(inner, first=k, head="staff") if inner and not inner.person and not inner.head else None
        if lows[j] == "office" and lows[j + 1] == "of" and (office := self.office_of(j + 2, last)):
            return replace(office, first=k)
        if lows[j] in _PAIRS and {"two", "both"} & set(lows[k:j]):
            return self._of(self.pronouns.two(k, lows[j]), k, j + 1, several=True)
        if k < j and (lows[j - 1] in POSSESSIVES or (j > k + 1 and lows[j - 2] in POSSESSIVES)):
            return self._own(k, j, last)
        if (
            k < j
            and lows[j - 1] in _POINTING
            and lows[j] in context.lexicon.relations.private
            and self.pronouns.unknown
        ):
            if found := self.pronouns.unknown():
                return Party(found.keys, k, j + 1)
        if (
            k < j
            and lows[j - 1] in _POINTING
            and not context.within_name(j)
            and (key := self.kinds.body(context.tokens.bases[j], j))
        ):
            theirs = lows[j].endswith(("'s", "s'")) and j + 1 < last and lows[j] != context.tokens.bases[j]
            if theirs and j + 1 in context.mention_at and (inner := self.at(j + 1, last)):
                return replace(inner, first=k)  # "the force's Crime Directorate"
            return self._owned(k, j + 1, last, key) if theirs else Party((key,), k, j + 1)
        if k < j and lows[j] in {"body", "organisation"} and lows[j - 1] in _POINTING | {"new"}:
            if context.tokens.words[k - 1] == "," and (apposed := self._right_before(k - 1)) and not apposed.head:
                return replace(apposed, first=k, last=j + 1)  # "Ofsted, the body (that …)"
            before = self.who.bodies_in(self.line.first, k)[-1:] if lows[j - 1] == "that" else ()
            return self._of(before or self.pronouns.told_before(), k, j + 1)  # "the new body", "that body"
        return None

    def _own(self, k: int, j: int, last: int) -> Party | None:
        """ "its inspectors", "his own office"."""
        context, lows = self.who.context, self.who.context.tokens.lows
        if lows[j - 1] == "its" and (found := self._its(k, j)):
            return found
        own = j - 1 - (lows[j - 1] not in POSSESSIVES)
        if lows[own] == "our":
            return self._ours(k, j, last)
        if (lows[self.line.first], lows[own]) in {("he", "her"), ("she", "his")} and lows[j] in EMPLOYERS:
            return self._of(self.pronouns.told_before(), k, j + 1)  # "He had rung the Board, not her organisation"
        if lows[own] in {"his", "her", "their"} and lows[j] in _THEMSELVES and (body := self.pronouns.of_speaker(k)):
            return self._of((body,), k, j + 1)
        if lows[own] in {"his", "her"} and lows[j] in _CREWS and (body := self.pronouns.of_speaker(k)):
            return Party((body,), k, j + 1, head="staff")
        actor = clauses.actor_at(context, own, last)
        if actor is not None and actor.staff:
            speaker = self.pronouns.owner(own, actor) if lows[own] in {"his", "her"} else None
            return self.staff(k, replace(actor, key=speaker) if speaker else actor)
        return None

    def _ours(self, k: int, j: int, last: int) -> Party | None:
        """ "our trust", "our maternity wards"."""
        keys, noun = self.pronouns.we(k), self.who.context.tokens.bases[j]
        if not keys or noun in EMPLOYERS:
            return self._of(keys, k, j + 1)
        return self._owned(k, j, last, keys[0])

    def _its(self, k: int, j: int) -> Party | None:
        """ "its homes", "its staff and duties"."""
        lows, theirs = self.who.context.tokens.lows, self.who.context.lexicon.relations.theirs
        if lows[j] in theirs:
            end = j + 1 + 2 * (lows[j + 1 : j + 2] == ["and"] and lows[j + 2] in theirs)
            return replace(found, head=lows[end - 1]) if (found := self._of(self.pronouns.it(k), k, end)) else None
        return None

    def _of(self, keys: tuple[str, ...], first: int, last: int, *, several: bool = False) -> Party | None:
        return Party(keys, first, last, several=several) if keys else None

    def _right_before(self, end: int) -> Party | None:
        """The name that ends right before a token."""
        found = (self.at(k, end) for k in range(end - 1, max(self.line.first, end - 12) - 1, -1))
        return next((party for party in found if party is not None and party.last == end), None)
