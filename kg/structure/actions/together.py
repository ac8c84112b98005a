"""Several actions on one line: "ACTIONS: CT to ask the ICO; JC to send dates.", "Action 3: … . Action 4: …".

Comes in: a Line.  Goes out: the same line in as many parts as it has actions.  The one idea: behind a stop or a semicolon an action begins where a
label stands, or an owner of its own before "to" and a verb.
"""

from __future__ import annotations

import re

from kg.model import BlockKind, Span
from kg.patterns import expression
from kg.structure.actions.owners import owner
from kg.structure.lines import Line, part_of

_LABEL = expression(r"[\[(*_]*(?:ACTIONS?|[Aa]ctions?|AP)\b[^:;.]{0,20}[:–—-]")
_BORDER = expression(
    r"[;.]\s+(?:and\s+)?(?=(?P<label>(?:Action|ACTION|AP) ?(?:[Pp]oint ?)?\d+\s*[:–—-])|[A-Z]|all |members )"
)


def parts(text: str, line: Line) -> list[Line]:
    """The line alone, or one part of it for each action behind its label."""
    if line.kind is BlockKind.ROW or not _LABEL.match(text, line.span.start, line.span.end):
        return [line]
    borders = _borders(text, line)
    if not borders:
        return [line]
    starts = [line.span.start, *(border.end() for border in borders)]
    ends = [*(border.start() + 1 for border in borders), line.span.end]  # with the mark that closes it
    return [part_of(text, line, Span(start, end)) for start, end in zip(starts, ends, strict=True)]


def _borders(text: str, line: Line) -> list[re.Match[str]]:
    """Where one action ends and another begins."""
    found = _BORDER.finditer(text, line.body.start, line.span.end)
    return [match for match in found if match["label"] or owner(text[match.end() : line.span.end])]
