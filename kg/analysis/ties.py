"""The simple graph that is measured: each pair of things once, however many edges join it.

Comes in: a Network.  Goes out: Ties, and the same as a networkx graph of numbers.  The one idea: things are numbered in
the order of their IRIs and pairs sorted, so that nothing measured depends on the order in which the edges came.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from kg.errors import QueryError
from kg.graphs import Edge, Network, Node

if TYPE_CHECKING:
    import networkx as nx

Pair = tuple[int, int]


@dataclass(frozen=True, eq=False)
class Ties:
    """Who is joined to whom, how strongly: ``weights`` by the numbers of both ends, the lower first where undirected.

    ``edges`` counts what the projection drew, ``loops`` those of them that join a thing to itself; they are no ties.
    """

    nodes: tuple[Node, ...]
    directed: bool
    weights: Mapping[Pair, float]
    edges: int
    loops: int

    def __len__(self) -> int:
        return len(self.nodes)

    @cached_property
    def undirected(self) -> Ties:
        """The same without directions: what goes both ways is one tie of both weights."""
        if not self.directed:
            return self
        return Ties(self.nodes, False, _added(self.weights.items(), directed=False), self.edges, self.loops)

    @cached_property
    def graph(self) -> nx.Graph[int]:
        """The ties for networkx: numbers as nodes, ``weight`` on the edges."""
        import networkx as nx

        graph: nx.Graph[int] = nx.DiGraph() if self.directed else nx.Graph()
        graph.add_nodes_from(range(len(self)))
        graph.add_weighted_edges_from((one, other, weight) for (one, other), weight in self.weights.items())
        return graph


def ties(network: Network) -> Ties:
    """The ties of a network; raises :class:`kg.errors.QueryError` for a weight below nought, which measures nothing."""
    nodes = tuple(sorted(network.nodes, key=lambda node: node.id))
    number = {node.id: place for place, node in enumerate(nodes)}
    edges = loops = 0
    drawn: dict[Pair, float] = {}
    for edge in network.edges:
        edges += 1
        pair = number[edge.source], number[edge.target]
        loops += pair[0] == pair[1]
        drawn[pair] = drawn.get(pair, 0) + _weight(edge)
    return Ties(nodes, network.directed, _added(drawn.items(), directed=network.directed), edges, loops)


def _weight(edge: Edge) -> float:
    if edge.weight < 0:
        raise QueryError("weight", f"should be 0 or more to be measured, not {edge.weight} from {edge.source}")
    return edge.weight


def _added(weights: Iterable[tuple[Pair, float]], *, directed: bool) -> dict[Pair, float]:
    added: dict[Pair, float] = {}
    for (one, other), weight in sorted(weights):
        if one != other:
            pair = (one, other) if directed or one < other else (other, one)
            added[pair] = added.get(pair, 0) + weight
    return dict(sorted(added.items()))
