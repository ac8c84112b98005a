"""What is awaited, owed or due from somebody: "expects it in July", "has promised a notice by June", "must reply by 10 May".

Comes in: a verb group with the agents of its subject.  Goes out: what is to come, or not to be; or whether the words tell it.  The one idea: a thing that is
awaited or owed is one to come only with its day.
"""

from __future__ import annotations

from kg.facts import clauses
from kg.facts.clauses import VerbGroup
from kg.facts.commitments.doers import Doers
from kg.facts.commitments.found import Found
from kg.facts.commitments.openings import NO_DOING
from kg.facts.context import Line
from kg.facts.due import due_in
from kg.facts.words import ACTING, AWAITED, STATES

_ARTICLES = frozenset({"the", "a", "an", "its", "their"})
_BEGAN = ACTING.words("begun")
_CUSTOMS = ACTING.words("customs")
_NEAR = 9
_OBLIGED = frozenset({"required", "obliged", "bound"})
_TO_COME = frozenset(
    {"to", "will", "would", "should", "due", "expected", "expects", "hopes", "hoped", "until", "by", "before"}
)


class Awaited(Doers):
    """Reads what is awaited."""

    def _has_begun(self, first: int, last: int) -> bool:
        """ "is holding an inquiry, which began in June": does the only time told say when it began?"""
        lows = self.context.tokens.lows
        began = next((k for k in range(first, last) if lows[k] in _BEGAN), last)
        return began < last and _TO_COME.isdisjoint(lows[began:last])

    def _is_not_expected(self, line: Line, group: VerbGroup) -> Found | None:
        """ "did not expect it to be resumed", "does not expect the Council to appeal": what is not to be, of those named or of the work that goes on."""
        lows, k = self.context.tokens.lows, group.head + 1
        to = next((m for m in range(k, min(line.last - 2, k + _NEAR)) if lows[m] == "to"), None)
        if to is None or to == k:
            return None
        done = lows[to + 1] == "be" and clauses.is_participle(lows[to + 2]) and lows[to + 2] not in STATES
        subject = clauses.subject_at(self.context, k, to + 1)
        named = self.discourse.agents(subject) if subject is not None and subject.last == to else ()
        if not done and (not self.is_here(named) or lows[to + 1] in NO_DOING):
            return None
        doers = (self.by_agent(to, line.last) or self.discourse.work.doers) if done else named
        return Found(doers, "unlikely", "not-expected", (to + 1, line.last), status="unlikely")

    def _has_given(self, line: Line, group: VerbGroup, agents: tuple[str, ...]) -> Found | None:
        """ "has promised the Museum a new notice by June", "has offered the pilot boat": a thing that is still to come; what had been promised tells of before."""
        lows, k = self.context.tokens.lows, group.head + 1
        if "had" in lows[group.first : k] or k >= line.last or lows[k] in {"to", "that", "no", "not"}:
            return None
        offered = lows[group.head] == "offered" and lows[k] in _ARTICLES
        if not offered and due_in(self.context, line, (k, line.last)).end is None:
            return None
        return Found(agents, "committed", "has-given", (group.head, line.last))

    def _is_awaited(self, line: Line, group: VerbGroup) -> bool:
        """ "expects it in July", "expected the first findings by June": a thing that others bring, with its day."""
        lows, k = self.context.tokens.lows, group.head + 1
        thing = lows[k : min(line.last, k + 5)]
        named = bool(thing) and (thing[0] == "it" or not AWAITED.isdisjoint(thing))
        if group.negated or not named or "to" in thing or "that" in thing[:1]:
            return False
        return due_in(self.context, line, (k, line.last)).end is not None

    def must(self, line: Line, group: VerbGroup) -> bool:
        """ "must reply by 10 May", "is required to produce its ledgers by 30 July": a duty with its day, and no standing one."""
        lows = self.context.tokens.lows
        bound = group.modal == "must" or (
            bool(group.be) and lows[group.head] in _OBLIGED and lows[group.head + 1 : group.head + 2] == ["to"]
        )
        if not bound or group.negated or not _CUSTOMS.isdisjoint(lows[line.first : line.last]):
            return False
        due = due_in(self.context, line, (group.head, line.last))
        return due.end is not None and not (due.text or "").lower().startswith("within")
