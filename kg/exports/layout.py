"""Where the nodes of a picture lie.

Comes in: how many nodes, and which are joined how strongly.  Goes out: a point for each.  The one idea: joined nodes draw
each other near, all others push each other away (after Fruchterman and Reingold); nothing is left to chance, so that the
same network gives the same picture.
"""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Iterator, Sequence
from itertools import product

Point = tuple[float, float]
Link = tuple[int, int, float]
_TURN = math.pi * (3 - math.sqrt(5))  # the angle between the seeds of a sunflower
_REACH = 2.5  # beyond this many lengths nobody pushes
_STEPS = 3_000_000  # pushes in all, so that a picture takes seconds at most
_GAP = 1.2  # between the parts of a network that nothing joins


def positions(count: int, links: Sequence[Link]) -> list[Point]:
    """A point for each of ``count`` nodes, about 1 apart where they are joined; each part of the network for itself."""
    points: list[Point] = [(0.0, 0.0)] * count
    laid = [(part, _laid(part, links)) for part in _parts(count, links)]
    for (part, own), (left, top) in zip(laid, _packed([_size(own) for _, own in laid]), strict=True):
        for node, (x, y) in zip(part, own, strict=True):
            points[node] = (x + left, y + top)
    return points


def _parts(count: int, links: Sequence[Link]) -> list[list[int]]:
    """The parts, largest first; in each the nodes as they are met from the best joined one on."""
    near: list[set[int]] = [set() for _ in range(count)]
    for one, other, _ in links:
        if one != other:
            near[one].add(other)
            near[other].add(one)
    order, seen, parts = sorted(range(count), key=lambda node: (-len(near[node]), node)), [False] * count, []
    for first in order:
        if not seen[first]:
            parts += [list(_met(first, near, seen))]
    return sorted(parts, key=lambda part: (-len(part), part[0]))


def _met(first: int, near: Sequence[set[int]], seen: list[bool]) -> Iterator[int]:
    waiting = deque([first])
    seen[first] = True
    while waiting:
        node = waiting.popleft()
        yield node
        for other in sorted(near[node], key=lambda one: (-len(near[one]), one)):
            if not seen[other]:
                seen[other] = True
                waiting.append(other)


def _laid(part: Sequence[int], links: Sequence[Link]) -> list[Point]:
    """The points of one part, from (0, 0)."""
    place = {node: number for number, node in enumerate(part)}
    own = [(place[one], place[other], weight) for one, other, weight in links if one in place and one != other]
    spots = [(math.sqrt(n) * math.cos(n * _TURN), math.sqrt(n) * math.sin(n * _TURN)) for n in range(len(part))]
    if len(part) > 2:
        spots = _scaled(_settled(spots, own), own)
    left, top = min(x for x, _ in spots), min(y for _, y in spots)
    return [(x - left, y - top) for x, y in spots]


def _settled(spots: list[Point], links: Sequence[Link]) -> list[Point]:
    count = len(spots)
    pairs = count * min(count, 40) + len(links)
    rounds = max(30, min(300, _STEPS // pairs))
    strongest = max((weight for _, _, weight in links), default=1) or 1
    pulls = [(one, other, 0.6 + 0.6 * math.sqrt(max(weight, 0) / strongest)) for one, other, weight in links]
    for turn in range(rounds):
        moved = [[-0.03 * x, -0.03 * y] for x, y in spots]  # towards the middle
        _push(spots, moved)
        _pull(spots, moved, pulls)
        heat = 0.02 + 0.25 * math.sqrt(count) * (1 - turn / rounds) ** 2
        spots = [_step(spot, move, heat) for spot, move in zip(spots, moved, strict=True)]
    return spots


def _scaled(spots: Sequence[Point], links: Sequence[Link]) -> list[Point]:
    """The points so that links are 1.2 long in the middle."""
    lengths = sorted(math.dist(spots[one], spots[other]) for one, other, _ in links)
    share = 1.2 / (lengths[len(lengths) // 2] or 1.0)
    return [(x * share, y * share) for x, y in spots]


def _step(spot: Point, move: Sequence[float], heat: float) -> Point:
    length = math.hypot(*move) or 1.0
    share = min(length, heat) / length
    return spot[0] + move[0] * share, spot[1] + move[1] * share


def _push(spots: Sequence[Point], moved: list[list[float]]) -> None:
    for one, other in _close(spots):
        x, y = spots[one][0] - spots[other][0], spots[one][1] - spots[other][1]
        square = x * x + y * y
        if square < 1e-6:
            x, y, square = 0.01 * (1 + one % 7), 0.01 * (1 + other % 5), 1e-3
        force = square**-1.5
        x, y = x * force, y * force
        moved[one][0] += x
        moved[one][1] += y
        moved[other][0] -= x
        moved[other][1] -= y


def _pull(spots: Sequence[Point], moved: list[list[float]], pulls: Sequence[Link]) -> None:
    for one, other, strength in pulls:
        x, y = spots[one][0] - spots[other][0], spots[one][1] - spots[other][1]
        force = math.hypot(x, y) * strength
        moved[one][0] -= x * force
        moved[one][1] -= y * force
        moved[other][0] += x * force
        moved[other][1] += y * force


def _close(spots: Sequence[Point]) -> Iterator[tuple[int, int]]:
    """The pairs that push each other: all of a small network, the near ones of a large one."""
    if len(spots) <= 150:
        for one in range(len(spots)):
            for other in range(one):
                yield one, other
        return
    cells: dict[tuple[int, int], list[int]] = {}
    for node, (x, y) in enumerate(spots):
        cells.setdefault((int(x // _REACH), int(y // _REACH)), []).append(node)
    for (column, row), own in cells.items():
        for right, down in product((-1, 0, 1), repeat=2):
            for one in own:
                for other in cells.get((column + right, row + down), ()):
                    if other < one:
                        yield one, other


def _size(points: Sequence[Point]) -> Point:
    return max(x for x, _ in points), max(y for _, y in points)


def _packed(sizes: Sequence[Point]) -> list[Point]:
    """Where each part begins: each in the corner that keeps the sheet smallest, about one and a half times as wide as high."""
    boxes: list[tuple[float, float, float, float]] = []
    wide = high = 0.0
    for width, height in sizes:
        right, down = width + _GAP, height + _GAP
        free = [spot for spot in _corners(boxes) if not any(_overlap((*spot, right, down), box) for box in boxes)]
        left, top = min(free, key=lambda spot: _cost(max(wide, spot[0] + right), max(high, spot[1] + down), spot))
        wide, high = max(wide, left + right), max(high, top + down)
        boxes.append((left, top, right, down))
    return [box[:2] for box in boxes]


def _corners(boxes: Sequence[tuple[float, float, float, float]]) -> list[Point]:
    """Where a part may begin: beside or below those that lie already; of many the latest."""
    latest = boxes[-40:]
    beside = [(left + width, top) for left, top, width, _ in latest] + [
        (left + width, 0.0) for left, _, width, _ in latest
    ]
    below = [(left, top + height) for left, top, _, height in latest] + [
        (0.0, top + height) for _, top, _, height in latest
    ]
    outside = (0.0, max((top + height for _, top, _, height in boxes), default=0.0))
    return [*beside, *below, outside]


def _overlap(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    return (
        one[0] < other[0] + other[2] - 1e-9
        and other[0] < one[0] + one[2] - 1e-9
        and one[1] < other[1] + other[3] - 1e-9
        and other[1] < one[1] + one[3] - 1e-9
    )


def _cost(wide: float, high: float, spot: Point) -> tuple[float, float, float]:
    return max(wide / 1.5, high), spot[1], spot[0]
