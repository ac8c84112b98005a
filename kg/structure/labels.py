"""Labels of attendance lists: "Present:", "In attendance", "Apologies for absence", "Officials (Presenting):".

Comes in: a Line or a cell.  Goes out: a Label, or None.  The one idea: a label may stand alone, with a colon, or before the names
on the same line; what it says of those under it is in :mod:`kg.structure.words`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.model import Attendance, BlockKind, Span
from kg.structure.lines import Line, key_of, trimmed
from kg.structure.words import ATTENDANCE_LABELS, LABEL_ROLES

_BRACKETS = re.compile(r"\s*[(\[][^()\[\]]*[)\]]")
_INLINE = re.compile(r"\s*(?P<label>[^:\t|]{3,60}?)\s*(?::|\t|\|)\s*(?P<rest>\S.*)", re.DOTALL)
_DASHED = re.compile(r"(?P<label>[^:–—,]{3,40}?)\s*(?:\s-|–|—)\s+(?P<rest>\S.*)", re.DOTALL)
_LAST = {
    "members": Attendance.PRESENT, "attendees": Attendance.PRESENT, "present": Attendance.PRESENT, "attendance": Attendance.IN_ATTENDANCE,
    "participants": Attendance.PRESENT, "officials": Attendance.IN_ATTENDANCE, "officers": Attendance.IN_ATTENDANCE,
    "observers": Attendance.IN_ATTENDANCE, "guests": Attendance.IN_ATTENDANCE, "apologies": Attendance.APOLOGIES,
    "invitees": Attendance.IN_ATTENDANCE, "secretariat": Attendance.IN_ATTENDANCE, "staff": Attendance.IN_ATTENDANCE,
    "representatives": Attendance.PRESENT,
}  # fmt: skip
_GROUPED = re.compile(
    r"(?:present|attending|in attendance|attendees)?\s*(?:from|for|representing|on behalf of)\s+(?:the\s+)?(?P<body>.+)$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Label:
    """A label, what it says of those under it, and the names on the same line (``rest``) or the body they come from."""

    attendance: Attendance
    role: str | None = None
    rest: Span | None = None
    body: Span | None = None


def label_of(text: str, line: Line) -> Label | None:
    """The label that the line is or begins with."""
    if line.kind is BlockKind.ROW and len(line.cells) > 1:
        return None
    if line.size <= 8:
        whole = _whole(line.words)
        if whole:
            return whole
        grouped = _GROUPED.match(line.key) if line.words.endswith(":") else None
        if grouped:
            start = line.body.start + line.body.of(text).lower().find(grouped["body"][:10])
            return (
                Label(Attendance.PRESENT, body=trimmed(text, Span(start, line.body.end - 1)))
                if start >= line.body.start
                else None
            )
    for pattern in (_INLINE, _DASHED):
        match = pattern.match(line.body.of(text))
        if match and (found := _whole(match["label"], strict=pattern is _DASHED)):
            rest = Span(line.body.start + match.start("rest"), line.body.end)
            return Label(found.attendance, found.role, rest)
    return None


def cell_label(text: str, cell: Span) -> Label | None:
    """The label that a table cell holds."""
    words = " ".join(cell.of(text).split())
    return _whole(words) if len(words) < 60 else None


def _whole(words: str, *, strict: bool = False) -> Label | None:
    key = key_of(words)
    found = _known(key)
    if found:
        return found
    bare = key_of(_BRACKETS.sub("", words))
    if bare != key and (found := _known(bare)):
        return found
    if strict or not words.rstrip().endswith((":", ":**")) or bare.count(" ") > 5:
        return None
    last = bare.rsplit(" ", 1)[-1]
    attendance = _LAST.get(last)
    if attendance is None:
        return None
    if "apologies" in bare or "absent" in bare:
        attendance = Attendance.APOLOGIES
    return Label(attendance, LABEL_ROLES.get(last))


def _known(key: str) -> Label | None:
    attendance = ATTENDANCE_LABELS.get(key)
    return Label(attendance, LABEL_ROLES.get(key)) if attendance else None
