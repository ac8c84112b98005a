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

# The words that a time can begin with, by their first letter: trying every rule at every word would take ten times as long.
_BEGINS = expression(
    r"\b(?:(?:[Tt]he|[Aa]n?|[Oo]ur|[Ii]ts|[Tt]heir)\s+)?(?:\d|E(?:O[DWMY]|FY)\b|CO[BP]\b|Xmas|[Ii]nside\s+the|[Ww]ithin\s+the|[Mm]onth|[Tt]urn\s+of|[Ff]ort"
    r"|[Aa](?:pr|ug|utumn|cadem|nother|bout|pprox|sap|s\s+(?:soon|quick|earl)|t\s+(?:a\b|some|later|future|date|stage|the\s+earl))"
    r"|[Bb](?:egin|usiness)|[Aa](?:scension|rmistice|ll\s+Saints|sh\s+Wed)|[Bb](?:oxing|onfire)|[Cc](?:lose|ourse|oming|urrent|alendar|hristmas|ouple|andlemas)|[Gg]ood\s+Fri|[Hh](?:allow|ogmanay)|[Ll](?:ady\s+Day|ammas)|[Mm](?:ichaelmas|idsummer|artinmas|othering)|[Nn]ew\s+Year|[Pp]entecost|[Ss](?:hrove|t\.?\s)|[Tt]welfth|[Ww]hit|[Dd]ec|[Ee](?:nd|arl|aster|ach|ver|ight|leven)"
    r"|[Ff](?:eb|ri|irst|our|ive|ift|ourteen|inal|inancial|iscal|ollowing|ort|urther|Y|ew)|[Hh]alf"
    r"|[Ii](?:mmediately|n\s+(?:due|future|the\s+(?:near|short|medium|long|fore|not|new|future)))|[Jj](?:an|un|ul)"
    r"|[Ll](?:ate|ast|atter)|[Mm](?:ar|ay\b|on|id|any)|[Nn](?:ov|ext|ew|in(?:e|th)|umber)|[Oo](?:ct|ne)|[Pp](?:revious|ast|arliament)"
    r"|[Qq](?:uarter|[1-4])|[Rr](?:est|emainder|ecess|eporting)|[Ss](?:ep|at|un|pring|ummer|tart|econd|ix|even|ome|everal|ame|chool|ession"
    r"|oon|hortly|traight)|[Tt](?:ue|hu|his|hird|wo|hree|en(?:th)?\b|welve|went|hirt|erm|oday|onight|omorrow)|[Uu](?:p\s+to|rgently)"
    r"|[Vv]ery|[Ww](?:ed|inter|eek|orking)|[Yy](?:ear|esterday)|APR|AUG|DEC|FEB|JAN|JUN|JUL|MAR|MAY|NOV|OCT|SEP)"
)


_MEMORY = 128  # places: several rules look for a time in the same sentence, one after the other
_PARTS, _PART = 32, 128  # parts of a text that are remembered, and the characters in one
_TOGETHER = 6  # rules in one pattern
_WIDEST = 64  # characters behind a part, within which its last place shows what it is
# the same in small letters, tried first: a letter is looked at faster than two
_BEGINS_SMALL = expression(re.sub(r"\[[A-Z]([a-z])\]", r"\1", _BEGINS.pattern).lower())


@lru_cache(_PARTS)
def _in_part(text: str, part: int) -> list[int]:
    """The places in one part of a text at which a time may begin."""
    places, first = [], part * _PART
    piece = text[first : first + _PART + _WIDEST]
    small = piece.lower()
    pattern, words = (_BEGINS_SMALL, small) if len(small) == len(piece) else (_BEGINS, piece)
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
