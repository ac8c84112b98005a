"""Does a pattern that binds fit a verb and the words behind it?

Comes in: a verb group.  Goes out: the pattern (``data/lexicon/bonds.ttl``), where the deed begins and where whoever is bound stands.  The one idea: articles,
adverbs, one adjective and an insertion between commas may stand between the words of a pattern.
"""

from __future__ import annotations

from kg.facts import clauses
from kg.facts.clauses import VerbGroup
from kg.facts.commitments.addressees import Addressees
from kg.facts.due import due_in
from kg.facts.words import ACTING, ADVERBS, ARTICLES, FINITE, QUESTION_WORDS
from kg.lexicon import Bond
from kg.values import value

_SKIPPED = 2
_LONGEST_OBJECT = 9
_NO_GERUNDS = ACTING.words("never-gerunds")
_HOPELESS = frozenset({"see", "hold", "find"})  # "could hold out no hope of it"
_OTHER = frozenset({"other", "better", "alternative", "further"})  # "no other way" is the only one
_SELVES = frozenset("himself herself itself themselves oneself".split())
_NOT_IN_A_NAME = FINITE | {"that", "attention", "leave"}


@value
class Match:
    bond: Bond
    action: int
    bound: tuple[int, int] | None = None


class Matching(Addressees):
    """Fits patterns to verbs."""

    def matched(self, group: VerbGroup, last: int) -> Match | None:
        lows = self.context.tokens.lows
        bonds = self.context.lexicon.bonds.get(lows[group.head])
        if bonds is None:
            return None
        behind = frozenset(lows[group.head + 1 : last])
        for bond in bonds:
            if bond.needs <= behind and self._fits(bond, group, last) and (found := self._follows(bond, group, last)):
                return found
        return None

    def _is_open(self, bond: Bond, group: VerbGroup, last: int) -> bool:
        """ "had asked the Council to respond by 2 November": what was asked or promised before, for a day to come."""
        told = bond.strength == "committed" or (bond.strength == "requested" and bond.binds == "object")
        return told and due_in(self.context, None, (group.head + 1, last)).end is not None

    def _fits(self, bond: Bond, group: VerbGroup, last: int) -> bool:
        lows = self.context.tokens.lows
        if "had" in lows[group.first : group.head] and not self._is_open(bond, group, last):
            return False
        if group.perfect and "since" in lows[group.head : last]:
            return False  # "has had the task of overseeing it since 2015": a duty
        thanks = bond.copula or bond.base.startswith("appreciate")
        if thanks and bond.binds == "other":  # "was grateful for this" thanks; "would be grateful for it" asks
            return bool(group.be) == bond.copula and group.modal == "would"
        if bond.copula:
            return bool(group.be) and group.modal in {"", "will", "would", "shall"}
        seen = lows[group.head] in _HOPELESS and bond.strength == "unlikely" and group.modal in {"can", "could"}
        if (
            group.modal
            and not seen
            and not (lows[group.head] in {"like", "prefer", "appreciate"} and group.modal == "would")
        ):
            return False
        return not group.be or group.progressive or (bond.open and clauses.is_participle(lows[group.head]))

    def _follows(self, bond: Bond, group: VerbGroup, last: int) -> Match | None:
        """Do the words of the pattern follow its head?"""
        i = (
            self._past(bond.before, group.head + 1, last)
            if not (_passive(bond, group) and not bond.before)
            else group.head + 1
        )
        if i is None:
            return None
        if not bond.open:
            return Match(bond, _deed(bond.before, i)) if self._action_fits(bond.before, i, last) else None
        if _passive(bond, group):  # "was asked to", "was prevailed on to"
            told = self._after_agent(bond, i, last)
            if (told is not None and bond.after) or not bond.before:
                return told
        if apart := self._apart(bond, i, last):
            return apart
        for k in range(i + 1, min(last, i + _LONGEST_OBJECT)):
            if (
                self.context.tokens.words[k - 1] in {";", ":", ",", "("}
                or self.context.tokens.lows[k - 1] in _NOT_IN_A_NAME
                or self.context.tokens.lows[k - 1] in QUESTION_WORDS
            ):
                return None
            if bond.after == ("for",) and not self._is_one(i, k, last):
                continue
            if (end := self._past(bond.after, k, last, skipped=0)) and self._action_fits(bond.after, end, last):
                return Match(bond, _deed(bond.after, end), (i, k))
        return None

    def _is_one(self, i: int, k: int, last: int) -> bool:
        """Does nothing but somebody stand between two tokens ("asked Ms Bell for", not "asked who pays for")?"""
        subject = clauses.subject_at(self.context, i, last)
        return subject is not None and subject.last == k

    def _apart(self, bond: Bond, i: int, last: int) -> Match | None:
        """ "asked the Bursar, whose budget it comes out of, to …": an insertion stands behind whoever is bound."""
        subject = clauses.subject_at(self.context, i, last)
        if subject is None or subject.last == subject.actors[-1].last:
            return None
        end = self._past(bond.after, subject.last, last, skipped=0)
        if end is None or not self._action_fits(bond.after, end, last):
            return None
        return Match(bond, _deed(bond.after, end), (i, subject.last))

    def _after_agent(self, bond: Bond, i: int, last: int) -> Match | None:
        """ "was advised (by AQ) to …": the action of a passive."""
        if self.context.tokens.lows[i : i + 1] == ["by"]:
            subject = clauses.subject_at(self.context, i + 1, last)
            i = subject.last if subject is not None else i
        end = self._past(bond.after, i, last)
        return Match(bond, _deed(bond.after, end)) if end and self._action_fits(bond.after, end, last) else None

    def _past(self, words: tuple[str, ...], i: int, last: int, *, skipped: int = _SKIPPED) -> int | None:
        """The token after some words of a pattern, with room for articles, adverbs and an adjective."""
        lows = self.context.tokens.lows
        for word in words:
            room = 1 if word in {"to", "that"} else skipped
            while i < last and not _is_word(lows[i], word):
                if lows[i] == "no" or (lows[i] in _OTHER and lows[i - 1] == "no"):
                    return None  # "there was no intention of closing it", "could see no other way of mending it"
                if lows[i] in ARTICLES or lows[i] in ADVERBS or lows[i].endswith("ly"):
                    i += 1
                elif (
                    skipped and (name := self.context.mention_at.get(i)) and lows[name.last - 1].endswith(("'s", "s'"))
                ):
                    i = name.last
                elif (
                    room
                    and word not in {"to", "that", "-ing"}
                    and lows[i].isalpha()
                    and lows[i] not in QUESTION_WORDS
                    and i not in self.context.mention_at
                ):
                    i, room = i + 1, room - 1
                elif lows[i] == "," and (end := clauses.parenthesis_end(self.context, i, last)):
                    i = end  # "hoped, he said, to", "was asked, with Ms Bell, to"
                else:
                    return None
            if i >= last:
                return None
            i += 1
        return i

    def _action_fits(self, words: tuple[str, ...], i: int, last: int) -> bool:
        """An infinitive behind "to", anything behind another word."""
        if not words or words[-1] != "to":
            return True
        context = self.context
        while i < last and (context.tokens.lows[i] in ADVERBS or context.tokens.lows[i].endswith("ly")):
            i += 1
        return (
            i < last
            and context.tokens.words[i][0].islower()
            and context.tokens.lows[i] not in ARTICLES
            and i not in context.mention_at
        )


def _deed(words: tuple[str, ...], end: int) -> int:
    """Where the deed begins behind a pattern that ends before a token: a gerund is a part of it ("anticipated (issuing the plan)")."""
    return end - (words[-1:] == ("-ing",))


def _is_word(low: str, word: str) -> bool:
    """Is a token what a pattern says: a word, any gerund, any reflexive?"""
    return (
        low == word
        or (word == "-ing" and low.endswith("ing") and low not in _NO_GERUNDS)
        or (word == "self" and low in _SELVES)
    )


def _passive(bond: Bond, group: VerbGroup) -> bool:
    return bond.binds == "object" and not bond.copula and bool(group.be) and not group.progressive
