"""Each person of an attendance list once.

Comes in: attendees.  Goes out: the same without those who are named again.  The one idea: the same name, or a title and the same surname, is the same person.
"""

from __future__ import annotations

from kg.model import Attendee
from kg.structure.lines import key_of
from kg.structure.words import PERSONAL_TITLES, PLAIN_HONORIFICS

_BY_FIRST_NAME = frozenset({"sir", "dame", "lord", "lady"})  # "Sir Hugh" for Sir Hugh Bell


def once(text: str, attendees: list[Attendee]) -> list[Attendee]:
    """The first entry of a person; a later one, by the same name or by a title and the surname, would be the same person again."""
    seen: set[str] = set()
    kept = []
    for attendee in attendees:
        keys = _keys(attendee.name.of(text)) if attendee.name else []
        if not keys or not seen.intersection(keys[:1]):
            kept.append(attendee)
            seen.update(keys)
    return kept


def _keys(name: str) -> list[str]:
    """The name as written, and what minutes shorten it to."""
    words = key_of(name).split()
    short = [f"{words[0]} {words[-1]}"] if len(words) > 2 else []
    if words[0].rstrip(".") not in PLAIN_HONORIFICS or len(words) > 2:
        short += [f"{title} {words[-1]}" for title in PERSONAL_TITLES]
    if words[0] in _BY_FIRST_NAME and len(words) > 2:
        short.append(f"{words[0]} {words[1]}")
    return [" ".join(words), *short]
