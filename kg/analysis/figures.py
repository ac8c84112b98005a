"""What a network as a whole looks like, in figures.

Comes in: Ties.  Goes out: figures by name.  The one idea: a figure that means nothing for a network (a share of nothing)
is ``None``, never nought.
"""

from __future__ import annotations

from kg.analysis import communities
from kg.analysis.findings import rounded, share
from kg.analysis.measures import MEASURES
from kg.analysis.ties import Ties
from kg.graphs import Value


def figures(ties: Ties) -> dict[str, Value]:
    """Size, density, parts that hang together, communities; for a directed network also how much goes both ways."""
    size = len(ties)
    parts = MEASURES["component"].values(ties)
    groups = communities.louvain(ties)
    told: dict[str, float | None] = {
        "nodes": size,
        "edges": ties.edges,
        "ties": len(ties.weights),
        "loops": ties.loops,
        "weight": sum(ties.weights.values()),
        "density": density(ties),
        "mean_degree": share(2 * len(ties.weights), size),
        "components": len(set(parts)),
        "in_largest_component": share(parts.count(1), size),
        "alone": MEASURES["degree"].values(ties).count(0),
        "communities": len(set(groups)),
        "modularity": communities.modularity(ties, groups),
        "bridges": sum(groups[one] != groups[other] for one, other in ties.weights),
    }
    if ties.directed:
        told["reciprocity"] = reciprocity(ties)
    return {name: rounded(value) if isinstance(value, float) else value for name, value in told.items()}


def density(ties: Ties) -> float | None:
    """The share of the pairs that are joined, of all that could be."""
    pairs = len(ties) * (len(ties) - 1)
    return share(len(ties.weights) * (1 if ties.directed else 2), pairs)


def reciprocity(ties: Ties) -> float | None:
    """The share of the ties that are returned."""
    returned = sum((other, one) in ties.weights for one, other in ties.weights)
    return share(returned, len(ties.weights))
