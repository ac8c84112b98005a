"""Who stands in the middle: betweenness and PageRank.

Comes in: Ties.  Goes out: a number for each thing.  The one idea: networkx says what a measure means; above a size
rustworkx (the extra ``analysis``), where it is installed, works out the same numbers many times faster.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from random import Random
from typing import TYPE_CHECKING

from kg.analysis import pivots
from kg.analysis.ties import Ties

if TYPE_CHECKING:
    import rustworkx

FAST_ABOVE = 300  # things; below it networkx takes no longer than the import of rustworkx
EXACT_UP_TO = 20_000  # things; the work grows with things times ties
PIVOTS = 256
SEED = 20170314
_DAMPING, _TOLERANCE, _STEPS = 0.85, 1e-12, 500


def betweenness(ties: Ties, *, fast: bool | None = None) -> list[float]:
    """For each thing the share of shortest ways between two others that lead over it, along the directions of the ties.

    Every step counts the same, whatever its weight.  Exact up to :data:`EXACT_UP_TO` things; above, the ways from
    :data:`PIVOTS` things stand for all (Brandes and Pich): always the same ones, see :func:`estimated`.
    """
    if estimated(ties):
        return _sampled_fast(ties) if _fast(ties, fast) else _sampled(ties)
    return _betweenness_fast(ties) if _fast(ties, fast) else _betweenness(ties)


def estimated(ties: Ties) -> bool:
    """Is the betweenness of these ties estimated from some of the ways, and not counted from all?"""
    return len(ties) > EXACT_UP_TO


def pagerank(ties: Ties, *, fast: bool | None = None) -> list[float]:
    """For each thing the share of time that somebody spends there who follows ties by their weight, and one time in
    seven begins anew anywhere.  The shares add up to 1."""
    if not len(ties):
        return []
    return _pagerank_fast(ties) if _fast(ties, fast) else _pagerank(ties)


@cache
def installed() -> bool:
    """Is the fast engine at hand?"""
    try:
        import rustworkx  # noqa: F401
    except ImportError:
        return False
    return True


def _fast(ties: Ties, wanted: bool | None) -> bool:
    if wanted is not None:
        return wanted
    return len(ties) > FAST_ABOVE and installed()


def _betweenness(ties: Ties) -> list[float]:
    import networkx as nx

    return _in_order(nx.betweenness_centrality(ties.graph), ties)


def _sampled(ties: Ties) -> list[float]:
    import networkx as nx

    return _in_order(nx.betweenness_centrality(ties.graph, k=PIVOTS, seed=SEED), ties)


def _sampled_fast(ties: Ties) -> list[float]:
    started = Random(SEED).sample(range(len(ties)), PIVOTS)  # noqa: S311 - as networkx draws them
    return pivots.betweenness([(one, other) for one, other, _ in _arrows(ties)], len(ties), started)


def _betweenness_fast(ties: Ties) -> list[float]:
    import rustworkx

    alone = len(ties) + 1  # one thread: the order of the additions decides the last digits
    return _in_order(rustworkx.betweenness_centrality(_rust(ties), parallel_threshold=alone), ties)


def _rust(ties: Ties) -> rustworkx.PyGraph[int, float] | rustworkx.PyDiGraph[int, float]:
    import rustworkx

    graph: rustworkx.PyGraph[int, float] | rustworkx.PyDiGraph[int, float]
    graph = rustworkx.PyDiGraph() if ties.directed else rustworkx.PyGraph()
    graph.add_nodes_from(range(len(ties)))
    graph.add_edges_from([(one, other, weight) for (one, other), weight in ties.weights.items()])
    return graph


def _pagerank_fast(ties: Ties) -> list[float]:
    import rustworkx

    graph: rustworkx.PyDiGraph[int, float] = rustworkx.PyDiGraph()
    graph.add_nodes_from(range(len(ties)))
    graph.add_edges_from(_arrows(ties))
    ranks = rustworkx.pagerank(graph, alpha=_DAMPING, weight_fn=float, tol=_TOLERANCE, max_iter=_STEPS)
    return _in_order(ranks, ties)


def _pagerank(ties: Ties) -> list[float]:
    """The power iteration of networkx, which asks for SciPy to do it."""
    size = len(ties)
    out = [0.0] * size
    arrows = [arrow for arrow in _arrows(ties) if arrow[2]]
    for one, _, weight in arrows:
        out[one] += weight
    steps = [(one, other, _DAMPING * weight / out[one]) for one, other, weight in arrows]
    ends = [place for place in range(size) if not out[place]]
    ranks = [1 / size] * size
    for _ in range(_STEPS):
        lost = _DAMPING * sum(ranks[place] for place in ends)
        moved = [(1 - _DAMPING + lost) / size] * size
        for one, other, share in steps:
            moved[other] += ranks[one] * share
        change = sum(abs(new - old) for new, old in zip(moved, ranks, strict=True))
        ranks = moved
        if change < size * _TOLERANCE:
            break
    return ranks


def _arrows(ties: Ties) -> list[tuple[int, int, float]]:
    """The ties with their directions; one without goes both ways."""
    there = [(one, other, weight) for (one, other), weight in ties.weights.items()]
    return there if ties.directed else there + [(other, one, weight) for one, other, weight in there]


def _in_order(by_number: Mapping[int, float], ties: Ties) -> list[float]:
    return [by_number[place] for place in range(len(ties))]
