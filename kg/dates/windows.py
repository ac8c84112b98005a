"""When a promise falls due: every phrase of a text that names a term, resolved against the day of the meeting.

Comes in: text, the day it was said, the day of the next meeting.  Goes out: Windows in the order of the text.  The one idea: a
window ends with the last day that its words allow; where the words or the meeting give no day, ``end`` is None.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from kg.dates.days import Period
from kg.dates.grammar import Grammar, Rule
from kg.dates.points import Point, Precision
from kg.dates.relative import RELATIVE
from kg.dates.rules import DATES, SPANS
from kg.dates.spells import MEETINGS, SPELLS
from kg.model import Span
from kg.values import value


@value
class Window:
    """A term: its words ("by 30 June"), and the first and last day that they allow.

    ``past`` says that it was over when it was said ("last autumn", "since March", a day before the meeting).
    """

    span: Span
    text: str
    start: date | None
    end: date | None
    precision: Precision
    past: bool = False


_GRAMMAR = Grammar((MEETINGS, *DATES, SPELLS, RELATIVE[0], *SPANS, *RELATIVE[1:]))
_LEADS = {
    "by": ("by", "until", "till", "til", "no later than", "not later than", "to", "up to", "on or before", "by or before", "in time for", "due",
           "deadline of", "deadline is", "ready for", "by no later than", "in readiness for", "within", "inside", "by the", "week ending"),
    "before": ("before", "this side of", "the right side of", "ahead of", "prior to", "in advance of", "in the run-up to"),
    "in": ("in", "on", "at", "during", "over", "throughout", "for", "around", "about", "between", "towards", "in or around", "on or around",
           "across", "through", "week commencing", "week beginning", "w/c", "week of", "within the course of"),
    "from": ("from", "after", "following", "starting", "starting in", "starting on", "beginning", "beginning in", "with effect from",
             "as from", "as of", "on or after", "effective from", "not before", "commencing"),
    "since": ("since", "ever since"),
}  # fmt: skip
_KIND = {lead: kind for kind, leads in _LEADS.items() for lead in leads}
_LEAD = re.compile(
    r"(?<![\w’'-])("
    + "|".join(re.escape(lead).replace(r"\ ", r"\s+") for lead in sorted(_KIND, key=len, reverse=True))
    + r")\s+(?:(?:the|about|around|approximately|roughly|at the latest|at least|as early as|no more than|close of (?:business|play)(?: on)?"
    r"|cop|cob|(?:noon|midday|midnight|\d{1,2}(?:[.:]\d\d)?\s?[ap]\.?m\.?)(?: on)?|the (?:evening|morning|afternoon|week|night) of|or)\s+)?$",
    re.IGNORECASE,
)
_LEAD_WIDTH = 44
_JOIN = re.compile(r"\s*(?:to|until|till|and|or|up to|through to|–|—|-)\s*(?:by\s+)?(?:the\s+)?$", re.IGNORECASE)
_NEGATED = re.compile(r"\b(?:not|never|unlikely|nobody|none|no|cannot|neither|nor)\b|n[’']t\b", re.IGNORECASE)
_SELF = re.compile(r"(?:the )?(?:early|mid|late|later|this|next|last)\b|in the new\b", re.IGNORECASE)
_ONCE = re.compile(r"\b(?:once|twice|times|time|more|well|just|for)\s+$", re.IGNORECASE)
_AFTER = re.compile(r"\b(?:after|following)\s", re.IGNORECASE)
_WEEK = ("week commencing", "week beginning", "w/c", "week of")
_LABELLED = re.compile(r"(?:the )?(?:end|close|start|beginning|middle)\b", re.IGNORECASE)
_LABEL = re.compile(r"(?:^|[:(\[;,–—-])\s*$")


@value
class _Found:
    """A time with the words before it, not yet a window."""

    start: int
    core: int
    end: int
    point: Point
    lead: str
    kind: str


def due_window(
    text: str,
    said_on: date | None,
    *,
    next_meeting: date | None = None,
    start: int = 0,
    end: int | None = None,
    bare: bool = False,
) -> list[Window]:
    """Every phrase in ``text[start:end]`` that names a term, counted from the day it was said; spans count in the whole text.

    "By Friday" is the first Friday after the meeting, "by the spring" its 31 May, "over two years" the same day in two
    years.  ``bare`` takes dates without a preposition too: for a cell or label that holds nothing but a term.

    >>> [w.end.isoformat() for w in due_window("She will write to him by 30 June.", date(2018, 5, 9))]
    ['2018-06-30']
    """
    stop = len(text) if end is None else end
    windows: list[Window] = []
    last: tuple[_Found, Window] | None = None
    for found in _found(text, start, stop, bare=bare):
        anchor = (
            windows[-1].end
            if found.point.opens and found.point.precision is Precision.DURATION and windows
            else said_on
        )
        window = _resolved(text, found, anchor, said_on, next_meeting)
        if found.point.opens and found.point.precision is Precision.DURATION and not windows:
            window = replace(window, start=None, end=None)
        joined = _joined(text, last, found, window, said_on) if last else None
        if joined:
            windows[-1] = window = joined
        elif found.kind or found.point.past:
            windows.append(window)
        last = found, window
    return windows


def may_name_a_time(text: str, start: int, end: int) -> bool:
    """Does ``text[start:end]`` hold a word that a time may begin with?  Where not, no window is in it."""
    return _GRAMMAR.may_match(text, start, end)


def deadline(text: str, said_on: date | None, *, next_meeting: date | None = None) -> Window | None:
    """The term that a "Due" cell or a phrase of its own states: of several days the last, else the first phrase."""
    windows = [window for window in due_window(text, said_on, next_meeting=next_meeting, bare=True) if not window.past]
    named = [w for w in windows if w.end and "next" not in w.text.lower()] or [w for w in windows if w.end]
    return max(named, key=lambda w: w.end or date.min, default=windows[0] if windows else None)


# ── which words are a time ───────────────────────────────────────────────────────────────────────────────────────────


def _found(text: str, start: int, stop: int, *, bare: bool) -> Iterator[_Found]:
    position = start
    while match := _GRAMMAR.search(text, position, stop):
        rule, groups = _GRAMMAR.rule_of(match)
        found = _with_lead(text, start, match, rule, rule.point(groups), bare=bare)
        position = match.end()
        if found:
            yield found
        elif rule in (SPELLS, MEETINGS):  # its words may hold another time
            position = _next_word(text, match.start(), stop)


def _next_word(text: str, position: int, stop: int) -> int:
    while position < stop and not text[position].isspace():
        position += 1
    return position


def _with_lead(
    text: str, start: int, match: re.Match[str], rule: Rule, point: Point | None, *, bare: bool
) -> _Found | None:
    if point is None:
        return None
    begin = match.start()
    before = text[max(start, begin - _LEAD_WIDTH) : begin]
    lead = _LEAD.search(before)
    words = " ".join(lead[1].lower().split()) if lead else ""
    kind = _KIND.get(words, "")
    if rule is SPELLS:
        kind = _spell_kind(kind, words, match[0], before, point)
        if not kind:
            return None
    elif not kind and (rule.alone or bare or _SELF.match(match[0])) and not (rule is MEETINGS and not bare):
        kind = "in"
    if not kind and _LABELLED.match(match[0]) and _LABEL.search(before):
        kind = "by"
    first = begin - (len(before) - lead.start()) if lead else begin
    if kind == "before" and _NEGATED.search(_clause(text, start, first)):
        kind = "from"
    if words in ("until", "till") and _NEGATED.search(_clause(text, start, first)):
        kind = "from"
    return _Found(first, begin, match.end(), point, words, kind)


def _clause(text: str, start: int, end: int) -> str:
    """The words of the clause before a place."""
    begin = max(text.rfind(mark, start, end) for mark in ".;:")
    return text[max(start, begin + 1) : end]


def _spell_kind(kind: str, lead: str, words: str, before: str, point: Point) -> str:
    """Is a length of time a window?  "Over two years" is; "for two years" tells how long something lasted."""
    if point.past:
        return "in" if kind or words.lower().endswith(("ago", "earlier", "before")) else ""
    if words.lower().endswith(("later", "from now", "hence")):
        return "in"
    if not kind and _AFTER.search(words):
        return "vague"
    if words.lower().endswith(("time", "time.")) and lead == "in":
        return "by"
    if lead in ("for", "until", "after", "to", "at", "on", "about", "around"):
        open_ended = re.search(r"\b(?:another|further|next|coming)\b", words, re.IGNORECASE)
        return "by" if open_ended and lead in ("for", "until", "to") else ("vague" if lead == "after" else "")
    if lead == "in" and (
        _ONCE.search(before[: before.lower().rfind("in")])
        or re.match(r"the (?!next|coming|foll)", words, re.IGNORECASE)
    ):
        return ""
    return "by" if lead in ("within", "inside", "in", "over", "during", "across", "throughout", "by") else ""


# ── which days they mean ─────────────────────────────────────────────────────────────────────────────────────────────


def _resolved(text: str, found: _Found, anchor: date | None, said_on: date | None, next_meeting: date | None) -> Window:
    point = found.point
    period = Period() if found.kind == "vague" else _period(found, anchor, next_meeting)
    if found.kind == "since" and not point.fixed and said_on:
        period = Period(point.period(said_on.replace(year=said_on.year - 1, day=min(said_on.day, 28))).start, None)
    start, end = _bounds(found, period)
    absolute = bool(point.fixed and said_on and end and end < said_on)
    span = Span(found.start, found.end)
    return Window(span, span.of(text), start, end, point.precision, point.past or found.kind == "since" or absolute)


def _period(found: _Found, anchor: date | None, next_meeting: date | None) -> Period:
    point = found.point
    if point.precision is not Precision.MEETING:
        return point.period(anchor)
    month = point.period(anchor)
    if (
        next_meeting
        and not point.past
        and (not month.start or (next_meeting.year, next_meeting.month) == (month.start.year, month.start.month))
    ):
        return Period(next_meeting, next_meeting)
    return month


def _bounds(found: _Found, period: Period) -> tuple[date | None, date | None]:
    """The window that preposition and period make.

    "Before" a day counts the day (as "before Easter" does), before a longer time ends on its eve; "from" and "after" leave
    the end open.
    """
    start, end = period
    spell = found.point.precision is Precision.DURATION
    if found.kind in ("from", "since"):
        return start, None
    if found.kind == "before":
        if start and (start != end):
            return None, start - timedelta(days=1)
        return None, end
    if found.point.opens and not spell:
        return start, (start if found.kind == "by" and start else None)
    if found.kind == "by" and not spell and found.lead not in ("within", "inside"):
        return None, end
    if found.lead in _WEEK and start:
        return start, start + timedelta(days=6)
    return start, end


def _joined(
    text: str, last: tuple[_Found, Window], found: _Found, window: Window, said_on: date | None
) -> Window | None:
    """ "From 1 April to 30 June", "between April and June 2019": one window of two times."""
    first, before = last
    if not _range(text, first, found) or not (first.kind or found.kind):
        return None
    start, end = before.start, window.end
    if first.point.fixed is None and found.point.fixed and end:
        start = first.point.period(end.replace(year=end.year - 1, day=min(end.day, 28))).start
    elif found.point.fixed is None and first.point.period(said_on).start:
        start = first.point.period(said_on).start
        end = found.point.period(start).end
    if start is None:
        start = first.point.period(said_on).start
    span = Span(before.span.start, window.span.end)
    return replace(window, span=span, text=span.of(text), start=start, end=end, past=before.past and window.past)


def _range(text: str, first: _Found, second: _Found) -> bool:
    if Precision.DURATION in (first.point.precision, second.point.precision) or Precision.VAGUE in (
        first.point.precision,
        second.point.precision,
    ):
        return False
    gap = text[first.end : second.core]
    if not _JOIN.fullmatch(gap):
        return False
    joins = gap.split()[0].lower() if gap.split() else ""
    return first.lead in ("from", "between", "in", "during", "on", "over") and (
        joins not in ("and", "or") or first.lead != "from"
    )
