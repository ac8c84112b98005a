"""What the layout of minutes tells, before a sentence is read.

Comes in: a :class:`~kg.model.Document`.  Goes out: an :class:`~kg.model.Outline`.  The one idea: each line is taken once, by the first
of title, attendance, date and place, actions and headings that knows it; what is left is running text.
"""

from __future__ import annotations

import re

from kg.dates import find_dates
from kg.model import Document, Outline, Span
from kg.patterns import expression
from kg.structure.actions import find_actions
from kg.structure.attendance import find_attendees
from kg.structure.headings import agenda, find_headings
from kg.structure.lines import Line, read_lines
from kg.structure.meeting_date import find_meeting_date, find_next_meeting
from kg.structure.passages import passages
from kg.structure.title import FRONT, find_location, find_title
from kg.structure.words import LABELS

_HELD = expression(
    r"(?:meeting |visit |which was )?(?:held|convened|taking place|conducted) (?:at|in|on|by|via)\b", re.IGNORECASE
)
_TIME = expression(
    r"(?:time:? ?)?\d{1,2}[.:]\d\d ?(?:[ap]\.?m\.?)?(?: ?(?:–|-|to|until) ?\d{1,2}[.:]\d\d ?(?:[ap]\.?m\.?)?)?",
    re.IGNORECASE,
)
_NEXT = expression(r"(?:dates? (?:and time )?of (?:the )?next|next) meetings?\b.*\d", re.IGNORECASE | re.DOTALL)

__all__ = ["outline"]


def outline(document: Document) -> Outline:
    """The outline of a document; what its layout does not tell is None or empty."""
    text = document.text
    lines = read_lines(document)
    title, titles = find_title(text, lines)
    people = find_attendees(text, lines)
    front = min(FRONT, len(lines))
    location, places = find_location(document, lines, _front_end(lines, people.lines, front))
    met = find_meeting_date(document, lines, title)
    taken = set(range(titles)) | people.lines | places | _labels(lines, met.span if met else None, front)
    actions = find_actions(text, lines, taken, people.attendees)
    heads = find_headings(text, lines, taken, actions.lines)
    headings = agenda(lines, heads, len(text))
    return Outline(
        title=title,
        meeting_date=met,
        next_meeting=find_next_meeting(text, lines, met.day if met else None),
        location=location,
        attendees=tuple(people.attendees),
        headings=headings,
        actions=tuple(actions.found),
        passages=passages(text, lines, taken, heads, headings, actions),
    )


def _is_date(line: Line) -> bool:
    dates = find_dates(line.words)
    return bool(dates) and len(line.words) - len(dates[0].span) < 20


def _asks_for_next(line: Line) -> bool:
    """ "Date of next meeting", with the date on the line below."""
    return line.size < 9 and "next meeting" in line.key


def _front_end(lines: list[Line], people: set[int], front: int) -> int:
    """Where the front matter ends: with the first numbered line, or well before the running text."""
    for line in lines[:front]:
        if line.index not in people and line.numbering.kind in ("top", "deep"):
            return line.index
    return min(front, 12)


def _labels(lines: list[Line], date: Span | None, front: int) -> set[int]:
    """Lines that hold nothing but a label and its value, the date of the meeting, or that of the next."""
    found = {line.index for line in lines if line.size < 20 and line.numbering.kind == "" and _NEXT.match(line.words)}
    found |= {
        line.index for line in lines[1:] if line.size < 9 and _asks_for_next(lines[line.index - 1]) and _is_date(line)
    }
    for line in lines[:front]:
        head, colon, _ = line.words.partition(":")
        if (
            (
                colon
                and line.size < 25
                and head.casefold().strip("* ") in LABELS
                and not head.casefold().startswith(("action", "agreed", "decision", "resolved"))
            )
            or (line.size < 25 and _HELD.match(line.words))
            or (date and line.span.holds(date) and len(line.span) - len(date) < 20 and not line.is_closed)
            or (line.size <= 6 and _TIME.fullmatch(line.words))
        ):
            found.add(line.index)
    return found
