"""Names looked up in a text: one dictionary access a token, the longest name wins.

Comes in: names with what they stand for.  Goes out: :class:`Names`, asked with tokens.  A name of one word written with
capitals ("ICE", "Ofsted") counts only as written; a longer name counts when its first and last words are capitalised;
a name wholly in lower case ("police forces", topics) counts in any case.
"""

from __future__ import annotations

from bisect import insort
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import compress
from typing import Any, Generic, TypeVar

from kg.sentences import Tokens, tokenise
from kg.values import value

T = TypeVar("T")


@value
class Name(Generic[T]):
    """One name: its base tokens after the first, its spelling, and what it stands for."""

    rest: tuple[str, ...]
    written: str
    cased: bool
    meaning: T


@dataclass(slots=True)
class Names(Generic[T]):
    """A dictionary of names by their first base token and the two behind it (the one of a name of two, "" for a name of one); the second token
    of longer names stands there too.  ``small`` are the first tokens of names that may begin with a small letter."""

    by_first: dict[str, dict[str, list[Name[T]]]] = field(default_factory=dict)
    small: set[str] = field(default_factory=set)

    def add(self, written: str, meaning: T, *, cased: bool | None = None) -> None:
        """Take up one name and, for "HM X", the spellings with "Her/His Majesty's"."""
        for spelling in _spellings(written):
            bases = _bases(spelling)
            if bases:
                capital = any(letter.isupper() for letter in spelling) if cased is None else cased
                name = Name(tuple(bases[1:]), spelling, capital, meaning)
                behind = self.by_first.setdefault(bases[0], {})
                if not capital or (len(bases) == 1 and not spelling[0].isupper()):
                    self.small.add(bases[0])
                entries = behind.setdefault(" ".join(name.rest[:2]), [])
                if len(bases) > 2:
                    behind.setdefault(bases[1], [])
                if not entries:
                    entries.append(name)
                elif not any(entry.written == spelling and entry == name for entry in entries):
                    insort(entries, name, key=lambda entry: -len(entry.rest))

    def update(self, pairs: Iterable[tuple[str, T]]) -> None:
        """Take up many names."""
        for written, meaning in pairs:
            self.add(written, meaning)

    def at(self, tokens: Tokens, i: int, last: int) -> Iterator[tuple[int, Name[T]]]:
        """The names that begin at token ``i``, longest first, each with the number of the token after it."""
        behind = self.by_first.get(tokens.bases[i])
        if behind is None or ("" not in behind and (i + 1 >= last or tokens.bases[i + 1] not in behind)):
            return _NONE
        return iter(_fitting(behind, tokens, i, last))

    def fitting(self, tokens: Tokens, i: int, last: int) -> list[tuple[int, Name[T]]]:
        """The same at one of the :meth:`places` where a name may begin."""
        return _fitting(self.by_first[tokens.bases[i]], tokens, i, last)

    def places(self, tokens: Tokens, first: int, last: int) -> list[int]:
        """The tokens of a stretch at which a name may begin, as far as its first word and the one behind it tell."""
        begins, words = tokens.capitals(first, last), tokens.bases[first:last]
        if not self.small.isdisjoint(words):
            begins = sorted({*begins, *compress(range(first, last), map(self.small.__contains__, words))})
        return self.among(begins, tokens, last)

    def among(self, places: Iterable[int], tokens: Tokens, last: int) -> list[int]:
        """Those of some tokens at which a name may begin, as far as the same tells."""
        begins, bases = self.by_first, tokens.bases
        return [
            i
            for i in places
            if (behind := begins.get(bases[i])) and ("" in behind or (i + 1 < last and bases[i + 1] in behind))
        ]


_NONE: Iterator[Any] = iter(())


def _fitting(behind: dict[str, list[Name[T]]], tokens: Tokens, i: int, last: int) -> list[tuple[int, Name[T]]]:
    bases, found = tokens.bases, []
    second = bases[i + 1] if i + 1 < last else ""
    if second and second in behind:
        longer = behind.get(f"{second} {bases[i + 2]}", ()) if i + 2 < last else ()
        fourth = bases[i + 3] if i + 3 < last else ""
        for entry in longer:
            rest = entry.rest  # its first two are the tokens behind
            if len(rest) > 2 and rest[2] != fourth:
                continue
            end = i + 1 + len(rest)
            goes_on = end == i + 3 or (end <= last and tuple(bases[i + 1 : end]) == rest)
            if goes_on and _case_fits(entry, tokens, i, end):
                found.append((end, entry))
        found += [(i + 2, entry) for entry in behind[second] if _case_fits(entry, tokens, i, i + 2)]
    if "" in behind:
        found += [(i + 1, entry) for entry in behind[""] if _case_fits(entry, tokens, i, i + 1)]
    return found


def _case_fits(entry: Name[T], tokens: Tokens, i: int, end: int) -> bool:
    if not entry.cased:
        return True
    if entry.rest:
        return tokens.words[i][0].isupper() and (
            tokens.words[end - 1][0].isupper() or not entry.written.split()[-1][0].isupper()
        )
    word = tokens.words[i].replace("’", "'")
    return entry.written in (tokens.words[i], word, word.removesuffix("'s").removesuffix("'"))


def _bases(spelling: str) -> list[str]:
    """The base tokens of a name; words of letters alone, as most names have, need no closer look."""
    words = spelling.lower().split(" ")
    return words if all(map(str.isalnum, words)) else tokenise(spelling).bases


def _spellings(written: str) -> list[str]:
    if written.startswith("HM "):
        tail = written[3:]
        return [written, f"Her Majesty's {tail}", f"His Majesty's {tail}", f"H.M. {tail}"]
    return [written]
