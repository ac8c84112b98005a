"""How meetings go, which nobody says: "The meeting ended at noon.", "The Board would next meet in May.".

Comes in: a subject and its verb group.  Goes out: whether the clause tells only of the course of the meeting.
"""

from __future__ import annotations

from kg.facts.clauses import Subject, VerbGroup
from kg.facts.context import Context
from kg.facts.words import COLLECTIVE_HEADS
from kg.lexicon.lists import lists

_CHAIRING = frozenset({"took", "vacated", "resumed", "assumed", "left"})
_MEETING = frozenset({"meet", "reconvene", "convene"})
_NEAR = 14  # tokens
_PARTING = lists("speaking").words("parting")
_SESSIONS, _COURSES = lists("speaking").words("sessions"), lists("speaking").words("courses")


def is_course(context: Context, subject: Subject, group: VerbGroup) -> bool:
    """ "The meeting ended at noon.", "The Board would next meet in May.": how meetings go, which nobody says."""
    lows = context.tokens.lows
    head = lows[group.head]
    if head in _COURSES and lows[subject.last - 1] in _SESSIONS:
        return True
    if head in _CHAIRING and lows[group.head + 1 : group.head + 3] == ["the", "chair"]:
        return True  # "Dr Sallow took the chair."
    if head == "took" and lows[group.head + 1 : group.head + 3] == ["no", "part"]:
        return True  # "Mr Firth took no part in this item."
    if head == "called" and _is_visit(context, group):
        return True
    if head in _PARTING and not group.be and "having" in lows[group.head : group.head + _NEAR]:
        return True  # "They parted on good terms, having agreed to meet again."
    if not group.modal or head not in _MEETING:
        return False
    return subject.actors[0].word == "members" or lows[subject.last - 1] in COLLECTIVE_HEADS


def _is_visit(context: Context, group: VerbGroup) -> bool:
    """ "called upon Mrs Quill at noon", where nothing is asked of her: who met whom."""
    lows, k = context.tokens.lows, group.head + 2
    if group.be or lows[k - 1] not in {"on", "upon"} or k not in context.mention_at:
        return False
    end = next((m for m in range(k, len(lows)) if lows[m] in _ENDS), len(lows))
    return _WANTED.isdisjoint(lows[k:end])


_ENDS = frozenset({".", ";", "?"})
_WANTED = frozenset({"to", "for", "not", "that"})
