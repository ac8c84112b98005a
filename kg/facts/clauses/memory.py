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
