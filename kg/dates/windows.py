"""When a promise falls due: every phrase of a text that names a term, resolved against the day of the meeting.

Comes in: text, the day it was said, the day of the next meeting.  Goes out: Windows in the order of the text.  The one idea: a
window ends with the last day that its words allow; where the words or the meeting give no day, ``end`` is None.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from kg.dates.days import Period
from kg.dates.leads import LAG, STARTS, Found, find_terms
from kg.dates.points import Precision
from kg.dates.spells import lasting
from kg.lexicon.lists import lists
from kg.model import Span
from kg.patterns import expression
from kg.values import value


@value
class Window:
    """A term: its words ("by 30 June"), and the first and last day that they allow.

    ``past`` says that it was over when it was said ("last autumn", "since March", a day before the meeting).  ``limit`` says that
    the words set a limit ("by", "before", "within"), ``begun`` by which day what is to go on "from October" has begun.
    """

    span: Span
    text: str
    start: date | None
    end: date | None
    precision: Precision
    past: bool = False
    limit: bool = False
    begun: date | None = None

    @property
    def last(self) -> date | None:
        """The last day that the words allow: its end, or the day by which it has begun."""
        return self.end or self.begun


_JOIN = expression(r"\s*(?:to|until|till|and|or|up to|through to|–|—|-)\s*(?:by\s+)?(?:the\s+)?$", re.IGNORECASE)
_MOVED = expression(rf"\b(?:{lists('terms').pattern('moved')})\b[^.;]*$", re.IGNORECASE)
_NEAR = 50  # characters
_LONG_AHEAD = 300  # days: a day of the calendar that was within the last two months or so is meant as that one
_WEEK = expression(r"w(?:ee)?ks? (?:commencing|beginning|of)$|w/[cb]$|wk/c$")


def due_window(
    text: str,
    said_on: date | None,
    *,
    next_meeting: date | None = None,
    start: int = 0,
    end: int | None = None,
    bare: bool = False,
    places: Sequence[int] | None = None,
) -> list[Window]:
    """Every phrase in ``text[start:end]`` that names a term, counted from the day it was said; spans count in the whole text.

    "By Friday" is the first Friday after the meeting, "by the spring" its 31 May, "over two years" the same day in two
    years.  ``bare`` takes dates without a preposition too: for a cell or label that holds nothing but a term.  ``places`` are those
    at which a time may begin, where they are known.

    >>> [w.end.isoformat() for w in due_window("She will write to him by 30 June.", date(2018, 5, 9))]
    ['2018-06-30']
    """
    stop = len(text) if end is None else end
    windows: list[Window] = []
    last: tuple[Found, Window] | None = None
    for found in find_terms(text, start, stop, bare=bare, places=places):
        anchor = (
            windows[-1].end
            if found.point.opens and found.point.precision is Precision.DURATION and windows
            else said_on
        )
        window = _resolved(text, found, anchor, said_on, next_meeting)
        if found.point.opens and found.point.precision is Precision.DURATION and not windows:
            window = replace(window, start=None, end=None)
        joined = _joined(text, last, found, window, said_on) if last else None
        if joined:
            windows[-1] = window = joined
        elif found.kind or found.point.past:
            windows.append(window)
        last = found, window
    return windows


def deadline(text: str, said_on: date | None, *, next_meeting: date | None = None) -> Window | None:
    """The term that a "Due" cell or a phrase of its own states: of several days the last, else the first phrase."""
    windows = [window for window in due_window(text, said_on, next_meeting=next_meeting, bare=True) if not window.past]
    named = [w for w in windows if w.end and "next" not in w.text.lower()] or [w for w in windows if w.end]
    return max(named, key=lambda w: w.end or date.min, default=windows[0] if windows else None)


def is_term(text: str, start: int, end: int) -> bool:
    """Does ``text[start:end]`` hold a term and nothing else: "30/6", "by Friday", "w/c 22 June", "next meeting"?"""
    found = next(iter(find_terms(text, start, end, bare=True)), None)
    if found is None or not found.kind or text[start : found.start].strip(" \t([*_"):
        return False
    return not text[found.end : end].strip(" \t\n.,;:)]*_") or bool(LAG.fullmatch(text[found.end : end].rstrip(" .)]")))


# ── which days they mean ─────────────────────────────────────────────────────────────────────────────────────────────


def _resolved(text: str, found: Found, anchor: date | None, said_on: date | None, next_meeting: date | None) -> Window:
    point = found.point
    period = Period() if found.kind == "vague" else _period(found, anchor, next_meeting)
    if found.kind == "since" and not point.fixed and said_on:
        period = Period(point.period(_year_before(said_on)).start, None)
    start, end = _bounds(found, period)
    lately = bool(said_on and end and found.lead == "on" and point.yearly and (end - said_on).days > _LONG_AHEAD)
    if lately and said_on:  # "told customers on 22 May", on a 4 June
        start, end = _bounds(found, point.period(_year_before(said_on)))
    if found.lead in STARTS and start and (length := lasting(text, max(0, found.start - _NEAR), found.start)):
        end = length.after(start) - timedelta(days=1)
    absolute = bool(point.fixed and said_on and end and end < said_on)
    span = Span(found.start, found.end)
    over = point.past or found.kind == "since" or absolute or lately
    # "cheaper from 2025"
    whole_year = point.precision is Precision.YEAR and start and (start.month, start.day) == (1, 1)
    begun = period.end if found.kind == "from" and found.lead in STARTS and not whole_year else None
    return Window(span, span.of(text), start, end, point.precision, over, found.kind in ("by", "before"), begun)


def _period(found: Found, anchor: date | None, next_meeting: date | None) -> Period:
    point = found.point
    if point.precision is not Precision.MEETING:
        return point.period(anchor)
    month = point.period(anchor)
    if (
        next_meeting
        and not point.past
        and (not month.start or (next_meeting.year, next_meeting.month) == (month.start.year, month.start.month))
    ):
        return Period(next_meeting, next_meeting)
    return month


def _bounds(found: Found, period: Period) -> tuple[date | None, date | None]:
    """The window that preposition and period make.

    "Before" a day counts the day (as "before Easter" does), before a longer time ends on its eve; "from" and "after" leave
    the end open.
    """
    start, end = period
    spell = found.point.precision is Precision.DURATION
    if found.kind in ("from", "since"):
        return start, None
    if found.kind == "before":
        if start and (start != end):
            return None, start - timedelta(days=1)
        return None, end
    if found.point.opens and not spell:
        return start, (start if found.kind == "by" and start else None)
    if found.kind == "by" and not spell and found.lead not in ("within", "inside"):
        return None, end
    if _WEEK.search(found.lead) and start:
        return start, (end or start) + timedelta(days=6)
    return start, end


def _year_before(day: date) -> date:
    """The same day of the year before, at most the 28th."""
    return day.replace(year=day.year - 1, day=min(day.day, 28))


def _joined(text: str, last: tuple[Found, Window], found: Found, window: Window, said_on: date | None) -> Window | None:
    """ "From 1 April to 30 June", "between April and June 2019": one window of two times."""
    first, before = last
    if not _range(text, first, found) or not (first.kind or found.kind):
        return None
    if first.lead == "from" and _MOVED.search(text, max(0, before.span.start - _NEAR), before.span.start):
        return None  # "bring it forward from November to August": from the old day to the new
    start, end = before.start, window.end
    if first.point.fixed is None and found.point.fixed and end:
        start = first.point.period(_year_before(end)).start
    elif found.point.fixed is None and first.point.period(said_on).start:
        start = first.point.period(said_on).start
        end = found.point.period(start).end
    if start is None:
        start = first.point.period(said_on).start
    span = Span(before.span.start, window.span.end)
    return replace(window, span=span, text=span.of(text), start=start, end=end, past=before.past and window.past)


def _range(text: str, first: Found, second: Found) -> bool:
    if Precision.DURATION in (first.point.precision, second.point.precision) or Precision.VAGUE in (
        first.point.precision,
        second.point.precision,
    ):
        return False
    gap = text[first.end : second.core]
    if not _JOIN.fullmatch(gap):
        return False
    joins = gap.split()[0].lower() if gap.split() else ""
    if first.lead == "for":  # "planned for February and March"
        return joins == "and" and first.point.precision is second.point.precision is Precision.MONTH
    return first.lead in ("from", "between", "in", "during", "on", "over") and (
        joins not in ("and", "or") or first.lead != "from"
    )
