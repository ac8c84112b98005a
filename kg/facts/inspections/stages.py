"""An undertaking told by a stage of it: "fieldwork had begun in May for the joint inspection of X", "interviews for the review are done".

Comes in: a :class:`Phrase` in its sentence.  Goes out: a :class:`Standing`, or ``None``.  The one idea: what has reached a stage on the way to its
report is under way, whether that stage has begun or is over; what will reach one is planned.
"""

from __future__ import annotations

from kg.facts.context import Context, Line
from kg.facts.inspections.groups import Tense, group_at
from kg.facts.inspections.phrases import Phrase
from kg.facts.inspections.statuses import Standing
from kg.facts.inspections.words import WORDS

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
