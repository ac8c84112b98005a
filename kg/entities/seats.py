"""Posts that are institutions: "the Scottish Housing Ombudsman", "the Public Communications Auditor (PCA)", whom nobody who is named holds.

Comes in: the mentions of a document.  Goes out: the same, with such posts as bodies.  The one idea: an ombudsman, a regulator or an adjudicator of whom the minutes
tell no person, no office and no deputy is spoken of as a body.
"""

from __future__ import annotations

from dataclasses import replace

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
    for mention in found:
        if _is_seat(mention, titles):
            alike.setdefault(mention.name, []).append(mention)
    people = [mention for mention in found if mention.type is EntityType.PERSON]
    met = {mention.name for mention in found if mention.span.start < title_end}
    bodies = {
        name
        for name, places in alike.items()
        if name not in met and _is_institution(name, places, tokens, people, found)
    }
    return [
        _body(mention) if mention.type is EntityType.POST and mention.name in bodies else mention for mention in found
    ]


def _is_seat(mention: Mention, titles: set[str]) -> bool:
    """Is it a post by its form whose title says that it is an institution, and that nobody on the list has?"""
    words = mention.name.split()
    if (
        mention.type is not EntityType.POST
        or mention.known
        or len(words) < 2
        or any(mention.name in title for title in titles)
    ):
        return False
    if _DEPUTIES & {word.lower() for word in words}:
        return False
    return not _SEATS.isdisjoint(words) or (bool(mention.acronym) and not _WITH_LETTERS.isdisjoint(words))


def _is_institution(
    name: str, places: list[Mention], tokens: Tokens, people: list[Mention], found: list[Mention]
) -> bool:
    """Does the text tell of no person who has this post, and of no office, by another name?"""
    held = any(
        abs(one.first - other.last) < _NEAR or abs(other.first - one.last) < _NEAR for one in places for other in people
    )
    owns = any(tokens.lows[one.first - 3 : one.first] == _OF_OFFICE for one in places) or any(
        tokens.lows[one.last - 1].endswith(("'s", "'")) or tokens.lows[one.last] in _OFFICES for one in places
    )
    head = next(word for word in name.split() if word in _SEATS | _WITH_LETTERS)
    others = any(name in other.name and other.name != name for other in found)  # "Water Adjudicator for Wales"
    alone = any(
        other.type is EntityType.POST and other.name == head for other in found
    )  # "the Ombudsman said": somebody who is there
    office = any(head in other.name.replace("'s", "").split() and "ffice" in other.name for other in found)
    return not (held or owns or others or alone or office)


def _body(mention: Mention) -> Mention:
    return replace(mention, type=EntityType.ORGANISATION, head=mention.name.split()[-1], scope="")
