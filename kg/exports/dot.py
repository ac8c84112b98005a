"""DOT, for Graphviz: every id and text in quotes, colours and shapes by kind."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import BinaryIO

from kg.exports.base import LISTED, Format, Sheet
from kg.exports.rows import Piece, Writers, columns, encoded, fields, rows
from kg.exports.text import boolean, clean, java_double
from kg.graphs.kinds import kind as look_of
from kg.graphs.network import Field

_SHAPES = {
    "circle": "ellipse",
    "square": "box",
    "diamond": "diamond",
    "triangle": "triangle",
    "hexagon": "hexagon",
}


def _quoted(text: str) -> str:
    """The text in quotes, so that no part of it is taken for an escape.

    >>> _quoted('say "hi"')
    '"say \\\\"hi\\\\""'
    """
    told = clean(text).replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{told}"'


def _number(value: float) -> str:
    """DOT's own numerals know no exponent; such a number stands in quotes."""
    told = java_double(value)
    return told if told.lstrip("-").replace(".", "", 1).isdecimal() else f'"{told}"'


WRITERS: Writers = {
    "string": _quoted,
    "integer": str,
    "double": _number,
    "boolean": boolean,
    "date": lambda day: f'"{day}"',
    "list": lambda items: _quoted(LISTED.join(items)),
}


def write(sheet: Sheet, out: BinaryIO) -> None:
    """The network as DOT."""
    way = "digraph" if sheet.directed else "graph"
    head = (
        f'{way} {_quoted(sheet.name)} {{\n  graph [label={_quoted(sheet.title)}, overlap="prism", splines="true"];\n'
        '  node [style="filled", fontname="Helvetica", fontcolor="black"];\n  edge [color="#9a9a9a"];\n'
    )
    out.writelines(encoded(head, _nodes(sheet), _edges(sheet), "}\n"))


def _nodes(sheet: Sheet) -> Iterator[str]:
    pieces = [*columns("id label kind", _quoted), Piece("kind", _look), *fields(sheet.node_fields, WRITERS, _entry)]
    return rows(sheet.nodes, f"  %s [label=%s, kind=%s%s{'%s' * len(sheet.node_fields)}];\n", pieces)


def _edges(sheet: Sheet) -> Iterator[str]:
    ends = sheet.ends(lambda _, node: _quoted(node.id))
    own = columns("source target kind kind weight", _quoted, ends=ends, writers=WRITERS)
    arrow = "->" if sheet.directed else "--"
    template = f"  %s {arrow} %s [kind=%s, tooltip=%s, weight=%s{'%s' * len(sheet.edge_fields)}];\n"
    return rows(sheet.edges, template, own + fields(sheet.edge_fields, WRITERS, _entry))


def _entry(field: Field, text: str) -> str:
    return f", {field.name}={text}"


@cache
def _look(name: str) -> str:
    look = look_of(name)
    return f', shape={_SHAPES[look.shape]}, fillcolor="{look.colour}66", color="{look.colour}"'


FORMAT = Format("dot", "Graphviz", ".dot", "text/vnd.graphviz", {"graph.dot": write})
