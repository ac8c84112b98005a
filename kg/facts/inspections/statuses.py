"""From what happens to an undertaking, and when, to its status.

Comes in: a phase ("begin", "postpone" …) with a verb group.  Goes out: a status, or ``None`` where nothing is told.  The one
idea: one table; a negation turns what was to be into what is unlikely, and what was done into what is not.
"""

from __future__ import annotations

from kg.facts.context import Context
from kg.facts.inspections.groups import Group, Tense, group_at
from kg.facts.words import BE
from kg.values import value

_DENYING = frozenset({"no", "not", "never"})
_COMING = frozenset({"return", "returning", "come", "coming", "visit", "visiting", "back"})
DONE = frozenset({Tense.PAST, Tense.PERFECT})
_TABLE: dict[str, dict[Tense, str | None]] = {
    "carry-out": {Tense.PAST: "completed", Tense.PERFECT: "completed", Tense.GOING: "under-way", Tense.PRESENT: None},
    "happen": {Tense.PAST: "completed", Tense.PERFECT: "completed", Tense.GOING: "under-way", Tense.PRESENT: "planned"},
    "begin": {
        Tense.PAST: "under-way", Tense.PERFECT: "under-way", Tense.GOING: "under-way", Tense.PRESENT: "planned", Tense.BARE: "under-way",
    },
    "continue": dict.fromkeys((Tense.PAST, Tense.PERFECT, Tense.GOING, Tense.PRESENT, Tense.FUTURE), "under-way"),
    "end": {Tense.PAST: "completed", Tense.PERFECT: "completed", Tense.GOING: "under-way", Tense.PRESENT: "completed"},
    "arrange": dict.fromkeys((Tense.PAST, Tense.PERFECT, Tense.GOING, Tense.PRESENT, Tense.BARE), "planned"),
    "postpone": dict.fromkeys(Tense, "planned"),
    "give-up": dict.fromkeys((Tense.PAST, Tense.PERFECT, Tense.GOING, Tense.PRESENT, Tense.BARE, Tense.FUTURE), "unlikely"),
    "undergo": {Tense.PAST: "completed", Tense.PERFECT: "completed", Tense.GOING: "under-way"},
    "rule-out": dict.fromkeys(Tense, "unlikely"),
    "ask-for": dict.fromkeys(Tense, "proposed"),
    "find": {Tense.PAST: "completed", Tense.PERFECT: "completed"},
}  # fmt: skip
_NEGATED = {
    "arrange": "unlikely", "ask-for": "unlikely", "begin": "planned", "undergo": "not-completed", "happen": "not-completed", "carry-out": "not-completed", "end": "under-way",
}  # fmt: skip
_NO_MATTER_WHEN = {"rule-out": "proposed", "postpone": "planned"}  # what the denial of it tells, in every tense
CARRYING_OUT = frozenset({"carry-out", "begin", "continue", "end"})
GIVING_UP = frozenset({"give-up", "rule-out"})


@value
class Standing:
    """A status with the verb that tells it, what that verb does to the undertaking, and from which side."""

    status: str
    rule: str
    phase: str = ""
    group: Group | None = None
    aim: int = -1  # the word that governs the infinitive
    relative: tuple[int, int] | None = None  # the clause on the undertaking


def status_of(phase: str, group: Group, *, before: bool = False) -> str | None:
    """The status; ``before`` says that a time follows before which it will not be ("not before 2021")."""
    if group.negated and phase in _NO_MATTER_WHEN:
        return _NO_MATTER_WHEN[phase]
    if group.negated and phase != "give-up":
        if group.tense in DONE or phase in {"arrange", "ask-for"}:
            return _NEGATED.get(phase)
        if group.tense is Tense.FUTURE and before:
            return "planned"
        return "unlikely" if group.tense in {Tense.FUTURE, Tense.OPEN, Tense.BARE} else None
    if group.negated:
        return "planned" if group.tense in DONE else None
    if group.tense is Tense.OPEN and phase == "arrange" and group.modal in {"can", "could"} and not group.passive:
        return "planned"  # "could expect a visit in May"
    if group.tense is Tense.OPEN and phase != "postpone":
        return "proposed"
    if group.tense is Tense.FUTURE:
        return _TABLE[phase].get(Tense.FUTURE, "planned")
    return _TABLE[phase].get(group.tense)


def aim_of(context: Context, to: int, first: int) -> tuple[str, int] | None:
    """What governs an infinitive ("plans to", "asked the Inspectorate to"): the status and the token of the governor."""
    lows = context.tokens.lows
    aims = context.lexicon.undertakings.aims
    for k in range(to - 1, max(first, to - 12) - 1, -1):
        if lows[k] in {",", ";", ":", "that", "which"}:
            if not (lows[k] == "," and to - k < 3):
                return None
            continue
        status = aims.get(lows[k])
        if status is None and lows[k] in _COMING:
            status = _on_coming(context, k, first)
        if status is None:
            continue
        before = lows[max(first, k - 4) : k]
        if lows[first] == "neither" or (k - first < 14 and "nor" in lows[first:k]):
            return "unlikely", k
        if not _DENYING.isdisjoint(before):
            return "unlikely", k
        if "not" in lows[k + 1 : to]:
            return "unlikely", k  # "has decided not to investigate"
        if purposes(lows, k):
            return "planned", k
        return status, k
    return None


def _on_coming(context: Context, k: int, first: int) -> str | None:
    """ "would return in the new year to inspect the cells": what whoever comes comes to do."""
    group = group_at(context, k, first)
    return (
        {
            Tense.FUTURE: "planned",
            Tense.OPEN: "proposed",
            Tense.GOING: "planned",
            Tense.PAST: "completed",
            Tense.PERFECT: "completed",
        }.get(group.tense)
        if not group.negated
        else None
    )


def purposes(lows: list[str], k: int) -> bool:
    """ "proposed to return in May": what somebody means to do, unlike "it was proposed to"."""
    return (
        lows[k] in {"propose", "proposes", "proposed", "proposing"}
        and lows[k + 1] == "to"
        and not BE & set(lows[max(0, k - 3) : k])
    )


def softened(context: Context, first: int, start: int, status: str, acts: frozenset[str]) -> str:
    """What is only asked about, wished for or called unlikely is told as such."""
    lows = context.tokens.lows
    before = lows[first:start]
    if "unlikely" in before[-8:] or ("no" in before[-4:-1] and "prospect" in before[-4:]):
        return "unlikely"
    if status not in {"planned", "under-way", "unlikely"}:
        return status
    if any(purposes(lows, k) for k in range(max(first, start - 4), start)):
        return status
    if {"whether", "if"} & set(before[-10:]) or (status == "planned" and "asked" in acts):
        return "proposed"
    if status == "planned" and (
        acts & {"requested", "suggested"}
        or set(before)
        & {"hoped", "hopes", "keen", "wished", "wanted", "suggested", "suggestion", "recommended", "urged"}
    ):
        return "proposed"
    return status
