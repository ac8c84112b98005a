"""The verb before an undertaking: "is carrying out an audit", "agreed to commission a review", "has an audit in hand".

Comes in: a :class:`Phrase` in its sentence.  Goes out: a :class:`Standing`, or ``None``.  The one idea: what a verb does to its object, and when, says
where that stands.
"""

from __future__ import annotations

from dataclasses import replace

from kg.facts.context import Context, Line
from kg.facts.inspections.cues import cue_in
from kg.facts.inspections.fitness import open_to_all
from kg.facts.inspections.groups import Group, Tense, causer_of, group_at, is_done, skipped
from kg.facts.inspections.matter import GOING_ON, since
from kg.facts.inspections.phrases import Phrase
from kg.facts.inspections.stages import at_it, joined, shared, stays_out
from kg.facts.inspections.statuses import GIVING_UP, Standing, aim_of, status_of
from kg.facts.inspections.words import GIVEN, WORDS
from kg.facts.words import ARTICLES, HAVE, NOT, OWNERS, POSSESSIVES

_UPON = frozenset({"on", "upon", "after", "since", "by"})  # "on completing its audit"
_ASKED_FOR = WORDS.words("asking")
_MEANS = (("by", "way", "of"), ("by", "means", "of"), ("in", "form", "of"))
_DETERMINING = frozenset({"any", "some"})
_NOUNS = frozenset({"plan", "plans", "request", "requests", "proposal", "proposals"})
_ONCE_MEANT = frozenset({"carry-out", "begin", "happen"})
_FORCED = WORDS.words("forced")
_DENYING = NOT | {"without", "hardly", "scarcely"}
_NEITHER = frozenset({"nor", "neither"})
_LAWS, _CALLING = WORDS.words("laws"), WORDS.words("calling-to")
_LET = WORDS.words("engaged") | {"let", "awarded", "placed"}


def governed(context: Context, line: Line, phrase: Phrase, acts: frozenset[str]) -> Standing | None:
    """ "is carrying out an audit", "agreed to commission a review", "called for an inspection"."""
    tokens, words = context.tokens, context.lexicon.undertakings
    stop = phrase.first
    while stop > line.first and skipped(tokens.lows[stop - 1]):
        stop -= 1
    stop = _before_aside(context, line, stop)
    for k in range(max(line.first, stop - 9), stop):
        found = words.phase_at(tokens, k, phrase.first)
        if found is None or found[0] not in {stop, phrase.first} or k in context.mention_at:
            continue
        if tokens.lows[k] == "work" and (k == line.first or tokens.lows[k - 1] in ARTICLES):
            continue  # "Work on the review has stopped"
        if k > line.first and (
            tokens.lows[k - 1] in _DETERMINING or (tokens.lows[k] in _NOUNS and tokens.lows[k - 1] in OWNERS)
        ):
            continue  # "any plans for a review", "dropped its plans for one": a noun
        if found[1] == "end" and tokens.lows[found[0] - 1] == "to":
            continue  # "The talk passed to the audit": it is not the audit that is sent
        if found[1] in {"find", "happen"} or (found[1] == "ask-for" and phrase.definite):
            continue
        if tokens.lows[k].startswith("report") and "informed" in acts:
            continue  # "reported this year's audit, under way since May": told, and not reported on
        if found[1] == "ask-for" and _is_anybody(context, line, k):
            continue
        if tokens.lows[k].startswith("provid") and not _LAWS.isdisjoint(tokens.lows[line.first : k]):
            continue  # "The Act provides for inspections of every yard"
        told = by_verb(context, line, k, found[1], "inspection-object")
        undergone = told is not None and tokens.lows[k : found[0]] == ["due", "for"]
        return replace(told, phase="undergo") if told is not None and undergone else told
    return (
        _by_way_of(context, line, phrase)
        or _has(context, line, phrase)
        or _let_to(context, line, phrase)
        or _given_to(context, line, phrase)
        or _asks_for(context, line, phrase)
        or _called_to(context, line, phrase)
        or at_it(context, line, phrase)
        or shared(context, line, phrase)
        or joined(context, line, phrase)
        or stays_out(context, line, phrase)
    )


def _by_way_of(context: Context, line: Line, phrase: Phrase) -> Standing | None:
    """ "intends to satisfy itself, by way of a further inquiry, that …": the means of what is intended."""
    lows = context.tokens.lows
    if tuple(lows[phrase.first - 3 : phrase.first]) not in _MEANS:
        return None
    to = next((k for k in range(phrase.first - 4, line.first, -1) if lows[k] == "to"), -1)
    aim = aim_of(context, to, line.first) if to > 0 else None
    if aim is not None:
        return Standing(aim[0], "inspection-object", "arrange", Group(to, to + 1, Tense.BARE, to=to), aim[1])
    verb = next((k for k in range(phrase.first - 4, line.first, -1) if lows[k] in {"will", "would"}), -1)
    return (
        Standing("planned", "inspection-object", "arrange", Group(verb, verb + 1, Tense.FUTURE)) if verb > 0 else None
    )


def _is_anybody(context: Context, line: Line, k: int) -> bool:
    """ "any passenger who asks for an inspection of it": what anybody may ask for."""
    lows = context.tokens.lows
    return lows[k - 1] == "who" and open_to_all(context, line, k)


def _before_aside(context: Context, line: Line, stop: int) -> int:
    """Before ", in September,": the comma that opens a short aside between a verb and its object."""
    lows = context.tokens.lows
    if stop - 1 <= line.first or lows[stop - 1] != ",":
        return stop
    opening = next((m for m in range(stop - 3, max(line.first, stop - 8), -1) if lows[m] == ","), stop)
    return (
        opening
        if opening < stop and lows[opening + 1] in {"in", "at", "on", "during", "before", "after", "by", "from"}
        else stop
    )


def _has(context: Context, line: Line, phrase: Phrase) -> Standing | None:
    """ "The Agency has a review in hand of the evidence", "They had an audit under way"."""
    lows = context.tokens.lows
    k = phrase.first - 1
    while k > line.first and (skipped(lows[k]) or lows[k] in POSSESSIVES):
        k -= 1
    begin = next((m for m in range(k, max(line.first, k - 4), -1) if lows[m] in HAVE), k)
    if begin < k and any(
        end == k + 1
        for m in range(begin + 1, k + 1)
        for end, _ in context.lexicon.statuses.at(context.tokens, m, k + 1)
    ):
        cue = cue_in(context, begin + 1, k + 1)  # "has in hand a review"
        return Standing(cue, "inspection-object", "continue", group_at(context, begin, line.first)) if cue else None
    if lows[k] not in HAVE:
        return None
    group = group_at(context, k, line.first)
    if phrase.told and lows[phrase.head + 1] in GOING_ON and phrase.head + 1 < phrase.about[0] and not group.negated:
        return Standing("under-way", "inspection-object", "continue", group)  # "has an inquiry open into the fire"
    beside = cue_in(context, phrase.head + 1, phrase.about[0]) if phrase.told else None
    if cue := beside or cue_in(context, max(phrase.head + 1, phrase.about[1]), min(line.last, phrase.last + 5)):
        return Standing(cue, "inspection-object", "continue", group)
    if settled := _had_settled(context, line, phrase, group):
        return settled
    had = status_of("happen", group) if k > group.first and lows[k] in {"had", "have", "having"} else None
    return Standing(had, "inspection-object", "happen", group) if had else None


def _had_settled(context: Context, line: Line, phrase: Phrase, group: Group) -> Standing | None:
    """ "The Diocese has a visit to St Anne's booked for the spring": arranged, and not by the words for whoever has it."""
    for k in range(phrase.head + 1, min(line.last, phrase.last + 4)):
        found = context.lexicon.undertakings.phase_at(context.tokens, k, line.last)
        if found and found[1] in {"arrange", "postpone"} and is_done(context.tokens.lows[k]) and not group.negated:
            return Standing("planned", "inspection-object", "undergo", group)
    return None


def _asks_for(context: Context, line: Line, phrase: Phrase) -> Standing | None:
    """ "asked Lark Crane, who are not our auditors, for a review", "that the Board be approached for a peer review"."""
    lows = context.tokens.lows
    if lows[phrase.first - 1] != "for" or phrase.definite:
        return None
    for k in range(phrase.first - 2, max(line.first, phrase.first - 18), -1):
        if lows[k] in _ASKED_FOR and _is_anybody(context, line, k):
            return None
        if lows[k] in _ASKED_FOR:
            group = group_at(context, k, line.first)
            return None if group.negated else Standing("proposed", "inspection-object", "ask-for", group)
        if lows[k] in {";", ":"} or context.lexicon.undertakings.phase_at(context.tokens, k, phrase.first):
            return None
    return None


def _called_to(context: Context, line: Line, phrase: Phrase) -> Standing | None:
    """ "proposed to call Fenwick Coaches to a public inquiry", "had been called to an inquiry": whoever is to answer there."""
    lows = context.tokens.lows
    if phrase.cue.meaning != "inquiry" or lows[phrase.first - 1] != "to" or phrase.definite:
        return None
    for k in range(phrase.first - 2, max(line.first, phrase.first - 14), -1):
        if lows[k] in _CALLING and k not in context.mention_at:
            found = by_verb(context, line, k, "arrange", "inspection-object")
            if found is None or found.group is None:
                return None
            status = "unlikely" if lows[k - 1] == "against" else found.status
            return replace(found, status=status, phase="undergo" if found.group.passive else found.phase)
        if lows[k] in {",", ";", ":", "that"}:
            return None
    return None


def _let_to(context: Context, line: Line, phrase: Phrase) -> Standing | None:
    """ "has let a contract to X for an audit", "had engaged X for a review"."""
    lows = context.tokens.lows
    if lows[phrase.first - 1] != "for":
        return None
    for k in range(max(line.first, phrase.first - 14), phrase.first - 1):
        if lows[k] in _LET and k not in context.mention_at:
            group = group_at(context, k, line.first)
            arranged = status_of("arrange", group)
            return Standing(arranged, "inspection-object", "arrange", group) if arranged else None
    return None


def _given_to(context: Context, line: Line, phrase: Phrase) -> Standing | None:
    """ "has given the audit of pay to Lark Crane": the verb before, and "to" right behind."""
    lows, k = context.tokens.lows, phrase.first - 1
    while k > line.first and skipped(lows[k]):
        k -= 1
    if lows[k] not in GIVEN or k in context.mention_at or "to" not in lows[phrase.last : phrase.last + 1]:
        return None
    group = group_at(context, k, line.first)
    status = status_of("arrange", group)
    return Standing(status, "inspection-object", "arrange", group) if status else None


def by_verb(context: Context, line: Line, k: int, phase: str, rule: str) -> Standing | None:
    """Where what the verb at ``k`` does leaves its object, or ``None`` where it is only thought of."""
    group = group_at(context, k, line.first)
    low = context.tokens.lows[k]
    if phase in _ONCE_MEANT and _was_to_have(context.tokens.lows, group):
        return Standing("not-completed", rule, phase, group)
    if group.tense is Tense.BARE and group.to >= 0 and phase == "postpone":
        return Standing("planned", rule, phase, group, (aim_of(context, group.to, line.first) or ("", -1))[1])
    if phase == "give-up" and group.to >= 0 and context.tokens.lows[group.to - 1] in _FORCED:
        group = replace(group, tense=Tense.PAST)
    if group.tense is Tense.BARE and group.to >= 0:
        aim = aim_of(context, group.to, line.first)
        if aim is None:
            return None
        wish = phase == "ask-for" and aim[0] == "planned"
        return Standing(
            "unlikely" if phase in GIVING_UP else "proposed" if wish else aim[0], rule, phase, group, aim[1]
        )
    if group.tense is Tense.BARE and low.endswith("ing"):
        return _participial(context, line, k, phase, group, rule)
    if group.tense is Tense.BARE and (causer := causer_of(context, k, line.first)) >= 0:
        return by_verb(context, line, causer, phase, rule)
    if group.tense is Tense.BARE and phase == "arrange" and "that" not in context.tokens.lows[line.first : k]:
        return Standing("planned", rule, phase, group)  # "HMIP and Ofsted plan a joint inspection"
    if group.tense is Tense.BARE:  # a subjunctive: "suggested that the Board commission"
        wished = phase in {"carry-out", "begin", "arrange"} or (phase == "ask-for" and group.passive)
        return Standing("proposed", rule, phase, group) if wished else None
    status = status_of(phase, group, before=not_before(context, line, k))
    if status == "completed" and phase == "carry-out" and since(context, group.first, line.last):
        status = "under-way"  # "have run a programme of visits since May"
    return Standing(status, rule, phase, group) if status else None


def _was_to_have(lows: list[str], group: Group) -> bool:
    """ "which HI was once to have held": what was meant to be, and has not been."""
    meant = group.to >= 0 and not {"was", "were"}.isdisjoint(lows[group.first : group.to])
    return meant and lows[group.to + 1 : group.to + 2] == ["have"] and group.to + 1 < group.head


def _participial(context: Context, line: Line, k: int, phase: str, group: Group, rule: str) -> Standing | None:
    """ "was considering commissioning a review", "was looking at doing an audit", "having completed an inspection"."""
    before = context.tokens.lows[max(line.first, k - 4) : k]
    if context.tokens.lows[k] == "including":
        return None
    if "having" in before:
        return Standing("completed" if phase != "begin" else "under-way", rule, phase, group)
    if "any" in before and not denied(context.tokens.lows, line.first, k):
        return None  # "Any intention of opening an inquiry was denied"
    if {"intention", "intends", "intended"} & set(before):
        return Standing("unlikely" if denied(context.tokens.lows, line.first, k) else "planned", rule, phase, group)
    if _NOUNS & set(before[-2:-1]) and denied(context.tokens.lows, line.first, k):
        return Standing("unlikely", rule, phase, group)  # "Nor has he any plans for holding a review"
    if before[-1:] and before[-1] in _UPON and phase in {"carry-out", "end", "begin"}:
        return Standing("under-way" if phase == "begin" else "completed", rule, phase, group)
    if set(before) & {"considering", "suggested", "proposed", "of", "about", "considered", "at"}:
        return Standing("proposed", rule, phase, group)
    status = {"continue": "under-way", "carry-out": "under-way", "arrange": "planned", "ask-for": "proposed"}.get(phase)
    return Standing(status, rule, phase, group) if status else None


def denied(lows: list[str], first: int, k: int) -> bool:
    """ "has no intention of opening", "nor has he any intention of": is what is meant before a token said not to be?"""
    near = lows[max(first, k - 5) : k]
    said = lows[max(first, k - 12) : k]
    return "no" in near or ("any" in near and not _DENYING.isdisjoint(said)) or not _NEITHER.isdisjoint(lows[first:k])


def not_before(context: Context, line: Line, k: int) -> bool:
    return bool({"before", "until", "till"} & set(context.tokens.lows[k : line.last]))
