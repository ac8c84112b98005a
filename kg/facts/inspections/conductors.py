"""Who carries an undertaking out.

Comes in: a phrase or verb with its standing.  Goes out: keys of bodies, or nothing.  The one idea: the words say who (whose it is,
"by X", "from X", the subject of the carrying verb, whom it is asked of, "with Y"); only then is somebody understood: the
body of whoever speaks of it, where that body inspects.
"""

from __future__ import annotations

from dataclasses import dataclass

from kg.facts import clauses
from kg.facts.context import Line
from kg.facts.inspections.auditors import auditors_named, auditors_own, by_the_same
from kg.facts.inspections.groups import Group, is_done
from kg.facts.inspections.jointly import ACTING, Jointly
from kg.facts.inspections.persons import is_alone, person_doing
from kg.facts.inspections.phrases import Phrase
from kg.facts.inspections.statuses import Standing
from kg.facts.inspections.words import GIVEN, WORDS
from kg.facts.words import ARTICLES, BE, OWNERS

_CONTROL = WORDS.words("asked-of")
_OUTSIDE = WORDS.words("outside")
_THINKING = WORDS.words("thinking")
_BIDDING = WORDS.words("bidding")
_STAFF = WORDS.words("inspectors")
_SEVERAL = frozenset({"each", "either", "neither", "others", "another", "somebody", "someone"})
_DECIDING = frozenset({"rests", "rested", "lies", "lay", "matter", "decision", "stays"})
_CARRYING = WORDS.words("doing") | {"finish", "complete"}
_BY_INSPECTORS = frozenset({"undergo", "rule-out"})
_REST = WORDS.words("left-over")
_ARRANGING = ACTING | {"arrange", "find"}


@dataclass(slots=True)
class Conductors(Jointly):
    """Tells who carries undertakings out in one document."""

    def of_phrase(self, line: Line, phrase: Phrase, told: Standing) -> tuple[str, ...]:
        """Who carries out what a noun phrase names."""
        found = self._by_its_words(line, phrase, told)
        if found and told.relative is not None and self._joined_in(*told.relative):
            found = tuple(dict.fromkeys((*(self.done_by(line, told.relative[1]) or self._hosts(found)), *found)))
        if not found and told.group is not None and not self._only_confirms(line, phrase, told.group):
            found = self._by_subject(line, phrase, told)
        if found and (beside := self._at_work_with(phrase, told)):
            found = tuple(dict.fromkeys((*found, *beside)))
        if not found and told.aim >= 0 and self._impersonal(line, told.aim) and not self._bought(told):
            found = self.meeting_body()
        found = self._together(line, phrase, told, found)
        found = found or self._told_later(line, phrase.last) or auditors_named(self, line, phrase.last)
        if not found and "joint" in self.context.tokens.lows[phrase.first : phrase.head]:
            found = self._with_ours(line, phrase)
        found = found or person_doing(self, line, phrase, told)
        return self._both_inspectors(line, phrase, found) if len(found) == 1 or told.status == "proposed" else found

    def _by_its_words(self, line: Line, phrase: Phrase, told: Standing) -> tuple[str, ...]:
        """Whom the words of the phrase name: who joins in it, whose it is, who stands behind "by" or beside it."""
        return (
            self._those_joined(line, phrase, told)
            or self._own_by(line, phrase)
            or by_the_same(self, line, phrase)
            or self._owner(line, phrase, undergone=told.phase == "undergo")
            or self._named_after(line, phrase, told)
            or self.apposed(line, phrase)
            or auditors_own(self, phrase)
        )

    def seated(self, line: Line, keys: tuple[str, ...]) -> tuple[str, ...]:
        """Those who carry something out as bodies, and the one person who does so in nobody's name."""
        return keys if len(keys) == 1 and is_alone(self, keys[0]) else self.of_table(keys, line.first, line.last)

    def _only_confirms(self, line: Line, phrase: Phrase, group: Group) -> bool:
        """ "RS confirmed an inquiry into the death opened by the Coroner": others carry it out than whoever confirms it."""
        return self.context.tokens.lows[group.head].startswith("confirm") and self.names_agent(phrase, line.last)

    def _own_by(self, line: Line, phrase: Phrase) -> tuple[str, ...]:
        """ "a review of its own by HI": whose own it is stands right behind."""
        lows = self.context.tokens.lows
        own = (
            phrase.owner is not None and phrase.owner[0] > phrase.head and lows[phrase.last : phrase.last + 1] == ["by"]
        )
        return self._agents_from(phrase.last + 1, line.last) if own else ()

    def told_later(self, line: Line, phrase: Phrase) -> bool:
        """ "the inspection had been put off, and the Agency would carry it out in May": does a later clause name who will?"""
        return bool(self._told_later(line, phrase.last))

    def _told_later(self, line: Line, first: int) -> tuple[str, ...]:
        """ "… and the Trust would be carrying it out with them", "… and the Trust would do the rest": the subject of the later clause."""
        lows = self.context.tokens.lows
        for k in range(first + 2, line.last):
            it = lows[k] == "it" and (lows[k - 1] in _CARRYING)
            rest = lows[k] in _REST and lows[k - 1] == "the" and lows[k - 2] in _CARRYING
            if (it or rest) and (found := self.subject_before(line, first, k - 1 - rest)):
                with_them = self.context.tokens.lows[k + 1 : k + 3] in (
                    ["out", "with"],
                    ["with", "them"],
                    ["with", "us"],
                )
                return (*(key for key in self.ours() if with_them and key not in found), *found)
        return ()

    def of_verb(self, line: Line, verb: int, passive: bool, end: int, subject: tuple[str, ...]) -> tuple[str, ...]:
        """Who carries out what a verb names ("X will inspect Y", "Y was inspected by X")."""
        found = self._agent(line, verb + 1, line.last) if passive else subject
        lows = self.context.tokens.lows[line.first : line.last]
        return self._with_partners(
            line, end, line.last, found, joint=bool({"jointly", "together", "alongside"} & set(lows))
        )

    def listed(self, line: Line, first: int, last: int) -> tuple[str, ...]:
        """The bodies that some tokens list, or whose "their" or "our" stands there."""
        word = next((OWNERS[low] for low in self.context.tokens.lows[first:last] if low in OWNERS), "")
        found = self._agents_from(first, last)
        return found or (self._pronoun(line, word, last) or self._noters(line) if word else ())

    def weighs(self, line: Line, first: int) -> tuple[str, ...]:
        """ "Whether to audit the stores is being weighed by the Board", "rests with the Board"."""
        lows = self.context.tokens.lows
        k = next(
            (k for k in range(first, line.last - 1) if lows[k] in {"with", "for"} and lows[k - 1] in _DECIDING), -1
        )
        return self._agent(line, first, line.last) or (self._agents_from(k + 1, line.last) if k > 0 else ())

    def is_done_by_others(self, line: Line, phrase: Phrase, told: Standing) -> bool:
        """ "each of them will carry out an audit", "the external auditors have begun their review": does a subject stand there whom nothing makes known?"""
        group, lows = told.group, self.context.tokens.lows
        if group is None or group.passive or group.first >= phrase.first or told.phase not in ACTING:
            return False
        before = group.first - 1
        several = lows[before] in _SEVERAL or lows[max(line.first, before - 2) : before + 1] == ["each", "of", "them"]
        return several or self.of_external(line, group.first)

    def names_agent(self, phrase: Phrase, last: int) -> bool:
        """Does "by" name who does it, though nobody whom the text makes known ("by the insurers")?"""
        lows = self.context.tokens.lows
        if lows[phrase.last] in {"which", "that"} and clauses.actor_at(self.context, phrase.last + 1, last) is not None:
            return True  # "which the Council had arranged"
        if lows[phrase.last] in {"which", "that"} and lows[phrase.last + 1] in ARTICLES:
            return True
        stop = min(last, phrase.last + 9)
        return any(
            (lows[k] == "by" and not self._is_time(k) and lows[k + 1] not in OWNERS and not self._of_a_thing(k))
            or (lows[k] == "to" and lows[k - 1] in GIVEN)
            for k in range(phrase.head + 1, stop)
        )

    def _impersonal(self, line: Line, aim: int) -> bool:
        """ "It was resolved to open an investigation": the meeting's own body is to do it."""
        lows = self.context.tokens.lows
        return lows[aim] in {"resolved", "agreed", "decided"} and "it" in lows[max(line.first, aim - 4) : aim]

    def _by_subject(self, line: Line, phrase: Phrase, told: Standing) -> tuple[str, ...]:
        group = told.group
        if group is None or group.first >= phrase.last or (told.aim >= 0 and self._impersonal(line, told.aim)):
            return ()
        if (asked := self.asked_of(line, told.aim, group.to)) is not None:
            return asked
        if told.phase == "ask-for" and group.passive and self.context.tokens.lows[phrase.first - 1] == "for":
            return self.subject_before(line, line.first, group.first)
        if told.phase in _BY_INSPECTORS and group.head < phrase.first:  # "Ofsted has a visit to the school booked"
            has = self.subject_before(line, line.first, group.first)
            return has if all(map(self.inspects, has)) else ()
        if not self._may_do_itself(phrase, told, group) or self.for_others(phrase, told):
            return ()
        first = told.aim if told.aim >= 0 else group.first
        ours = "we" in self.context.tokens.lows[line.first : first]
        return self.subject_before(line, line.first, first) or (self.ours() if ours else ())

    def _may_do_itself(self, phrase: Phrase, told: Standing, group: Group) -> bool:
        """Is whoever is the subject of the verb the one to do it: who arranges it, or thinks of one of its own kind?  No plan that "provides for" it is."""
        if self.context.tokens.lows[group.head].startswith("provid"):
            return False
        thinks = told.phase == "ask-for" and self.context.tokens.lows[group.head] in _THINKING
        return told.phase in _ARRANGING or (thinks and self._own_work(phrase) and phrase.cue.meaning != "inspection")

    def asked_of(self, line: Line, aim: int, to: int) -> tuple[str, ...] | None:
        """ "asked HI to look at it": who is to do it, nobody where no body is asked; ``None`` where the words ask nobody."""
        lows = self.context.tokens.lows
        if aim >= 0 and to > aim and (named := self.charged(line, aim, to)) is not None:
            return named
        if (
            aim < 0
            or lows[aim] not in _CONTROL
            or (is_done(lows[aim]) and set(lows[max(line.first, aim - 3) : aim]) & BE)
        ):
            return None
        aim += lows[aim + 1] == "to" and aim + 1 < to  # "falls to X to audit"
        if found := self._agents_from(aim + 1, to) or self.doers_in(aim + 1, to):
            return found
        if lows[aim + 1] == "it" and (near := self.bodies_in(line.first, aim)):
            return near[-1:]  # "for writing to SEPA and urging it to conduct an inquiry"
        known = clauses.actor_at(self.context, aim + 1, to) is not None or bool(_STAFF & set(lows[aim + 1 : to]))
        somebody = aim + 2 < to and (lows[aim + 1] in ARTICLES or lows[aim + 1] in OWNERS)
        return () if known or somebody else None  # "asked an outside engineer to"

    def for_others(self, phrase: Phrase, told: Standing) -> bool:
        """Is it commissioned, and by its words for another than the one who commissions it?"""
        if told.rule != "inspection-object" or told.group is None:
            return False
        head, lows = told.group.head, self.context.tokens.lows
        bidden = lows[head] in _BIDDING or (lows[head] in GIVEN and lows[phrase.last : phrase.last + 1] == ["to"])
        return bidden or (self._bought(told) and not self._own_work(phrase))

    def _bought(self, told: Standing) -> bool:
        """ "agreed to commission a review": somebody else is to carry it out."""
        return told.group is not None and self.context.tokens.lows[told.group.head].startswith(("commission", "procur"))

    def _own_work(self, phrase: Phrase) -> bool:
        """May one who commissions it carry it out?  Not an audit, nor what is independent or external."""
        modifiers = set(self.context.tokens.lows[phrase.first : phrase.head])
        return phrase.cue.meaning != "audit" and not modifiers & _OUTSIDE
