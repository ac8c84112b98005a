"""Patterns that are compiled when they are first asked.

Comes in: a regular expression as it is written.  Goes out: what ``re.compile`` would give.  The one idea: compiling the hundreds of
patterns of a reading takes longer than reading a note with the few dozen that it meets, so each waits for its first question; behind
that its methods are those of the compiled pattern itself.
"""

from __future__ import annotations

import re
from typing import Any, AnyStr, cast


class _Compiled:
    """A pattern that has all that a compiled one has as its own, so that nobody need look further for it."""

    def __init__(self, source: str | bytes, flags: int) -> None:
        self.pattern = source
        self._flags = flags

    def __reduce__(self) -> tuple[type[_Waiting], tuple[str | bytes, int]]:
        return _Waiting, (self.pattern, self._flags)


class _Waiting(_Compiled):
    """One that becomes so as soon as it is asked for anything but its source."""

    __class__: type

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever a compiled pattern has
        if name.startswith("__"):
            raise AttributeError(name)
        compiled = re.compile(self.pattern, self._flags)
        vars(self).update((known, getattr(compiled, known)) for known in dir(compiled) if not known.startswith("_"))
        self.__class__ = _Compiled
        return getattr(compiled, name)


def expression(source: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """The pattern, not compiled yet: one that is none raises :class:`re.error` only when it is first asked.

    >>> word = expression(r"[a-z]+")
    >>> word.findall("to be"), word.pattern
    (['to', 'be'], '[a-z]+')
    """
    return cast("re.Pattern[AnyStr]", _Waiting(source, flags))


__all__ = ["expression"]
