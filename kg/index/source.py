"""What the index reads from a store: what is told of a thing, and the values of a property.

Comes in: a View.  Goes out: sorted values.  The one idea: things are read one by one, as they are needed, and only the last of them are
kept, so that the memory it takes does not grow with the store.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from pyoxigraph import NamedNode, QuerySolutions

from kg.index.declared import folder
from kg.store.base import View
from kg.terms import DERIVED_GRAPH, expand

Values = dict[str, tuple[str, ...]]
Plain = tuple[str, str, str, str]  # subject, property, value, graph
_KEPT = 4096  # things: all that a long document tells of


class Source:
    """A store as the index reads it."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._values: dict[str, Values] = {}
        self._of = lru_cache(_KEPT)(self._read)

    def all(self, property_: str, subject: str) -> tuple[str, ...]:
        """The values of a property of a thing, sorted."""
        return self._of(subject).get(expand(property_), ())

    def one(self, property_: str, subject: str) -> str | None:
        """The first value of a property of a thing, where there is one."""
        return next(iter(self.all(property_, subject)), None)

    def _read(self, subject: str) -> Values:
        found: dict[str, list[str]] = {}
        for quad in self._view.told_of(subject):
            found.setdefault(quad.predicate.value, []).append(text_of(quad.object))
        return sorted_values(found)

    def forget(self) -> None:
        """Let go of the things that were read."""
        self._of.cache_clear()

    def values(self, property_: str) -> Values:
        """The values of a property by subject, sorted: for one that few things have."""
        known = self._values.get(property_)
        if known is None:
            found: dict[str, list[str]] = {}
            for subject, value in self.pairs(property_):
                found.setdefault(subject, []).append(value)
            known = self._values[property_] = sorted_values(found)
        return known

    def pairs(self, property_: str) -> Iterator[tuple[str, ...]]:
        """Who has a property with its values, in no order."""
        return self.rows(f"SELECT ?s ?o {{ ?s <{expand(property_)}> ?o }}")

    def members(self, classes: Iterable[str]) -> Iterator[str]:
        """Everything of these classes, class by class, in no order."""
        return (row[0] for rdf_class in classes for row in self.rows(f"SELECT ?s {{ ?s a <{rdf_class}> }}"))

    def subjects_in(self, graph: str) -> set[str]:
        """Everything that a graph tells something of."""
        return {row[0] for row in self.rows(f"SELECT DISTINCT ?s {{ GRAPH <{graph}> {{ ?s ?p ?o }} }}")}

    def plain(self, properties: Iterable[str]) -> Iterator[Plain]:
        """The plain triples that documents, registry and thesaurus tell, property by property."""
        for property_ in properties:
            for subject, value, graph in self.rows(f"SELECT ?s ?o ?g {{ GRAPH ?g {{ ?s <{property_}> ?o }} }}"):
                if graph != DERIVED_GRAPH:
                    yield subject, property_, value, graph

    def pairs_in(self, graph: str, property_: str) -> set[tuple[str, ...]]:
        """Who has a property with which value in one graph."""
        try:
            node = NamedNode(graph)
        except ValueError:
            return set()
        return set(self.rows(f"SELECT ?s ?o {{ GRAPH {node} {{ ?s <{expand(property_)}> ?o }} }}"))

    def labels_in(self, graph: str) -> dict[str, str]:
        """The first label of each thing in one graph."""
        return {row[0]: row[1] for row in sorted(self.pairs_in(graph, "rdfs:label"), reverse=True)}

    def chosen(self, name: str) -> frozenset[str]:
        """The facts that a query of ``ontology/index`` chooses."""
        return frozenset(row[0] for row in self.rows((folder() / f"{name}.rq").read_text(encoding="utf-8")))

    def rows(self, text: str) -> Iterator[tuple[str, ...]]:
        """The rows of a query as text, those of blank nodes left out."""
        found = self._view.query(text)
        if isinstance(found, QuerySolutions):
            for row in found:
                if isinstance(row[0], NamedNode):
                    yield tuple(map(text_of, row))


def sorted_values(found: Mapping[str, list[str]]) -> Values:
    """Values in their order."""
    return {key: tuple(sorted(values) if len(values) > 1 else values) for key, values in found.items()}


def text_of(term: object) -> str:
    """A term as text."""
    return str(getattr(term, "value", ""))
