"""Bodies that are called by a common word: "Monitor", "Shelter", "Mind".

Comes in: the attendance list and the mentions of a document.  Goes out: the same, with such a word as the body that somebody comes from.  The one idea: the word
alone tells nothing; where the list gives it as where somebody is from, and no longer title ends with it ("Chief Monitor"), it names the body in the whole document.
"""

from __future__ import annotations

from dataclasses import replace

from kg.lexicon import Known, Registry
from kg.model import Attendee, EntityType, Mention, Outline, Span
from kg.sentences import Tokens


def briefly_called(found: list[Mention], outline: Outline, text: str, registry: Registry) -> dict[str, Known]:
    """The bodies that the list names by such a word."""
    spans = {span.of(text) for one in outline.attendees for span in (one.organisation, one.post) if span}
    brief = {word: registry.brief[word] for word in spans & registry.brief.keys()}
    titles = [one.name.split() for one in found if one.type is EntityType.POST] if brief else []
    return {word: known for word, known in brief.items() if not any(word in title[1:] for title in titles)}


def as_homes(outline: Outline, text: str, brief: dict[str, Known]) -> Outline:
    """The list again: what looked like a post ("Oliver Penn – Monitor") is where somebody comes from."""
    return replace(outline, attendees=tuple(_at_home(one, text, brief) for one in outline.attendees))


def named(found: list[Mention], outline: Outline, text: str, tokens: Tokens, brief: dict[str, Known]) -> list[Mention]:
    """The mentions with such bodies where the list names them."""
    homes = [one.organisation for one in outline.attendees if one.organisation and one.organisation.of(text) in brief]
    places = {span.start for span in homes}
    others = [mention for mention in found if mention.span.start not in places]
    new = [_mention(span, tokens, brief[span.of(text)], span.of(text)) for span in homes]
    return sorted([*others, *new], key=lambda mention: mention.first)


def _at_home(one: Attendee, text: str, brief: dict[str, Known]) -> Attendee:
    """An entry without a body whose post is such a word."""
    if one.organisation is not None or one.post is None or one.post.of(text) not in brief:
        return one
    return replace(one, organisation=one.post, post=None)


def _mention(span: Span, tokens: Tokens, known: Known, word: str) -> Mention:
    first, last = tokens.range_of(span)
    return Mention(first, last, span, known.type, word, known=known.key)
