"""When a commitment falls due: the window of time that its sentence states."""

from __future__ import annotations

from datetime import date

from kg.dates import due_window
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
    spans = [extra] if extra is not None else []
    if action[1] > action[0]:
        spans.append(context.tokens.span(*action))
    if line is not None:
        spans.append(line.sentence.span)
    phrase: Due | None = None
    for span in spans:
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
