"""Where the main clause of a sentence begins.

Comes in: a sentence.  Goes out: the token behind list marks, "However," and opening adverbials.
"""

from __future__ import annotations

from kg.facts.clauses.actors import actor_at, possessive
from kg.facts.clauses.memory import remembered
from kg.facts.clauses.predicates import match
from kg.facts.clauses.subjects import subject_at
from kg.facts.clauses.verbs import is_past, verb_group
from kg.facts.context import Context, Line
from kg.facts.words import ADVERBS, BE, OPENERS, PREPOSITIONS, SINGULAR, SUBORDINATORS
from kg.lexicon.lists import lists

_PUT = lists("speaking").words("fronted")
_BEFORE_NO_CLAUSE = PREPOSITIONS | BE
_BEFORE_NO_SUBJECT = PREPOSITIONS | {"and", "the"}
_LOOSE = ADVERBS | {","}
_WHEN = frozenset({"at", "in", "on", "during"})
_PARTICIPLES = frozenset({"having", "being"})


def opened(context: Context, line: Line) -> Line:
    """The sentence, with what its main clause begins with noted."""
    line.start = main_start(context, line.first, line.last)
    line.subject = subject_at(context, line.start, line.last)
    return line


@remembered
def main_start(context: Context, first: int, last: int) -> int:
    """The token at which the main clause begins: after list marks, "However,", and adverbial phrases up to their comma."""
    tokens = context.tokens
    i = first
    while i < last and not tokens.words[i][0].isalnum() and tokens.words[i] not in {"“", "‘", '"', "'"}:
        i += 1
    for _ in range(4):
        if i >= last:
            return first
        low = tokens.lows[i]
        if i in context.mention_at and len(low) > 1 and tokens.words[i].isupper():
            return _after_absolute(context, i, last) or i  # "SO asked": initials, and no "so"
        if low in OPENERS or (low.endswith("ly") and i + 1 < last and tokens.words[i + 1] == ","):
            if low in {"both", "all"}:
                return i
            i += 1
            if i < last and tokens.words[i] == ",":
                i += 1
            continue
        if low in {"this", "that", "these", "those"} and i + 1 < last and _names_somebody(context, i + 1):
            return i + 1
        if (
            low in PREPOSITIONS
            or low in SUBORDINATORS
            or (low in _PUT and i == first)
            or (low.endswith("ing") and tokens.words[i][0].isupper())
        ):
            after = _after_adverbial(context, i, last)
            if after is None:
                return i
            i = after
            continue
        return _after_absolute(context, i, last) or i
    return i


def _names_somebody(context: Context, i: int) -> bool:
    """Does a name or a pronoun stand here: the subject behind a fronted object ("This she agreed to do")?"""
    return (i in context.mention_at and context.tokens.words[i][0].isupper()) or context.tokens.lows[i] in SINGULAR


def _after_absolute(context: Context, i: int, last: int) -> int | None:
    """Behind "Mr Rundle having withdrawn, …", "That being understood, …"."""
    lows = context.tokens.lows
    if _PARTICIPLES.isdisjoint(lows[i + 1 : min(last, i + 8)]):
        return None
    k = next(k for k in range(i + 1, last) if lows[k] in _PARTICIPLES)
    if "that" in lows[i + 1 : k]:
        return None  # "Ms Bell said that it was now being painted, and …"
    if context.tokens.words[k - 1] in {",", "("} or lows[k - 1] in _BEFORE_NO_CLAUSE:
        return None
    return _after_adverbial(context, k, last)


def _after_adverbial(context: Context, i: int, last: int) -> int | None:
    """Behind the comma that ends an opening adverbial, where a subject and a verb follow; else ``None``."""
    tokens = context.tokens
    depth = 0
    for k in range(i + 1, min(last, i + 45)):
        word = tokens.words[k]
        depth += (word == "(") - (word == ")")
        if word == "," and depth == 0 and k + 1 < last:
            after = k + 1
            while after < last and tokens.lows[after] in _LOOSE:
                after += 1
            if after >= last:
                return None
            subject = subject_at(context, after, last)
            if subject is not None and _is_finite(context, subject.last, last):
                return after
            if tokens.lows[after] in {"it", "there", "this", "these"}:
                return after
            if subject is None and (owner := actor_at(context, after, last)) and possessive(context, owner):
                return after
    # no comma: "In discussion members agreed …"
    for k in range(i + 1, min(last, i + 13)):
        if tokens.lows[k] in {"it", "there"} and tokens.lows[k + 1 : k + 2] in (["was"], ["were"]):
            return k
        if k >= i + 8:
            continue
        if k in context.mention_at or tokens.lows[k] in {"members", "the", "he", "she", "they"}:
            subject = subject_at(context, k, last)
            if (
                subject
                and tokens.lows[k - 1] not in _BEFORE_NO_SUBJECT
                and (group := verb_group(context, subject.last, last))
                and (match(context, group, last) or _goes_on(context, i, k, group.head, last))
            ):
                return k
    return None


def _goes_on(context: Context, i: int, k: int, verb: int, last: int) -> bool:
    """ "At this point Ms Bell arrived, and asked …": does somebody named, behind a time or place, do one thing and then another?"""
    lows = context.tokens.lows
    if lows[i] not in _WHEN or k not in context.mention_at or not is_past(lows[verb]):
        return False
    joint = next((m for m in range(verb + 1, min(last - 1, verb + 5)) if lows[m] == "and"), 0)
    return bool(joint) and is_past(lows[joint + 1])


def _is_finite(context: Context, i: int, last: int) -> bool:
    """Does a verb with its tense stand here, and no bare participle ("…, Ms Okafor dissenting, …")?"""
    group = verb_group(context, i, last)
    low = context.tokens.lows[group.head] if group else ""
    return group is not None and not (group.head == i and low.endswith("ing") and len(low) > _LONGEST_BASE)


_LONGEST_BASE = 5  # letters of "bring"
