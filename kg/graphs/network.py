"""What a graph for other tools is made of: nodes, edges, and the fields that they carry.

Comes in: nothing.  Goes out: types.  The one idea: a network declares its fields first and then streams, so that a
writer needs no second look; only the nodes are few enough to be kept.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal, NamedTuple

Value = str | int | float | bool | date | tuple[str, ...] | None
FieldType = Literal["string", "integer", "double", "boolean", "date", "list"]
FIELD_TYPES: tuple[FieldType, ...] = ("string", "integer", "double", "boolean", "date", "list")


class Field(NamedTuple):
    """A named value that nodes or edges carry, and its type; ``list`` is a list of texts."""

    name: str
    type: FieldType


class Spell(NamedTuple):
    """A stretch of days, both included."""

    first: date
    last: date


class Node(NamedTuple):
    """A thing; ``values`` stand in the order of the network's ``node_fields``."""

    id: str
    label: str
    kind: str
    values: tuple[Value, ...] = ()
    spells: tuple[Spell, ...] = ()


class Edge(NamedTuple):
    """What joins two nodes; ``values`` stand in the order of the network's ``edge_fields``."""

    source: str
    target: str
    kind: str
    weight: float = 1
    values: tuple[Value, ...] = ()
    spells: tuple[Spell, ...] = ()


@dataclass(frozen=True, slots=True)
class Network:
    """Nodes and edges with what they mean; ``edges`` may be a stream, to be read after ``nodes``."""

    name: str
    title: str
    directed: bool
    nodes: Iterable[Node]
    edges: Iterable[Edge]
    node_fields: tuple[Field, ...] = ()
    edge_fields: tuple[Field, ...] = ()
    description: str = ""

    def loaded(self) -> Network:
        """The same network with its nodes and edges at hand, to be read more than once."""
        return replace(self, nodes=tuple(self.nodes), edges=tuple(self.edges))


RESERVED = frozenset(
    {"id", "label", "kind", "source", "target", "weight", "name", "parent", "key", "pid", "spells", "start", "end"}
    | {"interaction", "viz", "type", "for", "directed", "graphics", "ID", "LABEL", "shape", "color", "colour"}
)


def field_name(name: str) -> str:
    """A name that no format takes for one of its own.

    >>> field_name("due_by"), field_name("parent"), field_name("How many?")
    ('due_by', 'parent_', 'How_many')
    """
    plain = "".join(letter if letter.isalnum() and letter.isascii() else "_" for letter in name).strip("_") or "field"
    started = plain if plain[0].isalpha() else f"f_{plain}"
    return f"{started}_" if started in RESERVED else started
