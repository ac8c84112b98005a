"""What stands behind the label or the reference of an action: "FT to circulate …. Complete.", "NB write to them, by 18.05.18".

Comes in: the span of it, and who may own an action.  Goes out: an ActionLine with owners, task, term and status taken apart.  The one idea: the status
ends the task; before it stands an owner with "to" and a verb, else initials and a verb, else an owner with a colon, a dash or brackets.
"""

from __future__ import annotations

import re

from kg.model import ActionLine, Span
from kg.patterns import expression
from kg.structure.actions.carried import carried_to
from kg.structure.actions.found import State
from kg.structure.actions.owners import COLON, INITIALS, is_owner, owner
from kg.structure.actions.parts import Parts, take_apart, task_and_term
from kg.structure.lines import Line, trimmed
from kg.structure.statuses import Status, inner_status
from kg.structure.words import FINITE

_LED = expression(rf"(?P<who>{INITIALS})\s+(?P<verb>[a-z]{{3,}})\s")


def action_of(text: str, line: Line, content: Span, state: State, *, numbered: bool = False) -> ActionLine:
    """The line as an action: owners, task and status taken apart."""
    content = _unbracketed(text, content)
    words = content.of(text)
    status = inner_status(words)
    task_end = status.start if status else len(words)
    owned = _owned(text, content, words[:task_end], state)
    start = owned.start("verb") if owned else 0
    owners = Span(content.start, content.start + len(owned["who"].rstrip(" ,"))) if owned else None
    body = Span(content.start, content.start + task_end)
    parts = None if owned else task_of(text, body, state) or take_apart(text, body, state.known)
    if parts and (parts.owners or not COLON.match(words)):
        return _of_parts(text, line, content, parts, status, state, numbered=numbered)
    if not owned and (colon := COLON.match(words)) and is_owner(colon["who"]):
        owners, start = Span(content.start, content.start + len(colon["who"])), colon.end()
    task, term = task_and_term(text, trimmed(text, Span(content.start + start, content.start + task_end)), state.known)
    due = (carried_to(text, Span(content.start + status.start, content.end)) if status else None) or term
    previous = state.earlier and (status is not None or numbered)
    return ActionLine(line.span, task, owners, due, status.concept if status else None, previous)


def _owned(text: str, content: Span, words: str, state: State) -> re.Match[str] | None:
    """Who stands before "to" and a verb; no noun ("Circular to official vets (Dr Hume, by 5 March)") where an owner stands elsewhere."""
    owned = owner(words)
    if owned is None or " " in owned["who"].strip() or state.known.owners(owned["who"]):
        return owned
    parts = take_apart(text, Span(content.start, content.start + len(words)), state.known)
    return None if parts is not None and parts.owners is not None and parts.owners.start > content.start else owned


def _of_parts(
    text: str, line: Line, content: Span, parts: Parts, status: Status | None, state: State, *, numbered: bool
) -> ActionLine:
    """The action whose parts are known, with the term to which its status carries it over."""
    carried = carried_to(text, Span(content.start + status.start, content.end)) if status else None
    previous = state.earlier and (status is not None or numbered)
    concept = status.concept if status else None
    return ActionLine(line.span, parts.task, parts.owners, carried or parts.due, concept, previous)


def _unbracketed(text: str, span: Span) -> Span:
    """Without a bracket at its end that nothing in it opens."""
    closed = text[span.end - 1 : span.end] == "]" and text.find("[", span.start, span.end) < 0
    return trimmed(text, Span(span.start, span.end - 1)) if closed else span


def names_owners(text: str, span: Span, state: State) -> bool:
    """Do the words name somebody who is to act?"""
    if owner(span.of(text)) or _led(text, span, state):
        return True
    parts = take_apart(text, span, state.known)
    return parts is not None and parts.owners is not None


def _led(text: str, span: Span, state: State) -> Parts | None:
    """ "NR count the lamps by 10 May": initials of one who was there, and a verb in small letters."""
    match = _LED.match(text, span.start, span.end)
    if match is None or not state.known.listed(match["who"]) or match["verb"] in FINITE or match["verb"].endswith("ed"):
        return None
    return Parts(Span(match.start("verb"), span.end), Span(*match.span("who")))


def task_of(text: str, span: Span, state: State) -> Parts | None:
    """The same with its term apart: "NB write to them, by 18.05.18"."""
    led = _led(text, span, state)
    if led is None:
        return None
    task, term = task_and_term(text, led.task, state.known)
    return Parts(task, led.owners, term)
