"""A task on the line below the label that names who is to do it: "Action 3: Ms Bell", and below it "Settle dates by 20 March.".

Comes in: a labelled line whose words are all owners.  Goes out: an ActionLine of both lines.  The one idea: owners and nothing else need a task, and the next
line is one where it begins with what is to be done.
"""

from __future__ import annotations

import re

from kg.model import ActionLine, Span
from kg.patterns import expression
from kg.structure.actions.found import State
from kg.structure.actions.owners import is_owner, owner
from kg.structure.actions.parts import task_and_term
from kg.structure.lines import Line, trimmed
from kg.structure.words import FINITE

_NUMBERED = expression(r"[\[(*_]*(?:actions?|ap|a)\s*(?:no\.?\s*)?[a-z]?\d", re.IGNORECASE)
GOES_ON = expression(r"[.!?]\s+[A-Z]")  # more than one sentence
OPENINGS = frozenset({"The", "It", "There", "This", "These", "No", "None", "As"})  # of what is told
LONGEST = 120  # words


def on_next(text: str, line: Line, following: Line, owners: Span, state: State) -> ActionLine | None:
    """ "Action on: EF" with "To write to the operator." on the line below, "Action B1: EF" with "Write to the operator."."""
    if re.match(r"To [a-z]", following.words):
        task = trimmed(text, Span(following.body.start + 3, following.body.end))
        return ActionLine(Span(line.span.start, following.span.end), task, owners)
    if _NUMBERED.match(text, line.span.start) and _is_task(following):
        return ActionLine(Span(line.span.start, following.span.end), *_task(text, following.body, owners, state))
    return None


def below(text: str, line: Line, rest: Span, state: State) -> ActionLine | None:
    """ "Action 3: Ms Bell and Mr Oakes" with the task on the next line of the same paragraph."""
    head, broken, task = rest.of(text).partition("\n")
    if not broken or not task[:1].isupper() or not is_owner(head.strip()) or owner(head):
        return None
    owners = trimmed(text, Span(rest.start, rest.start + len(head)))
    return ActionLine(line.span, *_task(text, trimmed(text, Span(rest.start + len(head), rest.end)), owners, state))


def _task(text: str, span: Span, owners: Span, state: State) -> tuple[Span, Span, Span | None]:
    """The task of some words, with its owners and its term."""
    task, due = task_and_term(text, span, state.known)
    return task, owners, due


def _is_task(line: Line) -> bool:
    """ "Settle dates for the loan by 20 March.": one sentence that begins with what is to be done."""
    first, _, rest = line.words.partition(" ")
    told = first in OPENINGS or first.lower() in FINITE or not FINITE.isdisjoint(rest.split()[:3])
    return (
        line.size < LONGEST and first.isalpha() and rest[:1].islower() and not told and not GOES_ON.search(line.words)
    )
