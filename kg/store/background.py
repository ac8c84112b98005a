"""The graphs that do not come from documents: ontology, vocabularies, registry, thesaurus.

Comes in: the Turtle files of ``ontology/`` and ``data/``.  Goes out: N-Quads lines by graph, with the digest of the
files.  The one idea: blank nodes get names made of their file and their order in it, so that two loads give the same
bytes.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import BlankNode, NamedNode, RdfFormat, parse

from kg import resources
from kg.errors import SettingError
from kg.terms import ONTOLOGY_GRAPH, REGISTRY_GRAPH, ROOT

VOCABULARIES_GRAPH = ROOT + "graph/vocabularies"
THESAURUS_GRAPH = ROOT + "graph/thesaurus"
STATE_GRAPH = ROOT + "graph/state"
_SKOLEM = ROOT + ".well-known/genid/"


@dataclass(frozen=True, slots=True)
class Background:
    """The files of one graph and the digest of their bytes."""

    graph: str
    files: tuple[Path, ...]
    digest: str

    def lines(self) -> list[str]:
        """The graph as sorted N-Quads lines."""
        return sorted({line for path in self.files for line in _lines(path, self.graph)})


def backgrounds() -> list[Background]:
    """Every background graph that has files, in the order of loading."""
    folders = (
        (ONTOLOGY_GRAPH, resources.ontology(), "ikg.ttl"),
        (VOCABULARIES_GRAPH, resources.ontology() / "vocabularies", "*.ttl"),
        (REGISTRY_GRAPH, resources.data() / "registry", "*.ttl"),
        (THESAURUS_GRAPH, resources.data() / "thesaurus", "*.ttl"),
    )
    found = ((graph, tuple(sorted(folder.glob(pattern)))) for graph, folder, pattern in folders)
    return [Background(graph, files, _digest(files)) for graph, files in found if files]


def _digest(files: tuple[Path, ...]) -> str:
    digest = hashlib.sha256()
    for path in files:
        digest.update(f"{path.name}\n".encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _lines(path: Path, graph: str) -> Iterator[str]:
    names: dict[str, str] = {}

    def term(node: object) -> str:
        if not isinstance(node, BlankNode):
            return str(node)
        return names.setdefault(node.value, str(NamedNode(f"{_SKOLEM}{path.stem}/{len(names) + 1}")))

    try:
        for quad in parse(path=str(path), format=RdfFormat.TURTLE):
            yield f"{term(quad.subject)} {quad.predicate} {term(quad.object)} <{graph}> ."
    except SyntaxError as fault:
        raise SettingError("file", str(path), f"is not Turtle: {fault}") from fault
