"""Why two entities are related: their ties counted by kind and direction.

Comes in: the ties of a pair.  Goes out: reasons as they are stored.  The one idea: a score is nothing but the sum of weights times
counts, so that every rank can be worked out by hand.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from kg.index.declared import tie_kinds

TieRow = tuple[
    int, int, str, str, int, str | None, int | None, str
]  # source, target, kind, way, fact, day, quote, property
Stored = tuple[str, str, int, str | None, str | None, list[tuple[int, int | None]], list[str]]
SHOWN = 2  # so many of the latest facts stand behind each reason


def tie_order(tie: TieRow) -> tuple[int, int, str, str, int, str, int]:
    """What ties are sorted by."""
    return (*tie[:5], tie[7], tie[6] or 0)


def first_of_each(ties: Iterable[TieRow]) -> Iterator[TieRow]:
    """Of sorted ties each once, with its first words: several seats may stand for one body."""
    return (next(same) for _, same in groupby(ties, key=lambda tie: (*tie[:5], tie[7])))


def reason(kind: str, way: str, ties: Sequence[TieRow]) -> Stored:
    """A kind of tie in one direction: how many facts, first and last day, the latest facts with their quotes, properties."""
    facts = {tie[4]: tie for tie in ties if tie[4]}
    days = sorted({tie[5] for tie in ties if tie[5]})
    latest = sorted(facts.values(), key=lambda tie: (tie[5] or "", tie[4]), reverse=True)[:SHOWN]
    properties = sorted({tie[7] for tie in ties if tie[7]})
    first, last = (days[0], days[-1]) if days else (None, None)
    return kind, way, len(facts) or len(properties), first, last, [(tie[4], tie[6]) for tie in latest], properties


def score(reasons: Iterable[Stored]) -> int:
    """Weights times counts."""
    kinds = tie_kinds()
    return sum(kinds[told[0]].weight * told[2] for told in reasons)
