"""Inspectorate KG: published meeting minutes in, a knowledge graph out.

    import kg

    store = kg.open_store(".kg")                      # or kg.open_store() for one in memory
    kg.build(["minutes/"], store)
    kg.ask(store, "commitments", body="Crown Prosecution Service").table()
    store.dataset()                                   # the same graph for rdflib

The names load what they need when they are first used, so that ``import kg`` costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from kg.version import __version__

if TYPE_CHECKING:
    from kg.analysis import analyse
    from kg.graphs import graph
    from kg.pipeline import build
    from kg.plots import plot
    from kg.questions import ask
    from kg.readers import read
    from kg.store import open_store
    from kg.store.syntaxes import export

_HOMES = {
    "analyse": "kg.analysis",
    "ask": "kg.questions",
    "build": "kg.pipeline",
    "export": "kg.store.syntaxes",
    "graph": "kg.graphs",
    "open_store": "kg.store",
    "plot": "kg.plots",
    "read": "kg.readers",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module 'kg' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)


__all__ = ["__version__", "analyse", "ask", "build", "export", "graph", "open_store", "plot", "read"]
