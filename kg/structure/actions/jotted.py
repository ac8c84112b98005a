"""Actions that no label marks: "ML – poster for the open day – 30/4", "AR – list of postcodes. Sent 2 August. Closed."

Comes in: the words of a line.  Goes out: whether they are an action.  The one idea: one who was there, a task without a finite verb, and a term or a status.
"""

from __future__ import annotations

import re

from kg.model import Span
from kg.patterns import expression
from kg.structure.actions.found import State
from kg.structure.actions.owners import INITIALS
from kg.structure.actions.parts import take_apart
from kg.structure.statuses import inner_status
from kg.structure.words import FINITE

_DASHED = expression(rf"(?P<who>{INITIALS}|[A-Z][a-z]{{2,5}})\s+[–—-]\s+")
_DIGIT = expression(r"\d")
SENTENCES = expression(r"\.\s(?:(?<=[A-Z]{2}..)|(?<=[a-z]{3}..))", re.DOTALL)
_JOTTED_WORDS = 25
LONGEST_JOTTED = _JOTTED_WORDS + 2  # with the mark of a box before them


def is_jotted(text: str, span: Span, state: State) -> bool:
    """ "ML – poster for the open day – 30/4", "Poster | ML | 30/4", "30/4 – poster – ML" wherever it stands: people who were there, a task, and a
    term of its own."""
    words = span.of(text)
    if not _DIGIT.search(words) or len(words.split()) > _JOTTED_WORDS or SENTENCES.search(words):
        return False
    parts = take_apart(text, span, state.known)
    if parts is None or parts.owners is None or parts.due is None:
        return False
    who, task = parts.owners.of(text), parts.task.of(text).split()
    if parts.owners.start < parts.task.start < parts.due.start:
        return state.known.person(who)
    return state.known.listed(who) and len(task) > 1 and FINITE.isdisjoint(task)


def is_closed(text: str, span: Span, state: State) -> bool:
    """ "AR – list of postcodes. Sent 2 August. Closed.": one who was there, a dash, and how the task stands at the end."""
    match = _DASHED.match(text, span.start, span.end)
    if match is None or not state.known.listed(match["who"]):
        return False
    words = text[match.end() : span.end]
    stop = words.find(". ")
    status = inner_status(words) if stop > 0 and FINITE.isdisjoint(words[:stop].lower().split()) else None
    return status is not None and status.start >= stop
