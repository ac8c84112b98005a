"""Networks for networkx, and networks of whatever somebody else made.

Comes in: a Network, a networkx graph, or rows.  Goes out: a networkx graph, or a Network.  The one idea: the values
decide the type of a field; a field whose values are of several types is text.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from kg.errors import QueryError
from kg.graphs.network import Edge, Field, FieldType, Network, Node, Value, field_name

if TYPE_CHECKING:
    import networkx as nx

_LARGEST = 2**63


def to_networkx(network: Network) -> nx.MultiGraph[str] | nx.MultiDiGraph[str]:
    """The network as a multigraph; what is not told (``None``) is left out of the attributes."""
    import networkx as nx

    graph: nx.MultiGraph[str] = nx.MultiDiGraph() if network.directed else nx.MultiGraph()
    graph.graph.update(name=network.name, title=network.title)
    for node in network.nodes:
        graph.add_node(node.id, label=node.label, kind=node.kind, **_told(network.node_fields, node.values))
    for edge in network.edges:
        told = _told(network.edge_fields, edge.values)
        graph.add_edge(edge.source, edge.target, kind=edge.kind, weight=edge.weight, **told)
    return graph


def _told(fields: Sequence[Field], values: Sequence[Value]) -> dict[str, Value]:
    return {field.name: value for field, value in zip(fields, values, strict=False) if value is not None}


def of_networkx(graph: nx.Graph[Any], name: str = "graph") -> Network:
    """A networkx graph as a network: ``label``, ``kind`` and ``weight`` are taken for what they are called."""
    nodes = [(str(node), dict(told)) for node, told in graph.nodes(data=True)]
    edges = [(str(one), str(other), dict(told)) for one, other, told in graph.edges(data=True)]
    return of_things(nodes, edges, directed=graph.is_directed(), name=name)


def of_things(
    nodes: Iterable[tuple[str, Mapping[str, object]]],
    edges: Iterable[tuple[str, str, Mapping[str, object]]],
    *,
    directed: bool = True,
    name: str = "graph",
) -> Network:
    """Nodes and edges with attributes of any kind as a network; an end that is no node yet becomes one."""
    told_nodes, told_edges = dict(nodes), list(edges)
    for one, other, _ in told_edges:
        told_nodes.setdefault(one, {})
        told_nodes.setdefault(other, {})
    node_names, node_fields = _fields(told_nodes.values(), ("label", "kind"))
    edge_names, edge_fields = _fields((told for _, _, told in told_edges), ("kind", "weight"))
    return Network(
        name=name,
        title=name,
        directed=directed,
        nodes=[
            Node(
                id_,
                str(told.get("label") or id_),
                str(told.get("kind") or "thing"),
                _row(told, node_names, node_fields),
            )
            for id_, told in told_nodes.items()
        ],
        edges=[
            Edge(one, other, str(told.get("kind") or ""), _weight(told), _row(told, edge_names, edge_fields))
            for one, other, told in told_edges
        ],
        node_fields=node_fields,
        edge_fields=edge_fields,
    )


def _weight(told: Mapping[str, object]) -> float:
    weight = told.get("weight")
    if weight is None:
        return 1
    if isinstance(weight, bool) or not isinstance(weight, int | float):
        raise QueryError("weight", f"should be a number, not {weight!r}")
    return weight


def _fields(everything: Iterable[Mapping[str, object]], apart: Sequence[str]) -> tuple[list[str], tuple[Field, ...]]:
    types: dict[str, set[FieldType]] = {}
    for told in everything:
        for name, value in told.items():
            if name not in apart and value is not None:
                types.setdefault(str(name), set()).add(_type(value))
    fields: list[Field] = []
    for name, found in types.items():
        written, number = field_name(name), 1
        while written in {field.name for field in fields}:
            number += 1
            written = f"{field_name(name)}_{number}"
        fields.append(Field(written, _common(found)))
    return list(types), tuple(fields)


def _type(value: object) -> FieldType:
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, int):
        return "integer" if -_LARGEST <= value < _LARGEST else "string"
    if isinstance(value, float):
        return "double"
    if isinstance(value, date) and not isinstance(value, datetime):
        return "date"
    return "list" if isinstance(value, list | tuple | set | frozenset) else "string"


def _common(types: set[FieldType]) -> FieldType:
    if types == {"integer", "double"}:
        return "double"
    return next(iter(types)) if len(types) == 1 else "string"


def _row(told: Mapping[str, object], names: Sequence[str], fields: Sequence[Field]) -> tuple[Value, ...]:
    return tuple(_value(told.get(name), field.type) for name, field in zip(names, fields, strict=True))


def _value(value: object, type_: FieldType) -> Value:
    if value is None:
        return None
    if type_ == "list" and isinstance(value, list | tuple | set | frozenset):
        items = sorted(value, key=str) if isinstance(value, set | frozenset) else value
        return tuple(_text(item) for item in items)
    if type_ == "string":
        return _text(value)
    return float(value) if type_ == "double" and isinstance(value, int | float) else value  # type: ignore[return-value]


def _text(value: object) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, datetime | date):
        return value.isoformat()
    return json.dumps(value, ensure_ascii=False, default=str) if isinstance(value, dict | list | tuple) else str(value)
