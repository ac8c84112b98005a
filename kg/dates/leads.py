"""Which words of a text are a term: a time with the words before it ("by", "in the week of", "no later than").

Comes in: text.  Goes out: Found, in the order of the text.  The one idea: the preposition makes the time a term, and tells which
end of it is meant; a time that nothing leads to is one only at the end of a task ("explain the method to LP, end of month").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.dates.brief import BRIEF, EITHER_MONTH
from kg.dates.days import MONTHS
from kg.dates.grammar import Grammar, Rule
from kg.dates.points import Point
from kg.dates.relative import RELATIVE
from kg.dates.rules import DATES, DAY_OF_WEEK, SPANS, STRETCHES
from kg.dates.spells import MEETINGS, SPELLS, WITHIN
from kg.dates.weeks import COUNTED, PLACED
from kg.lexicon.lists import lists
from kg.patterns import expression
from kg.values import value

_GRAMMAR = Grammar(
    (
        MEETINGS,
        *DATES,
        *STRETCHES,
        *COUNTED,
        WITHIN,
        SPELLS,
        RELATIVE[0],
        EITHER_MONTH,
        *SPANS,
        *PLACED,
        *RELATIVE[1:],
        *BRIEF,
    )
)
_TERMS = lists("terms")
_KIND = _TERMS.values("leads")
_MONTHS = frozenset(month.lower() for month in MONTHS)
_SHORT_MONTHS = _TERMS.words("short-month")


#: What opens a window at its first time; "after" and "not before" do not say when it opens.
STARTS = frozenset(lead for lead, kind in _KIND.items() if kind == "from") - _TERMS.words("unopened")
_WEEK = r"(?:(?:in|during|for|by)\s+)?(?:the\s+)?(?:w(?:ee)?ks?\s+(?:commencing|beginning|of)|w/[cb]|wk/c)"
_HOUR = (
    r"(?:the\s+)?(?:close|end)(?:\s+of\s+(?:business|play|day|the\s+day))?|cop|cob|first\s+thing|lunch(?:time)?|mid-?day|(?:12\s+)?noon"
    r"|midnight|\d{1,2}(?:[.:]\d\d)?\s?[ap]\.?m\.?|\d\d[.:]?\d\d(?:\s?hrs?)?"
)
_LEAD = expression(
    rf"(?<![\w’'-])({_WEEK}|"  # in small letters, which are looked at faster than either
    + "|".join(re.escape(lead).replace(r"\ ", r"\s+") for lead in sorted(_KIND, key=len, reverse=True))
    + rf")\s+(?:(?:the|about|around|approximately|roughly|at\s+the\s+latest|at\s+least|as\s+early\s+as|no\s+more\s+than|(?:{_HOUR})(?:\s+on)?,?"
    r"|the\s+(?:evening|morning|afternoon|week|month|night)\s+of|or|(?:the\s+|its\s+|our\s+)?[a-z]\w+[’']s?)\s+)?$"
)
_LEAD_WIDTH, _TASK = 44, 80  # characters before a time that are looked at for its preposition, for its task
_NEGATED = expression(r"\b(?:not|never|unlikely|nobody|none|no|cannot|neither|nor)\b|n[’']t\b", re.IGNORECASE)
_SELF = expression(r"(?:the )?(?:early|mid|late|later|this|next|last)\b|in the new\b", re.IGNORECASE)
_ONCE = expression(r"\b(?:once|twice|times|time|more|well|just|for)\s+$", re.IGNORECASE)
_AFTER = expression(r"\b(?:after|following)\s", re.IGNORECASE)
LAG = expression(
    r",?\s+(?:at (?:the )?(?:very |absolute )?latest|latest|deadline|at the (?:very )?outside|at (?:the )?(?:very )?most|max(?:imum)?|tops)\b",
    re.IGNORECASE,
)
_DAY_OF_A_THING = expression(
    rf"\s+(?:(?:{_TERMS.pattern('day-things')})\b|(?!(?:{_TERMS.pattern('no-things')})\b)[a-z]{{3,}}s\b)"
)  # "about Sunday boats"
_MONTH_OF_A_THING = expression(rf"\s+(?!(?:{_TERMS.pattern('of-a-month')})\b)[a-z]{{3,}}\b")  # "in the May release"
_DATES_FOR = expression(rf"\b(?:{_TERMS.pattern('dated-things')})\s+for\s+$", re.IGNORECASE)
_OVER = expression(r"\s+(?:is|was|are) (?:out|over|up|through)\b")
_EVERY = expression(r"\b(?:each|every|alternate|most)\s+(?:other\s+)?$", re.IGNORECASE)
_SET_OFF = expression(r"(?:,|[–—:(\[]|\s-)\s*$")
_WEEKDAY = expression(rf"{DAY_OF_WEEK}(?: (?:week|fortnight))?")
_DAY = expression(rf"(?:{DAY_OF_WEEK} )?\d{{1,2}}(?:st|nd|rd|th)? (?:{'|'.join(MONTHS)})(?: \d{{4}})?")
_BEHIND_A_TASK = expression(
    rf"\bto [a-z]+ [^(;:.]*?(?<![\w’'-])(?!(?:{_TERMS.pattern('day-of')}|dated|done)\s)[a-z]+\s+$"
)
_BEHIND_A_WORD = expression(rf"(?<![\w’'-])(?!(?:{_TERMS.pattern('day-of')})\s)[a-z]+\s+$")
_CLOSING = expression(r"\s*[)\]]?\s*[.;]?\s*$")
_NOTED = expression(rf"\b(?:{_TERMS.pattern('noted')})\s+$", re.IGNORECASE)
_SHUT = expression(r"\s*(?:[.,;:)\]–—]|$)")
_FRACTION = expression(r"(?:1/[234]|2/3|3/4)$")
_LABELLED = expression(r"(?:the )?(?:end|close|start|beginning|middle)\b", re.IGNORECASE)
_LABEL = expression(r"(?:^|[:(\[;,–—-])\s*$")


@value
class Found:
    """A time with the words before it, not yet a window; ``kind`` is empty where nothing makes it a term."""

    start: int
    core: int
    end: int
    point: Point
    lead: str
    kind: str


def words_of_times() -> dict[str, bool]:
    """The words that a time may begin with, or behind an article, small and with a capital: may one without an article?  Numbers are some too."""
    return _GRAMMAR.words


def places_of_times(text: str, start: int, stop: int) -> list[int]:
    """Where in a stretch a time may begin."""
    return _GRAMMAR.places(text, start, stop)


def find_terms(text: str, start: int, stop: int, *, bare: bool, places: Sequence[int] | None = None) -> Iterator[Found]:
    """Every time of the stretch; ``bare`` takes one that no word leads to as a term too.

    ``places`` are those at which a time may begin, where they are known.
    """
    position, places = start, places if places is not None else places_of_times(text, start, stop)
    while hit := _GRAMMAR.search(text, places, position, stop):
        match, rule, groups = hit
        found = _with_lead(text, start, stop, match, rule, rule.point(groups), bare=bare)
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
    text: str, start: int, stop: int, match: re.Match[str], rule: Rule, point: Point | None, *, bare: bool
) -> Found | None:
    if point is None:
        return None
    begin = match.start()
    before = text[max(start, begin - _LEAD_WIDTH) : begin]
    if _names_a_thing(text, match, before, stop):
        return None
    small = before.lower()
    lead = _LEAD.search(small)
    words = " ".join(lead[1].split()) if lead else ""
    kind = _KIND.get(words, "in") if lead else ""
    if rule is SPELLS:
        kind = _spell_kind(kind, words, match[0], before, point)
        if not kind and not point.past and (LAG.match(text, match.end(), stop) or _closes(text, match, before, stop)):
            kind = "by"  # "three weeks at the outside", "Clerk to mend the slat, two weeks."
        if (
            not kind
            and bare
            and not point.past
            and not text[start:begin].strip()
            and not text[match.end() : stop].strip(" .")
        ):
            kind = "by"  # a cell that holds "two weeks" and nothing else
        if not kind:
            return None
    elif _EVERY.search(before):
        return None
    elif LAG.match(text, match.end(), stop) or (kind == "before" and _OVER.match(text, match.end(), stop)):
        kind = "by"
    elif not kind and _stands_alone(rule, match[0], bare=bare):
        kind = "in"
    if rule.short and not bare and not _may_be_short(kind, words, match[0]):
        return None
    if not kind and (_LABELLED.match(match[0]) and _LABEL.search(before)):
        kind = "by"
    if not kind and (_closes(text, match, before, stop) or _is_noted(text, match, before, stop)):
        kind = "in"
    first = begin - (len(small) - lead.start()) if lead else begin
    if (kind == "before" or words in ("until", "till")) and _NEGATED.search(_clause(text, start, first)):
        kind = "from"
    return Found(first, begin, match.end(), point, words, kind)


def _names_a_thing(text: str, match: re.Match[str], before: str, stop: int) -> bool:
    """ "Sunday boats", "the May release", "dates for September": the time says which thing, not when."""
    words = match[0].split()
    which = words[0].lower() == "the" or before.lower().endswith(("the ", "its ", "their ", "our "))
    words = words[words[0].lower() == "the" :]
    name = words[-1].lower().removesuffix(".")
    if len(words) == 1 and name.endswith("day") and _DAY_OF_A_THING.match(text, match.end(), stop):
        return True
    if len(words) > 1 or name not in _MONTHS:
        return False
    return bool(_DATES_FOR.search(before) or (which and _MONTH_OF_A_THING.match(text, match.end(), stop)))


def _stands_alone(rule: Rule, words: str, *, bare: bool) -> bool:
    """Is the time a term without a word before it?"""
    return bare or (rule is not MEETINGS and (rule.alone or bool(_SELF.match(words))))


def _may_be_short(kind: str, lead: str, words: str) -> bool:
    """Is a short form a term?  "By 30/4", "next Sept." are; "up to 3/4" and "cut by 1/3" are none."""
    if kind == "in" and not lead:
        return bool(_SELF.match(words))
    if kind == "in" and lead == "in":
        return words[:3].casefold() in _SHORT_MONTHS and words[-1] == "."
    if kind not in ("by", "before") or lead in ("up to", "within", "inside"):
        return False
    return not (words[0].isdigit() and (lead == "to" or _FRACTION.match(words)))


def _closes(text: str, match: re.Match[str], before: str, stop: int) -> bool:
    """Does the time end the sentence, set off from it ("… hold a beach clean, Sat 21 June."), or bare as days may be ("will ring her Mon.", "to send the letter 10 May.")?"""
    apart = _SET_OFF.search(before) or (_WEEKDAY.fullmatch(match[0]) and _BEHIND_A_WORD.search(before))
    apart = apart or (
        _DAY.fullmatch(match[0]) and _BEHIND_A_TASK.search(text, max(0, match.start() - _TASK), match.start())
    )
    return bool(apart and _CLOSING.match(text, match.end(), stop))


def _is_noted(text: str, match: re.Match[str], before: str, stop: int) -> bool:
    """ "Audit planned Q2, RS to lead", "start likely March": in a note no word leads to the time for which something is planned."""
    return bool(_NOTED.search(before) and _SHUT.match(text, match.end(), stop))


def _clause(text: str, start: int, end: int) -> str:
    """The words of the clause before a place."""
    begin = max(text.rfind(mark, start, end) for mark in ".;:")
    return text[max(start, begin + 1) : end]


def _spell_kind(kind: str, lead: str, words: str, before: str, point: Point) -> str:
    """Is a length of time a window?  "Over two years" is; "for two years" tells how long something lasted."""
    if point.past:
        return "in" if kind or words.lower().endswith(("ago", "earlier", "before")) else ""
    if words.lower().endswith(("later", "from now", "hence", "from today", "from the meeting", "from this meeting")):
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
