"""The day of the meeting, and of the next.

Comes in: a Document as Lines.  Goes out: a MeetingDate with the words that say so, or None.  The one idea: a date counts only where
the words say that it is *this* meeting's; a day without a year takes its year from the title, file name or metadata, or is no date.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import chain, islice

from kg.dates import FoundDate, Precision, date_at, date_in_name, find_dates
from kg.model import Document, MeetingDate, Span
from kg.patterns import expression
from kg.structure.lines import DOTTED_DAY, Line
from kg.structure.title import FRONT

_LABEL = expression(
    r"(?:date of (?:the |this )?(?:meeting|visit|call|note)|(?:meeting|visit) date|date ?(?:and|/|&) ?(?:time|place|venue|location)|date|held on|held|when|meeting held)"
    r"(?:\s*[:|\t–-]|\s+(?=\d))", re.IGNORECASE,
)  # fmt: skip
_MINUTES = expression(
    r"(?:(?:an?|the) )?(?:draft |final |short |brief |true )?(?:minutes?|notes?|record|summary|readout|action points?) (?:of|from|for)\b",
    re.IGNORECASE,
)
_HELD = expression(r"\W(?:held|met|meet|meeting|spoke|visited|took place|discussion|call|conversation)\b")
_HELD_AT = expression(r"(?:the meeting was )?held (?:at|in|by|via|on|upon|over)\b", re.IGNORECASE)
_OTHER = expression(
    r"\b(?:next|last|previous|earlier|future|prior|since|before|after|following|until|approved|agreed minutes|published|born|minutes of|issued|updated|n\.b\.|due|circulated"
    r"|launched|will meet|to meet|laid|announced|by(?! (?:video|tele|phone|conference|zoom|teams|skype|webex|link|vc\b|remote)))\b",
    re.IGNORECASE,
)
_NEXT = expression(
    r"\b(?:date and time of (?:the )?next|dates? of (?:the )?next|(?:the |our |its |until the |at the )?next)\b"
    r"(?:\s+[\w’'-]+){0,6}?\s*\b(?:meetings?|board|panel|committee|forum|group|council|calls?|catch-?ups?)\b"
    r"|(?<!when they )(?<!when she )(?<!when he )\bnext meets?\b|\bmeets? (?:next|again)\b|(?m:^)\W*next\s*[:–-]",
    re.IGNORECASE,
)
_MEETING_KEYS = (
    "meeting_date",
    "meeting-date",
    "meetingdate",
    "date_of_meeting",
    "date-of-meeting",
    "meeting date",
    "held",
)
_ALONE = ("date", "meeting date", "date of meeting", "date and time", "held on")
_MARKS = " :|-–\t"
_SHORT = 24  # words
_SHORT_DATE = expression(r"(?<![\d.])\d{1,2}\.\d{1,2}\.\d\d(?![\d.]*\d)")
_DIGIT = expression(r"\d")
_STOP = expression(r"[.!?](?=\s+[A-Z(])")
_YEAR = expression(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def find_meeting_date(document: Document, lines: list[Line], title: Span | None) -> MeetingDate | None:
    """The day of the meeting from its label, the title, the front matter, the opening sentence, the file name or the metadata."""
    name = _name(document)
    named = date_in_name(name)
    years = _years(document, title, name, named)
    for found, reason in _stated(document.text, lines, title):
        day = found.day or _with_year(found, years, named)
        if day:
            return MeetingDate(
                day,
                found.span,
                reason if found.day else f"{reason}; the year from {years.get(day.year, 'the file name')}",
            )
    if named and named.day:
        return MeetingDate(named.day, None, "the file name")
    if named and (day := _with_year(named, years, None)):
        return MeetingDate(day, None, f"the file name; the year from {years[day.year]}")
    for key, value in document.metadata:
        if key.casefold() in _MEETING_KEYS and (dates := find_dates(value)) and dates[0].day:
            return MeetingDate(dates[0].day, None, f"metadata: {key}")
    return MeetingDate(document.date, None, "metadata: date") if document.date else None


def _name(document: Document) -> str:
    return document.source.replace("\\", "/").rstrip("/").rpartition("/")[2] or document.slug


def _years(document: Document, title: Span | None, name: str, named: FoundDate | None) -> dict[int, str]:
    """The years that title, file name and metadata state, each with where it stands."""
    sources = [
        (title.of(document.text) if title else "", "the title"),
        (document.title or "", "the metadata"),
        (name, "the file name"),
    ]
    years: dict[int, str] = {}
    for words, where in sources:
        for match in _YEAR.finditer(words):
            years.setdefault(int(match[0]), where)
    if named and named.day:
        years.setdefault(named.day.year, "the file name")
    if document.date:
        years.setdefault(document.date.year, "the metadata")
    return years


def _with_year(found: FoundDate, years: dict[int, str], named: FoundDate | None) -> date | None:
    """The day in the year that the file name gives the very day, else in the one year that is stated at all."""
    if named and named.day and (named.day.month, named.day.day) == (found.month, found.number):
        return named.day
    return found.in_year(next(iter(years))) if len(years) == 1 else None


# ── where the text states it ─────────────────────────────────────────────────────────────────────────────────────────


def _stated(text: str, lines: list[Line], title: Span | None) -> Iterator[tuple[FoundDate, str]]:
    """The dates that the text gives as that of this meeting, the surest first; those with a year before those without."""
    front = lines[:FRONT]
    text_begins = next((k for k, line in enumerate(front) if line.is_closed and line.size > _SHORT), len(front))
    found = chain(
        _labelled(text, front),
        _in_title(text, title),
        _minutes_of(text, front),
        _alone(text, front[:text_begins]),
        _told(text, lines[:8], title),
        _begun_with(text, lines[:6]),
        _only(text, lines[:8]),
        _alone(text, front[text_begins:]),  # the day on which a note was signed, where it gives no other
    )
    without_year = []
    for one in found:
        if one[0].day:
            yield one
        else:
            without_year.append(one)
    yield from without_year


def _days(text: str, start: int, end: int) -> Iterator[FoundDate]:
    """Days only: a month or a year is no date of a meeting; of several days ("12–13 March") the first."""
    for found in find_dates(text, start, end):
        if found.precision is Precision.DAY:
            yield found


def _labelled(text: str, front: list[Line]) -> Iterator[tuple[FoundDate, str]]:
    for line in front:
        match = _LABEL.match(line.words) or (_HELD_AT.match(line.words) if line.size < _SHORT else None)
        own = next(_days(text, line.body.start, line.body.end), None) if match else None
        if match and own:
            yield own, f"labelled {match[0].strip(_MARKS).lower()!r}"
        elif line.key in _ALONE and line.index + 1 < len(front):
            below = front[line.index + 1].span
            yield from ((found, f"labelled {line.key!r}") for found in [*_days(text, below.start, below.end)][:1])


def _in_title(text: str, title: Span | None) -> Iterator[tuple[FoundDate, str]]:
    if title:
        for found in _days(text, title.start, title.end):
            yield found, "in the title"
        for match in _SHORT_DATE.finditer(text, title.start, title.end):  # "Rivers Agency – 4.6.19"
            if day := date_in_name(match[0]):
                yield replace(day, span=Span(*match.span())), "in the title"


def _minutes_of(text: str, front: list[Line]) -> Iterator[tuple[FoundDate, str]]:
    for line in front:
        if (
            line.numbering.kind == ""
            and _MINUTES.match(line.words)
            and not re.search(r"\b(?:approved|agreed|accepted|noted|last|previous)\b", line.words, re.IGNORECASE)
        ):
            for found in _days(text, line.span.start, line.span.end):
                yield found, "the heading of the minutes"
                break


def _alone(text: str, front: list[Line]) -> Iterator[tuple[FoundDate, str]]:
    """A line of the front matter that holds little but a date."""
    for line in front:
        if (dotted := DOTTED_DAY.match(line.span.of(text))) and (day := _day_first(dotted)):
            start = line.span.start
            yield replace(day, span=Span(start, start + dotted.end())), "a line of its own in the front matter"
            continue
        if line.size > 12 or line.is_closed or line.numbering.kind in ("top", "deep"):
            continue
        for found in _days(text, line.span.start, line.span.end):
            rest = line.words.replace(" ".join(found.span.of(text).split()), "")
            if (
                len(rest.split()) <= 6
                and not _OTHER.search(rest)
                and not re.search(r"[a-z]{3,} [a-z]{3,} [a-z]{3,}", rest)
            ):
                yield found, "a line of its own in the front matter"
            break


def _day_first(dotted: re.Match[str]) -> FoundDate | None:
    """ "22.6.21" is the day before the month, as minutes write it; None where there is no such day."""
    return date_in_name(f"20{dotted['year']}-{dotted['month']:0>2}-{dotted['day']:0>2}")


def _told(text: str, opening: list[Line], title: Span | None) -> Iterator[tuple[FoundDate, str]]:
    """ "They met on 4 June": a sentence of the opening with a word of meeting, and none that points at another day."""
    for line in opening:
        if (title and title.holds(line.span)) or not _DIGIT.search(line.words):
            continue
        for sentence in _sentences(text, line.body):
            words = sentence.of(text)
            if not _HELD.search(f" {words.lower()}"):
                continue
            for found in _days(text, sentence.start, sentence.end):
                around = (
                    text[max(sentence.start, found.span.start - 40) : found.span.start]
                    + " "
                    + text[found.span.end : found.span.end + 15]
                )
                if re.search(
                    r"(?:\b(?:up)?on|^|,)\s*(?:the\s+)?$", text[sentence.start : found.span.start], re.IGNORECASE
                ) and not _OTHER.search(around):
                    yield found, "the opening sentence"


def _begun_with(text: str, opening: list[Line]) -> Iterator[tuple[FoundDate, str]]:
    """ "2 October 2023, Force HQ, Skelby": a line of the opening that begins with a full date and goes on with place and time."""
    for line in opening:
        found = date_at(text, line.body.start, line.body.end)
        after = text[found.span.end : line.body.end].lstrip() if found else ""
        if found and found.day and after[:1] in {"", ",", ".", ";", ":", "–", "-", "|", "("}:
            yield found, "the beginning of a line of the opening"


def _only(text: str, opening: list[Line]) -> Iterator[tuple[FoundDate, str]]:
    """ "Minutes, Monday 4 March 2019, 2pm", "Royal Courts, Strand, 21 November 2017": the first full date in the short lines or first
    sentences of the opening that no word gives to another event."""
    for line in opening:
        for sentence in islice(_sentences(text, line.body), 1):
            if sentence.of(text).count(" ") > _SHORT:
                return
            for found in _days(text, sentence.start, sentence.end):
                around = text[max(sentence.start, found.span.start - 40) : found.span.start]
                if found.day and not _OTHER.search(around.lower()):
                    yield found, "the only date of the opening"


def _sentences(text: str, span: Span) -> Iterator[Span]:
    at = span.start
    for match in _STOP.finditer(text, span.start, span.end):
        yield Span(at, match.end())
        at = match.end()
    yield Span(at, span.end)


# ── the next meeting ─────────────────────────────────────────────────────────────────────────────────────────────────


def find_next_meeting(text: str, lines: list[Line], met_on: date | None) -> date | None:
    """The day of the next meeting: a date behind those words, later than this meeting; without a year the first after it."""
    for line in reversed(lines):
        if "next" not in line.key and not ("meet" in line.key and "again" in line.key):
            continue
        below = lines[line.index + 1] if line.index + 1 < len(lines) else line
        if not _DIGIT.search(text, line.span.start, below.span.end):
            continue  # no day, on this line or the next
        for match in _NEXT.finditer(text, line.span.start, line.span.end):
            end = line.span.end
            if line.size <= 8 and not _has_day(text, match.end(), end):
                end = below.span.end
            day = _later(text, match.end(), end, met_on)
            if day:
                return day
    return None


def _has_day(text: str, start: int, end: int) -> bool:
    return next(_days(text, start, end), None) is not None


def _later(text: str, start: int, end: int, met_on: date | None) -> date | None:
    for found in _days(text, start, min(end, start + 160)):
        day = found.after(met_on) if met_on else found.day
        if day and (met_on is None or day > met_on):
            return day
    return None
