"""JSON with a list of nodes and a list of edges: for D3, for networkx, for programs of one's own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from kg.exports.base import Format, Sheet
from kg.exports.jsons import WRITERS, about, members
from kg.exports.rows import columns, encoded, rows, separated
from kg.exports.text import boolean, json


def write(sheet: Sheet, out: BinaryIO) -> None:
    """The network as node-link JSON."""
    head = f'{{"directed":{boolean(sheet.directed)},"multigraph":true,"graph":{{{about(sheet)}}},"nodes":[\n'
    out.writelines(encoded(head, separated(_nodes(sheet)), '\n],"edges":[\n', separated(_edges(sheet)), "\n]}\n"))


def _nodes(sheet: Sheet) -> Iterator[str]:
    pieces = columns("id label kind", json) + members(sheet.node_fields)
    return rows(sheet.nodes, f'{{"id":%s,"label":%s,"kind":%s{"%s" * len(sheet.node_fields)}}},\n', pieces)


def _edges(sheet: Sheet) -> Iterator[str]:
    ends = sheet.ends(lambda _, node: json(node.id))
    pieces = columns("source target number kind weight", json, ends=ends, writers=WRITERS) + members(sheet.edge_fields)
    values = "%s" * len(sheet.edge_fields)
    return rows(sheet.edges, f'{{"source":%s,"target":%s,"key":%s,"kind":%s,"weight":%s{values}}},\n', pieces)


FORMAT = Format("json", "D3, networkx and programs of one's own: node-link JSON", ".json", "application/json",
                {"graph.json": write})  # fmt: skip
