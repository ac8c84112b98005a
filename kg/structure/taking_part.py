"""How somebody took part, as a field of an attendance entry or a cell of a table says it.

Comes in: a Field, or the words of a cell.  Goes out: an Attendance, or None where it says something else.  The one idea: a means of joining, a part of the meeting or
an apology is told by its own words.
"""

from __future__ import annotations

import re

from kg.model import Attendance
from kg.patterns import expression
from kg.structure.fields import Field
from kg.structure.lines import key_of
from kg.structure.people import is_post
from kg.structure.words import ATTENDANCE_LABELS

_REMOTE = expression(
    r"\b(?:tele)?phone|\bvideo|\bteams\b|\bzoom\b|\bskype\b|\bconference call|\bdial|\bremote|\bvirtual|\bonline|\bwebex|teleconference|\bvc link|by vc\b|via vc\b",
    re.IGNORECASE,
)
_MEANS = ("teams", "zoom", "phone", "video", "online", "remote", "virtual", "dial", "skype", "webex")
_FROM_AFAR = (*_MEANS, "conference", "vc")  # one of them is in each
_PART = expression(
    r"\bitems?\b|\bminutes? \d|\bsections? (?:\d|[a-z]\b)|\bpara(?:graph)?s? \d"
    r"|\bpart\b|\bpartial|\buntil\b|\bfrom \d|\bleft\b|\bjoined (?:at|from|for)|\barrived\b|\bfor (?:agenda|paper|the (?:first|second|last))|\bagenda \d"
    r"|\bto \d{1,2}[.:]\d\d|\bmorning\b|\bafternoon\b|\bfirst half|\bsecond half",
    re.IGNORECASE,
)
_APOLOGIES = expression(
    r"^(?:(?:has |had )?(?:sent |gave |given |with )?(?:his |her |their )?(?:apologies|regrets))$|^absent$|^apols$",
    re.IGNORECASE,
)
_FOR_PART = expression(
    r"(?:for|from|until|to|at)\s+(?:[a-z]+\s+)*(?:minutes?|items?|paragraphs?|sections?|papers?|agenda|part|parts|point|points)\b|(?:from|until|to)\s+\d"
)
_MARKS = {"✓": Attendance.PRESENT, "✔": Attendance.PRESENT, "yes": Attendance.PRESENT, "y": Attendance.PRESENT, "x": Attendance.APOLOGIES,
          "no": Attendance.APOLOGIES, "✗": Attendance.APOLOGIES, "n": Attendance.APOLOGIES, "a": Attendance.APOLOGIES, "p": Attendance.PRESENT}  # fmt: skip
_MARKED = expression(r"(?P<mark>✓|✔|yes|y|no|n|x|✗)\s*[,(–:-]\s*(?P<how>[^)]+)\)?", re.IGNORECASE)
_THERE = ("in person", "in the room", "attended", "here", "present")


def attendance_of(one: Field, key: str) -> Attendance | None:
    """How somebody took part, where the field says just that: "by telephone", "items 3 and 4", "apologies"."""
    if _APOLOGIES.match(key):
        return Attendance.APOLOGIES
    if is_post(one.words):
        return None
    if (one.bracketed or key.count(" ") < 3) and any(map(key.__contains__, _FROM_AFAR)) and _REMOTE.search(key):
        return Attendance.REMOTE
    partly = (one.bracketed or not one.words[0].isupper()) and _PART.search(key)
    return Attendance.PART if _FOR_PART.match(key) or partly else None


def attendance_in(words: str) -> Attendance | None:
    """How somebody took part, as a cell of a table says it ("Present until 3pm", "Teams", "Apologies")."""
    key = key_of(words) or words
    exact = ATTENDANCE_LABELS.get(key) or _MARKS.get(key)
    if exact or len(key.split()) > 7:
        return exact
    if marked := _MARKED.fullmatch(words.strip()):  # "Y (by phone)", "Yes, item 2 only"
        there = _MARKS[marked["mark"].lower()]
        part = Attendance.PART if _PART.search(marked["how"]) else there
        return there if there is Attendance.APOLOGIES else attendance_in(marked["how"]) or part
    if key.startswith(("apolog", "absent", "not present", "did not attend", "sent apol")):
        return Attendance.APOLOGIES
    if (
        key.startswith("part ")
        or key == "part"
        or (key.startswith(_THERE) and " until " in f"{key} ")
        or " from " in key
    ):
        return Attendance.PART
    if any(map(key.__contains__, _MEANS)):
        return Attendance.REMOTE
    return Attendance.PRESENT if key.startswith(_THERE) else None
