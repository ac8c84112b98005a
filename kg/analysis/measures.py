"""What can be measured of each thing in a network, by name.

Comes in: Ties, or a Network and names of measures.  Goes out: a value for each thing, or the Network whose nodes carry
the values.  The one idea: a measure is a name, its words and a function, so that tables and exported graphs tell the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from kg.analysis import centrality, communities
from kg.analysis.findings import rounded
from kg.analysis.ties import Ties, ties
from kg.errors import NotFound
from kg.graphs import Field, Network, Value
from kg.graphs.network import FieldType


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure; ``directed`` where it means something only in a network with directions."""

    name: str
    type: FieldType
    words: str
    of: Callable[[Ties], Sequence[float]]
    directed: bool = False

    def values(self, ties: Ties) -> list[Value]:
        """The value of each thing, a number to six digits."""
        if self.type == "integer":
            return [int(value) for value in self.of(ties)]
        return [rounded(value) for value in self.of(ties)]


def _ends(ties: Ties, *, sides: tuple[int, ...] = (0, 1), weighted: bool = False) -> list[float]:
    """How many ties, or how much weight, each thing is an end of: 0 is the side that a tie leads from, 1 the other."""
    added: list[float] = [0] * len(ties)
    for pair, weight in ties.weights.items():
        for side in sides:
            added[pair[side]] += weight if weighted else 1
    return added


def strength(ties: Ties) -> Sequence[float]:
    """The weights of each thing's ties together."""
    return _ends(ties, weighted=True)


def _component(ties: Ties) -> Sequence[float]:
    import networkx as nx

    return communities.numbered(nx.connected_components(ties.undirected.graph), len(ties))


def _reach(ties: Ties) -> Sequence[float]:
    return communities.reach(ties, communities.louvain(ties))


_FROM, _TO = (0,), (1,)
MEASURES: dict[str, Measure] = {
    measure.name: measure
    for measure in (
        Measure("degree", "integer", "how many ties it has; both ways count twice", _ends),
        Measure("in_degree", "integer", "how many ties lead to it", partial(_ends, sides=_TO), directed=True),
        Measure("out_degree", "integer", "how many ties lead from it", partial(_ends, sides=_FROM), directed=True),
        Measure("strength", "double", "the weights of its ties together", strength),
        Measure("in_strength", "double", "of those to it", partial(_ends, sides=_TO, weighted=True), directed=True),
        Measure(
            "out_strength", "double", "of those from it", partial(_ends, sides=_FROM, weighted=True), directed=True
        ),
        Measure("betweenness", "double", "share of shortest ways that lead over it", centrality.betweenness),
        Measure("pagerank", "double", "share of time spent there by who follows the ties", centrality.pagerank),
        Measure("component", "integer", "the part that hangs together; 1 is the largest", _component),
        Measure("community", "integer", "its community (Louvain); 1 is the largest", communities.louvain),
        Measure("leiden", "integer", "its community by Leiden's method (extra: analysis)", communities.leiden),
        Measure("bridges", "integer", "how many other communities it has ties to", _reach),
    )
}
USUAL = tuple(name for name in MEASURES if name != "leiden")


def chosen(names: Iterable[str], *, directed: bool) -> list[Measure]:
    """The measures of these names, without those that mean nothing where there are no directions.

    Raises :class:`kg.errors.NotFound` for a name that is none.
    """
    found = []
    for name in names:
        if name not in MEASURES:
            raise NotFound("measure", name, MEASURES)
        found.append(MEASURES[name])
    return [measure for measure in found if directed or not measure.directed]


def with_measures(network: Network, names: Iterable[str]) -> Network:
    """The network whose nodes also carry these measures, in fields of the same names.

    What has no meaning without directions is left out of a network that has none.  Raises
    :class:`kg.errors.NotFound` for a name that is no measure, and :class:`kg.errors.MissingExtra` for ``leiden``
    where the extra is not installed.
    """
    wanted = chosen(dict.fromkeys(names), directed=network.directed)
    if not wanted:
        return network
    added = {measure.name: Field(measure.name, measure.type) for measure in wanted}
    kept = [place for place, field in enumerate(network.node_fields) if field.name not in added]
    counted = ties(network)
    columns = [measure.values(counted) for measure in wanted]
    return replace(
        network,
        nodes=tuple(
            node._replace(values=(*(node.values[place] for place in kept), *values))
            for node, *values in zip(counted.nodes, *columns, strict=True)
        ),
        node_fields=(*(network.node_fields[place] for place in kept), *added.values()),
    )
