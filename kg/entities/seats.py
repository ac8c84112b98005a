"""Posts that are institutions: "the Scottish Housing Ombudsman", "the Public Communications Auditor (PCA)", whom nobody who is named holds.

Comes in: the mentions of a document.  Goes out: the same, with such posts as bodies.  The one idea: an ombudsman, a regulator or an adjudicator of whom the minutes
tell no person, no office and no deputy is spoken of as a body.
"""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple, Self

from kg.lexicon.lists import lists
from kg.model import EntityType, Mention
from kg.sentences import Tokens

_TITLES = lists("titles")
_SEATS, _WITH_LETTERS = _TITLES.words("seats"), _TITLES.words("seats-with-letters")
_DEPUTIES = _TITLES.words("deputies")
_OFFICES = ("office", "service", "staff", "team")
_OF_OFFICE = ["office", "of", "the"]
_NEAR = 4  # tokens between a person and a post that they hold


def as_bodies(found: list[Mention], tokens: Tokens, titles: set[str], title_end: int) -> list[Mention]:
    """The mentions of a document, posts that are institutions as bodies; ``titles`` are the posts of its attendance list.  Whom the
    title of the minutes (up to ``title_end``) names meets others, and is somebody."""
    alike: dict[str, list[Mention]] = {}
    listed = "\n".join(titles)
    for mention in found:
        if _is_seat(mention, listed):
            alike.setdefault(mention.name, []).append(mention)
    if not alike:
        return found
    named, met = _Named.of(found), {mention.name for mention in found if mention.span.start < title_end}
    bodies = {
        name for name, places in alike.items() if name not in met and _is_institution(name, places, tokens, named)
    }
    return [
        _body(mention) if mention.type is EntityType.POST and mention.name in bodies else mention for mention in found
    ]


class _Named(NamedTuple):
    """Whom a document names: the tokens of its persons, all names once, those of posts and of offices."""

    people: frozenset[int]
    names: str
    posts: frozenset[str]
    offices: frozenset[str]  # their words

    @classmethod
    def of(cls, found: list[Mention]) -> Self:
        names = {mention.name for mention in found}
        people = (mention for mention in found if mention.type is EntityType.PERSON)
        return cls(
            frozenset(k for one in people for k in (one.first, one.last)),
            "\n".join(names),
            frozenset(mention.name for mention in found if mention.type is EntityType.POST),
            frozenset(word.replace("'s", "") for name in names if "ffice" in name for word in name.split()),
        )


def _is_seat(mention: Mention, titles: str) -> bool:
    """Is it a post by its form whose title says that it is an institution, and that nobody on the list has?"""
    if mention.type is not EntityType.POST or mention.known:
        return False
    words = mention.name.split()
    if len(words) < 2 or not _DEPUTIES.isdisjoint(map(str.lower, words)):
        return False
    seat = not _SEATS.isdisjoint(words) or (bool(mention.acronym) and not _WITH_LETTERS.isdisjoint(words))
    return seat and mention.name not in titles


def _is_institution(name: str, places: list[Mention], tokens: Tokens, named: _Named) -> bool:
    """Does the text tell of no person who has this post, and of no office, by another name?"""
    head = next(word for word in name.split() if word in _SEATS or word in _WITH_LETTERS)
    if head in named.posts or head in named.offices:  # "the Ombudsman said": somebody who is there
        return False
    if named.names.count(name) > 1:  # "Water Adjudicator for Wales"
        return False
    return not any(_is_held(one, tokens, named) for one in places)


def _is_held(place: Mention, tokens: Tokens, named: _Named) -> bool:
    """Does a person stand beside it, or is it told whose office, staff or matter something is?"""
    if not named.people.isdisjoint(range(place.first - _NEAR + 1, place.last + _NEAR)):
        return True
    lows = tokens.lows
    owns = lows[place.last - 1].endswith(("'s", "'")) or lows[place.last] in _OFFICES
    return owns or lows[place.first - 3 : place.first] == _OF_OFFICE


def _body(mention: Mention) -> Mention:
    return replace(mention, type=EntityType.ORGANISATION, head=mention.name.split()[-1], scope="")
