"""Who came in while the meeting was going on, as a sentence of the minutes tells it.

Comes in: the span of a paragraph.  Goes out: Entries with the Label of having taken part for a while.  The one idea: "joined the meeting", "attended for this
item" and "was welcomed to the meeting" are said of those present and of nobody else, wherever in the minutes they stand.
"""

from __future__ import annotations

from kg.model import Attendance, Span
from kg.patterns import expression
from kg.structure.labels import Label
from kg.structure.named import Told, at, named
from kg.structure.people import LETTERS
from kg.structure.words import FINITE, PAST

_CUES = (  # one of them is in each
    "joined ", "joins ", "attended ", "in attendance ", "dialled in", "phoned in", "entered the ", "welcomed",
)  # fmt: skip
_BEGINS = r"(?:^|(?<=[.!?\])][ \n])|(?<=\n))[\[(]?(?:(?:When|After|Once|As|Before|Until) )?"
_WORDS = (  # no full stop but that of an initial or title
    r"(?!When|After|Once|As |Before|Until)[A-Z](?:[^.:;!?\[\]]|(?<=\b[A-Z])\.|(?<=\b[MD][rs])\.|(?<=\bMrs)\.){2,180}?"
)
_MEETING = r"(?:meeting|call|discussion|session|proceedings)"
_BODY = r"(?:panel|board|committee|council)"  # which one may join for years
_PART = (
    r"(?:(?:for|at) (?:this|that|the) (?:(?:next|following|first|second|third|last|final|relevant) )?(?:item|point|part|stage|discussion|presentation|session)s?\b"
    r"|for (?:agenda )?items? \d|(?:by|via|over) (?:tele|phone|video|teams|zoom|skype|conference|link)|remotely|online|to present\b|to speak (?:to|on)\b|to give\b)"
)
_CAME = expression(  # those named, then what they did
    rf"{_BEGINS}(?P<who>{_WORDS}),?\s+(?:(?:then|also|both|all|now|had|having|has|have) )*(?:"
    rf"(?:re-?)?join(?:ed|s) (?:the {_MEETING}\b|(?:the {_BODY} )?{_PART})|attended (?:the {_MEETING} )?{_PART}"
    rf"|(?:was|were) in attendance {_PART}|(?:dialled|phoned) in\b|entered the (?:meeting|room)\b|(?:was|were) welcomed to the {_MEETING}\b)"
)
_BEHIND = expression(  # what was done, then those named
    rf"\b(?:(?:was|were) (?:then |now )?joined (?:at this point |{_PART} )?by|welcomed)\s+(?P<who>{_WORDS})"
    rf"(?P<end>,? who (?:had |was |were )?(?:also )?(?:joined|joining|attended|attending)\b|,? to (?:the|this|his|her|their)(?: first| second)? {_MEETING}\b|[.](?=\s|$))"
)
_VERBS = FINITE | PAST | {"that", "which", "who"}
_LABEL = Label(Attendance.PART)


def joining(text: str, span: Span) -> list[Told]:
    """Those who are told to have come in."""
    raw = span.of(text)
    if not any(map(raw.__contains__, _CUES)):
        return []
    matches = [
        one for pattern in (_CAME, _BEHIND) for one in pattern.finditer(raw) if _VERBS.isdisjoint(one["who"].split())
    ]
    told = [one for match in matches for one in named(text, at(span, match, "who"), _LABEL)]
    return [(entry, label) for entry, label in told if entry.name and _is_full(entry.name.of(text))]


def _is_full(name: str) -> bool:
    """More than a first name or initials, by which minutes call those whom they have named already."""
    return " " in name and not LETTERS.fullmatch(name)
