"""Clauses that report nothing of what was said: absolute participles, what is to be, what a body is for, what is resolved.

Comes in: a subject and its verb group.  Goes out: whether the clause is of no statement.  The one idea: a finite verb of somebody who was there tells what was
said, but for a few forms that do not.
"""

from __future__ import annotations

from kg.facts.clauses import Subject, VerbGroup
from kg.facts.context import Context, Line
from kg.facts.statements.acts import is_gerund
from kg.facts.statements.courses import is_course
from kg.model import EntityType

_TASKS = frozenset({"reports", "advises"})
_SAID = frozenset({"that", "progress", "no", "a", "an"})  # "reports progress", "advises that"


def is_silent(context: Context, line: Line, subject: Subject, group: VerbGroup) -> bool:
    """Does the clause report nothing?"""
    lows = context.tokens.lows
    head = lows[group.head]
    if head == "moving" or (
        head == "speaks" and "for" in lows[group.head + 1 : group.head + 2 + (lows[group.head + 1] == "up")]
    ):
        return True  # "MSC moving to Leith in May": no motion; "It speaks up for lodgers"
    if (group.be == "be" and not group.modal) or is_course(context, subject, group):
        return True  # "That the Council be asked to write": what is to be
    if lows[group.first + 1] == "yet" and lows[group.first + 2] == "to":
        return True  # "The Treasury had yet to respond"
    if group.head == group.first and not group.be and _is_task(context, subject, group.head):
        return True
    absolute = not group.be and is_gerund(head) and subject.first > line.first  # "…, Mrs Carey abstaining."
    return absolute or _is_resolved(context, line, subject)


def _is_resolved(context: Context, line: Line, subject: Subject) -> bool:
    """ "4.2 That the Head of Service report in March.": what is resolved, and nobody has reported."""
    lows = context.tokens.lows
    return lows[subject.last] == "report" and "that" in lows[line.first : subject.first][-2:]


def _is_task(context: Context, subject: Subject, head: int) -> bool:
    """ "It advises the Treasury.", "The Regulator reports on cells": what a body is for."""
    lows = context.tokens.lows
    if subject.actors[0].word == "it" and lows[head].endswith("s"):
        return True
    return lows[head] in _TASKS and lows[head + 1] not in _SAID and not _is_person(context, subject)


def _is_person(context: Context, subject: Subject) -> bool:
    return any(actor.key is not None and context.type_of(actor.key) is EntityType.PERSON for actor in subject.actors)
