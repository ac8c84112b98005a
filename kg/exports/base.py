"""What every format is given, and what a format is.

Comes in: a Network.  Goes out: a Sheet, the same network made ready to be written.  The one idea: the hard cases (odd
characters, empty and doubled names, fields that a format takes for its own) are settled once, before any writer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import BinaryIO, NamedTuple

from kg.errors import ExportError
from kg.exports.text import clean
from kg.graphs.network import Edge, Field, FieldType, Network, Node, field_name
from kg.graphs.things import one_line

#: What most formats call the types of fields; how they call a list differs.
TYPES: dict[FieldType, str] = {
    "string": "string",
    "integer": "long",
    "double": "double",
    "boolean": "boolean",
    "date": "string",
}
Writer = Callable[["Sheet", BinaryIO], None]
LISTED = " | "  # between the items of a list, where a format has no lists


class Quote(NamedTuple):
    """The very words of a document, and which document that is."""

    text: str
    source: str


Words = Mapping[str, Quote]


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its name, what it is good for, the ending of its files, its media type, and its files.

    A format of several files is written as a zip archive or into a folder.  One that is ``worded`` shows quotes.
    """

    name: str
    words: str
    suffix: str
    media: str
    files: Mapping[str, Writer]
    worded: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """A network made ready: names on one line, ids and fields that are unique, the place of each node by its id."""

    name: str
    title: str
    description: str
    directed: bool
    nodes: tuple[Node, ...]
    edges: Iterable[Edge]
    node_fields: tuple[Field, ...]
    edge_fields: tuple[Field, ...]
    words: Words = field(default_factory=dict)

    @property
    def dated(self) -> bool:
        """Is it told when its nodes or edges were there?"""
        return any(node.spells for node in self.nodes) or any(edge.spells for edge in _kept(self.edges))

    def ends(self, write: Callable[[int, Node], str]) -> Callable[[str], str]:
        """What writes the ends of edges; one that is no node raises :class:`kg.errors.ExportError`."""
        return _Ends((node.id, write(place, node)) for place, node in enumerate(self.nodes)).__getitem__


class _Ends(dict[str, str]):
    def __missing__(self, id_: str) -> str:
        raise ExportError("edges", f"one ends in {id_!r}, which is no node")


def sheet(network: Network, words: Words | None = None) -> Sheet:
    """The network ready to be written; two nodes of one id raise :class:`kg.errors.ExportError`."""
    edges = tuple(network.edges) if isinstance(network.edges, Iterator) else network.edges
    return Sheet(
        name=one_line(network.name) or "graph",
        title=one_line(network.title) or one_line(network.name) or "graph",
        description=clean(network.description),
        directed=network.directed,
        nodes=_nodes(network),
        edges=edges,
        node_fields=_named(network.node_fields),
        edge_fields=_named(network.edge_fields),
        words=words or {},
    )


def _nodes(network: Network) -> tuple[Node, ...]:
    nodes, seen = [], set[str]()
    for node in network.nodes:
        shown = clean(node.id)
        if shown in seen:
            raise ExportError(network.name, f"two nodes have the id {shown!r}")
        seen.add(shown)
        nodes.append(node._replace(label=one_line(node.label) or one_line(node.id) or "?", kind=one_line(node.kind)))
    return tuple(nodes)


def _named(fields: Iterable[Field]) -> tuple[Field, ...]:
    """The fields under names that no format takes for its own and that differ in more than case."""
    named: dict[str, Field] = {}
    for declared in fields:
        plain = name = field_name(declared.name)
        number = 1
        while name.lower() in named:
            number += 1
            name = f"{plain}_{number}"
        named[name.lower()] = Field(name, declared.type)
    return tuple(named.values())


def _kept(edges: Iterable[Edge]) -> Iterable[Edge]:
    return edges if isinstance(edges, list | tuple) else ()
