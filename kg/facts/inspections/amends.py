"""What else a sentence says of an undertaking whose standing it tells: that it is put off for good, resolved upon, refused or not done after all.

Comes in: a phrase with the standing told of it, softened by how it is told.  Goes out: the status as the rest of the sentence amends it.  The one idea: a word beside
the verb ("indefinitely", "overdue", "61 of the 80") may say more than the verb.
"""

from __future__ import annotations

from kg.facts.context import Context, Line
from kg.facts.inspections.cues import undone
from kg.facts.inspections.fates import confirmed, progressed
from kg.facts.inspections.groups import Group, Tense, group_at, is_done
from kg.facts.inspections.matter import is_time
from kg.facts.inspections.notes import part_of
from kg.facts.inspections.phrases import Phrase
from kg.facts.inspections.statuses import GIVING_UP, Standing, status_of
from kg.facts.inspections.words import WORDS
from kg.facts.words import ARTICLES, OWNERS

AWAITED = frozenset({"expected", "due", "likely", "anticipated", "hoped"})
_PAUSED = frozenset({"paused", "suspended", "halted", "interrupted", "frozen"})
_FOR_GOOD = frozenset({"indefinitely", "die"})  # "sine die"
_DECIDED = WORDS.words("decided")


def amended(context: Context, line: Line, phrase: Phrase, found: Standing, status: str, acts: frozenset[str]) -> str:
    """What else the sentence says of it: that it is put off for good, resolved upon, or has not been done after all."""
    lows, group = context.tokens.lows, found.group
    if status == "not-completed" and "overdue" in lows[phrase.last : line.last] and lows[phrase.first] in {"a", "an"}:
        return "proposed"  # "an audit was overdue": somebody thinks that there should be one
    if found.phase == "postpone" and _FOR_GOOD & set(lows[phrase.last : line.last]):
        return "not-completed"
    if (
        found.phase == "postpone"
        and group
        and lows[group.head] in _PAUSED
        and group.tense in {Tense.PAST, Tense.PERFECT}
    ):
        return "not-completed"  # begun, and stopped
    if status == "under-way" and group and group.negated and "never" in lows[group.first : group.head]:
        return "not-completed"  # "was never finished"
    if status == "planned" and group and found.phase == "end" and AWAITED & set(lows[group.first : group.head]):
        return "under-way"  # "is expected to report in May"
    if status == "completed" and part_of(context, phrase.first - 2, phrase.head):
        return "under-way"  # "61 of the 80 audits had been done"
    if status == "completed" and group and group.tense is Tense.PRESENT and found.phase == "end":
        ahead = lows[group.head + 1] in {"in", "on", "at", "by"} and is_time(context, group.head + 2, line.last)
        return "under-way" if ahead or is_time(context, group.head + 1, line.last) else status  # "ends in May"
    if found.rule == "inspection-frame" and status in {"proposed", "planned"} and _refused(context, line, phrase):
        return "unlikely"  # "has turned down a request for an audit"
    if status == "proposed" and group and found.phase and _resolved(context, line, group, acts):
        settled = Group(group.first, group.head, Tense.FUTURE, group.negated, group.passive)
        return status_of(found.phase, settled) or status
    if status == "planned" and group and group.head < phrase.first and lows[group.head].startswith("confirm"):
        return confirmed(context, line, phrase) or status
    if status == "planned" and found.rule == "inspection-participle" and progressed(context, phrase):
        return "under-way"
    return "not-completed" if status == "planned" and undone(context, line, phrase.last) else status


def _resolved(context: Context, line: Line, group: Group, acts: frozenset[str]) -> bool:
    """ "It was resolved that an audit be held", "that the auditors carry out …": a subjunctive that a decision governs."""
    lows = context.tokens.lows
    if group.tense is not Tense.BARE or acts.isdisjoint({"decided", "agreed"}):
        return False
    if group.passive:
        return True
    that = next((k for k in range(group.first - 1, line.first, -1) if lows[k] == "that"), -1)
    return group.to < 0 and not lows[group.head].endswith("ing") and that > 0 and lows[that - 1] in _DECIDED


def _refused(context: Context, line: Line, phrase: Phrase) -> bool:
    """ "turned down a request for", "dropped its plans for": does a verb give up what stands before the phrase?"""
    lows = context.tokens.lows
    for k in range(max(line.first, phrase.first - 8), phrase.first - 1):
        found = context.lexicon.undertakings.phase_at(context.tokens, k, phrase.first)
        if (
            found
            and found[1] in GIVING_UP
            and is_done(lows[k])
            and (lows[found[0]] in ARTICLES or lows[found[0]] in OWNERS or lows[found[0]] in {"any", "all", "plans"})
        ):
            return not group_at(context, k, line.first).negated
    return False
