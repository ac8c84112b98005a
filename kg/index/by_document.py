"""A store read document by document.

Comes in: a View.  Goes out: the same values as from a Source.  The one idea: what lies under the IRI of a document is told by that
document, all of which is read at once; where another document tells something of it too, that is found out, and said.
"""

from __future__ import annotations

from functools import lru_cache

from kg.index.source import Source, Values, sorted_values, text_of
from kg.store.base import View
from kg.terms import DATA

DOCUMENTS = f"{DATA}minutes/"
_KEPT = 2  # documents


class ToldElsewhereError(Exception):
    """A document tells something of what lies under the IRI of another."""


class ByDocument(Source):
    """A store as the index reads it; raises ToldElsewhereError where it cannot be read so."""

    def __init__(self, view: View) -> None:
        super().__init__(view)
        graphs = view.graphs()
        self._unread = {graph for graph in graphs if graph.startswith(DOCUMENTS)}
        self._documents = frozenset(self._unread)
        others = (graph for graph in graphs if graph not in self._documents)
        self._shared = {thing for graph in others for thing in self.subjects_in(graph) if thing.startswith(DOCUMENTS)}
        self._document = lru_cache(_KEPT)(self._read_document)

    def _read(self, subject: str) -> Values:
        document = document_of(subject)
        if document not in self._documents or subject in self._shared:
            return super()._read(subject)
        return self._document(document).get(subject, {})

    def _read_document(self, document: str) -> dict[str, Values]:
        self._unread.discard(document)
        found: dict[str, dict[str, list[str]]] = {}
        for quad in self._view.told_in(document, DOCUMENTS):
            values = found.setdefault(text_of(quad.subject), {}).setdefault(quad.predicate.value, [])
            values.append(text_of(quad.object))
        if any(document_of(subject) != document for subject in found):
            raise ToldElsewhereError
        return {subject: sorted_values(told) for subject, told in found.items()}

    def read_all(self) -> None:
        """Read the documents that have not been read, so that nothing is overlooked."""
        for document in sorted(self._unread):
            self._read_document(document)


def document_of(iri: str) -> str:
    """The document under whose IRI a thing lies, if it lies under one."""
    rest = iri.removeprefix(DOCUMENTS)
    return DOCUMENTS + rest.partition("#")[0].partition("/")[0]
