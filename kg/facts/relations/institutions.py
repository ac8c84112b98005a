"""Offices that a person, a post or its letters stand for: "her office", "the office of the Ombudsman", "NIPSO".

Comes in: a post or an actor.  Goes out: the key of a body, or a :class:`Party`.  The one idea: a post that is an institution, held by nobody who is
there, is meant as its office.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from kg.facts import clauses
from kg.facts.context import PERSONAL
from kg.facts.inspections.subjects import Subjects
from kg.facts.offices import seat
from kg.facts.relations.party import Party
from kg.model import EntityType, Mention


@dataclass(slots=True)
class Institutions:
    """Finds those of one document."""

    who: Subjects

    def institution(self, key: str, mention: Mention) -> str | None:
        """ "the Tenancies Ombudsman", whom nobody there is: the office of a post that is an institution."""
        cast = self.who.context.cast
        body = cast.table.get(self.who.as_body(key))
        if body is not None and mention.name.isupper() and mention.name in body.names:
            return body.key  # "NIPSO", whose letters stand for the office as for the post
        if (
            mention.type is not EntityType.POST
            or key in cast.listed
            or cast.holder(key) != key
            or (len(mention.name.split()) < 2 and not _stands_for_words(mention.name))
        ):
            return None
        office = seat(self.who.context, key, mention.first, mention.last)
        if office and (draft := cast.table.get(office)):
            draft.call(mention.name)
        return office

    def office_of(self, k: int, last: int) -> Party | None:
        """ "the office of the Assembly Ombudsman"."""
        k += self.who.context.tokens.lows[k : k + 1] == ["the"]
        mention = self.who.context.mention_at.get(k)
        if mention is None or mention.last > last:
            return None
        office = self.institution(self.who.context.cast.by_first[k], mention)
        return Party((office,), k, mention.last) if office else None

    def whose_office(self, k: int, end: int) -> Party | None:
        """ "Dr Keats, whose office (inspects)": of the person or post named before a token."""
        context = self.who.context
        named = context.name_around(end - 1 - (context.tokens.words[end - 1] == ","))
        key = context.cast.by_first[named.first] if named else None
        personal = key is not None and context.type_of(key) in PERSONAL
        return self.staff(k, clauses.Actor(k, k + 2, key, staff="office")) if personal else None

    def staff(self, k: int, actor: clauses.Actor) -> Party | None:
        """ "her office", "the Commissioner's inspectors"."""
        context = self.who.context
        agents = self.who.discourse.of(actor)
        for key in agents:
            if key in context.lexicon.registry.things and context.cast.table.get(key) is None:
                context.cast.resolver.known(
                    key, context.tokens.span(k, actor.last)
                )  # an office that the text names here first
        keys = tuple(body for key in agents if (body := self.who.as_body(key)))
        staffed = actor.staff not in {"office", "inspectorate", "organisation", "department"}
        return Party(keys, k, actor.last, head=actor.staff if staffed else "") if keys else None

    def _past_bracket(self, party: Party, last: int) -> Party:
        """Behind the short form in brackets."""
        words = self.who.context.tokens.words
        if party.last + 2 < last and words[party.last] == "(" and not party.head:
            end = next((m for m in range(party.last + 1, min(last, party.last + 8)) if words[m] == ")"), -1)
            return replace(party, last=end + 1) if end > 0 else party
        return party


def _stands_for_words(name: str) -> bool:
    """ "ECOS": letters that stand for the words of a name."""
    return name.isupper() and len(name) > 2
