"""Tables of actions, as rows or as one paragraph a cell.

Comes in: the lines from a table's head on.  Goes out: an action a row.  The one idea: the heads of the columns tell what the cells hold.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import takewhile

from kg.model import ActionLine, BlockKind, Span
from kg.patterns import expression
from kg.structure.actions.found import Actions, State
from kg.structure.actions.owners import owner
from kg.structure.actions.parts import is_due
from kg.structure.lines import Line, trimmed
from kg.structure.statuses import opening_status
from kg.structure.words import ACTION_COLUMNS

_NUMBER = expression(r"(?:[A-Za-z]{0,4}[ .-]?\d{1,4}(?:[./]\d{1,3})*[.):]?|[-–—]?)")


def begins_column(line: Line, lines: list[Line], at: int) -> bool:
    """Does a table begin here whose cells were read as one paragraph each: two or more column heads in a row?"""
    if ACTION_COLUMNS.get(line.key) is None or line.size > 3 or line.words.endswith(":") or at + 2 >= len(lines):
        return False
    return lines[at + 1].key in ACTION_COLUMNS and not lines[at + 1].words.endswith(":") and lines[at + 1].size <= 3


def told_apart(columns: list[str], names: list[str]) -> list[str]:
    """The columns, where "By" behind "Owner" or "Who" is by when.

    >>> told_apart(["task", "owners", "owners"], ["action", "owner", "by"])
    ['task', 'owners', 'due']
    """
    if columns.count("owners") != 2 or "due" in columns:
        return columns
    return ["due" if name == "by" else column for column, name in zip(columns, names, strict=True)]


def read_table(text: str, lines: list[Line], at: int, state: State, actions: Actions) -> int:
    if lines[at].kind is BlockKind.ROW:
        return _rows(text, lines, at, state, actions)
    columns: list[str] = []
    while (
        at + len(columns) < len(lines)
        and (kind := ACTION_COLUMNS.get(lines[at + len(columns)].key))
        and lines[at + len(columns)].size <= 3
    ):
        columns.append(kind)
    if "task" not in columns:
        return at
    columns = told_apart(columns, [line.key for line in lines[at : at + len(columns)]])
    start = at + len(columns)
    end = start
    while end + len(columns) <= len(lines) and _is_row(lines[end : end + len(columns)], columns):
        cells = [line.span for line in lines[end : end + len(columns)]]
        actions.found.append(row_action(text, columns, cells, state))
        end += len(columns)
    if end > start:
        actions.lines.update(range(at, end))
        return end
    return at


def _is_row(cells: list[Line], columns: list[str]) -> bool:
    """Do the paragraphs fit the columns?"""
    if any(cell.kind is BlockKind.HEADING or cell.kind is BlockKind.ROW for cell in cells):
        return False
    for cell, column in zip(cells, columns, strict=True):
        if column == "status" and not opening_status(cell.words) and cell.size > 40:
            return False
        if column == "task" and (
            cell.size < 3 or (cell.numbering.kind == "top" and cell.size < 8 and not owner(cell.words))
        ):
            return False
        if column in ("owners", "due") and cell.size > 12:
            return False
    status = [cell for cell, column in zip(cells, columns, strict=True) if column == "status"]
    return not status or opening_status(status[0].words) is not None or len(columns) > 2


def _rows(text: str, lines: list[Line], at: int, state: State, actions: Actions) -> int:
    stop = at
    while stop < len(lines) and lines[stop].kind is BlockKind.ROW:
        stop += 1
    names = [" ".join(cell.of(text).casefold().split()).strip(":* ") for cell in lines[at].cells]
    columns = told_apart([ACTION_COLUMNS.get(name, "") for name in names], names)
    if "task" not in columns or not {"owners", "due", "status"} & set(columns):
        return _headless(text, lines[at:stop], state, actions) if state.listing or state.earlier else at
    for line in lines[at + 1 : stop]:
        cells = list(line.cells)
        task = cells[columns.index("task")] if columns.index("task") < len(cells) else None
        if task and len(task):
            action = row_action(text, columns, cells, state)
            actions.found.append(replace(action, span=line.span))
    actions.lines.update(range(at, stop))
    return stop


def _headless(text: str, rows: list[Line], state: State, actions: Actions) -> int:
    """Rows below a heading on actions without a line of heads: what most cells of a column are tells what it holds."""
    at, width = rows[0].index, len(rows[0].cells)
    rows = list(takewhile(lambda row: len(row.cells) == width, rows))
    columns = _columns(text, rows, state)
    if columns.count("task") != 1 or columns.count("owners") != 1:
        return at
    for line in rows:
        if not len(line.cells[columns.index("task")]):
            continue
        action = row_action(text, columns, list(line.cells), state)
        actions.found.append(replace(action, span=line.span))
    actions.lines.update(line.index for line in rows)
    return rows[-1].index + 1


def _columns(text: str, rows: list[Line], state: State) -> list[str]:
    """What each column holds; of several that may be owners the shortest is, the longest of the others is the task."""
    cells = list(zip(*(row.cells for row in rows), strict=True))
    kinds = [Counter(_kind(text, cell, state) for cell in column) for column in cells]
    sizes = [sum(map(len, column)) for column in cells]
    columns = [kind.most_common(1)[0][0] for kind in kinds]
    owners = [k for k, kind in enumerate(kinds) if 2 * kind["owners"] > len(rows)]
    owned = min(owners, key=sizes.__getitem__, default=-1)
    free = [k for k, name in enumerate(columns) if name in {"task", "owners"} and k != owned]
    task = max(free, key=sizes.__getitem__, default=-1)
    return [
        "task" if k == task else "owners" if k == owned else "" if name in {"task", "owners"} else name
        for k, name in enumerate(columns)
    ]


def _kind(text: str, cell: Span, state: State) -> str:
    """What a cell holds: a number, owners, a term, a status, or else a task."""
    words = cell.of(text).strip()
    if _NUMBER.fullmatch(words):
        return ""
    if state.known.owners(words):
        return "owners"
    if is_due(text, cell):
        return "due"
    status = opening_status(words)
    return "status" if status and status.end >= len(words) - 1 else "task"


def row_action(text: str, columns: list[str], cells: list[Span], state: State) -> ActionLine:
    """The action of a row, whose cells stand under these columns."""
    by_kind: dict[str, Span] = {}
    for kind, cell in zip(columns, cells, strict=False):
        if len(cell) and kind:
            by_kind.setdefault(kind, cell)
    content = by_kind["task"]
    words = content.of(text)
    owned = owner(words)
    if owned and "owners" in by_kind and owned["who"] not in by_kind["owners"].of(text):
        owned = None  # "Invite the Aero Club to nominate a member", which the one of the next column is to do
    task = trimmed(text, Span(content.start + (owned.start("verb") if owned else 0), content.end))
    owners = by_kind.get("owners") or (Span(content.start, content.start + len(owned["who"])) if owned else None)
    status = opening_status(by_kind["status"].of(text)) if "status" in by_kind else None
    due = by_kind.get("due")
    if due is None and status and status.concept != "completed":  # "Ongoing, due 17 May"
        due = by_kind["status"]
    return ActionLine(content, task, owners, due, status.concept if status else None, state.earlier)
