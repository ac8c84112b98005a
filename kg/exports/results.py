"""The result of any query as a network: triples (CONSTRUCT, DESCRIBE), or rows with ``?source`` and ``?target``.

Comes in: what the engine found.  Goes out: a Network.  The one idea: a triple between two things is an edge, a triple with
a text or number a value of its subject; of a row, ``?kind``, ``?weight`` and all other variables are values of the edge.
"""

from __future__ import annotations

from collections.abc import Mapping

from pyoxigraph import BlankNode, Literal, NamedNode, QueryBoolean, QuerySolutions, QueryTriples

from kg.answers import python
from kg.errors import QueryError
from kg.graphs import Network, of_things
from kg.graphs.facts import Words
from kg.graphs.things import things
from kg.store.base import Results, View
from kg.terms import expand

_LABEL = expand("rdfs:label")
_NEEDED = ("source", "target")
Told = dict[str, object]


def network_of(view: View, found: Results, name: str = "query") -> Network:
    """The network that a result tells; names and kinds that it does not tell are those of the graph.

    Raises :class:`kg.errors.QueryError` for rows without ``?source`` and ``?target``.
    """
    if isinstance(found, QueryBoolean):
        raise QueryError("ASK", "gives no network; CONSTRUCT and SELECT ?source ?target … do")
    nodes, edges = _of_triples(found) if isinstance(found, QueryTriples) else _of_rows(found)
    for one, other, _ in edges:
        nodes.setdefault(one, {})
        nodes.setdefault(other, {})
    for iri, thing in things(view, [iri for iri in nodes if not iri.startswith("_:")]).items():
        nodes[iri] = {"label": thing.label, "kind": thing.kind} | nodes[iri]
    return of_things(sorted(nodes.items()), edges, name=name)


def _of_triples(found: QueryTriples) -> tuple[dict[str, Told], list[tuple[str, str, Told]]]:
    words = Words()
    nodes: dict[str, Told] = {}
    edges: list[tuple[str, str, Told]] = []
    for triple in sorted(found, key=str):
        subject, value = _id(triple.subject), triple.object
        if subject is None:
            continue
        node = nodes.setdefault(subject, {})
        if isinstance(value, Literal):
            named = "label" if triple.predicate.value == _LABEL else words[triple.predicate.value]
            _add(node, named, python(value))
        elif (target := _id(value)) is not None:
            edges.append((subject, target, {"kind": words[triple.predicate.value]}))
    return nodes, edges


def _add(node: Told, name: str, value: object) -> None:
    """A second value of one name makes a list; a second label is passed over."""
    if name not in node:
        node[name] = value
    elif name != "label":
        before = node[name]
        node[name] = (*before, str(value)) if isinstance(before, tuple) else (str(before), str(value))


def _of_rows(found: QuerySolutions) -> tuple[dict[str, Told], list[tuple[str, str, Told]]]:
    names = [variable.value for variable in found.variables]
    missing = [f"?{name}" for name in _NEEDED if name not in names]
    if missing:
        raise QueryError("as a network", f"needs SELECT ?source ?target …; {' and '.join(missing)} is not selected")
    words = Words()
    edges = []
    for row in found:
        told = {name: row[place] for place, name in enumerate(names)}
        one, other = _id(told.pop("source")), _id(told.pop("target"))
        if one is not None and other is not None:
            edges.append((one, other, _values(told, words)))
    return {}, edges


def _values(told: Mapping[str, object], words: Words) -> Told:
    values: Told = {}
    for name, term in told.items():
        if isinstance(term, NamedNode):
            values[name] = words[term.value] if name == "kind" else term.value
        elif term is not None:
            values[name] = python(term)
    return values


def _id(term: object) -> str | None:
    """The id of a thing; a literal is none."""
    if isinstance(term, NamedNode):
        return term.value
    return str(term) if isinstance(term, BlankNode) else None
