"""The cells of a table that was typed with tabs or bars.

Comes in: a line.  Goes out: where its cells lie.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.model import Block, BlockKind, Span
from kg.patterns import expression
from kg.readers.markers import marker

_TABS = expression(r"\t+")
_TAB = expression(r"\t")
_BAR = expression(r"(?<!\\)\|")


def is_typed_row(line: str) -> bool:
    """Could it be a row?  Two cells, or three where the first is a number: "1. <tab> Welcome" is a list item.

    >>> is_typed_row("Jane Doe\\tHome Office"), is_typed_row("1.\\tWelcome")
    (True, False)
    """
    if "\t" not in line and "|" not in line:
        return False
    return len(cell_spans(line)) >= (3 if marker(line) else 2)


def row_block(line: str, start: int, *, empty: bool) -> Block:
    """The line, which begins at ``start``, as a row."""
    cells = tuple(Span(start + first, start + last) for first, last in cell_spans(line, empty=empty))
    return Block(BlockKind.ROW, Span(start, start + len(line)), 0, cells)


def cell_spans(line: str, *, empty: bool = False) -> list[tuple[int, int]]:
    """Start and end of each cell, without the white space around it.

    Bars may stand at both ends and may hold empty cells; of several tabs in a row, each ends a cell only if ``empty``.

    >>> [("| Action | Owner |"[a:b]) for a, b in cell_spans("| Action | Owner |")]
    ['Action', 'Owner']
    """
    if "|" not in line:
        return list(_trimmed(line, _TAB if empty else _TABS))
    cells = list(_trimmed(line, _BAR))
    first = 1 if line.startswith("|") else 0
    last = len(cells) - 1 if line.endswith("|") and not line.endswith("\\|") else len(cells)
    return cells[first:last]


def _trimmed(line: str, separator: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    start = 0
    for end, after in [*((found.start(), found.end()) for found in separator.finditer(line)), (len(line), len(line))]:
        cell = line[start:end]
        words = cell.strip()
        begin = start + (cell.index(words) if words else 0)
        yield begin, begin + len(words)
        start = after
