"""What is said in a participle clause before the main one: "AQ having stated that …, TW undertook …", "Concern having been expressed by AQ, …".

Comes in: a sentence with what its main clause tells.  Goes out: the report of the clause before it.  The one idea: "having" with a verb of speech
tells an act of its subject, done at the meeting, that what follows takes up.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.facts import clauses
from kg.facts.clauses import VerbGroup
from kg.facts.context import Context, Line
from kg.facts.discourse import Discourse
from kg.facts.signs import needs, sign, sign_of
from kg.facts.statements.acts import frame, is_gerund
from kg.facts.statements.report import Report
from kg.facts.statements.voices import agent_after, speaking

_HAVING = sign({"having"})
_BESIDE = sign({",", "with"})
_GERUNDS = sign_of(lambda words: filter(is_gerund, words.predicates.verbs))
_NEAR = 8  # tokens of a subject


@needs(_HAVING)
def stated_before(context: Context, discourse: Discourse, line: Line, _: Report) -> Iterator[Report]:
    """The report of an absolute clause at the head of a sentence."""
    start = line.start
    k = next(iter(context.showing(_HAVING, line.first + 1, min(start, line.first + _NEAR))), None)
    if k is None:
        return
    if context.tokens.lows[k + 1] == "been":
        yield from _voiced(context, discourse, line, k, start)
        return
    subject = clauses.subject_at(context, line.first, k + 1)
    agents = speaking(context, discourse.agents(subject)) if subject and subject.last == k else ()
    found = clauses.match(context, VerbGroup(k + 1, k + 1), start)
    if agents and found:
        act = frame(context, found, start) or found.predicate.act
        yield Report(agents, act, "stated-before", (found.last, start))


@needs(_HAVING)
def settled_at_parting(context: Context, discourse: Discourse, line: Line) -> Iterator[Report]:
    """ "They parted on good terms, having agreed to meet again in May.": what those who leave had settled there."""
    lows, subject = context.tokens.lows, line.subject
    agents = speaking(context, discourse.agents(subject)) if subject else ()
    for k in context.showing(_HAVING, line.start + 2, line.last - 2) if agents else ():
        found = clauses.match(context, VerbGroup(k + 1, k + 1), line.last) if lows[k - 1] == "," else None
        act = (frame(context, found, line.last) or found.predicate.act) if found else None
        if found and act in _SETTLING:
            behind = found.last - (lows[found.last - 1] == "to")
            yield Report(agents, act, "settled-at-parting", (behind, line.last))
            return


_SETTLING = frozenset({"agreed", "decided", "undertook"})


def _voiced(context: Context, discourse: Discourse, line: Line, k: int, start: int) -> Iterator[Report]:
    """ "Concern having been expressed by AQ", "It having been agreed": a noun or a verb in the passive."""
    lows, nouns = context.tokens.lows, context.lexicon.predicates.nouns
    found = clauses.match(context, VerbGroup(k + 2, k + 2), start, verbs_only=True)
    act = next((nouns[low] for low in lows[line.first : k] if low in nouns), found.predicate.act if found else None)
    if act and found:
        yield Report(agent_after(context, discourse, "by", k, start, near=6), act, "stated-before", (k + 2, start))


@needs(_BESIDE, _GERUNDS)
def said_beside(context: Context, discourse: Discourse, line: Line, _: Report | None = None) -> Iterator[Report]:
    """ "…, with the Chair thanking all for coming.", "…, TW remarking that he had stopped.": a participle with its own subject behind the clause."""
    lows = context.tokens.lows
    for k in context.showing(_BESIDE, line.first + 3, line.last - 3):
        subject = clauses.subject_at(context, k + 1, line.last)
        if (
            subject is None
            or subject.last + 1 >= line.last
            or not subject.actors[0].key
            or not is_gerund(lows[subject.last])
        ):
            continue
        found = clauses.match(context, VerbGroup(subject.last, subject.last), line.last)
        agents = speaking(context, discourse.agents(subject))
        if found and agents and found.predicate.base not in _SILENT:
            act = frame(context, found, line.last) or found.predicate.act
            yield Report(agents, act, "said-beside", (found.last, line.last))
            return


_SILENT = frozenset({"abstain", "dissent", "disagree", "oppose", "second", "present"})
