"""Plain lines -> blocks: what the line breaks, bullets and tabs of a text without markup mean.

Comes in: a text.  Goes out: blocks that point into it.  The one idea: a blank line always ends a block, a line break
does where :mod:`kg.readers.wrapping` says so, and what begins with a mark is a list item.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.model import Block, BlockKind, Span
from kg.patterns import expression
from kg.readers.markers import Marker, is_rule, marker
from kg.readers.rows import is_typed_row, row_block
from kg.readers.wrapping import Line, breaks_in, line_groups, wrap_width

_LINE_END = expression(r"\t*")
Stretch = tuple[Line, Line]  # the first and the last line of a block


def blocks_of(text: str) -> list[Block]:
    """The blocks of a text without markup, in order.

    A symbol that marks a list item is left out of its span, a number stays in it.  Lines without letter or digit are
    no block.
    """
    groups = list(line_groups(text))
    width = wrap_width(groups)
    blocks: list[Block] = []
    indents: list[int] = []  # of the list items so far, outermost first
    waiting: tuple[Marker, int] | None = None  # a bullet alone on its line marks the next block
    for part in (part for group in groups for part in _parts(text, group, width)):
        if isinstance(part, list):
            blocks += _rows(text, part)
            continue
        first, last = part
        mark = marker(first.text)
        if mark and mark.alone:
            waiting = mark, first.indent
        elif not is_rule(text[first.start + (mark.length if mark else 0) : last.end]):
            found = (mark, first.indent) if mark else waiting
            level = _level(found, indents)
            start = first.start + (mark.length if mark else 0)
            kind = BlockKind.ITEM if found else BlockKind.PARAGRAPH
            blocks.append(Block(kind, Span(start, last.end), level))
            waiting = None
    return blocks


def _level(found: tuple[Marker, int] | None, indents: list[int]) -> int:
    """The depth of an item: by its own mark ("1.2", "o"), or by how far it is indented below the one before."""
    if found is None:
        indents.clear()
        return 0
    mark, indent = found
    while indents and indents[-1] > indent:
        indents.pop()
    if not indents or indents[-1] < indent:
        indents.append(indent)
    return max(mark.level, len(indents))


def _parts(text: str, group: list[Line], width: int | None) -> Iterator[list[Line] | Stretch]:
    """A run of lines as stretches and tables (lists of lines); within a table a line may have words in its first cell alone."""
    breaks = breaks_in(group, width)
    tabular = [is_typed_row(line.text) or (at > 0 and _ends_empty(text, line)) for at, line in enumerate(group)]
    at = 0
    while at < len(group):
        stop = at
        while stop < len(group) and tabular[stop]:
            stop += 1
        if stop - at >= 2:
            yield group[at:stop]
        else:
            stop = at + 1
            while stop < len(group) and not breaks[stop - 1] and not all(tabular[stop : stop + 2]):
                stop += 1
            yield group[at], group[stop - 1]
        at = stop


def _ends_empty(text: str, line: Line) -> bool:
    """Do tabs stand behind its last word, before empty cells?"""
    return text[line.end : line.end + 1] == "\t"


def _rows(text: str, lines: list[Line]) -> Iterator[Block]:
    """The rows of a table; where all lines have as many tabs, those at their ends too, a tab beside a tab is an empty cell."""
    behind = (_LINE_END.match(text, line.end) for line in lines)
    tabs = {line.text.count("\t") + (len(match[0]) if match else 0) for line, match in zip(lines, behind, strict=True)}
    even = len(tabs) == 1 or len({line.text.count("\t") for line in lines}) == 1
    for line in lines:
        if not is_rule(line.text):
            yield row_block(line.text, line.start, empty=even)
