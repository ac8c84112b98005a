"""What a graph says of a document: the few questions that an evaluation asks.

Comes in: a view.  Goes out: names, spans, values.  The one idea: an agent answers to its own names, to those of the
post it holds, and a post to those of its holder.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import PurePath

from pyoxigraph import QuerySolutions

from kg.evaluate.gold import folded
from kg.model import Span
from kg.patterns import expression
from kg.store.base import View

_SUFFIX = expression(r"\.(txt|md|html?|docx|odt|pdf)$")
_NAME = "rdfs:label|skos:prefLabel|skos:altLabel|foaf:name|org:identifier|schema:alternateName"


def stem(name: str) -> str:
    """The file name without folder and known suffix; other dots stay."""
    return _SUFFIX.sub("", PurePath(name).name)


@dataclass
class Found:
    """A graph as an evaluation sees it."""

    view: View
    _names: dict[str, frozenset[str]] = field(default_factory=dict)

    def rows(self, query: str) -> list[tuple[str, ...]]:
        """The rows of a query as texts; an unbound variable is an empty text."""
        found = self.view.query(query)
        if not isinstance(found, QuerySolutions):
            return []
        width = len(found.variables)
        return [tuple(str(getattr(row[place], "value", "")) for place in range(width)) for row in found]

    def names(self, iri: str) -> frozenset[str]:
        """Every name of a thing, of the post it holds, and of the holder of a post, folded."""
        if iri not in self._names:
            itself = f"{{ BIND(<{iri}> AS ?x) }}"
            post = f"{{ <{iri}> org:holds ?x }} UNION {{ ?x org:holds <{iri}> }} UNION {{ <{iri}> org:heldBy ?x }}"
            rows = self.rows(f"SELECT ?name {{ {itself} UNION {post} ?x {_NAME} ?name }}")
            self._names[iri] = frozenset(folded(name) for (name,) in rows if name)
        return self._names[iri]

    def values(self, iri: str, predicate: str) -> set[str]:
        """The values of a property."""
        return {value for (value,) in self.rows(f"SELECT DISTINCT ?v {{ <{iri}> {predicate} ?v }}") if value}

    def subject_words(self, iri: str) -> set[str]:
        """The words of an item's label and of the labels of its subjects."""
        rows = self.rows(
            f"SELECT ?v {{ {{ <{iri}> rdfs:label ?v }} UNION {{ <{iri}> dcterms:subject/rdfs:label ?v }} }}"
        )
        return {word for (value,) in rows for word in folded(value).split()}

    def documents(self) -> dict[str, str]:
        """The IRI of each document, by its file name, by its stem, and by the end of its IRI."""
        known: dict[str, str] = {}
        for iri, source in self.rows("SELECT ?d ?s { ?d a ikg:Minutes OPTIONAL { ?d dcterms:source ?s } }"):
            for key in filter(None, (source, iri)):
                known.setdefault(PurePath(key).name, iri)
                known.setdefault(stem(key), iri)
        return known

    def spans(self, cls: str, document: str) -> dict[str, list[Span]]:
        """Each item of a class, with the stretches of the document that it rests on."""
        spans: dict[str, list[Span]] = defaultdict(list)
        query = f"""SELECT DISTINCT ?x ?s ?e {{ ?x a {cls} ; ikg:evidence ?q .
            ?q prov:wasQuotedFrom <{document}> ; oa:start ?s ; oa:end ?e }}"""
        for iri, start, end in self.rows(query):
            spans[iri].append(Span(int(start), int(end)))
        return spans
