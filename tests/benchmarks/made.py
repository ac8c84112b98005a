"""A graph of any size in our own vocabulary, for measuring: the same number gives the same graph.

Comes in: how many quads.  Goes out: a store, and the same quads as files for other servers.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

from kg.index import write_index
from kg.store import open_store
from kg.terms import PREFIXES, minutes_iri

_DOCUMENT = 350  # quads of a document, as real minutes have them
_ACTS = ("informed", "asked", "requested", "undertook", "agreed", "welcomed", "concerned", "suggested")
_A = f"<{PREFIXES['rdf']}type>"


def _iri(prefix: str, name: str) -> str:
    return f"<{PREFIXES[prefix]}{name}>"


def statement(number: int) -> str:
    """The IRI of a statement of the graph."""
    document, place = divmod(number, _DOCUMENT // 7)
    return f"{minutes_iri(f'made-{document:05}')}/statement/{place}"


def bodies(quads: int) -> list[str]:
    """The bodies that speak in a graph of that size."""
    return [_iri("data", f"organisation/body-{number:04}") for number in range(max(20, quads // 400))]


def documents(quads: int) -> Iterator[tuple[str, list[str]]]:
    """Each document's graph with its N-Quads lines."""
    choose = random.Random(17)
    speakers = bodies(quads)
    for number in range(quads // _DOCUMENT):
        graph = minutes_iri(f"made-{number:05}")
        lines = []
        for place in range(_DOCUMENT // 7):
            told = f"<{graph}/statement/{place}>"
            words = " ".join(
                choose.choice(("rape", "support", "court", "inspection", "victims", "police")) for _ in range(8)
            )
            for name, value in (
                (_A, _iri("ikg", "Statement")),
                (_iri("ikg", "speaker"), choose.choice(speakers)),
                (_iri("ikg", "addressee"), choose.choice(speakers)),
                (_iri("ikg", "speechAct"), _iri("act", choose.choice(_ACTS))),
                (_iri("ikg", "content"), f'"{words} {number} {place}"'),
                (_iri("ikg", "position"), f'"{place}"^^{_iri("xsd", "integer")}'),
                (_iri("dcterms", "isPartOf"), f"<{graph}>"),
            ):
                lines.append(f"{told} {name} {value} <{graph}> .")
        yield graph, lines


def store(place: Path, quads: int) -> None:
    """Build our store of that size, with what a build leaves beside it."""
    with open_store(place) as made:
        made.replace(dict(documents(quads)))
        write_index(made)


def files(folder: Path, quads: int) -> tuple[Path, Path]:
    """The same for others: all quads with their union in the default graph, and the union alone."""
    whole, union = folder / "made.nq", folder / "made.nt"
    with whole.open("w") as nquads, union.open("w") as ntriples:
        for graph, lines in documents(quads):
            for line in lines:
                triple = line.removesuffix(f" <{graph}> .") + " .\n"
                nquads.write(f"{line}\n{triple}")
                ntriples.write(triple)
    return whole, union
