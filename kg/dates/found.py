"""The dates that a text or a file name states by itself.

Comes in: text.  Goes out: FoundDate, in the order of the text.  The one idea: a day and month without a year keep their place
and wait for the year ("25 January"); nothing is counted from a meeting here.
"""

from __future__ import annotations

from datetime import date

from kg.dates.days import MONTHS, UNKNOWN, first_after, full_year, one_day, valid_day
from kg.dates.grammar import Grammar, Hit
from kg.dates.points import Point, Precision
from kg.dates.rules import DATES, SPANS, month_number
from kg.model import Span
from kg.patterns import expression
from kg.values import value

_GRAMMAR = Grammar((*DATES, *SPANS))
_DIGIT = expression(r"\d")


@value
class FoundDate:
    """A date and its place.  ``start`` and ``end`` are its first and last day; both are None where it states no year."""

    span: Span
    precision: Precision
    start: date | None
    end: date | None
    month: int | None = None
    number: int | None = None  # the day of the month

    @property
    def day(self) -> date | None:
        """The very day, where one is stated with its year."""
        return self.start if self.precision is Precision.DAY and self.start == self.end else None

    def in_year(self, year: int) -> date | None:
        """The day in that year, where a day and a month are stated."""
        return valid_day(year, self.month, self.number) if self.month and self.number else None

    def after(self, day: date) -> date | None:
        """The day itself where its year is stated, else the first such day after the day."""
        if self.day:
            return self.day

        month, number = self.month, self.number
        if not month or not number:
            return None
        return first_after(lambda y: one_day(d) if (d := valid_day(y, month, number)) else UNKNOWN, day).end


def find_dates(text: str, start: int = 0, end: int | None = None) -> list[FoundDate]:
    """Every absolute date: a day (its year may be missing), a month with its year, a quarter, a year or a part of one.

    >>> [(f.precision.value, f.start) for f in find_dates("met on Thursday 12 September 2019; ready by early 2020")]
    [('day', datetime.date(2019, 9, 12)), ('year', datetime.date(2020, 1, 1))]
    """
    stop = len(text) if end is None else end
    if not _DIGIT.search(text, start, stop):
        return []
    found: list[FoundDate] = []
    places = _GRAMMAR.places(text, start, stop)
    while hit := _GRAMMAR.search(text, places, start, stop):
        start = hit.match.end()
        date_found = _read(hit)
        if date_found:
            found.append(date_found)
    return found


def date_at(text: str, start: int, end: int) -> FoundDate | None:
    """The absolute date that begins right there, if one does."""
    hit = _GRAMMAR.search(text, (start,), start, end)
    return _read(hit) if hit else None


def _read(hit: Hit) -> FoundDate | None:
    point, match = hit.rule.point(hit.groups), hit.match
    if point is None:
        return None
    span = Span(match.start(), match.end())
    if point.fixed:
        start, end = point.fixed
        day = start if point.precision is Precision.DAY else None
        return FoundDate(span, point.precision, start, end, day.month if day else None, day.day if day else None)
    return _without_year(point, span)


def _without_year(point: Point, span: Span) -> FoundDate | None:
    if point.precision is not Precision.DAY or point.yearly is None:
        return None
    start = point.yearly(2000).start  # a leap year has every day
    return FoundDate(span, Precision.DAY, None, None, start.month, start.day) if start else None


# ── file names ───────────────────────────────────────────────────────────────────────────────────────────────────────

_NAMES = "|".join(month.lower() for month in MONTHS) + "|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec"
_SEP = r"[-_. ]*"
_YEAR_FIRST = expression(r"(?<!\d)((?:19|20)\d\d)([-_.]?)(\d\d)\2(\d\d)(?!\d)")
_DAY_FIRST = expression(r"(?<!\d)(\d{1,2})([-_. ])(\d{1,2})\2((?:19|20)\d\d|\d\d)(?!\d)")
_DAY_RUN = expression(r"(?<!\d)(\d\d)(\d\d)((?:19|20)\d\d)(?!\d)")
_NAMED = expression(
    rf"(?<!\d)(\d{{1,2}})(?:st|nd|rd|th)?{_SEP}(?:of{_SEP})?({_NAMES})(?![a-z]){_SEP}((?:19|20)\d\d|\d\d)?(?!\d)"
)
_MONTH_FIRST = expression(
    rf"(?<![a-z])({_NAMES})(?![a-z]){_SEP}(\d{{1,2}})(?:st|nd|rd|th)?(?!\d){_SEP}((?:19|20)\d\d)?(?!\d)"
)


def date_in_name(name: str) -> FoundDate | None:
    """The day that a file name or URL states: ``2017-03-14-…``, ``21.09.2023 minutes``, ``14-march-2017``, ``minutes_11_06_2014``.

    A day and month without a year come back without one; the span is that in the name.
    """
    name = name.casefold()
    for pattern, order in ((_YEAR_FIRST, (4, 3, 1)), (_DAY_FIRST, (1, 3, 4)), (_DAY_RUN, (1, 2, 3))):
        for match in pattern.finditer(name):
            number, month, year = (match[group] for group in order)
            day = valid_day(full_year(year), int(month), int(number))
            if day:
                return FoundDate(Span(*match.span()), Precision.DAY, day, day, day.month, day.day)
    for pattern, order in ((_NAMED, (1, 2, 3)), (_MONTH_FIRST, (2, 1, 3))):
        for match in pattern.finditer(name):
            number, word, given = (match[group] for group in order)
            day = valid_day(full_year(given) if given else 2000, month_number(word), int(number))
            if day:
                stated = day if given else None
                return FoundDate(Span(*match.span()), Precision.DAY, stated, stated, day.month, day.day)
    return None
