"""What every store can do, said as protocols.

Comes in: N-Quads lines by graph, and query text.  Goes out: the engine's results.  The one idea: a graph is replaced
whole or not at all, and the default graph of every query is the union of all graphs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Protocol, TypeAlias

from pyoxigraph import Quad, QueryBoolean, QuerySolutions, QueryTriples

from kg.store.changes import Changes

if TYPE_CHECKING:
    from rdflib import Dataset

Results: TypeAlias = QuerySolutions | QueryBoolean | QueryTriples
Graphs: TypeAlias = Mapping[str, Sequence[str]]


class View(Protocol):
    """What can be read."""

    @property
    def place(self) -> str:
        """Where the store is, as a user would write it."""

    def query(self, text: str) -> Results:
        """The result of a SPARQL query; the prefixes of :mod:`kg.terms` need not be declared.

        Raises :class:`kg.errors.QueryError` with the engine's words where the text is not SPARQL.
        """

    def graphs(self) -> list[str]:
        """The IRIs of all graphs, sorted."""

    def lines(self, graph: str) -> list[bytes]:
        """A graph as N-Quads lines, in no order."""

    def told_of(self, subject: str) -> Iterator[Quad]:
        """What the union of all graphs tells of a thing; nothing of what is no IRI."""

    def told_in(self, graph: str, under: str) -> Iterator[Quad]:
        """What a graph tells of the things whose IRIs begin so, in no order."""

    def text_of(self, slug: str) -> str | None:
        """The plain text of a document, into which its quotes point; ``None`` for a document not in the store."""

    def dump(self, syntax: str = "nquads") -> bytes:
        """The whole store in one of :data:`kg.store.syntaxes.SYNTAXES`: the same facts, the same bytes."""

    def whole(self) -> bytes:
        """Everything that the engine holds as N-Quads, also what is no part of the content: the union, its own notes."""

    def digest(self) -> str:
        """The digest of everything that is told: the same facts, the same digest, in whatever store."""

    def dataset(self) -> Dataset:
        """An rdflib Dataset over the same store; its default graph is the union of all graphs."""

    def __len__(self) -> int:
        """How many quads."""

    def close(self) -> None:
        """Let go of the files; nothing can be asked afterwards."""


class Writer(Protocol):
    """What can be changed."""

    def replace(self, graphs: Graphs, *, canonical: bool = False) -> None:
        """Put each graph in the place of what was there under its IRI: all of the call or nothing of a graph.

        ``canonical`` promises that each line is written as the engine would write it.
        """

    def fill(self, other: View) -> None:
        """Take up all of another store, this one being empty."""

    def remove(self, graph: str) -> None:
        """Take a graph out; nothing happens where there is none."""

    def refresh(self) -> list[str]:
        """Load registry, ontology, vocabularies and thesaurus where their files changed; the graphs that were."""

    def derive(self) -> int:
        """Draw the conclusions of ``ontology/rules`` again into their own graph; how many quads they are."""

    def flush(self) -> None:
        """Force everything to disk, so that a power cut loses nothing."""


class Store(View, Writer, Protocol):
    """What can be read and changed."""

    @property
    def unindexed(self) -> Changes:
        """What has changed since a build was last finished."""

    def packed(self, graph: str) -> tuple[str, bytes]:
        """The digest of a graph, and its sorted lines as a copy holds them."""

    def around(self, graphs: Iterable[str]) -> View:
        """Documents with all that is told of the things that they name."""

    def named_elsewhere(self, graphs: Iterable[str], iris: Iterable[str]) -> bool:
        """Does another graph, but the conclusions, name any of these?"""

    def changes_others(self, graphs: Iterable[str], what: Iterable[tuple[str, str | None]]) -> bool:
        """Do graphs alone tell these properties (with that value, or any) of things that other graphs name too?"""

    def finish(self, version: str) -> None:
        """Take note that index and copy are of this content now."""
