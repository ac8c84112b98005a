"""Who speaks, in square brackets before the words ("[Jane Doe – Chair] Is that so?", "A: [Clerk] It is.").

Comes in: a sentence.  Goes out: who said or asked it.  The one idea: brackets at the head of a sentence that hold the name of one who was there, and nothing
but it and what its bearer is or comes from, mark a turn, as a name before a colon does.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.facts import clauses
from kg.facts.context import Context, Line
from kg.facts.discourse import Discourse
from kg.facts.signs import needs, sign
from kg.facts.statements.questions import TURNS
from kg.facts.statements.report import Report
from kg.facts.statements.telegraphic import jotted
from kg.facts.statements.voices import speaking

_MARKS = frozenset(": . –".split())
_LONGEST = 14  # tokens between the brackets
_LEAD = 4  # tokens before them at most: "Question 3 :"


@needs(sign({"["}))
def bracketed(context: Context, discourse: Discourse, line: Line) -> Iterator[Report]:
    """ "Q1 [Jane Doe – Chair] How many?", "[Tom Hurst, Fal Pilots] Nine."."""
    words, start = context.tokens.words, _opening(context, line)
    if start is None:
        return
    end = next((k for k in range(start + 1, min(line.last, start + _LONGEST)) if words[k] == "]"), None)
    subject = clauses.subject_at(context, start + 1, line.last)
    if end is None or subject is None or subject.last > end or end + 1 >= line.last:
        return
    agents = speaking(context, discourse.agents(subject))
    first = end + 2 if words[end + 1] in {":", "–", "-"} and end + 2 < line.last else end + 1
    if not agents:
        return
    if "?" in words[max(first, line.last - 3) : line.last]:
        yield Report(agents, "asked", "bracketed", (first, line.last))
    else:
        yield from jotted(context, agents, first, line.last)


def _opening(context: Context, line: Line) -> int | None:
    """The bracket at the head of the sentence, or behind the mark of a question or answer."""
    words, lows = context.tokens.words, context.tokens.lows
    at = next((k for k in range(line.first, min(line.last, line.first + _LEAD)) if words[k] == "["), None)
    lead = range(line.first, at or line.first)
    marks = all(lows[k].rstrip("0123456789.") in TURNS or lows[k].isdigit() or words[k] in _MARKS for k in lead)
    return at if marks else None
