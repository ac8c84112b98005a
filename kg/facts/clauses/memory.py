"""Clauses are asked for by every family of rules: each answer is worked out once a document.

Comes in: a pure function of a context and two tokens.  Goes out: the same function with a memory that lives as long as the context.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

from kg.facts.context import Context

T = TypeVar("T")
_UNASKED: Any = object()


def remembered(read: Callable[[Context, int, int], T]) -> Callable[[Context, int, int], T]:
    """The function with a memory of its answers."""
    name = read.__name__

    @wraps(read)
    def again(context: Context, i: int, last: int) -> T:
        answers = context.answers[name]
        asked = (i, last)
        answer: T = answers.get(asked, _UNASKED)
        if answer is _UNASKED:
            answer = answers[asked] = read(context, i, last)
        return answer

    return again


def remembered_at(
    signs: int,
) -> Callable[[Callable[[Context, int, int], T | None]], Callable[[Context, int, int], T | None]]:
    """The same for what begins only at a token that shows one of some signs; few tokens do, and every rule asks at many."""

    def noted(read: Callable[[Context, int, int], T | None]) -> Callable[[Context, int, int], T | None]:
        name = read.__name__

        @wraps(read)
        def again(context: Context, i: int, last: int) -> T | None:
            if i >= last or not context.signs[i] & signs:
                return None
            answers, asked = context.answers[name], (i, last)
            answer: T | None = answers.get(asked, _UNASKED)
            if answer is _UNASKED:
                answer = answers[asked] = read(context, i, last)
            return answer

        return again

    return noted
