"""GEXF 1.3, for Gephi: typed attributes, colours and sizes by kind, and the days of every node and edge.

The schema puts colour, size and shape into the namespace of the graph; many readers look for the prefix ``viz``.  Here
the prefix is bound to that very namespace, which suits both.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import BinaryIO

from kg.exports.base import TYPES, Format, Sheet
from kg.exports.rows import Piece, Writers, columns, days, encoded, fields, remembering, rows
from kg.exports.text import attribute, boolean, xml, xsd_double
from kg.graphs.kinds import kind as look_of
from kg.graphs.network import Field
from kg.version import __version__

_TYPES = TYPES | {"list": "liststring"}
_SLASH, _QUOTE = "\\", '"'
_SHAPES = {"circle": "disc", "square": "square", "diamond": "diamond", "triangle": "triangle", "hexagon": "disc"}


def _long(value: int) -> str:
    if not -(2**63) <= value < 2**63:
        raise ValueError(f"holds {value}, which has more than 64 bits; give it as text")
    return str(value)


def _item(text: str) -> str:
    if _SLASH in text or _QUOTE in text:
        text = text.replace(_SLASH, _SLASH * 2).replace(_QUOTE, _SLASH + _QUOTE)
    return f"&quot;{attribute(text)}&quot;"


WRITERS: Writers = {
    "string": attribute,
    "integer": _long,
    "double": xsd_double,
    "boolean": boolean,
    "date": str,
    "list": lambda items: f"[{', '.join(map(_item, items))}]",
}


def write(sheet: Sheet, out: BinaryIO) -> None:
    """The network as GEXF."""
    out.writelines(
        encoded(_head(sheet), _nodes(sheet), "</nodes>\n<edges>\n", _edges(sheet), "</edges>\n</graph>\n</gexf>\n")
    )


def _head(sheet: Sheet) -> str:
    way = "directed" if sheet.directed else "undirected"
    time = 'mode="dynamic" timeformat="date" timerepresentation="interval"' if sheet.dated else 'mode="static"'
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3" version="1.3">\n'
        f"<meta>\n<creator>Inspectorate KG {__version__}</creator>\n<keywords>{xml(sheet.title)}</keywords>\n"
        f"<description>{xml(sheet.description or sheet.title)}</description>\n</meta>\n"
        f'<graph defaultedgetype="{way}" {time}>\n'
        f"{_declared('node', sheet.node_fields)}{_declared('edge', sheet.edge_fields)}<nodes>\n"
    )


def _declared(part: str, declared: tuple[Field, ...]) -> str:
    lines = "".join(
        f'<attribute id="{name}" title="{name}" type="{_TYPES[type_]}"/>\n'
        for name, type_ in (Field("kind", "string"), *declared)
    )
    return f'<attributes class="{part}" mode="static">\n{lines}</attributes>\n'


def _value(field: Field, text: str) -> str:
    return f'<attvalue for="{field.name}" value="{text}"/>'


def _nodes(sheet: Sheet) -> Iterator[str]:
    pieces = [
        *columns("id label kind", attribute),
        *fields(sheet.node_fields, WRITERS, _value),
        Piece("spells", remembering(_spells)),
        Piece("kind", _look),
    ]
    values = "%s" * len(sheet.node_fields)
    template = f'<node id="%s" label="%s"><attvalues><attvalue for="kind" value="%s"/>{values}</attvalues>%s%s</node>\n'
    return rows(sheet.nodes, template, pieces)


def _edges(sheet: Sheet) -> Iterator[str]:
    ends = sheet.ends(lambda _, node: attribute(node.id))
    pieces = [
        *columns("number source target kind kind weight kind", attribute, ends=ends, writers=WRITERS),
        *fields(sheet.edge_fields, WRITERS, _value),
        Piece("spells", remembering(_spells)),
    ]
    values = "%s" * len(sheet.edge_fields)
    template = (
        '<edge id="%s" source="%s" target="%s" label="%s" kind="%s" weight="%s">'
        f'<attvalues><attvalue for="kind" value="%s"/>{values}</attvalues>%s</edge>\n'
    )
    return rows(sheet.edges, template, pieces)


def _spells(spells: tuple[()]) -> str:
    told = "".join(f'<spell start="{first}" end="{last}"/>' for first, last in days(spells))
    return f"<spells>{told}</spells>" if told else ""


@cache
def _look(name: str) -> str:
    look = look_of(name)
    red, green, blue = (int(look.colour[place : place + 2], 16) for place in (1, 3, 5))
    return (
        f'<viz:color r="{red}" g="{green}" b="{blue}"/><viz:size value="{10 * look.size:g}"/>'
        f'<viz:shape value="{_SHAPES[look.shape]}"/>'
    )


FORMAT = Format(
    "gexf", "Gephi, sigma, graphology: with a timeline, colours and sizes", ".gexf", "application/gexf+xml",
    {"graph.gexf": write},
)  # fmt: skip
