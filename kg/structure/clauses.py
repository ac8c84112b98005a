"""The clauses of a sentence on who was there, each with a verb of its own.

Comes in: the span of the sentence.  Goes out: the spans of its clauses, and for each who comes before a verb of being there ("attended", "kept this record")
or of staying away ("had hoped to attend", "sent apologies").  The one idea: "and the …" or a semicolon begins a clause where the words before have such a verb.
"""

from __future__ import annotations

import re

from kg.model import Span
from kg.patterns import expression

_AUX = r"(?:had been |has been |have been |was |were |is |are )(?:also )?"
_TAIL = (  # what may follow "attended": the end, or how, when and in what part
    r"(?=\s*(?:[,.;:]|$|\s(?:the (?:meeting|call|visit|discussion|session)|for\b|by\b|via\b|remotely|online|as\b|in\b|from\b|until\b"
    r"|throughout|on behalf|instead|and\b|but\b|at\b|with\b|to\b)))"
)
_ABSENT = expression(
    r"(?P<who>[^:;]{4,220}?)(?:,? (?:was|were|had been|being|having been|who|whom|detained|kept)\b[^;:.]*?)??,?(?: and)?\s+(?:"
    r"(?:(?:had been|was|were) (?:also )?(?:invited|expected|due),? but )?"
    r"(?:had |have |has |also )?(?:sent|gave|given|offered|submitted|tendered|conveyed)\s+(?:their |his |her )?(?:apologies|regrets)\b(?! and (?:gave|undertook|[a-z]+ed)\b)"
    r"|who (?:was|were|had) (?:to have|hoped to|meant to|been due to|due to) (?:come|attend(?:ed)?|join(?:ed)?|been there)\b"
    rf"|{_AUX}(?:unable to (?:attend|be present|join|come|take part|be there|travel|make it)|absent|unwell"
    r"|expected(?=\W*$|[,;]| but\b| and\b| to (?:attend|be (?:there|present)|come|join|take part)\b)"
    r"|not (?:present|able to (?:attend|join|be present)|in attendance))\b"
    r"|(?:begged|asked) to be excused(?! from)|(?:was|were) (?:detained|laid (?:low|up)|kept (?:away|at home)|called away)\b"
    r"|(?:(?:could|did|can)(?: not|n[’']t)|cannot) (?:attend|be present|join|take part|come|be there|make it)\b"
    r"|had (?:also )?(?:hoped|intended|meant|been due|been expected) to (?:attend|be (?:there|present)|join|take part|come)\b)"
)
_ABSENCE = (  # one of them is in each
    "apologies", "regrets", "unable to ", "absent", "unwell", "expected", "not present", "not able to ", "not in attendance", "excused", "detained", "laid ",
    "kept a", "called away", "t attend", "t be ", "t join", "t take ", "t come", "t make it", "hoped to ", "was to have ", "were to have ", "intended to ", "meant to ", "due to ",
)  # fmt: skip
_SPEAKING = expression(
    r"\b(?:said|told|asked|reported|explained|noted|replied|answered|added|advised|confirmed|thought|stated|felt|[a-z]+ed that)\b"
)
_COMING = expression(r"\b(?:attend|present|join|come|part|there|make|travel|apologies|regrets|excused|attendance)\b")
_BEFORE = expression(  # those named, then what they did
    r"(?P<who>[A-Z][^:]{2,420}?),?\s+(?:also |both |all |had |then |again |kindly )*(?<! be )(?P<verb>"
    r"(?:attended|participated|observed(?!,? [^.;]*\bthat\b)|sat in|dialled in|phoned in|took part|presided|chaired|minuted"
    r"|was present|were present|was in attendance|were in attendance|(?:was|were) (?:also )?on the (?:call|line))"
    rf"{_TAIL}"
    r"|(?:was|were) (?:also )?present\b|(?:was|sat) in the chair|(?:took|taking|in) the chair"
    r"|joined (?:(?:the )?(?:meeting|call|discussion|group|party|tour|visit|visitors|delegation|us|them|him|her|those|by|via|on|remotely|online|for|from|in|at)\b)"
    r"|(?:kept|keeping|took|taking|made|wrote|prepared) (?:this|the|these|a) (?:record|minutes?|notes?)\b"
    r"|(?:was|were) at (?:his|her|their|the) (?:[\w’']+ )?(?:side|elbow|right hand|left hand|shoulder)\b|(?:was|were) (?:good|kind) enough to (?:join|attend|come)\b"
    r"|(?:was|were) (?:also )?(?:of the party|there|in the room|with (?:him|her|them)\b)|came too"
    r"|(?:came|attended) (?:alone|unaccompanied|by (?:himself|herself))\b|came (?:with (?:him|her|them)|for (?:the|[A-Z])|on behalf of)"
    r"|(?:acted|served|sat) as (?:secretary|clerk|chair|minute|note)\w*)"
)
_COMING_SIGNS = (  # one of them is in each
    "attend", "participated", "observed", "sat in", " in the chair", "led in", "phoned in", "took part", "presided", "chaired", "minute", "present",
    "on the call", "on the line", "the chair", "joined ", " record", " note", " at his ", " at her ", " at their ", " at the ", " enough to ", " of the party",
    " there", " in the room", " with him", " with her", " with them", "came ", " as ",
)  # fmt: skip
_JOINED = expression(r",\s+(?:and|but|while)\s+(?=(?:the\s+)?[\w’' ]+,?)|;\s+(?:and\s+)?")


def clauses(text: str, span: Span) -> list[Span]:
    """The clauses that "and the …" or a semicolon joins, each with a verb of its own."""
    parts, start = [], span.start
    for match in _JOINED.finditer(span.of(text)):
        part = Span(start, span.start + match.start())
        if attending(text, part) or absence(text, part):
            parts.append(part)
            start = span.start + match.end()
    return [*parts, Span(start, span.end)]


def attending(text: str, span: Span) -> re.Match[str] | None:
    """Who came, and behind it the verb that tells so."""
    words = span.of(text)
    return _BEFORE.match(text, span.start, span.end) if any(map(words.__contains__, _COMING_SIGNS)) else None


def absence(text: str, span: Span) -> re.Match[str] | None:
    """Who did not come, where a word that tells of it is there at all."""
    words = span.of(text)
    match = _ABSENT.match(text, span.start, span.end) if any(map(words.__contains__, _ABSENCE)) else None
    return None if match and _speaks(match[0]) else match


def _speaks(words: str) -> bool:
    """ "Mr Roe replied that a decision was expected": somebody speaks, and nothing tells of his coming to the meeting."""
    return bool(_SPEAKING.search(words) and not _COMING.search(words))
