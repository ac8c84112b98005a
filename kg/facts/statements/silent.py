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
    return _absolute(context, line, subject, group) or _is_resolved(context, line, subject)


def _is_resolved(context: Context, line: Line, subject: Subject) -> bool:
    """ "4.2 That the Head of Service report in March.": what is resolved, and nobody has reported."""
    lows = context.tokens.lows
    return lows[subject.last] == "report" and "that" in lows[line.first : subject.first][-2:]


def _absolute(context: Context, line: Line, subject: Subject, group: VerbGroup) -> bool:
    """ "…, Mrs Carey abstaining.": a participle with its subject, and no clause; nor does "speaks for" tell what was said."""
    lows = context.tokens.lows
    head = lows[group.head]
    if head == "speaks" and "for" in lows[group.head + 1 : group.head + 2 + (lows[group.head + 1] == "up")]:
        return True
    if head == "moving":
        return True  # "MSC moving to Leith in May": no motion
    if is_course(context, subject, group) or (group.be == "be" and not group.modal):
        return True  # "That the Council be asked to write": what is to be
    if (
        group.head == group.first
        and not group.be
        and (
            (subject.actors[0].word == "it" and head.endswith("s"))
            or (head in _TASKS and lows[group.head + 1] not in _SAID and not _is_person(context, subject))
        )
    ):
        return True  # "It advises the Treasury.", "The Regulator reports on cells": what a body is for
    return not group.be and is_gerund(head) and subject.first > line.first


def _is_person(context: Context, subject: Subject) -> bool:
    return any(actor.key is not None and context.type_of(actor.key) is EntityType.PERSON for actor in subject.actors)
