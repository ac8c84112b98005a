"""The ties of an entity as the index keeps them: a few rows of numbers, read in one step.

Comes in: the ties of an entity in the order of the table.  Goes out: blobs, and Ties again.  The one idea: whatever happened within some
days is one stretch of a row that is sorted by day, so that a window costs what is in it, however long the whole is.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from functools import cache, lru_cache
from itertools import islice
from typing import NamedTuple

from kg.index.declared import BOTH, IN, OUT, tie_kinds
from kg.index.reasons import SHOWN, Stored, TieRow
from kg.patterns import expression

Window = tuple[int, int]  # the first and the last day, as numbers
Blobs = tuple[bytes, bytes, bytes]
STRONGEST = 50  # of so many entities a second step goes on, to so many from each
_WAYS = (BOTH, OUT, IN)
_DAY = expression(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")


class Ties(NamedTuple):
    """Everything that one entity is tied to: scores by target, the strongest first; and each tie that has a day, in order of days."""

    near: Mapping[int, int]
    strongest: Mapping[int, int]
    targets: array[int]  # of each reason: to whom
    codes: array[int]  # and of which kind in which direction
    reasons: array[int]  # of each tie: the number of its reason
    days: array[int]
    facts: array[int]
    quotes: array[int]  # 0 where there are no words

    def stretch(self, window: Window) -> tuple[int, int]:
        """From which to which tie a window goes."""
        return bisect_left(self.days, window[0]), bisect_right(self.days, window[1])

    def near_within(self, window: Window) -> dict[int, int]:
        """Scores by target of what happened in a window, the strongest first."""
        start, end = self.stretch(window)
        scores: dict[int, int] = {}
        weights = _weights()
        for reason, count in Counter(self.reasons[start:end]).items():
            target = self.targets[reason]
            scores[target] = scores.get(target, 0) + weights[self.codes[reason]] * count
        return dict(sorted(scores.items(), key=_strongest))

    def reasons_within(self, window: Window, targets: Collection[int]) -> dict[int, list[Stored]]:
        """What ties some targets in a window."""
        start, end = self.stretch(window)
        wanted = set(targets)
        places: dict[int, list[int]] = {}
        for place, reason in enumerate(self.reasons[start:end], start):
            if self.targets[reason] in wanted:
                places.setdefault(reason, []).append(place)
        found: dict[int, list[Stored]] = {target: [] for target in targets}
        for reason, some in places.items():
            found[self.targets[reason]].append(self._reason(reason, some))
        return found

    def _reason(self, reason: int, places: Sequence[int]) -> Stored:
        kind, way = kinds()[self.codes[reason]]
        first, last = (day_told(self.days[place]) for place in (places[0], places[-1]))
        latest = [(self.facts[place], self.quotes[place] or None) for place in reversed(places[-SHOWN:])]
        return kind, way, len(places), first, last, latest, []


def _strongest(one: tuple[int, int]) -> tuple[int, int]:
    return -one[1], one[0]


@cache
def kinds() -> tuple[tuple[str, str], ...]:
    """Each kind in each direction, in the order of their codes."""
    return tuple((kind, way) for kind in tie_kinds() for way in _WAYS)


@cache
def _weights() -> tuple[int, ...]:
    return tuple(tie_kinds()[kind].weight for kind, _ in kinds())


def pack(near: Iterable[tuple[int, int]], ties: Iterable[TieRow]) -> Blobs:
    """The blobs of an entity: of its targets with their scores, the strongest first, and of its ties."""
    numbers = {known: number for number, known in enumerate(kinds())}
    dated = sorted((day_number(tie[5]), tie[4], tie[1], numbers[tie[2], tie[3]], tie[6] or 0) for tie in ties if tie[5])
    reasons = {reason: number for number, reason in enumerate(sorted({tie[2:4] for tie in dated}))}
    placed = [(reasons[target, code], day, fact, quote) for day, fact, target, code, quote in dated]
    return _blob(near), _blob(reasons), _blob(placed)


def _blob(rows: Iterable[tuple[int, ...]]) -> bytes:
    """Rows as their columns, one after the other."""
    return b"".join(array("I", column).tobytes() for column in zip(*rows, strict=True))


def unpack(near: bytes, reasons: bytes, ties: bytes) -> Ties:
    """What :func:`pack` has packed."""
    scores = dict(zip(*_columns(near, 2), strict=True))
    return Ties(scores, dict(islice(scores.items(), STRONGEST)), *_columns(reasons, 2), *_columns(ties, 4))


NOTHING = Ties({}, {}, *[array("I")] * 6)


def _columns(blob: bytes, count: int) -> list[array[int]]:
    numbers = array("I", blob)
    each = len(numbers) // count
    return [numbers[start : start + each] for start in range(0, each * count, each)] if each else [array("I")] * count


# ── days ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def window(since: date | None, until: date | None) -> Window | None:
    """The window between two days, both included; ``None`` where neither is given."""
    if since is None and until is None:
        return None
    return _beginning(since or date.min), day_number((until or date.max).isoformat())


def _beginning(since: date) -> int:
    """The number from which a window goes: on the first of a month or a year also what is only told to be of that month or year."""
    told = since.isoformat()
    return day_number(told[:4] if told.endswith("-01-01") else told[:7] if since.day == 1 else told)


def day_number(day: str) -> int:
    """A day as a number that sorts as the day does: 20170314; a month or a year stands before its days."""
    parts = _DAY.match(day)
    return int("".join(part or "00" for part in parts.groups())) if parts else 0


@lru_cache(8192)
def day_told(number: int) -> str:
    """The day of a number again, or the month or year that it was."""
    year, month, day = number // 10000, number // 100 % 100, number % 100
    return "-".join([f"{year:04}", *(f"{part:02}" for part in (month, day) if part)])
