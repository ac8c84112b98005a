"""What leads up to those whom a sentence names: the day, the place, the weather.

Comes in: the span of the words before a verb of meeting, or behind one of gathering.  Goes out: the same from the first person or post on.  The one idea:
what a preposition begins is where and when, as far as the next comma, or as far as a title, a name or "the" with a post behind it.
"""

from __future__ import annotations

import re

from kg.dates import Precision, find_dates
from kg.model import Span
from kg.patterns import expression
from kg.structure.begins import opens_name
from kg.structure.people import is_post

_TITLE = r"\b(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady|Professor|Councillor|Captain)"
_OPENING = expression(
    rf"^(?!The |the ).*[,;]\s+(?:when|as|where|and|that)\s+(?=(?:the\s+)?[A-Z])"
    rf"|^.*[,;]\s+(?:but|when|as|and)\s+(?:by|at|before|after|towards|on|around)\s[^,;]*?(?={_TITLE} [A-Z])"
    rf"|^It was [^,;]*? when (?=(?:the\s+)?[A-Z])",
    re.DOTALL,
)
_SETTING = expression(
    r"(?:on|in|upon|at|beneath|under|through|amid|amidst|within|around|round|before|after|over|by|with)\s(?P<where>[^,;]*)(?P<end>,\s+)?",
    re.IGNORECASE,
)
_SOMEBODY = expression(rf"\b(?:the|our)\s+(?=[A-Z])|{_TITLE} [A-Z]")
_TO_DAY = expression(
    r"[Oo]n (?:the |(?:the )?(?:[A-Z][a-z]+day )?(?:morning|afternoon|evening|night)(?: of|,)? (?:the )?)?"
)
_GAP = expression(r"[\s,]*")
_FIRST = ("On ", "In ", "Upon ", "At ", "Beneath ", "Under ", "Through ", "Amid", "Within ")
_ASIDE = expression(r",\s+who\b[^,;]*,?\s*\Z")
_VISITING = expression(
    r",?\s+(?:then |later |also )*(?:visited|toured|came to|went to|called at|travelled to|paid a visit to|spent)\s[^.;]*?(?:,\s+(?:where|when|and)\b|\s+and\b)"
)


def until_aside(text: str, span: Span) -> Span:
    """ "The Commissioner, who was in Leeds that day, (called on …)": who is named before what is said of them."""
    aside = _ASIDE.search(text, span.start, span.end)
    return Span(span.start, aside.start()) if aside else span


def until_visit(text: str, span: Span) -> Span:
    """ "The Commissioner, Ann Roe, visited the Home, where she (was met by …)": who is named before the verb of visiting."""
    visit = _VISITING.search(text, span.start, span.end)
    return Span(span.start, visit.start()) if visit else span


def behind_opening(text: str, span: Span) -> Span:
    """The last clause of "It was a bright morning when the Warden …": who is named there, without what leads up to it."""
    words = span.of(text)
    if not words.startswith(_FIRST) and (opens_name(words) or is_post(words.partition(",")[0])):
        return span
    match = _OPENING.match(words)
    span = Span(span.start + match.end(), span.end) if match else span
    return behind_setting(text, span) if text.startswith(_FIRST, span.start) else span


def behind_setting(text: str, span: Span) -> Span:
    """ "in the old Mill House, with the rain at its windows, the Warden, Ann Roe": those named behind where and when they were."""
    start = _behind_day(text, span)
    while setting := _SETTING.match(text, start, span.end):
        if (somebody := _somebody(text, setting, span.end)) is not None:
            return Span(somebody, span.end)
        if setting["end"] is None:
            return span
        start = setting.end()
    named = text[start : start + 1].isupper() or text.startswith(("the ", "our ", "its "), start)
    return Span(start, span.end) if named and start < span.end else span


def _somebody(text: str, setting: re.Match[str], end: int) -> int | None:
    """Where, before the next comma, a titled name or the article of a post begins with which the words of the setting end."""
    until = setting.end("where")
    for match in _SOMEBODY.finditer(text, setting.start("where"), until):
        if match[0].startswith(("the", "our")) and not is_post(text[match.end() : until]):
            continue
        return match.start()
    return None


def _behind_day(text: str, span: Span) -> int:
    """ "On Thursday 9 May 2024 Ann Roe": where what stands behind the day begins; else the beginning."""
    if not text.startswith(("On ", "on "), span.start):
        return span.start
    day = next(iter(find_dates(text, span.start, span.end)), None)
    if day is None or day.precision is not Precision.DAY or not _TO_DAY.fullmatch(text, span.start, day.span.start):
        return span.start
    gap = _GAP.match(text, day.span.end, span.end)
    return gap.end() if gap else span.start
