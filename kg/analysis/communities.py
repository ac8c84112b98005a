"""Who belongs together, and who joins those that do not.

Comes in: Ties.  Goes out: a community for each thing, and the bridges between communities.  The one idea: a seed that
never changes and numbers by size (1 is the largest), so that the same ties always give the same communities.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from kg.analysis.ties import Ties
from kg.errors import MissingExtra

SEED = 20170314
_ROUNDS = 5


class Bridge(NamedTuple):
    """A tie between two communities; ``only`` where no other tie joins the two."""

    source: int
    target: int
    communities: tuple[int, int]
    weight: float
    only: bool


@lru_cache(maxsize=1)
def louvain(ties: Ties) -> tuple[int, ...]:
    """The community of each thing by Louvain's method (networkx), directions left aside; who has no tie stands alone."""
    import networkx as nx

    if not any(ties.weights.values()):
        return tuple(range(1, len(ties) + 1))
    found = nx.community.louvain_communities(ties.undirected.graph, weight="weight", seed=SEED)
    return numbered(found, len(ties))


@lru_cache(maxsize=1)
def leiden(ties: Ties) -> tuple[int, ...]:
    """The same by Leiden's method, whose communities always hang together; needs the extra ``analysis``.

    Raises :class:`kg.errors.MissingExtra` where that is not installed.
    """
    try:
        from graspologic_native import leiden as by_leiden
    except ImportError as fault:
        raise MissingExtra("leiden", "analysis") from fault
    joined = [(str(one), str(other), float(weight)) for (one, other), weight in ties.weights.items() if weight]
    found = by_leiden(joined, seed=SEED, iterations=_ROUNDS)[1] if joined else {}
    groups: dict[int, set[int]] = {}
    for place in range(len(ties)):
        groups.setdefault(found.get(str(place), -1 - place), set()).add(place)
    return numbered(groups.values(), len(ties))


def numbered(groups: Iterable[Iterable[int]], size: int) -> tuple[int, ...]:
    """The number of each thing's group: from 1, the largest first; of two of a size the one with the first thing."""
    ordered = sorted((sorted(group) for group in groups), key=lambda group: (-len(group), group))
    numbers = [0] * size
    for number, group in enumerate(ordered, 1):
        for place in group:
            numbers[place] = number
    return tuple(numbers)


def modularity(ties: Ties, communities: Sequence[int]) -> float | None:
    """How much closer the communities keep to themselves than chance would: 0 for no more; ``None`` without ties."""
    import networkx as nx

    if not any(ties.weights.values()):
        return None
    groups: dict[int, set[int]] = {}
    for place, community in enumerate(communities):
        groups.setdefault(community, set()).add(place)
    return nx.community.modularity(ties.undirected.graph, groups.values(), weight="weight")


def bridges(ties: Ties, communities: Sequence[int]) -> list[Bridge]:
    """The ties between communities: those that alone join two first, then the strongest."""
    found = [
        (one, other, tuple(sorted((communities[one], communities[other]))), weight)
        for (one, other), weight in ties.weights.items()
        if communities[one] != communities[other]
    ]
    joining = Counter(pair for _, _, pair, _ in found)
    told = [Bridge(one, other, (pair[0], pair[1]), weight, joining[pair] == 1) for one, other, pair, weight in found]
    return sorted(told, key=lambda bridge: (not bridge.only, -bridge.weight, bridge))


def reach(ties: Ties, communities: Sequence[int]) -> list[int]:
    """For each thing how many communities other than its own it has ties to."""
    reached: list[set[int]] = [set() for _ in communities]
    for one, other in ties.weights:
        reached[one].add(communities[other])
        reached[other].add(communities[one])
    return [len(others - {own}) for others, own in zip(reached, communities, strict=True)]
