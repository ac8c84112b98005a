"""The verb group around a verb: its tense, whether it is negated or passive, what governs its infinitive.

Comes in: the token of a verb.  Goes out: a :class:`Group`.  The one idea: what stands to the left of an English verb
(auxiliaries, "to", adverbs, "not") tells all that a status needs to know; form alone decides where nothing stands.
"""

from __future__ import annotations

from enum import StrEnum

from kg.facts import clauses
from kg.facts.context import Context
from kg.facts.inspections.words import WORDS
from kg.facts.words import ADVERBS, AUXILIARIES, BE, BEING, CONTRACTED, DO, HAVE, MODALS, NOT
from kg.lexicon.inflection import irregular
from kg.mentions.words import MONTHS
from kg.values import value

_FUTURE = frozenset({"will", "would", "shall", "'ll"})
_AUXILIARY = AUXILIARIES | DO | NOT | frozenset(CONTRACTED) | {"to", "longer"}
AT_LAST = frozenset(
    {("at", "last"), ("at", "length"), ("in", "fact"), ("by", "then"), ("by", "now"), ("at", "present")}
)
_AHEAD = WORDS.words("ahead")
_TO_BE = frozenset({"is", "are", "was", "were"})
_BE_OR_DO = BE | DO
WITHIN = ADVERBS | {"last", "first", "recently", "ourselves", "themselves", "itself", "himself", "herself"}
_INSIDE = _AUXILIARY | WITHIN
_TIMING = frozenset({"since", "in", "this", "last", "earlier", "that"})
_TIME = _TIMING | {
    "the",
    "early",
    "late",
    "year",
    "spring",
    "summer",
    "autumn",
    "winter",
    "month",
    "then",
    "that",
    "very",
    "same",
    "week",
    "day",
}
_LONGEST_TIME = 4  # words
_NEGATING = NOT | {"unlikely", "longer"}


class Tense(StrEnum):
    """When a verb group says that something is."""

    PAST = "past"
    PERFECT = "perfect"
    GOING = "going"
    PRESENT = "present"
    FUTURE = "future"
    OPEN = "open"  # could, should, may: nobody has decided
    BARE = "bare"  # an infinitive or a participle without auxiliary


@value
class Group:
    """A verb with what stands before it: ``first`` is its first auxiliary, ``head`` the verb, ``to`` the "to" of an infinitive or -1."""

    first: int
    head: int
    tense: Tense
    negated: bool = False
    passive: bool = False
    modal: str = ""
    to: int = -1


def is_done(low: str) -> bool:
    """Can this word tell what was done, as a past tense or as a participle ("begun", "undertaken")?"""
    return clauses.is_past(low) or (clauses.is_participle(low) and low not in irregular())


def skipped(low: str) -> bool:
    """Is this a word that may stand inside a verb group?"""
    return low in WITHIN or (low.endswith("ly") and len(low) > 4)


def group_at(context: Context, head: int, first: int) -> Group:
    """The group of the verb at ``head``; nothing before ``first`` is looked at."""
    lows = context.tokens.lows
    i = aside = _walk(context, head, first)
    opening = _aside(lows, i, first) if lows[i - 1] == "," else _timed(lows, i, first) if i == head else -1
    if opening >= 0:
        i = _walk(context, opening, first)
    elif i == head:
        return Group(head, head, _form(lows[head]))
    else:
        opening = i
    while i < head and skipped(lows[i]) and lows[i] not in NOT:
        i += 1
    words = [*lows[i:opening], *lows[max(i, aside) : head]]
    parts = [CONTRACTED.get(low, low) for low in words]
    negated = not _NEGATING.isdisjoint(words)
    to = next((k for k in range(head - 1, i - 1, -1) if lows[k] == "to"), -1) if "to" in lows[i:head] else -1
    modal = next((low for low in parts if low in MODALS), "") if not MODALS.isdisjoint(parts) else ""
    passive = _passive(context, head, parts)
    tense = _tense(context, head, parts, modal, to - i if to >= 0 else -1)
    return Group(i, head, tense, negated, passive, modal, to)


def _walk(context: Context, i: int, first: int) -> int:
    """The first word of the verb group that ends before ``i``."""
    lows, words = context.tokens.lows, context.tokens.words
    while (
        i > first
        and (
            lows[i - 1] in _INSIDE
            or skipped(lows[i - 1])
            or (lows[i] == "to" and _before_to(lows, i))
            or (lows[i - 1], lows[i]) in AT_LAST
            or (lows[i - 2], lows[i - 1]) in AT_LAST
        )
        and words[i - 1] != "May"  # "begun in May was finished"
    ):
        i -= 1
    return i


def _aside(lows: list[str], i: int, first: int) -> int:
    """The comma behind an auxiliary that opens a short aside, which another closes right before ``i`` ("would, funds permitting, audit"), or -1."""
    if i - 1 <= first:
        return -1
    opening = next((k for k in range(i - 3, max(first, i - 9), -1) if lows[k] == ","), -1)
    return opening if opening > first and lows[opening - 1] in AUXILIARIES else -1


def _timed(lows: list[str], i: int, first: int) -> int:
    """Where a time opens that parts an auxiliary from the participle at ``i`` ("had since January run", "has in 2019 begun", "had that week begun"), or -1."""
    k = i
    while (
        k > first and i - k < _LONGEST_TIME and (lows[k - 1] in MONTHS or lows[k - 1] in _TIME or lows[k - 1].isdigit())
    ):
        k -= 1
    timed = k < i - 1 and lows[k] in _TIMING and lows[k - 1] in HAVE and clauses.is_participle(lows[i])
    return k if timed else -1


def _before_to(lows: list[str], i: int) -> bool:
    """ "was due to begin", "is unlikely to take place": the word between be and "to"."""
    return lows[i - 1] in _AHEAD and (lows[i - 2] in BE or skipped(lows[i - 2]))


def _passive(context: Context, head: int, parts: list[str]) -> bool:
    low = context.tokens.lows[head]
    carried = [part for part in parts if part in BEING]
    return bool(carried) and carried[-1] in BE and clauses.is_participle(low) and not low.endswith("ing")


def _tense(context: Context, head: int, parts: list[str], modal: str, to: int) -> Tense:
    low = context.tokens.lows[head]
    if modal in _FUTURE:
        return Tense.FUTURE
    if modal:
        return Tense.OPEN
    if to >= 0:
        return Tense.FUTURE if set(parts[:to]) & _TO_BE else Tense.BARE
    seen = set(parts)
    if "being" in seen or (low.endswith("ing") and seen & BE):
        return Tense.GOING
    if seen & HAVE:
        return Tense.PERFECT
    if seen & {"was", "were"}:
        return Tense.PAST
    if seen & BE == {"be"}:
        return Tense.BARE  # a subjunctive: "that a review be commissioned"
    if seen & _BE_OR_DO:
        return Tense.PAST if "did" in seen else Tense.PRESENT
    return _form(low)


def _form(low: str) -> Tense:
    """When a verb says that something is, as far as its own form tells."""
    if clauses.is_past(low):
        return Tense.PAST
    return Tense.BARE if low.endswith("ing") or not low.endswith("s") else Tense.PRESENT


def causer_of(context: Context, k: int, first: int) -> int:
    """ "offered to have the Force carry out a review": the verb that makes somebody do it, or -1."""
    lows = context.tokens.lows
    for m in range(k - 2, max(first, k - 9), -1):
        if lows[m] in {"have", "get", "let", "make"} and lows[m - 1] == "to":
            return m
        if lows[m] in {"that", ",", ";"}:
            return -1
    return -1
