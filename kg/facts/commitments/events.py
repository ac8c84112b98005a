"""Futures that the present tense tells by their time: "Work starts on 1 April", "The Inspectorate returns in June", "She meets the Minister on 6 May".

Comes in: a sentence and the token of such a verb.  Goes out: what is to happen, and whose doing it is.  The one idea: a verb of going, beginning and
meeting in the present tense, with a day to come, is a plan; with "every" or "each" it is a custom.
"""

from __future__ import annotations

from kg.facts import clauses
from kg.facts.clauses import VerbGroup
from kg.facts.commitments.found import Found
from kg.facts.commitments.impersonal import Impersonal
from kg.facts.commitments.modals import hangs
from kg.facts.context import Line
from kg.facts.due import due_in
from kg.facts.words import ACTING, ADVERBS, ARTICLES, POSSESSIVES, PREPOSITIONS
from kg.model import Statement

HAPPENS = ACTING.words("happens")
_OF_THINGS = ACTING.words("happens-of-things")
_NO_THINGS = frozenset({"this", "that", "there", "he", "she", "they", "which"})
_CUSTOMS = ACTING.words("customs")
_NO_VERB_BEHIND = ARTICLES | PREPOSITIONS | POSSESSIVES.keys() | {"to", "and", "or", "that", "not", "no"}


class Events(Impersonal):
    """Reads what happens by a day to come."""

    def happens(self, line: Line, k: int, reports: list[Statement]) -> Found | None:
        """What the present tense at a token says will be, where the sentence has its time."""
        lows = self.context.tokens.lows
        if (
            k == line.first
            or lows[k - 1] in _NO_VERB_BEHIND
            or hangs(lows, k, line.first)
            or _CUSTOMS & set(lows[line.first : line.last])
        ):
            return None
        start = self.subject_start(line, k, 12)
        while start < k and lows[start] in ADVERBS:
            start += 1
        subject = clauses.subject_at(self.context, start, line.last) if start < k else None
        named = subject is not None and self._joins(subject.last, k)
        if start >= k or not (named or (subject is None and self._is_of_a_thing(start, k))):
            return None
        due = due_in(self.context, line, (k, line.last))
        if due.end is None or (self.context.said_on and due.start and due.start < self.context.said_on):
            return None
        if named and subject is not None:
            if lows[k] == "meets" and (
                subject.actors[0].word == "members" or {"next", "again"} & set(lows[start : k + 2])
            ):
                return None  # the day of the next meeting
            return Found(self.discourse.agents(subject), "planned", "happens-then", (k, line.last))
        return Found(self._doers_of(line, k, start, reports), "planned", "happens-then", (start, line.last))

    def _is_of_a_thing(self, start: int, k: int) -> bool:
        """Can the verb at a token tell of a thing, and does a thing stand before it?"""
        lows = self.context.tokens.lows
        return lows[k] in _OF_THINGS and lows[start] not in _NO_THINGS

    def _joins(self, i: int, k: int) -> bool:
        """Do only adverbs stand between a subject and its verb?"""
        return i <= k and all(self.context.tokens.lows[m] in ADVERBS for m in range(i, k))

    def _doers_of(self, line: Line, k: int, start: int, reports: list[Statement]) -> tuple[str, ...]:
        if self.is_inspection(start, k) and (ours := self.inspectors_of(line)):
            return ours
        return self.doers(line, VerbGroup(k, k), start, reports, doing=False)
