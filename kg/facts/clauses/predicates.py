"""The predicate of speech that stands at the head of a verb group.

Comes in: a verb group.  Goes out: the longest :class:`Match` of the vocabulary.  The one idea: a predicate of several words
leaves room for determiners, an addressee and one adjective ("made the very strong point that").
"""

from __future__ import annotations

from kg.facts.context import Context
from kg.facts.shapes import Match, VerbGroup
from kg.facts.words import ADVERBS
from kg.lexicon.predicates import FILLERS, Predicate

_DEGREES = FILLERS | ADVERBS | {"very", "most", "more"}
_SAID = frozenset({"asked", "informed"})


def match(context: Context, group: VerbGroup, last: int, *, verbs_only: bool = False) -> Match | None:
    """The predicate of speech whose head is the head of a verb group; ``verbs_only`` reads "was agreed" as a passive."""
    low = context.tokens.lows[group.head]
    predicates = context.lexicon.predicates
    if verbs_only:
        entries = predicates.verbs.get(low)
        return _longest(context, entries, group.head, last) if entries else None
    if group.copula and (entries := predicates.adjectives.get(low)):
        if (found := _longest(context, entries, group.head, last)) is not None:
            return found
    if group.copula and tokens_skip(context, group.head, last) is not None:
        k = tokens_skip(context, group.head, last)
        if (
            k is not None
            and (entries := predicates.adjectives.get(context.tokens.lows[k]))
            and (found := _longest(context, entries, k, last))
        ):
            return found
    if low in {"felt", "seemed", "remained", "remains", "feels", "became"}:
        k = group.head + 1
        while k < last and context.tokens.lows[k] in _DEGREES:
            k += 1
        if (
            k < last
            and (entries := predicates.adjectives.get(context.tokens.lows[k]))
            and (found := _longest(context, entries, k, last))
        ):
            return found
    entries = predicates.verbs.get(low)
    return _longest(context, entries, group.head, last) if entries else None


def tokens_skip(context: Context, i: int, last: int) -> int | None:
    """Past degree words before an adjective: "was very much concerned", "was of the opinion"."""
    k = i
    while (
        k < last
        and context.tokens.lows[k]
        in {
            "very",
            "most",
            "more",
            "quite",
            "rather",
            "extremely",
            "particularly",
            "of",
            "in",
            "the",
            "a",
            "an",
            "under",
            "much",
        }
        and k - i < 3
    ):
        k += 1
    return k if k != i and k < last else None


def _longest(context: Context, entries: list[Predicate], i: int, last: int) -> Match | None:
    ahead = context.ahead(i + 1, last) if entries[0].rest else set()  # the longest stands first
    for entry in entries:
        rest = entry.rest
        if (not rest or (rest[0] in ahead and ahead.issuperset(rest))) and (
            end := _rest_end(context, entry, i, last)
        ) is not None:
            return Match(entry, i, end)
    return None


def _aside_end(context: Context, i: int, last: int) -> int | None:
    """The token after ", however," between a verb and its complement, or ``None`` where no such aside stands."""
    lows = context.tokens.lows
    closes = i + 2 < last and lows[i + 2] == ","
    return i + 3 if closes and lows[i + 1] in ADVERBS else None


def _rest_end(context: Context, entry: Predicate, i: int, last: int) -> int | None:
    """The token after a predicate of several words, with room for determiners, an addressee and one adjective."""
    tokens = context.tokens
    j, before = i + 1, ""
    for wanted in entry.rest:
        free, fillers = (0 if wanted in {"to", "that"} or before == "to" else 2), 0
        before = wanted
        while j < last and tokens.lows[j] != wanted and tokens.bases[j] != wanted:
            low = tokens.lows[j]
            mention = context.mention_at.get(j)
            if mention is not None and mention.last < last and fillers < 4:
                j, fillers = mention.last, fillers + 1
                continue
            if low == "that" and not (j + 1 < last and wanted in (tokens.lows[j + 1], tokens.bases[j + 1])):
                return None
            if low == "," and (end := _aside_end(context, j, last)):
                j = end
                continue
            if low == "written" and entry.act in _SAID:
                return None  # "requested a written explanation": a paper, and nothing said
            if (
                low in FILLERS
                or (wanted == "to" and low in ADVERBS)
                or low in {"that", "him", "her", "them", "members", "members'"}
            ):
                fillers += 1
            elif free and low[0].isalpha() and low not in {"that", "to", "and", "of", "for", "whether"}:
                free -= 1
            else:
                return None
            if fillers > 4:
                return None
            j += 1
        if j >= last:
            return None
        j += 1
    return j
