"""A projection of a store as a network.

Comes in: a view, a Projection and a Slice.  Goes out: a Network.  The one idea: the nodes are those that the edges of
the slice end in, so the edges are found first; where they are streamed, they are found again when they are written.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from pyoxigraph import NamedNode, QuerySolutions

from kg.errors import NotFound, QueryError
from kg.graphs.facts import STANDARD, as_value, day_of, gathered, getters, rows, solutions, streamed
from kg.graphs.kinds import kinds
from kg.graphs.network import Edge, Field, Network, Node, Spell, Value
from kg.graphs.projections import Projection
from kg.graphs.slices import Slice, around
from kg.graphs.things import Thing, things
from kg.profiles import find as named
from kg.store.base import View

NODE_FIELDS = (Field("first", "date"), Field("last", "date"), Field("links", "integer"))
_BELONGS = """SELECT DISTINCT ?part WHERE {{ VALUES ?body {{ {bodies} }}
  ?part org:postIn|org:memberOf|dcterms:isPartOf|org:subOrganizationOf|(org:holds/org:postIn) ?body }}"""


class Stream:
    """Edges that are found anew each time they are read."""

    def __init__(self, read: Callable[[], Iterator[Edge]]) -> None:
        self._read = read

    def __iter__(self) -> Iterator[Edge]:
        return self._read()


@dataclass(slots=True)
class _Seen:
    """What the facts tell of a node: its links, first and last day, and the values of its own fields."""

    links: int = 0
    first: date | None = None
    last: date | None = None
    values: tuple[Value, ...] = ()

    def on(self, first: date, last: date) -> None:
        self.first = first if self.first is None else min(self.first, first)
        self.last = last if self.last is None else max(self.last, last)


def focus(view: View, name: str) -> frozenset[str]:
    """The things that a name means, with the posts, people and units of a body; raises :class:`kg.errors.NotFound`."""
    found = named(view, name)
    parts = view.query(_BELONGS.format(bodies=" ".join(str(NamedNode(iri)) for iri in found)))
    within = (
        (row[0].value for row in parts if isinstance(row[0], NamedNode)) if isinstance(parts, QuerySolutions) else ()
    )
    return frozenset(found) | frozenset(within)


def project(view: View, projection: Projection, part: Slice | None = None) -> Network:
    """The projection, or a part of it, as a network; raises :class:`kg.errors.QueryError` where it needs a focus."""
    part = part or Slice()
    _check(projection, part)
    edges = _edges(view, projection, part)
    seen = _seen(edges)
    if projection.node_query and not part.of_edges:
        _alone(view, projection, part, seen)
    told = things(view, seen)
    if part.kinds:
        told = {iri: thing for iri, thing in told.items() if thing.kind in part.kinds}
        edges = _kept(edges, told)
        seen = _seen(edges) if part.of_edges else _of_kinds(_seen(edges), seen, told)
    if projection.node_query and projection.node_fields:
        _values(view, projection, seen)
    return Network(
        name=projection.name,
        title=projection.title,
        directed=projection.directed,
        nodes=[_node(iri, told[iri], seen[iri], projection) for iri in sorted(seen)],
        edges=edges,
        node_fields=NODE_FIELDS + projection.node_fields,
        edge_fields=STANDARD + projection.edge_fields,
        description=projection.words,
    )


def _check(projection: Projection, part: Slice) -> None:
    if projection.needs_focus and not part.focus:
        raise QueryError(f"of projection {projection.name}", "is drawn around one thing; name it with --focus (focus=)")
    for kind in sorted(part.kinds):
        if kind not in kinds():
            raise NotFound("kind of node", kind, kinds())


def _edges(view: View, projection: Projection, part: Slice) -> Iterable[Edge]:
    edges: Iterable[Edge]
    if projection.each == "row":  # noqa: SIM108 - one line would be too long
        edges = Stream(lambda: streamed(rows(view, projection, part)))
    else:
        edges = gathered(rows(view, projection, part), projection)
    if part.min_weight > 0:
        edges = _where(edges, lambda edge: edge.weight >= part.min_weight)
    if part.focus:
        edges = _kept(edges, around(edges, part.focus, part.depth))
    return edges


def _where(edges: Iterable[Edge], keep: Callable[[Edge], bool]) -> Iterable[Edge]:
    if isinstance(edges, Stream):
        return Stream(lambda: filter(keep, edges))
    return [edge for edge in edges if keep(edge)]


def _kept(edges: Iterable[Edge], ends: Collection[str]) -> Iterable[Edge]:
    return _where(edges, lambda edge: edge.source in ends and edge.target in ends)


def _seen(edges: Iterable[Edge]) -> dict[str, _Seen]:
    seen: dict[str, _Seen] = {}
    for edge in edges:
        for iri in dict.fromkeys(edge[:2]):
            node = seen.get(iri) or seen.setdefault(iri, _Seen())
            node.links += 1
            if edge.spells:
                node.on(edge.spells[0].first, edge.spells[-1].last)
    return seen


def _of_kinds(linked: dict[str, _Seen], before: dict[str, _Seen], told: dict[str, Thing]) -> dict[str, _Seen]:
    """The nodes of the wanted kinds; one whose neighbours are all of other kinds stands alone."""
    return {iri: linked.get(iri) or replace(before[iri], links=0) for iri in before if iri in told}


def _alone(view: View, projection: Projection, part: Slice, seen: dict[str, _Seen]) -> None:
    """The nodes that no edge ends in, where they belong to the time of the slice."""
    found = solutions(view, projection.name, projection.node_query or "", ("id",))
    read_id, read_day = getters(found, ("id", "day"))
    for row in found:
        iri, day = read_id(row), day_of(read_day(row))
        if isinstance(iri, NamedNode) and part.at(day):
            node = seen.setdefault(iri.value, _Seen())
            if day is not None:
                node.on(day, day)


def _values(view: View, projection: Projection, seen: dict[str, _Seen]) -> None:
    found = solutions(view, projection.name, projection.node_query or "", ("id",))
    read_id, *reads = getters(found, ("id", *(field.name for field in projection.node_fields)))
    writes = [as_value(field.type) for field in projection.node_fields]
    for row in found:
        iri = read_id(row)
        node = seen.get(iri.value) if isinstance(iri, NamedNode) else None
        if node is not None and not node.values:
            node.values = tuple(write(read(row)) for read, write in zip(reads, writes, strict=True))


def _node(iri: str, thing: Thing, seen: _Seen, projection: Projection) -> Node:
    own = seen.values or (None,) * len(projection.node_fields)
    spells = (Spell(seen.first, seen.last),) if seen.first and seen.last else ()
    return Node(iri, thing.label, thing.kind, (seen.first, seen.last, seen.links, *own), spells)
