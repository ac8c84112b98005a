"""The actions that minutes list: "ACTION: OL to write …", "22/1 – FT to circulate …. Complete.", tables of actions.

Comes in: Lines.  Goes out: ActionLines, and the lines that hold nothing else.  The one idea: an action has an owner before "to" and a
task behind it; a label, a reference or a table tells that a line is one, and a status may stand behind it or on the next line.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from kg.model import Attendee, BlockKind
from kg.patterns import expression
from kg.structure.actions.columns import read_columns
from kg.structure.actions.following import followed, leave_remarks, owned_below
from kg.structure.actions.found import Actions, State
from kg.structure.actions.lines import LABELLED, ends_with_status, is_listed, read_action, trailing_action
from kg.structure.actions.tables import begins_column, read_table
from kg.structure.actions.together import parts
from kg.structure.actions.who import known
from kg.structure.extent import is_running
from kg.structure.lines import Line
from kg.structure.words import ACTION_SECTIONS, PERHAPS_ACTION_SECTIONS

__all__ = ["Actions", "find_actions"]

_FROM_DAY = (
    r"\b(?:actions?|action points?) (?:agreed )?(?:from|of|on|in|at) (?:the )?(?:\d{1,2}(?:st|nd|rd|th)?\b(?! (?:minutes|people))"
    r"|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\b)"
)  # "Actions from 31 October"
_EARLIER = expression(
    r"\b(?:actions?|action points?|action log)\b.*\b(?:last|previous|prior|earlier|preceding|outstanding|brought forward|carried forward|update|review|progress|arising from|from meetings?|from the)\b"
    r"|\b(?:update|progress|review|minutes|matters)\b.*\b(?:actions?|action points?|action log)\b|\bmatters arising\b|\bprogress (?:with|on|against) actions\b|\baction log\b"
    rf"|{_FROM_DAY}|\bminutes of (?:the )?(?:last|previous)\b|\bprevious minutes\b|\boutstanding actions\b"
    r"|\b(?:since|from) (?:the )?last (?:time|meeting|call|met|spoke)\b|\bsince we (?:last )?(?:met|spoke)\b",
    re.IGNORECASE,
)


_GOING_ON = (";", ",", "; and", ", and")  # a point with more to come
_LONGEST_LEAD = 14  # words, and fewer
_PROSE = expression(r"[a-z)]\. [A-Z]")  # a line of several sentences
_OF_A_DAY = expression(rf"{_FROM_DAY}(?: \w+){{0,3}}", re.IGNORECASE)


def find_actions(text: str, lines: list[Line], front: set[int], attendees: Iterable[Attendee] = ()) -> Actions:
    """Every action of the document in the order of its text; the attendees are those whose names may own one."""
    actions = Actions()
    state = State(known(text, attendees))
    at = 0
    while at < len(lines):
        if at in front:
            at += 1
            continue
        at = _step(text, lines, at, state, actions)
    actions.found.sort(key=lambda action: action.span.start)
    return actions


def _step(text: str, lines: list[Line], at: int, state: State, actions: Actions) -> int:
    """Read what begins at the line; returns the number of the next line to read."""
    line = lines[at]
    if line.kind is BlockKind.ROW or begins_column(line, lines, at):
        after = read_table(text, lines, at, state, actions)
        if after > at:
            return after
    after = read_columns(text, lines, at, state, actions)
    if after > at:
        return after
    if not (state.listing and is_listed(text, line, state)):
        _notice(line, state, actions)
    below = lines[at + 1] if line.key in PERHAPS_ACTION_SECTIONS and at + 1 < len(lines) else None
    follows = below is not None and is_listed(text, below, state) and not _PROSE.search(below.words)
    if follows or line.key in ACTION_SECTIONS or _OF_A_DAY.fullmatch(line.key):
        state.listing, state.under = True, 0
        if not follows and not line.numbering.kind and line.kind is not BlockKind.HEADING:
            actions.lines.add(at)
        return at + 1
    *before, line = parts(text, line)
    for part in before:
        actions.found += filter(None, [read_action(text, lines, part, state, shared=True)])
    action = read_action(text, lines, line, state, shared=bool(before)) or owned_below(text, lines, at, state)
    if action is None:
        state.listing = state.listing and line.kind is BlockKind.ITEM
        trailing_action(text, line, state, actions)
        return at + 1
    actions.lines.add(at)
    state.under += 1
    if action.span.end > line.span.end:
        actions.lines.add(at + 1)
        at += 1
    if action.status:
        leave_remarks(text, line, action, actions)
    action, after = followed(text, lines, at + 1, action, state, actions)
    actions.found.append(action)
    return after


def _notice(line: Line, state: State, actions: Actions) -> None:
    """Headings and lead-ins tell whether the actions below are those of an earlier meeting."""
    if line.kind is BlockKind.ITEM and not line.numbering.kind:
        return
    if line.is_closed and line.size >= _LONGEST_LEAD and line.kind is not BlockKind.HEADING:
        return
    heading = not line.words.endswith(_GOING_ON) and (
        line.kind is BlockKind.HEADING
        or (line.numbering.kind in ("top", "bare", "letter") and not line.is_closed)
        or (
            line.size <= 12
            and not line.is_closed
            and not is_running(line)
            and not ends_with_status(line.words, line.size)
        )
    )
    if heading and not LABELLED.match(line.words):
        state.listing = False
        state.earlier = bool(_EARLIER.search(line.words)) and not re.match(
            r"(?:new )?actions? (?:from|arising from|agreed at) (?:this|today)", line.words, re.IGNORECASE
        )
    elif line.words.endswith((":", ".")) and line.size < _LONGEST_LEAD and _EARLIER.search(line.words):
        state.earlier = True
        if line.words.endswith(":") and not line.is_closed and line.numbering.kind == "":
            actions.lines.add(line.index)
