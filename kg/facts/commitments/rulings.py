"""What a decision wants done: "RESOLVED that the Clerk write to them", "(b) that the Council be invited to explain it".

Comes in: a sentence behind "that".  Goes out: who is to do what by it.  The one idea: a resolution puts its deed into the subjunctive, so that a bare verb behind a
subject is what somebody is to do; what a meeting does with its papers binds nobody.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from kg.facts import clauses
from kg.facts.clauses import Subject
from kg.facts.commitments.charges import CHARGING
from kg.facts.commitments.found import Found
from kg.facts.commitments.things import Things
from kg.facts.context import Line
from kg.facts.signs import sign
from kg.facts.words import ACTING, FINITE

_TOLD = frozenset({"should", "would", "will", "shall"})
_DECIDED = frozenset({"resolved", "agreed", "decided", "ordered", "determined"})
_RECEIVING = ACTING.words("receiving")
_ROMAN = frozenset("ivx")
CLOSING = sign({")"})


class Rulings(Things):
    """Reads the points of resolutions."""

    def resolved(self, line: Line, start: int) -> Iterator[Found]:
        """ "RESOLVED that the Clerk write to them": what a decision wants done, and its points after the first that name who is to act."""
        lows = self.context.tokens.lows
        yield from self.point_of(start, line.last)
        for k in range(start, line.last - 2):
            if lows[k] != "that" or lows[k - 1] not in {")", ";", "and"}:
                continue
            if found := self._of_subject(clauses.subject_at(self.context, k + 1, line.last), line.last):
                yield found

    def point_of(self, begin: int, last: int) -> Iterator[Found]:
        """What one point wants done, and by whom; what a meeting does with its papers binds nobody, but for a day that is named."""
        if self.is_formality(begin, last):
            return
        subject = clauses.subject_at(self.context, begin, last)
        if found := self._of_subject(subject, last):
            yield found
        elif self.to_be_served(begin - 1, self.point_end(begin, last)) or self.modal_passive(begin, last):
            end = next((m for m in range(begin, last) if self.context.tokens.words[m] == ";"), last)
            yield Found(self.by_agent(begin, end) or self.house(), "committed", "resolved-that", (begin, end))
        elif subject is None and (doers := self._done_by(begin, last)):
            yield Found(doers, "committed", "resolved-that", (begin, last))

    def _of_subject(self, subject: Subject | None, last: int) -> Found | None:
        """ "the Clerk write to them", "the Council be invited to explain it": what a subject is to do."""
        group = self.deed_of(subject, last) if subject else None
        if subject is None or group is None:
            return None
        if not group.be and (self.bare(group) or group.modal in _TOLD):
            return Found(self.discourse.agents(subject), "committed", "resolved-that", (group.head, last))
        return self.asked_of(subject, group, last)

    def _done_by(self, start: int, last: int) -> tuple[str, ...]:
        """ "that the return go off to the auditor by the Clerk": a deed in the subjunctive, of one of those here behind "by"."""
        lows = self.context.tokens.lows
        finite = any(lows[k] in FINITE or clauses.is_past(lows[k]) for k in range(start, last))
        doers = () if finite else self.by_agent(start, last)
        return doers if self.is_here(doers) else ()

    def points(self, line: Line, start: int) -> Iterator[Found]:
        """ "RESOLVED, by three votes: (a) that it be noted; and (b) the Clerk write to them": the lettered points of one sentence, the first or a later one."""
        lows = self.context.tokens.lows
        marks = [k for k in range(start, line.last - 3) if lows[k] == ")" and self._is_lettered(k, line)]
        if not marks or _DECIDED.isdisjoint(lows[line.first : marks[0]]):
            return
        for k, after in pairwise([*marks, line.last + 2]):
            if lows[k + 1] == "to":
                yield from self._infinitive_point(line, k + 2, after - 2)
            yield from self.point_of(k + 1 + (lows[k + 1] == "that"), after - 2)

    def _infinitive_point(self, line: Line, deed: int, last: int) -> Iterator[Found]:
        """ "(b) to call on the Trust for a plan", "(c) to instruct the Clerk to write", "(d) to visit the quay in May"."""
        low = self.context.tokens.lows[deed]
        if asked := self.bidding(deed, last, "resolved-that"):
            yield asked
        elif low not in _RECEIVING and low not in CHARGING and low != "call":
            yield Found(self.subject_of(line) or self.house(), "committed", "resolved-that", (deed, last))

    def _is_lettered(self, k: int, line: Line) -> bool:
        """Does a bracket close a letter or a number of a point: "(a)", "(2)", "(iv)"?"""
        low = self.context.tokens.lows[k - 1]
        opened = k - 2 >= line.first and self.context.tokens.lows[k - 2] == "("
        return opened and (len(low) == 1 or set(low) <= _ROMAN or low.isdigit())
