"""Names in a picture: broken into lines, measured, and moved apart until none lies on another.

Comes in: names and points.  Goes out: lines, sizes, points.  The one idea: a node and its name are one box; boxes that
overlap push each other aside, the shorter way, until none do.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from kg.exports.layout import Point

_NARROW, _WIDE = frozenset("ijlItf.,:;'’|!()[] "), frozenset("mwMW@%—")
_ROUNDS = 400
_MOST_LINES = 5


class Box(NamedTuple):
    """What a node and its name take up around the node's point."""

    left: float
    top: float
    right: float
    bottom: float


@cache
def _letter(letter: str) -> float:
    """The width of a letter, in a common and rather wide font, as a share of its size."""
    if letter in _NARROW:
        return 0.36
    if letter in _WIDE:
        return 0.95
    if unicodedata.east_asian_width(letter) in "WF":
        return 1.05
    return 0.0 if unicodedata.combining(letter) else 0.7 if letter.isupper() or letter.isdigit() else 0.61


def width(text: str, size: float) -> float:
    """How wide a text is."""
    return size * sum(map(_letter, text))


def lines(name: str, size: float, widest: float) -> list[str]:
    """The name in lines of about equal length, none wider than ``widest`` unless a word is; the end cut off at last.

    >>> lines("Association of Police and Crime Commissioners", 10, 140)
    ['Association of Police', 'and Crime', 'Commissioners']
    """
    broken = [""]
    for word in name.split():
        longer = f"{broken[-1]} {word}".strip()
        if broken[-1] and width(longer, size) > widest:
            broken.append(word)
        else:
            broken[-1] = longer
    cut = [_cut(line, size, widest * 1.6) for line in broken[:_MOST_LINES]]
    if len(broken) > _MOST_LINES:
        cut[-1] += " …"
    return cut


def _cut(line: str, size: float, widest: float) -> str:
    while width(line, size) > widest and len(line) > 2:
        line = line[: max(1, int(len(line) * widest / width(line, size)) - 2)].rstrip() + "…"
    return line


def apart(points: Sequence[Point], boxes: Sequence[Box]) -> list[Point]:
    """The points moved so that no box lies on another; all are spread where pushing alone does not do."""
    spots = [list(point) for point in points]
    for turn in range(_ROUNDS):
        overlapping = False
        for one, other in _pairs(spots, boxes):
            overlapping |= _part(spots[one], boxes[one], spots[other], boxes[other])
        if not overlapping:
            break
        if turn % 25 == 24:
            spots = [[x * 1.08, y * 1.08] for x, y in spots]
    return [(x, y) for x, y in spots]


def _part(one: list[float], box: Box, other: list[float], its: Box) -> bool:
    """Push two boxes apart, the shorter way; did they overlap?"""
    x = min(one[0] + box.right, other[0] + its.right) - max(one[0] + box.left, other[0] + its.left)
    y = min(one[1] + box.bottom, other[1] + its.bottom) - max(one[1] + box.top, other[1] + its.top)
    if x <= 0 or y <= 0:
        return False
    axis, overlap = (0, x) if x < y else (1, y)
    middles = (box[axis] + box[axis + 2]) / 2 + one[axis], (its[axis] + its[axis + 2]) / 2 + other[axis]
    step = (overlap / 2 + 0.5) * (1 if middles[0] >= middles[1] else -1)
    one[axis] += step
    other[axis] -= step
    return True


def _pairs(spots: Sequence[Sequence[float]], boxes: Sequence[Box]) -> Iterator[tuple[int, int]]:
    """The pairs that may overlap: those that share a stripe from top to bottom."""
    stripe = max((box.right - box.left for box in boxes), default=1) or 1
    stripes: dict[int, list[int]] = {}
    for place, spot in enumerate(spots):
        stripes.setdefault(int(spot[0] // stripe), []).append(place)
    for number, own in sorted(stripes.items()):
        beside = stripes.get(number + 1, [])
        for place, one in enumerate(own):
            for other in (*own[:place], *beside):
                yield one, other
