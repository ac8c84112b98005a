"""Literals as they were written, where the engine keeps their value alone: 1.50 and not 1.5.

Comes in: data that is added.  Goes out: for each value the form in which it was written, where that is another than the engine's.  The
one idea: a term of an answer does not say from which triple it comes, so a value has a form of its own only where everything that
holds it was written in that one form.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import pyoxigraph as ox

from kg.patterns import expression
from kg.store.background import STATE_GRAPH
from kg.terms import expand

Written = dict[ox.Literal, ox.Literal]  # the engine's form → the form in which it was written
Holder = tuple[object, object]  # subject and predicate; no subject where it is a blank node, which goes by another name
_TEXTS = (expand("xsd:string"), expand("rdf:langString"), expand("rdf:dirLangString"))
_WHOLE, _SURE = expand("xsd:integer"), expression(r"0|-?[1-9]\d{0,17}")
_STATE, _WRITTEN = ox.NamedNode(STATE_GRAPH), ox.NamedNode("urn:written-as")


def learned(engine: ox.Store, written: Written, added: Sequence[ox.Quad], *, united: bool = False) -> Written:
    """What is known when data has been added (or something taken away): forms of values that something still holds.

    ``united``: the default graph is a union of the others, and does not count.
    """
    forms: dict[ox.Literal, set[ox.Literal]] = {}
    holders: dict[ox.Literal, set[Holder]] = {}
    for quad, value in zip(added, _values([quad.object for quad in added]), strict=True):
        if value is not None:
            forms.setdefault(value, set()).add(quad.object)  # type: ignore[arg-type]  # a value is one of a literal
            holders.setdefault(value, set()).add(_holder(quad))
    now = dict(written)
    for value, found in forms.items():
        if found == {value} and value not in written:
            continue
        others = set(map(_holder, _holding(engine, value, united))) - holders[value]
        every = found | {written.get(value, value)} if others else found
        if len(every) == 1:
            now[value] = next(iter(every))
        else:
            now.pop(value, None)
    return {value: form for value, form in now.items() if value != form and next(_holding(engine, value, united), None)}


def _holder(quad: ox.Quad) -> Holder:
    return None if isinstance(quad.subject, ox.BlankNode) else quad.subject, quad.predicate


def _holding(engine: ox.Store, value: ox.Literal, united: bool) -> Iterator[ox.Quad]:
    found = engine.quads_for_pattern(None, None, value, None)
    return (quad for quad in found if not united or isinstance(quad.graph_name, ox.NamedNode))


def _values(terms: Sequence[object]) -> list[ox.Literal | None]:
    """Each literal as the engine keeps it; nothing for what is none, or is kept as it is in any case."""
    engine, predicate = ox.Store(), ox.NamedNode("urn:value")
    asked = {number: term for number, term in enumerate(terms) if isinstance(term, ox.Literal) and not _is_text(term)}
    values: dict[int, ox.Literal] = {number: term for number, term in asked.items() if _is_sure(term)}
    engine.extend(
        [
            ox.Quad(ox.NamedNode(f"urn:{number}"), predicate, term)
            for number, term in asked.items()
            if number not in values
        ]
    )
    for quad in engine:
        if isinstance(quad.subject, ox.NamedNode) and isinstance(quad.object, ox.Literal):
            values[int(quad.subject.value.removeprefix("urn:"))] = quad.object
    return [values.get(number) for number in range(len(terms))]


def _is_text(term: ox.Literal) -> bool:
    return term.datatype.value in _TEXTS


def _is_sure(term: ox.Literal) -> bool:
    return term.datatype.value == _WHOLE and _SURE.fullmatch(term.value) is not None


# ── a graph on disk ──────────────────────────────────────────────────────────────────────────────────────────────


def noted(graph: str, lines: Iterable[str]) -> str:
    """The update by which a store remembers the forms of a graph, whose lines these are."""
    node = ox.NamedNode(graph)
    quads = list(ox.parse("\n".join(lines).encode(), ox.RdfFormat.N_QUADS))
    alone = ox.Store()
    alone.extend(quads)
    told = [f"{node} {_WRITTEN} {ox.Literal(f'{value} {form}')} ." for value, form in learned(alone, {}, quads).items()]
    forget = f"DELETE WHERE {{ GRAPH {_STATE} {{ {node} {_WRITTEN} ?form }} }}"
    return f"{forget} ; INSERT DATA {{ GRAPH {_STATE} {{ {' '.join(told)} }} }}" if told else forget


def restored(lines: Iterable[bytes], graph: str, forms: Iterable[tuple[str, str]]) -> list[bytes]:
    """N-Quads lines of a graph with literals as they were written; ``forms`` are pairs of terms."""
    node = ox.NamedNode(graph)
    endings = [(f" {value} {node} .".encode(), f" {form} {node} .".encode()) for value, form in forms]
    return [_restored(line, endings) for line in lines]


def _restored(line: bytes, endings: Sequence[tuple[bytes, bytes]]) -> bytes:
    for value, form in endings:
        if line.endswith(value):
            return line.removesuffix(value) + form
    return line


def forms_of(engine: ox.Store, graph: str) -> list[tuple[str, str]]:
    """The forms that a store remembers of a graph, as pairs of terms."""
    told = engine.quads_for_pattern(ox.NamedNode(graph), _WRITTEN, None, _STATE)
    return [_pair(quad.object.value) for quad in told if isinstance(quad.object, ox.Literal)]


def _pair(told: str) -> tuple[str, str]:
    value, _, form = told.partition("> ")
    return f"{value}>", form
