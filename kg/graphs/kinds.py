"""The kinds of node: which class makes one, and how it looks in a picture.

Comes in: ``ontology/projections/kinds.toml``.  Goes out: Kinds by name.  The one idea: what a kind is called and how it
looks is data; the first kind of the file whose class a thing has is its kind.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache

from kg import resources
from kg.terms import expand


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of node: its words for a legend, the class it is told by, and its look.

    ``shape`` is circle, square, diamond, triangle or hexagon; ``size`` is 1 for the usual.
    """

    name: str
    words: str
    rdf_class: str
    colour: str
    shape: str
    size: float


_UNKNOWN = ("#8a8f98", "circle", 1.0)


@cache
def kinds() -> dict[str, Kind]:
    """Every kind by its name, in the order in which they are tried."""
    path = resources.ontology() / "projections" / "kinds.toml"
    told = tomllib.loads(path.read_text(encoding="utf-8"))
    return {
        name: Kind(name, look["words"], expand(look["class"]), look["colour"], look["shape"], float(look["size"]))
        for name, look in told.items()
    }


def kind(name: str) -> Kind:
    """The kind of a name; one that the file does not know looks grey and round."""
    return kinds().get(name) or Kind(name, name, "", *_UNKNOWN)
