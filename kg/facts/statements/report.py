"""One act of speech in one sentence, before it becomes a statement."""

from __future__ import annotations

from dataclasses import dataclass

CLOSING = frozenset({"agreed", "decided", "discussed"})


@dataclass(frozen=True, slots=True)
class Report:
    """One act of speech in one sentence, before it becomes a statement."""

    speakers: tuple[str, ...]
    act: str
    rule: str
    content: tuple[int, int]
    addressees: tuple[str, ...] = ()
    weak: bool = False
