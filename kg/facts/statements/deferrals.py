"""What the meeting put off, handed on or could not settle: "The item was remitted to the Clerk.", "No agreement could be reached.".

Comes in: a sentence.  Goes out: what those who met decided, or that they differed.  The one idea: an item of business is the meeting's own, so that who put it off
need not be named.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.facts.context import Context, Line
from kg.facts.discourse import Discourse
from kg.facts.signs import needs, sign
from kg.facts.statements.report import Report
from kg.facts.statements.telegraphic import opening
from kg.facts.statements.voices import everybody
from kg.facts.words import ADVERBS
from kg.lexicon.lists import lists

_BUSINESS, _DEFERRED = lists("speaking").words("business"), lists("speaking").words("deferred")
_WITH_ADVERB = {
    "put": ("off", "back"),
    "held": ("over",),
    "carried": ("over", "forward"),
    "left": ("on",),
    "laid": ("on",),
}
_ACCORDS, _REACHED = lists("speaking").words("accords"), lists("speaking").words("reached")
_PAST = frozenset({"was", "were", "could"})
_BE = frozenset({"was", "were"})
_ARTICLES = frozenset({"the", "this", "that"})
_LONGEST = 6  # tokens of what was put off


@needs(sign(_DEFERRED))
def deferred(context: Context, discourse: Discourse, line: Line) -> Iterator[Report]:
    """ "The item was deferred.", "Consideration of the paper was adjourned.", "Decision put off to July."."""
    lows, start = context.tokens.lows, opening(context, line)
    if lows[start] not in _ARTICLES and lows[start] not in _BUSINESS:
        return
    at = next((k for k in range(start, min(line.last, start + _LONGEST)) if lows[k] in _BUSINESS), None)
    verb = next((k for k in range(start + 1, min(line.last, start + 2 * _LONGEST)) if lows[k] in _DEFERRED), None)
    if at is None or verb is None or verb < at or not _governs(context, start, at, verb):
        return
    if (adverbs := _WITH_ADVERB.get(lows[verb])) and lows[verb + 1] not in adverbs:
        return
    if "by" not in lows[verb + 1 : verb + 3]:  # by somebody, who may have been elsewhere
        yield Report(everybody(context), "decided", "deferred", (start, line.last))


@needs(sign(_ACCORDS))
def unreached(context: Context, discourse: Discourse, line: Line) -> Iterator[Report]:
    """ "No agreement could be reached.", "Consensus was not achieved on the levy.": those who met were not of one mind."""
    lows, start = context.tokens.lows, opening(context, line)
    noun = start + (lows[start] == "no")
    if lows[noun] not in _ACCORDS:
        return
    verb = next((k for k in range(noun + 1, min(line.last, noun + _LONGEST)) if lows[k] in _REACHED), None)
    denied = verb is not None and (noun > start or "not" in lows[noun + 1 : verb])
    if denied and not _PAST.isdisjoint(lows[noun + 1 : verb]):
        yield Report(everybody(context), "disagreed", "unreached", (start, line.last))


def _governs(context: Context, start: int, at: int, verb: int) -> bool:
    """Does "was", or in a jotted note nothing, stand between the business and the verb?"""
    lows = context.tokens.lows
    before = verb - 1
    while before > at and lows[before] in ADVERBS:
        before -= 1
    return lows[before] in _BE or before == at == start
