"""The marks that begin a list item: bullets, numbers, letters.

Comes in: a line without white space around it.  Goes out: its mark, if any.  The one idea: a symbol is layout and is
left out of the item; a number or letter is how people refer to the item, and stays.
"""

from __future__ import annotations

from dataclasses import dataclass

from kg.patterns import expression

_SYMBOL = expression(r"(?:[•◦‣▪▫■□●○◆►➢✓\uf0b7\uf0a7\u00b7]\s*)+|(?:[-–—*](?:\s+|$))+|o(?:\s+|$)")
_NUMBER = expression(
    r"(?:\d{1,3}(?:\.\d{1,3})+\.?|\d{1,3}[.)]|[A-Za-z]\)|\((?:[ivxl]{1,5}|[a-z]|\d{1,3})\)|[ivxl]{1,5}\))(?=\s|$)"
    r"|\d{1,3}(?=\t)"
)
_DAY = expression(r"(?:0?[1-9]|[12]\d|3[01])\.(?:0?[1-9]|1[0-2])\.[123]\d")
_DEEPER = {"o": 2, "◦": 2, "○": 2, "▪": 3, "■": 3, "▫": 3, "\uf0a7": 3}  # what Word gives the second and third level


@dataclass(frozen=True, slots=True)
class Marker:
    """The mark of a list item: how many characters of the line to leave out, how deep it lies, and what is known of it.

    ``alone``: nothing but the mark stands on the line.  ``certain``: no line of prose begins like this, wherever
    it was wrapped.
    """

    length: int
    level: int
    alone: bool = False
    certain: bool = False


def is_rule(text: str) -> bool:
    """Is there neither letter nor digit in it?  Such a line separates, it does not say anything."""
    return not any(map(str.isalnum, text))


def is_framed(line: str) -> bool:
    """Does the same dash or star stand before and behind the words ("– Fares –"), as they frame a heading?"""
    return len(line) > 4 and line[0] in "-–—*~=" and line[-1] == line[0] and " " in (line[1], line[-2])


def marker(line: str) -> Marker | None:
    """The mark that the line begins with.

    >>> marker("• Stalking")
    Marker(length=2, level=1, alone=False, certain=True)
    >>> marker("1.2 Stalking")
    Marker(length=0, level=2, alone=False, certain=False)
    >>> marker("12 September 2019") is None
    True
    >>> marker("– Matters of the day –") is None
    True
    """
    if is_framed(line):
        return None
    if symbol := _SYMBOL.match(line):
        length = symbol.end()
        first = symbol.group()[0]
        if length == len(line) > 1 and first in "-*":
            return None  # "* * *" is a rule between two parts
        return Marker(length, _DEEPER.get(first, 1), alone=length == len(line), certain=first not in "-–—*o")
    if _DAY.fullmatch(line):
        return None  # "22.6.21": a day, and no number of what follows
    if number := _NUMBER.match(line):
        parts = number.group().strip("().").count(".") + 1
        return Marker(0, parts, alone=number.end() == len(line))
    return None
