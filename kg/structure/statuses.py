"""How an action stands: "Complete.", "Not complete. Dr Renshawe explained …", "- on track".

Comes in: the words of an action or of the line under it.  Goes out: the concept of the status vocabulary and where its words stand.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from kg.lexicon.inflection import forms
from kg.lexicon.lists import lists
from kg.patterns import expression
from kg.structure.words import STATUSES

_OVERTAKEN = r"(?:overtaken|superseded)\s+by\s+[^.;:()–—]+?"
_WORDS = "|".join(
    [*(re.escape(words).replace(r"\ ", r"\s+") for words in sorted(STATUSES, key=len, reverse=True)), _OVERTAKEN]
)
_THIS = r"(?:this|it)\s+(?:is|was|remains|remained|has\s+been|had\s+been)\s+"  # "This remains outstanding."
_LEAD = rf"(?:action\s+|status\s*[:–-]\s*|update\s*[:–-]\s*|(?:{_THIS})?(?:now|still|also|both|all)\s+|{_THIS})?"
_OPENS = expression(
    rf"{_LEAD}(?P<status>{_WORDS})\b(?=\s*(?:[.:;,()–—-]|$|\s(?:see|as|on|at|by|in|and|–|to)\b))",
    re.IGNORECASE,
)
_INSIDE = expression(
    r"(?=[\s;,(\[:])(?:(?<=[.!?])\s+|;\s+|,\s+(?=[\w ]+\W*$)|\s+[-–—]\s*|\s*[(\[]|\s{2,}|:\s+)"
    rf"{_LEAD}(?P<status>{_WORDS})\b[)\]]?(?=\s*(?:[.:;,(–—-]|$|(?:on )?\d{{1,2}}\b|(?:to|until|till) (?:the )?(?:next|\d|[A-Z])))",
    re.IGNORECASE,
)

_TASK = expression(r"to(?<=\bto)\s+(?P<verb>[a-z]{2,})\b")
_AGAIN = expression(
    r"(?=[\s;(\[:])(?:(?<=[.!?])\s+|;\s+|\s+[-–—]\s*|\s*[(\[]|\s{2,}|:\s+)(?:now\s+|duly\s+)?(?P<no>not (?:yet )?)?(?P<done>[a-z]{3,})\b[)\]]?"
    r"(?=\s*(?:[.;,(]|$|(?:(?:on|in|at|last|to) |\d)))",
    re.IGNORECASE,
)
_DISCHARGED = expression(
    rf"\s[-–—]\s+(?:now\s+|duly\s+)?(?P<no>not (?:yet )?)?(?:{lists('layout').pattern('discharged')})\b(?:\s+(?:on\s+|in\s+)?(?:the\s+)?(?:\d{{1,2}}(?:st|nd|rd|th)?\s+)?[A-Z][a-z]+(?:\s+\d{{4}})?)?"
    r"(?=\W*(?:and\W*)?$)",
    re.IGNORECASE,
)


class Status(NamedTuple):
    """A status, and where its words begin (with the mark before them) and end."""

    concept: str
    start: int
    end: int


def opening_status(text: str) -> Status | None:
    """The status that the text begins with.

    >>> opening_status("Partially complete. Simon will provide the data.").concept
    'under-way'
    """
    match = _OPENS.match(text)
    return _status(match) if match else None


def inner_status(text: str) -> Status | None:
    """The status that stands as a sentence or remark of its own within the text or at its end.

    >>> inner_status("FT to circulate the statistics. Complete (see item 4).").concept
    'completed'
    """
    match = _INSIDE.search(text)
    return _status(match) if match else _done(text) or _discharged(text)


def _done(text: str) -> Status | None:
    """ "to supply the figures – supplied on 12 May", "to write to the yard. Not written.": the task's own verb tells that it was done.

    >>> _done("Clerk to supply figures – supplied on 12 May").concept, _done("FT to seek a price – not yet sought").concept
    ('completed', 'not-completed')
    """
    task = _TASK.search(text)
    if task is None:
        return None
    known = forms(task["verb"])
    for match in _AGAIN.finditer(text, task.end()):
        if "participle" in known.get(match["done"].lower(), ()):
            return Status("not-completed" if match["no"] else "completed", match.start(), match.end())
    return None


def _discharged(text: str) -> Status | None:
    """ "letter to the yard – sent 20 September": a thing, and behind a dash at the end what has been done with it."""
    match = _DISCHARGED.search(text)
    return Status("not-completed" if match["no"] else "completed", match.start(), match.end()) if match else None


def _status(match: re.Match[str]) -> Status:
    words = " ".join(match["status"].lower().split())
    return Status(STATUSES.get(words, "superseded"), match.start(), match.end())
