"""The term of an action that an earlier meeting set and that is still open: "by the end of May. Outstanding", in June.

Comes in: the action and its term, counted from this meeting.  Goes out: the same term, or that of the year before.  The one idea: a term without a
year was set before this meeting, so it may be over; the nearest such day is meant, unless the action was carried on to another.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from kg.dates import deadline
from kg.facts.context import Context
from kg.facts.due import Due
from kg.model import ActionLine
from kg.patterns import expression

_OPEN = frozenset({"not-completed", "under-way"})
_HALF_A_YEAR = timedelta(days=183)
_YEARS = expression(r"\d{4}|\bnext\b|\byears?\b")  # a term that says which year
_CARRIED_ON = expression(
    r"\b(?:now|new|revised|moved|extended|deferred|postponed|carr(?:y|ied)|meeting|to be|promised|expected)\b"
)


def brought_on(context: Context, action: ActionLine, due: Due) -> Due:
    """The term of an action that was brought on from an earlier meeting."""
    if not (action.previous and action.status in _OPEN and context.said_on and due.end and due.text):
        return due
    if due.end - context.said_on <= _HALF_A_YEAR or _YEARS.search(due.text):
        return due
    if action.due is not None and _CARRIED_ON.search(context.text[action.task.end : action.due.end].lower()):
        return due
    before = deadline(due.text, context.said_on - timedelta(days=365))
    return replace(due, start=before.start, end=before.end) if before is not None and before.end else due
