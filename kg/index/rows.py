"""The rows of every table of the index.

Comes in: some things and facts, their numbers.  Goes out: their rows by table.  The one idea: numbers stand for IRIs, given in sorted order;
of a part of the things and facts come the rows of that part.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from kg.index.declared import COLUMNS, VOCABULARIES, fact_kinds, local, told_properties
from kg.index.facts import Fact
from kg.index.numbers import Numbers
from kg.index.reasons import TieRow
from kg.index.source import Plain, Source
from kg.index.things import Thing
from kg.index.ties import Tie, ties_of
from kg.names import folded
from kg.terms import PREFIXES, key

Row = tuple[object, ...]
FACTS, MINUTES = 2**32, 2**33  # the full text numbers entities as the index does, then facts, then minutes


class Rows:
    """The rows of some things and facts; ``numbers`` are those of all that they point at, and of the quotes that are to be told."""

    def __init__(self, source: Source, found: Sequence[Thing], facts: Sequence[Fact], numbers: Numbers) -> None:
        self._source = source
        self._things = [(numbers.entity[thing.iri], thing) for thing in found]
        self._facts = [(numbers.fact[fact.iri], fact) for fact in facts]
        self._entity, self._fact, self._quote = numbers.entity, numbers.fact, numbers.quote

    def told(self) -> Iterator[tuple[str, Iterator[Row]]]:
        """The rows of all tables that follow from the things and facts one by one."""
        yield "own_words", self._own_words()
        yield "found", self._found()
        yield "words", self._texts()
        yield "minutes", self._minutes()
        yield "unmapped", self._unmapped()
        yield "name", self._names()
        yield "seen", self._seen()
        yield "fact", self._fact_rows()
        yield "evidence", self._evidence()
        yield "role", self._roles()
        yield "event", self._events()

    # ── entities ─────────────────────────────────────────────────────────────────────────────────────────────────

    def _names(self) -> Iterator[Row]:
        for number, thing in self._things:
            for rank, name in enumerate(thing.names):
                yield number, rank, name, folded(name)

    def _seen(self) -> Iterator[Row]:
        """In the minutes of which meetings a fact names which entity."""
        found = {
            (self._entity[role.thing], fact.day or "", self._entity[fact.meeting])
            for _, fact in self._facts
            if fact.meeting in self._entity
            for role in fact.roles
            if role.thing in self._entity
        }
        yield from sorted(found)

    def _own_words(self) -> Iterator[Row]:
        for number, thing in self._things:
            yield from ((number, quote) for quote in self._quotes_of("ikg:evidence", thing))

    def _quotes_of(self, property_: str, thing: Thing) -> list[int]:
        return [self._quote[quote] for quote in self._source.all(property_, thing.iri) if quote in self._quote]

    # ── facts ────────────────────────────────────────────────────────────────────────────────────────────────────

    def quotes(self) -> Iterator[Row]:
        """The quotes that have a number."""
        one = self._source.one
        for iri, number in self._quote.items():
            document = self._entity.get(one("prov:wasQuotedFrom", iri) or "", 0)
            start, end = (int(one(at, iri) or 0) for at in ("oa:start", "oa:end"))
            yield number, iri, document, start, end, one("oa:exact", iri) or ""

    def _fact_rows(self) -> Iterator[Row]:
        for number, fact in self._facts:
            values = (fact.values.get(column) for column in COLUMNS)
            document, meeting = (self._entity.get(iri or "") for iri in (fact.document, fact.meeting))
            quote = self._quote.get(fact.quotes[0]) if fact.quotes else None
            yield (
                number,
                fact.iri,
                fact.kind,
                fact.text,
                document,
                meeting,
                fact.day,
                quote,
                *values,
                int(fact.open),
                int(fact.binding),
            )

    def _evidence(self) -> Iterator[Row]:
        for number, fact in self._facts:
            yield from ((number, self._quote[quote]) for quote in fact.quotes if quote in self._quote)

    def _roles(self) -> Iterator[Row]:
        for number, fact in self._facts:
            for role in fact.roles:
                if role.thing in self._entity:
                    through = self._entity.get(role.through or "", 0)
                    yield number, role.role, self._entity[role.thing], through, self._quote.get(role.quote or "")

    def _events(self) -> Iterator[Row]:
        """What happened on which day of whom, thing by thing."""
        kinds = fact_kinds()
        of_thing: dict[int, list[tuple[str, int, str]]] = {}
        for number, fact in self._facts:
            known = {self._entity[role.thing] for role in fact.roles if role.thing in self._entity}
            for what, column in kinds[fact.kind].events:
                day = fact.day if column == "day" else fact.values.get(column)
                for thing in known if day else ():
                    of_thing.setdefault(thing, []).append((day or "", number, what))
        for thing in sorted(of_thing):
            yield from ((thing, *event) for event in sorted(of_thing.pop(thing)))

    # ── ties ─────────────────────────────────────────────────────────────────────────────────────────────────────

    def ties_of_facts(self) -> Iterator[TieRow]:
        """The ties that facts make, some of them more than once."""
        return (self.tie(tie) for _, fact in self._facts for tie in ties_of(fact) if self._ties_known(tie))

    def _ties_known(self, tie: Tie) -> bool:
        return tie.source in self._entity and tie.target in self._entity

    def tie(self, tie: Tie) -> TieRow:
        """A tie by its numbers."""
        fact = self._fact.get(tie.fact or "", 0)
        quote = self._quote.get(tie.quote or "")
        return self._entity[tie.source], self._entity[tie.target], tie.kind, tie.way, fact, tie.day, quote, tie.property

    # ── minutes and full text ────────────────────────────────────────────────────────────────────────────────────

    def _documents_only(self) -> Iterator[tuple[int, Thing]]:
        yield from ((number, thing) for number, thing in self._things if thing.type == "minutes")

    def _minutes(self) -> Iterator[Row]:
        one = self._source.one
        for number, thing in self._documents_only():
            counts = (int(one(count, thing.iri) or 0) for count in ("ikg:sentences", "ikg:sentencesMapped"))
            text, source = one("schema:text", thing.iri) or "", one("dcterms:source", thing.iri) or ""
            yield (
                number,
                key(thing.iri).removeprefix("minutes/"),
                source,
                text,
                *counts,
                one("schema:sha256", thing.iri),
            )

    def _unmapped(self) -> Iterator[Row]:
        for number, thing in self._documents_only():
            yield from ((number, quote) for quote in self._quotes_of("ikg:unmapped", thing))

    def _found(self) -> Iterator[Row]:
        """What the full text tells of: number, what, entity, fact."""
        yield from ((number, "name", number, None) for number, thing in self._things if thing.type != "minutes")
        yield from ((FACTS + number, fact.kind, None, number) for number, fact in self._searched())
        yield from ((MINUTES + number, "minutes", number, None) for number, _ in self._documents_only())

    def _texts(self) -> Iterator[tuple[int, str, str]]:
        """Names, statements, commitments, inspections and minutes: number, title, body."""
        for number, thing in self._things:
            if thing.type != "minutes":
                yield number, thing.names[0], "\n".join(thing.names[1:])
        for number, fact in self._searched():
            yield FACTS + number, fact.text, fact.words
        for number, thing in self._documents_only():
            yield MINUTES + number, thing.names[0], self._source.one("schema:text", thing.iri) or ""

    def _searched(self) -> Iterator[tuple[int, Fact]]:
        yield from ((number, fact) for number, fact in self._facts if fact.kind in _SEARCHED)


_SEARCHED = ("statement", "commitment", "inspection")


def told(plain: Iterable[Plain], known: Mapping[str, int]) -> Iterator[Row]:
    """What plain triples tell of things."""
    shown = set(told_properties())
    for thing, property_, value, graph in plain:
        if property_ in shown and thing in known:
            yield known[thing], local(property_), value, graph, known.get(value)


def concepts(source: Source) -> Iterator[Row]:
    """The words of the vocabularies, each with the wider ones above it."""
    for scheme in VOCABULARIES:
        for iri in sorted(source.values("skos:inScheme")):
            if iri.startswith(PREFIXES[scheme]):
                wider = source.one("skos:broader", iri)
                yield scheme, local(iri), source.one("rdfs:label", iri) or local(iri), local(wider) if wider else None
