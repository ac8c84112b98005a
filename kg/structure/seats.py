"""Regulators and ombudsmen that are bodies, though their names are those of posts.

Comes in: attendees.  Goes out: the same, with such a name as the body that somebody comes from.  The one idea: one post is not held by two of a list,
nor does anybody come from it.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from kg.model import Attendee, Span
from kg.structure.posts import is_office


def seats_as_bodies(text: str, attendees: list[Attendee]) -> list[Attendee]:
    """ "Ann Bell, Heat Regulator" and "Tom Oakes, Heat Regulator", or "Tom Oakes, HR": both come from that body."""
    homes = {_words(text, one.organisation) for one in attendees if one.organisation}
    titles = Counter(_words(text, one.post) for one in attendees if _is_alone(one) and one.post)
    bodies = {
        title for title, times in titles.items()
        if is_office(title) and (times > 1 or not homes.isdisjoint({title, _letters(title)}))
    }  # fmt: skip
    return [
        replace(one, post=None, organisation=one.post)
        if one.post and _is_alone(one) and _words(text, one.post) in bodies
        else one
        for one in attendees
    ]


def _is_alone(attendee: Attendee) -> bool:
    """Does a name have a post, and no body that it would be a post of?"""
    return attendee.name is not None and attendee.organisation is None


def _words(text: str, span: Span) -> str:
    return " ".join(span.of(text).split())


def _letters(title: str) -> str:
    """The initials of a title, by which minutes call a body again."""
    return "".join(word[0] for word in title.split() if word[0].isupper())
