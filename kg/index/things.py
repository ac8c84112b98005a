"""The entities of a store as the index keeps them.

Comes in: a Source.  Goes out: Things, sorted by IRI.  The one idea: the registry's name goes before a document's.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kg.index.declared import local, types
from kg.index.source import Source
from kg.store.background import THESAURUS_GRAPH
from kg.terms import DATA, REGISTRY_GRAPH, key

_NAMES = ("rdfs:label", "skos:prefLabel", "foaf:name", "skos:altLabel")


@dataclass(frozen=True, slots=True)
class Thing:
    """An entity with its type, its kind (of organisation) and its names, the best first."""

    iri: str
    type: str
    kind: str | None
    names: tuple[str, ...]


def typed(source: Source) -> dict[str, str]:
    """Every entity that has a type and lies under the base, with its type, sorted by IRI."""
    type_of: dict[str, str] = {}
    for name, classes in types().items():
        for iri in source.members(classes):
            if iri.startswith(DATA):
                type_of.setdefault(iri, name)
    return dict(sorted(type_of.items()))


def things(source: Source, type_of: Mapping[str, str]) -> Iterator[Thing]:
    """The entities, one after the other."""
    best = source.labels_in(THESAURUS_GRAPH) | source.labels_in(REGISTRY_GRAPH)
    for iri, type_ in type_of.items():
        yield Thing(iri, type_, _kind(source, iri), _names(source, iri, best.get(iri)))


def _kind(source: Source, iri: str) -> str | None:
    value = source.one("org:classification", iri)
    return local(value) if value else None


def _names(source: Source, iri: str, best: str | None) -> tuple[str, ...]:
    told = [name for property_ in _NAMES for name in source.all(property_, iri)]
    return tuple(dict.fromkeys([*([best] if best else []), *told])) or (key(iri),)
