"""From the entries of an attendance list to participants."""

from __future__ import annotations

from kg.entities.draft import Draft
from kg.entities.resolve import Resolver
from kg.model import Attendee, EntityType, Mention, Outline, Participant, Span
from kg.terms import slug


def participants(text: str, outline: Outline, resolver: Resolver) -> list[Participant]:
    """One participant for each entry, in order; persons are linked with the post and the body that their entry names."""
    return [_participant(text, attendee, resolver) for attendee in outline.attendees]


def _participant(text: str, attendee: Attendee, resolver: Resolver) -> Participant:
    body = _body(text, attendee.organisation, resolver)
    agent = _agent(text, attendee, resolver, body)
    if agent.type is EntityType.PERSON:
        agent.member_of = agent.member_of or body
        if attendee.post is not None:
            agent.holds = agent.holds or _post(text, attendee.post, resolver, body).key
    if attendee.initials:
        agent.call(attendee.initials)
    return Participant(agent.key, attendee.attendance, attendee.span, representing=body, role=attendee.role)


def _agent(text: str, attendee: Attendee, resolver: Resolver, body: str | None) -> Draft:
    if attendee.name is not None:
        return resolver.person(_plain(attendee.name.of(text)), attendee.name)
    if attendee.post is not None:
        return _post(text, attendee.post, resolver, body)
    span = attendee.organisation or attendee.span
    return resolver.body(_plain(span.of(text)), span)


def _body(text: str, span: Span | None, resolver: Resolver) -> str | None:
    if span is None:
        return None
    name = _plain(span.of(text))
    return resolver.body(name, span).key if name else None


def _post(text: str, span: Span, resolver: Resolver, body: str | None) -> Draft:
    """The post of an entry: known, or a post of the body that the entry names."""
    name = _plain(span.of(text))
    mention = Mention(0, 0, span, EntityType.POST, name, head=name)
    if (thing := resolver.lookup(name)) and thing.type is EntityType.POST:
        return resolver.known(thing.key, span, name)
    if body:
        key = f"post/{body.removeprefix('organisation/')}/{slug(name)}"
        draft = resolver.table.take(key, EntityType.POST, name, span, "attendance list")
        draft.post_in = body
        return draft
    return resolver.post(mention)


def _plain(words: str) -> str:
    return " ".join(words.replace("’", "'").split()).strip(" ,;:-–")
