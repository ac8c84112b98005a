"""How a thing is judged: "found the case disturbing", "considered the target too steep", "called the paper a disgrace".

Comes in: a verb with its object behind it.  Goes out: the act that the judgement makes, or whether it is one.  The one idea: an adjective with an end to it, or a second noun,
behind the object tells what somebody thinks of it.
"""

from __future__ import annotations

from kg.facts.context import Context
from kg.facts.words import ARTICLES, PRONOUNS
from kg.lexicon.lists import lists

_SPEAKING = lists("speaking")
JUDGING = frozenset(
    "find call pronounce think consider deem declare judge term brand label describe regard hold".split()
)
_BAD, _GOOD = _SPEAKING.words("judged-bad"), _SPEAKING.words("judged-good")
_JUDGING = _BAD | _GOOD
_BEHIND_JUDGEMENT = frozenset(". , ; : ) that and but in for to at as because when given".split())
_NOT_IN_OBJECTS = frozenset("that which who ; , . because was were is had has at in on for of whether how".split())
_NEVER_ALONE = frozenset({"the", "a", "an", "his", "its", "their"})
_TIMES = _SPEAKING.words("times")  # "called the clinic an hour later"
_DEGREES = frozenset("too very quite rather somewhat hard difficult unduly far wholly entirely".split())
_SO = _SPEAKING.words("thought-so")
_ADJECTIVE_ENDS = tuple("ing able ible ous ful less ive ial ant ic fair unfair weak thin".split())


def judged_act(context: Context, verb: int, last: int) -> str | None:
    """ "found the last case disturbing", "pronounced this intolerable": what the adjective behind the object makes of it."""
    lows = context.tokens.lows
    for k in range(verb + 1, min(last, verb + 9)):
        if lows[k] in _JUDGING and (k + 1 >= last or lows[k + 1] in _BEHIND_JUDGEMENT):
            return "concerned" if lows[k] in _BAD else "welcomed"
        if lows[k] in {"that", "which", "who", ";", "because", "was", "were", "is"}:
            return None
    return None


def deems(context: Context, verb: int, last: int) -> bool:
    """ "considered the target too steep", "found this hard to accept", "called the paper a disgrace": an object and what is thought of it."""
    lows = context.tokens.lows
    opens = lows[verb + 1] if verb + 1 < last else "."
    if opens not in ARTICLES and opens != "it" and verb + 1 not in context.mention_at:
        return False
    behind_that = lows[verb + 2] if opens == "that" and verb + 2 < last else ""
    if behind_that in PRONOUNS or behind_that in ARTICLES or (behind_that and verb + 2 in context.mention_at):
        return False  # "declared that she owned a mooring"
    second = verb + 2 + (opens in _NEVER_ALONE)  # "called a meeting"
    for k in range(verb + 2, min(last, verb + 9)):
        if lows[k] in _NOT_IN_OBJECTS:
            return False
        if k >= second and _is_judgement(lows, verb, k, last):
            return True
    return False


def _is_judgement(lows: list[str], verb: int, k: int, last: int) -> bool:
    """Does a token behind an object tell what is thought of it: a degree, an adjective at the end, or (of what a thing is called) a noun?"""
    behind = lows[k + 1] if k + 1 < last else "."
    if lows[k] in _DEGREES and behind[0].isalpha():
        return True
    if behind in _BEHIND_JUDGEMENT and (lows[k].endswith(_ADJECTIVE_ENDS) or lows[k] in _SO):
        return True
    noun = lows[k] in {"a", "an"} and not lows[verb].startswith(("find", "found"))
    return noun and _TIMES.isdisjoint(lows[k + 1 : min(last, k + 4)])
