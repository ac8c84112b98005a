"""From a mention to the thing it names, each decision with its reason; bodies and posts have modules of their own."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.entities import people
from kg.entities.bodies import only
from kg.entities.draft import Draft
from kg.entities.persons import Persons
from kg.entities.posts import Posts
from kg.lexicon.lists import lists
from kg.model import BODIES, EntityType, Mention, Span
from kg.terms import slug

_SEATS = lists("titles").words("seats")


@dataclass(slots=True)
class Resolver(Posts):
    """Turns mentions into entities of one document."""

    persons: Persons = field(init=False)

    def __post_init__(self) -> None:
        self.persons = Persons(self.lexicon, self.table)

    def resolve(self, mention: Mention) -> Draft | None:
        """The entity of a mention, or ``None`` where nothing can be said."""
        if mention.known:
            draft = self.known(mention.known, mention.span, mention.name)
            if mention.type is EntityType.POST and draft.post_in in self.lexicon.registry.things:
                self._named_within(draft.post_in, mention)
            return draft
        if mention.type in BODIES:
            return self.body(mention.name, mention.span, mention)
        if mention.type is EntityType.POST:
            return self.post(mention)
        if mention.type is EntityType.PERSON:
            return self.person(mention.name, mention.span)
        if mention.type in {EntityType.PROGRAMME, EntityType.LEGISLATION, EntityType.REPORT}:
            return self.table.take(
                f"{mention.type.value}/{slug(mention.name)}", mention.type, mention.name, mention.span, "its form"
            )
        return None

    def _named_within(self, body: str, mention: Mention) -> None:
        """A body that the name of its post spells out is named as well ("Chair of the Parole Board"), and one that is called as its head is."""
        if not _SEATS.isdisjoint(mention.name.split()):  # "the Scottish Public Services Ombudsman"
            self.known(body, mention.span, mention.name)
            return
        thing = self.lexicon.registry.things[body]
        names = (name for name in (thing.label, *thing.names) if len(name) > 2)
        if any(name in mention.name and name != mention.name for name in names):
            self.known(body, mention.span)

    def join(self, draft: Draft, other: Draft) -> Draft:
        """Make one thing of two: the first is forgotten, its places and names are the other's."""
        for place in draft.mentions:
            other.note(place)
        other.call(draft.label, *draft.names)
        self.table.forget(draft.key)
        return other

    def link_anew(self, joined: dict[str, str]) -> None:
        """Let what belonged to things that became others (by key, in the order in which they did) belong to those."""
        meant: dict[str | None, str] = {}
        for key, other in reversed(joined.items()):
            meant[key] = meant.get(other, other)
        for each in self.table.drafts.values() if meant else ():
            each.post_in = meant.get(each.post_in, each.post_in)
            each.part_of = meant.get(each.part_of, each.part_of)

    def person(self, name: str, span: Span | None) -> Draft:
        """A person by name; a surname with a title is the person of that surname already named, if there is just one."""
        titles, rest = self.persons.parts(name)
        if (thing := self.lookup(name)) and thing.type is EntityType.PERSON:
            draft = self.known(thing.key, span, name)
            draft.gender = people.titled(titles, self.lexicon) or draft.gender
            return draft
        if one := self._person_called(name, titles, rest):
            one.note(span)
            one.call(name)
            one.gender = people.titled(titles, self.lexicon) or one.gender
            return one
        called = " ".join(name.split() if len(rest) == 1 and titles else rest)
        draft = self.table.take(f"person/{slug(called)}", EntityType.PERSON, name, span, "a name by its form")
        draft.call(called)
        draft.gender = draft.gender or people.gender_of(titles, rest, self.lexicon)
        return draft

    def _person_called(self, name: str, titles: list[str], rest: list[str]) -> Draft | None:
        """The only person of a surname, or who was found to be called by the whole name."""
        if len(rest) > 1:
            return self.table.called(name, EntityType.PERSON)
        same = self.persons.of_surname(rest[0]) or (self.persons.of_initial(rest[0]) if titles else [])
        return only(same)
