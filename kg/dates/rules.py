"""The ways in which minutes name a time: each a pattern, and the Point that its groups make.

Comes in: the words.  Goes out: :data:`DATES` (a day), :data:`SPANS` (a month, season, quarter or year), :data:`RELATIVE`
(counted from the meeting).  The one idea: a rule is one line; a blank in a pattern stands for any white space.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from functools import cached_property
from typing import NamedTuple

from kg.dates.days import (
    MONTHS,
    UNKNOWN,
    WEEKDAYS,
    Period,
    academic_year,
    add_months,
    financial_year,
    full_year,
    month_of,
    months_of,
    next_weekday,
    one_day,
    quarter_of,
    season_of,
    valid_day,
    week_of,
    year_of,
)
from kg.dates.feasts import NAMES, feast
from kg.dates.points import Point, Precision, every_year, in_year, part_of

Groups = tuple[str, ...]


class Rule(NamedTuple):
    """One way to name a time.  ``alone``: it is a window even where no preposition stands before it."""

    pattern: str
    point: Callable[[Groups], Point | None]
    alone: bool = False


# ── words; months begin with a capital, since "may" and "march" are words ────────────────────────────────────────────

_SHORT = ("Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sept", "Sep", "Oct", "Nov", "Dec")
_NUMBERS = {month.casefold()[:3]: number for number, month in enumerate(MONTHS, 1)}
_FULL = "(?:" + "|".join((*MONTHS, *(month.upper() for month in MONTHS))) + r")\b"
_MONTH = f"(?:{_FULL}|(?:" + "|".join(_SHORT) + r")\b\.?)"
_WEEKDAY = "(?:" + "|".join(WEEKDAYS) + ")"
_DAYNAME = r"(?:(?:Mon|Tue(?:s)?|Wed(?:nes)?|Thu(?:rs|r)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?,? (?:the )?)?"
_DAY = r"(?<!\d)(?<!\d[.,])(\d{1,2})(?: ?(?:st|nd|rd|th))?"
_YEAR = r"(?:1[89]|2[01])\d\d"
_THAT_YEAR = rf"(?:,? (?:of )?({_YEAR}|[’'‘`]\d\d)(?![\d/])|,? (?:of )?(this|next|last) year\b|)"
_PART = (
    r"(?i:(?:(?:very )?(end|start|beginning|middle|first half|second half|early part|later part|latter part|close|rest"
    r"|remainder|course)(?: (?:of|in))? |(early|mid|late|later|end)[- ](?:in )?|)(?:the )?)"
)
_WHICH = r"(?:(?i:(this|next|last|coming|previous) )|)"
_ORDINALS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4, "final": 4}
_STEPS = {"next": 1, "last": -1, "previous": -1}


def month_number(name: str) -> int:
    """1 to 12 for the name or short form of a month."""
    return _NUMBERS[name.casefold()[:3]]


# ── the points; the groups are those of the pattern, in lower case ───────────────────────────────────────────────────


def day_point(day: str, month: int, year: str = "", which: str = "") -> Point | None:
    """A day of the calendar, of every year where none is given; None where there is no such day."""
    if year:
        found = valid_day(full_year(year.lstrip("’'‘`")), month, int(day))
        return Point(Precision.DAY, fixed=one_day(found)) if found else None

    def make(number: int) -> Period:
        of_year = valid_day(number, month, int(day))
        return one_day(of_year) if of_year else UNKNOWN

    if not valid_day(2000, month, int(day)):
        return None
    return in_year(Point(Precision.DAY, yearly=make), which)


def _days(g: Groups) -> Point | None:
    first, last, month, year, which = g
    begins, ends = day_point(first, month_number(month), year), day_point(last, month_number(month), year)
    if not begins or not ends or int(first) >= int(last):
        return None
    if begins.fixed and ends.fixed:
        return Point(Precision.DAY, fixed=Period(begins.fixed.start, ends.fixed.end))
    from_day, to_day = begins.yearly, ends.yearly
    if not from_day or not to_day:
        return None
    return in_year(Point(Precision.DAY, yearly=lambda y: Period(from_day(y).start, to_day(y).end)), which)


def _month(g: Groups) -> Point:
    early, late, which, name, year, that = g
    number = month_number(name)
    return in_year(
        every_year(Precision.MONTH, lambda y: month_of(y, number), part=early or late, year=year, which=which), that
    )


def _season(g: Groups) -> Point:
    early, late, which, name, year, that = g
    return in_year(
        every_year(Precision.SEASON, lambda y: season_of(y, name), part=early or late, year=year, which=which), that
    )


def _quarter(g: Groups) -> Point:
    """A quarter of the year named; without a year, or with one written 2019/20, of the financial year."""
    early, late, word, digit, kind, year, second = g
    number = _ORDINALS[word] if word else int(digit)
    financial = bool(second) or (not year and kind != "calendar") or kind in ("financial", "fiscal")
    return every_year(
        Precision.QUARTER, lambda y: quarter_of(y, number, financial=financial), part=early or late, year=year
    )


def _double_year(g: Groups) -> Point | None:
    early, late, first, second, kind = g
    if int(second) % 100 != (int(first) + 1) % 100:
        return None
    whole = (academic_year if kind in ("academic", "school") else financial_year)(int(first))
    return Point(Precision.YEAR, fixed=part_of(whole, early or late, Precision.YEAR))


def _single_year(g: Groups) -> Point:
    early, late, year = g
    return Point(Precision.YEAR, fixed=part_of(year_of(int(year)), early or late, Precision.YEAR))


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

DATES = (
    Rule(rf"(?<![\d-])({_YEAR})-(\d\d)-(\d\d)(?![\d-])", lambda g: day_point(g[2], int(g[1]), g[0])),
    Rule(r"(?<![\d./])(\d{1,2})/(\d{1,2})/((?:\d\d){1,2})(?![\d/])", lambda g: day_point(g[0], int(g[1]), g[2])),
    Rule(rf"(?<![\d./])(\d{{1,2}})\.(\d{{1,2}})\.({_YEAR})(?!\d|\.\d)", lambda g: day_point(g[0], int(g[1]), g[2])),
    Rule(r"(?<![\d./])(\d\d)\.(\d\d)\.(\d\d)(?!\d|\.\d)", lambda g: day_point(g[0], int(g[1]), g[2])),
    Rule(
        rf"{_DAYNAME}(?:the )?{_DAY} day of ({_MONTH}){_THAT_YEAR}",
        lambda g: day_point(g[0], month_number(g[1]), g[2], g[3]),
    ),
    Rule(rf"{_DAYNAME}{_DAY} ?(?:and|to|until|or|&|–|-|—) ?{_DAYNAME}{_DAY}(?: of)? ({_MONTH}){_THAT_YEAR}", _days),
    Rule(
        rf"{_DAYNAME}{_DAY}(?: of | |-)({_MONTH})(?:-((?:\d\d){{1,2}})(?!\d)|){_THAT_YEAR}",
        lambda g: day_point(g[0], month_number(g[1]), g[2] or g[3], g[4]),
    ),
    Rule(
        rf"{_DAYNAME}({_MONTH}) {_DAY}(?!\d|[/.:]\d){_THAT_YEAR}",
        lambda g: day_point(g[1], month_number(g[0]), g[2], g[3]),
    ),
)
_QUARTER = r"(?:(?i:(first|second|third|fourth|1st|2nd|3rd|4th|final(?= quarter of)) quarter\b)|[Qq]([1-4])\b)"
SPANS = (
    Rule(rf"{_PART}{_WHICH}({_FULL}|{_MONTH}(?= ?[’'‘`]?\d\d)){_THAT_YEAR}(?![’'](?!\d)|-\w)", _month),
    Rule(
        rf"{_PART}{_QUARTER}(?: of)?(?: the)?(?: (financial|fiscal|calendar))?(?: year)?"
        rf"(?:,? (?:of )?(?:FY ?)?({_YEAR})(?: ?[/–-] ?(\d{{2,4}}))?|)",
        _quarter,
    ),
    Rule(
        rf"{_PART}(?:FY ?|financial year )?({_YEAR}) ?[/–-] ?((?:\d\d){{1,2}})(?!\d|[-/]\d)(?: (financial|academic|school) year)?",
        _double_year,
    ),
    Rule(rf"{_PART}(?<![\d£$.,/-])({_YEAR})(?!\d|[/.,:–-]\d|%| (?:years?|days?)\b)", _single_year),
    Rule(
        rf"{_PART}{_WHICH}((?i:spring|summer|autumn|winter))\b(?! (?:recess|term|school|holiday)|-\w){_THAT_YEAR}",
        _season,
    ),
)
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
        rf"{_PART}(?i:(?:(this|next|last|coming|following|previous|current) )?(?:(financial|calendar|academic|school|fiscal"
        rf"|reporting|business|working) )?({_UNITS})(?:[- ](end)\b)?)\b(?![’'-]\w)",
        _calendar,
        alone=True,
    ),
    Rule(rf"(?:(?i:(next|this|last|coming|previous)) )?({_WEEKDAY})\b(?: (week|next week)\b)?(?![’'])", _weekday),
    Rule(
        rf"((?i:{_FEASTS}))\b(?! (?:[Tt]erm|recess|holiday|break|party|[A-Z]))(?:,? ({_YEAR}))?",
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


# ── many rules as one pattern ────────────────────────────────────────────────────────────────────────────────────────


_GROUP = re.compile(r"(?<!\\)\((?!\?)")  # an opening bracket that captures; no rule has one within a class

# The words that a time can begin with, by their first letter: trying every rule at every word would take ten times as long.
_BEGINS = re.compile(
    r"(?<!\w)(?:(?:[Tt]he|[Aa]n?|[Oo]ur|[Ii]ts|[Tt]heir)\s+)?(?:\d"
    r"|[Aa](?:pr|ug|utumn|cadem|nother|bout|pprox|sap|s\s+(?:soon|quick|earl)|t\s+(?:a\b|some|later|future|date|stage|the\s+earl))"
    r"|[Bb](?:egin|usiness)|[Aa](?:scension|rmistice|ll\s+Saints|sh\s+Wed)|[Bb](?:oxing|onfire)|[Cc](?:lose|ourse|oming|urrent|alendar|hristmas|ouple|andlemas)|[Gg]ood\s+Fri|[Hh](?:allow|ogmanay)|[Ll](?:ady\s+Day|ammas)|[Mm](?:ichaelmas|idsummer|artinmas|othering)|[Nn]ew\s+Year|[Pp]entecost|[Ss](?:hrove|t\.?\s)|[Tt]welfth|[Ww]hit|[Dd]ec|[Ee](?:nd|arl|aster|ach|ver|ight|leven)"
    r"|[Ff](?:eb|ri|irst|our|ive|ifteen|ourteen|inal|inancial|iscal|ollowing|ort|urther|Y|ew)|[Hh]alf"
    r"|[Ii](?:mmediately|n\s+(?:due|future|the\s+(?:near|short|medium|long|fore|not|new|future)))|[Jj](?:an|un|ul)"
    r"|[Ll](?:ate|ast|atter)|[Mm](?:ar|ay\b|on|id|any)|[Nn](?:ov|ext|ew|ine|umber)|[Oo](?:ct|ne)|[Pp](?:revious|ast|arliament)"
    r"|[Qq](?:uarter|[1-4])|[Rr](?:est|emainder|ecess|eporting)|[Ss](?:ep|at|un|pring|ummer|tart|econd|ix|even|ome|everal|ame|chool|ession"
    r"|oon|hortly|traight)|[Tt](?:ue|hu|his|hird|wo|hree|en\b|welve|wenty|hirt|erm|oday|onight|omorrow)|[Uu](?:p\s+to|rgently)"
    r"|[Vv]ery|[Ww](?:ed|inter|eek|orking)|[Yy](?:ear|esterday)|APR|AUG|DEC|FEB|JAN|JUN|JUL|MAR|MAY|NOV|OCT|SEP)"
)


class Grammar:
    """Rules as one pattern; where several could match at a place, the first wins."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._rules: dict[int, tuple[Rule, int]] = {}
        parts, number = [], 1
        for rule in rules:
            inner = len(_GROUP.findall(rule.pattern))
            self._rules[number] = (rule, inner)
            parts.append(f"({_spaced(rule.pattern)})")
            number += inner + 1
        self._source = "(?:" + "|".join(parts) + r")(?![A-Za-z0-9_])"

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        """Compiled when first used: it takes some hundredths of a second."""
        return re.compile(self._source)

    def may_match(self, text: str, start: int, end: int) -> bool:
        """Is there a place at which it is worth trying?"""
        return _BEGINS.search(text, start, end) is not None

    def search(self, text: str, start: int, end: int) -> re.Match[str] | None:
        """The first time that the text names from there on."""
        while begins := _BEGINS.search(text, start, end):
            match = self._pattern.match(text, begins.start(), end)
            if match:
                return match
            start = begins.start() + 1
        return None

    def rule_of(self, match: re.Match[str]) -> tuple[Rule, Groups]:
        """The rule that matched, and its groups in lower case ("" where one took no part)."""
        number = match.lastindex or 1
        rule, inner = self._rules[number]
        return rule, tuple((group or "").lower() for group in match.groups()[number : number + inner])


def _spaced(pattern: str) -> str:
    return pattern.replace("[- ]", r"[-\s]").replace(" ?", r"\s?").replace(" ", r"\s+")
