"""The times that are counted from a meeting: "Friday", "the end of the month", "next week", "Easter", "soon".

Comes in: the words.  Goes out: :data:`RELATIVE`, Rules whose points need the day of the meeting.  The one idea: a unit of the
calendar is that of the meeting, or so many steps from it; where the words name no day, the point has none.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from kg.dates.days import (
    Period,
    academic_year,
    add_months,
    financial_year,
    month_of,
    months_of,
    next_weekday,
    one_day,
    week_of,
    year_of,
)
from kg.dates.feasts import NAMES, feast
from kg.dates.grammar import Groups, Rule
from kg.dates.points import Point, Precision, every_year, part_of
from kg.dates.rules import PART, YEAR

_STEPS = {"next": 1, "following": 1, "last": -1, "previous": -1}


def _calendar(g: Groups) -> Point | None:
    """ "the end of the financial year", "next month", "later this week", "year end"."""
    early, late, which, kind, unit, ends = g
    part = early or late or ends
    if (which == "following" and not part) or not (part or which or unit.startswith("half")):
        return None
    if which == "coming" or unit not in ("year", "month", "week", "quarter"):
        return Point(Precision.VAGUE)
    precision, step = Precision(unit), _STEPS.get(which, 0)
    if which == "next" and unit == "year" and not part:  # "next year" names no day
        return Point(precision, relative=lambda day: Period(calendar_period(day, unit, kind, 1).start, None))
    return Point(
        precision, relative=lambda day: part_of(calendar_period(day, unit, kind, step), part, precision), past=step < 0
    )


def calendar_period(day: date, unit: str, kind: str, step: int) -> Period:
    """The week, month, quarter or year of a day, or the one so many steps from it; ``kind`` is that of the year."""
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


def _this_year(kind: str) -> Point:
    """ "Within the calendar year", "during the financial year": that of the meeting."""
    return Point(Precision.YEAR, relative=lambda day: calendar_period(day, "year", kind, 0))


def _new_year(g: Groups) -> Point:
    """The beginning of the next year: "in the new year" names no day, "before the new financial year" does."""
    kind = g[0] or "calendar"
    return Point(
        Precision.YEAR, relative=lambda day: Period(calendar_period(day, "year", kind, 1).start, None), opens=True
    )


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


def end_of(unit: str, kind: str = "calendar") -> Point:
    """The end of the week, month, quarter or year of the meeting: its last day, of a week its Friday."""
    return Point(
        Precision(unit), relative=lambda day: part_of(calendar_period(day, unit, kind, 0), "end", Precision(unit))
    )


_NEAR = {"today": 0, "tonight": 0, "tomorrow": 1, "yesterday": -1, "end of the day": 0, "end of the working day": 0,
         "end of day": 0, "end of play": 0, "close of play": 0, "close of business": 0, "close of day": 0, "end of today": 0,
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
    r"immediately|forthwith|straight away|straightaway|as (?:soon|quickly|early) as (?:possible|practicable|practical)|asap|urgently"
    r"|in due course|shortly(?! (?:after|before))|(?<!as\s)(?<!too\s)soon\b(?! (?:as|after)\b)|at the earliest (?:possible )?opportunity"
    r"|in (?:the )?(?:near |foreseeable |not too distant )?future\b(?! [a-z]+s? (?:meeting|year))"
    r"|at (?:a |some )?(?:later |future )(?:date|stage|point|meeting)s?|in the (?:short|medium|long|longer)(?:er)?[- ]term"
    r"|half[- ]term"
)
RELATIVE = (
    Rule(r"(?i:(?:early )?(?:in )?the new(?: (financial|academic|school|calendar))? year)\b(?![’'])", _new_year),
    Rule(r"(?i:the (week|month|quarter|year) (?:was|is) (?:out|over|up|through))\b", lambda g: end_of(g[0])),
    Rule(r"(?i:(?:the )?(week|month|quarter|year)['’]s (?:end|close))\b", lambda g: end_of(g[0])),
    Rule(r"(?i:(?:the )?turn of the (month|year))\b", lambda g: end_of(g[0])),
    Rule(r"(?i:(?:the )?end of (?:the )?)FY\b(?! ?['’]?\d)", lambda _: end_of("year", "financial")),
    Rule(
        r"(?i:the (?:current |present )?(financial|calendar|academic|school|fiscal|reporting) year)\b(?! (?:end|20)|['’])",
        lambda g: _this_year(g[0]),
    ),
    Rule(
        rf"{PART}(?i:(?:(this|next|last|coming|following|previous|current) )?(?:(financial|calendar|academic|school|fiscal"
        rf"|reporting|business|working) )?({_UNITS})(?:[- ](end)\b)?)\b(?![’'-]\w)",
        _calendar,
        alone=True,
    ),
    Rule(
        rf"((?i:{_FEASTS}))\b(?! (?:[Tt]erm|recess|holiday|break|party|[A-Z]))(?:,? ({YEAR}))?",
        _feast,
    ),
    Rule(r"(?i:(?:the |this |(next|last|previous) |(?<=\bover\s))weekend)\b", _weekend),
    Rule(
        r"(?i:(today|tonight|tomorrow|yesterday)|(?:the )?(end of the (?:working )?day|(?:next|following) (?:day|morning)))\b(?![’'])",
        _near,
        alone=True,
    ),
    Rule(
        r"(?i:(?:the )?(?:()(end of (?:day|play|today)|close of (?:play|business|day))))\b(?=\s*(?:[.,;:)]|$|and\b))",
        _near,
    ),
    Rule(r"(New Year)\b(?!['’]|\s\w+ (?:[Hh]onours|[Pp]arty))(?! \d)", lambda _: _feast(("new year's day", ""))),
    Rule(
        r"(?i:(?:the |its |their )?(?:(?:spring|summer|autumn|winter|easter|christmas|whitsun|michaelmas|hilary|trinity) )"
        r"(?:recess|term|holidays?|break|vacation|half[- ]term)(?: time)?)\b",
        _vague,
    ),
    Rule(rf"(?i:({_VAGUE}))\b", _vague, alone=True),
    Rule(r"(?i:((?:the )?(?:\w+ )?recess))\b", _vague, alone=True),  # apart: it may begin with any word
)
