"""Tables with merged cells -> rows.

Comes in: cells with how many columns and rows they cover.  Goes out: row pieces.  The one idea: a merged cell says
its words once, at its top left; the other places that it covers are empty cells, so that columns stay columns.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from kg.model import BlockKind
from kg.readers.base import Piece, piece, row


class Cell(NamedTuple):
    """The words of a cell and how far it reaches."""

    text: str
    columns: int = 1
    rows: int = 1


def grid(rows: Iterable[Iterable[Cell]]) -> list[Piece]:
    """The rows of a table; a table of one column is layout, and its cells are paragraphs.

    >>> [part.cells for part in grid([[Cell("Present", rows=2), Cell("Jane")], [Cell("Joe")]])]
    [('Present', 'Jane'), ('', 'Joe')]
    """
    covered: dict[int, int] = {}  # column -> how many more rows a cell above covers there
    laid = [_laid(cells, covered) for cells in rows]
    width = max((max((at + 1 for at, cell in enumerate(cells) if cell), default=0) for cells in laid), default=0)
    if width < 2:
        return [piece(BlockKind.PARAGRAPH, cell) for cells in laid for cell in cells]
    return [row((cells + [""] * width)[:width]) for cells in laid]


def _laid(cells: Iterable[Cell], covered: dict[int, int]) -> list[str]:
    line: list[str] = []
    for cell in cells:
        _skip(line, covered)
        for column in range(len(line), len(line) + cell.columns):
            covered[column] = cell.rows - 1
        line += [cell.text, *[""] * (cell.columns - 1)]
    _skip(line, covered)
    return line


def _skip(line: list[str], covered: dict[int, int]) -> None:
    while covered.get(len(line), 0) > 0:
        covered[len(line)] -= 1
        line.append("")
