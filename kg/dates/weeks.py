"""Days and weeks told by their place: "Friday", "by Fri", "a week on Monday", "the first week of May", "the 14th".

Comes in: the words.  Goes out: :data:`COUNTED` and :data:`PLACED`.  The one idea: a day of the week is the first after the
meeting, a day told by its number the first of that number; one of a month ("the last Friday of May") waits for the month.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from kg.dates.days import (
    UNKNOWN,
    WEEKDAYS,
    Period,
    add_months,
    full_year,
    month_of,
    months_of,
    next_weekday,
    one_day,
    valid_day,
)
from kg.dates.grammar import Groups, Rule
from kg.dates.points import Point, Precision, every_year
from kg.dates.rules import DAYNAME, MONTH, ORDINALS, THAT_YEAR, YEAR, month_number

_WEEKDAY = "(?:" + "|".join(WEEKDAYS) + ")"
_SHORT = r"(?:Mon|Tues?|Weds?|Thurs?|Thu|Fri|Sat|(?<!the\s)(?<!The\s)Sun)"
_NUMBER = {day[:3].casefold(): number for number, day in enumerate(WEEKDAYS)}
_ORDINAL = r"(?:the )?((?i:first|second|third|fourth|last|final|1st|2nd|3rd|4th))"
_OF = r" (?:of|in) "
_MONTHS_WEEK = {1: (1, 7), 2: (8, 14), 3: (15, 21), 4: (22, 28)}
_MONTHS = {"quarter": 3, "three months": 3, "six months": 6}
_WEEKS = {"": 0, "week": 1, "fortnight": 2}


def weekday_number(name: str) -> int:
    """0 to 6 for the name or short form of a day of the week."""
    return _NUMBER[name.casefold()[:3]]


def _weekday(g: Groups) -> Point:
    """ "By Friday" means the Friday after the meeting, never the day itself; "next Friday" that of the week after."""
    which, name, after = g
    number = weekday_number(name)
    if which in ("last", "previous") or after == "last":
        return Point(
            Precision.DAY, relative=lambda day: one_day(next_weekday(day, number) - timedelta(weeks=1)), past=True
        )
    if which == "next" or after in ("next week", "of next week"):
        return Point(Precision.DAY, relative=lambda day: one_day(next_weekday(day, 0) + timedelta(days=number)))
    weeks = _WEEKS.get(after, 0)
    return Point(Precision.DAY, relative=lambda day: one_day(next_weekday(day, number) + timedelta(weeks=weeks)))


def _counted(g: Groups) -> Point:
    """ "A week on Friday", "a fortnight today"."""
    unit, name = g
    later = timedelta(weeks=_WEEKS[unit])
    if name in ("today", "tomorrow"):
        step = timedelta(days=name == "tomorrow")
        return Point(Precision.DAY, relative=lambda day: one_day(day + step + later))
    number = weekday_number(name)
    return Point(Precision.DAY, relative=lambda day: one_day(next_weekday(day, number) + later))


def _part_of_year(g: Groups) -> Point:
    """ "The last quarter of the year", "the first six months of 2016"; the calendar's year unless the words say another ("2016/17")."""
    word, unit, kind, year, second = g
    count = _MONTHS[unit]

    def months(y: int) -> Period:
        first = (1 if word == "first" else 13 - count) + (3 if second or kind in ("financial", "fiscal") else 0)
        return months_of(y, first, count)

    return every_year(Precision.QUARTER, months, year=year)


def _after_next(g: Groups) -> Point:
    def make(day: date) -> Period:
        if g[0] == "week":
            monday = next_weekday(day, 0) + timedelta(weeks=1)
            return Period(monday, monday + timedelta(days=6))
        first = add_months(day.replace(day=1), 2)
        return month_of(first.year, first.month)

    return Point(Precision(g[0]), relative=make)


def _same_time(g: Groups) -> Point:
    """ "By this time next year": the day of the meeting so much later."""
    months = {"month": 1, "year": 12}.get(g[0])
    return Point(
        Precision.DAY,
        relative=lambda day: one_day(add_months(day, months) if months else day + timedelta(weeks=1)),
    )


def _of_month(month: str, year: str, which: str, precision: Precision, days: Callable[[int, int], Period]) -> Point:
    number = month_number(month)
    if year:
        return Point(precision, fixed=days(full_year(year.lstrip("’'‘`")), number))
    if which:
        step = {"this": 0, "next": 1, "last": -1}[which]
        return Point(precision, relative=lambda day: days(day.year + step, number), past=step < 0)
    return Point(precision, yearly=lambda y: days(y, number))


def _week_of_month(g: Groups) -> Point:
    """ "The first week of May" is its first seven days, the last its last seven."""
    word, month, year, which = g

    def days(y: int, number: int) -> Period:
        whole = month_of(y, number)
        if word in ("last", "final"):
            return Period(whole.end - timedelta(days=6) if whole.end else None, whole.end)
        first, last = _MONTHS_WEEK[ORDINALS[word]]
        return Period(date(y, number, first), date(y, number, last))

    return _of_month(month, year, which, Precision.WEEK, days)


def _edge_of_month(g: Groups) -> Point:
    """ "The last day of October", "the first working day of May" (Saturdays and Sundays left out)."""
    word, working, month, year, which = g

    def days(y: int, number: int) -> Period:
        whole = month_of(y, number)
        day = whole.end if word in ("last", "final") else whole.start
        step = timedelta(days=-1 if word in ("last", "final") else 1)
        while day and working and day.weekday() > 4:
            day += step
        return one_day(day) if day else UNKNOWN

    return _of_month(month, year, which, Precision.DAY, days)


def _weekday_of_month(g: Groups) -> Point:
    """ "The second Tuesday in May", "the last Friday of June"."""
    word, name, month, year, which = g
    weekday = weekday_number(name)

    def days(y: int, number: int) -> Period:
        if word in ("last", "final"):
            first = add_months(date(y, number, 1), 1)
            return one_day(next_weekday(first - timedelta(days=8), weekday))
        first = next_weekday(date(y, number, 1) - timedelta(days=1), weekday)
        return one_day(first + timedelta(weeks=ORDINALS[word] - 1))

    return _of_month(month, year, which, Precision.DAY, days)


def _day_of_month(g: Groups) -> Point:
    """ "The 14th": the next day of that number after the meeting; "of next month" says which."""
    number, which = int(g[0]), g[1]
    steps = {"next": (1,), "this": (0,)}.get(which, tuple(range(13)))

    def make(day: date) -> Period:
        for step in steps:
            first = add_months(day.replace(day=1), step)
            found = valid_day(first.year, first.month, number)
            if found and (which or found > day):
                return one_day(found)
        return UNKNOWN

    return Point(Precision.DAY, relative=make)


def _midweek(g: Groups) -> Point:
    """The Wednesday of the week, of next week where it is over or "next" is said."""
    if g[0] == "next":
        return Point(Precision.DAY, relative=lambda day: one_day(next_weekday(day, 0) + timedelta(days=2)))
    return Point(Precision.DAY, relative=lambda day: one_day(next_weekday(day, 2)))


_ENDS = r"(?=\s*(?:[.,;:)]|$|at\b|and\b|or\b|for\b|if\b|when\b|with\b|so\b|by\b|to\b))"

#: Before lengths of time, with which they share their first words.
COUNTED = (
    Rule(
        rf"(?i:(?:the )?(first|last|final) (quarter|three months|six months) of (?:the )?(?:(financial|fiscal|calendar) )?(?:year\b|({YEAR})(?: ?[/–-] ?((?:\d\d){{1,2}}))?\b))",
        _part_of_year,
    ),
    Rule(
        rf"(?i:an? (week|fortnight) (?:on |from |come )?)({_WEEKDAY}|{_SHORT}|today|tomorrow)\b", _counted, alone=True
    ),
    Rule(r"(?i:the (week|month) after next)\b", _after_next, alone=True),
    Rule(r"(?i:(?:this|the same) time next (week|month|year))\b", _same_time),
    Rule(rf"{_ORDINAL} (?i:week){_OF}({MONTH}){THAT_YEAR}", _week_of_month),
    Rule(rf"{_ORDINAL}(?: (working|business))? (?i:day){_OF}({MONTH}){THAT_YEAR}", _edge_of_month),
    Rule(rf"{_ORDINAL} ({_WEEKDAY}){_OF}({MONTH}){THAT_YEAR}", _weekday_of_month),
)
PLACED = (
    Rule(r"(?i:(today|tomorrow) (week|fortnight))\b", lambda g: _counted((g[1], g[0])), alone=True),
    Rule(r"(?i:mid[- ]?week)\b(?: of)?(?: (next) week\b)?", _midweek),
    Rule(
        rf"{DAYNAME}(?:(?i:the )([12]?\d|3[01])(?:st|nd|rd|th)(?: (?:of )?(?:(?i:(this|next))(?: month)|inst\b)|\b(?! (?:of |century|[a-z]+ (?:of|to)\b)|[-/]){_ENDS}))",
        _day_of_month,
    ),
    Rule(
        rf"{DAYNAME}([12]?\d|3[01])(?:st|nd|rd|th)\b(?! (?:of |century|[a-z]+ (?:of|to)\b)|[-/]){_ENDS}",
        lambda g: _day_of_month((*g, "")),
        short=True,
    ),
    Rule(
        rf"(?:(?i:(next|this|last|coming|previous)) )?({_WEEKDAY})\b(?: (week|fortnight|(?:of )?next week|next|last)\b)?(?![’'])",
        _weekday,
    ),
    Rule(rf"(?:(?i:(next|this|last|coming|previous)) )?({_WEEKDAY})(?=['’]s\b)()", _weekday, short=True),
    Rule(
        rf"(?:(?i:(next|this|last|coming|previous)) )?({_SHORT})\b\.?(?: (week|fortnight|next week|next|last)\b)?(?!['’]| [A-Z])",
        _weekday,
    ),
)
