"""Changes of a graph: SPARQL updates and the operations of the Graph Store Protocol.

Comes in: a graph in memory, and a change.  Goes out: the changed graph.  The one idea: a change is tried on a copy first;
what curators may change is one graph of their own, and whoever touches another changes nothing at all.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple, TypeAlias

import pyoxigraph as ox
from pyoxigraph import RdfFormat

from kg.errors import NotFound, QueryError
from kg.patterns import expression
from kg.sparql.guard import check
from kg.sparql.results import TRIPLES, Outcome
from kg.sparql.using import with_using
from kg.sparql.written import as_written, data_of
from kg.store import open_store
from kg.store.embedded import Embedded, brief
from kg.store.forms import learned, restored
from kg.terms import DERIVED_GRAPH, PREFIXES

READ = {media: form for form, (media, _) in TRIPLES.items()} | {"text/plain": "nt", "application/xml": "rdfxml"}
_MISSING = expression(r"The graph <(.*)> does not exist")  # the engine's words

Using: TypeAlias = tuple[Sequence[str], Sequence[str]]


class Part(NamedTuple):
    """RDF as it was sent, in a form of TRIPLES."""

    content: bytes
    form: str


class Curated(NamedTuple):
    """What a change made of the curators' graph, and what it returned."""

    lines: list[str]
    reply: object


def update(view: Embedded, text: str, using: Using, base: str, prefixes: bool) -> None:
    """Carry out an update, all of it or nothing; raises :class:`kg.errors.QueryError` where it is none or may not run.

    ``using`` are the graphs that the request names, the default ones and the named ones.
    """
    check(text)
    text = with_using(text, *using)
    added = data_of(text, base, prefixes=prefixes)
    missed: list[ox.NamedNode] = []
    try:
        while graph := _missed(view, text, base, prefixes):
            if graph in missed:
                raise QueryError(_first(text), f"cannot be done and changed nothing: it clears {graph} twice")
            view.engine.add_graph(graph)
            missed.append(graph)
    finally:
        for graph in missed:
            if next(view.engine.quads_for_pattern(None, None, None, graph), None) is None:
                view.engine.remove_graph(graph)
    _learn(view, added)


def _missed(view: Embedded, text: str, base: str, prefixes: bool) -> ox.NamedNode | None:
    """Carry out an update; the graph that it misses, where it is to clear one that is not there: that is an empty one.

    (Empty graphs are not kept, so that SPARQL lets the update be well.)
    """
    try:
        view.engine.update(text, base_iri=base, prefixes=PREFIXES if prefixes else None)
    except (SyntaxError, ValueError) as fault:
        raise QueryError(_first(text), brief(str(fault))) from fault
    except (OSError, RuntimeError) as fault:
        if missing := _MISSING.fullmatch(str(fault)):
            return ox.NamedNode(missing[1])
        raise QueryError(_first(text), f"cannot be done and changed nothing: {brief(str(fault))}") from fault
    return None


def _first(text: str) -> str:
    return text.strip()[:80].partition("\n")[0]


def content(view: Embedded, graph: str | None, form: str) -> Outcome:
    """A graph in one of the forms for triples; ``None`` is the default graph.  Raises NotFound where there is none."""
    node = _node(graph)
    if isinstance(node, ox.NamedNode) and not view.engine.contains_named_graph(node):
        raise NotFound("graph", str(graph))
    triples = [quad.triple for quad in view.engine.quads_for_pattern(None, None, None, node)]
    told = as_written(triples, view.written) if view.written else triples
    return Outcome(form, ox.serialize(told, format=TRIPLES[form][1]) or b"", len(triples))


def put(view: Embedded, graph: str | None, parts: Sequence[Part], base: str) -> bool:
    """Let what was sent take the place of a graph; was there none before?"""
    quads = _parsed(parts, graph, base)
    node = _node(graph)
    new = isinstance(node, ox.NamedNode) and not view.engine.contains_named_graph(node)
    view.engine.clear_graph(node)
    _add(view, node, quads)
    return new


def add(view: Embedded, graph: str | None, parts: Sequence[Part], base: str) -> bool:
    """Add what was sent to a graph; was there none before?"""
    quads = _parsed(parts, graph, base)
    node = _node(graph)
    new = isinstance(node, ox.NamedNode) and not view.engine.contains_named_graph(node)
    _add(view, node, quads)
    return new


def drop(view: Embedded, graph: str | None) -> None:
    """Take a graph out; raises NotFound where there is none."""
    node = _node(graph)
    if isinstance(node, ox.NamedNode) and not view.engine.contains_named_graph(node):
        raise NotFound("graph", str(graph))
    view.engine.remove_graph(node)
    _learn(view, ())


def _add(view: Embedded, node: ox.NamedNode | ox.DefaultGraph, quads: Sequence[ox.Quad]) -> None:
    if isinstance(node, ox.NamedNode):
        view.engine.add_graph(node)
    view.engine.extend(quads)
    _learn(view, quads)


def _learn(view: Embedded, added: Sequence[ox.Quad]) -> None:
    if added or view.written:
        view.written = learned(view.engine, view.written, added, united=view.united)


def _node(graph: str | None) -> ox.NamedNode | ox.DefaultGraph:
    if graph is None:
        return ox.DefaultGraph()
    try:
        return ox.NamedNode(graph)
    except ValueError as fault:
        raise QueryError(graph[:80], f"is no IRI of a graph: {brief(str(fault))}") from fault


def _parsed(parts: Sequence[Part], graph: str | None, base: str) -> list[ox.Quad]:
    node = _node(graph)
    quads = []
    for part in parts:
        try:
            found = list(ox.parse(part.content, TRIPLES[part.form][1], base_iri=graph or base, rename_blank_nodes=True))
        except (SyntaxError, ValueError) as fault:
            raise QueryError("body", f"is no RDF: {brief(str(fault))}") from fault
        quads += [ox.Quad(quad.subject, quad.predicate, quad.object, node) for quad in found]
    return quads


# ── for curators ─────────────────────────────────────────────────────────────────────────────────────────────────


def curated(view: Embedded, graph: str, change: Callable[..., object], args: Sequence[object]) -> Curated:
    """Try a change, and give the graph that curators own as it is then.

    Raises :class:`kg.errors.QueryError` where anything else would be another than before.
    """
    ending = f" <{graph}> .".encode()
    _, before = _parted(view, ending)
    reply = change(view, *args)
    own, after = _parted(view, ending)
    if before != after:
        raise QueryError("update", f"would change what is not the curators'; write GRAPH <{graph}> {{ … }} around it")
    forms = ((str(value), str(form)) for value, form in view.written.items())
    return Curated(sorted(line.decode() for line in restored(own, graph, forms)), reply)


def _parted(view: Embedded, ending: bytes) -> tuple[set[bytes], set[bytes]]:
    lines = (view.engine.dump(format=RdfFormat.N_QUADS) or b"").split(b"\n")
    own = {line for line in lines if line.endswith(ending)}
    return own, {*lines} - own


def keep(place: str, graph: str, lines: list[str]) -> None:
    """Write a graph into the store on disk, and draw the rules' conclusions again.

    Raises :class:`kg.errors.StoreError` where another process writes.
    """
    with open_store(place) as store:
        if lines:
            store.replace({graph: lines})
        else:
            store.remove(graph)
        store.note_forms(graph, lines)
        if graph != DERIVED_GRAPH:
            store.derive()
        store.flush()
