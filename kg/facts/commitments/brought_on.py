"""The term of what was to be done before this meeting: "by the end of May. Outstanding", "was to be sent by May but had not come", in June.

Comes in: an action or a sentence, and its term counted from this meeting.  Goes out: the same term, or that of the year before.  The one idea: a term
without a year that was set before this meeting may be over; the nearest such day is meant, unless the action was carried on to another.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from kg.dates import deadline
from kg.facts.context import Context, Line
from kg.facts.due import Due
from kg.model import ActionLine
from kg.patterns import expression

_HALF_A_YEAR = timedelta(days=183)
_COUNTED = expression(
    r"\d{4}|\b(?:next|within|years?|months?)\b"
)  # a term that says which year, or is counted from this meeting
_CARRIED_ON = expression(
    r"\b(?:now|new|revised|moved|extended|deferred|postponed|carr(?:y|ied)|meeting|to be|promised|expected)\b"
)
_UNDONE = expression(r"\b(?:outstanding|overdue|(?:had|has|have) (?:yet to|(?:still )?not)|not (?:yet )?done)\b")


def brought_on(context: Context, action: ActionLine, due: Due) -> Due:
    """The term of an action that was brought on from an earlier meeting."""
    if not (action.previous and action.status and _is_far(context, due)):
        return due
    if action.due is not None and _CARRIED_ON.search(context.text[action.task.end : action.due.end].lower()):
        return due
    return _of_year_before(context, due)


def undone(context: Context, line: Line, due: Due) -> Due:
    """The term of what a sentence tells to be still undone: "had agreed to send it by the end of May but had not done so"."""
    if not _is_far(context, due) or due.text is None:
        return due
    _, term, behind = line.sentence.span.of(context.text).partition(due.text)
    return _of_year_before(context, due) if term and _UNDONE.search(behind.partition(" if ")[0]) else due


def _is_far(context: Context, due: Due) -> bool:
    """Is it a day of any year, and more than half a year ahead?"""
    far = context.said_on is not None and due.end is not None and due.end - context.said_on > _HALF_A_YEAR
    return far and due.text is not None and not _COUNTED.search(due.text)


def _of_year_before(context: Context, due: Due) -> Due:
    said_on = context.said_on
    before = deadline(due.text, said_on - timedelta(days=365)) if due.text and said_on else None
    return replace(due, start=before.start, end=before.end) if before is not None and before.end else due
