"""The undertaking that minutes told of last: whose it is, and where.

Comes in: who carries out the inspection, review or audit of a sentence.  Goes out: whose work goes on a sentence or two later ("The report is due in
May", "The rest will be finished by June", "Their draft letter").  The one idea: what comes of a work is of whoever does it, while the minutes stay with it.
"""

from __future__ import annotations

from kg.facts.context import Context, Line
from kg.facts.words import ACTING
from kg.values import value

_OF_A_WORK = ACTING.words("of-a-work")
_REMAINDERS = ACTING.words("remainders")
_ENDS = ACTING.words("ends-of-a-work")
_BACK = frozenset({"it", "this", "that", "they", "these", "both", "all"})
_BEHIND_A_NOUN = frozenset("of on by for from to about in into with at as , which that is are was were".split())
_FAR = 60  # tokens from the sentence that told of it


@value
class Work:
    """Who carries out the undertaking told last, behind which token, and under which heading."""

    doers: tuple[str, ...] = ()
    at: int = -1
    position: int = -1


def whose(context: Context, work: Work, line: Line, first: int, last: int) -> tuple[str, ...]:
    """Whose work the words between two tokens are of: "its report", "the remaining six", "a draft"."""
    near = 0 <= line.first - work.at <= _FAR and work.position == (line.passage.position or 0)
    if not near or not work.doers or last <= first:
        return ()
    lows = context.tokens.lows
    head = _head(context, first, last)
    if any(k in context.mention_at for k in range(first, head + 1)):
        return ()
    left = not _REMAINDERS.isdisjoint(lows[first : first + 3]) and not _ENDS.isdisjoint(lows[last : line.last])
    return work.doers if lows[head] in _OF_A_WORK or left else ()


def continued(context: Context, work: Work, line: Line, first: int, head: int) -> tuple[str, ...]:
    """Whose work "it", "this" or "they" takes up right behind the sentence that told of it: "It would be done remotely", "They will be back in May"."""
    lows = context.tokens.lows
    goes_on = work.at == line.first and lows[first] in _BACK and bool(_ENDS & set(lows[head : head + 2]))
    return work.doers if goes_on else ()


def _head(context: Context, first: int, last: int) -> int:
    """The noun of the words from a token: before "of", "on", "by" or their end."""
    lows = context.tokens.lows
    end = next((k for k in range(first + 1, last) if lows[k] in _BEHIND_A_NOUN), last)
    return end - 1
