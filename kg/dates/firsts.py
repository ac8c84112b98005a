"""With which words a pattern can begin.

Comes in: a pattern of a rule.  Goes out: the words as keys.  The one idea: a rule is tried only where one of its first words stands, and the pattern itself
says which those are.  A word stands in small letters, if it is not all in capitals; a number is ``0``, any word at all ``*``; an article stands with the word
behind it ("the next").
"""

from __future__ import annotations

from functools import lru_cache
from itertools import product
from typing import NamedTuple

from kg.patterns import expression

ARTICLES = frozenset({"the", "a", "an", "our", "its", "their"})  # and what may stand in their place
NUMBER, ANY = "0", "*"
_LETTERS = expression(r"[A-Za-z]+(?![?*+{])")
_OPENED = expression(r"\?(?:<?[=!]|[a-z]*:)")
_PART = expression(r"\\.|\[[^\]]+\]|.")
_OFTEN = expression(r"(?:[?*+]|\{\d[^}]*\})\??")
_NOTHING_WIDE = frozenset("bBAZ")


class _Piece(NamedTuple):
    """How some of a pattern may begin; ``open`` says that what follows it is of the same word."""

    words: str
    open: bool = True


_Pieces = frozenset[_Piece]
_EMPTY = frozenset({_Piece("")})
_SPACE, _END = frozenset({_Piece(" ")}), frozenset({_Piece("", open=False)})
_A_NUMBER, _ANY_WORD = frozenset({_Piece(NUMBER, open=False)}), frozenset({_Piece(ANY, open=False)})


@lru_cache
def first_words(pattern: str) -> frozenset[str]:
    """Every word with which what the pattern matches can begin; where a blank may be missing, the word before it is taken to end.

    >>> sorted(first_words(r"(?i:the )?(?:next|\\d{1,2}) weeks?"))
    ['0', 'next', 'the 0', 'the next']
    """
    return frozenset(key_of(*piece.words.split()) for piece in _Reader(pattern).either())


def key_of(first: str = "", behind: str = "") -> str:
    """What stands for a word, or for an article and the word behind it."""
    key = _key(first)
    return f"{key} {_key(behind)}" if behind and key in ARTICLES else key


def _key(word: str) -> str:
    if word[:1].isdigit():
        return NUMBER
    return word if len(word) > 1 and word.isupper() else word.lower()


class _Reader:
    """Reads a pattern from its beginning to its end."""

    def __init__(self, pattern: str) -> None:
        self._pattern, self._at = pattern, 0

    def either(self) -> _Pieces:
        """Alternatives, up to the bracket that closes them or the end."""
        found = self._row()
        while self._next() == "|":
            self._at += 1
            found |= self._row()
        return found

    def _next(self) -> str:
        return self._pattern[self._at : self._at + 1]

    def _row(self) -> _Pieces:
        found = _EMPTY
        while self._next() not in {"", "|", ")"}:
            atom = self._atom()
            found = _joined(found, atom | _EMPTY if self._may_be_missing() and atom != _SPACE else atom)
            if not any(piece.open for piece in found):
                self._skip()
        return found

    def _skip(self) -> None:
        """Go to the end of the row: what stands there is of no first word."""
        depth = 0
        for part in _PART.finditer(self._pattern, self._at):
            if depth == 0 and part[0] in {"|", ")"}:
                self._at = part.start()
                return
            depth += (part[0] == "(") - (part[0] == ")")
        self._at = len(self._pattern)

    def _atom(self) -> _Pieces:
        if run := _LETTERS.match(self._pattern, self._at):
            self._at = run.end()
            return frozenset({_Piece(run[0])})
        char = self._next()
        self._at += 1
        if char == "(":
            return self._group()
        if char == "[":
            return self._class()
        if char == "\\":
            self._at += 1
            return _escaped(self._pattern[self._at - 1])
        return _EMPTY if char in "^$" else _written(char)

    def _group(self) -> _Pieces:
        opened = _OPENED.match(self._pattern, self._at)
        self._at = opened.end() if opened else self._at
        found = self.either()
        self._at += 1
        return _EMPTY if opened and opened[0].endswith(("=", "!")) else found

    def _class(self) -> _Pieces:
        end = self._pattern.index("]", self._at + 1)
        members, self._at = self._pattern[self._at : end], end + 1
        if members.replace("-", "").isdigit():
            return _A_NUMBER
        if members[0] == "^" or "-" in members[1:-1] or "\\" in members:
            return _ANY_WORD
        return frozenset[_Piece]().union(*map(_written, members))

    def _may_be_missing(self) -> bool:
        """Step over what tells how often an atom stands; may it not stand at all?"""
        often = _OFTEN.match(self._pattern, self._at)
        self._at = often.end() if often else self._at
        return often is not None and often[0].startswith(("?", "*", "{0"))


def _escaped(char: str) -> _Pieces:
    known = {"d": _A_NUMBER, "w": _ANY_WORD, "s": _SPACE}
    return known.get(char, _EMPTY if char in _NOTHING_WIDE else _END)


def _written(char: str) -> _Pieces:
    if char.isdigit():
        return _A_NUMBER
    if char.isalpha():
        return frozenset({_Piece(char)})
    return _SPACE if char == " " else _END


def _joined(before: _Pieces, after: _Pieces) -> _Pieces:
    """Each beginning with each that may follow it."""
    done = frozenset(piece for piece in before if not piece.open)
    return done | {_with(one.words, other) for one, other in product(before - done, after)}


def _with(words: str, piece: _Piece) -> _Piece:
    """A beginning and what follows; behind a space it is at its end, but for an article."""
    if piece.words == " ":
        return _Piece(f"{words} ") if words.lower() in ARTICLES else _Piece(words, open=False)
    if piece.words in {NUMBER, ANY} and words and not words.endswith(" "):
        return _Piece(words if piece.words == NUMBER else ANY, open=False)
    whole = words + piece.words
    if whole.count(" ") > 1:
        return _Piece(" ".join(whole.split()[:2]), open=False)
    return _Piece(whole, piece.open)
