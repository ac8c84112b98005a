"""Plain lists of words: ``data/lexicon/*.toml``, one word list or one table of values with their words under each name.

Comes in: the name of a file.  Goes out: frozen sets, tuples and dictionaries.  The one idea: a list that a reader of the language can
check stands beside the code, not in it.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from kg import kept, resources


class Lists:
    """The lists of one file; an unknown name is a KeyError, for both the file and the names are ours."""

    def __init__(self, told: dict[str, Any]) -> None:
        self._lists = told

    def words(self, name: str) -> frozenset[str]:
        """The words of a list."""
        return frozenset(self._lists[name])

    def ordered(self, name: str) -> tuple[str, ...]:
        """The words of a list in the order of the file."""
        return tuple(self._lists[name])

    def pattern(self, name: str) -> str:
        """The words of a list as the alternatives of one pattern, the first of the file before the next."""
        return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in self._lists[name])

    def values(self, name: str) -> dict[str, str]:
        """The value of each word: the table lists the words of each value."""
        return {word: value for value, words in self._lists[name].items() for word in words}


@cache
def lists(name: str) -> Lists:
    """The lists of ``data/lexicon/NAME.toml``, read once a process."""
    return Lists(_files()[name])


@cache
def _files() -> dict[str, dict[str, Any]]:
    """What the files tell, by name; kept for the next process, which reads it in a tenth of the time."""
    paths = sorted((resources.data() / "lexicon").glob("*.toml"))
    return kept.kept("lists", (*paths, Path(__file__)), lambda: {path.stem: _told(path) for path in paths})


def _told(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))
