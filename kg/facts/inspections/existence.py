"""Sentences that say that there is an undertaking: "There will be a joint inspection", "Also proposed is an audit of meters".

Comes in: a :class:`Phrase` in its sentence.  Goes out: a :class:`Standing`, or ``None``.  The one idea: the verb of being before the phrase tells
by its tense, or the participle that opens the sentence does.
"""

from __future__ import annotations

from kg.facts.context import Context, Line
from kg.facts.inspections.groups import Group, Tense, group_at, is_done, skipped
from kg.facts.inspections.phrases import Phrase
from kg.facts.inspections.statuses import Standing, status_of
from kg.facts.words import BE, MODALS, NOT


def there_is(context: Context, line: Line, phrase: Phrase) -> Standing | None:
    """ "There will be a joint inspection", "there had been no review"."""
    lows = context.tokens.lows
    for k in range(phrase.first - 1, max(line.first, phrase.first - 6) - 1, -1):
        if lows[k] not in {"be", "been", "is", "are", "was", "were"}:
            if not skipped(lows[k]) and lows[k] != "to":
                return None
            continue
        group = group_at(context, k, line.first)
        if inverted := _inverted(context, line, group.first):
            return inverted
        if "there" not in lows[max(line.first, group.first - 2) : group.first + 1]:
            return None
        if lows[line.first] in NOT and lows[group.first - 2] in MODALS | BE:  # "Nor would there be"
            return Standing("unlikely", "inspection-there")
        if lows[phrase.first] == "no" or "no" in lows[phrase.first : phrase.noun] or group.negated:
            return Standing(
                "unlikely" if group.tense not in {Tense.PAST, Tense.PERFECT} else "not-completed", "inspection-there"
            )
        told = {Tense.FUTURE: "planned", Tense.OPEN: "proposed", Tense.PERFECT: "completed", Tense.PAST: "completed"}
        status = told.get(group.tense)
        return Standing(status, "inspection-there", "happen", group) if status else None
    return None


def _inverted(context: Context, line: Line, verb: int) -> Standing | None:
    """ "Also proposed for next year is a joint inspection": the participle opens the sentence."""
    if context.tokens.lows[line.first] == "next" and context.tokens.lows[verb] in BE:
        return Standing("planned", "inspection-inverted", "arrange")
    for k in range(line.first, min(verb, line.first + 4)):
        found = context.lexicon.undertakings.phase_at(context.tokens, k, verb)
        if found and is_done(context.tokens.lows[k]) and context.tokens.lows[verb] in {"is", "are", "was", "were"}:
            status = status_of(found[1], Group(k, k, Tense.PAST, passive=True))
            return Standing(status, "inspection-inverted", found[1]) if status else None
        if not skipped(context.tokens.lows[k]):
            return None
    return None
