"""GraphML with typed attributes, for igraph, R, networkx, Cytoscape and many more.

The schema allows no slash in an id, so that nodes are numbered; their ids stand in the attribute ``iri``.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from kg.exports.base import LISTED, TYPES, Format, Sheet
from kg.exports.rows import Piece, Writers, columns, encoded, fields, rows
from kg.exports.text import boolean, java_double, xml
from kg.graphs.network import Field

_TYPES = TYPES | {"list": "string"}


WRITERS: Writers = {
    "string": xml,
    "integer": str,
    "double": java_double,
    "boolean": boolean,
    "date": str,
    "list": lambda items: xml(LISTED.join(items)),
}
NODE_KEYS = (Field("label", "string"), Field("kind", "string"), Field("iri", "string"))
EDGE_KEYS = (Field("kind", "string"), Field("weight", "double"))


def write(sheet: Sheet, out: BinaryIO) -> None:
    """The network as GraphML."""
    out.writelines(encoded(_head(sheet), nodes(sheet), edges(sheet), "</graph>\n</graphml>\n"))


def _head(sheet: Sheet) -> str:
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
        f"<desc>{xml(sheet.title)}\n{xml(sheet.description)}</desc>\n{keys(sheet)}{opened(sheet)}"
    )


def keys(sheet: Sheet) -> str:
    """The declarations of all attributes."""
    declared = (("node", (*NODE_KEYS, *sheet.node_fields)), ("edge", (*EDGE_KEYS, *sheet.edge_fields)))
    return "".join(
        f'<key id="{part[0]}_{name}" for="{part}" attr.name="{name}" attr.type="{_TYPES[type_]}"/>\n'
        for part, those in declared
        for name, type_ in those
    )


def opened(sheet: Sheet) -> str:
    """The beginning of the graph itself."""
    return f'<graph id="G" edgedefault="{"directed" if sheet.directed else "undirected"}">\n'


def nodes(sheet: Sheet, more: str = "", pieces: tuple[Piece, ...] = ()) -> Iterator[str]:
    """The nodes, with ``more`` (a template for ``pieces``) at the end of each."""
    own = columns("number label kind id", xml)
    told = fields(sheet.node_fields, WRITERS, lambda field, text: f'<data key="n_{field.name}">{text}</data>')
    template = (
        '<node id="n%s"><data key="n_label">%s</data><data key="n_kind">%s</data><data key="n_iri">%s</data>'
        f"{'%s' * len(sheet.node_fields)}{more}</node>\n"
    )
    return rows(sheet.nodes, template, [*own, *told, *pieces])


def edges(sheet: Sheet, more: str = "", pieces: tuple[Piece, ...] = ()) -> Iterator[str]:
    """The edges, with ``more`` at the end of each."""
    ends = sheet.ends(lambda place, _: f"n{place}")
    own = columns("number source target kind weight", xml, ends=ends, writers=WRITERS)
    told = fields(sheet.edge_fields, WRITERS, lambda field, text: f'<data key="e_{field.name}">{text}</data>')
    template = (
        '<edge id="e%s" source="%s" target="%s"><data key="e_kind">%s</data><data key="e_weight">%s</data>'
        f"{'%s' * len(sheet.edge_fields)}{more}</edge>\n"
    )
    return rows(sheet.edges, template, [*own, *told, *pieces])


FORMAT = Format(
    "graphml", "igraph, R, networkx, Cytoscape, Gephi: typed attributes", ".graphml", "application/graphml+xml",
    {"graph.graphml": write},
)  # fmt: skip
