"""What stands under an action: "Owner: …", "Due: …", "Status: …", a status and a remark.

Comes in: the lines behind an action.  Goes out: the action with owner, term and status taken up, and the number of the next line to read.
"""

from __future__ import annotations

import re
from dataclasses import replace

from kg.lexicon.inflection import participles
from kg.model import ActionLine, BlockKind, Span
from kg.patterns import expression
from kg.structure.actions.found import Actions, State
from kg.structure.actions.parts import REFERENCE, begins_with_owner, labels_alone
from kg.structure.lines import Line, trimmed
from kg.structure.statuses import inner_status, opening_status

_DUE = expression(
    r"(?:due(?: date| by)?|deadline|by when|timescale|target(?: date)?|when|timing)\s*[:–-]\s*(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_WHO = expression(
    r"(?:owners?|lead|resp(?:onsible)?\.?|by whom|who|action (?:on|by|for)|responsibility)\s*[:–-]\s*(?P<rest>.+)",
    re.IGNORECASE | re.DOTALL,
)
_SHORTEST = 2  # words of a task
_STATUS_LABEL = expression(r"(?:status|progress|update)\s*[:–-]\s*(?P<rest>.*)", re.IGNORECASE | re.DOTALL)


def owned_below(text: str, lines: list[Line], at: int, state: State) -> ActionLine | None:
    """A task whose owner the line below it tells: "Book a hall" and "Lead: Secretary. Due: 17 May"."""
    line = lines[at]
    if at + 1 >= len(lines) or line.kind is BlockKind.ROW or line.size < _SHORTEST:
        return None
    below = lines[at + 1]
    if not begins_with_owner(text, below.body) or (told := labels_alone(text, below.body, state.known)) is None:
        return None
    reference = REFERENCE.match(text, line.body.start, line.body.end)
    listed = reference is not None or (told[1] is not None and not line.is_closed)
    if begins_with_owner(text, line.body) or not listed:
        return None
    task = trimmed(text, Span(reference.start("rest") if reference else line.body.start, line.body.end))
    return ActionLine(Span(line.span.start, below.span.end), task, told[0], told[1], previous=state.earlier)


def followed(
    text: str, lines: list[Line], at: int, action: ActionLine, state: State, actions: Actions
) -> tuple[ActionLine, int]:
    """Take up owner, term and status from the lines behind the action."""
    while at < len(lines):
        line = lines[at]
        raw = line.body.of(text)
        if (match := _DUE.match(raw)) and action.due is None:
            at = _label_value(lines, at, match, actions)
            due = (
                Span(line.body.start + match.start("rest"), line.body.end)
                if match["rest"].strip()
                else lines[at - 1].body
            )
            action = replace(action, due=due)
        elif action.owners is None and (told := _labels(text, line, state)):
            actions.lines.add(at)
            action = replace(action, owners=told[0], due=action.due or told[1])
            at += 1
        elif (match := _WHO.match(raw)) and action.owners is None:
            actions.lines.add(at)
            action = replace(action, owners=trimmed(text, Span(line.body.start + match.start("rest"), line.body.end)))
            at += 1
        elif action.status is None and (status := _status_line(text, line)):
            _leave_rest(text, line, status[1], actions)
            action = replace(action, status=status[0], previous=action.previous or state.earlier)
            at += 1
        else:
            break
    return action, at


def _labels(text: str, line: Line, state: State) -> tuple[Span | None, Span | None] | None:
    """ "Lead: Secretary. Due: 17 May" on one line."""
    return labels_alone(text, line.body, state.known) if begins_with_owner(text, line.body) else None


def _label_value(lines: list[Line], at: int, match: re.Match[str], actions: Actions) -> int:
    actions.lines.add(at)
    if not match["rest"].strip() and at + 1 < len(lines):
        actions.lines.add(at + 1)
        return at + 2
    return at + 1


def _status_line(text: str, line: Line) -> tuple[str, int] | None:
    """The status with which the line under an action begins, and where in the text its words end."""
    words = line.body.of(text)
    label = _STATUS_LABEL.match(words)
    start = label.start("rest") if label else 0
    status = opening_status(words[start:])
    return (
        (status.concept, line.body.start + start + status.end)
        if status and line.kind is not BlockKind.HEADING
        else None
    )


def leave_remarks(text: str, line: Line, action: ActionLine, actions: Actions) -> None:
    """Sentences behind the status on the same line ("Not complete. Dr Renshawe explained …") are running text too."""
    status = inner_status(line.body.of(text))
    if status:
        _leave_rest(
            text, line, line.body.start + status.end, actions, stop=action.due.start if action.due else line.span.end
        )


# "Discharged: issued to all stations on 30 June": no sentence, but more of the status
_TOLD = expression(rf"(?:[a-z]+ed|{'|'.join(sorted(participles()))})\s+(?:to|on|by|at|with|from|in)\b")


def _leave_rest(text: str, line: Line, end: int, actions: Actions, stop: int | None = None) -> None:
    """What the line says behind its status is running text."""
    while end < line.span.end and (text[end].isspace() or text[end] in ".:;,-–—)"):
        end += 1
    actions.lines.add(line.index)
    rest = trimmed(text, Span(end, max(end, stop or line.span.end)))
    if len(rest) > 3 and text[rest.start] not in "([" and not _TOLD.match(text, rest.start, rest.end):
        actions.left[line.index] = rest
