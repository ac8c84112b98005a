"""Whose an undertaking is by the words before it: "HI's audit", "its own review", "their inspection".

Comes in: a phrase in its sentence.  Goes out: keys of bodies, or nothing.  The one idea: a possessor carries out what it owns, but an inspection of
one that does not inspect is carried out by the inspecting body that was named beside it.
"""

from __future__ import annotations

from dataclasses import dataclass

from kg.entities import BODIES
from kg.facts import clauses
from kg.facts.clauses import Actor
from kg.facts.context import PERSONAL, Line
from kg.facts.inspections.firms import PEOPLE
from kg.facts.inspections.phrases import Phrase
from kg.facts.inspections.sections import JOINS
from kg.facts.inspections.understood import AGAIN, Understood
from kg.facts.inspections.words import MARKS, MONTHS, WORDS
from kg.facts.offices import seat
from kg.facts.words import ARTICLES, AUXILIARIES, OWNERS, SINGULAR

_CLAUSES = frozenset({"that", "whether", "if"})
_OTHERS = WORDS.words("inspecting-for-themselves")
_STAFF = WORDS.words("inspectors")
_WHEN = MONTHS | WORDS.words("times") | {"today", "yesterday"}


@dataclass(slots=True)
class Owners(Understood):
    """Tells whose undertakings are."""

    def own(self, line: Line, phrase: Phrase) -> None:
        """Note whose undertaking a line names ("how far the Board had got with its audit")."""
        if phrase.owner and (found := self._owner(line, phrase)):
            self.owned = (found, phrase.cue.meaning, line.passage.position or 0)

    def owner_of(self, line: Line, phrase: Phrase) -> tuple[str, ...]:
        """Whose the undertaking of a phrase is by the words before it."""
        return self._owner(line, phrase)

    def of_another(self, line: Line, phrase: Phrase) -> bool:
        """ "the Governor's own review", "her investigation": whose it is is told, though it is nobody whom the text makes known."""
        lows = self.context.tokens.lows[phrase.first : phrase.noun]
        if lows and (lows[0] in {"his", "her"} or (lows[0] == "its" and self._unknown_subject(line, phrase.first))):
            return True
        told = any(low.endswith(("'s", "s'")) and low.split("'")[0] not in _WHEN for low in lows)
        others = phrase.own or phrase.cue.meaning != "inspection" or any(_OTHERS & set(low.split("'")) for low in lows)
        return told and others

    def _owner(self, line: Line, phrase: Phrase, *, undergone: bool = False) -> tuple[str, ...]:
        if phrase.owner is None:
            return ()
        first = phrase.owner[0]
        if undergone and phrase.own_pronoun:
            return ()
        if (key := self.context.key_at(first)) is not None:
            body = self.doer(key)
            if body in self.bodies_in(*phrase.about):  # "SC audit of the Office", of a commissioner who is not of it
                body = seat(self.context, key, phrase.first, phrase.last) or body
            before = self._list_before(line, first, body)
            if phrase.cue.meaning == "inspection" and body and not phrase.own and not self.inspects(body):
                return before or self._inspector_of(line, body)
            return before or ((body,) if body else ())
        low = self.context.tokens.lows[first]
        if low == "whose":
            return self._last_body(line.first, first)
        if low.endswith("'s") and (
            common := clauses.common_body(self.context, first, first + 1)
            or clauses.called(self.context, self.context.tokens.bases[first])
        ):
            return (common,) if phrase.own or phrase.cue.meaning != "inspection" or self.inspects(common) else ()
        if self.context.tokens.words[first][0].isupper() and low not in OWNERS:
            return self.firm_at(first, phrase.owner[1])
        words = frozenset(self.context.tokens.lows[first : phrase.head + 1])
        if low == "its" and words & AGAIN and set(self.last) & set(self.bodies_in(line.first, first)):
            return self.last[:1]  # the follow-up is by the body that led the one before
        found = self._pronoun(line, OWNERS.get(low, ""), first)
        return self._of_inspected(line, found) if phrase.cue.meaning == "inspection" and not phrase.own else found

    def _of_inspected(self, line: Line, found: tuple[str, ...]) -> tuple[str, ...]:
        """ "The Trust is inspected by Ofsted. … its inspection of the home": the inspecting body just named, where "it" is one that does not inspect."""
        told_of = len(self.named) == 1 and self.named_at == line.passage.span.start
        return self.named if told_of and found and not any(map(self.inspects, found)) else found

    def _inspector_of(self, line: Line, body: str) -> tuple[str, ...]:
        """ "HMI Probation will begin the Trust's inspection": the one inspecting body named beside the one whose it is."""
        others = [key for key in self.bodies_in(line.first, line.last) if key != body and self.inspects(key)]
        return tuple(others) if len(others) == 1 else (body,)

    def _list_before(self, line: Line, first: int, body: str | None) -> tuple[str, ...]:
        """ "HMIC and HMIP's joint inspection": a body before "and"."""
        lows = self.context.tokens.lows
        k = first - 1 - (lows[first - 1] in ARTICLES)
        if body and k > line.first and lows[k] in JOINS:
            others = self._last_body(max(line.first, k - 9), k)
            return (*others, body) if others and others[0] != body else ()
        return ()

    def _pronoun(self, line: Line, word: str, at: int) -> tuple[str, ...]:
        if word == "it" and (doer := self._named_subject(line, at)):
            return doer
        if word in SINGULAR and (told := self._told_of_before(line, at)):
            return tuple(body for body in (self.doer(told),) if body)
        if word == "it" and (unit := self._unit_before(line, at)):
            return self._bodies_of(unit)  # "Internal audit had finished its review"
        if word == "it":
            return () if self._unknown_subject(line, at) else self.it(line, at)
        if word == "we":
            return self.ours()
        if word == "they" and (firm := self._behind_label(line, at)):
            return firm
        if word == "they" and self.of_external(line, at):
            return ()
        if word == "they" and (unit := self._unit_before(line, at)):
            return self._bodies_of(unit)  # "The internal auditors, Penn & Sons, will start their review"
        if word == "they" and (subject := self._subject_of(line, at) or self._staff_before(line, at)):
            return subject
        if word == "they" and self._of_strangers(line, at):
            return ()
        bodies = (self.doer(key) for key in self.discourse.of(Actor(line.first, line.first + 1, word=word)))
        return tuple(dict.fromkeys(key for key in bodies if key))

    def of_external(self, line: Line, at: int) -> bool:
        """ "The Board's external auditors have begun their review": are they people from outside to whom nothing gives a name?"""
        words, lows = self.context.tokens.words, self.context.tokens.lows
        k = next((k for k in range(line.first, at - 1) if lows[k] == "external" and lows[k + 1] in PEOPLE), at)
        return k < at and not any(word[0].isupper() for word in words[k + 2 : at])

    def _told_of_before(self, line: Line, at: int) -> str | None:
        """ "asked how far Dame Jane had got with her review": the one named last before "her", as the subject of a clause within the sentence."""
        lows, inner = self.context.tokens.lows, self.inner_start(line, at)
        named = self.context.named_in(max(inner, line.first + 1), at)
        name = self.context.mention_at[named[-1]] if named else None
        within = name is not None and (inner > line.first or lows[name.first - 2 : name.first] == ["how", "far"])
        key = (
            self.context.key_at(name.first) if name is not None and within and lows[name.last] in AUXILIARIES else None
        )
        return key if key and self.context.type_of(key) in PERSONAL else None

    def _staff_before(self, line: Line, at: int) -> tuple[str, ...]:
        """ "His inspectors had finished their inspection": the body of those whose people they are."""
        lows = self.context.tokens.lows
        k = next((k for k in range(at - 2, max(line.first - 1, at - 8), -1) if lows[k] in OWNERS), -1)
        return self._owner_of_staff(line, k) if k >= 0 and lows[k + 1] in _STAFF else ()

    def inner_start(self, line: Line, at: int) -> int:
        """Behind the last "that", "whether" or "if" before a token, or else where the line begins."""
        lows = self.context.tokens.lows
        return next((k + 1 for k in range(at - 1, line.first, -1) if lows[k] in _CLAUSES), line.first)

    def _subject_of(self, line: Line, at: int) -> tuple[str, ...]:
        """ "HI and the Board have finished their inspection": the bodies that the subject of the sentence lists."""
        inner = self.inner_start(line, at)
        found = clauses.subject_at(self.context, inner, at) if inner > line.first else None
        subject = found or clauses.subject_at(self.context, line.start, at)
        keys = [actor.key for actor in subject.actors] if subject and subject.last <= at else []
        bodies = tuple(key for key in keys if key and self.context.type_of(key) in BODIES)
        if subject and subject.last <= at and all(one.key is None and one.word == "members" for one in subject.actors):
            return self._bodies_of(subject)  # "Members agreed to hold their own inquiry"
        if subject and not bodies and subject.last <= at and subject.actors[0].word.startswith("both"):
            bodies = self._bodies_of(subject)  # "The two inspectorates had resumed their inspections"
        return bodies if len(bodies) > 1 else ()

    def _of_strangers(self, line: Line, at: int) -> bool:
        """ "that Marbury and Netherby hold their own review": is it theirs who open the clause, whom nothing makes known?"""
        tokens = self.context.tokens
        if "own" not in tokens.lows[at + 1 : at + 3]:
            return False
        first = self.inner_start(line, at)
        names = tokens.words[first][0].isupper() or tokens.lows[first] in ARTICLES
        joined = "and" in tokens.lows[first:at]
        subject = clauses.subject_at(self.context, first, at)
        listed = subject is not None and "and" in tokens.lows[subject.first : subject.last + 1]
        return names and joined and (subject is None or listed)

    def _behind_label(self, line: Line, at: int) -> tuple[str, ...]:
        """ "External audit: Pell Moss completed their review": a name in capitals that nothing else tells of, behind a label."""
        words = self.context.tokens.words
        mark = next((k for k in range(at - 2, line.first, -1) if words[k] in MARKS), -1)
        return self.firm_at(mark + 1, at) if mark > 0 else ()

    def _named_subject(self, line: Line, at: int) -> tuple[str, ...]:
        """ "confirmed that Hallam Geotechnics had completed its inspection": a name in capitals that nothing else tells of, as the subject of the clause;
        of "its own review" whatever body is the subject."""
        lows = self.context.tokens.lows
        begin = self.inner_start(line, at)
        begin += lows[begin] in ARTICLES
        verb = next((k for k in range(begin + 1, min(at, begin + 7)) if lows[k] in AUXILIARIES), -1)
        if verb < 0:
            return ()
        if lows[at + 1] == "own" and (name := self.context.mention_at.get(begin)) and name.last == verb:
            return tuple(key for key in (self.as_body(self.context.cast.by_first[begin]),) if key)
        words = self.context.tokens.words[begin:verb]
        named = len(words) > 1 and all(word[0].isupper() for word in words) and not self.context.named_in(begin, verb)
        return self.firm_at(begin, verb) if named else ()

    def _unknown_subject(self, line: Line, at: int) -> bool:
        """ "The diocese will carry out its inspection": is "it" a subject by a common noun of which nothing is known?"""
        lows, words = self.context.tokens.lows, self.context.tokens.words
        start = line.start
        start = max((k + 1 for k in range(start, at) if lows[k] == "that"), default=start)
        verb = next((k for k in range(start + 2, min(at, start + 6)) if lows[k] in AUXILIARIES), -1)
        if verb < 0 or lows[start] not in ARTICLES or clauses.common_body(self.context, verb - 1, verb):
            return False
        plain = all(word.isalpha() and word.islower() for word in words[start + 1 : verb])
        return plain and not self.context.named_in(start, at) and clauses.subject_at(self.context, start, at) is None
