"""Tables of actions that plain text writes a row a line: "Ref   Action   Owner   Due", "No. / What / Who / When", "Task | Lead | By when".

Comes in: the lines from the line of heads on.  Goes out: an action a row.  The one idea: what stands between the heads stands between the cells.
"""

from __future__ import annotations

import re
from dataclasses import replace

from kg.model import BlockKind, Span
from kg.patterns import expression
from kg.structure.actions.found import Actions, State
from kg.structure.actions.tables import row_action, told_apart
from kg.structure.lines import Line
from kg.structure.words import ACTION_COLUMNS

# what may stand between two cells, each with the signs one of which it has
_BETWEEN = (
    (expression(r"\t+"), ("\t",)),
    (expression(r" {2,}"), ("  ",)),
    (expression(r" +\| +"), (" |",)),
    (expression(r" +/ +"), (" /",)),
    (expression(r" +[–—] +"), (" –", " —")),
    (expression(r" *; +"), (";",)),
)
_FEWEST = 3


def read_columns(text: str, lines: list[Line], at: int, state: State, actions: Actions) -> int:
    """Read the rows below a line of heads; returns the number of the next line to read, ``at`` where it is none."""
    heads = _heads(text, lines[at])
    if heads is None:
        return at
    between, columns = heads
    stop = at + 1
    while stop < len(lines) and lines[stop].kind is not BlockKind.ROW:
        cells = _cells(text, lines[stop].span, between)
        if not _FEWEST - 1 <= len(cells) <= len(columns) or len(cells) <= columns.index("task"):
            break
        action = row_action(text, columns, cells, state)
        actions.found.append(replace(action, span=lines[stop].span))
        stop += 1
    if stop > at + 1:
        actions.lines.update(range(at, stop))
        return stop
    return at


def _heads(text: str, line: Line) -> tuple[re.Pattern[str], list[str]] | None:
    """What stands between the heads of a line, and the columns that they name."""
    if line.size > 14 or line.is_closed:
        return None
    words = line.span.of(text)
    for between, signs in _BETWEEN:
        if sum(map(words.count, signs)) < _FEWEST - 1:
            continue
        names = [cell.of(text).casefold().strip(":* ") for cell in _cells(text, line.span, between)]
        columns = told_apart([ACTION_COLUMNS.get(name, "") for name in names], names)
        if len(columns) >= _FEWEST and "task" in columns and {"owners", "due", "status"} & set(columns):
            return (between, columns) if columns.count("") < 2 else None
    return None


def _cells(text: str, span: Span, between: re.Pattern[str]) -> list[Span]:
    words, start, cells = span.of(text), 0, []
    for gap in between.finditer(words):
        cells.append(Span(span.start + start, span.start + gap.start()))
        start = gap.end()
    return [*cells, Span(span.start + start, span.end)]
