"""Whom the clauses of a sentence before tell of: the subject of what it reports, the two whom it lists, the one whom a verb behind "and" goes on with.

Comes in: a sentence.  Goes out: the subject of the first clause behind "that", "whether" or "if"; the agents that "both" means.  The one idea: the
sentence behind "He asked whether the Trust would recruit" goes on about the Trust; "X and Y met, and both will write" about those two.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace

from kg.entities import BODIES
from kg.facts import clauses
from kg.facts.clauses import Actor, Subject
from kg.facts.clauses.pronouns import PEOPLE_OF_TWO
from kg.facts.context import Context, Line
from kg.facts.signs import sign
from kg.facts.words import MODALS
from kg.lexicon.lists import lists

_LONGEST = 40  # tokens
_TELLING = frozenset({"that", "whether", "if"})
_TOLD = sign(_TELLING)
_BINDING = lists("speaking").words("binding")
_AGAIN = frozenset({"and", "but", ","})
_OPENING = _TELLING | {",", ";", "because", "since", "as", "while"}


def subject_told(context: Context, line: Line) -> Subject | None:
    """The subject of the first clause that is told, where it is no pronoun."""
    told = context.showing(_TOLD, line.first, line.last - 1) if line.signs & _TOLD else ()
    subject = clauses.subject_at(context, told[0] + 1, line.last) if told else None
    return subject if subject is not None and subject.actors[0].word not in {"it", "they"} else None


def told_with(context: Context, line: Line, subject: Subject) -> Subject:
    """ "said that the Trust was short of staff, and that it hoped to hire": where "it" is the subject of another such clause, the body of which the
    sentence told before, unless a body tells it."""
    lows = context.tokens.lows
    again = lows[subject.first - 1] == "that" and lows[subject.first - 2] in _AGAIN
    if subject.actors[0].word != "it" or not (again or lows[subject.first - 1] == ";"):
        return subject
    teller = line.subject.actors[0].key if line.subject is not None else None
    before = subject_told(context, line)
    if before is None or before.last >= subject.first or len(before.actors) > 1 or _is_body(context, teller):
        return subject
    return replace(subject, actors=before.actors) if _is_body(context, before.actors[0].key) else subject


def _is_body(context: Context, key: str | None) -> bool:
    return key is not None and context.type_of(key) in BODIES


def pair_before(context: Context, at: int) -> tuple[Actor, ...]:
    """ "said that X and Y had met, and that both would write": the two that the clause before a token lists as its subject, nobody where it lists none."""
    number = bisect_right(context.lines, at, key=lambda line: line.first) - 1
    first = context.lines[number].first if number >= 0 else at
    lows = context.tokens.lows
    for k in range(at - 3, first - 1, -1):
        if k > first and lows[k - 1] not in _OPENING:
            continue
        subject = clauses.subject_at(context, clauses.main_start(context, k, at) if k == first else k, at)
        if subject is not None and subject.last < at:
            pair = len(subject.actors) == 2 and all(actor.key for actor in subject.actors)
            return subject.actors if pair else ()
    return ()


def two_things(context: Context, at: int) -> bool:
    """ "asked about the two wards. It was confirmed that both would …": do the words before a bare "both" behind "that" speak of two things?"""
    lows = context.tokens.lows
    if lows[at] != "both" or lows[at - 1] != "that" or lows[at + 1] not in MODALS:
        return False
    two = next((k for k in range(at - 2, max(0, at - _LONGEST), -1) if lows[k] in {"two", "both"}), None)
    return two is not None and lows[two + 1].endswith("s") and lows[two + 1] not in PEOPLE_OF_TWO


def goes_back(context: Context, first: int, verb: int) -> bool:
    """ "said that the Board would wait and agreed to write", "that it should have been told and promised to see to it": does a past verb behind
    "and" go on with the main clause, since what stands behind the last "that" can take no such form beside it?"""
    lows = context.tokens.lows
    if lows[verb - 1] not in {"and", "but"} or lows[verb] not in _BINDING or lows[verb + 1] != "to":
        return False
    told = next((m for m in range(verb - 2, first, -1) if lows[m] in _TELLING), None)
    if told is None:
        return False
    behind = lows[told : verb - 1]
    return "been" in behind or ("have" not in behind and "had" not in behind and not MODALS.isdisjoint(behind))
