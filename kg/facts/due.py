"""When a commitment falls due: the window of time that its sentence states.

Comes in: a sentence and the words of what is to be done.  Goes out: a Due.  The one idea: a time belongs to what it stands with: behind the deed, or at
the head of its clause; one of a relative clause, a condition or an earlier event is not the term.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from datetime import date

from kg.dates import Precision, Window, due_window
from kg.facts.context import Context, Line
from kg.facts.times import times_in
from kg.lexicon.inflection import participles, pasts
from kg.lexicon.lists import lists
from kg.model import Span
from kg.patterns import expression
from kg.values import value

_TERMS = lists("terms")
_PARTICIPLES = "|".join(sorted(participles()))


# behind these words a time is that of something else, until a comma ends the clause
_ELSEWHERE = expression(
    rf"(?:\b(?:(?:if|unless|had|to\s+have(?=\s+(?:\w+ed|{_PARTICIPLES})\b)|(?<!to )(?<=\W)having)\b|(?:was|were)\s+(?!{_TERMS.pattern('to-come')})\w+ed\b(?!\s+to\b)"
    rf"|(?:who|what|how)\s+(?:will|would|is\s+to)\b|(?:{_TERMS.pattern('already')})\s+(?:scheduled|planned|due|set)\b)"
    rf"|,\s+which\s+(?:is|are|was|were)\s+(?:due|planned|expected)\b|[–—-]\s*\w+ed\s+on\b|,\s+(?:to be )?held\b)[^,;–—]*$",
    re.IGNORECASE,
)
# "what each had promised and send it round by": a base form behind "and", with its object
_ANOTHER_DEED = expression(
    r"\bhad\b.*\band (\w+) (?:it|them|these|this|those)\b[^,;]*$",
    re.IGNORECASE,
)
# "supplied on 12 December", "closed in June": when something took place
_HAPPENED = expression(
    rf"(?<!be )\b(?!{_TERMS.pattern('to-come')}|{_TERMS.pattern('shifted')})(?:\w{{2,}}ed|sent|held|met|gone)\s+(?:on|in|at|last)\s[^,;]*$",
    re.IGNORECASE,
)
# "planned for February had been put back to May": the time that is no more
_AS_PLANNED = expression(rf"\b(?:{_TERMS.pattern('fixed')})\s+(?:\w+\s+)?$", re.IGNORECASE)
_WIDTH = 40  # characters
_PUT_OFF = expression(
    rf",?\s+(?:had|has|have|was|were)\s+(?:now\s+|since\s+|again\s+)?(?:been\s+)?(?:{_TERMS.pattern('put-off')})\b"
    r"|,\s+(?:(?:should|would|will|shall)\s+not|was\s+not\s+to|is\s+not\s+to|be\s+(?:cancelled|abandoned|dropped))\b",
    re.IGNORECASE,
)
# before the deed a time may be that of the topic, or of a relative clause
_TOPIC = expression(
    rf"(?:^\W*(?:{_TERMS.pattern('topic')})\b|\b(?:which|who|whose|whom|is|are)\b)[^,;–—]*$",
    re.IGNORECASE,
)
# "the target for 2027": the year of a thing that is made for one
_YEARLY = expression(rf"\b(?:{_TERMS.pattern('yearly')})\s+$", re.IGNORECASE)
_FOR_A_YEAR = expression(r"for\s+\d{4}", re.IGNORECASE)
_CUSTOM = expression(r"\b(?:every|each|all|cycle)\b", re.IGNORECASE)
# "from now on drafts would be out within ten days": how long each is to take
_LASTING = expression(rf"\b(?:{_TERMS.pattern('lasting')})\b", re.IGNORECASE)
_ANOTHER_CLAUSE = expression(r"\s*(?:;|,\s+(?:and|but|while)\s+(?:the\s|[A-Z]))")
_DIGIT = expression(r"\d")
_OTHER_SUBJECT = expression(r"\band (?:the|its|their|an?|his|her|it|they|he|she)\b", re.IGNORECASE)
_OTHER_DEED = expression(rf"{_OTHER_SUBJECT.pattern}|\b(?:and|but) \w+ that\b", re.IGNORECASE)
_WILL = expression(r"\b(?:will|would)\b")  # "the panel would meet in May and he would write"
_BUT = expression(r"\bbut\b.*\b(?:will|would)\b", re.IGNORECASE | re.DOTALL)
_NOT_THEN = expression(
    r"\b(?:should not|not to|refrain\w* from)\b(?!.*\b(?:but|and)\b)", re.DOTALL
)  # "asked it not to come in May"


@value
class Due:
    """A window and its words; the days are missing where the words name none."""

    start: date | None = None
    end: date | None = None
    text: str | None = None


def due_in(
    context: Context,
    line: Line | None,
    action: tuple[int, int],
    extra: Span | None = None,
    *,
    strength: str = "committed",
    done: bool = False,
) -> Due:
    """The window of an action: among its own words, else before them in its sentence; a limit ("by", "within") before any other time.

    ``extra`` is a column or label of its own ("Due: mid February"), whose term may be over unless the action is ``done``.  Other past times ("since
    September") are no windows.  What is unlikely has a window only where a length of time says for how long.
    """
    if extra is not None and (due := _chosen(context, _stated(context, extra), late=not done)):
        return due
    own, sentence = _places(context, line, action)
    if own is None and sentence is None:
        return Due()
    due = _chosen(context, _told_of(context, line, _own(context, line, own), strength))
    due = due or _chosen(context, _told_of(context, line, _earlier(context, line, sentence, own), strength))
    due = due or _then(context, line, sentence, own) or Due()
    to_come = context.said_on is not None and due.end is not None and due.end > context.said_on
    return (
        Due() if done and to_come else due
    )  # what is done had its time before: "to the next meeting", "dates for 2027"


def _then(context: Context, line: Line | None, sentence: Span | None, own: Span | None) -> Due | None:
    """ "is meeting its chair on 14 June and will ask for them then": the day told before it in the sentence."""
    if own is None or sentence is None or not _THEN.search(own.of(context.text)):
        return None
    return _chosen(context, [w for w in _windows(context, line, Span(sentence.start, own.start)) if not w.past])


_THEN = expression(r"\bthen\s*\W*$", re.IGNORECASE)


def is_past(context: Context, line: Line) -> bool:
    """Does a sentence name a time that is over: "last month", "in 2019"?"""
    return any(window.past for window in _windows(context, line, line.sentence.span))


def time_of(context: Context, line: Line, words: tuple[int, int]) -> Due:
    """When something is to take place: the first day to come that its own words name, else any of its sentence."""
    own, sentence = _places(context, line, words)
    known, phrase = context.said_on, None
    for span in (own, sentence):
        found = [w for w in _windows(context, line, span) if not w.past and not _is_given_up(context, w)]
        if day := next((w for w in found if w.end and (known is None or w.end >= known)), None):
            return Due(day.start, day.end, " ".join(day.text.split()))
        phrase = phrase or next((w for w in found if w.end is None), None)
    return Due(phrase.start, None, " ".join(phrase.text.split())) if phrase else Due()


def _told_of(context: Context, line: Line | None, windows: list[Window], strength: str) -> list[Window]:
    """The windows that tell when: of what is unlikely, those alone that say for how long."""
    if not windows:
        return windows
    told = [w for w in windows if strength != "unlikely" or _is_of_refusal(context, line, w)]
    if strength == "requested" and line is not None:
        told = [w for w in told if not _NOT_THEN.search(context.text[line.sentence.span.start : w.span.start])]
    if line is None or not any(map(_is_of_each, told)):
        return told
    return [w for w in told if not (_is_of_each(w) and _is_lasting(context, line, w))]


def _is_of_each(window: Window) -> bool:
    """ "within ten days", "on the Tuesday of the week before": a length of time, or a day of any week."""
    weekday = window.precision is Precision.DAY and not _DIGIT.search(window.text)
    return weekday or window.precision is Precision.DURATION


def _is_lasting(context: Context, line: Line, window: Window) -> bool:
    """Does the sentence set a rule for all that comes, each with its length of time?  Not so "in each case, and Ms Lee undertook to write within a week"."""
    span, end = line.sentence.span, window.span.start
    found = _LASTING.finditer(context.text, span.start, span.end)
    return any(rule.start() > end or not _ANOTHER_CLAUSE.match(context.text, rule.end(), end) for rule in found)


def _is_of_refusal(context: Context, line: Line | None, window: Window) -> bool:
    """Does the time say for how long something will not be, or when what follows "but" will?"""
    if window.precision is Precision.DURATION or window.text.lower().startswith("this side"):
        return True
    return line is not None and bool(_BUT.search(context.text[line.sentence.span.start : window.span.start]))


def _windows(context: Context, line: Line | None, span: Span | None, *, bare: bool = False) -> list[Window]:
    """The windows of a stretch; several rules ask for those of the same words."""
    if span is None:
        return []
    answers, asked = context.answers["bare windows" if bare else "windows"], (span.start, span.end)
    if asked not in answers:
        places = times_in(context, line) if line is not None and line.sentence.span.holds(span) else None
        if places is not None:
            places = places[bisect_left(places, span.start) : bisect_left(places, span.end)]
        answers[asked] = (
            []
            if places == []
            else due_window(
                context.text,
                context.said_on,
                next_meeting=context.outline.next_meeting,
                start=span.start,
                end=span.end,
                bare=bare,
                places=places,
            )
        )
    found: list[Window] = answers[asked]
    return found


def _stated(context: Context, cell: Span) -> list[Window]:
    """The windows of a column or label; the day on which something happened is none ("Not done: station closed in June")."""
    text, windows = context.text, _windows(context, None, cell, bare=True)
    return [window for window in windows if not _HAPPENED.search(text[cell.start : window.span.start] + window.text)]


def _own(context: Context, line: Line | None, span: Span | None) -> list[Window]:
    """The windows among the words of the deed, without those that tell when something else was or is, or since when a custom holds."""
    if span is None:
        return []
    found = []
    for window in _windows(context, line, span):
        before = context.text[span.start : window.span.start]
        if (
            not window.past
            and not _is_given_up(context, window)
            and not _is_yearly(window, before)
            and not _is_elsewhere(before)
            and not (window.begun and _CUSTOM.search(before))
        ):
            found.append(window)
    return found


def _earlier(context: Context, line: Line | None, sentence: Span | None, own: Span | None) -> list[Window]:
    """The windows that begin before the deed, not beyond a semicolon, without those of the topic and of earlier events."""
    if sentence is None:
        return []
    stop = own.start if own is not None else sentence.end
    begin = max(sentence.start, context.text.rfind(";", sentence.start, stop) + 1)
    times = times_in(context, line) if line is not None else None
    if times is not None and bisect_left(times, begin) == bisect_right(times, stop):
        return []  # none stands before the deed, or is its first word
    found = []
    for window in _windows(context, line, Span(begin, sentence.end)):
        before = context.text[begin : window.span.start]
        labelled = window.begun and context.text[window.span.end : stop].lstrip().startswith(
            ":"
        )  # "Item from April: …"
        if window.span.start < stop and not (
            labelled
            or window.past
            or _is_yearly(window, before)
            or _is_elsewhere(before)
            or _TOPIC.search(before)
            or (_WILL.search(before) and _OTHER_DEED.search(context.text, window.span.end, stop))
        ):
            found.append(window)
    return found


def _is_elsewhere(before: str) -> bool:
    """Does a time stand with something else: an earlier event, a condition; not so where a deed follows it ("what each had promised and send it round by")?"""
    found = _ELSEWHERE.search(before)
    deed = _ANOTHER_DEED.search(before, found.start()) if found is not None else None
    return found is not None and (deed is None or deed[1].endswith("ed") or deed[1].lower() in pasts())


def _is_given_up(context: Context, window: Window) -> bool:
    """ "planned for February had been put back to June": the time that was planned before."""
    text, start, end = context.text, window.span.start, window.span.end
    if not _PUT_OFF.match(text, end, end + _WIDTH):
        return False
    return window.text.lower().startswith("due") or bool(_AS_PLANNED.search(text[max(0, start - _WIDTH) : start]))


def _is_yearly(window: Window, before: str) -> bool:
    """Is it the year that a budget, a target or a calendar is for?"""
    return bool(_FOR_A_YEAR.match(window.text) and _YEARLY.search(before))


def _chosen(context: Context, windows: list[Window], *, late: bool = False) -> Due | None:
    """A limit before any other day, the first before the next; a phrase without a day where there is nothing else."""
    if not windows:
        return None
    dated = [w for w in windows if w.last and (late or context.said_on is None or w.last >= context.said_on)]
    if dated:
        best = dated[0]
        limit = next((w for w in dated if w.limit), best)
        if not best.limit and not _OTHER_SUBJECT.search(context.text[best.span.end : limit.span.start]):
            best = limit
        return Due(best.start, best.last, " ".join(best.text.split()))
    phrase = next((w for w in windows if w.last is None), None)
    return Due(phrase.start, None, " ".join(phrase.text.split())) if phrase else None


def _places(context: Context, line: Line | None, action: tuple[int, int]) -> tuple[Span | None, Span | None]:
    """The words of the deed and its sentence; none of a sentence without a word that a time may begin with."""
    first, last = action
    silent = line is not None and not times_in(context, line)
    within = line is not None and line.first <= first and last <= line.last
    own = context.tokens.span(first, last) if last > first and not (silent and within) else None
    return own, line.sentence.span if line is not None and not silent else None
