"""Is a phrase an inspection at all, and no mere visit, study or inquiry of the police?

Comes in: a :class:`Phrase` with its standing and who carries it out.  Goes out: yes or no.  The one idea: a weak word counts where an
inspecting body is at work or the phrase says of what kind it is.
"""

from __future__ import annotations

from kg.facts.context import Context, Line
from kg.facts.inspections.conductors import Conductors
from kg.facts.inspections.phrases import Phrase, submitted
from kg.facts.inspections.statuses import Standing
from kg.facts.inspections.words import TIMES, WORDS

_CRIMINAL = WORDS.words("of-crimes")
_SURVEYS = frozenset({"survey", "surveys"})
_ASSESSING = frozenset({"assessment", "examination", "evaluation"})
_PLAIN = _ASSESSING | {"the", "latest", "last", "first", "second", "annual", "new", "full", "an", "a"}
_FURTHER = WORDS.words("further")
_TYPED = WORDS.words("kinds")


def inspecting(
    context: Context, who: Conductors, line: Line, conductors: tuple[str, ...], phrase: Phrase, told: Standing
) -> bool:
    """Is an inspecting body at work, or does the phrase say that this is no mere visit or study?"""
    lows = context.tokens.lows
    modifiers = set(lows[phrase.first : phrase.head + 1])
    if submitted(context, phrase):
        return bool(conductors)
    if _TYPED & modifiers or any(map(who.inspects, conductors)) or _by_auditors(context, line, phrase):
        return True
    again = _FURTHER & modifiers and phrase.owner is None and not phrase.own_pronoun and bool(context.inspectors())
    if again and phrase.told and told.phase in {"happen", "begin", "arrange", "postpone"}:
        return True  # "A further visit to the force will take place in May", where inspectors meet
    if conductors and "hands" in lows[phrase.last : phrase.last + 6] and not any(map(who.is_police, conductors)):
        return True  # "the investigation was in the hands of the Conduct Office"
    if phrase.cue.meaning == "inquiry":  # "an investigation into X was opened", not one of the police
        owned = bool(conductors) and phrase.owner is not None  # "ICO investigation into the breach closed"
        opened = owned or told.phase not in {"frame", "stage", "find", ""}
        into = lows[phrase.about[0] - 1] == "into" or (lows[phrase.about[0] - 1] == "of" and bool(conductors))
        police = any(map(who.is_police, conductors))
        return opened and phrase.told and not police and not _CRIMINAL & modifiers and into
    if (
        lows[phrase.head] in _SURVEYS
        and conductors
        and not phrase.own_pronoun
        and (phrase.told or phrase.owner is not None)
    ):
        return True  # "the Forum's survey of witnesses"
    if phrase.told and who.reporting(line):
        return True  # "A survey of discharges is in progress, the inspector reported"
    named = context.keys_in(phrase.last + 1, min(line.last, phrase.last + 12))
    if phrase.told and lows[phrase.last : phrase.last + 1] == ["by"] and not set(conductors).isdisjoint(named):
        return True  # "A check of the fire doors by the Homes Safety Council"
    done = told.group is not None and told.group.passive and told.phase in {"end", "carry-out"}
    plain = phrase.told and lows[phrase.head] in _ASSESSING and modifiers <= _PLAIN
    if done and plain and not conductors and set(who.inspecting_here()) - set(who.bodies_in(*phrase.about)):
        return True  # "The assessment of the laboratory was completed in May", where those meet who assess
    by_body = lows[phrase.head + 1] == "by" or (bool(conductors) and phrase.owner is not None and phrase.told)
    return phrase.cue.meaning == "review" and by_body


def bare(phrase: Phrase) -> bool:
    """ "had opened an inquiry": into what is not said, so that only whose it is tells that it is no crime's."""
    single = phrase.first + 1 == phrase.noun == phrase.head
    return phrase.cue.meaning == "inquiry" and not phrase.told and phrase.owner is None and single


def untimed(context: Context, line: Line, phrase: Phrase) -> bool:
    """ "gave notice of its visit": neither of what nor when."""
    words = context.tokens.lows[phrase.first + 1 : min(line.last, phrase.last + 9)]
    timed = any(low in TIMES or low[0].isdigit() for low in words)
    return not (phrase.told or phrase.owner is None or timed or phrase.head - phrase.first > 1)


def _by_auditors(context: Context, line: Line, phrase: Phrase) -> bool:
    """Is it "the internal audit team" or "the external auditors" that have begun an examination?"""
    lows = context.tokens.lows
    return phrase.told and any(
        lows[k] in {"internal", "external"} and lows[k + 1].startswith("audit")
        for k in range(line.first, phrase.first - 1)
    )
