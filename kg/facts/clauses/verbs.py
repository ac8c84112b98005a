"""The verb group of a clause: auxiliaries, negation, adverbs and the main word.

Comes in: a token.  Goes out: the :class:`VerbGroup` that begins there, or ``None`` where no verb can stand.  The one idea: the
auxiliaries are closed classes, and the form of the main word tells the rest.
"""

from __future__ import annotations

from dataclasses import dataclass

from kg.facts.clauses.memory import remembered
from kg.facts.clauses.predicates import match
from kg.facts.context import Context
from kg.facts.shapes import Subject, VerbGroup
from kg.facts.words import ACTING, ADVERBS, BE, CONTRACTED, DO, FINITE, HAVE, MODALS, NOT, PREPOSITIONS, PRONOUNS
from kg.lexicon.inflection import participles, pasts, presents

_MANNER = 5  # words of how a thing is said, between commas


@remembered
def verb_group(context: Context, i: int, last: int) -> VerbGroup | None:
    """The verb group that begins at a token (after adverbs), or ``None`` where no verb can stand."""
    lows, first = context.tokens.lows, i
    if i < last and _is_a_head(lows[i]):
        return VerbGroup(i, i) if lows[i][0].isalpha() and _can_be_finite(context, i) else None
    parts = _Auxiliaries()
    while i < last and (not _is_a_head(lows[i]) or (parts.any and lows[i] in _OPENING_PHRASES)):
        after = _behind_phrase(lows, i) if lows[i] in _OPENING_PHRASES else _after_auxiliary(context, parts, i, last)
        if after is None:
            break
        i = after
    if i >= last or not context.tokens.words[i][0].isalpha():
        return parts.alone(first, max(first, min(i, last) - 1))
    low = lows[i]
    if not parts.any and not _can_be_finite(context, i):
        return None
    predicates = context.lexicon.predicates
    adjective = low in predicates.adjectives
    gerund = bool(parts.be) and low.endswith("ing") and len(low) > 4 and (not adjective or low in predicates.verbs)
    passive = bool(parts.be) and is_participle(low) and not adjective
    return VerbGroup(first, i, modal=parts.modal, negated=parts.negated, perfect=bool(parts.have) and not parts.be,
                     passive=passive, progressive=gerund, copula=bool(parts.be) and not passive and not gerund,
                     did=parts.did, be=parts.be)  # fmt: skip


@dataclass(slots=True)
class _Auxiliaries:
    """What stands before the head of a verb group."""

    modal: str = ""
    be: str = ""
    have: str = ""
    did: bool = False
    negated: bool = False

    @property
    def any(self) -> bool:
        return bool(self.modal or self.be or self.have or self.did)

    def alone(self, first: int, last: int) -> VerbGroup | None:
        """The group without a verb of content: "he did", "they had been", or ``None`` where nothing stands."""
        if not self.any:
            return None
        return VerbGroup(first, last, modal=self.modal, negated=self.negated, copula=bool(self.be), be=self.be,
                         did=self.did, perfect=bool(self.have))  # fmt: skip


_TO_AFTER_BE = frozenset("due set expected scheduled supposed meant planned intended likely unlikely going".split())
_MOST = frozenset("most more very rather quite".split())
_LESSENING = frozenset("less hardly scarcely far".split())
# every word but adverbs in -ly that may stand before the head: at most words nothing else is asked
_BEFORE_HEADS = NOT | ADVERBS | _LESSENING | FINITE | _TO_AFTER_BE | CONTRACTED.keys() | _MOST | {",", "to", "neither"}


# "will in future go out", "would in due course publish"
_PHRASES = frozenset(tuple(phrase.split()) for phrase in ACTING.words("adverbs-of-several-words"))
_OPENING_PHRASES = frozenset(phrase[0] for phrase in _PHRASES)
_LENGTHS = sorted({len(phrase) for phrase in _PHRASES})


def _behind_phrase(lows: list[str], i: int) -> int | None:
    """The token behind an adverb of several words that begins at one."""
    return next((i + size for size in _LENGTHS if tuple(lows[i : i + size]) in _PHRASES), None)


_NO_ADVERB = frozenset({"reply", "apply", "supply", "rely", "comply", "likely", "unlikely"})


def _is_a_head(low: str) -> bool:
    """Is it surely no word that stands before the head of a group?"""
    return low not in _BEFORE_HEADS and low[-2:] != "ly"


_NOR_BEHIND = 6  # tokens


def _after_auxiliary(context: Context, parts: _Auxiliaries, i: int, last: int) -> int | None:
    """Take one auxiliary, adverb or parenthesis into the parts: the token after it, or ``None`` where the head stands."""
    lows = context.tokens.lows
    low = CONTRACTED.get(lows[i], lows[i])
    if lows[i] == "'d" and i + 1 < last and is_participle(lows[i + 1]):  # "he'd written"
        low = "had"
    if lows[i] == "cannot" or low in NOT or (low in _LESSENING and parts.be):
        parts.negated = True
    if low == "neither" and "nor" in lows[i + 1 : i + _NOR_BEHIND]:  # "would neither confirm nor deny it"
        parts.negated = True
        return i + 1
    if (
        low in NOT
        or low in ADVERBS
        or (low in _LESSENING and parts.be)
        or (low.endswith("ly") and len(low) > 4 and low not in _NO_ADVERB)
    ):
        return i + 1
    if low == "," and i + 2 < last and (end := parenthesis_end(context, i, last)):
        return end
    if low in MODALS and not parts.be and not parts.have and not _is_a_first_name(context, i):
        parts.modal = low
    elif low in BE:
        parts.be = low
    elif low in HAVE and _is_auxiliary(context, i, last):
        parts.have = low
    elif low in DO and _is_auxiliary_do(context, i, last):
        parts.did = True
    elif low == "to" and parts.modal == "ought":
        return i + 1
    elif low == "to" and parts.be:
        parts.modal, parts.be = f"{parts.be} to", ""
    elif low in _MOST and parts.be and lows[i + 1 : i + 2] and lows[i + 1] in _TO_AFTER_BE:
        return i + 1  # "was most unlikely to"
    elif low in _TO_AFTER_BE and parts.be and lows[i + 1 : i + 2] == ["to"]:
        parts.modal, parts.be = f"{low} to", ""
        return i + 2
    else:
        return None
    return i + 1


def _is_a_first_name(context: Context, i: int) -> bool:
    """ "met Will Perrin": a word with a capital and before one that is no modal verb."""
    words = context.tokens.words
    return words[i][0].isupper() and words[i + 1][0].isupper() and not words[i + 1].isupper()


def parenthesis_end(context: Context, i: int, last: int) -> int | None:
    """ ", however,", ", in turn," and ", on behalf of the Trust,": the token after the second comma."""
    tokens = context.tokens
    for k in range(i + 2, min(last, i + 10)):
        if tokens.words[k] == ",":
            inner = tokens.lows[i + 1 : k]
            if inner[0] in ADVERBS or inner[0] in {"in", "for", "on", "as", "by", "at", "with", "through", "via"}:
                return k + 1
            if inner[0].endswith("ly") and len(inner) <= _MANNER:
                return k + 1  # ", courteously but quite firmly,"
            if inner[-1] in context.lexicon.predicates.verbs and (inner[0] in PRONOUNS or i + 1 in context.mention_at):
                return k + 1  # ", she declared,"
            return None
    return None


def _is_auxiliary(context: Context, i: int, last: int) -> bool:
    tokens = context.tokens
    k = i + 1
    while k < last and (tokens.lows[k] in ADVERBS or tokens.lows[k] in NOT or tokens.lows[k].endswith("ly")):
        k += 1
    if k < last and tokens.lows[k] == ",":
        k = parenthesis_end(context, k, last) or k  # "has, however, been asked"
    if k >= last:
        return True
    low = tokens.lows[k]
    return low in BE or low in HAVE or is_participle(low)


def _is_auxiliary_do(context: Context, i: int, last: int) -> bool:
    return (
        any(tokens_low in NOT or tokens_low in PRONOUNS for tokens_low in context.tokens.lows[i + 1 : i + 3])
        or i + 1 >= last
        or (context.tokens.lows[i] == "did" and _verb_behind(context, i, last))
    )


def _verb_behind(context: Context, i: int, last: int) -> bool:
    """Does a verb of the vocabulary stand behind "did", be it behind an adverb or a parenthesis ("did, however, pledge")?"""
    lows, k = context.tokens.lows, i + 1
    while k < last and (lows[k] in ADVERBS or lows[k] == ","):
        end = parenthesis_end(context, k, last) if lows[k] == "," else k + 1
        if end is None:
            return False
        k = end
    return k < last and lows[k] in context.lexicon.predicates.verbs


def is_participle(low: str) -> bool:
    """Can this word be a past participle?"""
    if (
        low.endswith("ed")
        and len(low) > 3
        and low not in {"need", "indeed", "proceed", "exceed", "succeed", "speed", "feed", "agreed-upon", "hundred"}
    ):
        return True
    return low in participles()


def is_past(low: str) -> bool:
    """Can this word be a past tense?"""
    return (
        low[-2:] == "ed"
        and len(low) > 3
        and low not in {"need", "indeed", "proceed", "exceed", "succeed", "speed", "feed", "hundred"}
    ) or low in pasts()


def _can_be_finite(context: Context, i: int) -> bool:
    low = context.tokens.lows[i]
    if i in context.mention_at and context.tokens.words[i][0].isupper():
        return False
    return (
        is_past(low)
        or low in context.lexicon.predicates.verbs
        or low in HAVE
        or low in DO
        or low in presents()
        or low in _MEANING
    )


def verbless(context: Context, subject: Subject, last: int) -> VerbGroup | None:
    """The adjective of a clause without its verb: "AN delighted to hear it", "DPP not convinced", "IM less sure"."""
    lows, i, negated = context.tokens.lows, subject.last, False
    if (subject.actors[-1].key is None and subject.actors[-1].word not in _TOGETHER) or i - subject.actors[-1].last > 0:
        return None
    while i < last and (lows[i] in _DEGREES or lows[i] in NOT or lows[i].endswith("ly")):
        negated = negated or lows[i] in NOT or lows[i] in _LESSENING
        i += 1 + (lows[i : i + 2] == ["v", "."])
    if i >= last or lows[i] not in context.lexicon.predicates.adjectives:
        return None
    follows = lows[i + 1] if i + 1 < last else "."
    if lows[i] in PREPOSITIONS and match(context, VerbGroup(i, i, copula=True, be="was"), last) is None:
        return None
    if (
        is_past(lows[i])
        and not negated
        and (follows not in _AFTER_ADJECTIVE or lows[i] in context.lexicon.predicates.verbs)
    ):
        return None
    return VerbGroup(i, i, negated=negated, copula=True, be="was")


_MEANING = frozenset("mean pledge promise undertake refuse decline offer agree".split())  # of several who do
_TOGETHER = frozenset({"all", "both", "members"})
_DEGREES = _LESSENING | frozenset("v very both all more quite rather also still most too".split())
_AFTER_ADJECTIVE = frozenset(". , ; : – — - that to by with at about for in and but if".split())
