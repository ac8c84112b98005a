"""Graphs of a store: what is a node, what is an edge, and how many facts stand behind it.

Comes in: a view and the name of a projection.  Goes out: a Network, or a networkx graph.  The one idea: a projection is
data (``ontology/projections``), so that a new kind of graph needs no Python.

    kg.graph(store, "organisations", since="2018-01-01", until="2018-12-31")
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, Unpack

from kg.errors import QueryError
from kg.graphs.interface import of_networkx, of_things, to_networkx
from kg.graphs.network import Edge, Field, Network, Node, Spell, Value
from kg.graphs.project import focus as _focus
from kg.graphs.project import project
from kg.graphs.projections import Projection, find, projections
from kg.graphs.slices import Slice
from kg.store.base import View

if TYPE_CHECKING:
    import networkx as nx


class Options(TypedDict, total=False):
    """Which part of a projection: days as dates or ``YYYY-MM-DD``, a thing by name or IRI, kinds by name."""

    since: date | str | None
    until: date | str | None
    focus: str | None
    depth: int | None
    kinds: Iterable[str]
    min_weight: float
    folders: Iterable[Path]


def network(view: View, projection: str = "organisations", /, **options: Unpack[Options]) -> Network:
    """A projection of a store, or the part of it that the options tell.

    Raises :class:`kg.errors.NotFound` for an unknown projection, kind or thing and :class:`kg.errors.QueryError` for
    an option that cannot be used.
    """
    chosen = find(projection, options.get("folders") or ())
    around = options.get("focus")
    depth = options.get("depth")
    part = Slice(
        since=day("since", options.get("since")),
        until=day("until", options.get("until")),
        kinds=frozenset(options.get("kinds") or ()),
        min_weight=options.get("min_weight") or 0,
        focus=_focus(view, around) if around else frozenset(),
        depth=chosen.depth if depth is None else depth,
    )
    if part.depth < 1:
        raise QueryError("depth", f"should be 1 or more, not {part.depth}")
    return project(view, chosen, part)


def graph(
    view: View, projection: str = "organisations", /, **options: Unpack[Options]
) -> nx.MultiGraph[str] | nx.MultiDiGraph[str]:
    """The same as a networkx graph, for whatever networkx can do."""
    return to_networkx(network(view, projection, **options))


def day(name: str, value: date | str | None) -> date | None:
    """The day that an option tells; raises :class:`kg.errors.QueryError` with the option's name."""
    if value is None or isinstance(value, date):
        return value
    try:
        return date.fromisoformat(value)
    except ValueError as fault:
        raise QueryError(name, f"should be a day such as 2018-01-31, not {value!r}") from fault


__all__ = [
    "Edge",
    "Field",
    "Network",
    "Node",
    "Options",
    "Projection",
    "Slice",
    "Spell",
    "Value",
    "day",
    "find",
    "graph",
    "network",
    "of_networkx",
    "of_things",
    "project",
    "projections",
    "to_networkx",
]
