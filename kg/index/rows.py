"""The rows of every table of the index.

Comes in: a Source.  Goes out: rows by table.  The one idea: numbers stand for IRIs, given in sorted order; of a part of the things and facts
come the rows of that part.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, groupby

from kg.index.declared import COLUMNS, VOCABULARIES, fact_kinds, local, told_properties
from kg.index.facts import Fact, Facts
from kg.index.numbers import BLOCKS_APART, THINGS_APART, Numbers, spread
from kg.index.packed import pack
from kg.index.reasons import TieRow, reason, score
from kg.index.source import Source
from kg.index.things import Thing, things
from kg.index.ties import Tie, links, ties_of
from kg.names import folded
from kg.terms import PREFIXES, key

Row = tuple[object, ...]
FACTS, MINUTES = 2**32, 2**33  # the full text numbers entities as the index does, then facts, then minutes
Near = dict[int, list[tuple[int, int]]]  # by source: targets with their scores, the strongest first
PairRow = tuple[int, int, int, int, str]  # source, rank, target, score, reasons
_TOLD_LATER = ("ikg:evidence", "prov:wasQuotedFrom", "oa:start")  # the large ones of what is asked for again


def whole(source: Source) -> Rows:
    """All rows of a store."""
    found, facts = things(source), Facts(source).all()
    source.forget(but=_TOLD_LATER)
    by_day = groupby(facts, key=lambda fact: (fact.day or "", fact.document or ""))
    by_document = groupby(sorted(source.values("prov:wasQuotedFrom")), key=lambda iri: iri.partition("#")[0])
    numbers = Numbers(
        entity=spread(([thing.iri] for thing in found), THINGS_APART),
        fact=spread(([fact.iri for fact in some] for _, some in by_day), BLOCKS_APART),
        quote=spread((list(some) for _, some in by_document), BLOCKS_APART),
    )
    return Rows(source, found, facts, numbers)


class Rows:
    """The rows of some things and facts; ``numbers`` are those of all that they point at, and of the quotes that are to be told."""

    def __init__(self, source: Source, found: Sequence[Thing], facts: Sequence[Fact], numbers: Numbers) -> None:
        self._source = source
        self._things = [(numbers.entity[thing.iri], thing) for thing in found]
        self._facts = [(numbers.fact[fact.iri], fact) for fact in facts]
        self._entity, self._fact, self._quote = numbers.entity, numbers.fact, numbers.quote

    def ties_of_facts(self) -> list[TieRow]:
        """The ties that facts make."""
        return self._unique(self._of_facts())

    def tables(self) -> Iterator[tuple[str, Iterator[Row]]]:
        """Each table with its rows, in the order of writing: first what is made of all ties, which are the most."""
        ties = self._unique(chain(self._of_facts(), map(self._tie, links(self._source, set(self._entity)))))
        near: Near = {}
        yield "related", self._pairs(ties, near)
        yield "ties", self._packed(ties, near)
        counts = {source: len(pairs) for source, pairs in near.items()}
        del ties, near
        yield "entity", self._entities(counts)
        yield from self.told()
        yield "concept", self._concepts()

    def told(self) -> Iterator[tuple[str, Iterator[Row]]]:
        """The rows of all tables that follow from the things and facts one by one; what has been told is let go of."""
        yield "own_words", self._own_words()
        yield "quote", self._quoted()
        self._source.forget_these(_TOLD_LATER)
        yield "found", self._found()
        yield "words", self._texts()
        self._source.forget_these(("oa:exact", "oa:end"))
        yield "minutes", self._minutes()
        yield "unmapped", self._unmapped()
        self._source.forget_these(("schema:text",))
        yield "name", self._names()
        yield "told", self._told()
        yield "seen", iter(sorted(self._seen()))
        yield "fact", self._fact_rows()
        yield "evidence", self._evidence()
        yield "role", self._roles()
        yield "event", self._events()

    # ── entities ─────────────────────────────────────────────────────────────────────────────────────────────────

    def _entities(self, ties: Mapping[int, int]) -> Iterator[Row]:
        """The things, each with how many it is tied to."""
        facts: dict[str, int] = {}
        for _, fact in self._facts:
            for iri in {role.thing for role in fact.roles}:
                facts[iri] = facts.get(iri, 0) + 1
        days: dict[object, list[str]] = {}
        for entity, day, _ in sorted(self._seen()):
            days.setdefault(entity, []).append(str(day))
        for number, thing in self._things:
            label, seen = thing.names[0], days.get(number, [])
            dated = [day for day in seen if day]
            first, last = (dated[0], dated[-1]) if dated else (None, None)
            counts = (facts.get(thing.iri, 0), len(seen), first, last, ties.get(number, 0))
            yield (number, thing.iri, thing.type, thing.kind, label, folded(label), *counts)

    def _names(self) -> Iterator[Row]:
        for number, thing in self._things:
            for rank, name in enumerate(thing.names):
                yield number, rank, name, folded(name)

    def _told(self) -> Iterator[Row]:
        shown = set(told_properties())
        for number, thing in self._things:
            for property_, value, graph in self._source.told.get(thing.iri, ()):
                if property_ in shown:
                    yield number, local(property_), value, graph, self._entity.get(value)

    def _seen(self) -> set[tuple[int, str, int]]:
        """In the minutes of which meetings a fact names which entity."""
        return {
            (self._entity[role.thing], fact.day or "", self._entity[fact.meeting])
            for _, fact in self._facts
            if fact.meeting in self._entity
            for role in fact.roles
            if role.thing in self._entity
        }

    def _own_words(self) -> Iterator[Row]:
        evidence = self._source.values("ikg:evidence")
        for number, thing in self._things:
            for quote in evidence.get(thing.iri, ()):
                if quote in self._quote:
                    yield number, self._quote[quote]

    # ── facts ────────────────────────────────────────────────────────────────────────────────────────────────────

    def _quoted(self) -> Iterator[Row]:
        documents = self._source.values("prov:wasQuotedFrom")
        for iri, number in self._quote.items():
            document = self._entity.get(documents[iri][0], 0)
            start, end = (int(self._source.one(at, iri) or 0) for at in ("oa:start", "oa:end"))
            yield number, iri, document, start, end, self._source.one("oa:exact", iri) or ""

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

    def _of_facts(self) -> Iterator[TieRow]:
        for _, fact in self._facts:
            for tie in ties_of(fact):
                if tie.source in self._entity and tie.target in self._entity:
                    yield self._tie(tie)

    def _tie(self, tie: Tie) -> TieRow:
        fact = self._fact.get(tie.fact or "", 0)
        quote = self._quote.get(tie.quote or "")
        return self._entity[tie.source], self._entity[tie.target], tie.kind, tie.way, fact, tie.day, quote, tie.property

    def _unique(self, ties: Iterable[TieRow]) -> list[TieRow]:
        """Each tie once, with its first words: several seats may stand for one body."""
        by_source: dict[int, list[TieRow]] = {}
        for tie in ties:
            by_source.setdefault(tie[0], []).append(tie)
        found: list[TieRow] = []
        for source in sorted(
            by_source
        ):  # sorted source by source: what they are sorted by takes as much room as they do
            own = sorted(by_source.pop(source), key=lambda tie: (*tie[1:5], tie[7], tie[6] or 0))
            found += [next(same) for _, same in groupby(own, key=lambda tie: (*tie[1:5], tie[7]))]
        return found

    def _pairs(self, ties: Sequence[TieRow], near: Near) -> Iterator[PairRow]:
        """Each entity's related entities, the strongest first; how near they are is noted."""
        for source, own in groupby(ties, key=lambda tie: tie[0]):
            found = []
            for target, some in groupby(own, key=lambda tie: tie[1]):
                reasons = [
                    reason(kind, way, list(same)) for (kind, way), same in groupby(some, key=lambda tie: tie[2:4])
                ]
                found.append((-score(reasons), target, reasons))
            found.sort(key=lambda pair: pair[:2])
            near[source] = [(target, -below) for below, target, _ in found]
            for rank, (below, target, reasons) in enumerate(found, 1):
                yield source, rank, target, -below, json.dumps(reasons, separators=(",", ":"))

    def _packed(self, ties: Sequence[TieRow], near: Near) -> Iterator[Row]:
        """The ties of each entity that has any."""
        for source, own in groupby(ties, key=lambda tie: tie[0]):
            yield source, *pack(near[source], own)

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
        unmapped = self._source.values("ikg:unmapped")
        for number, thing in self._documents_only():
            yield from ((number, self._quote[quote]) for quote in unmapped.get(thing.iri, ()) if quote in self._quote)

    def _concepts(self) -> Iterator[Row]:
        """The words of the vocabularies, each with the wider ones above it."""
        broader = self._source.values("skos:broader")
        labels = self._source.values("rdfs:label")
        for scheme in VOCABULARIES:
            for iri in sorted(self._source.values("skos:inScheme")):
                if iri.startswith(PREFIXES[scheme]):
                    wider = next(iter(broader.get(iri, ())), None)
                    yield scheme, local(iri), labels.get(iri, [local(iri)])[0], local(wider) if wider else None

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
            yield FACTS + number, fact.text, self._words_of(fact)
        for number, thing in self._documents_only():
            yield MINUTES + number, thing.names[0], self._source.one("schema:text", thing.iri) or ""

    def _searched(self) -> Iterator[tuple[int, Fact]]:
        yield from ((number, fact) for number, fact in self._facts if fact.kind in _SEARCHED)

    def _words_of(self, fact: Fact) -> str:
        return "\n".join(words for quote in fact.quotes if (words := self._source.one("oa:exact", quote)))


_SEARCHED = ("statement", "commitment", "inspection")
