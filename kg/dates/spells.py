"""Lengths of time and meetings as a term: "within six weeks", "over a two-year period", "at the next meeting".

Comes in: the words.  Goes out: Rules whose points need more than the words: :data:`SPELLS` and :data:`MEETINGS`.  The one
idea: a length of time is a window only when it is counted from the meeting; "within ten days of receiving it" has no date.
"""

from __future__ import annotations

import math
import re
from datetime import date, timedelta

from kg.dates.days import MONTHS, Period, add_months, add_working_days, month_of
from kg.dates.grammar import Groups, Rule
from kg.dates.points import Point, Precision, every_year
from kg.dates.rules import month_number
from kg.patterns import expression
from kg.values import value

_WORDS = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen",
    "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
)  # fmt: skip
_COUNTS: dict[str, float] = {word: number for number, word in enumerate(_WORDS, 1)}
_COUNTS |= {"a": 1, "an": 1, "a couple of": 2, "half a": 0.5}
_TENS = {
    name: 10 * number for number, name in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}
_COUNTS |= _TENS | {f"{ten}-{one}": many + _COUNTS[one] for ten, many in _TENS.items() for one in _WORDS[:9]}
_VAGUE = "a few|few|several|some|many|a number of"
_COUNT = rf"\d{{1,3}}|(?:{'|'.join(_TENS)})(?:-(?:{'|'.join(_WORDS[:9])}))?|{'|'.join(_WORDS)}|a couple of|half a|an?|{_VAGUE}"
_UNIT = r"days?|weeks?|fortnights?|months?|quarters?|years?|hours?|wks?|mths?|yrs?|hrs?"
_UNITS = {"wk": "week", "mth": "month", "yr": "year", "hr": "hour"}
_MONTH_NAMES = "|".join((*MONTHS, *(month.upper() for month in MONTHS)))
_BODIES = r"[Mm]eetings?|MEETING|Board|Panel|Committee|Forum|Council|Group|Conference|AGM|[Cc]alls?(?! (?:for|to|on|from)\b)|[Cc]atch-?up"


@value
class Length:
    """So many units, counted forward from a day."""

    count: float
    unit: str
    working: bool = False

    def after(self, day: date) -> date:
        """The day so much later."""
        unit = self.unit.rstrip("s")
        if unit in ("month", "quarter", "year"):
            return add_months(day, round(self.count * {"month": 1, "quarter": 3, "year": 12}[unit]))
        if unit == "day" and self.working:
            return add_working_days(day, round(self.count))
        days = self.count * {"day": 1, "week": 7, "fortnight": 14, "hour": 1 / 24}[unit]
        return day + timedelta(days=math.ceil(days))


def length(count: str, unit: str, kind: str = "") -> Length | None:
    """The length that the words state; None for "a few weeks", which states none.

    >>> length("six", "weeks").after(date(2019, 1, 21))
    datetime.date(2019, 3, 4)
    """
    count = " ".join(count.split())
    number = float(count) if count.isdigit() else _COUNTS.get(count)
    unit = _UNITS.get(unit.rstrip("s"), unit)
    return Length(number, unit, kind in ("working", "business")) if number else None


_NO_TERM = Point(Precision.VAGUE)
_FROM_NOW = expression(r"(?:of|from|after|following) (?:(?:the|this|our) (?:meeting|date)\b|today)")


def _spell(g: Groups) -> Point | None:
    """A length of time; whose end is meant depends on the words before it and after."""
    many, count, upper, *one, kind, unit, tail, event = g
    which = many or "".join(one)
    if which in ("last", "past", "previous") or tail in ("ago", "earlier", "before") or event.startswith("to "):
        return Point(Precision.DURATION, past=True)
    if which in ("first", "every", "each", "same") or tail == "old":
        return None
    if which == "coming" and unit == "year":
        return _NO_TERM  # "in the coming year" names no day, as "next year" does not
    spell = length(upper or count or ("" if unit.endswith("s") else "a"), unit, kind)
    if spell is None or (event and not _FROM_NOW.match(event)):
        return _NO_TERM
    if tail == "later":
        return Point(Precision.DURATION, relative=lambda day: Period(None, spell.after(day)), opens=True)
    return Point(Precision.DURATION, relative=lambda day: Period(day, spell.after(day)))


def _within(g: Groups) -> Point:
    """ "Within the week", "inside the month": a week, a month from the meeting."""
    spell = Length(1, g[0])
    return Point(Precision.DURATION, relative=lambda day: Period(day, spell.after(day)))


def _meeting(g: Groups) -> Point | None:
    which, month, _ = g
    if month:
        number = month_number(month)
        return every_year(Precision.MEETING, lambda year: month_of(year, number))
    return Point(Precision.MEETING, past=which in ("last", "previous"))


_LASTING = expression(
    rf"\b(?:for|lasting|of) (?:(?:an?|the) (?:\w+ )?(?:period|trial|pilot|spell|term) of )?(?:(?:an|the) (?:initial|first) )?({_COUNT})[- ]({_UNIT}),?\s+$",
    re.IGNORECASE,
)


def lasting(text: str, start: int, end: int) -> Length | None:
    """How long what begins behind a place is to last: "for three months from 1 May".

    >>> lasting("for three months from 1 May", 0, 17)
    Length(count=3, unit='months', working=False)
    """
    told = _LASTING.search(text, start, end)
    return length(told[1].lower(), told[2].lower()) if told else None


_WHICH = "next|coming|following|another|further|past|last|previous|first|every|each|same"
WITHIN = Rule(
    r"(?i:(?:within|inside)(?: the)? (hour|day|week|fortnight|month|quarter|year))\b(?![’'-]| (?:of|to|in|or|\d|[A-Z]))",
    _within,
    alone=True,
)
SPELLS = Rule(
    rf"(?i:(?:(?:(?:the|a) )?(?:({_WHICH}) )?(?:(?:about|around|approximately|up to|some) )?({_COUNT})(?: ?(?:to|or|-|–) ?({_COUNT}))?[- ]"
    rf"|the (next|coming|past|last|previous) |(another) |a (further) )"
    rf"(?:(working|business|calendar|clear|full|whole)[- ])?({_UNIT})\b[’']?"
    rf"(?:[- ](?:period|time|from now(?! on\b)|hence|(ago|earlier|before|later|old))\b)?"
    rf"(?: ((?:of|from|after|following) (?:\w+ ){{0,1}}\w+|to (?:the )?(?:end|date|\d+|{_MONTH_NAMES})\b))?)",
    _spell,
)
MEETINGS = Rule(
    rf"(?:(?i:the|our|its|their|a) )?(?:(?i:(next|last|previous|following|forthcoming))|({_MONTH_NAMES})) (?:[A-Za-z][\w’'-]* ){{0,3}}?({_BODIES})\b",
    _meeting,
)
