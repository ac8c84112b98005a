"""A list of actions that repeats what the minutes tell above it: one commitment, with both places as its evidence.

Comes in: the commitments of the sentences and those of the action lines.  Goes out: all of them, each once.  The one idea: an action line repeats the promise
of the same person for the same time in mostly the same words, and there is nothing that the two say differently.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from kg.mentions.words import FUNCTION_WORDS
from kg.model import Commitment

_FIRM = frozenset({"committed", "planned"})
_DECIDED = frozenset({"agreed-to", "agreed-that", "list-point"})  # by all, whoever is to do it
_SHARE = 0.6  # of the words of the shorter
_FEWEST = 2  # words that both have
_REACH = 40  # commitments between a list and what it repeats
_SHORTEST, _STEM = 3, 5  # letters of a word that tells what is to be done, and of what inflection leaves of it


def folded(told: Sequence[Commitment], listed: Sequence[Commitment]) -> list[Commitment]:
    """The commitments of the sentences, each with the action line that repeats it, and the action lines that repeat none."""
    kept, words = list(told), [_words(one) for one in told] if listed else []
    starts = [one.evidence.start for one in told]
    apart = []
    for action in listed:
        own, at = _words(action), bisect_left(starts, action.evidence.start)
        near = range(max(0, at - _REACH), min(len(kept), at + _REACH))
        likeness = [(_alike(own, words[k]), -k) for k in near if _may_repeat(action, kept[k])]
        best, first = max(likeness, default=(0.0, 0))
        if best >= _SHARE:
            kept[-first] = _joined(kept[-first], action)
        else:
            apart.append(action)
    return [*kept, *apart]


def _words(one: Commitment) -> frozenset[str]:
    """The words that tell what is to be done, without their endings and without those of the term."""
    term = set((one.due_text or "").lower().split())
    low = (word.strip(".,;:()'’\"“”") for word in one.action.lower().split())
    return frozenset(
        word[:_STEM] for word in low if len(word) > _SHORTEST and word not in FUNCTION_WORDS and word not in term
    )


def _alike(one: frozenset[str], other: frozenset[str]) -> float:
    """Which share of the words of the shorter stands in the longer too."""
    both = len(one & other)
    return both / min(len(one), len(other)) if both >= _FEWEST else 0.0


def _may_repeat(action: Commitment, one: Commitment) -> bool:
    if one.strength not in _FIRM or action.previous or one.previous or action.status or one.due_by != action.due_by:
        return False
    return not action.actors or _is_open(one) or not set(one.actors).isdisjoint(action.actors)


def _is_open(one: Commitment) -> bool:
    """Is it what nobody is named for, or what all have decided, so that the list says who is to do it?"""
    return not one.actors or (one.rule in _DECIDED and all(key.startswith("collective/") for key in one.actors))


def _joined(one: Commitment, action: Commitment) -> Commitment:
    """The promise with both places; of its owners none is lost whom the list gives."""
    actors = tuple(dict.fromkeys((*(() if action.actors and _is_open(one) else one.actors), *action.actors)))
    return replace(
        one, actors=actors, no_actor=None if actors else one.no_actor, repeated=(*one.repeated, action.evidence)
    )
