"""CX2, for NDEx and the Cytoscape desktop: declared attributes, colours and shapes by kind."""

from __future__ import annotations

import json as plain_json
from collections.abc import Iterator
from typing import BinaryIO

from kg.exports.base import TYPES, Format, Sheet
from kg.exports.jsons import WRITERS, about, members
from kg.exports.rows import columns, encoded, rows, separated
from kg.exports.text import json
from kg.graphs.kinds import Kind
from kg.graphs.kinds import kind as look_of
from kg.graphs.network import Field

_TYPES = TYPES | {"list": "list_of_string"}
_NODE_KEYS = (Field("name", "string"), Field("iri", "string"), Field("kind", "string"))
_EDGE_KEYS = (Field("interaction", "string"), Field("weight", "double"))
_SHAPES = {
    "circle": "ellipse",
    "square": "round-rectangle",
    "diamond": "diamond",
    "triangle": "triangle",
    "hexagon": "hexagon",
}


def write(sheet: Sheet, out: BinaryIO) -> None:
    """The network as CX2."""
    parts = encoded(
        _head(sheet), '{"nodes":[\n', separated(_nodes(sheet)), ']},\n{"edges":[\n', separated(_edges(sheet)), "]},\n", _tail(sheet)
    )  # fmt: skip
    out.writelines(parts)


def _head(sheet: Sheet) -> str:
    counted = {"attributeDeclarations": 1, "networkAttributes": 1, "nodes": len(sheet.nodes), "visualProperties": 1}
    aspects = [{"name": name, "elementCount": count} for name, count in counted.items()] + [{"name": "edges"}]
    declared = {
        "networkAttributes": {name: {"d": "string"} for name in plain_json.loads(f"{{{about(sheet)}}}")},
        "nodes": _declared((*_NODE_KEYS, *sheet.node_fields)),
        "edges": _declared((*_EDGE_KEYS, *sheet.edge_fields)),
    }
    return (
        f'[{{"CXVersion":"2.0","hasFragments":false}},\n{{"metaData":{plain_json.dumps(aspects)}}},\n'
        f'{{"attributeDeclarations":[{plain_json.dumps(declared)}]}},\n{{"networkAttributes":[{{{about(sheet)}}}]}},\n'
    )


def _declared(fields: tuple[Field, ...]) -> dict[str, dict[str, str]]:
    return {field.name: {"d": _TYPES[field.type]} for field in fields}


def _nodes(sheet: Sheet) -> Iterator[str]:
    pieces = columns("number label id kind", json) + members(sheet.node_fields)
    values = "%s" * len(sheet.node_fields)
    return rows(sheet.nodes, f'{{"id":%s,"v":{{"name":%s,"iri":%s,"kind":%s{values}}}}},\n', pieces)


def _edges(sheet: Sheet) -> Iterator[str]:
    ends = sheet.ends(lambda place, _: str(place))
    pieces = columns("number source target kind weight", json, ends=ends, writers=WRITERS) + members(sheet.edge_fields)
    values = "%s" * len(sheet.edge_fields)
    return rows(sheet.edges, f'{{"id":%s,"s":%s,"t":%s,"v":{{"interaction":%s,"weight":%s{values}}}}},\n', pieces)


def _tail(sheet: Sheet) -> str:
    looks = [look_of(name) for name in sorted({node.kind for node in sheet.nodes})]
    style = {
        "default": {
            "node": {"NODE_SHAPE": "ellipse", "NODE_WIDTH": 35, "NODE_HEIGHT": 35, "NODE_BACKGROUND_COLOR": "#8A8F98"},
            "edge": {"EDGE_WIDTH": 1, "EDGE_LINE_COLOR": "#9A9A9A", **({"EDGE_TARGET_ARROW_SHAPE": "triangle"} if sheet.directed else {})},
        },
        "nodeMapping": {
            "NODE_LABEL": {"type": "PASSTHROUGH", "definition": {"attribute": "name", "type": "string"}},
            "NODE_BACKGROUND_COLOR": _by_kind(looks, [look.colour.upper() for look in looks]),
            "NODE_SHAPE": _by_kind(looks, [_SHAPES[look.shape] for look in looks]),
        },
        "edgeMapping": {},
    }  # fmt: skip
    return f'{{"visualProperties":[{plain_json.dumps(style)}]}},\n{{"status":[{{"success":true,"error":""}}]}}]\n'


def _by_kind(looks: list[Kind], values: list[str]) -> dict[str, object]:
    mapped = [{"v": look.name, "vp": value} for look, value in zip(looks, values, strict=True)]
    return {"type": "DISCRETE", "definition": {"attribute": "kind", "type": "string", "map": mapped}}


FORMAT = Format("cx2", "NDEx and the Cytoscape desktop, with colours and shapes", ".cx2", "application/vnd.cx2+json",
                {"graph.cx2": write})  # fmt: skip
