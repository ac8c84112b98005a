"""The ways in which minutes name a time of the calendar: each a pattern, and the Point that its groups make.

Comes in: the words.  Goes out: :data:`DATES` (a day), :data:`STRETCHES` (its first or last weeks in a month), :data:`SPANS` (a month, season, quarter or year).  The one idea: what is
named comes every year, or in the one year that is stated.
"""

from __future__ import annotations

from datetime import timedelta

from kg.dates.days import (
    MONTHS,
    UNKNOWN,
    Period,
    academic_year,
    financial_year,
    full_year,
    month_of,
    one_day,
    quarter_of,
    season_of,
    valid_day,
    year_of,
)
from kg.dates.grammar import Groups, Rule
from kg.dates.points import Point, Precision, every_year, in_year, part_of

# ── words; months begin with a capital, since "may" and "march" are words ────────────────────────────────────────────

_SHORT = ("Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sept", "Sep", "Oct", "Nov", "Dec")
_NUMBERS = {month.casefold()[:3]: number for number, month in enumerate(MONTHS, 1)}
_FULL = "(?:" + "|".join((*MONTHS, *(month.upper() for month in MONTHS))) + r")\b"
# "cover in Sept from the yard": a short name behind a preposition, but for "Jan", which may be somebody
_SHORT_BEHIND = (
    r"(?:(?<=\b(?:in|by|of)\s)|(?<=\b(?:end|mid)\s)|(?<=\bmid-)|(?<=\buntil\s))(?:"
    + "|".join(_SHORT[1:])
    + r")\b\.?(?! ?\d)"
)
MONTH = f"(?:{_FULL}|(?:" + "|".join((*_SHORT, *(month.upper() for month in _SHORT))) + r")\b\.?)"
DAY_OF_WEEK = r"(?:Mon|Tues?|Wed(?:nes|s)?|Thu(?:rs|r)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?"
DAYNAME = rf"(?:{DAY_OF_WEEK},? (?:the )?)?"
_DAY = r"(?<!\d)(?<!\d[.,])(\d{1,2})(?: ?(?:st|nd|rd|th))?"
YEAR = r"(?:1[89]|2[01])\d\d"
THAT_YEAR = rf"(?:,? (?:of )?({YEAR}|[’'‘`]\d\d)(?![\d/])|,? (?:of )?(this|next|last) year\b|)"
PART = (
    r"(?i:(?:(?:very )?(end|start|beginning|middle|first half|second half|early part|later part|latter part|close|rest"
    r"|remainder|course)(?: of)? |(early|mid|late|later|end)[- ](?:in )?|)(?:the )?)"
)
WHICH = r"(?:(?i:(this|next|last|coming|previous) )|)"
_UNITS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
_TEENS = (
    *(
        "tenth",
        "eleventh",
        "twelfth",
        "thirteenth",
        "fourteenth",
        "fifteenth",
        "sixteenth",
        "seventeenth",
        "eighteenth",
    ),
    *("nineteenth", "twentieth"),
)
_WORDS = (*_UNITS, *_TEENS, *(f"twenty-{unit}" for unit in _UNITS), "thirtieth", "thirty-first")
_IN_WORDS = {word: number for number, word in enumerate(_WORDS, 1)}  # the days of a month
_DAY_IN_WORDS = "(?i:(" + "|".join(sorted(_WORDS, key=len, reverse=True)).replace("-", "[- ]") + "))"
ORDINALS = {
    "first": 1,
    "1st": 1,
    "second": 2,
    "2nd": 2,
    "third": 3,
    "3rd": 3,
    "fourth": 4,
    "4th": 4,
    "final": 4,
    "last": 4,
}


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


def month_point(g: Groups) -> Point:
    """A month with its parts: the edge and the half of it, which one, its name, its year."""
    early, late, which, name, year, that = g
    number = month_number(name)
    return in_year(
        every_year(Precision.MONTH, lambda y: month_of(y, number), part=early or late, year=year, which=which), that
    )


_STRETCHES = {"two weeks": 14, "three weeks": 21, "fortnight": 14, "ten days": 10}


def _stretch(g: Groups) -> Point:
    """The first or last weeks or days of a month: "the last two weeks of March", "the first fortnight in June"."""
    side, words, name, year, that = g
    rest = timedelta(days=_STRETCHES[" ".join(words.split())] - 1)

    def make(number: int) -> Period:
        start, end = month_of(number, month_number(name))
        if start is None or end is None:
            return UNKNOWN
        return Period(start, start + rest) if side == "first" else Period(end - rest, end)

    return in_year(every_year(Precision.WEEK, make, year=year), that)


def _season(g: Groups) -> Point:
    early, late, which, name, year, that = g
    return in_year(
        every_year(Precision.SEASON, lambda y: season_of(y, name), part=early or late, year=year, which=which), that
    )


def _quarter(g: Groups) -> Point:
    """A quarter of the calendar; of the financial year where the words say so, or the year is written 2019/20."""
    early, late, word, digit, kind, year, second = g
    number = ORDINALS[word] if word else int(digit)
    financial = bool(second) or kind in ("financial", "fiscal")
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


# ── the rules ────────────────────────────────────────────────────────────────────────────────────────────────────────

# "the summer fair" is no time
_OF_A_SEASON = (
    r"recess|term|schools?|holidays?|half|breaks?|vacations?|fairs?|f[eê]tes?|balls?|party|programmes?|newsletter|edition|issue|conference"
    r"|pressures?|fuel|resilience|preparedness|exams?|examinations|menu|timetable|uniform|concert|show|festival|months? of"
)
_TO = "(?:and|to|until|or|&|–|-|—|/)"
_NOT_A_COUNT = r"(?<![Mm]eeting\s)(?<!MEETING\s)(?<![Ss]ession\s)(?<![Ss]itting\s)(?<![Nn]o\s)(?<![Nn]o\.\s)"  # "Meeting 3 – 6 May 2020"
DATES = (
    Rule(  # first, since most days are written so
        rf"{DAYNAME}{_DAY}(?: of | |-)({MONTH})(?:-((?:\d\d){{1,2}})(?!\d)|){THAT_YEAR}",
        lambda g: day_point(g[0], month_number(g[1]), g[2] or g[3], g[4]),
    ),
    Rule(rf"(?<![\d-])({YEAR})-(\d\d)-(\d\d)(?![\d-])", lambda g: day_point(g[2], int(g[1]), g[0])),
    Rule(r"(?<![\d./])(\d{1,2})/(\d{1,2})/((?:\d\d){1,2})(?![\d/])", lambda g: day_point(g[0], int(g[1]), g[2])),
    Rule(rf"(?<![\d./])(\d{{1,2}})\.(\d{{1,2}})\.({YEAR})(?!\d|\.\d)", lambda g: day_point(g[0], int(g[1]), g[2])),
    Rule(r"(?<![\d./])(\d\d)\.(\d\d)\.(\d\d)(?!\d|\.\d)", lambda g: day_point(g[0], int(g[1]), g[2])),
    Rule(rf"(?<![\d./-])(\d{{1,2}})-(\d{{1,2}})-({YEAR})(?![\d-])", lambda g: day_point(g[0], int(g[1]), g[2])),
    Rule(
        rf"{DAYNAME}(?:the )?{_DAY} day of ({MONTH}){THAT_YEAR}",
        lambda g: day_point(g[0], month_number(g[1]), g[2], g[3]),
    ),
    Rule(
        rf"{DAYNAME}(?:the )?{_DAY_IN_WORDS}(?: day)? of ({MONTH}){THAT_YEAR}",
        lambda g: day_point(str(_IN_WORDS[g[0].lower().replace(" ", "-")]), month_number(g[1]), g[2], g[3]),
    ),
    Rule(rf"{_NOT_A_COUNT}{DAYNAME}{_DAY} ?{_TO} ?{_DAY}(?: of)? ({MONTH}){THAT_YEAR}", _days),
    Rule(
        rf"{DAY_OF_WEEK},? (?:the )?{_DAY} ?{_TO} ?{DAY_OF_WEEK},? (?:the )?{_DAY}(?: of)? ({MONTH}){THAT_YEAR}", _days
    ),
    Rule(
        rf"{DAYNAME}({MONTH}) {_DAY}(?!\d|[/.:]\d){THAT_YEAR}",
        lambda g: day_point(g[1], month_number(g[0]), g[2], g[3]),
    ),
)
_QUARTER = r"(?:(?i:(first|second|third|fourth|1st|2nd|3rd|4th|final(?= quarter of)|last(?= quarter of)) quarter\b)|[Qq](?:uarter )?([1-4])\b)"
STRETCHES = (
    Rule(
        rf"(?:[Tt]he )?(?i:(first|last|final) (two weeks|three weeks|fortnight|ten days)) (?:of|in) ({_FULL}){THAT_YEAR}",
        _stretch,
    ),
)
SPANS = (
    Rule(rf"{PART}{WHICH}({_FULL}|{MONTH}(?= ?[’'‘`]?\d\d)|{_SHORT_BEHIND}){THAT_YEAR}(?![’'](?!\d)|-\w)", month_point),
    Rule(
        rf"{PART}{_QUARTER}(?: of)?(?: the)?(?: (financial|fiscal|calendar))?(?: year)?"
        rf"(?:,? (?:of )?(?:FY ?)?({YEAR})(?: ?[/–-] ?(\d{{2,4}}))?|)",
        _quarter,
    ),
    Rule(
        rf"{PART}(?:FY ?|financial year )?({YEAR}) ?[/–-] ?((?:\d\d){{1,2}})(?!\d|[-/]\d)(?: (financial|academic|school) year)?",
        _double_year,
    ),
    Rule(rf"{PART}(?<![\d£$.,/-])({YEAR})(?!\d|[/.,:–-]\d|%| (?:years?|days?)\b)", _single_year),
    Rule(
        rf"{PART}{WHICH}((?i:spring|summer|autumn|winter))\b(?! (?:{_OF_A_SEASON})\b|-\w){THAT_YEAR}",
        _season,
    ),
)
