"""Bodies of an attendance list that look like posts or persons, and that the rest of the list tells to be bodies.

Comes in: attendees.  Goes out: the same, with such a name as the body that somebody comes from.  The one idea: one post is not held by two of a list,
nobody comes from a post, and where one comes from, no other is called.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from kg.model import Attendee, Span
from kg.structure.fields import fields_of
from kg.structure.lines import key_of
from kg.structure.posts import capitals, is_office
from kg.structure.words import LABEL_ROLES


def with_homes(text: str, attendees: list[Attendee]) -> list[Attendee]:
    """The attendees, each with the body that the whole list tells."""
    homes = {_words(text, one.organisation) for one in attendees if one.organisation}
    return _chairs_elsewhere(text, _named_as_homes(text, _seats_as_bodies(text, attendees, homes), homes))


def _chairs_elsewhere(text: str, attendees: list[Attendee]) -> list[Attendee]:
    """ "Dr Ann Bell, Chair, Patients' Forum", where somebody else is in the chair: her post in that body, and no part in the meeting."""
    chairs = [one for one in attendees if one.role == "chair" and one.name]
    elsewhere = [one for one in chairs if one.organisation and one.post is None]
    if not 0 < len(elsewhere) < len(chairs):
        return attendees
    return [_with_chair_as_post(text, one) if one in elsewhere else one for one in attendees]


def _with_chair_as_post(text: str, one: Attendee) -> Attendee:
    fields = [field for field in fields_of(text, one.span) if LABEL_ROLES.get(key_of(field.words)) == "chair"]
    before = [field for field in fields if one.organisation and field.span.end <= one.organisation.start]
    return replace(one, role=None, post=before[0].span) if before else one


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
