"""Undertakings that are over because of how one speaks of them: "described the inspection of X as", "went over the July inspection", "had seen it at its visit in May".

Comes in: a :class:`Phrase`.  Goes out: a :class:`Standing`, or ``None``.  The one idea: what is recounted, or at which something was found, has been.
"""

from __future__ import annotations

from kg.facts.context import Context, Line
from kg.facts.inspections.groups import group_at, is_done
from kg.facts.inspections.phrases import Phrase
from kg.facts.inspections.statuses import DONE, Standing
from kg.facts.inspections.words import TIMES, WORDS
from kg.facts.words import ARTICLES

_JUDGING, _RECOUNTING, _FINDING = WORDS.words("judging"), WORDS.words("recounting"), WORDS.words("finding")
_OVER = frozenset({"over", "through"})
_WENT = frozenset({"went", "gone", "go", "goes", "ran", "talked", "walked"})
_AT = frozenset({"at", "during", "on"})
_IN = frozenset({"in", "from", "through"})
_LEARNED = frozenset({"found", "learned", "learnt", "discovered", "uncovered"})
_NEAR = 9  # tokens before a phrase in which stands what was found at it
_DATED = 8  # tokens behind its head in which its time stands
_NOT_YET = WORDS.words("ahead") | {"forthcoming", "next", "planned", "proposed", "coming", "possible", "to"}


def recounted(context: Context, line: Line, phrase: Phrase) -> Standing | None:
    """Is it over, as the words before it tell?"""
    lows = context.tokens.lows
    ahead = (
        *lows[phrase.first : phrase.head],
        *lows[phrase.last : phrase.last + 1],
    )  # "the next visit", "the visit due in July"
    if not (phrase.definite or phrase.owner) or not _NOT_YET.isdisjoint(ahead):
        return None
    over = (
        _is_recounted(context, line, phrase)
        or _is_found_at(context, line, phrase)
        or _is_found_in(context, line, phrase)
    )
    return Standing("completed", "inspection-recounted", "find") if over else None


def _is_recounted(context: Context, line: Line, phrase: Phrase) -> bool:
    """ "described the inspection of X as", "went over the report of the May inspection"."""
    lows, k = context.tokens.lows, phrase.first - 1
    told = phrase.told or _dated(context, line, phrase)
    if phrase.cue.weak or phrase.own_pronoun or not told:
        return False
    if lows[k] == "of" and lows[k - 1] in {"report", "findings"} and lows[k - 2] in ARTICLES:
        k -= 3
    if lows[k] in _JUDGING:
        return "as" in lows[phrase.last : line.last] and _is_past(context, line, k)
    if lows[k] in _RECOUNTING:
        return phrase.cue.meaning == "inspection" and _is_past(context, line, k)
    return lows[k] in _OVER and not _WENT.isdisjoint(lows[max(line.first, k - 4) : k])


def _is_past(context: Context, line: Line, k: int) -> bool:
    group = group_at(context, k, line.first)
    return is_done(context.tokens.lows[k]) and group.tense in DONE and not group.negated


def _is_found_at(context: Context, line: Line, phrase: Phrase) -> bool:
    """ "had found the same at its inspection in February", "raised during HI's visit in May"."""
    lows = context.tokens.lows
    if lows[phrase.first - 1] not in _AT or not _dated(context, line, phrase):
        return False
    for k in range(phrase.first - 2, max(line.first, phrase.first - _NEAR) - 1, -1):
        if lows[k] in {",", ";", "that"}:
            return False
        if lows[k] in _FINDING and is_done(lows[k]) and not context.within_name(k):
            group = group_at(context, k, line.first)
            return group.tense in DONE and not group.negated
    return False


def _is_found_in(context: Context, line: Line, phrase: Phrase) -> bool:
    """ "explained what the Board found in its review of how courts bail": what has yielded something has been."""
    lows, k = context.tokens.lows, phrase.first - 2
    if not phrase.told or lows[phrase.first - 1] not in _IN or lows[k] not in _LEARNED or k <= line.first:
        return False
    group = group_at(context, k, line.first)
    return group.tense in DONE and not group.negated


def _dated(context: Context, line: Line, phrase: Phrase) -> bool:
    """Does it bear a time: "the July inspection", "its visit in the spring"?"""
    lows = context.tokens.lows
    return not TIMES.isdisjoint(lows[phrase.first : min(line.last, phrase.last + _DATED)])
