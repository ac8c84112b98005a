"""The times that are counted from a meeting: "Friday", "the end of the month", "next week", "Easter", "soon".

Comes in: the words.  Goes out: :data:`RELATIVE`, Rules whose points need the day of the meeting.  The one idea: a unit of the
calendar is that of the meeting, or so many steps from it; where the words name no day, the point has none.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from kg.dates.days import (
    UNKNOWN,
    WEEKDAYS,
    Period,
    academic_year,
    add_months,
    financial_year,
    month_of,
    months_of,
    next_weekday,
    one_day,
    valid_day,
    week_of,
    year_of,
)
from kg.dates.feasts import NAMES, feast
from kg.dates.grammar import Groups, Rule
from kg.dates.points import Point, Precision, every_year, part_of
from kg.dates.rules import PART, YEAR

_WEEKDAY = "(?:" + "|".join(WEEKDAYS) + ")"
_STEPS = {"next": 1, "last": -1, "previous": -1}


def _calendar(g: Groups) -> Point | None:
    """ "the end of the financial year", "next month", "later this week", "year end"."""
    early, late, which, kind, unit, ends = g
    part = early or late or ends
    if which == "following" or not (part or which or unit.startswith("half")):
        return None
    if which == "coming" or unit not in ("year", "month", "week", "quarter"):
        return Point(Precision.VAGUE)
    precision, step = Precision(unit), _STEPS.get(which, 0)
    if which == "next" and unit == "year" and not part:  # "next year" names no day
        return Point(precision, relative=lambda day: Period(_calendar_period(day, unit, kind, 1).start, None))
    return Point(
        precision, relative=lambda day: part_of(_calendar_period(day, unit, kind, step), part, precision), past=step < 0
    )


def _calendar_period(day: date, unit: str, kind: str, step: int) -> Period:
    if unit == "week":
        return week_of(day + timedelta(weeks=step))
    if unit == "month":
        first = add_months(day.replace(day=1), step)
        return month_of(first.year, first.month)
    if unit == "quarter":
        return months_of(day.year, (day.month - 1) // 3 * 3 + 1 + 3 * step, 3)
    if kind in ("financial", "fiscal", "reporting", "business"):
        return financial_year(day.year + step - (day.month < 4))
    if kind in ("academic", "school"):
        return academic_year(day.year + step - (day.month < 9))
    return year_of(day.year + step)


def _new_year(g: Groups) -> Point:
    """The beginning of the next year: "in the new year" names no day, "before the new financial year" does."""
    kind = g[0] or "calendar"
    return Point(
        Precision.YEAR, relative=lambda day: Period(_calendar_period(day, "year", kind, 1).start, None), opens=True
    )


def _weekday(g: Groups) -> Point:
    """ "By Friday" means the Friday after the meeting, never the day itself; "next Friday" that of the week after."""
    which, name, after = g
    number = WEEKDAYS.index(name.capitalize())
    if which in ("last", "previous"):
        return Point(
            Precision.DAY, relative=lambda day: one_day(next_weekday(day, number) - timedelta(weeks=1)), past=True
        )
    if which == "next" or after.startswith("next"):
        return Point(Precision.DAY, relative=lambda day: one_day(next_weekday(day, 0) + timedelta(days=number)))
    weeks = 1 if after else 0
    return Point(Precision.DAY, relative=lambda day: one_day(next_weekday(day, number) + timedelta(weeks=weeks)))


def _feast(g: Groups) -> Point:
    name, year = g

    return every_year(Precision.DAY, lambda number: one_day(feast(name, number)), year=year)


def _weekend(g: Groups) -> Point:
    """The Saturday and Sunday after the meeting; of "next weekend" those of the week after."""
    weeks = 1 if g[0] == "next" else 0

    def make(day: date) -> Period:
        saturday = next_weekday(day, 5) + timedelta(weeks=weeks)
        return Period(saturday, saturday + timedelta(days=1))

    return Point(Precision.WEEK, relative=make, past=g[0] in ("last", "previous"))


def _is_out(g: Groups) -> Point:
    """ "Before the week was out": its last day."""
    unit = g[0]
    return Point(
        Precision(unit),
        relative=lambda day: part_of(_calendar_period(day, unit, "calendar", 0), "end", Precision(unit)),
    )


def _day_of_month(g: Groups) -> Point:
    """ "The 14th": the next day of that number after the meeting."""
    number = int(g[0])

    def make(day: date) -> Period:
        for step in range(13):
            first = add_months(day.replace(day=1), step)
            found = valid_day(first.year, first.month, number)
            if found and found > day:
                return one_day(found)
        return UNKNOWN

    return Point(Precision.DAY, relative=make)


_NEAR = {"today": 0, "tonight": 0, "tomorrow": 1, "yesterday": -1, "end of the day": 0, "end of the working day": 0,
         "next day": 1, "next morning": 1, "following day": 1, "following morning": 1}  # fmt: skip


def _near(g: Groups) -> Point:
    step = _NEAR[" ".join((g[0] or g[1]).split())]
    return Point(Precision.DAY, relative=lambda day: one_day(day + timedelta(days=step)), past=step < 0)


def _vague(_: Groups) -> Point:
    return Point(Precision.VAGUE)


# ── the rules ────────────────────────────────────────────────────────────────────────────────────────────────────────

_UNITS = r"year|month|week|quarter|half[- ]term|term|session|parliament"
_FEASTS = "|".join(re.escape(name).replace("'", "['’]").replace(r"\ ", " ") for name in NAMES)
_VAGUE = (
    r"immediately|forthwith|straight ?away|as (?:soon|quickly|early) as (?:possible|practicable|practical)|asap|urgently"
    r"|in due course|shortly(?! (?:after|before))|(?<!as\s)(?<!too\s)soon\b(?! (?:as|after)\b)|at the earliest (?:possible )?opportunity"
    r"|in (?:the )?(?:near |foreseeable |not too distant )?future\b(?! [a-z]+s? (?:meeting|year))"
    r"|at (?:a |some )?(?:later |future )(?:date|stage|point|meeting)s?|in the (?:short|medium|long|longer)(?:er)?[- ]term"
    r"|(?:the )?(?:\w+ )?recess|half[- ]term"
)
RELATIVE = (
    Rule(r"(?i:(?:early )?(?:in )?the new(?: (financial|academic|school|calendar))? year)\b(?![’'])", _new_year),
    Rule(r"(?i:the (week|month|quarter|year) (?:was|is) (?:out|over|up|through))\b", _is_out),
    Rule(
        rf"{PART}(?i:(?:(this|next|last|coming|following|previous|current) )?(?:(financial|calendar|academic|school|fiscal"
        rf"|reporting|business|working) )?({_UNITS})(?:[- ](end)\b)?)\b(?![’'-]\w)",
        _calendar,
        alone=True,
    ),
    Rule(rf"(?:(?i:(next|this|last|coming|previous)) )?({_WEEKDAY})\b(?: (week|next week)\b)?(?![’'])", _weekday),
    Rule(
        rf"((?i:{_FEASTS}))\b(?! (?:[Tt]erm|recess|holiday|break|party|[A-Z]))(?:,? ({YEAR}))?",
        _feast,
    ),
    Rule(r"(?i:(?:the |this |(next|last|previous) )weekend)\b", _weekend),
    Rule(
        r"(?i:the )([12]?\d|3[01])(?:st|nd|rd|th)\b(?! (?:of |century|[a-z]+ (?:of|to)\b)|[-/])(?=\s*(?:[.,;:)]|$|at\b|and\b|or\b|for\b))",
        _day_of_month,
    ),
    Rule(
        r"(?i:(today|tonight|tomorrow|yesterday)|(?:the )?(end of the (?:working )?day|(?:next|following) (?:day|morning)))\b(?![’'])",
        _near,
        alone=True,
    ),
    Rule(rf"(?i:({_VAGUE}))\b", _vague, alone=True),
)
