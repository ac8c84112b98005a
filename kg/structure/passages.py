"""The running text of a document, paragraph by paragraph, each with the heading that it stands under.

Comes in: Lines and what the other modules took from them.  Goes out: Passages in the order of the text.  The one idea: everything that is
neither title, list of people, heading nor action is running text, and nothing is read twice.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise

from kg.model import ActionLine, AgendaHeading, BlockKind, Passage, PassageKind, Span
from kg.structure.actions import Actions
from kg.structure.headings import Heads
from kg.structure.lines import Line

_FINAL = (".", "!", "?", ":", ";", "”", "’", '"', ")")


def passages(
    text: str, lines: list[Line], taken: set[int], heads: Heads, agenda: tuple[AgendaHeading, ...], actions: Actions
) -> tuple[Passage, ...]:
    """Every passage: preamble before the first heading, prose, list items, and the actions."""
    starts = [heading.span.start for heading in agenda]
    found = [*_running(text, lines, taken, heads, actions, starts)]
    found += [_of_action(action, starts) for action in actions.found]
    return tuple(sorted(found, key=lambda passage: (passage.span.start, passage.span.end)))


def _position(start: int, starts: list[int]) -> int | None:
    return bisect_right(starts, start) or None


def _of_action(action: ActionLine, starts: list[int]) -> Passage:
    return Passage(action.span, PassageKind.ACTION, _position(action.span.start, starts))


def _running(
    text: str, lines: list[Line], taken: set[int], heads: Heads, actions: Actions, starts: list[int]
) -> Iterator[Passage]:
    lead_in = False  # did the last paragraph end with a colon?
    pending: Passage | None = None
    counted = _counted(lines)
    for line in lines:
        span = _span(line, taken, heads, actions, counted)
        if span is None:
            lead_in = False
            continue
        item = _is_item(line, lead_in)
        position = _position(span.start, starts)
        if pending and not item and _goes_on(text, pending, span, position):
            pending = Passage(Span(pending.span.start, span.end), pending.kind, position, pending.after_colon)
            continue
        if pending:
            yield pending
        kind = PassageKind.ITEM if item else PassageKind.PROSE if position else PassageKind.PREAMBLE
        pending = Passage(span, kind, position, after_colon=item and lead_in)
        lead_in = line.words.endswith(":") or (item and lead_in)
    if pending:
        yield pending


def _counted(lines: list[Line]) -> set[int]:
    """ "4 Ms Pugh asked …" below "3 The Board …": lines whose bare number goes on from another's, so that it is no part of the words."""
    bare = [line for line in lines if line.numbering.kind == "bare"]
    steps = [(one, other) for one, other in pairwise(bare) if other.numbering.value == one.numbering.value + 1]
    return {line.index for step in steps for line in step}


def _span(line: Line, taken: set[int], heads: Heads, actions: Actions, counted: set[int]) -> Span | None:
    """The running text of the line, without its number."""
    if line.index in actions.left:
        return actions.left[line.index]
    if line.index in heads.bodies:
        return heads.bodies[line.index]
    if line.index in taken or line.index in actions.lines or line.index in heads.titles or line.index in heads.form:
        return None
    if not any(map(str.isalpha, line.words)):
        return None
    return line.span if line.numbering.kind == "bare" and line.index not in counted else line.body


def _is_item(line: Line, lead_in: bool) -> bool:
    """A bullet; a numbered paragraph of several parts ("2.1") is prose, a line in lower case behind a colon is a bullet without its dot."""
    if line.kind is BlockKind.ITEM:
        return line.numbering.kind not in ("deep", "top", "letter") or (line.numbering.kind == "top" and lead_in)
    return lead_in and bool(line.words) and (line.words[0].islower() or line.words.endswith(";"))


def _goes_on(text: str, before: Passage, span: Span, position: int | None) -> bool:
    """A sentence that a hard break cut in two: no final punctuation, and the next paragraph begins in lower case."""
    if before.position != position or before.kind is PassageKind.ITEM:
        return False
    return not text[before.span.start : before.span.end].endswith(_FINAL) and text[span.start].islower()
