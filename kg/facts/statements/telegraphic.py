"""Sentences without a subject: "RESOLVED: That …", "Question from Ms Mallon about …", "Noted that …".

Comes in: a sentence.  Goes out: what the meeting, the one named behind, or the last speaker said.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.facts import clauses
from kg.facts.context import Context, Line
from kg.facts.discourse import Discourse
from kg.facts.statements.acts import frame
from kg.facts.statements.report import CLOSING, Report
from kg.facts.statements.voices import agent_after, everybody, may_speak
from kg.facts.words import ADVERBS, BE, OPENERS, PREPOSITIONS, QUESTION_WORDS, SUBORDINATORS
from kg.model import PassageKind


def minuted(context: Context, discourse: Discourse, line: Line) -> Iterator[Report]:
    """Telegraphic minutes: "RESOLVED: That …", "Agreed by Mr McGrath.", "Question from Ms Mallon about …", "Minutes taken as read and agreed."."""
    tokens = context.tokens
    start = next((k for k in range(line.first, line.last) if tokens.words[k][0].isalpha()), line.first)
    low = tokens.lows[start]
    after = tokens.lows[start + 1] if start + 1 < line.last else ""
    entries = context.lexicon.predicates.verbs.get(low)
    if (
        entries
        and clauses.is_past(low)
        and (after in {":", "that", "by", ".", "–", "-", "to", "with", "on", "as"} or start + 1 >= line.last)
    ):
        act = entries[-1].act
        speakers = agent_after(context, discourse, "by", start, line.last, near=3) or (
            everybody(context) if act in CLOSING else ()
        )
        yield Report(speakers, "agreed" if act == "undertook" else act, "minuted", (start + 1, line.last))
        return
    noun_act = context.lexicon.predicates.nouns.get(low)
    if noun_act and after in {"from", "by"} and (subject := clauses.subject_at(context, start + 2, line.last)):
        agents = tuple(key for key in discourse.agents(subject) if may_speak(context, key))
        if agents:
            yield Report(agents, noun_act, "minuted-noun", (subject.last, line.last))
            return
    if low in {"minutes", "report", "paper", "notes", "note", "actions"} and not any(
        tokens.lows[k] in BE for k in range(start, line.last)
    ):
        for k in range(start + 1, line.last):
            entries = context.lexicon.predicates.verbs.get(tokens.lows[k])
            if entries and entries[-1].act in {"agreed", "decided", "acknowledged"} and clauses.is_past(tokens.lows[k]):
                yield Report(everybody(context), entries[-1].act, "minuted-passive", (start, k))
                return


def without_subject(context: Context, discourse: Discourse, line: Line) -> Iterator[Report]:
    """ "Also explained what …", "Noted that …": the last speaker goes on; as a note of the meeting, nobody in particular."""
    tokens = context.tokens
    start = line.first
    while start < line.last and (
        tokens.lows[start] in OPENERS or tokens.lows[start] in ADVERBS or not tokens.words[start][0].isalnum()
    ):
        start += 1
    if (
        start >= line.last
        or tokens.lows[start] in SUBORDINATORS | PREPOSITIONS - {"considering"}
        or start in context.mention_at
    ):
        return
    group = clauses.verb_group(context, start, line.last)
    if group is None or group.head != start or not clauses.is_past(tokens.lows[start]):
        return
    found = clauses.match(context, group, line.last)
    if found is None or line.passage.kind is PassageKind.ACTION:
        return
    act = frame(context, found, line.last) or found.predicate.act
    follower = tokens.lows[start + 1] if start + 1 < line.last else ""
    if (
        follower
        and follower
        not in QUESTION_WORDS
        | {"that", "to", "the", "a", "an", "about", "for", "on", "out", "his", "her", "their", "with"}
        and start + 1 not in context.mention_at
    ):
        return
    speakers = discourse.speakers if start > line.first or act not in CLOSING else everybody(context)
    yield Report(speakers, act, "no-subject", (found.last, line.last))
