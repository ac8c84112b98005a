"""What changes in a store, and the text of the update that changes it.

Comes in: a graph and its lines, before and after.  Goes out: SPARQL updates, each whole or nothing.  The one idea: the default graph is
the union of all graphs, so what goes from a graph goes from the union where no other graph tells it; and only what differs is
written.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from pyoxigraph import NamedNode

FEW = 8  # new graphs that are always few; in a store that has many, one in so many


@dataclass(slots=True)
class Changes:
    """The graphs that have changed since something was worked out: those that were not there before, and the others.

    Where ``known`` is false, anything may have changed.
    """

    known: bool
    new: set[str] = field(default_factory=set)
    other: set[str] = field(default_factory=set)

    def note(self, new: Iterable[str], other: Iterable[str]) -> None:
        """Take up what is about to change."""
        self.new.update(new)
        self.other.update(other)

    def are_few(self, graphs: int) -> bool:
        """Are the new ones so few, of so many graphs in all, that they are seen to sooner than everything is worked out anew?"""
        return len(self.new) <= max(FEW, graphs // FEW)

    @property
    def graphs(self) -> set[str]:
        """All of them."""
        return self.new | self.other


def triples_of(graph: str, lines: Sequence[str]) -> list[str]:
    """The lines of a graph without its name."""
    ending = f" {NamedNode(graph)} ."
    return [line.removesuffix(ending) + " ." for line in lines]


def union_of(graph: str, content: bytes) -> bytes:
    """The content of a graph, each line of which ends with a newline, without its name: as it stands in the union."""
    return content.replace(
        f" {NamedNode(graph)} .\n".encode(), b" .\n"
    )  # no literal holds a newline that is not escaped


def removal(graph: str) -> str:
    """The graph goes, and from the union what no other graph tells."""
    node = str(NamedNode(graph))
    elsewhere = f"GRAPH ?other {{ ?s ?p ?o }} FILTER(?other != {node})"
    only_here = f"GRAPH {node} {{ ?s ?p ?o }} FILTER NOT EXISTS {{ {elsewhere} }}"
    return f"DELETE {{ ?s ?p ?o }} WHERE {{ {only_here} }} ; DROP SILENT GRAPH {node}"


def difference(graph: str, before: AbstractSet[str], after: Iterable[str]) -> str:
    """What makes one content of a graph into another; empty where they are the same."""
    then = set(after)
    gone, come = sorted(before - then), sorted(then - before)
    if any("_:" in line for line in gone):  # a blank node cannot be named in an update
        return f"{removal(graph)} ; {_coming(graph, sorted(then))}"
    return " ;\n".join([*([_going(graph, gone)] if gone else ()), *([_coming(graph, come)] if come else ())])


def _going(graph: str, lines: Sequence[str]) -> str:
    triples = triples_of(graph, lines)
    rows = " ".join(f"({triple.removesuffix(' .')})" for triple in triples)
    nowhere = "FILTER NOT EXISTS { GRAPH ?any { ?s ?p ?o } }"
    return (
        f"DELETE DATA {{ GRAPH {NamedNode(graph)} {{\n{chr(10).join(triples)}\n}} }} ;\n"
        f"DELETE {{ ?s ?p ?o }} WHERE {{ VALUES (?s ?p ?o) {{ {rows} }} {nowhere} }}"
    )


def _coming(graph: str, lines: Sequence[str]) -> str:
    triples = "\n".join(triples_of(graph, lines))
    return f"INSERT DATA {{ {triples}\nGRAPH {NamedNode(graph)} {{\n{triples}\n}} }}"
