"""Who came in the place of another ("Emma Pryor – Information Office (Dr Simon Reece attended in her place)").

Comes in: the text and the lines of the opening.  Goes out: the text without what tells of deputies, every offset kept, and the places of their names.  The
one idea: who stands in for somebody is no part of that entry, but another who was there, from the same body.
"""

from __future__ import annotations

from kg.model import Attendance, Attendee, Span, blanked
from kg.patterns import expression
from kg.structure.lines import Line
from kg.structure.people import read_name

_NAME = r"[A-Z][\w’'.-]+(?: [A-Z][\w’'.-]+){1,4}"
_CAME = r"(?:attended|attending|deputised|deputising|substituted|substituting|came|stood in|standing in)"
_PLACE = r"(?:in (?:his|her|their) (?:place|stead|absence)|for (?:him|her|them)|instead|on (?:his|her|their) behalf|as (?:his|her|their) (?:deputy|substitute))"
_STANDING_IN = expression(
    rf"\s*[(\[](?:(?:deputy|substitute|sub|alternate)\s*[:–-]\s*(?P<sub>{_NAME})|(?P<who>{_NAME}) {_CAME}(?: {_PLACE})?)[)\]]"
    rf"|[,;.]\s+(?P<clause>{_NAME}) {_CAME} {_PLACE}"
)
_CUES = ("attend", "deput", "substitut", "sub:", "alternate", " came ", "stood in", "standing in")


def without_deputies(text: str, lines: list[Line]) -> tuple[str, list[Span]]:
    """The text with spaces for what tells of deputies, and where the names of those stand."""
    holes, names = [], []
    for line in lines:
        if any(map(line.words.__contains__, _CUES)):
            for match in _STANDING_IN.finditer(text, line.span.start, line.span.end):
                name = Span(*match.span(match.lastgroup or 0))
                if read_name(name.of(text)).end == len(name):
                    holes.append(Span(*match.span()))
                    names.append(name)
    return (blanked(text, holes) if holes else text), names


def standing_in(names: list[Span], attendees: list[Attendee]) -> list[Attendee]:
    """The deputies, each from the body of the one whose entry stands before."""
    found = []
    for name in names:
        before = [one for one in attendees if one.span.start < name.start]
        if before and before[-1].attendance is Attendance.APOLOGIES:
            found.append(Attendee(name, Attendance.PRESENT, name, None, None, before[-1].organisation, None, None))
    return found
