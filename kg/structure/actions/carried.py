"""The new term of an action that is not done: "Carried forward to the December meeting", "to be arranged by Easter".

Comes in: the words behind a status.  Goes out: where the new term stands, or None.  The one idea: an action that is put off says until when.
"""

from __future__ import annotations

import re

from kg.model import Span
from kg.patterns import expression
from kg.structure.lines import trimmed

_CARRIED = expression(
    r"[^.]*\b(?:(?:carried|carry)(?: (?:forward|over))?|deferred (?:to|until)|postponed (?:to|until)|moved to|extended (?:to|until)|put back (?:to|until)"
    r"|to (?:be (?:\w+ly )?\w+|follow|come|go|resume|return|report)\b[^.]*\b(?:by|before|in|within|at|to|next)"
    r"|now (?:due|expected|to be done)|(?:new|revised|extended|amended|later|fresh) (?:date|deadline|target|due date))\b[^.]*\.?",
    re.IGNORECASE,
)


def carried_to(text: str, span: Span) -> Span | None:
    """ "Carried forward to the December meeting": the new term."""
    start = span.start
    while start < span.end:
        if match := _CARRIED.match(text, start, span.end):
            return trimmed(text, Span(match.start(), match.end()))
        start = text.find(".", start, span.end) + 1 or span.end
    return None
