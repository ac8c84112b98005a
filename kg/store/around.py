"""A document with what is told of the things that it names: all that is needed to see what it adds.

Comes in: a store, the lines of a graph.  Goes out: a small store in memory.  The one idea: a thing comes with everything that any
graph tells of it, and with the things that this points at, so that nothing within reach of the document is missing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pyoxigraph as ox

from kg.terms import DATA, DERIVED_GRAPH

Subject = ox.NamedNode | ox.BlankNode | ox.Triple
STEPS = 2  # from the document: to what it names, and to what is told of that (the body of a post)
_DERIVED = ox.NamedNode(DERIVED_GRAPH)


def around(engine: ox.Store, graph: str) -> ox.Store:
    """The graph, and of each thing within reach all quads that have it as their subject, but conclusions; the union beside them."""
    quads: list[ox.Quad] = list(engine.quads_for_pattern(None, None, None, ox.NamedNode(graph)))
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


def changes_others(engine: ox.Store, graph: str, what: Iterable[tuple[str, str | None]]) -> bool:
    """Does the graph alone tell these properties (with that value, or any) of things that other graphs name too?"""
    node = ox.NamedNode(graph)
    apart = (node, _DERIVED, ox.DefaultGraph())

    def elsewhere(subject: Subject | None, predicate: ox.NamedNode | None, value: Subject | ox.Literal | None) -> bool:
        return any(quad.graph_name not in apart for quad in engine.quads_for_pattern(subject, predicate, value, None))

    patterns = ((ox.NamedNode(one), ox.NamedNode(value) if value else None) for one, value in what)
    told = [quad for pattern in patterns for quad in engine.quads_for_pattern(None, *pattern, node)]
    return any(
        not elsewhere(quad.subject, quad.predicate, quad.object)
        and (elsewhere(quad.subject, None, None) or elsewhere(None, None, quad.subject))
        for quad in told
    )


def named_elsewhere(engine: ox.Store, graph: str, iris: Iterable[str]) -> bool:
    """Does another graph, but the conclusions, name any of these?"""
    apart = (ox.NamedNode(graph), _DERIVED, ox.DefaultGraph())
    nodes = [ox.NamedNode(iri) for iri in iris]
    return any(
        quad.graph_name not in apart
        for node in nodes
        for found in (
            engine.quads_for_pattern(node, None, None, None),
            engine.quads_for_pattern(None, None, node, None),
        )
        for quad in found
    )
