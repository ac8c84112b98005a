"""An index as one call sees it: a connection, and what is kept of earlier calls.

Comes in: numbers of entities.  Goes out: their ties, scores and names.  The one idea: whatever is missing is read in one query, however
many are asked for.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Mapping
from itertools import islice
from typing import NamedTuple

from kg.index.answers import Thing
from kg.index.kept import Known
from kg.index.packed import NOTHING, STRONGEST, Ties, Window, unpack
from kg.index.reading import AMONG, listed, things

Scores = Mapping[int, int]  # by target, the strongest first


class Sight(NamedTuple):
    """What a question is answered from."""

    connection: sqlite3.Connection
    known: Known

    def things(self, numbers: Iterable[int]) -> Mapping[int, Thing]:
        """Things by number."""
        return self.known.things.of(numbers, lambda missing: things(self.connection, missing))

    def of_types(self, numbers: Collection[int], types: Collection[str]) -> list[int]:
        """Those that are of some types, in their order; all of them where no type is named."""
        if not types:
            return list(numbers)
        known = self.things(numbers)
        return [number for number in numbers if known[number].type in types]

    def ties(self, numbers: Iterable[int]) -> Mapping[int, Ties]:
        """The ties of some entities."""
        return self.known.ties.of(numbers, self._ties)

    def near(self, number: int, window: Window | None) -> Scores:
        """What an entity is tied to, all in all or by what happened in a window."""
        if window is None:
            return self.ties([number])[number].near
        return self._within([number], window)[number, window]

    def strongest(self, numbers: Collection[int], window: Window | None) -> dict[int, Scores]:
        """The strongest of what each of some entities is tied to."""
        if window is None:
            ties = self.ties(numbers)
            return {number: ties[number].strongest for number in numbers}
        within = self._within(numbers, window)
        return {number: dict(islice(within[number, window].items(), STRONGEST)) for number in numbers}

    def _within(self, numbers: Iterable[int], window: Window) -> Mapping[tuple[int, Window], Scores]:
        return self.known.near.of([(number, window) for number in numbers], self._now)

    def _now(self, keys: list[tuple[int, Window]]) -> dict[tuple[int, Window], Scores]:
        ties = self.ties([number for number, _ in keys])
        return {(number, window): ties[number].near_within(window) for number, window in keys}

    def _ties(self, numbers: list[int]) -> dict[int, Ties]:
        rows = self.connection.execute(
            f"SELECT entity, near, reasons, dated FROM ties WHERE entity {AMONG}",
            (listed(numbers),),
        )
        return dict.fromkeys(numbers, NOTHING) | {number: unpack(*blobs) for number, *blobs in rows}
