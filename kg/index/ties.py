"""Which entities are tied by which facts.

Comes in: facts and plain triples.  Goes out: ties, each from both sides.  The one idea: a fact of a kind ties who has the one
role with who has the other; nobody is tied to the body that it stands for by what it did there for it.
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from typing import NamedTuple

from kg.index.declared import BOTH, IN, LINK, OUT, TieKind, link_properties, local, tie_kinds
from kg.index.facts import Fact, Role
from kg.index.source import Plain, Source


class Tie(NamedTuple):
    """One fact (``None`` for a plain triple, which its property names) that ties two things."""

    source: str
    target: str
    kind: str
    way: str
    fact: str | None
    day: str | None
    quote: str | None
    property: str


def ties_of(fact: Fact) -> set[Tie]:
    """All ties that a fact makes."""
    found: set[Tie] = set()
    for kind in tie_kinds().values():
        if fact.kind in kind.facts:
            found.update(_ties(fact, kind))
    return found


def _ties(fact: Fact, kind: TieKind) -> Iterator[Tie]:
    one_side = [role for role in fact.roles if role.role in kind.source]
    other_side = [role for role in fact.roles if role.role in kind.target]
    for one in one_side:
        for other in other_side:
            if _apart(fact, one, other):
                yield _tie(fact, kind.name, BOTH if kind.symmetric else OUT, one, other)
                if not kind.symmetric:
                    yield _tie(fact, kind.name, IN, other, one)


def _apart(fact: Fact, one: Role, other: Role) -> bool:
    stands = fact.stands
    return (
        one.thing != other.thing
        and one.agent != other.agent
        and other.thing not in stands.get(one.thing, ())
        and one.thing not in stands.get(other.thing, ())
    )


def _tie(fact: Fact, kind: str, way: str, one: Role, other: Role) -> Tie:
    quote = other.quote or (fact.quotes[0] if fact.quotes else None)
    return Tie(one.thing, other.thing, kind, way, fact.iri, fact.day or fact.values.get("begins"), quote, "")


def carried(source: Source) -> set[tuple[str, str, str]]:
    """The plain triples that relationships carry the words of."""
    subjects, objects = source.values("rdf:subject"), source.values("rdf:object")
    return {
        (subject, property_, value)
        for node, properties in source.values("rdf:predicate").items()
        for property_ in properties
        for subject in subjects.get(node, ())
        for value in objects.get(node, ())
    }


def is_link(triple: Plain, known: Container[str]) -> bool:
    """Does a plain triple tie two known things?"""
    thing, property_, value, _ = triple
    return property_ in link_properties() and thing in known and value in known and thing != value


def links(source: Source, known: Container[str]) -> Iterator[Tie]:
    """The ties that plain triples make between known things; those that a fact carries the words of are ties already."""
    ours = {triple[:3] for triple in source.plain(link_properties()) if is_link(triple, known)}
    for thing, property_, value in ours - carried(source):
        for way, one, other in ((OUT, thing, value), (IN, value, thing)):
            yield Tie(one, other, LINK, way, None, None, None, local(property_))
