"""A commitment in one sentence before it has its window."""

from __future__ import annotations

from kg.values import value

SOMEBODY = "somebody"  # stands for an agent of whom nothing is known, while a rule asks who acts


@value
class Found:
    """A commitment in one sentence before it has its window; ``when`` is the token from which its window is looked for."""

    actors: tuple[str, ...]
    strength: str
    rule: str
    action: tuple[int, int]
    status: str | None = None
    no_actor: str | None = None
    when: int | None = None
