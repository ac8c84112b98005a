"""What the index reads from a store: values by property and subject.

Comes in: a View.  Goes out: sorted values.  The one idea: one pattern at a time, joined in memory: on disk the engine's own
joins take five to ten times as long.  What is told by many triples is held once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property

from pyoxigraph import NamedNode, QuerySolutions

from kg.index.declared import folder, link_properties, told_properties
from kg.store.base import View
from kg.terms import DERIVED_GRAPH, expand

Values = dict[str, tuple[str, ...]]
_SHORT = 16  # letters: numbers, days and the like, which come again and again


class Source:
    """A store as the index reads it; each property is read once."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._values: dict[str, Values] = {}
        self._known: dict[str, str] = {}

    def values(self, property_: str) -> Values:
        """The values of a property by subject, sorted."""
        known = self._values.get(property_)
        if known is None:
            known = self._values[property_] = self._values.get(expand(property_)) or self._read(expand(property_))
        return known

    def forget(self, but: Iterable[str]) -> None:
        """Let go of the values that were read, but for these; what is asked for again is read again."""
        kept = {expand(property_) for property_ in but}
        self._values = {property_: values for property_, values in self._values.items() if expand(property_) in kept}
        self._known.clear()

    def forget_these(self, properties: Iterable[str]) -> None:
        """Let go of the values of some properties."""
        gone = {expand(property_) for property_ in properties}
        self._values = {
            property_: values for property_, values in self._values.items() if expand(property_) not in gone
        }

    def _read(self, iri: str) -> Values:
        """The values of a property; where many things have the same, it is held once."""
        found: Values = {}
        alone: dict[str, tuple[str, ...]] = {}
        for subject, value in self.rows(f"SELECT ?s ?o {{ ?s <{iri}> ?o }}"):
            known = found.get(subject)
            found[subject] = (*known, value) if known else alone.setdefault(value, (value,))
        for subject, several in found.items():
            if len(several) > 1:
                found[subject] = tuple(sorted(several))
        self._values[iri] = found
        return found

    def one(self, property_: str, subject: str) -> str | None:
        """The first value of a property, where there is one."""
        return next(iter(self.values(property_).get(subject, ())), None)

    def members(self, classes: Iterable[str]) -> set[str]:
        """Everything of these classes."""
        return {row[0] for rdf_class in classes for row in self.rows(f"SELECT ?s {{ ?s a <{rdf_class}> }}")}

    def subjects_in(self, graph: str) -> set[str]:
        """Everything that a graph tells something of."""
        return {row[0] for row in self.rows(f"SELECT DISTINCT ?s {{ GRAPH <{graph}> {{ ?s ?p ?o }} }}")}

    @cached_property
    def told(self) -> dict[str, list[tuple[str, str, str]]]:
        """The plain triples that documents, registry and thesaurus tell, by subject: property, value, graph."""
        found: dict[str, list[tuple[str, str, str]]] = {}
        for property_ in sorted({*told_properties(), *link_properties()}):
            for graph, subject, value in self.rows(f"SELECT ?g ?s ?o {{ GRAPH ?g {{ ?s <{property_}> ?o }} }}"):
                if graph != DERIVED_GRAPH:
                    found.setdefault(subject, []).append((property_, value, graph))
        return {subject: sorted(triples) for subject, triples in found.items()}

    def labels_in(self, graph: str) -> dict[str, str]:
        """The first label of each thing in one graph."""
        found: dict[str, str] = {}
        for thing, label in sorted(
            self.rows(f"SELECT ?s ?o {{ GRAPH <{graph}> {{ ?s <{expand('rdfs:label')}> ?o }} }}")
        ):
            found.setdefault(thing, label)
        return found

    def chosen(self, name: str) -> frozenset[str]:
        """The facts that a query of ``ontology/index`` chooses."""
        return frozenset(row[0] for row in self.rows((folder() / f"{name}.rq").read_text(encoding="utf-8")))

    def rows(self, text: str) -> Iterator[tuple[str, ...]]:
        """The rows of a query as text, those of blank nodes left out."""
        found = self._view.query(text)
        if isinstance(found, QuerySolutions):
            for row in found:
                if isinstance(row[0], NamedNode):
                    yield tuple(map(self._told, row))

    def _told(self, term: object) -> str:
        told: str = getattr(term, "value", "")
        again = isinstance(term, NamedNode) or len(told) < _SHORT
        return self._known.setdefault(told, told) if again else told
