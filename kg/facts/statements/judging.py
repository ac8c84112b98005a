"""What the learned part makes of a sentence after the rules.

Comes in: the reports that rules found, or none.  Goes out: the reports that stand.  The one idea: rules say who spoke; where what the
sentence shows speaks clearly for another act, that act stands, and where no rule fired but the sentence reads like a
report, it is one.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import islice

from kg.entities import BODIES
from kg.facts import clauses
from kg.facts.context import PERSONAL, Context, Line
from kg.facts.discourse import Discourse
from kg.facts.statements.courses import is_course
from kg.facts.statements.features import features
from kg.facts.statements.report import CLOSING, Report
from kg.facts.statements.somebody import by_post, unknown_name_end
from kg.facts.statements.voices import everybody, may_speak, speaking, took_part
from kg.facts.statements.weighing import NONE, weights
from kg.facts.words import OBJECTS, PRONOUNS
from kg.lexicon.lists import lists

_CLEARER = 0.5  # how much likelier another act must be than the one that a rule gave
# rules that tell who spoke, but name the act without a word of the vocabulary that stands for it
_UNSURE = frozenset(
    """
    active-default clause-elsewhere in-her-words noun-from noun-inverted passive-no-agent resolution
    """.split()
)
_SHORTEST = 2  # words of a report: "Chair …………" is none
_HAD = frozenset({"had", "has", "have"})
REPORTS = 0.6  # how likely a sentence without a rule must be a report


def judged(context: Context, discourse: Discourse, line: Line, found: list[Report]) -> list[Report]:
    """The reports of a sentence once their features are weighed."""
    if not found:
        return _unruled(context, discourse, line)
    if found[0].rule not in _UNSURE:
        return found
    if found[0].rule == "passive-no-agent" and _is_left_open(context, line):
        return found[1:]
    return [_with_likelier_act(context, line, found[0]), *found[1:]]


def _with_likelier_act(context: Context, line: Line, report: Report) -> Report:
    shown = features(context, line, report)
    likely = weights().likely(shown)
    spoken = 1 - likely[NONE]
    best = max((act for act in likely if act != NONE), key=lambda act: likely[act])
    if best == report.act or likely[best] - likely[report.act] <= _CLEARER * spoken:
        return report
    speakers = report.speakers or (everybody(context) if best in CLOSING else ())
    return replace(
        report, speakers=speakers, act=best, rule=f"{report.rule}, weighed: {weights().because(shown, best)}"
    )


def _unruled(context: Context, discourse: Discourse, line: Line) -> list[Report]:
    if (
        line.last - line.first < 3
        or _of_old(context, line)
        or _is_formality(context, line)
        or _is_left_open(context, line)
    ):
        return []
    words = (word for word in context.tokens.words[line.first : line.last] if word[0].isalpha())
    if len(list(islice(words, _SHORTEST))) < _SHORTEST:
        return []
    if _another_subject(context, discourse, line) or _told_before(context, line):
        return []
    shown = features(context, line, None)
    likely = weights().likely(shown)
    if 1 - likely[NONE] <= REPORTS:
        return []
    act = max((act for act in likely if act != NONE), key=lambda act: likely[act])
    if act in CLOSING and _has_done(context, line):
        act = "informed"
    speakers = _speakers(context, discourse, line, act)
    return [Report(speakers, act, f"weighed: {weights().because(shown, act)}", (line.first, line.last))]


def _has_done(context: Context, line: Line) -> bool:
    """ "FR had collected examples": somebody tells of what he has done, and agrees to nothing."""
    subject = line.subject
    group = clauses.verb_group(context, subject.last, line.last) if subject else None
    return group is not None and group.perfect and not group.be


def _is_formality(context: Context, line: Line) -> bool:
    """ "The meeting closed at noon.", "There was no discussion.": nothing is said."""
    lows, start = context.tokens.lows, line.start
    if lows[start] == "there" and lows[start + 1] in {"was", "were"} and lows[start + 2] == "no":
        if lows[start + 3] in _NOTHING:
            return True
    if not _EXCUSES.isdisjoint(lows[start : start + 2]) and not _RECEIVED.isdisjoint(lows[start : line.last]):
        return True  # "An apology was received from Mr Roe."
    if lows[start] == "with" and lows[start + 1] in OBJECTS and lows[start + 2] in {"was", "were"}:
        return True  # "With her were two of her staff."
    if not _RECORDS.isdisjoint(lows[start : start + 2]) and "taken" in lows[start + 1 : start + 5]:
        return True  # "Notes were taken by the secretary."
    subject = line.subject
    group = clauses.verb_group(context, subject.last, line.last) if subject else None
    return bool(subject and group and is_course(context, subject, group))


def _is_left_open(context: Context, line: Line) -> bool:
    """ "No date was fixed.", "No view was taken.": what did not happen is said by nobody."""
    lows, start = context.tokens.lows, line.start
    return lows[start] == "no" and lows[start + 1] in _OPEN and lows[start + 2] in _WAS


_OPEN = frozenset({"date", "day", "time", "decision", "conclusion", "view", "vote", "order", "resolution"})
_WAS = frozenset({"was", "were", "has", "had"})
_RECORDS = frozenset({"notes", "minutes", "note"})
_EXCUSES = frozenset({"apology", "apologies", "regrets"})
_RECEIVED = frozenset({"received", "from", "tendered", "intimated", "noted", "recorded"})
_NOTHING = frozenset("discussion debate discussions question questions comment comments other further news".split())


def _of_old(context: Context, line: Line) -> bool:
    """Does the sentence tell what had been done, and name nobody of the meeting?"""
    lows = context.tokens.lows[line.first : line.last]
    if _HAD.isdisjoint(lows[:10]) or not PRONOUNS.isdisjoint(lows):
        return False
    return not any(took_part(context, key) for key in context.keys_in(line.first, line.last))


def _told_before(context: Context, line: Line) -> bool:
    """ "Children had told the Chair that …": what others had said to somebody there, before the meeting."""
    if line.subject is not None:
        return False
    lows = context.tokens.lows
    had = next((k for k in range(line.start + 1, min(line.last - 1, line.start + 5)) if lows[k] in _HAD), None)
    return had is not None and lows[had + 1] in _TOLD


_TOLD = lists("speaking").words("told-before")


def _another_subject(context: Context, discourse: Discourse, line: Line) -> bool:
    """Is the subject a body that was not there, or a participant to whom something was done ("TW was tasked with …")?"""
    subject = line.subject
    agents = discourse.agents(subject) if subject and subject.actors[0].word != "it" else ()
    if not subject or not agents:
        owner = clauses.actor_at(context, line.start, line.last)
        return bool(owner and owner.key and not all(may_speak(context, key) for key in discourse.of(owner)))
    group = clauses.verb_group(context, subject.last, line.last)
    bodies = all(context.type_of(key) in BODIES for key in agents)
    to_come = bool(group and group.modal and bodies)
    return not any(may_speak(context, key) for key in agents) or bool(group and group.passive) or to_come


def _speakers(context: Context, discourse: Discourse, line: Line, act: str) -> tuple[str, ...]:
    """The subject, else the one participant that the sentence names, else all who decide, else whoever is speaking."""
    start, subject = line.start, line.subject
    agents = speaking(context, discourse.agents(subject))
    if agents and subject and subject.actors[0].word != "it":
        return agents
    end = unknown_name_end(context, start, line.last)
    if end:
        return by_post(context, context.tokens.lows[start:end])
    named = dict.fromkeys(
        discourse.canonical(context.cast.by_first[i])
        for i in context.named_in(line.first, line.last)
        if _may_be_speaker(context, line, i)
    )
    there = [key for key in named if took_part(context, key)]
    if len(there) == 1:
        return (there[0],)
    if act in CLOSING:
        return everybody(context)
    if there:
        return ()
    lows = set(context.tokens.lows[line.first : line.last])
    if lows & _REPLIES:
        return discourse.replier()
    return tuple(
        key for key in discourse.speakers if context.type_of(key) not in PERSONAL or took_part(context, key)
    )  # no minister who was only spoken of


def _may_be_speaker(context: Context, line: Line, i: int) -> bool:
    """Does a name stand where speakers do: at the head of the sentence, or behind "by" and "from"?"""
    before = context.tokens.lows[max(line.first, i - 2) : i]
    return i - line.first <= 2 or bool({"by", "from", "of"} & set(before))


_REPLIES = frozenset("answer reply response rejoinder told informed answered".split())
