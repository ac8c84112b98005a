"""How fast networks are measured: seconds of CPU by measure and size, by networkx and by the fast engines, in one run.

    python tests/benchmarks/analysis.py [--nodes 300 1000 3000 25000] [--per-node 5]

The networks are such as minutes give: a few bodies that everybody meets, many that meet a few.  Each line also tells the
largest difference between the two results (for communities: both modularities); igraph is asked too where it is installed
and the betweenness is exact.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Sequence
from random import Random
from typing import TypeVar

from kg.analysis import centrality, communities
from kg.analysis.ties import Ties, ties
from kg.graphs import Edge, Network, Node

T = TypeVar("T")
SEED = 20170314


def drawn(nodes: int, per_node: int) -> Ties:
    """A directed network in which who has many ties gets more."""
    random, ends = Random(SEED), [0]
    edges = []
    for number in range(1, nodes):
        for _ in range(per_node):
            other = random.choice(ends) if random.random() < 0.8 else random.randrange(number)
            pair = (number, other) if random.random() < 0.5 else (other, number)
            edges.append(Edge(f"n{pair[0]:07}", f"n{pair[1]:07}", "met", random.randint(1, 5)))
            ends += [number, other]
    named = [Node(f"n{number:07}", str(number), "organisation") for number in range(nodes)]
    return ties(Network("drawn", "Drawn", True, named, edges))


def timed(work: Callable[[], T]) -> tuple[float, T]:
    """Seconds of CPU, and what the work gave."""
    start = time.process_time()
    value = work()
    return time.process_time() - start, value


def compared(name: str, slow: tuple[float, Sequence[float]], fast: tuple[float, Sequence[float]]) -> None:
    """A line of two engines."""
    furthest = max(abs(one - other) for one, other in zip(slow[1], fast[1], strict=True))
    times = slow[0] / max(fast[0], 1e-6)
    print(f"  {name:24} {slow[0]:9.3f} s  {fast[0]:9.3f} s  {times:7.1f} times  difference {furthest:.1e}")


def centres(network: Ties) -> None:
    """Betweenness and PageRank by both engines."""
    for measure in (centrality.betweenness, centrality.pagerank):
        slow = timed(lambda: measure(network, fast=False))
        fast = timed(lambda: measure(network, fast=True))
        compared(measure.__name__, slow, fast)
        by_igraph(measure.__name__, network, slow)


def by_igraph(name: str, network: Ties, slow: tuple[float, Sequence[float]]) -> None:
    """The same by igraph, for comparison only."""
    try:
        import igraph
    except ImportError:
        return
    if name == "betweenness" and centrality.estimated(network):
        return
    graph = igraph.Graph(len(network), list(network.weights), directed=True)
    weights, pairs = list(network.weights.values()), (len(network) - 1) * (len(network) - 2)
    work = {
        "betweenness": lambda: [value / pairs for value in graph.betweenness()],
        "pagerank": lambda: graph.pagerank(weights=weights),
    }[name]
    compared(f"{name} (igraph)", slow, timed(work))


def groups(network: Ties) -> None:
    """Louvain's communities (networkx) and Leiden's (graspologic-native)."""
    for method in (communities.louvain, communities.leiden):
        seconds, found = timed(lambda: method(network))
        quality = communities.modularity(network, found)
        print(f"  {method.__name__:24} {seconds:9.3f} s  {max(found)} communities, modularity {quality:.4f}")


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--nodes", type=int, nargs="+", default=[300, 1000, 3000, 25_000])
    options.add_argument("--per-node", type=int, default=5)
    chosen = options.parse_args()
    for nodes in chosen.nodes:
        network = drawn(nodes, chosen.per_node)
        print(f"{nodes:,} nodes, {len(network.weights):,} ties      networkx    fast engine")
        centres(network)
        groups(network)


if __name__ == "__main__":
    main()
