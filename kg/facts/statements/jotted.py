"""Jottings: what notes tell without a verb or without saying who ("All in favour.", "TW no objection.", "Agreed AQ to write.").

Comes in: a sentence.  Goes out: what all of them, the one named, or the meeting said.  The one idea: a note drops "were", "had" and "it was"; the
words that are left tell the act.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.facts import clauses
from kg.facts.clauses import VerbGroup
from kg.facts.context import Context, Line
from kg.facts.discourse import Discourse
from kg.facts.signs import NOUNS, VERBS, needs, sign
from kg.facts.statements.acts import act_of
from kg.facts.statements.nominal import LACKING
from kg.facts.statements.report import Report
from kg.facts.statements.telegraphic import opening
from kg.facts.statements.voices import agent_after, everybody, other_party, speaking
from kg.facts.words import AUXILIARIES, COLLECTIVE_HEADS, FINITE, QUESTION_WORDS
from kg.lexicon.lists import lists

_ENDS = frozenset(". ; , to".split())
_RULINGS = lists("speaking").words("rulings")
_NUMBERS = frozenset("one two three four five six seven eight nine ten eleven twelve".split())
_SETTLED = frozenset("agreed decided resolved".split())


@needs(sign({"all"}))
def whole(context: Context, discourse: Discourse, line: Line) -> Iterator[Report]:
    """ "All in favour.", "All agree.": what all of them said, where the minutes have no name for the meeting."""
    subject = line.subject
    if subject is None or subject.actors[0].word != "all" or discourse.agents(subject):
        return
    group = clauses.verbless(context, subject, line.last) or clauses.verb_group(context, subject.last, line.last)
    found = clauses.match(context, group, line.last) if group else None
    act = act_of(context, group, found, line.last) if group and found and not group.perfect else None
    if act and found:
        yield Report(everybody(context), act, "all-of-them", (found.last, line.last))


@needs(sign({"no"}))
def lacking(context: Context, discourse: Discourse, line: Line) -> Iterator[Report]:
    """ "TW no objection.", "AQ no comment to make.": the noun of which somebody has none."""
    lows, nouns = context.tokens.lows, context.lexicon.predicates.nouns
    start = opening(context, line)
    if lows[start] == "no" and LACKING.get(nouns.get(lows[start + 1], "")) == "agreed" and lows[start + 2] in _ENDS:
        yield Report(everybody(context), "agreed", "has-none", (start, line.last))
        return
    subject = clauses.subject_at(context, line.first, line.last)
    if subject is None or subject.last + 2 >= line.last or lows[subject.last] != "no":
        return
    act = nouns.get(lows[subject.last + 1])
    agents = speaking(context, discourse.agents(subject))
    if act and agents and lows[subject.last + 2] in _ENDS:
        yield Report(agents, LACKING.get(act, "informed"), "has-none", (subject.last, line.last))


@needs(NOUNS)
def voiced(context: Context, discourse: Discourse, line: Line) -> Iterator[Report]:
    """ "Concerns raised by TW about the lamps.", "Thanks to AQ.", "Concern about the lamps.": a noun that tells the act, without its verb."""
    lows, nouns = context.tokens.lows, context.lexicon.predicates.nouns
    start = opening(context, line)
    act, behind = nouns.get(lows[start]), lows[start + 1] if start + 1 < line.last else ""
    if act in {"thanked", "welcomed"} and behind == "to":
        named = discourse.agents(clauses.subject_at(context, start + 2, line.last))
        yield Report(other_party(context, named), act, "voiced", (start + 1, line.last), named)
    elif act and behind in _VOICED and (agents := agent_after(context, discourse, "by", start + 1, line.last, near=4)):
        yield Report(agents, act, "voiced", (start + 2, line.last))
    elif act and lows[start + 1 : start + 3] in (["all", "round"], ["all", "around"]):
        yield Report(everybody(context), act, "voiced", (line.first, line.last))
    elif act == "concerned" and behind in {"that", "about", "over"} and not _is_subject(lows[start + 1 : line.last]):
        yield Report((), act, "voiced", (start + 1, line.last))


def _is_subject(behind: list[str]) -> bool:
    """ "Complaints about the lamps had doubled": does a verb of the noun follow, and none of a clause within what it is about?"""
    verb = next((k for k, low in enumerate(behind) if low in FINITE), None)
    return verb is not None and _WITHIN.isdisjoint(behind[:verb])


_WITHIN = QUESTION_WORDS | {"that"}
_VOICED = lists("speaking").words("voiced")


@needs(sign(_SETTLED))
def settled(context: Context, discourse: Discourse, line: Line) -> Iterator[Report]:
    """ "Agreed AQ to write to the Minister.": the meeting agreed that somebody is to do something."""
    lows = context.tokens.lows
    start = opening(context, line)
    behind = start + 1 + (lows[start + 1 : start + 2] == [","])
    subject = clauses.subject_at(context, behind, line.last) if lows[start] in _SETTLED else None
    if subject is not None and lows[subject.last : subject.last + 1] in (["to"], ["will"], ["would"], ["should"]):
        yield Report(everybody(context), "agreed", "minuted", (start + 1, line.last))


@needs(sign(COLLECTIVE_HEADS))
def together(context: Context, discourse: Discourse, line: Line) -> Iterator[Report]:
    """ "Group worried about the beds.", "Panel felt that …": those who meet, without an article."""
    lows = context.tokens.lows
    start = opening(context, line)
    if lows[start] not in COLLECTIVE_HEADS or start in context.mention_at or start + 2 >= line.last:
        return
    adjective = lows[start + 1] in context.lexicon.predicates.adjectives
    verb = VerbGroup(start + 1, start + 1, copula=True, be="was") if adjective else None
    group = verb or clauses.verb_group(context, start + 1, line.last)
    found = clauses.match(context, group, line.last) if group and not group.passive and not group.modal else None
    act = act_of(context, group, found, line.last) if group and found and not group.perfect else None
    if act and found and (adjective or (group and clauses.is_past(lows[group.head]))):
        yield Report(everybody(context), act, "together", (found.last, line.last))


@needs(sign(_RULINGS))
def counted(context: Context, discourse: Discourse, line: Line) -> Iterator[Report]:
    """ "Seven approved, two refused and one held over.": how many of what was before the meeting went which way."""
    lows, start = context.tokens.lows, opening(context, line)
    many = lows[start] in _NUMBERS or lows[start][0].isdigit()
    if many and start + 2 < line.last and lows[start + 1] in _RULINGS and lows[start + 2] in {",", ".", "and", ";"}:
        yield Report(everybody(context), "decided", "counted", (start, line.last))


@needs(sign({"by"}), VERBS)
def told_by(context: Context, discourse: Discourse, line: Line) -> Iterator[Report]:
    """ "New list promised by her for May.": a thing with a participle and its agent, and no other verb."""
    lows, start = context.tokens.lows, opening(context, line)
    if start in context.mention_at or not AUXILIARIES.isdisjoint(context.tokens.words[line.first : line.last]):
        return
    for k in range(start + 1, min(line.last - 2, start + 7)):
        act = next((entry.act for entry in context.lexicon.predicates.verbs.get(lows[k], ()) if not entry.rest), None)
        if lows[k + 1] == "by" and act in _OF_ONE and clauses.is_participle(lows[k]):
            agents = agent_after(context, discourse, "by", k, line.last, near=3)
            verbs = any(clauses.is_past(low) for low in lows[k + 2 : line.last])
            if agents and not verbs:
                yield Report(agents, act, "told-by", (start, k))
            return


_OF_ONE = frozenset("undertook requested suggested asked welcomed concerned disagreed".split())
