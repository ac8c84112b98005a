"""The entities that one is tied to, by numbers, the strongest first.

Comes in: the number of an entity, a window, types, a page.  Goes out: the page, and how long the whole list is.  The one idea: the order of
one step is written with the index, or a sum over a stretch of ties; of two steps only so much is worked out as the page can
show: what cannot come before its last is passed over.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import islice
from typing import NamedTuple

from kg.index.kept import Asked
from kg.index.packed import STRONGEST
from kg.index.sight import Scores, Sight

Way = tuple[int, int, int]  # the score before, the score behind, the entity between
FIRST = 20  # so many related entities an answer has where nobody says how many
_SHOWN = 3  # ways between two entities that an answer shows


class Found(NamedTuple):
    """A related entity; over two steps with the best ways to it."""

    target: int
    score: int
    ways: tuple[Way, ...] = ()


def found(sight: Sight, number: int, asked: Asked) -> tuple[list[Found], int]:
    """The page that is asked for, and how many there are in all."""
    near = sight.near(number, asked.window)
    kept = sight.of_types(near, asked.types)
    if asked.depth == 1:
        page = kept[asked.offset : asked.offset + asked.limit]
        return [Found(target, near[target]) for target in page], len(kept)
    return _two_steps(sight, number, asked, near, kept)


def _two_steps(sight: Sight, number: int, asked: Asked, near: Scores, kept: list[int]) -> tuple[list[Found], int]:
    between = dict(islice(near.items(), STRONGEST))
    steps = sight.strongest(between, asked.window)
    reached = set().union(*steps.values()) - near.keys() - {number}
    far = set(sight.of_types(reached, asked.types))
    end = asked.offset + asked.limit
    cut = near[kept[end - 1]] if len(kept) >= end else 0  # nothing below it gets onto the page
    scores = _halved(between, steps, 2 * cut if cut > 1 else 0)
    order = [(-near[target], target, False) for target in kept[:end]]
    order += [(-score, target, True) for target, score in scores.items() if target in far]
    order.sort()
    page = [
        Found(target, -below, _ways(target, between, steps) if is_far else ())
        for below, target, is_far in order[asked.offset : end]
    ]
    return page, len(kept) + len(far)


def _halved(between: Scores, steps: Mapping[int, Scores], least: int) -> dict[int, int]:
    """Half of the weaker tie of the strongest way to each entity, where both ties are of so much at least."""
    weakest: dict[int, int] = {}
    for middle, before in between.items():
        if before < least:
            break
        for target, behind in steps[middle].items():
            if behind < least:
                break
            weaker = min(behind, before)
            if weaker > weakest.get(target, 0):
                weakest[target] = weaker
    return {target: max(1, weaker // 2) for target, weaker in weakest.items()}


def _ways(target: int, between: Scores, steps: Mapping[int, Scores]) -> tuple[Way, ...]:
    ways = [(before, behind, middle) for middle, before in between.items() if (behind := steps[middle].get(target))]
    return tuple(sorted(ways, key=_best)[:_SHOWN])


def _best(way: Way) -> tuple[int, int, int]:
    before, behind, middle = way
    return -min(before, behind), -before - behind, middle
