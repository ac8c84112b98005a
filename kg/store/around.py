"""Documents with what is told of the things that they name: all that is needed to see what they add.

Comes in: a store, some of its graphs.  Goes out: a small store in memory.  The one idea: a thing comes with everything that any
graph tells of it, and with the things that this points at, so that nothing within reach of the document is missing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pyoxigraph as ox

from kg.terms import DATA, DERIVED_GRAPH

Subject = ox.NamedNode | ox.BlankNode | ox.Triple
STEPS = 2  # from the document: to what it names, and to what is told of that (the body of a post)
_DERIVED = ox.NamedNode(DERIVED_GRAPH)


def around(engine: ox.Store, graphs: Iterable[str]) -> ox.Store:
    """The graphs, and of each thing within reach all quads that have it as their subject, but conclusions; the union beside them."""
    nodes = [ox.NamedNode(graph) for graph in graphs]
    quads = [quad for node in nodes for quad in engine.quads_for_pattern(None, None, None, node)]
    seen: set[Subject] = set()
    seen.update(quad.subject for quad in quads)
    reach = _named(quads) | seen
    for _ in range(STEPS):
        fresh = [quad for thing in reach for quad in _told_of(engine, thing)]
        quads += fresh
        seen |= reach
        reach = _named(fresh) - seen
    found = ox.Store()
    found.extend(_with_union(quads))
    return found


def _told_of(engine: ox.Store, thing: Subject) -> Iterator[ox.Quad]:
    for quad in engine.quads_for_pattern(thing, None, None, None):
        if isinstance(quad.graph_name, ox.NamedNode) and quad.graph_name != _DERIVED:
            yield quad


def _named(quads: Iterable[ox.Quad]) -> set[Subject]:
    """The things of ours that quads point at."""
    found: set[Subject] = set()
    for quad in quads:
        if isinstance(quad.object, ox.NamedNode) and quad.object.value.startswith(DATA):
            found.add(quad.object)
    return found


def _with_union(quads: Iterable[ox.Quad]) -> Iterator[ox.Quad]:
    """Quads, each also in the default graph."""
    for quad in quads:
        yield quad
        yield ox.Quad(quad.subject, quad.predicate, quad.object)


def changes_others(engine: ox.Store, graphs: Iterable[str], what: Iterable[tuple[str, str | None]]) -> bool:
    """Do these graphs alone tell these properties (with that value, or any) of things that other graphs name too?"""
    nodes = [ox.NamedNode(graph) for graph in graphs]
    apart = (*nodes, _DERIVED, ox.DefaultGraph())

    def elsewhere(subject: Subject | None, predicate: ox.NamedNode | None, value: Subject | ox.Literal | None) -> bool:
        return any(quad.graph_name not in apart for quad in engine.quads_for_pattern(subject, predicate, value, None))

    patterns = [(ox.NamedNode(one), ox.NamedNode(value) if value else None) for one, value in what]
    told = (quad for node in nodes for one in patterns for quad in engine.quads_for_pattern(None, *one, node))
    return any(
        not elsewhere(quad.subject, quad.predicate, quad.object)
        and (elsewhere(quad.subject, None, None) or elsewhere(None, None, quad.subject))
        for quad in told
    )


def named_elsewhere(engine: ox.Store, graphs: Iterable[str], iris: Iterable[str]) -> bool:
    """Does another graph, but the conclusions, name any of these?"""
    apart = (*map(ox.NamedNode, graphs), _DERIVED, ox.DefaultGraph())
    return any(
        quad.graph_name not in apart
        for node in map(ox.NamedNode, iris)
        for found in (
            engine.quads_for_pattern(node, None, None, None),
            engine.quads_for_pattern(None, None, node, None),
        )
        for quad in found
    )
