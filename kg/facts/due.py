"""When a commitment falls due: the window of time that its sentence states."""

from __future__ import annotations

from datetime import date

from kg.dates import due_window, may_name_a_time
from kg.facts.context import Context, Line
from kg.model import Span
from kg.values import value


@value
class Due:
    """A window and its words; the days are missing where the words name none."""

    start: date | None = None
    end: date | None = None
    text: str | None = None


def due_in(context: Context, line: Line | None, action: tuple[int, int], extra: Span | None = None) -> Due:
    """The window of an action: the first dated one among its own words, then elsewhere in its sentence.

    ``extra`` is a column or label of its own ("Due: mid February").  Past times ("since September") are no windows.
    """
    phrase: Due | None = None
    for span in _places(context, line, action, extra):
        for window in due_window(
            context.text,
            context.said_on,
            next_meeting=context.outline.next_meeting,
            start=span.start,
            end=span.end,
            bare=span is extra,
        ):
            if window.past:
                continue
            due = Due(window.start, window.end, " ".join(window.span.of(context.text).split()))
            if due.end is not None and (context.said_on is None or due.end >= context.said_on):
                return due
            if due.end is None:
                phrase = phrase or due
    return phrase or Due()


def _places(context: Context, line: Line | None, action: tuple[int, int], extra: Span | None) -> list[Span]:
    """Where to look for a time, in turn; not in a sentence without a word that one may begin with."""
    first, last = action
    silent = line is not None and not _may_tell(context, line)
    within = line is not None and line.first <= first and last <= line.last
    places = [extra] if extra is not None else []
    if last > first and not (silent and within):
        places.append(context.tokens.span(first, last))
    if line is not None and not silent:
        places.append(line.sentence.span)
    return places


def _may_tell(context: Context, line: Line) -> bool:
    """Has the sentence a word that a time may begin with?  Several rules ask."""
    answers, asked = context.answers["times"], (line.first, line.last)
    if asked not in answers:
        answers[asked] = may_name_a_time(context.text, line.sentence.span.start, line.sentence.span.end)
    return bool(answers[asked])
