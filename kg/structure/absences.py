"""Who was not there, as a sentence of the minutes tells it.

Comes in: the span of a sentence.  Goes out: Entries with the Label of apologies.  The one idea: those behind "apologies from" are meant, else those who
come before a verb of staying away.
"""

from __future__ import annotations

import re

from kg.model import Attendance, Span
from kg.patterns import expression
from kg.structure.clauses import absence, clauses
from kg.structure.labels import Label
from kg.structure.named import Told, at, named, until_sentence

_APOLOGY_LIST = expression(
    r"\b(?:apologies|(?:an )?apology|(?<!his )(?<!her )(?<!their )regrets(?=\s+(?:were|was|had|have|received|sent|from)\b))(?: for (?:absence|non-attendance|lateness|inability to attend))?,?\s+"
    r"(?:(?:were|was|are|is|had been|have been|has been|had also been|were also)\s+)?"
    r"(?:(?:received|sent|noted|given|accepted|recorded|offered|tendered|submitted|intimated|conveyed|made|presented|reported|lodged|came|had come)\s+)?"
    r"(?:(?:in advance|beforehand|earlier|by (?:email|letter|telephone|phone))\s+)?(?:from|by|on behalf of|for|of)\s+(?P<who>[^:]+)",
    re.IGNORECASE,
)
_APOLOGY_SIGNS = ("polog", "POLOG", "egrets", "EGRETS")  # one of them is in each
_LABEL = Label(Attendance.APOLOGIES)
_NOT_THERE = expression(  # "No Della Shaw (Cabinet Office) – apols."
    r"(?:No|Not) (?P<who>(?:[A-Z][\w’'.-]+ ){1,4}?(?:\([^()]*\))?)\s*(?:[–—,-]\s?|\()\s*(?:(?:sent|with|gave) )?(?:apols|apologies|regrets|on leave|away|ill|unwell|off sick|sick)\b"
)


def tells_of_apologies(words: str) -> bool:
    """Can the sentence tell of apologies at all?"""
    return "polog" in words or "POLOG" in words


def absent(text: str, span: Span) -> list[Told]:
    """Those of whom the sentence says that they were not there."""
    return missed(text, span, clauses(text, span))


def missed(text: str, span: Span, parts: list[Span]) -> list[Told]:
    """The same of a sentence whose clauses are known."""
    raw = span.of(text)
    listed = _APOLOGY_LIST.search(raw) if any(map(raw.__contains__, _APOLOGY_SIGNS)) else None
    found = listed and list(named(text, until_sentence(text, at(span, listed, "who")), _LABEL, loosely=True))
    if found:
        return found
    matches = [_NOT_THERE.match(text, part.start, part.end) or absence(text, part) for part in parts]
    return [one for match in matches if match for one in named(text, Span(*match.span("who")), _LABEL)]
