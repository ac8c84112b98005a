"""Questions whether somebody would do a thing, which a short answer rules out: "asked whether the Board would comment. He thought it unlikely."

Comes in: a sentence that asks, then the one behind it.  Goes out: who will not.  The one idea: a question binds nobody, and so is kept for one sentence only.
"""

from __future__ import annotations

from kg.entities import BODIES
from kg.facts import clauses
from kg.facts.commitments.answers import taken
from kg.facts.commitments.found import Found
from kg.facts.context import PERSONAL, Context, Line
from kg.facts.discourse import Discourse
from kg.model import Statement

_WHETHER, _WOULD = frozenset({"whether", "if"}), frozenset({"would", "will"})
_LONGEST = 12  # tokens of such an answer


def put(context: Context, discourse: Discourse, line: Line) -> tuple[str, ...]:
    """Of whom a question asks whether they would do something."""
    lows = context.tokens.lows
    for k in range(line.first, line.last - 2):
        subject = clauses.subject_at(context, k + 1, line.last) if lows[k] in _WHETHER else None
        group = clauses.verb_group(context, subject.last, line.last) if subject is not None else None
        if subject is None or group is None or group.modal not in _WOULD or group.negated or group.copula:
            continue
        agents = discourse.agents(subject)
        return agents if all(context.type_of(key) in BODIES | PERSONAL for key in agents) else ()
    return ()


def ruled_out(context: Context, line: Line, reports: list[Statement], asked: tuple[str, ...]) -> list[Found]:
    """ "CL thought it unlikely.": what those would not do of whom the sentence before asked."""
    lows = context.tokens.lows[line.first : line.last]
    if not asked or not reports or len(lows) > _LONGEST or taken(lows) != "unlikely":
        return []
    return [Found(asked, "unlikely", "answered", (line.first, line.last), status="unlikely")]
