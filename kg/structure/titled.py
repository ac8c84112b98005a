"""Those whom the title or the first sentence of a note names: "Note of a conversation with Ann Roe, Warden, and Ian Poole".

Comes in: the lines of the opening.  Goes out: Entries.  The one idea: what stands behind "with" or "between" is a list of people, where every word of it is.
"""

from __future__ import annotations

import re

from kg.model import Span
from kg.patterns import expression
from kg.structure.entries import Entry
from kg.structure.inline import entries_of
from kg.structure.lines import Line

_FIRST = 4  # lines in which the title stands
_PARTIES = 2
_WITH = expression(
    r"(?:note|record|minutes?|summary|readout|account)s? of (?:a |an |the |our )?(?:[a-z]+ ){0,2}(?:conversation|meeting|call|discussion|talk|visit|interview)"
    r"(?:,? (?:held |of |on )?(?:on )?[^;:.\n]{3,40}?(?:19|20)\d\d,?)?"  # "a discussion on Monday 3 May 2021 between"
    r" (?:with|between) (?P<who>[^\d:;]+?)(?=,? (?:on |held )?\d|,? on [A-Z][a-z]+day|(?<=[a-z)]{3})\. [A-Z]|\.?$)",
    re.IGNORECASE,
)
_BETWEEN = expression(
    r"(?:A |The )?(?:memorandum|minute|note|record|account)s? of (?:a |the |our )(?:[a-z]+ ){0,2}(?:conversation|meeting|call|discussion|talk|interview)"
    r"\b[^;:\n]{0,160}? between (?P<who>(?:the )?[A-Z][^;:]*)",
    re.IGNORECASE,
)


def of_title(text: str, lines: list[Line]) -> list[Entry]:
    """ "Note of a conversation with Dame Hilda Roe, Chair, and Mr Ian Poole": those whom the title names besides a list."""
    return [one for one in _behind(_WITH, text, lines) if one.name and one.sure]


def of_company(text: str, lines: list[Line]) -> list[Entry]:
    """ "A memorandum of the conversation held at Fal House between the Warden, Ann Roe, and Ian Poole, Eve Low being of the company.": three or more, all by name."""
    entries = _behind(_BETWEEN, text, lines)
    return entries if len(entries) > _PARTIES and all(one.name and one.sure for one in entries) else []


def _behind(pattern: re.Pattern[str], text: str, lines: list[Line]) -> list[Entry]:
    first = [line.span for line in lines[:_FIRST]]
    match = next((found for span in first if (found := pattern.match(text, span.start, span.end))), None)
    return entries_of(text, Span(*match.span("who"))) if match else []
