"""Pajek: numbered vertices with their names, arcs or edges with their weight and kind; it holds no other attributes.

The format has no way to write a double quote or a line end within a name; a double quote becomes a single one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import BinaryIO

from kg.exports.base import Format, Sheet
from kg.exports.rows import Piece, Writers, columns, encoded, rows
from kg.exports.text import finite
from kg.graphs.kinds import kind as look_of
from kg.graphs.network import Node
from kg.graphs.things import one_line

_SHAPES = {"circle": "ellipse", "square": "box", "diamond": "diamond", "triangle": "triangle", "hexagon": "diamond"}
WRITERS: Writers = {"double": finite}


def _named(text: str) -> str:
    """The text in quotes; one that ends in a backslash gets a blank, for readers that take ``\\\\"`` for a quote."""
    told = one_line(text).replace('"', "'")
    return f'"{told} "' if told.endswith("\\") else f'"{told}"'


def write(sheet: Sheet, out: BinaryIO) -> None:
    """The network as Pajek."""
    lines = "*Arcs\n" if sheet.directed else "*Edges\n"
    out.writelines(encoded(f"*Vertices {len(sheet.nodes)}\n", _nodes(sheet), lines, _edges(sheet)))


def _nodes(sheet: Sheet) -> Iterator[str]:
    pieces = [Piece("number", _place), Piece("label", _named), Piece("kind", _look)]
    return rows(_told_apart(sheet.nodes), "%s %s 0.0 0.0 %s\n", pieces)


def _told_apart(nodes: tuple[Node, ...]) -> Iterator[Node]:
    """The nodes with names that are unique: many readers know a vertex by nothing else."""
    seen: Counter[str] = Counter()
    for node in nodes:
        name = _named(node.label)
        while seen[name]:
            seen[name] += 1
            node = node._replace(label=f"{node.label} ({seen[name]})")  # noqa: PLW2901
            name = _named(node.label)
        seen[name] += 1
        yield node


def _edges(sheet: Sheet) -> Iterator[str]:
    ends = sheet.ends(lambda place, _: _place(place))
    pieces = columns("source target weight kind", _named, ends=ends, writers=WRITERS)
    return rows(sheet.edges, "%s %s %s l %s\n", pieces)


def _place(number: int) -> str:
    return str(number + 1)


@cache
def _look(name: str) -> str:
    return _SHAPES[look_of(name).shape]


FORMAT = Format("pajek", "Pajek, and igraph and R for bare structure: names and weights only", ".net", "text/x-pajek",
                {"graph.net": write})  # fmt: skip
