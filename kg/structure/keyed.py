"""A list of the letters by which minutes call who was there: "CE = Chief Executive, Fal Council" and others below or behind it.

Comes in: the strips of the opening.  Goes out: Entries.  The one idea: a list that tells what letters mean tells who was there as well, where
they are those of posts and the minutes make them speak.
"""

from __future__ import annotations

import re

from kg.lexicon.lists import lists
from kg.model import Span
from kg.patterns import expression
from kg.structure.entries import Entry, read_entry
from kg.structure.labels import label_of
from kg.structure.lines import Line
from kg.structure.posts import keyed
from kg.structure.words import FINITE

_KEYS = lists("titles").words("keys")
_DEFINED = expression(r"\(?[A-Z][A-Za-z&]{1,6}\)?(?:\s*[=:–—-]\s*|\s+)(?=[A-Z])")
_EQUALS = expression(r"[A-Z][A-Za-z]{1,5}\s*[=(–—-]")
_PARTS = expression(r"[;.,]\s+(?=[A-Z][A-Za-z&]{1,5}\s*[=(–—-])|;\s+|[.;]?\s*$")
_FEWEST = 2
_LONGEST = 20  # words
_SPEAKS = r"(?:^|[.!?:;)”\"]\s)(?:[-–•*▪\s]|\d+[.)]\s)*(?:The )?{}(?=['’]s?\s[a-z]|:\s|\s[a-z])"

Keyed = tuple[list[tuple[Entry, Line]], int]


def keyed_list(text: str, strips: list[Line], at: int) -> Keyed:
    """The entries of a list of letters and posts with the strips that they stand on, and the number of the strip behind it."""
    start = at + (strips[at].key in _KEYS and at + 1 < len(strips))
    found, stop = _in_row(text, strips[start]), start + 1
    if len(found) < _FEWEST:
        found, stop = _below(text, strips, start)
    below = strips[stop - 1].span.end
    speaking = sum(_speaks(text, one.initials, below) for one, _ in found) if len(found) >= _FEWEST else 0
    return (found, stop) if speaking >= _FEWEST else ([], at)


def _below(text: str, strips: list[Line], at: int) -> Keyed:
    """One entry a line; letters of a body alone are passed over."""
    found: list[tuple[Entry, Line]] = []
    while at < len(strips) and _may_belong(text, strips[at]):
        if (entry := _entry(text, strips[at].body)) and entry.initials:
            found.append((entry, strips[at]))
        at += 1
    return found, at


def _may_belong(text: str, line: Line) -> bool:
    words = line.body.of(text)
    if line.size > _LONGEST or line.numbering.kind or not FINITE.isdisjoint(line.words.split()):
        return False
    return bool((keyed(words) or _DEFINED.match(words)) and not label_of(text, line))


def _in_row(text: str, line: Line) -> list[tuple[Entry, Line]]:
    """ "CI = Chief Inspector, ETI; CE = Chief Executive, EA": the entries of one line."""
    found: list[tuple[Entry, Line]] = []
    start = line.body.start
    if not _EQUALS.match(line.words) or not FINITE.isdisjoint(line.words.split()):
        return found
    for sign in _PARTS.finditer(text, line.body.start, line.body.end):
        if entry := _entry(text, Span(start, sign.start())):
            found.append((entry, line))
        start = sign.end()
    return found


def _entry(text: str, span: Span) -> Entry | None:
    return read_entry(text, span) if keyed(span.of(text)) else None


def _speaks(text: str, letters: str | None, start: int) -> bool:
    """Do the minutes below begin a sentence with the letters?"""
    said = re.compile(_SPEAKS.format(re.escape(letters or "")), re.MULTILINE)
    return said.search(text, start) is not None
