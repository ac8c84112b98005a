"""A time that a text names, and the period that it means seen from a day.

Comes in: how a time is made up (a month, a part of it, its year).  Goes out: a Point.  The one idea: a time is *fixed* (its
year is given), *yearly* (it comes every year: "14 March", "the spring") or *relative* (it is counted from the day of the
meeting: "Friday", "next month"), and only who knows that day can say which period is meant.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from enum import StrEnum

from kg.dates.days import FRIDAY, UNKNOWN, Period, add_months, first_after, full_year, one_day
from kg.values import value


class Precision(StrEnum):
    """How wide a time is meant."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    QUARTER = "quarter"
    YEAR = "year"
    DURATION = "duration"
    MEETING = "meeting"
    VAGUE = "vague"


@value
class Point:
    """A time that the text names.

    At most one of ``fixed``, ``yearly`` and ``relative`` is set; where none is, it has no date ("soon").  ``past`` is set
    where the words say that it is over ("last autumn"); ``opens`` where only the beginning is meant ("the new year").
    """

    precision: Precision
    fixed: Period | None = None
    yearly: Callable[[int], Period] | None = None
    relative: Callable[[date], Period] | None = None
    past: bool = False
    opens: bool = False

    def period(self, anchor: date | None) -> Period:
        """The period meant, seen from the day; without a day only a fixed one is known."""
        if self.fixed:
            return self.fixed
        if anchor and self.yearly:
            return first_after(self.yearly, anchor)
        return self.relative(anchor) if anchor and self.relative else UNKNOWN


# ── parts of a period ────────────────────────────────────────────────────────────────────────────────────────────────

_SAME = {"early part": "early", "middle": "mid", "later part": "late", "latter part": "late", "close": "end"}
_WHOLE = ("", "rest", "remainder", "later", "course")
_DAYS_IN_MONTH = {"early": (1, 10), "mid": (11, 15), "late": (21, 31)}
_THIRDS = {"early": (0, 1), "mid": (1, 1), "late": (2, 1)}  # first month and how many, from the beginning
_MONTHS_IN = {
    Precision.SEASON: _THIRDS,
    Precision.QUARTER: _THIRDS,
    Precision.YEAR: {"early": (0, 4), "mid": (4, 2), "late": (8, 4)},
}


def part_of(period: Period, part: str, precision: Precision) -> Period:
    """A part of a period: the end of a month is its last day, of a week its Friday; "mid" a month ends on its 15th.

    "Early" in a year is its first four months, in a season its first month.
    """
    start, end = period
    part = _SAME.get(part, part)
    if start is None or end is None or part in _WHOLE:
        return period
    if part == "end":
        return one_day(end - timedelta(days=end.weekday() - FRIDAY) if precision is Precision.WEEK else end)
    if part in ("start", "beginning"):
        return one_day(start)
    if part.endswith("half"):
        return _half(start, end, part)
    if precision in _MONTHS_IN:
        first, count = _MONTHS_IN[precision][part]
        return Period(add_months(start, first), add_months(start, first + count) - timedelta(days=1))
    if precision is Precision.MONTH:
        first, last = _DAYS_IN_MONTH[part]
        return Period(start.replace(day=first), start.replace(day=min(last, end.day)))
    return period


def _half(start: date, end: date, part: str) -> Period:
    months = (end.year - start.year) * 12 + end.month - start.month + 1
    middle = add_months(start, months // 2) if months > 1 else start + timedelta(days=15)
    return Period(start, middle - timedelta(days=1)) if part.startswith("first") else Period(middle, end)


# ── times that come every year ───────────────────────────────────────────────────────────────────────────────────────

_QUOTES = "’'‘`"
_STEPS = {"this": 0, "next": 1, "last": -1}


def every_year(
    precision: Precision, make: Callable[[int], Period], *, part: str = "", year: str = "", which: str = ""
) -> Point:
    """A time that comes every year, or that of the year given; ``which`` points at it ("next", "last")."""

    def narrowed(number: int) -> Period:
        return part_of(make(number), part, precision)

    if year:
        return Point(precision, fixed=narrowed(full_year(year.lstrip(_QUOTES))))
    if which in ("last", "previous"):
        return Point(precision, relative=lambda day: _last_before(narrowed, day), past=True)
    return Point(precision, yearly=narrowed)


def in_year(point: Point, which: str) -> Point:
    """ "April next year": the same time in the calendar year that is pointed at."""
    yearly = point.yearly
    if not which or not yearly:
        return point
    step = _STEPS[which]
    return replace(point, yearly=None, relative=lambda day: yearly(day.year + step), past=step < 0)


def _last_before(make: Callable[[int], Period], day: date) -> Period:
    for year in (day.year, day.year - 1, day.year - 2):
        period = make(year)
        if period.end and period.end < day:
            return period
    return UNKNOWN
