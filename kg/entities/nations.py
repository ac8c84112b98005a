"""Posts that each nation has of its own: "the Children's Commissioner" in a note of Northern Irish bodies is not England's.

Comes in: the mentions of a document and its outline.  Goes out: the same mentions, a bare title as the post of the nation that the bodies there are of, or as
no known post.  The one idea: the registry knows a bare title as England's; where those who meet come from one other nation, it is that nation's.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.entities.bodies import Bodies
from kg.lexicon import Known, Registry
from kg.lexicon.lists import lists
from kg.model import EntityType, Mention, Outline

_NATIONS = lists("names").values("nations-by-word")  # by the words that tell them
_ENGLAND = "england"


def nation_there(text: str, outline: Outline, bodies: Bodies) -> str | None:
    """The one nation besides England whose bodies meet; None where there is none, more than one, or more bodies of none than of it."""
    there = [_told_by(words, bodies) for words in dict.fromkeys(_words_of_those_there(text, outline))]
    known = [told for told in there if told is not None]
    nations = set().union(*known)
    most = sum(map(bool, known)) * 2 >= len(known)
    return next(iter(nations)) if len(nations) == 1 and most and _ENGLAND not in nations else None


def at_home(found: list[Mention], nation: str | None, registry: Registry) -> tuple[list[Mention], frozenset[str]]:
    """The mentions, bare titles of another nation as those of this one; and the posts that such titles do not mean here."""
    if nation is None:
        return found, frozenset()
    whole = {mention.known for mention in found if mention.known and _nations(mention.name)}
    foreign = {
        mention.known
        for mention in found
        if mention.known and mention.type is EntityType.POST and _is_foreign(registry.things[mention.known], nation)
    } - whole
    return [_meant(mention, foreign, nation, registry) for mention in found], frozenset(foreign)


def _meant(mention: Mention, foreign: set[str], nation: str, registry: Registry) -> Mention:
    if not mention.known or mention.known not in foreign:
        return mention
    own = [one for one in registry.things.values() if mention.name in one.short and nation in _nations_of(one)]
    return replace(mention, known=own[0].key if len(own) == 1 else None)


def _words_of_those_there(text: str, outline: Outline) -> Iterator[str]:
    if outline.title:
        yield outline.title.of(text)
    for one in outline.attendees:
        for span in (one.organisation, one.post):
            if span:
                yield span.of(text)


def _told_by(words: str, bodies: Bodies) -> set[str] | None:
    """The nations that words tell; None where they name nothing that is known."""
    known = bodies.lookup(words.partition("(")[0].strip())
    told = _nations(words) | (_of_whole(known, bodies.lexicon.registry) if known else set())
    return told if told or known else None


def _of_whole(known: Known, registry: Registry) -> set[str]:
    """The nations that its names tell, else those of the body that it is in or a part of."""
    above = registry.things.get(known.post_in or known.part_of or "")
    return _nations_of(known) or (_of_whole(above, registry) if above else set())


def _is_foreign(known: Known, nation: str) -> bool:
    told = _nations_of(known)
    return _ENGLAND in told and nation not in told


def _nations_of(known: Known) -> set[str]:
    return {nation for name in (known.label, *known.names) for nation in _nations(name)}


def _nations(words: str) -> set[str]:
    return {nation for word, nation in _NATIONS.items() if word in words}
