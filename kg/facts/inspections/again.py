"""Is an undertaking spoken of again, of which the talk under this heading has told already?

Comes in: a :class:`Phrase` with its line.  Goes out: yes or no.  The one idea: "the review" with nothing to name it by is the one just told; a year, a place, "the
last" or who will now do it makes it news.
"""

from __future__ import annotations

from kg.facts.clauses import is_participle
from kg.facts.context import Context, Line
from kg.facts.inspections.conductors import Conductors
from kg.facts.inspections.matter import topic_before
from kg.facts.inspections.phrases import Phrase
from kg.facts.inspections.statuses import Standing
from kg.facts.inspections.words import MONTHS, WORDS
from kg.model import Inspection

_OTHER = frozenset({"last", "previous", "earlier"})
_SCHEDULED = WORDS.words("scheduled")
_NEAR = 30  # undertakings back to one that is named again
_RECENT = 8  # undertakings told before


def told_before(context: Context, line: Line, phrase: Phrase, last: str) -> bool:
    """ "The review will take a year": nothing new to name it by; ``last`` are the words of the last one told."""
    bare = phrase.definite and not phrase.told and phrase.owner is None and not topic_before(context, line)
    other = set(context.tokens.lows[phrase.first : phrase.noun]) & _OTHER or _of_year(context, line, phrase, last)
    other = other or _elsewhere(context, line, phrase, last)
    return bare and not other  # "the last inspection", "the audit for 2022/23"


def named_above(context: Context, phrase: Phrase, told: Standing, known: list[Inspection]) -> bool:
    """ "findings from the thematic review", below "Estyn's thematic review of reading is under way": the one told that is so called, and it stands as it did."""
    qualified = phrase.definite and not phrase.told and phrase.owner is None and told.rule == "inspection-frame"
    words = context.tokens.lows[phrase.first : phrase.head + 1] if qualified else []
    called = " ".join(words[1:]) if words[:1] == ["the"] and len(words) > 2 else ""
    alike = [one for one in known[-_NEAR:] if called in one.label.lower()] if called else []
    return len(alike) == 1 and alike[0].status == told.status


def _of_year(context: Context, line: Line, phrase: Phrase, last: str) -> bool:
    """ "the audit for 2022/23": of a year of which none has been told."""
    lows, k = context.tokens.lows, phrase.head + 1
    year = lows[k + 1] if lows[k] in {"for", "of"} and k + 1 < line.last else ""
    return year[:4].isdigit() and len(year) >= 4 and year not in last


def _elsewhere(context: Context, line: Line, phrase: Phrase, last: str) -> bool:
    """ "The inspection planned for Deal had been called off": of a place of which none has been told."""
    tokens, k = context.tokens, phrase.head + 1
    if k + 2 >= line.last or tokens.lows[k] not in _SCHEDULED or tokens.lows[k + 1] not in {"for", "at"}:
        return False
    place = tokens.words[k + 2]
    return place[0].isupper() and tokens.lows[k + 2] not in MONTHS and place not in last


def newly_by(who: Conductors, line: Line, phrase: Phrase, told: Standing) -> bool:
    """ "It was agreed that the ICO would carry out the audit after Easter", "… and that the Agency would carry it out": who will is news."""
    if who.told_later(line, phrase):
        return True
    verb = told.group
    doing = told.rule == "inspection-object" and told.phase == "carry-out" and told.status == "planned"
    return doing and verb is not None and not verb.passive and bool(who.subject_before(line, line.first, verb.first))


def by_another(who: Conductors, line: Line, phrase: Phrase, told: Standing, known: list[Inspection]) -> bool:
    """ "the inquiry led by the Agency", below what was told of the Board's audit: one of a body that is told to carry out none yet."""
    lows, k = who.context.tokens.lows, phrase.head + 1
    if not is_participle(lows[k]) or "by" not in lows[k + 1 : k + 3]:
        return False
    found = set(who.of_phrase(line, phrase, told))
    return bool(found) and not any(found & set(one.conducted_by) for one in known[-_RECENT:])


def of_the_same(context: Context, phrase: Phrase, told: list[Inspection]) -> tuple[str, ...]:
    """ "The audits of rents and fuel cards had found gaps. … On the audit of fuel cards, Ms Bell asked": whoever carried out what was told of the same matter."""
    matter = " ".join(context.tokens.lows[slice(*phrase.about)])
    for one in reversed(told[-_RECENT:]):
        same = one.kind == phrase.cue.meaning and one.conducted_by
        if same and f" {matter} " in f"{' '.join(context.tokens.lows[slice(*context.tokens.range_of(one.evidence))])} ":
            return one.conducted_by
    return ()
