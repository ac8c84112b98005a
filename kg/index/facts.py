"""The facts of a store as the index keeps them.

Comes in: a Source.  Goes out: Facts, sorted by day, document and place.  The one idea: a fact names things in roles; an agent
brings the bodies that it stands for, and it can always be told through whom a body is named.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from kg.index.declared import FactKind, fact_kinds, local
from kg.index.parties import Parties
from kg.index.source import Source
from kg.terms import DATA

Place = tuple[str, str, int, int, str]  # day, document, where in it, kind, IRI


class Role(NamedTuple):
    """A thing that a fact names: in which role, through which agent (``None``: itself), in which words of its own."""

    role: str
    thing: str
    through: str | None
    quote: str | None

    @property
    def agent(self) -> str:
        """Whom the words name."""
        return self.through or self.thing


class Fact(NamedTuple):
    """A fact with everything that is told of it; ``stands`` says for which bodies its agents stand."""

    iri: str
    kind: str
    text: str
    words: str
    document: str | None
    meeting: str | None
    day: str | None
    quotes: tuple[str, ...]
    roles: tuple[Role, ...]
    values: dict[str, str]
    open: bool
    binding: bool
    stands: Mapping[str, frozenset[str]]


class Facts:
    """Reads the facts of a source."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._parties = Parties(source)
        self._meetings = {
            document: meeting
            for meeting, documents in sorted(source.values("ikg:recordedIn").items())
            for document in documents
        }
        self._ended, self._binding = source.chosen("ended"), source.chosen("binding")
        self._answered = {asked for _, asked in source.pairs("ikg:answers")}
        self._seats = lru_cache(_MEETINGS)(self._seated)

    def all(self) -> list[Fact]:
        """Every fact, in the order of day, document and place."""
        return sorted((self.fact(iri, kind) for iri, kind in self.members()), key=self.place)

    def members(self) -> Iterator[tuple[str, str]]:
        """All that is a fact, with its kind, in no order."""
        for kind in fact_kinds().values():
            yield from ((iri, kind.name) for iri in self._source.members([kind.rdf_class]) if iri.startswith(DATA))

    def place(self, fact: Fact) -> Place:
        """What facts are sorted by."""
        first = (self._source.one("oa:start", fact.quotes[0]) if fact.quotes else None) or "0"
        start = int(first) if first.isdecimal() else 0
        return fact.day or "", fact.document or "", start, list(fact_kinds()).index(fact.kind), fact.iri

    def fact(self, iri: str, kind_name: str) -> Fact:
        """A fact with all that is told of it."""
        kind = fact_kinds()[kind_name]
        quotes = self._source.all("ikg:evidence", iri)
        document, meeting = self._place(iri, quotes)
        values = {column: value for column, property_ in kind.values if (value := self._value(property_, iri))}
        text = self._source.one(kind.text, iri) or ""
        roles, stands = self._roles(iri, kind, meeting, document)
        return Fact(
            iri=iri,
            kind=kind.name,
            text=local(text) if text.startswith("http") else text,
            words="\n".join(words for quote in quotes if (words := self._source.one("oa:exact", quote))),
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
        document = next((place for quote in quotes for place in self._source.all("prov:wasQuotedFrom", quote)), None)
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
            for thing in self._source.all(property_, iri):
                found[role, thing, ""] = Role(role, thing, None, self._own_words(iri, kind.name, thing))
                if role in kind.stands and (bodies := self._parties.bodies(thing, meeting, document)):
                    stands[thing] = bodies
        for direct in list(found.values()):
            for body in sorted(stands.get(direct.thing, ())) if direct.role in kind.stands else ():
                found[direct.role, body, direct.thing] = Role(direct.role, body, direct.thing, direct.quote)
        return tuple(found[key] for key in sorted(found)), stands

    def _own_words(self, iri: str, kind: str, thing: str) -> str | None:
        return self._seats(iri).get(thing) if kind == "meeting" else None

    def _seated(self, meeting: str) -> dict[str, str]:
        """The words that tell who was at a meeting."""
        return {
            agent: quote
            for part in self._source.all("ikg:participation", meeting)
            for agent in self._source.all("ikg:participant", part)
            for quote in self._source.all("ikg:evidence", part)[:1]
        }


_MEETINGS = 8  # whose seats are kept
_CONCEPTS = frozenset({"speechAct", "strength", "status", "attendance", "meetingRole"})
