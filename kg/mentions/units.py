"""Units of bodies that are called by the body and a place: "CPS London", "CPS North Moor", "NHS Tayside".

Comes in: the place in the tokens behind a known body.  Goes out: where the name of its unit ends.  The one idea: a region of an
organisation is the organisation's name and a capitalised word that is nothing else that we know.
"""

from __future__ import annotations

from kg.mentions.scan import Scanner
from kg.mentions.words import FUNCTION_WORDS, MONTHS, NO_PLACES, PLACES, QUARTERS, WITH_UNITS


def unit_end(scanner: Scanner, known_end: int, last: int, *, with_branches: bool = False) -> int:
    """The token after the unit, where a known body is followed by a place; else ``known_end``."""
    tokens = scanner.tokens
    if known_end >= last or not scanner.capital(known_end):
        return known_end
    if tokens.bases[known_end] in PLACES:
        return known_end + 1
    if tokens.lows[known_end] in QUARTERS:
        further = known_end + 1 < last and scanner.capital(known_end + 1)
        alone = tokens.bases[known_end - 1] not in QUARTERS and not further
        return known_end + 2 if further else known_end + alone
    own = (with_branches or tokens.words[known_end - 1] in WITH_UNITS) and _is_place(scanner, known_end)
    return known_end + 1 if own else known_end


def _is_place(scanner: Scanner, i: int) -> bool:
    """Can a capitalised word be the name of a place?"""
    word, low = scanner.tokens.words[i], scanner.tokens.bases[i]
    if low in NO_PLACES or low in FUNCTION_WORDS or low in MONTHS:
        return False
    known = low in scanner.lexicon.bodies or low in scanner.first_names or scanner.role(i, i + 1)
    return word[1:].islower() and len(word) > 3 and not known
