"""Times written short: "30/4", "14.3", "Sat 21/6", "03/2014", "end of Mar", "by Dec", "April/May", "EOM".

Comes in: the words.  Goes out: :data:`BRIEF` and, of it, :data:`EITHER_MONTH`.  The one idea: a short form has other meanings too (a fraction, a number of an
action, a name), so that it is a time only behind "by" or "before", or where nothing but a time is expected.
"""

from __future__ import annotations

from kg.dates.days import month_of, one_day
from kg.dates.grammar import Groups, Rule
from kg.dates.points import Point, Precision, every_year, in_year
from kg.dates.relative import end_of
from kg.dates.rules import DAYNAME, MONTH, PART, THAT_YEAR, WHICH, YEAR, day_point, month_number, month_point

_SHORT_MONTH = r"(Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?"
_ENDS = {"eow": ("week", ""), "eom": ("month", ""), "eoy": ("year", ""), "efy": ("year", "financial")}


def _day_and_month(g: Groups) -> Point | None:
    return day_point(g[0], int(g[1])) if 1 <= int(g[1]) <= 12 else None


def _with_year(g: Groups) -> Point | None:
    return day_point(g[0], int(g[1]), g[2]) if 1 <= int(g[1]) <= 12 else None


def _month_and_year(g: Groups) -> Point | None:
    number = int(g[0])
    return every_year(Precision.MONTH, lambda y: month_of(y, number), year=g[1]) if 1 <= number <= 12 else None


def _either_month(g: Groups) -> Point | None:
    """ "April/May": from the first day of one to the last day of the other."""
    first, second = month_number(g[0]), month_number(g[1])
    if (second - first) % 12 != 1:
        return None
    period = every_year(
        Precision.MONTH,
        lambda y: month_of(y, first)._replace(end=month_of(y + (second < first), second).end),
        year=g[2],
    )
    return in_year(period, g[3])


def _end(g: Groups) -> Point:
    """ "EOM": the end of the month of the meeting; "EOD", "COB" its own day."""
    return end_of(*_ENDS[g[0]]) if g[0] in _ENDS else Point(Precision.DAY, relative=one_day)


#: Before a month alone, with which it begins.
EITHER_MONTH = Rule(rf"({MONTH}) ?(?:/|-|–| or ) ?({MONTH})(?! ?\d{{1,2}}\b(?!\d)){THAT_YEAR}", _either_month)
BRIEF = (
    Rule(
        rf"{DAYNAME}(?<![\d./:£$])(0?[1-9]|[12]\d|3[01])/(0?[1-9]|1[0-2])(?![\d/%]|[a-z])", _day_and_month, short=True
    ),
    Rule(r"(?<![\d./:£$])(0?[1-9]|[12]\d|3[01])\.(0[1-9]|1[0-2])(?!\d|\.\d|%|[ap]m)", _day_and_month, short=True),
    Rule(r"(?<![\d./-])(\d{1,2})-(\d{1,2})-(\d\d)(?![\d-])", _with_year, short=True),
    Rule(r"(?<![\d./£$])(0?[1-9]|[12]\d|3[01])\.(0?[1-9]|1[0-2])\.(\d\d)(?!\d|\.\d)", _with_year, short=True),
    Rule(rf"(?<![\d./-])(0?[1-9]|1[0-2])/({YEAR})(?![\d/])", _month_and_year, short=True),
    EITHER_MONTH,
    Rule(rf"{PART}{WHICH}{_SHORT_MONTH}(?! ?\d|['’]s){THAT_YEAR}", month_point, short=True),
    Rule(r"(EOW|EOM|EOY|EFY|(?:EOD|CO[BP])(?=\s*(?:[.,;:)]|$|and\b)))\b", _end, short=True),
)
