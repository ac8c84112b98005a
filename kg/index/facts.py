"""The facts of a store as the index keeps them.

Comes in: a Source.  Goes out: Facts, sorted by day, document and place.  The one idea: a fact names things in roles; an agent
brings the bodies that it stands for, and it can always be told through whom a body is named.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType

from kg.index.declared import FactKind, fact_kinds, local
from kg.index.parties import Parties
from kg.index.source import Source
from kg.terms import DATA, expand

_NOBODY: Mapping[str, frozenset[str]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Role:
    """A thing that a fact names: in which role, through which agent (``None``: itself), in which words of its own."""

    role: str
    thing: str
    through: str | None
    quote: str | None

    @property
    def agent(self) -> str:
        """Whom the words name."""
        return self.through or self.thing


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact with everything that is told of it; ``stands`` says for which bodies its agents stand."""

    iri: str
    kind: str
    text: str
    document: str | None
    meeting: str | None
    day: str | None
    quotes: tuple[str, ...]
    roles: tuple[Role, ...]
    values: dict[str, str]
    open: bool
    binding: bool
    stands: Mapping[str, frozenset[str]] = field(default_factory=dict)


class Facts:
    """Reads the facts of a source."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._parties = Parties(source)
        self._evidence = source.values("ikg:evidence")
        self._places = source.values("prov:wasQuotedFrom")
        self._meetings = {
            document: meeting
            for meeting, documents in sorted(source.values("ikg:recordedIn").items())
            for document in documents
        }
        self._ended, self._binding = source.chosen("ended"), source.chosen("binding")
        self._stands: dict[frozenset[tuple[str, frozenset[str]]], Mapping[str, frozenset[str]]] = {}
        self._answered = {asked for many in source.values("ikg:answers").values() for asked in many}

    def all(self) -> list[Fact]:
        """Every fact, in the order of day, document and place."""
        found: list[Fact] = []
        kinds = list(fact_kinds().values())
        for number, kind in enumerate(kinds, 1):
            found += self._of(kind)
            later = {property_ for other in kinds[number:] for property_ in _told(other)}
            self._source.forget_these(_told(kind) - later - _ALWAYS)
        starts = self._source.values("oa:start")

        order = {kind: number for number, kind in enumerate(fact_kinds())}

        def place(fact: Fact) -> tuple[str, str, int, int, str]:
            first = starts.get(fact.quotes[0], ["0"])[0] if fact.quotes else "0"
            start = int(first) if first.isdecimal() else 0
            return fact.day or "", fact.document or "", start, order[fact.kind], fact.iri

        return sorted(found, key=place)

    def _of(self, kind: FactKind) -> Iterator[Fact]:
        for iri in sorted(self._source.members([kind.rdf_class])):
            if iri.startswith(DATA):
                yield self._fact(iri, kind)

    def _fact(self, iri: str, kind: FactKind) -> Fact:
        quotes = tuple(self._evidence.get(iri, ()))
        document, meeting = self._place(iri, quotes)
        values = {column: value for column, property_ in kind.values if (value := self._value(property_, iri))}
        text = self._source.one(kind.text, iri) or ""
        roles, stands = self._roles(iri, kind, meeting, document)
        return Fact(
            iri=iri,
            kind=kind.name,
            text=local(text) if text.startswith("http") else text,
            document=document,
            meeting=meeting,
            day=self._source.one("dcterms:date", meeting) if meeting else None,
            quotes=quotes,
            roles=roles,
            values=values,
            open=iri not in self._answered and iri not in self._ended,
            binding=iri in self._binding,
            stands=stands,
        )

    def _place(self, iri: str, quotes: tuple[str, ...]) -> tuple[str | None, str | None]:
        """The document and meeting that a fact belongs to."""
        recorded = self._source.one("ikg:recordedIn", iri)
        if recorded:
            return recorded, iri
        document = next((place for quote in quotes for place in self._places.get(quote, ())), None)
        return document, self._meetings.get(document) if document else None

    def _value(self, property_: str, iri: str) -> str | None:
        """A value; a concept of a vocabulary by its last part, an agenda item by its title."""
        value = self._source.one(property_, iri)
        if value is None or not value.startswith("http"):
            return value
        if local(property_) == "agendaItem":
            return self._source.one("dcterms:title", value)
        return local(value) if local(property_) in _CONCEPTS else value

    def _roles(
        self, iri: str, kind: FactKind, meeting: str | None, document: str | None
    ) -> tuple[tuple[Role, ...], Mapping[str, frozenset[str]]]:
        stands: dict[str, frozenset[str]] = {}
        found: dict[tuple[str, str, str], Role] = {}
        for role, property_ in kind.roles:
            for thing in self._source.values(property_).get(iri, ()):
                found[role, thing, ""] = Role(role, thing, None, self._own_words(iri, kind.name, thing))
                if role in kind.stands and (bodies := self._parties.bodies(thing, meeting, document)):
                    stands[thing] = bodies
        for direct in list(found.values()):
            for body in sorted(stands.get(direct.thing, ())) if direct.role in kind.stands else ():
                found[direct.role, body, direct.thing] = Role(direct.role, body, direct.thing, direct.quote)
        return tuple(found[key] for key in sorted(found)), self._once(stands) if stands else _NOBODY

    def _once(self, stands: dict[str, frozenset[str]]) -> Mapping[str, frozenset[str]]:
        """The same mapping for all facts of a meeting that the same agents say."""
        return self._stands.setdefault(frozenset(stands.items()), stands)

    def _own_words(self, iri: str, kind: str, thing: str) -> str | None:
        return self._seats.get((iri, thing)) if kind == "meeting" else None

    @cached_property
    def _seats(self) -> dict[tuple[str, str], str]:
        """The words that tell who was at a meeting."""
        agents = self._source.values("ikg:participant")
        return {
            (meeting, agent): quote
            for meeting, parts in self._source.values("ikg:participation").items()
            for part in parts
            for agent in agents.get(part, ())
            for quote in self._evidence.get(part, ())[:1]
        }


def _told(kind: FactKind) -> set[str]:
    """The properties that tell of the facts of a kind."""
    return {kind.text, *(property_ for _, property_ in (*kind.values, *kind.roles))}


_ALWAYS = frozenset(map(expand, ("dcterms:date", "dcterms:title", "ikg:participant")))  # asked for again and again
_CONCEPTS = frozenset({"speechAct", "strength", "status", "attendance", "meetingRole"})
