"""Cytoscape.js JSON, for pages with Cytoscape.js and for the Cytoscape desktop."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from typing import BinaryIO

from kg.exports.base import Format, Sheet
from kg.exports.jsons import WRITERS, about, members
from kg.exports.rows import columns, encoded, rows, separated
from kg.exports.text import clean, json


def write(sheet: Sheet, out: BinaryIO) -> None:
    """The network as Cytoscape.js JSON."""
    head = (
        f'{{"format_version":"1.0","generated_by":"Inspectorate KG","data":{{{about(sheet)}}},"elements":{{"nodes":[\n'
    )
    out.writelines(encoded(head, separated(_nodes(sheet)), '\n],"edges":[\n', separated(_edges(sheet)), "\n]}}\n"))


def _nodes(sheet: Sheet) -> Iterator[str]:
    pieces = columns("id label label kind", json) + members(sheet.node_fields)
    values = "%s" * len(sheet.node_fields)
    return rows(sheet.nodes, f'{{"data":{{"id":%s,"label":%s,"name":%s,"kind":%s{values}}}}},\n', pieces)


def _edges(sheet: Sheet) -> Iterator[str]:
    ends = sheet.ends(lambda _, node: json(node.id))
    pieces = columns("number source target kind kind weight", json, ends=ends, writers=WRITERS) + members(
        sheet.edge_fields
    )
    values = "%s" * len(sheet.edge_fields)
    template = '{"data":{"id":"%s%%s","source":%%s,"target":%%s,"interaction":%%s,"kind":%%s,"weight":%%s%s}},\n'
    return rows(sheet.edges, template % (_prefix(sheet), values), pieces)


def _prefix(sheet: Sheet) -> str:
    """What the ids of edges begin with, so that none is the id of a node."""
    ids = {clean(node.id) for node in sheet.nodes}
    return next(start for start in ("e" * times for times in count(1)) if not any(_numbered(id_, start) for id_ in ids))


def _numbered(id_: str, start: str) -> bool:
    return id_.startswith(start) and id_[len(start) :].isdecimal()


FORMAT = Format("cyjs", "Cytoscape.js and the Cytoscape desktop", ".cyjs", "application/vnd.cytoscape.cyjs+json",
                {"graph.cyjs": write})  # fmt: skip
