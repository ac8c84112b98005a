"""Bodies of an attendance list that look like posts or persons, and that the rest of the list tells to be bodies.

Comes in: attendees.  Goes out: the same, with such a name as the body that somebody comes from.  The one idea: one post is not held by two of a list,
nobody comes from a post, and where one comes from, no other is called.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from kg.model import Attendee, Span
from kg.structure.posts import capitals, is_office


def with_homes(text: str, attendees: list[Attendee]) -> list[Attendee]:
    """The attendees, each with the body that the whole list tells."""
    homes = {_words(text, one.organisation) for one in attendees if one.organisation}
    return _named_as_homes(text, _seats_as_bodies(text, attendees, homes), homes)


def _seats_as_bodies(text: str, attendees: list[Attendee], homes: set[str]) -> list[Attendee]:
    """ "Ann Bell, Heat Regulator" and "Tom Oakes, Heat Regulator", or "Tom Oakes, HR": both come from that body."""
    titles = Counter(_words(text, one.post) for one in attendees if _is_alone(one) and one.post)
    bodies = {
        title for title, times in titles.items()
        if is_office(title) and (times > 1 or not homes.isdisjoint({title, capitals(title)}))
    }  # fmt: skip
    return [
        replace(one, post=None, organisation=one.post)
        if one.post and _is_alone(one) and _words(text, one.post) in bodies
        else one
        for one in attendees
    ]


def _named_as_homes(text: str, attendees: list[Attendee], homes: set[str]) -> list[Attendee]:
    """ "Neil Farr, Cadell Water", where others come from Cadell Water: no second person, but where the first one comes from."""
    kept: list[Attendee] = []
    for one in attendees:
        if one.name is None or not _is_alone(one) or one.post or _words(text, one.name) not in homes:
            kept.append(one)
        elif kept and _is_alone(kept[-1]) and text[kept[-1].span.end : one.span.start].strip() in {",", "–", "-"}:
            whole = Span(kept[-1].span.start, one.span.end)
            kept[-1] = replace(kept[-1], span=whole, organisation=one.name)
        else:
            kept.append(replace(one, name=None, organisation=one.name))
    return kept


def _is_alone(attendee: Attendee) -> bool:
    """Has a name no body that it would come from?"""
    return attendee.name is not None and attendee.organisation is None


def _words(text: str, span: Span) -> str:
    return " ".join(span.of(text).split())
