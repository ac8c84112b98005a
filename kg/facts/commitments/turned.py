"""Deeds that a sentence tells by a turn of its own: "What he could do was to send it", "assured him that they would be", "It was unlikely that a report could be published".

Comes in: a sentence and its statements.  Goes out: what somebody is to do by it, or what will not be.  The one idea: the deed stands behind the turn, or, where an
answer leaves it out, in the clause that it answers.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.facts import clauses
from kg.facts.commitments.doers import Doers
from kg.facts.commitments.found import Found
from kg.facts.commitments.openings import NO_DOING
from kg.facts.context import Line
from kg.facts.signs import sign
from kg.facts.words import ACTING, ARTICLES, BE, OBJECTS, STATES
from kg.model import Statement

_DOING = frozenset({"could", "can", "would", "will"})
_ASSURED = frozenset({"assured", "assures", "reassured", "promised", "confirmed"})
_OTHERS = frozenset({"they", "it", "these", "those"})
_PAUSES = frozenset({",", ".", ";", "and"})
_MODALS = frozenset({"would", "might", "could", "should", "will"})
_DOUBTED = ACTING.words("unlikely")
_NO_DEEDS = NO_DOING - {"have"} | {"not"}
_OBJECT = ARTICLES | OBJECTS.keys() | {"it"}  # behind a bare verb: "is publish the tables"
_CLEFT = 16  # tokens from "What" to the verb of the turn
_BACK = 50  # tokens back to the clause that is answered
_NEAR, _BIDDEN = 4, 6
TURNS = sign(_ASSURED | _DOUBTED | {"what"})


class Turned(Doers):
    """Reads such turns."""

    def read(self, line: Line, reports: list[Statement]) -> Iterator[Found]:
        """What one sentence tells so."""
        if not line.signs & TURNS:
            return
        for item in (self._cleft(line, reports), self._assured(line, reports), self._doubted(line)):
            if item is not None:
                yield item

    def _cleft(self, line: Line, reports: list[Statement]) -> Found | None:
        """ "What he could do, he said, was to send her the figures", "What the Trust will do is publish them"."""
        lows, start = self.context.tokens.lows, line.start
        if lows[start] != "what":
            return None
        subject = clauses.subject_at(self.context, start + 1, line.last)
        if subject is None or lows[subject.last] not in _DOING or lows[subject.last + 1] != "do":
            return None
        turn = next((k for k in range(subject.last + 2, min(line.last - 2, start + _CLEFT)) if lows[k] in BE), None)
        if turn is None:
            return None
        deed = turn + 1 + (lows[turn + 1] == "to")
        if lows[deed] in _NO_DEEDS or not lows[deed].isalpha() or deed in self.context.mention_at:
            return None
        if deed == turn + 1 and lows[deed + 1] not in _OBJECT:
            return None  # "What the Trust will do is unclear"
        if reports and subject.actors[0].word:
            self.discourse.lean_on(reports[0].speakers)
        agents = self.discourse.agents(subject)
        return Found(agents, "committed", "cleft", (deed, line.last)) if agents else None

    def _assured(self, line: Line, reports: list[Statement]) -> Found | None:
        """ "asked whether carers would be seen. She assured him that they would be.": the deed that the answer leaves out was named just before."""
        lows = self.context.tokens.lows
        report = next((one for one in reports if one.act in {"informed", "undertook"} and len(one.speakers) == 1), None)
        for k in range(line.first + 1, line.last - 3):
            told = lows[k] == "that" and not _ASSURED.isdisjoint(lows[max(line.first, k - _NEAR) : k])
            if report is None or not told or lows[k + 1] not in _OTHERS or lows[k + 2] not in {"would", "will"}:
                continue
            if lows[k + 3] == "be" and lows[k + 4] in _PAUSES and self._done_before(k):
                return Found(self.side_of(report.speakers), "committed", "assured-so", (k + 1, line.last))
        return None

    def _done_before(self, k: int) -> bool:
        """Does "would be interviewed", "might be put on the agenda", or what is bidden as in "urged that children be seen", stand in the words before?"""
        lows = self.context.tokens.lows
        for m in range(k - 1, max(_BIDDEN, k - _BACK), -1):
            if lows[m] == "be" and clauses.is_participle(lows[m + 1]):
                foretold = lows[m + 1] not in STATES and not _MODALS.isdisjoint(lows[m - 3 : m])
                if foretold or ("that" in lows[m - _BIDDEN : m] and lows[m - 1] != "to"):
                    return True
        return False

    def _doubted(self, line: Line) -> Found | None:
        """ "It was unlikely that a report could be published within a year": what nobody is said to do."""
        lows = self.context.tokens.lows
        at = next((k for k in range(line.first + 2, line.last - 4) if lows[k] in _DOUBTED), None)
        if at is None or lows[at + 1] != "that" or lows[at - 1] not in BE or lows[at - 2] != "it":
            return None
        if clauses.subject_at(self.context, at + 2, line.last) is not None:
            return None  # "that the Agency would review them" is read by its subject
        for m in range(at + 3, min(line.last - 2, at + 3 + _CLEFT)):
            if lows[m] in _MODALS:
                done = lows[m + 1] == "be" and clauses.is_participle(lows[m + 2]) and lows[m + 2] not in STATES
                doers = self.by_agent(m + 2, line.last)
                return Found(doers, "unlikely", "unlikely-that", (m, line.last), status="unlikely") if done else None
        return None
