"""An undertaking told by a stage of it, or by who is at it: "fieldwork had begun for the inspection of X", "has been engaged since May upon a review".

Comes in: a :class:`Phrase` in its sentence.  Goes out: a :class:`Standing`, or ``None``.  The one idea: what has reached a stage on the way to its
report is under way, whether that stage has begun or is over; what will reach one is planned.
"""

from __future__ import annotations

from kg.facts.context import Context, Line
from kg.facts.inspections.groups import Group, Tense, group_at
from kg.facts.inspections.matter import since
from kg.facts.inspections.phrases import Phrase
from kg.facts.inspections.statuses import Standing, aim_of, status_of
from kg.facts.inspections.words import WORDS
from kg.facts.words import FINITE, MODALS

_PAPERS = WORDS.words("reports-of-it")
_AWAITED = frozenset({"due", "expected", "awaited", "imminent", "yet", "still", "being", "overdue"})
_AT_IT = WORDS.words("at-it")
_TOLD_NOW = frozenset({Tense.PAST, Tense.PERFECT, Tense.PRESENT})
_SHARING = WORDS.words("sharing")
_SIDE_BY_SIDE = frozenset({"with", "alongside"})
_GOING_ON = frozenset({Tense.GOING, Tense.PERFECT})
_JOINING = frozenset({"take", "join", "participate", "assist", "help"})
_TAKING = frozenset({"take", "taking"})
_JOINED = frozenset({"join", "joined", "joins", "joining"})
JOINED = "inspection-joined"
_STAGES = WORDS.words("stages")
_LED_BY = frozenset({"for", "on"})
_TURNS = frozenset({"begin", "continue", "end", "happen"})
_REACH = 12  # tokens between the stage and the undertaking
_TOLD = {
    Tense.PAST: "under-way",
    Tense.PERFECT: "under-way",
    Tense.GOING: "under-way",
    Tense.PRESENT: "under-way",
    Tense.FUTURE: "planned",
}


def staged(context: Context, line: Line, phrase: Phrase) -> Standing | None:
    """ "Fieldwork had begun in May for the joint inspection", "Interviews will start in June for the review"."""
    lows = context.tokens.lows
    if lows[phrase.first - 1] not in _LED_BY or phrase.first - 1 <= line.first:
        return None
    stage = next(
        (k for k in range(phrase.first - 2, max(line.first - 1, phrase.first - _REACH), -1) if lows[k] in _STAGES), -1
    )
    if stage < 0:
        return None
    for k in range(stage + 1, phrase.first - 1):
        found = context.lexicon.undertakings.phase_at(context.tokens, k, phrase.first)
        if found is not None and found[1] in _TURNS and k not in context.mention_at:
            group = group_at(context, k, stage + 1)
            status = _TOLD.get(group.tense)
            if group.negated:
                status = "planned" if group.tense is not Tense.OPEN and found[1] == "begin" else None
            return Standing(status, "inspection-stage", "frame") if status else None
    return None


def at_it(context: Context, line: Line, phrase: Phrase) -> Standing | None:
    """ "has been engaged since midsummer upon a review": with a time between."""
    lows = context.tokens.lows
    if lows[phrase.first - 1] not in {"on", "upon", "with", "in"}:
        return None
    if (
        lows[phrase.first - 1] == "on"
        and not phrase.cue.weak
        and (group := _at_work_with(context, line, phrase)) is not None
    ):
        return Standing("under-way", "inspection-object", "continue", group)
    k = next((k for k in range(phrase.first - 2, max(line.first, phrase.first - 8), -1) if lows[k] in _AT_IT), -1)
    group = group_at(context, k, line.first) if k > 0 else None
    between = lows[k + 1 : phrase.first - 1]
    told = group is not None and group.first < k and not group.negated and group.tense in _TOLD_NOW
    if not told or (between and between[0] not in {"since", "for", "this", "all", "until"}):
        return None
    return Standing("under-way", "inspection-object", "continue", group)


def _at_work_with(context: Context, line: Line, phrase: Phrase) -> Group | None:
    """ "HMIP is working with Estyn on a review of": whoever works with another on it."""
    lows = context.tokens.lows
    near = range(phrase.first - 3, max(line.first, phrase.first - _REACH), -1)
    k = next((k for k in near if lows[k] == "working" or not lows[k][0].isalnum()), -1)
    if k < 0 or lows[k] != "working" or _SIDE_BY_SIDE.isdisjoint(lows[k + 1 : k + 3]):
        return None
    group = group_at(context, k, line.first)
    return group if group.tense in _GOING_ON and not group.negated else None


def shared(context: Context, line: Line, phrase: Phrase) -> Standing | None:
    """ "have pooled their boats since May in a joint programme of inspections": what those do who share the means of it."""
    lows = context.tokens.lows
    if lows[phrase.first - 1] not in {"in", "on", "for"} or "joint" not in lows[phrase.first : phrase.head]:
        return None
    near = range(phrase.first - 2, max(line.first, phrase.first - _REACH), -1)
    k = next((k for k in near if lows[k] in _SHARING or not lows[k][0].isalnum()), -1)
    group = group_at(context, k, line.first) if k > 0 and lows[k] in _SHARING else None
    if group is None or group.negated or group.tense not in _TOLD_NOW | {Tense.GOING}:
        return None
    over = group.tense in {Tense.PAST, Tense.PERFECT} and not since(context, k, phrase.first)
    return Standing("completed" if over else "under-way", "inspection-object", "continue", group)


def reporting(context: Context, line: Line, phrase: Phrase) -> Standing | None:
    """ "…, whose final report was due in June", "…, whose findings had been published": where the report of it stands."""
    lows, k = context.tokens.lows, phrase.last
    if lows[k : k + 2] != [",", "whose"]:
        return None
    paper = next((m for m in range(k + 2, min(line.last, k + 6)) if lows[m] in _PAPERS), -1)
    verb = next((m for m in range(paper + 1, min(line.last, paper + 4)) if lows[m] in FINITE), -1) if paper > 0 else -1
    if verb < 0:
        return None
    if not _AWAITED.isdisjoint(lows[verb : verb + 4]) or lows[verb] in MODALS:
        return Standing("under-way", "inspection-stage", "frame")
    for m in range(verb + 1, min(line.last, verb + 4)):
        found = context.lexicon.undertakings.phase_at(context.tokens, m, line.last)
        if found is not None and found[1] == "end":
            group = group_at(context, m, verb)
            return Standing("under-way" if group.negated else "completed", "inspection-stage", "frame")
    return None


def joined(context: Context, line: Line, phrase: Phrase) -> Standing | None:
    """ "Estyn will join HMIP in its inspection of workshops", "is to take part in the review by the Board": done by all whom the words name."""
    lows = context.tokens.lows
    if lows[phrase.first - 1] != "in" or not (phrase.definite or phrase.owner):
        return None
    near = range(phrase.first - 2, max(line.first, phrase.first - 9), -1)
    k = next((k for k in near if lows[k] in _JOINED or (lows[k] in _TAKING and lows[k + 1] == "part")), -1)
    group = group_at(context, k, line.first) if k > 0 else None
    theirs = phrase.owner is not None and not phrase.own_pronoun
    if group is not None and group.negated and theirs and group.tense is Tense.FUTURE:
        # "will not take part in the Board's audit", which there is to be
        return Standing("planned", JOINED, "happen", group)
    status = status_of("happen", group) if group is not None else None
    return Standing(status, JOINED, "happen", group) if status else None


def stays_out(context: Context, line: Line, phrase: Phrase) -> Standing | None:
    """ "HI had declined to take part in a joint inspection": one that there is not to be, for want of who should join in it."""
    lows = context.tokens.lows
    if lows[phrase.first] not in {"a", "an", "any"} or lows[phrase.first - 1] != "in":
        return None
    k = phrase.first - 2 - (lows[phrase.first - 2] == "part")
    if lows[k] not in _JOINING or lows[k - 1] != "to":
        return None
    aim = aim_of(context, k - 1, line.first)
    return Standing("unlikely", "inspection-frame", "frame") if aim and aim[0] == "unlikely" else None
