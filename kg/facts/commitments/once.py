"""One deed of a sentence is told once.

Comes in: what several rules found in one sentence.  Goes out: the surer of two that tell the same deed, and deeds that end where the next one begins.
The one idea: two rules may read the same words; the one that names who acts is surer than one that guesses, and a denial than what it denies.
"""

from __future__ import annotations

from dataclasses import replace

from kg.entities import BODIES
from kg.facts.commitments.found import Found
from kg.facts.context import Context

_NEAR = 4
_JOINING = frozenset({"and", "but", "though", "although", "while", "whereas"})
_MODALS = frozenset({"modal-would", "modal-will"})
_SPOKEN = frozenset({"commissive", "request"})  # read from what was said
_GUESSING = frozenset({"binding-subject", "binding-other"})  # read from a verb, whoever its subject may be
_ASKED_TWICE = frozenset({"request", "binding-other"})  # "requested a copy, which Ms Bell agreed to send"
_RESOLVED = frozenset({"agreed-to", "binding-subject"})  # "resolved to instruct the Clerk to write"
_ENDING = frozenset({".", ";", "because", "since"})
_WHY = frozenset({"because", "since", "as", "there", "said"})
_APART = frozenset({"and", "but", ",", ";", "while"})


def once(context: Context, found: list[Found]) -> list[Found]:
    """What was found without the less sure of two that tell the same deed, at most two."""
    kept: list[Found] = []
    for item in found:
        same = next((one for one in kept if _is_same(context, one, item)), None)
        surer = _surer(context, same, item) if same is not None else None
        if same is not None and surer is not None:
            kept[kept.index(same)] = surer
        else:
            kept.append(item)
    return _parted(context, kept[:2])


def _is_same(context: Context, one: Found, other: Found) -> bool:
    """Do both begin with one word, or is one of them, of nobody, a part of the other's clause ("they (would be told)")?"""
    (first, end), (later, stop) = sorted((one.action, other.action))
    between = context.tokens.lows[first:later]
    part = end == stop and later - first <= _NEAR and not (one.actors and other.actors) and _APART.isdisjoint(between)
    asked = end == stop and later - first <= _NEAR and {one.rule, other.rule} == _ASKED_TWICE
    return first == later or part or asked or (end == stop and {one.rule, other.rule} == _RESOLVED)


def _surer(context: Context, one: Found, other: Found) -> Found | None:
    """Which of two that begin with the same word tells the deed; ``None`` where both may ("JG and MB to …")."""
    if not one.actors or not other.actors:
        return one if one.actors else other
    if "unlikely-that" in {one.rule, other.rule}:
        return one if one.rule == "unlikely-that" else other  # "did not think that the Trust would close it"
    if {one.rule, other.rule} == _RESOLVED:
        return one if one.rule == "agreed-to" else other
    if (one.rule in _SPOKEN and other.rule in _GUESSING) and one.strength == other.strength:
        return one
    if one.rule == "request" and other.rule in _MODALS | {"binding-subject", "direct-question"}:
        return other  # "He would ask Meridian for it": whoever will ask, not whoever is asked
    if one.rule == "commissive" and other.rule in _MODALS and one.strength == other.strength:
        bodies = all(context.type_of(key) in BODIES for key in other.actors)
        return other if bodies else one  # "promised that the Council would do it"
    return None


def tells(context: Context, one: Found, other: Found) -> bool:
    """Does what was found first already tell what comes next: of the same, or the same request?"""
    asked = one.rule == "request" and bool(one.actors) and other.rule == "binding-object"
    within = one.rule == "commissive" and other.rule == "impersonal-future" and other.strength == "unlikely"
    if within and abs(other.action[0] - one.action[0]) <= _NEAR:
        return True  # "gave her word that nobody would be cut off"
    if one.strength == "unlikely" and other.rule == "no-plans" and 0 <= one.action[0] - other.action[0] <= _NEAR:
        return True  # "has no intention of closing it"
    granted = one.strength == "requested" and other.strength == "committed" and other.rule in _MODALS
    if granted and _joint(context, one.action[0], other.action[0]):
        return False  # "asked for the plan – he'll send it"
    if one.action[1] <= other.action[0] and ";" in context.tokens.words[one.action[1] : other.action[0]]:
        return False  # "will be published in May; a summary will be sent by June": two clauses, two deeds
    if one.rule == "happens-then" and not one.actors and other.rule == "impersonal-future":
        return False  # "starts in April and should be finished in June": its end is its term
    turned = (one.strength == "unlikely") != (other.strength == "unlikely")  # "could not promise it, but would ask"
    return (one.actors == other.actors and not turned) or not other.actors or asked


def is_plain_no(lows: list[str], item: Found) -> bool:
    """ "replied that it would not, since the quay was small": an answer to a question, with no verb of its own, on a thing."""
    k = item.action[0]
    if item.strength != "unlikely" or lows[k] != "not" or lows[k - 2] != "it":
        return False
    mark, *behind = [*lows[k + 1 : k + 5], "."]
    told = mark == "," and (not _WHY.isdisjoint(behind[:1]) or not _ENDING.isdisjoint(behind[2:]))  # ", she replied;"
    return mark in _ENDING or told


def _parted(context: Context, found: list[Found]) -> list[Found]:
    """ "could not give it, but offered to ask", "offered to send it, and Ms Bell will place it before them": what one is to do ends where the next begins."""
    if len(found) < 2:
        return found
    one, other = sorted(found, key=lambda item: item.action)
    if one.action[0] == other.action[0] or one.action[1] <= other.action[0]:
        return found
    end = _joint(context, one.action[0], other.action[0])
    return [replace(item, action=(item.action[0], end)) if end and item is one else item for item in found]


def _joint(context: Context, first: int, behind: int) -> int | None:
    """Where the clause of the next deed is joined to the one before: its comma, or its "but"."""
    lows = context.tokens.lows
    for k in range(behind - 1, first, -1):
        if lows[k] in {";", "–"} or (lows[k] == "," and lows[k + 1] in _JOINING):
            return k
        if lows[k] == "but":
            return k - (lows[k - 1] == ",")
    return None
