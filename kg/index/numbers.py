"""The numbers that stand for IRIs in the index.

Comes in: IRIs in the order in which they are to be told.  Goes out: numbers in that order.  The one idea: there is room between them, so
that what a new document brings can be put in its place and everything else keeps its number; where there is no more room, the
index is written anew.
"""

from __future__ import annotations

from dataclasses import dataclass, field

MOST = 2**32 - 1  # the packed ties keep numbers of 32 bits
THINGS_APART = 2**14
BLOCKS_APART = 2**20  # between the quotes, or the facts, of two documents


class NoRoomError(Exception):
    """Something new has no place between what is there."""


class Spread:
    """Numbers given one after the other, with room between the blocks, of which there are so many, and at the end.

    >>> spread = Spread(2, 10)
    >>> spread.next("a"), spread.next("a"), spread.next("b")
    (10, 11, 21)
    """

    def __init__(self, blocks: int, apart: int) -> None:
        self._apart = max(1, min(apart, MOST // 2 // (blocks + 1)))
        self._last = 0
        self._block: object = None

    def next(self, block: object) -> int:
        """The next number, of something in this block."""
        self._last += 1 if block == self._block else self._apart
        self._block = block
        return self._last


@dataclass(slots=True)
class Numbers:
    """Numbers by IRI."""

    entity: dict[str, int] = field(default_factory=dict)
    fact: dict[str, int] = field(default_factory=dict)
    quote: dict[str, int] = field(default_factory=dict)


def place(size: int, before: int, after: int | None, apart: int) -> int:
    """The first of so many numbers between two; most of the room is left behind them, since names and days mostly go on upwards.

    Raises NoRoomError where there are not so many.

    >>> place(3, 100, None, 10), place(3, 100, 1000, 10), place(3, 100, 104, 10)
    (110, 123, 101)
    """
    if after is None:
        if before + apart + size > MOST:
            raise NoRoomError
        return before + apart
    room = after - before - 1 - size
    if room < 0:
        raise NoRoomError
    return before + 1 + min(room // 2, 2 * size + 16)
