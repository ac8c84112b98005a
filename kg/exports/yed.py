"""GraphML as yEd reads it: names, shapes, colours and places; the attributes are those of plain GraphML."""

from __future__ import annotations

from functools import cache
from typing import BinaryIO

from kg.exports import graphml
from kg.exports.base import Format, Sheet
from kg.exports.labels import width
from kg.exports.layout import Point
from kg.exports.rows import Piece, encoded
from kg.exports.scene import MOST_EDGES, MOST_NODES, placed
from kg.exports.text import xml
from kg.graphs.kinds import kind as look_of

_SHAPES = {
    "circle": "ellipse",
    "square": "roundrectangle",
    "diamond": "diamond",
    "triangle": "triangle",
    "hexagon": "hexagon",
}
_KEYS = (
    '<key id="n_graphics" for="node" yfiles.type="nodegraphics"/>\n'
    '<key id="e_graphics" for="edge" yfiles.type="edgegraphics"/>\n'
)


def write(sheet: Sheet, out: BinaryIO) -> None:
    """The network as GraphML for yEd; only one that is small enough to be laid out has its nodes in their places."""
    edges = sheet.edges if isinstance(sheet.edges, list | tuple) else None
    small = edges is not None and len(sheet.nodes) <= MOST_NODES and len(edges) <= MOST_EDGES
    points = placed(sheet, edges) if small and edges is not None else [_on_a_grid(n) for n in range(len(sheet.nodes))]
    drawn = '<data key="n_graphics"><y:ShapeNode><y:Geometry %s/>%s<y:NodeLabel>%s</y:NodeLabel>%s</y:ShapeNode></data>'
    pieces = (
        Piece("number", lambda number: _geometry(points[number], sheet.nodes[number].label)),
        Piece("kind", _fill),
        Piece("label", xml),
        Piece("kind", _shape),
    )
    arrow = "standard" if sheet.directed else "none"
    joined = (
        '<data key="e_graphics"><y:PolyLineEdge><y:LineStyle color="#8b95a1" width="1.5"/><y:Arrows source="none" '
        f'target="{arrow}"/><y:EdgeLabel>%s</y:EdgeLabel></y:PolyLineEdge></data>'
    )
    head = (
        '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns" '
        f'xmlns:y="http://www.yworks.com/xml/graphml">\n{_KEYS}{graphml.keys(sheet)}{graphml.opened(sheet)}'
    )
    out.writelines(
        encoded(
            head,
            graphml.nodes(sheet, drawn, pieces),
            graphml.edges(sheet, joined, (Piece("kind", xml),)),
            "</graph>\n</graphml>\n",
        )
    )


def _on_a_grid(number: int) -> Point:
    return (number % 60) * 180.0, (number // 60) * 80.0


def _geometry(point: Point, label: str) -> str:
    wide = min(max(60.0, width(label, 12) + 16), 400.0)
    return f'x="{1.6 * point[0] - wide / 2:.1f}" y="{point[1] - 20:.1f}" width="{wide:.1f}" height="40.0"'


@cache
def _fill(kind: str) -> str:
    return f'<y:Fill color="{look_of(kind).colour}66" transparent="false"/>'


@cache
def _shape(kind: str) -> str:
    return f'<y:Shape type="{_SHAPES[look_of(kind).shape]}"/>'


FORMAT = Format("graphml-yed", "yEd: with names, shapes and places", ".yed.graphml", "application/graphml+xml",
                {"graph.yed.graphml": write})  # fmt: skip
