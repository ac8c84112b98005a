"""Ways to name a time, and many of them as one grammar.

Comes in: Rules, each a pattern and the Point that its groups make.  Goes out: a Grammar that finds the first of them in a text.
The one idea: a rule is one line, in which a blank stands for any white space, and is tried only where one of its first words stands.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property, lru_cache
from string import digits
from typing import NamedTuple

from kg.dates.firsts import ANY, ARTICLES, NUMBER, first_words, key_of
from kg.dates.points import Point
from kg.patterns import expression

Groups = tuple[str, ...]


class Rule(NamedTuple):
    """One way to name a time.

    ``alone``: it is a window even where no preposition stands before it.  ``short``: it is one only behind "by" or "before",
    or where nothing but a time is expected, since its words have other meanings ("3/4", "Sun", "Mar").
    """

    pattern: str
    point: Callable[[Groups], Point | None]
    alone: bool = False
    short: bool = False


class Hit(NamedTuple):
    """What a text names at a place: the rule that matched, and its groups in lower case ("" where one took no part)."""

    match: re.Match[str]
    rule: Rule
    groups: Groups


_MEMORY = 128  # places: several rules look for a time in the same sentence, one after the other
_WORD = expression(r"\b(?:[^\W\d_]+|\d)")
_BEHIND_ARTICLE = expression(r"\s+([^\W\d_]+|\d)")
Tried = tuple[Rule, re.Pattern[str]]


class Grammar:
    """Rules in a row; where several match at a place, the first wins."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._rules = tuple(rules)
        self._at = lru_cache(_MEMORY)(self._first)

    @cached_property
    def _tried(self) -> dict[str, list[Tried]]:
        """The rules to try where a word stands, or an article with the word behind it."""
        rules = [(rule, expression(f"(?:{_spaced(rule.pattern)})(?![A-Za-z0-9_])")) for rule in self._rules]
        firsts = [first_words(rule.pattern) for rule in self._rules]
        return {
            word: [rule for rule, first in zip(rules, firsts, strict=True) if not first.isdisjoint(alike)]
            for word in frozenset().union(*firsts)
            if ANY not in (alike := (word, _any_like(word)))[0]
        }

    @cached_property
    def words(self) -> dict[str, bool]:
        """The words that a time may begin with, or behind an article, as they may be written: may one without an article?"""
        words = {key.split()[-1] for key in self._tried} - ARTICLES
        capitals = {word.capitalize() for word in words if not word.isupper()}
        return {word: word in self.starts for word in words | capitals}

    @cached_property
    def starts(self) -> dict[str, str]:
        """The words with which a time may begin, as they may be written, each with what stands for it; of an article that alone."""
        keys = {key.split()[0] for key in self._tried}
        capitals = {key.capitalize(): key for key in keys if not key.isupper()}
        return {**dict.fromkeys(digits, NUMBER), **capitals, **{key: key for key in keys}}

    def places(self, text: str, start: int, end: int) -> list[int]:
        """Where in a stretch a time may begin."""
        starts, tried = self.starts, self._tried
        words = [found for found in _WORD.finditer(text, start, end) if found[0] in starts]
        return [found.start() for found in words if self._key(text, found) in tried]

    def search(self, text: str, places: Sequence[int], start: int, end: int) -> Hit | None:
        """The first time that the text names at one of some places from there on."""
        for place in places[bisect_left(places, start) : bisect_left(places, end)]:
            if hit := self._at(text, place, end):
                return hit
        return None

    def _first(self, text: str, start: int, end: int) -> Hit | None:
        """What the first of the rules that match makes of a place."""
        word = _WORD.match(text, start)
        for rule, pattern in self._tried.get(self._key(text, word), ()) if word else ():
            if match := pattern.match(text, start, end):
                return Hit(match, rule, tuple((group or "").lower() for group in match.groups()))
        return None

    def _key(self, text: str, word: re.Match[str]) -> str:
        """What tells which rules to try: a word, a number, or an article with either; nothing where none is to be tried."""
        key = self.starts.get(word[0], "")
        behind = _BEHIND_ARTICLE.match(text, word.end()) if key in ARTICLES else None
        return key_of(key, behind[1]) if behind else key


def _any_like(key: str) -> str:
    """The key of the rules that take any word there."""
    article = key.rpartition(" ")[0]
    return f"{article} {ANY}" if article else ANY


def _spaced(pattern: str) -> str:
    return pattern.replace("[- ]", r"[-\s]").replace(" ?", r"\s?").replace(" ", r"\s+")
