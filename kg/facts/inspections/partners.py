"""Who worked on an undertaking with whom, told in a sentence behind: "The audit, on which HI had worked with the Board, had looked at 18 landlords."

Comes in: a line, and the undertaking told last.  Goes out: keys of bodies, or nothing.  The one idea: a relative clause on the same noun with its article says who
did it together.
"""

from __future__ import annotations

from kg.facts import clauses
from kg.facts.context import Line
from kg.facts.inspections.conductors import Conductors
from kg.facts.inspections.words import WORDS
from kg.facts.signs import sign
from kg.model import Inspection

_PREPOSED = frozenset({"on", "in", "for"})
_DONE_WITH = WORDS.words("worked-on-with")
SHOWN = sign(_DONE_WITH), sign({"which"})
_NEAR = 12  # tokens of the clause


def partners(line: Line, who: Conductors, before: Inspection) -> tuple[str, ...]:
    """Those who by this line worked together on the undertaking ``before``."""
    lows, undertakings = who.context.tokens.lows, who.context.lexicon.undertakings
    if line.passage.position != before.position or before.kind not in lows[line.first : line.last]:
        return ()
    for k in range(line.first + 3, line.last - 3):
        if lows[k] != "which" or lows[k - 1] not in _PREPOSED or lows[k - 2] != ",":
            continue
        noun = undertakings.noun_at(who.context.tokens, k - 3, line.first)
        subject = clauses.subject_at(who.context, k + 1, line.last)
        if noun is None or noun[1].meaning != before.kind or lows[k - 4] not in {"the", "this"} or subject is None:
            continue
        verb = next((m for m in range(subject.last, min(line.last - 2, k + _NEAR)) if lows[m] in _DONE_WITH), -1)
        if verb > 0 and lows[verb + 1] in {"with", "by", "alongside"}:
            ours = [body for one in subject.actors if one.key and (body := who.as_body(one.key))]
            end = next((m for m in range(verb, line.last) if lows[m] in {",", ".", ";"}), line.last)
            return tuple(dict.fromkeys((*ours, *who.doers_in(verb + 2, end))))
    return ()
