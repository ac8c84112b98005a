"""Notes that a label heads: "Next inspection (HI and ETI): Castlereagh schools, w/c 9 Sept", "Last audit – Hill Lane depot, May".

Comes in: a line that names no undertaking by a phrase.  Goes out: where it stands, what it is about and who is named.  The one idea: "next" and "last"
before the noun tell where it stands, the name behind the mark what is looked at.
"""

from __future__ import annotations

from kg.facts.context import Context, Line
from kg.facts.inspections.conductors import Conductors
from kg.facts.inspections.matter import is_time
from kg.facts.inspections.presence import Presence
from kg.facts.inspections.words import MARKS, WORDS
from kg.facts.words import ARTICLES

_STATUS = WORDS.values("in-turn")
_LONGEST = 4  # tokens of the label


def headed(context: Context, line: Line, who: Conductors) -> Presence | None:
    """What a label and the words behind it tell, or ``None``."""
    tokens = context.tokens
    status = _STATUS.get(tokens.lows[line.first])
    noun = _noun(context, line) if status else None
    if status is None or noun is None:
        return None
    head, kind = noun
    mark = _mark(context, head + 1, line.last)
    place = _place(context, mark + 1, line.last) if mark > 0 else None
    if place is None:
        return None
    return Presence(status, place, line.first, kind, who.listed(line, head + 1, mark) if mark > head + 1 else ())


def _noun(context: Context, line: Line) -> tuple[int, str] | None:
    """The last token of the noun of the label, with its kind."""
    nouns = context.lexicon.undertakings
    for k in range(line.first + 1, min(line.last, line.first + _LONGEST)):
        if (found := nouns.noun_at(context.tokens, k, line.first)) and not found[1].weak:
            return k, found[1].meaning
    return None


def _mark(context: Context, k: int, last: int) -> int:
    """The mark that ends the label, behind what stands in brackets, or -1."""
    words = context.tokens.words
    if k < last and words[k] == "(":
        k = next((m + 1 for m in range(k, last) if words[m] == ")"), last)
    return k if k < last - 1 and words[k] in MARKS else -1


def _place(context: Context, first: int, last: int) -> tuple[int, int] | None:
    """The name behind the mark, up to a comma."""
    words = context.tokens.words
    name = first + (context.tokens.lows[first] in ARTICLES)
    if not words[name][0].isupper() or is_time(context, first, last):
        return None
    return first, next((m for m in range(first, last) if words[m] in {",", ".", ";", "("}), last)
