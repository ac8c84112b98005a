"""The title of a document and the place of the meeting.

Comes in: Lines.  Goes out: spans.  The one idea: the title is what stands above everything else and is no sentence, label or date.
"""

from __future__ import annotations

import re

from kg.dates import Precision, find_dates
from kg.model import BlockKind, Document, Span
from kg.patterns import expression
from kg.structure.labels import label_of
from kg.structure.lines import Line, key_of, trimmed
from kg.structure.words import LABELS

FRONT = 30  # lines in which the front matter of minutes lies
_LONGEST = 30  # words
_MINUTES = expression(
    r"(?:draft |final |approved |unconfirmed )*(?:minutes?|notes?|record|summary|meeting|readout|action notes?)\b",
    re.IGNORECASE,
)
_NO_MORE = expression(  # what says only that there are notes of something
    r"(?:file |draft |short |brief )?(?:minutes?|notes?|record|readout|summary)(?: (?:for|of|on) (?:the )?(?:record|file|an? meeting|meeting))?\W*$",
    re.IGNORECASE,
)
_MEETING = expression(r"\b(?:meeting|visit|call|conversation|discussion|talks)\b", re.IGNORECASE)
_TITLED = ("minutes", "note", "notes", "meeting", "title", "subject", "agenda", "document", "meeting title")
_PLACE_LABEL = expression(
    r"(?:venue|location|place|held at|where)\s*[:–-]\s*(?P<place>\S.*)", re.IGNORECASE | re.DOTALL
)
_TIME_AND_PLACE = expression(r"(?:time|date) and (?:venue|place|location)\s*:\s*(?P<place>.+)", re.IGNORECASE)
_HELD_AT = expression(
    r"\b(?:held|took place|convened|met (?:on|at|in)|meeting (?:on|at|in))\b[^.]*?\b(?:at|in)\s+(?:the\s+)?(?P<place>[A-Z][^.;:–]*?)(?=\s+(?:on|from|at \d)\b|[.;:–]|$|,?\s+(?:by|via)\b)"
)
_HELD = ("held", "took place", "convened", "met ", "meeting ")  # with one of these it begins
_ADDRESS = expression(
    r"\b[A-Z]{1,2}\d[A-Z\d]?\s\d[A-Z]{2}\b|^(?:[A-Z0-9][\w’'-]*\s){0,4}(?:Room|House|Hall|Hotel|Building|Street|Conference Centre|Suite)\b[^.]*$"
    r"|\b(?:Room|House|Hall|Street|Road|Square|Suite) ?\w*,|^(?:by |via )?(?:Microsoft )?(?:Teams|Zoom|video ?conference|teleconference|conference call)$",
)
_REMOTE = expression(
    r"^(?:Held )?(?:by|via|on|over)\s+(?:Microsoft |MS )?(?:Teams|Zoom|Skype|Webex|video|tele|conference|phone|telephone)",
    re.IGNORECASE,
)


def find_title(text: str, lines: list[Line]) -> tuple[Span | None, int]:
    """The title and how many lines it takes; the name of a body and "Minutes of …" below it make one title."""
    for line in lines[:3]:
        if label_of(text, line) or _is_label(line):
            return None, 0
        if not _may_be_title(line):
            if line.index == 0 and line.size > 4:
                return None, 0
            continue
        count = 1
        while count < 3 and line.index + count < len(lines) and _goes_on(text, lines[line.index + count], line):
            count += 1
        end = lines[line.index + count - 1].body.end
        return trimmed(text, Span(line.body.start, end - 1 if text[end - 1] == ":" else end)), line.index + count
    return None, 0


def _may_be_title(line: Line) -> bool:
    if line.size > _LONGEST or line.numbering.kind in ("top", "deep", "bare", "letter"):
        return False
    if line.kind in (BlockKind.ITEM, BlockKind.ROW):
        return False
    if line.is_closed and line.size > 4 and line.kind is not BlockKind.HEADING and not _MINUTES.match(line.words):
        return False
    return not _is_date(line.words)


def _is_label(line: Line) -> bool:
    head = line.words.split(":", 1)[0].casefold().strip("* ")
    return ":" in line.words and head in LABELS and head not in _TITLED


def _is_date(words: str) -> bool:
    dates = [found for found in find_dates(words) if found.precision is Precision.DAY]
    return bool(dates) and len(words) - len(dates[0].span) < 12


def _goes_on(text: str, line: Line, first: Line) -> bool:
    if line.size > _LONGEST or label_of(text, line) or _is_label(line) or line.is_closed or line.kind is BlockKind.ITEM:
        return False
    if _NO_MORE.match(first.words) and line.index == first.index + 1:
        return _MEETING.search(line.words) is not None and not _is_date(line.words)
    return (
        bool(_MINUTES.match(line.words))
        and not _MINUTES.match(first.words)
        and (line.size > 2 or line.kind is BlockKind.HEADING)
    )


def find_location(document: Document, lines: list[Line], front: int) -> tuple[Span | None, set[int]]:
    """Where the meeting was held, and the lines that say nothing else: labelled, "held at …", or an address in the front matter."""
    text = document.text
    used: set[int] = set()
    place: Span | None = None
    for line in lines[:front]:
        raw = line.body.of(text)
        labelled = _PLACE_LABEL.match(raw) or _TIME_AND_PLACE.match(raw)
        if labelled:
            place = place or trimmed(
                text, Span(line.body.start + labelled.start("place"), line.body.start + labelled.end("place"))
            )
            used.add(line.index)
        elif (
            not line.is_closed
            and line.size < 20
            and (_ADDRESS.search(line.words) or _REMOTE.match(line.words))
            and not _MINUTES.match(line.words)
        ):
            place = place or line.body
            used.add(line.index)
        elif (
            place is None
            and line.kind is not BlockKind.ROW
            and any(map(raw.__contains__, _HELD))
            and (held := _HELD_AT.search(raw))
            and not key_of(held["place"]).startswith(("minutes", "order"))
        ):
            place = _without_date(
                Span(line.body.start + held.start("place"), line.body.start + held.end("place")), text
            )
    return place, used


def _without_date(span: Span, text: str) -> Span | None:
    dates = find_dates(text, span.start, span.end)
    end = dates[0].span.start if dates else span.end
    while end > span.start and (text[end - 1].isspace() or text[end - 1] in ",–-"):
        end -= 1
    return Span(span.start, end) if end > span.start else None
