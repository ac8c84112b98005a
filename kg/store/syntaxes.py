"""The forms in which a whole store can be written out.

Comes in: the sorted N-Quads of a store.  Goes out: bytes.  The one idea: everything is written from sorted quads, so
that the same facts give the same bytes in every form.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from itertools import groupby

from pyoxigraph import Literal, Quad, RdfFormat, Triple, parse, serialize

from kg.errors import ExportError, NotFound
from kg.patterns import expression
from kg.store.base import View
from kg.terms import PREFIXES

_TYPE = PREFIXES["rdf"] + "type"
_INTEGER = PREFIXES["xsd"] + "integer"
_WRITTEN = {
    prefix: start for prefix, start in PREFIXES.items() if prefix != "data"
}  # data:minutes\\/x is worse than an IRI
_NO_XML = expression("[\x00-\x08\x0b-\x1f\ufffe\uffff]")
_XML_NAME = expression(r"[^\W\d][\w.-]*$")
_SORTED_PREFIXES = sorted(PREFIXES.items(), key=lambda pair: -len(pair[1]))


def canonical(lines: Iterable[bytes]) -> bytes:
    """N-Quads lines in the order of their code points, each once."""
    return b"".join(line + b"\n" for line in sorted(set(lines)))


def content_of(lines: Iterable[str]) -> bytes:
    """The same of lines that are text: the order is the same."""
    return "\n".join([*sorted(set(lines)), ""]).encode()


def _quads(nquads: bytes) -> list[Quad]:
    return list(parse(nquads, format=RdfFormat.N_QUADS))


def _trig(nquads: bytes) -> bytes:
    return steady(serialize(_by_graph(_quads(nquads)), format=RdfFormat.TRIG, prefixes=_WRITTEN) or b"")


def _turtle(nquads: bytes) -> bytes:
    triples = dict.fromkeys(quad.triple for quad in _quads(nquads))
    return steady(serialize(triples, format=RdfFormat.TURTLE, prefixes=_WRITTEN) or b"")


def _ntriples(nquads: bytes) -> bytes:
    triples = dict.fromkeys(quad.triple for quad in _quads(nquads))
    return canonical((serialize(triples, format=RdfFormat.N_TRIPLES) or b"").splitlines())


def _jsonld(nquads: bytes) -> bytes:
    return (serialize(_by_graph(_quads(nquads)), format=RdfFormat.JSON_LD) or b"") + b"\n"


def _rdfxml(nquads: bytes) -> bytes:
    triples = dict.fromkeys(quad.triple for quad in _quads(nquads))
    for triple in triples:
        check_xml(triple)
    return serialize(triples, format=RdfFormat.RDF_XML, prefixes=_WRITTEN) or b""


def check_xml(triple: Triple) -> None:
    """Raises :class:`kg.errors.ExportError` where RDF/XML has no way to write the triple."""
    told = triple.object.value if isinstance(triple.object, Literal) else ""
    if not told.isprintable() and _NO_XML.search(told):
        fault = "a control character or a carriage return"
    elif not _XML_NAME.search(triple.predicate.value):
        fault = "a property whose IRI does not end in a name"
    else:
        return
    raise ExportError("rdfxml", f"{triple.subject} {triple.predicate} has {fault}; every other RDF syntax can hold it")


def steady(written: bytes) -> bytes:
    """The engine writes its prefixes in another order each time; here they are sorted."""
    lines = written.split(b"\n")
    count = next((number for number, line in enumerate(lines) if not line.startswith(b"@prefix")), len(lines))
    return b"\n".join(sorted(lines[:count]) + lines[count:])


def _by_graph(quads: list[Quad]) -> list[Quad]:
    return sorted(quads, key=lambda quad: quad.graph_name.value if hasattr(quad.graph_name, "value") else "")


def _jsonl(nquads: bytes) -> bytes:
    """One line for each thing in each graph: its IRI, graph and classes, and its properties by their short names."""
    things = groupby(_by_graph(_quads(nquads)), key=lambda quad: (quad.graph_name, quad.subject))
    return b"".join(json.dumps(_thing(list(quads)), ensure_ascii=False).encode() + b"\n" for _, quads in things)


def _thing(quads: list[Quad]) -> dict[str, object]:
    first = quads[0]
    thing: dict[str, object] = {"id": _value(first.subject), "graph": _value(first.graph_name)}
    properties: dict[str, list[object]] = {}
    for quad in quads:
        is_class = quad.predicate.value == _TYPE
        value = short(str(_value(quad.object))) if is_class else _value(quad.object)
        properties.setdefault("type" if is_class else short(quad.predicate.value), []).append(value)
    return thing | {name: values[0] if len(values) == 1 else values for name, values in properties.items()}


def _value(term: object) -> str | int:
    if isinstance(term, Literal):
        return int(term.value) if term.datatype.value == _INTEGER else term.value
    return str(getattr(term, "value", "")) or str(term)


def short(iri: str) -> str:
    """The IRI as a prefixed name, where a prefix is known and the name is a plain one.

    >>> short("http://www.w3.org/ns/org#holds")
    'org:holds'
    """
    for prefix, start in _SORTED_PREFIXES:
        local = iri.removeprefix(start)
        if local != iri and local.replace("-", "").replace("_", "").isalnum():
            return f"{prefix}:{local}"
    return iri


SYNTAXES: dict[str, Callable[[bytes], bytes]] = {
    "nquads": bytes,
    "trig": _trig,
    "turtle": _turtle,
    "jsonl": _jsonl,
    "ntriples": _ntriples,
    "rdfxml": _rdfxml,
    "jsonld": _jsonld,
}


def write(nquads: bytes, syntax: str) -> bytes:
    """Sorted N-Quads in another syntax; an unknown one raises :class:`kg.errors.NotFound` with those that are known."""
    if syntax not in SYNTAXES:
        raise NotFound("format", syntax, SYNTAXES)
    return SYNTAXES[syntax](nquads)


def export(view: View, syntax: str = "nquads") -> bytes:
    """Everything in a store, in one of :data:`SYNTAXES`."""
    return view.dump(syntax)
