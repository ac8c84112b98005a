"""What the learned part makes of a sentence after the rules.

Comes in: the reports that rules found, or none.  Goes out: the reports that stand.  The one idea: rules say who spoke; where what the
sentence shows speaks clearly for another act, that act stands, and where no rule fired but the sentence reads like a
report, it is one.
"""

from __future__ import annotations

from dataclasses import replace

from kg.facts import clauses
from kg.facts.context import Context, Line
from kg.facts.discourse import Discourse
from kg.facts.statements.features import features
from kg.facts.statements.report import CLOSING, Report
from kg.facts.statements.voices import everybody, may_speak, took_part
from kg.facts.statements.weighing import NONE, weights
from kg.facts.words import PRONOUNS

_CLEARER = 0.5  # how much likelier another act must be than the one that a rule gave
# rules that tell who spoke, but name the act without a word of the vocabulary that stands for it
_UNSURE = frozenset(
    """
    active-default clause-elsewhere in-her-words nominal-subject noun-from noun-inverted passive-no-agent resolution
    """.split()
)
_REPORTS = 0.5  # how likely a sentence without a rule must be a report


def judged(context: Context, discourse: Discourse, line: Line, found: list[Report]) -> list[Report]:
    """The reports of a sentence once their features are weighed."""
    if not found:
        return _unruled(context, discourse, line)
    if found[0].rule not in _UNSURE:
        return found
    return [_with_likelier_act(context, line, found[0]), *found[1:]]


def _with_likelier_act(context: Context, line: Line, report: Report) -> Report:
    shown = features(context, line, report)
    likely = weights().likely(shown)
    spoken = 1 - likely[NONE]
    best = max((act for act in likely if act != NONE), key=lambda act: likely[act])
    if best == report.act or likely[best] - likely[report.act] <= _CLEARER * spoken:
        return report
    return replace(report, act=best, rule=f"{report.rule}, weighed: {weights().because(shown, best)}")


def _unruled(context: Context, discourse: Discourse, line: Line) -> list[Report]:
    if line.last - line.first < 3:
        return []
    shown = features(context, line, None)
    likely = weights().likely(shown)
    if 1 - likely[NONE] <= _REPORTS or _of_old(context, line) or _done_to_somebody(context, discourse, line):
        return []
    act = max((act for act in likely if act != NONE), key=lambda act: likely[act])
    speakers = _speakers(context, discourse, line, act)
    return [Report(speakers, act, f"weighed: {weights().because(shown, act)}", (line.first, line.last))]


def _of_old(context: Context, line: Line) -> bool:
    """Does the sentence tell what had been done, and name nobody of the meeting?"""
    lows = context.tokens.lows[line.first : line.last]
    named = any(
        took_part(context, context.cast.by_first[i]) for i in range(line.first, line.last) if i in context.mention_at
    )
    return not named and bool({"had", "has", "have"} & set(lows[:10])) and not PRONOUNS & set(lows)


def _done_to_somebody(context: Context, discourse: Discourse, line: Line) -> bool:
    """Is a participant the subject of a passive ("TW was tasked with …"), and so no speaker?"""
    subject = clauses.subject_at(context, clauses.main_start(context, line.first, line.last), line.last)
    group = clauses.verb_group(context, subject.last, line.last) if subject else None
    return bool(group and group.passive and discourse.agents(subject))


def _speakers(context: Context, discourse: Discourse, line: Line, act: str) -> tuple[str, ...]:
    """The subject, else the one participant that the sentence names, else all who decide, else whoever is speaking."""
    start = clauses.main_start(context, line.first, line.last)
    subject = clauses.subject_at(context, start, line.last)
    agents = tuple(key for key in discourse.agents(subject) if may_speak(context, key))
    if agents and subject and subject.actors[0].word != "it":
        return agents
    named = dict.fromkeys(
        discourse.canonical(context.cast.by_first[i]) for i in range(line.first, line.last) if i in context.mention_at
    )
    there = [key for key in named if took_part(context, key)]
    if len(there) == 1:
        return (there[0],)
    if act in CLOSING:
        return everybody(context)
    if there:
        return ()
    lows = set(context.tokens.lows[line.first : line.last])
    return discourse.replier() if lows & _REPLIES else discourse.speakers


_REPLIES = frozenset("answer reply response rejoinder told informed answered".split())
