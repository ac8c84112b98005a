"""Betweenness from some of the ways, a level of the ways at a time.

Comes in: arrows between numbers, and the numbers to start from.  Goes out: a share for each number.  The one idea: the ways
from one thing are found level by level (Brandes), and a level is a few operations of NumPy over whole arrays, whatever its
size; networkx takes a thing at a time.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[Any]


class Level(NamedTuple):
    """The arrows on shortest ways from one distance to the next."""

    tails: Numbers
    heads: Numbers


class Arrows(NamedTuple):
    """All arrows by where they start: those of a number are ``heads[starts[number]:starts[number + 1]]``."""

    starts: Numbers
    heads: Numbers

    def of(self, tails: Numbers) -> Level:
        """The arrows that start at any of the numbers."""
        import numpy as np

        first, counts = self.starts[tails], self.starts[tails + 1] - self.starts[tails]
        before = np.repeat(np.cumsum(counts) - counts, counts)
        places = np.repeat(first, counts) + np.arange(counts.sum()) - before
        return Level(np.repeat(tails, counts), self.heads[places])


def betweenness(arrows: Sequence[tuple[int, int]], size: int, pivots: Sequence[int]) -> list[float]:
    """For each number the share of the shortest ways from the pivots that lead over it.

    A pivot is an end of its own ways and can lie only on those of the others, as in networkx.
    """
    import numpy as np

    ready, total = _ready(arrows, size), np.zeros(size)
    for pivot in pivots:
        total += _over(ready, size, pivot)
    ways = np.full(size, float(len(pivots) * (size - 2)))
    ways[list(pivots)] -= size - 2
    return [float(share) for share in np.divide(total, ways, out=np.zeros(size), where=ways > 0)]


def _ready(arrows: Sequence[tuple[int, int]], size: int) -> Arrows:
    import numpy as np

    pairs = np.array(sorted(arrows), dtype=np.int64).reshape(-1, 2)
    starts = np.searchsorted(pairs[:, 0], np.arange(size + 1))
    return Arrows(starts, np.ascontiguousarray(pairs[:, 1]))


def _over(arrows: Arrows, size: int, pivot: int) -> Numbers:
    """How much of the ways from the pivot to each other number leads over each number between."""
    import numpy as np

    ways = np.zeros(size)
    ways[pivot] = 1
    over = np.zeros(size)
    for tails, heads in reversed(list(_levels(arrows, ways, pivot))):
        share = ways[tails] / ways[heads] * (1 + over[heads])
        over += np.bincount(tails, share, size)
    over[pivot] = 0
    return over


def _levels(arrows: Arrows, ways: Numbers, pivot: int) -> Iterator[Level]:
    """The levels of the ways from the pivot; ``ways`` is filled with how many lead to each number."""
    import numpy as np

    reached = np.zeros(len(ways), dtype=bool)
    reached[pivot] = True
    edge = np.array([pivot])
    while len(edge):
        tails, heads = arrows.of(edge)
        onward = ~reached[heads]
        level = Level(tails[onward], heads[onward])
        edge = np.unique(level.heads)
        reached[edge] = True
        np.add.at(ways, level.heads, ways[level.tails])
        yield level
