"""Plain lists of words: ``data/lexicon/*.toml``, one word list or one table of values with their words under each name.

Comes in: the name of a file.  Goes out: frozen sets, tuples and dictionaries.  The one idea: a list that a reader of the language can
check stands beside the code, not in it.
"""

from __future__ import annotations

import tomllib
from functools import cache

from kg import resources


class Lists:
    """The lists of one file; an unknown name is a KeyError, for both the file and the names are ours."""

    def __init__(self, name: str) -> None:
        path = resources.data() / "lexicon" / f"{name}.toml"
        self._lists = tomllib.loads(path.read_text(encoding="utf-8"))

    def words(self, name: str) -> frozenset[str]:
        """The words of a list."""
        return frozenset(self._lists[name])

    def ordered(self, name: str) -> tuple[str, ...]:
        """The words of a list in the order of the file."""
        return tuple(self._lists[name])

    def values(self, name: str) -> dict[str, str]:
        """The value of each word: the table lists the words of each value."""
        return {word: value for value, words in self._lists[name].items() for word in words}


@cache
def lists(name: str) -> Lists:
    """The lists of ``data/lexicon/NAME.toml``, read once a process."""
    return Lists(name)
