"""The arithmetic of the British calendar: months, seasons, quarters, the financial year, Easter.

Comes in: years and days.  Goes out: days and periods.  The one idea: every stretch of time is a Period with a first and a
last day, so that "the end of the window" is always its ``end``.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SEASONS = {"winter": 12, "spring": 3, "summer": 6, "autumn": 9}  # the month that each begins with
FRIDAY = 4
FIRST_YEAR, LAST_YEAR = 1800, 2199


class Period(NamedTuple):
    """From the first day to the last; ``None`` where it is open or not known."""

    start: date | None = None
    end: date | None = None


UNKNOWN = Period()


def one_day(day: date) -> Period:
    """A day as a period."""
    return Period(day, day)


def valid_day(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has no such day (30 February) or the year is no year of minutes."""
    if not (FIRST_YEAR <= year <= LAST_YEAR and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]):
        return None
    return date(year, month, day)


def full_year(digits: str) -> int:
    """Two digits as a year: up to 69 this century, then the last.

    >>> full_year("18"), full_year("1998"), full_year("85")
    (2018, 1998, 1985)
    """
    year = int(digits)
    if len(digits) > 2:
        return year
    return year + (2000 if year < 70 else 1900)


def months_of(year: int, first: int, count: int) -> Period:
    """So many months, from the first day of one to the last day of another; the first may lie past December."""
    start = add_months(date(year, 1, 1), first - 1)
    return Period(start, add_months(start, count) - timedelta(days=1))


def month_of(year: int, month: int) -> Period:
    """A calendar month."""
    return Period(date(year, month, 1), date(year, month, monthrange(year, month)[1]))


def year_of(year: int) -> Period:
    """A calendar year."""
    return Period(date(year, 1, 1), date(year, 12, 31))


def financial_year(year: int) -> Period:
    """The financial year that begins in this year: 1 April to 31 March."""
    return Period(date(year, 4, 1), date(year + 1, 3, 31))


def academic_year(year: int) -> Period:
    """The academic year that begins in this year: 1 September to 31 August."""
    return Period(date(year, 9, 1), date(year + 1, 8, 31))


def season_of(year: int, season: str) -> Period:
    """The season that begins in this year; it ends with its last month (winter with the February after).

    >>> season_of(2019, "winter").end
    datetime.date(2020, 2, 29)
    """
    return months_of(year, SEASONS[season], 3)


def quarter_of(year: int, quarter: int, *, financial: bool) -> Period:
    """A quarter of a year; the third of the financial year 2019/20 is October to December 2019."""
    return months_of(year, 3 * quarter - 2 + (3 if financial else 0), 3)


def add_months(day: date, months: int) -> date:
    """The same day so many months later, or the last day of a month that is too short.

    >>> add_months(date(2020, 8, 31), 6)
    datetime.date(2021, 2, 28)
    """
    years, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(years, month + 1, min(day.day, monthrange(years, month + 1)[1]))


def add_working_days(day: date, count: int) -> date:
    """So many days later, Saturdays and Sundays not counted (bank holidays are)."""
    for _ in range(count):
        day += timedelta(days=1)
        while day.weekday() > FRIDAY:
            day += timedelta(days=1)
    return day


def next_weekday(day: date, weekday: int) -> date:
    """The first such day of the week after the day, never the day itself."""
    return day + timedelta(days=(weekday - day.weekday() - 1) % 7 + 1)


def week_of(day: date) -> Period:
    """Monday to Sunday."""
    monday = day - timedelta(days=day.weekday())
    return Period(monday, monday + timedelta(days=6))


@cache
def easter(year: int) -> date:
    """Easter Sunday, by the anonymous Gregorian algorithm (Meeus, Astronomical Algorithms, 1991)."""
    golden, (century, rest) = year % 19, divmod(year, 100)
    leap, odd = divmod(century, 4)
    moon = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leap - moon + 15) % 30
    quads, left = divmod(rest, 4)
    sunday = (32 + 2 * odd + 2 * quads - epact - left) % 7
    late = (golden + 11 * epact + 22 * sunday) // 451
    month, day = divmod(epact + sunday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def first_after(yearly: Callable[[int], Period], day: date) -> Period:
    """Of something that comes every year, the first that ends after the day."""
    for year in range(day.year - 1, day.year + 9):  # 29 February may be long in coming
        period = yearly(year)
        if period.end and period.end > day:
            return period
    return UNKNOWN
