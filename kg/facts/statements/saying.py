"""A second verb that tells the act of the first: "opened by asking", "had to concede", "was sorry to report".

Comes in: a verb group.  Goes out: the predicate of the verb behind it.  The one idea: verbs of beginning and adjectives of
readiness say how a thing was said; the verb that they lead to says what was done.
"""

from __future__ import annotations

from kg.facts import clauses
from kg.facts.clauses import Match, VerbGroup
from kg.facts.context import Context
from kg.facts.statements.acts import BEGIN
from kg.facts.words import ADVERBS
from kg.lexicon.lists import lists


def inner_verb(context: Context, group: VerbGroup, last: int) -> Match | None:
    """The predicate behind "by" or "to" that tells the act, or ``None`` where the first verb tells it itself."""
    return _by_saying(context, group, last) or _to_say(context, group, last) or _of_oneself(context, group, last)


def begun(context: Context, group: VerbGroup, last: int) -> str | None:
    """ "started with the lamps", "closed with a question": the act of the noun that follows, else news of a matter."""
    lows = context.tokens.lows
    k = group.head + 1
    if group.be or group.modal or lows[group.head] not in BEGIN:
        return None
    if lows[k : k + 1] == ["the"] and lows[k + 1] in _PROCEEDINGS:
        k += 2  # "opened the meeting with an account of the storms"
    if lows[k : k + 1] != ["with"]:
        return None
    if "thanks" in lows[k + 1 : min(last, k + 5)]:
        return "thanked"  # "closed with a vote of thanks"
    nouns, told = context.lexicon.predicates.nouns, lows[k + 1 : min(last, k + 5)]
    return next((nouns[low] for low in told if low in nouns), "informed" if k == group.head + 1 else None)


_ONESELF = frozenset("himself herself itself themselves".split())


def _of_oneself(context: Context, group: VerbGroup, last: int) -> Match | None:
    """ "professed himself alarmed", "declared itself content": the adjective tells the act."""
    lows, k = context.tokens.lows, group.head + 2
    if k >= last or lows[group.head + 1] not in _ONESELF or lows[k] not in context.lexicon.predicates.adjectives:
        return None
    return clauses.match(context, VerbGroup(k, k, copula=True, be="was"), last)


def _by_saying(context: Context, group: VerbGroup, last: int) -> Match | None:
    """ "opened by asking", "began by thanking", "replied saying": the second verb tells the act."""
    lows = context.tokens.lows
    k = group.head + 1
    if lows[k] == "the" and lows[k + 2] == "by" and lows[k + 1] in _PROCEEDINGS:
        k += 2  # "opened the meeting by asking"
    if k < last and lows[k] in {"by", "in"}:
        k += 1
    if (
        k < last
        and lows[k].endswith("ing")
        and lows[k] in context.lexicon.predicates.verbs
        and (k > group.head + 1 or lows[group.head] in BEGIN)
    ):
        return clauses.match(context, VerbGroup(k, k), last)
    return None


_PROCEEDINGS = lists("speaking").words("proceedings")


_TO_SAY = frozenset(
    """
    went wished wanted sought had proceeded began continued came able bound obliged forced quick careful minded inclined
    disposed compelled constrained moved pains tempted keen anxious sorry pleased glad delighted happy eager concerned
    content willing prepared ready interrupted intervened ventured dared presumed bold far good kind
    """.split()
)
_TELLING = frozenset(
    "report announce confirm say stress emphasise point explain clarify underline highlight reiterate undertake promise pledge thank congratulate apologise disappoint refuse decline".split()
)
_PLEASED = frozenset(
    "keen anxious sorry pleased glad delighted happy eager concerned wanted wished came sought content willing prepared ready".split()
)


_WISHING = frozenset({"wished", "wanted", "keen", "anxious"})
_RECORDING = frozenset(
    {"record", "register", "place", "make", "note"}
)  # "wished to record her thanks", "to make clear that"
_BETWEEN = lists("speaking").words("before-saying")
_REACH = 7


def _to_say(context: Context, group: VerbGroup, last: int) -> Match | None:
    """ "was minded to agree", "had to concede", "went on to question", "was sorry to report": the second verb tells the act."""
    lows = context.tokens.lows
    if group.modal or group.negated or _TO_SAY.isdisjoint(lows[group.head : min(last, group.head + 3)]):
        return None
    head = next(k for k in range(group.head, last) if lows[k] in _TO_SAY)
    k = next((k for k in range(head + 1, min(last - 1, head + _REACH)) if lows[k] == "to"), None)
    if k is None:
        return None
    if not all(low in _BETWEEN or low in ADVERBS or low.endswith("ly") for low in lows[head + 1 : k]):
        return None  # "wanted Mr Stone to explain"
    verb = k + 1
    if lows[verb] not in context.lexicon.predicates.verbs:
        return None
    on_record = lows[head] in _WISHING and lows[verb] in _RECORDING
    if lows[head] in _PLEASED and lows[verb] not in _TELLING and not on_record:
        return None
    found = clauses.match(context, VerbGroup(verb, verb), last)
    return found if found and lows[verb] in found.predicate.base.split()[:1] else None
