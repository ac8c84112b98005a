"""An undertaking between a verb and its particle: "brought its next inspection there forward", "called the audit off".

Comes in: a :class:`Phrase` in its sentence.  Goes out: a :class:`Standing`, or ``None``.  The one idea: a verb with a particle that puts an undertaking off or
gives it up takes a short object in between.
"""

from __future__ import annotations

from kg.facts.context import Context, Line
from kg.facts.inspections.governed import by_verb
from kg.facts.inspections.groups import skipped
from kg.facts.inspections.phrases import Phrase
from kg.facts.inspections.statuses import GIVING_UP, Standing
from kg.facts.words import PREPOSITIONS
from kg.mentions.words import FUNCTION_WORDS

_PARTICLES = frozenset({"forward", "off", "back", "over", "up"})
_NEAR = 4  # tokens behind the phrase


def parted(context: Context, line: Line, phrase: Phrase) -> Standing | None:
    """ "had put its inspection of the quays off", "would bring its next visit forward"."""
    lows, verb = context.tokens.lows, phrase.first - 1
    while verb > line.first and skipped(lows[verb]):
        verb -= 1
    cues = context.lexicon.undertakings.phases.get(lows[verb], ()) if verb not in context.mention_at else ()
    for cue in cues:
        if len(cue.rest) == 1 and cue.rest[0] in _PARTICLES and cue.meaning in {"postpone", *GIVING_UP}:
            near = range(phrase.head + 1, min(line.last, phrase.last + _NEAR))
            if any(lows[k] == cue.rest[0] and _ends(context, k + 1, line.last) for k in near):
                return by_verb(context, line, verb, cue.meaning, "inspection-object")
    return None


def _ends(context: Context, k: int, last: int) -> bool:
    """Does the clause end before a token, or go on with when or why?"""
    low = context.tokens.lows[k] if k < last else "."
    return not low[0].isalnum() or low in PREPOSITIONS or low in FUNCTION_WORDS
