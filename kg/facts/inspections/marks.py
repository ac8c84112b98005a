"""The words of a sentence that may name an undertaking, or the doing of one.

Comes in: a sentence.  Goes out: a :class:`Mark` for each.  The one idea: what the lexicon knows of a word is looked up once, and every rule of inspections is
given it.
"""

from __future__ import annotations

from typing import NamedTuple

from kg.facts.context import Context, Line
from kg.facts.signs import UNDERTAKINGS
from kg.lexicon.undertakings import Cue


class Mark(NamedTuple):
    """A token, the noun that ends at it with its first token, and the verb that begins at it with the token behind."""

    at: int
    noun: tuple[int, Cue] | None
    verb: tuple[int, Cue] | None


def marks_in(context: Context, line: Line) -> list[Mark]:
    """The marks of a sentence, in order."""
    if not line.signs & UNDERTAKINGS:
        return []
    words, tokens, lows = context.lexicon.undertakings, context.tokens, context.tokens.lows
    return [
        Mark(
            i,
            words.noun_at(tokens, i, line.first) if lows[i] in words.nouns else None,
            words.verb_at(tokens, i, line.last) if lows[i] in words.verbs else None,
        )
        for i in context.showing(UNDERTAKINGS, line.first, line.last)
    ]
