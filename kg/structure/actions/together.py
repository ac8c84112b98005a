"""Several actions on one line: "ACTIONS: CT to ask the ICO; JC to send dates.", "Action 3: … . Action 4: …", "ACTIONS: (a) … (b) …".

Comes in: a Line.  Goes out: the same line in as many parts as it has actions.  The one idea: behind a stop or a semicolon an action begins where a
label stands, or an owner of its own before "to" and a verb; behind the label itself, at each letter or number in brackets that goes on the count.
"""

from __future__ import annotations

import re
from dataclasses import replace

from kg.model import BlockKind, Span
from kg.patterns import expression
from kg.structure.actions.owners import owner
from kg.structure.lines import Line, part_of

_COUNTS = (
    "abcdefghij",
    tuple(str(n) for n in range(1, 11)),
    ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"),
)
_MARKER = expression(r"\(?(?P<count>[a-j]|\d{1,2}|[ivx]{1,4})\)\s+(?=[A-Z])")
_LABEL = expression(r"[\[(*_]*(?:ACTIONS?|[Aa]ctions?|AP)\b[^:;.]{0,20}[:–—-]")
_BORDER = expression(
    r"[;.]\s+(?:and\s+)?(?=(?P<label>(?:Action|ACTION|AP) ?(?:[Pp]oint ?)?\d+\s*[:–—-])|[A-Z]|all |members )"
)
_AND = expression(r",?\s+and\s*$")
_FEWEST = 2


def parts(text: str, line: Line) -> list[Line]:
    """The line alone, or one part of it for each action behind its label."""
    label = _LABEL.match(text, line.span.start, line.span.end) if line.kind is not BlockKind.ROW else None
    if label is None:
        return [line]
    if marks := _counted(text, Span(label.end(), line.span.end)):
        ends = [*(mark.start() for mark in marks[1:]), line.span.end]
        return [_counted_part(text, line, mark, end) for mark, end in zip(marks, ends, strict=True)]
    borders = _borders(text, line)
    if not borders:
        return [line]
    starts = [line.span.start, *(border.end() for border in borders)]
    ends = [*(border.start() + 1 for border in borders), line.span.end]  # with the mark that closes it
    return [part_of(text, line, Span(start, end)) for start, end in zip(starts, ends, strict=True)]


def _counted(text: str, span: Span) -> list[re.Match[str]]:
    """The marks "(a)", "(b)" … of the words behind a label, where there are two at least and each goes on the count of the one before."""
    marks = list(_MARKER.finditer(text, span.start, span.end))
    if len(marks) < _FEWEST or text[span.start : marks[0].start()].strip():
        return []
    told = tuple(mark["count"] for mark in marks)
    return marks if any(told == tuple(count[: len(told)]) for count in _COUNTS) else []


def _counted_part(text: str, line: Line, mark: re.Match[str], end: int) -> Line:
    """An action from its mark on, which its body leaves out; without the "and" that leads to the next."""
    joined = _AND.search(text, mark.end(), end)
    part = part_of(text, line, Span(mark.end(), joined.start() if joined else end))
    return replace(part, span=Span(mark.start(), part.span.end))


def _borders(text: str, line: Line) -> list[re.Match[str]]:
    """Where one action ends and another begins."""
    found = _BORDER.finditer(text, line.body.start, line.span.end)
    return [match for match in found if match["label"] or owner(text[match.end() : line.span.end])]
