"""One act of speech in one sentence, before it becomes a statement."""

from __future__ import annotations

from kg.values import value

ASKS = frozenset({"asked", "requested", "suggested"})
CLOSING = frozenset({"agreed", "decided", "discussed"})


@value
class Report:
    """One act of speech in one sentence, before it becomes a statement."""

    speakers: tuple[str, ...]
    act: str
    rule: str
    content: tuple[int, int]
    addressees: tuple[str, ...] = ()
    weak: bool = False
