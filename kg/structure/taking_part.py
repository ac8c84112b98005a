"""How somebody took part, as a field of an attendance entry says it.

Comes in: a Field.  Goes out: an Attendance, or None where it says something else.  The one idea: a means of joining, a part of the meeting or
an apology is told by its own words.
"""

from __future__ import annotations

import re

from kg.model import Attendance
from kg.structure.fields import Field
from kg.structure.people import is_post

_REMOTE = re.compile(
    r"\b(?:tele)?phone|\bvideo|\bteams\b|\bzoom\b|\bskype\b|\bconference call|\bdial|\bremote|\bvirtual|\bonline|\bwebex|teleconference|\bvc link|by vc\b|via vc\b",
    re.IGNORECASE,
)
_PART = re.compile(
    r"\bitems?\b|\bpart\b|\bpartial|\buntil\b|\bfrom \d|\bleft\b|\bjoined (?:at|from|for)|\barrived\b|\bfor (?:agenda|paper|the (?:first|second|last))|\bagenda \d"
    r"|\bto \d{1,2}[.:]\d\d|\bmorning\b|\bafternoon\b|\bfirst half|\bsecond half",
    re.IGNORECASE,
)
_APOLOGIES = re.compile(r"^(?:sent |with )?apologies$|^absent$|^apols$", re.IGNORECASE)
_FOR_PART = re.compile(
    r"(?:for|from|until|to|at)\s+(?:[a-z]+\s+)*(?:minutes?|items?|paragraphs?|papers?|agenda|part|parts|point|points)\b|(?:from|until|to)\s+\d"
)


def attendance_of(one: Field, key: str) -> Attendance | None:
    """How somebody took part, where the field says just that: "by telephone", "items 3 and 4", "apologies"."""
    if _APOLOGIES.match(key):
        return Attendance.APOLOGIES
    if is_post(one.words):
        return None
    if _REMOTE.search(key) and (one.bracketed or len(key.split()) < 4):
        return Attendance.REMOTE
    partly = _PART.search(key) and (one.bracketed or not one.words[0].isupper())
    return Attendance.PART if _FOR_PART.match(key) or partly else None
