"""Ways to name a time, and many of them as one pattern.

Comes in: Rules, each a pattern and the Point that its groups make.  Goes out: a Grammar that finds the first of them in a text.
The one idea: a rule is one line; a blank in a pattern stands for any white space.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property, lru_cache
from typing import NamedTuple

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


_GROUP = expression(r"(?<!\\)\((?!\?)")  # an opening bracket that captures; no rule has one within a class

# What follows the first letter of the words that a time can begin with, capital or small: trying every rule at every word would take ten times as long.
_BY_LETTER = {
    "a": r"pr(?:\b|il)|ug(?:\b|us)|utumn|cadem|nother|bout|pprox|sap|s\s+(?:soon|quick|earl)|scension|rmistice|ll\s+Saints|sh\s+Wed"
    r"|t\s+(?:a\b|some|later|future|date|stage|the\s+earl)",
    "b": r"egin|usiness|oxing|onfire",
    "c": r"lose|ourse|oming|urrent|alendar|hristmas|ouple|andlemas",
    "d": r"ec(?:\b|em)",
    "e": r"nd|arl|aster|ach|ver|ight|leven",
    "f": r"eb(?:\b|ru)|ri(?:\b|day)|irst|our|ive|ift|inal|inancial|iscal|ollowing|ort|urther|Y|ew",
    "g": r"ood\s+Fri",
    "h": r"alf|allow|ogmanay",
    "i": r"mmediately|nside\s+the|n\s+(?:due|future|the\s+(?:near|short|medium|long|fore|not|new|future))",
    "j": r"an(?:\b|ua)|un(?:\b|e)|ul(?:\b|y)",
    "l": r"ate|ast|atter|ady\s+Day|ammas",
    "m": r"ar(?:\b|ch|tin)|ay\b|on(?:\b|day|th)|id|any|ichaelmas|othering",
    "n": r"ov(?:\b|em)|ext|ew|in(?:e|th)|umber",
    "o": r"ct(?:\b|ob)|ne",
    "p": r"revious|ast|arliament|entecost",
    "q": r"uarter|[1-4]",
    "r": r"est|emainder|ecess|eporting",
    "s": r"ep(?:\b|t)|at(?:\b|ur)|un(?:\b|day)|pring|ummer|tart|econd|ix|even|ome|everal|ame|chool|ession|oon|hortly|traight|hrove|t\.?\s",
    "t": r"ue(?:\b|s)|hu(?:\b|r)|his|hird|wo|hree|en(?:th)?\b|welve|welfth|went|hirt|erm|oday|onight|omorrow|urn\s+of",
    "u": r"p\s+to|rgently",
    "v": r"ery",
    "w": r"ed(?:\b|n|s)|inter|eek|orking|ithin\s+the|hit",
    "y": r"ear|esterday",
}
_BEGINNING = (
    r"(?:(?:[Tt]he|[Aa]n?|[Oo]ur|[Ii]ts|[Tt]heir)\s+|)(?:\d|"
    + "|".join(f"[{letter.upper()}{letter}](?:{rest})" for letter, rest in _BY_LETTER.items())
    + r"|Xmas|E(?:O[DWMY]|FY)\b|CO[BP]\b|APR|AUG|DEC|FEB|JAN|JUN|JUL|MAR|MAY|NOV|OCT|SEP)"
)


_MEMORY = 128  # places: several rules look for a time in the same sentence, one after the other
_PARTS, _PART = 32, 128  # parts of a text that are remembered, and the characters in one
_TOGETHER = 6  # rules in one pattern
_WIDEST = 64  # characters behind a part, within which its last place shows what it is
_BEGINS = expression(rf"\b{_BEGINNING}")
# the same in small letters behind what is no letter, tried first: a letter is looked at faster than two, and a mark than each word's beginning
_BEGINS_SMALL = expression(r"\W" + re.sub(r"\[[A-Z]([a-z])\]", r"\1", _BEGINNING).lower())
_BEGINS_ANY = expression(rf"\W{_BEGINNING}")


@lru_cache(_PARTS)
def _in_part(text: str, part: int) -> list[int]:
    """The places in one part of a text at which a time may begin."""
    places, first = [], part * _PART
    before = text[first - 1] if first else " "
    piece = before + text[first : first + _PART + _WIDEST]
    small = piece.lower()
    pattern, words = (_BEGINS_SMALL, small) if len(small) == len(piece) else (_BEGINS_ANY, piece)
    found = pattern.search(words)
    while found and found.start() < _PART:
        if _BEGINS.match(text, first + found.start()):
            places.append(first + found.start())
        found = pattern.search(words, found.start() + 1)
    return places


def _begins(text: str, start: int, end: int) -> Iterator[int]:
    """The places in a stretch at which a time may begin."""
    for part in range(start // _PART, (end - 1) // _PART + 1):
        for place in _in_part(text, part):
            if start <= place < end:
                yield place


class Hit(NamedTuple):
    """What a text names at a place: the rule that matched, and its groups in lower case ("" where one took no part)."""

    match: re.Match[str]
    rule: Rule
    groups: Groups


class _Several:
    """A few rules as one pattern: with many, each that fails would clear the groups of all before it."""

    def __init__(self, rules: tuple[Rule, ...]) -> None:
        self._rules = rules

    @cached_property
    def _numbered(self) -> dict[int, tuple[Rule, int]]:
        """Each rule by the number of its own group, with how many it has within."""
        found, number = {}, 1
        for rule in self._rules:
            inner = len(_GROUP.findall(rule.pattern))
            found[number] = (rule, inner)
            number += inner + 1
        return found

    @cached_property
    def _match(self) -> Callable[[str, int, int], re.Match[str] | None]:
        """Match at a place; compiled when first used, which takes some thousandths of a second."""
        whole = "|".join(f"({_spaced(rule.pattern)})" for rule in self._rules)
        return re.compile(f"(?:{whole})(?![A-Za-z0-9_])").match

    def at(self, text: str, start: int, end: int) -> Hit | None:
        """What the first of the rules that match makes of a place."""
        match = self._match(text, start, end)
        if match is None:
            return None
        number = match.lastindex or 1
        rule, inner = self._numbered[number]
        return Hit(match, rule, tuple((group or "").lower() for group in match.groups()[number : number + inner]))


class Grammar:
    """Rules as a row of patterns; where several could match at a place, the first wins."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._rules = tuple(rules)
        self._at = lru_cache(_MEMORY)(self._first)

    @cached_property
    def _patterns(self) -> list[_Several]:
        return [_Several(self._rules[n : n + _TOGETHER]) for n in range(0, len(self._rules), _TOGETHER)]

    def _first(self, text: str, start: int, end: int) -> Hit | None:
        return next(filter(None, (pattern.at(text, start, end) for pattern in self._patterns)), None)

    def may_match(self, text: str, start: int, end: int) -> bool:
        """Is there a place at which it is worth trying?"""
        return any(True for _ in _begins(text, start, end))

    def search(self, text: str, start: int, end: int) -> Hit | None:
        """The first time that the text names from there on."""
        return next(filter(None, (self._at(text, begin, end) for begin in _begins(text, start, end))), None)


def _spaced(pattern: str) -> str:
    return pattern.replace("[- ]", r"[-\s]").replace(" ?", r"\s?").replace(" ", r"\s+")
