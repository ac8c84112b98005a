"""What is "under investigation", "under audit": undertakings told by what is looked at.

Comes in: a line.  Goes out: where it stands, what is looked at, and by whom.  The one idea: such words alone tell of no undertaking (a crime is under
investigation too); they do where the sentence or the section says who is at work.
"""

from __future__ import annotations

from kg.facts.context import Context, Line
from kg.facts.inspections.conductors import Conductors
from kg.facts.inspections.groups import Tense, group_at
from kg.facts.inspections.words import WORDS
from kg.facts.signs import sign
from kg.facts.words import BE
from kg.values import value

UNDER = sign({"under"})
_KINDS = {"investigation": "inquiry", "audit": "audit", "inspection": "inspection"}
_STATUS = {
    Tense.PRESENT: "under-way", Tense.PAST: "under-way", Tense.PERFECT: "under-way", Tense.GOING: "under-way", Tense.FUTURE: "planned",
}  # fmt: skip
_FOR = frozenset({"purpose", "job", "work", "task"})
_CALLED = WORDS.words("engaged") | {"called", "brought", "commissioned"}


@value
class Under:
    """Where it stands, what is looked at, the kind, by whom, and the token from which on the line says so."""

    status: str
    about: tuple[int, int]
    kind: str
    conductors: tuple[str, ...]
    first: int


def under(context: Context, line: Line, who: Conductors) -> Under | None:
    """What a line tells to be under investigation, audit or inspection, and by whom."""
    lows = context.tokens.lows
    for k in context.showing(UNDER, line.first + 2, line.last - 1):
        if lows[k + 1] not in _KINDS or lows[k - 1] not in BE:
            continue
        group = group_at(context, k - 1, line.first)
        status = _STATUS.get(group.tense) if not group.negated else None
        doers = _called_in(context, line, k + 2, who) or who.reporters(line)
        if status is None or not doers or any(map(who.is_police, doers)):
            return None
        first = next(
            (m + 1 for m in range(group.first - 1, line.first, -1) if lows[m] in {"that", ",", ";"}), line.first
        )
        return Under(status, (first, group.first), _KINDS[lows[k + 1]], doers, first)
    return None


def _called_in(context: Context, line: Line, first: int, who: Conductors) -> tuple[str, ...]:
    """ "and the Board has called in Lark Crane for the purpose", "and Lark Crane have been engaged to do it"."""
    lows = context.tokens.lows
    verb = next((k for k in range(first, line.last) if lows[k] in _CALLED), -1)
    if verb < 0 or not (_FOR & set(lows[verb : line.last]) or "do" in lows[verb : line.last]):
        return ()
    if (group := group_at(context, verb, first)).passive:
        return who.subject_before(line, first, group.first)
    at = verb + 1 + (lows[verb + 1] == "in")
    return who.doers_in(at, at + 4) or who.firm_at(at, line.last)
