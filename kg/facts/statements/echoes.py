"""Short sentences that do again what the last one did: "So did he.", "Nor was she.", "OK with Ian.".

Comes in: a sentence.  Goes out: the act of the sentence before, by another.  The one idea: "so" and "nor" with an auxiliary and a subject say of
the subject what was just said of somebody else.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.facts import clauses
from kg.facts.context import Context, Line
from kg.facts.discourse import Discourse
from kg.facts.signs import needs, sign
from kg.facts.statements.report import Report
from kg.facts.statements.telegraphic import opening
from kg.facts.statements.voices import speaking
from kg.facts.words import FINITE, SINGULAR
from kg.lexicon.lists import lists

_ECHOING = frozenset({"so", "nor", "neither"})
_FITTING = lists("speaking").words("fitting")


@needs(sign(_ECHOING))
def echoed(context: Context, discourse: Discourse, line: Line) -> Iterator[Report]:
    """ "The Adviser regretted this. So did he.": the same act, by another."""
    lows, start = context.tokens.lows, opening(context, line)
    if not discourse.act or start + 2 >= line.last or lows[start] not in _ECHOING or lows[start + 1] not in FINITE:
        return
    subject = clauses.subject_at(context, start + 2, line.last)
    if subject is None or line.last - subject.last > 1:
        return
    agents = speaking(context, _another(discourse, subject.actors[0].word) or discourse.agents(subject))
    if agents:
        yield Report(agents, discourse.act, "echo", (start, line.last))


def _another(discourse: Discourse, pronoun: str) -> tuple[str, ...]:
    """Whom "he" means who did so too: another than who did it first."""
    if pronoun not in SINGULAR:
        return ()
    discourse.excluded = discourse.speakers
    found = discourse.pronoun(pronoun)
    discourse.excluded = ()
    return found


@needs(sign(_FITTING))
def fits(context: Context, discourse: Discourse, line: Line) -> Iterator[Report]:
    """ "OK with Ian.", "Fine by both.": whom a thing suits agrees."""
    lows, start = context.tokens.lows, opening(context, line)
    if lows[start] not in _FITTING or lows[start + 1 : start + 2] not in (["with"], ["by"], ["for"]):
        return
    subject = clauses.subject_at(context, start + 2, line.last) if start + 2 < line.last else None
    agents = speaking(context, discourse.agents(subject)) if subject and line.last - subject.last <= 1 else ()
    if agents:
        yield Report(agents, "agreed", "fits", (start, line.last))


_AS = sign({"as"})


@needs(_AS)
def also_did(context: Context, discourse: Discourse, line: Line, first: Report) -> Iterator[Report]:
    """ "Ms Ash spoke in support, as did Dr Sallow.": the same act, by another in the same sentence."""
    lows = context.tokens.lows
    for k in context.showing(_AS, max(line.first + 2, first.content[0] - 1), line.last - 2):
        subject = clauses.subject_at(context, k + 2, line.last) if lows[k + 1] in _DID else None
        agents = speaking(context, discourse.agents(subject)) if subject and subject.actors[0].key else ()
        if agents and not set(agents) & set(first.speakers):
            yield Report(agents, first.act, "echo", (line.first, k))
            return


_DID = frozenset({"did", "was", "were", "had"})
