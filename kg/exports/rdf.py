"""RDF in every syntax: each node with its name and class, each edge as a triple and as a statement about it.

<a> net:asked <b> .
<…/edge/1> a rdf:Statement ; rdf:subject <a> ; rdf:predicate net:asked ; rdf:object <b> ;
    net:weight 2 ; net:facts 2 ; net:first "2017-03-14"^^xsd:date ; ikg:evidence <…#char=1203,1310> .
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cache
from typing import BinaryIO

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Triple, serialize

from kg.exports.base import Format, Sheet, Writer
from kg.exports.text import clean, xsd_double
from kg.graphs.kinds import kind as look_of
from kg.graphs.network import Field, Node, Value
from kg.store.syntaxes import check_xml
from kg.terms import NETWORK, PREFIXES, edge_iri, expand, iri, kind_iri, node_iri, slug

_PREFIXES = {"net": NETWORK, **{name: PREFIXES[name] for name in ("ikg", "rdf", "rdfs", "xsd")}}
_EVIDENCE = NamedNode(expand("ikg:evidence"))
_LABEL = NamedNode(expand("rdfs:label"))
_KIND = NamedNode(NETWORK + "kind")
_TYPE = NamedNode(expand("rdf:type"))
_STATEMENT = NamedNode(expand("rdf:Statement"))
_SUBJECT, _PREDICATE, _OBJECT = (NamedNode(expand(f"rdf:{part}")) for part in ("subject", "predicate", "object"))
_BOOLEAN, _DATE, _DOUBLE, _INTEGER = (
    NamedNode(expand(f"xsd:{name}")) for name in ("boolean", "date", "double", "integer")
)
Fact = tuple[NamedNode, NamedNode, NamedNode | Literal]


def facts(sheet: Sheet) -> Iterator[Fact]:
    """Everything that the network tells, node by node and edge by edge."""
    named = {node.id: NamedNode(node_iri(node.id)) for node in sheet.nodes}
    for node in sheet.nodes:
        yield from _of_node(named[node.id], node, sheet.node_fields)
    name_of = sheet.ends(lambda _, node: named[node.id].value)
    for number, edge in enumerate(sheet.edges, 1):
        about = NamedNode(edge_iri(sheet.name, number))
        one, kind, other = NamedNode(name_of(edge.source)), _property(edge.kind), NamedNode(name_of(edge.target))
        yield one, kind, other
        yield about, _TYPE, _STATEMENT
        yield about, _SUBJECT, one
        yield about, _PREDICATE, kind
        yield about, _OBJECT, other
        yield about, _KIND, Literal(clean(edge.kind))
        yield about, NamedNode(NETWORK + "weight"), _number(edge.weight)
        yield from _values(about, sheet.edge_fields, edge.values)


def _of_node(about: NamedNode, node: Node, fields: Sequence[Field]) -> Iterator[Fact]:
    yield about, _LABEL, Literal(node.label)
    yield about, _KIND, Literal(node.kind)
    rdf_class = look_of(node.kind).rdf_class
    if rdf_class:
        yield about, _TYPE, NamedNode(rdf_class)
    yield from _values(about, fields, node.values)


def _values(about: NamedNode, fields: Sequence[Field], values: Sequence[Value]) -> Iterator[Fact]:
    for field, value in zip(fields, values, strict=False):
        items = value if isinstance(value, tuple | list) else () if value is None else (value,)
        for item in items:
            if field.name == "evidence":
                yield about, _EVIDENCE, NamedNode(node_iri(str(item)))
            else:
                yield about, _field(field.name), _literal(item)


@cache
def _field(name: str) -> NamedNode:
    return NamedNode(NETWORK + name)


@cache
def _property(kind: str) -> NamedNode:
    return NamedNode(kind_iri(kind))


def _literal(value: str | float | date) -> Literal:
    if isinstance(value, bool):
        return Literal(str(value).lower(), datatype=_BOOLEAN)
    if isinstance(value, date):
        return Literal(value.isoformat(), datatype=_DATE)
    return Literal(clean(value)) if isinstance(value, str) else _number(value)


def _number(value: float) -> Literal:
    whole = isinstance(value, int) or value.is_integer()
    return Literal(xsd_double(value), datatype=_INTEGER if whole else _DOUBLE)


def _writer(syntax: RdfFormat) -> Writer:
    """What writes a network in a syntax; those with graphs put it into a graph of its own."""

    def write(sheet: Sheet, out: BinaryIO) -> None:
        if syntax.supports_datasets:
            graph = NamedNode(iri(f"network/{slug(sheet.name)}"))
            quads: Iterable[Quad] | Iterable[Triple] = (Quad(*fact, graph) for fact in facts(sheet))
        else:
            quads = (_checked(Triple(*fact), syntax) for fact in facts(sheet))
        steady = _Steady(out)
        serialize(quads, steady, format=syntax, prefixes=_PREFIXES)  # type: ignore[arg-type]
        steady.close()

    return write


class _Steady:
    """A stream that sorts the prefixes, which the engine writes in another order each time."""

    def __init__(self, out: BinaryIO) -> None:
        self._out = out
        self._head: bytes | None = b""

    def write(self, part: bytes) -> int:
        """Pass the part on once the prefixes have gone by."""
        if self._head is None:
            return self._out.write(part)
        self._head += part
        if any(not line.startswith(b"@prefix") for line in self._head.splitlines() if line.endswith(b".")):
            self.close()
        return len(part)

    def close(self) -> None:
        """Pass on what is left."""
        if self._head:
            lines = self._head.split(b"\n")
            count = next((place for place, line in enumerate(lines) if not line.startswith(b"@prefix")), len(lines))
            self._out.write(b"\n".join(sorted(lines[:count]) + lines[count:]))
        self._head = None

    def flush(self) -> None:
        """Nothing waits here but the prefixes."""


def _checked(triple: Triple, syntax: RdfFormat) -> Triple:
    if syntax == RdfFormat.RDF_XML:
        check_xml(triple)
    return triple


_SYNTAXES: tuple[tuple[str, str, str, RdfFormat], ...] = (
    ("turtle", ".ttl", "text/turtle", RdfFormat.TURTLE),
    ("trig", ".trig", "application/trig", RdfFormat.TRIG),
    ("ntriples", ".nt", "application/n-triples", RdfFormat.N_TRIPLES),
    ("nquads", ".nq", "application/n-quads", RdfFormat.N_QUADS),
    ("rdfxml", ".rdf", "application/rdf+xml", RdfFormat.RDF_XML),
    ("jsonld", ".jsonld", "application/ld+json", RdfFormat.JSON_LD),
)
FORMATS: Sequence[Format] = [
    Format(
        name, "RDF tools: the edges as triples and as statements", suffix, media, {f"graph{suffix}": _writer(syntax)}
    )
    for name, suffix, media, syntax in _SYNTAXES
]
