"""The digest of what is told: of a graph, and of all graphs.

Comes in: N-Quads lines by graph.  Goes out: digests.  The one idea: the digest of a store is made of those of its graphs, so that a
change costs no more than the graphs that it changes.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping


def digest_of_graph(content: bytes) -> str:
    """The digest of a graph, from its sorted N-Quads lines."""
    return hashlib.sha256(content).hexdigest()


def digest_of_all(graphs: Mapping[str, str]) -> str:
    """The digest of a store, from those of its graphs by IRI."""
    return hashlib.sha256("".join(f"{graph} {graphs[graph]}\n" for graph in sorted(graphs)).encode()).hexdigest()
