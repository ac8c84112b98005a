"""Triples as JSON-LD with the short keys of ``ontology/context.jsonld``.

Comes in: triples.  Goes out: JSON.  The one idea: a key is used only where the context reads it back as the very same
term; whatever does not fit is written out in full.  What a thing points at, and is told of here, stands inside it once.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from kg import resources
from kg.terms import PREFIXES

_TYPE = PREFIXES["rdf"] + "type"
_XSD = PREFIXES["xsd"]
_NATIVE: dict[str, Callable[[str], str | int | bool]] = {
    _XSD + "integer": int,
    _XSD + "boolean": lambda text: text in {"true", "1"},
}
_EMBEDDED = frozenset({PREFIXES["ikg"] + name for name in ("evidence", "unmapped")})
Told = dict[str, list[tuple[str, Any]]]


@dataclass(frozen=True, slots=True)
class Key:
    """A key of the context: what its values are read as (``@id``, ``@vocab``, a datatype), or their language."""

    name: str
    kind: str = ""
    language: str = ""
    vocabulary: str = ""


@cache
def context() -> dict[str, Any]:
    """The terms of the context, as they are declared."""
    told = json.loads((resources.ontology() / "context.jsonld").read_text(encoding="utf-8"))
    return dict(told["@context"])


@cache
def _keys() -> dict[str, Key]:
    """The key for each property or class IRI."""
    keys: dict[str, Key] = {}
    for name, declared in context().items():
        if name.startswith("@") or (isinstance(declared, str) and (":" not in declared or "//" in declared)):
            continue
        told = {"@id": declared} if isinstance(declared, str) else declared
        inner = told.get("@context", {})
        vocabulary = inner.get("@vocab", "") if isinstance(inner, dict) else ""
        key = Key(name, _expanded(told.get("@type", "")), told.get("@language", ""), vocabulary)
        keys.setdefault(_expanded(told["@id"]), key)
    return keys


def _expanded(name: str) -> str:
    prefix, colon, local = name.partition(":")
    start = context().get(prefix)
    return f"{start}{local}" if colon and isinstance(start, str) else name


def _short(iri: str) -> str:
    """An IRI by a prefix of the context, where there is one; slashes after a prefix are left in full."""
    for prefix, start in context().items():
        if isinstance(start, str) and start.startswith("http") and iri.startswith(start):
            local = iri.removeprefix(start)
            if local and not local.startswith("//"):
                return f"{prefix}:{local}"
    return iri


def compact(told: list[Triple], first: str, where: str) -> bytes:
    """The triples as JSON-LD that names its context by address; the thing of the IRI ``first`` opens it."""
    return json.dumps(document(told, first, where), ensure_ascii=False, indent=1).encode()


def document(told: list[Triple], first: str, where: Any) -> dict[str, Any]:  # noqa: ANN401 - an address or the context
    """The same as a dictionary."""
    by_subject: Told = defaultdict(list)
    for triple in told:
        by_subject[_name(triple.subject)].append((triple.predicate.value, triple.object))
    inside = {
        _name(triple.object)
        for triple in told
        if triple.predicate.value in _EMBEDDED and _name(triple.object) in by_subject
    }
    inside |= {name for name, about in by_subject.items() if name != first and _only_labelled(about)}
    tops = sorted((name for name in by_subject if name not in inside or name == first), key=lambda n: (n != first, n))
    waiting = set(inside) - {first}
    nodes = [_node(name, by_subject, waiting) for name in tops]
    nodes += [_node(name, by_subject, set()) for name in sorted(waiting)]  # what nothing here points at
    return {"@context": where, **nodes[0]} if len(nodes) == 1 else {"@context": where, "@graph": nodes}


def _only_labelled(about: list[tuple[str, Any]]) -> bool:
    return all(predicate == PREFIXES["rdfs"] + "label" for predicate, _ in about)


def _name(term: Any) -> str:  # noqa: ANN401 - any term
    return f"_:{term.value}" if isinstance(term, BlankNode) else str(getattr(term, "value", term))


def _node(name: str, by_subject: Told, waiting: set[str]) -> dict[str, Any]:
    about = by_subject[name]
    types = [_class(term.value) for predicate, term in about if predicate == _TYPE and isinstance(term, NamedNode)]
    scoped = _scoped(types)
    node: dict[str, Any] = {"id": _short(name)} | ({"type": types} if types else {})
    for predicate, term in about:
        if predicate == _TYPE and isinstance(term, NamedNode):
            continue
        key, value = _pair(predicate, term, scoped)
        if _name(term) in waiting and not isinstance(term, Literal):
            waiting.discard(_name(term))
            value = _node(_name(term), by_subject, waiting)
        node.setdefault(key, []).append(value)
    return {key: value[0] if isinstance(value, list) and len(value) == 1 else value for key, value in node.items()}


def _class(iri: str) -> str:
    key = _keys().get(iri)
    return key.name if key else _short(iri)


def _scoped(types: list[str]) -> frozenset[str]:
    """The keys that a class reads in its own way: they are not used in the ordinary one."""
    declared = (context().get(name) for name in types)
    return frozenset(key for one in declared if isinstance(one, dict) for key in one.get("@context", {}))


def _pair(predicate: str, term: Any, scoped: frozenset[str]) -> tuple[str, Any]:  # noqa: ANN401 - any term
    """The shortest key and value that are read back as the same."""
    key = _keys().get(predicate)
    if key is None or key.name in scoped:
        return _short(predicate), _full(term)
    if not isinstance(term, Literal):
        if key.kind == "@id":
            return key.name, _short(_name(term))
        local = _name(term).removeprefix(key.vocabulary) if key.vocabulary else ""
        fits = key.kind == "@vocab" and local != _name(term) and local.isascii() and ":" not in local
        return key.name, local if fits and local not in context() else _full(term)
    if _reads_plain(key, term):
        return key.name, _NATIVE.get(term.datatype.value, str)(term.value)
    return key.name, _full(term)


def _reads_plain(key: Key, term: Literal) -> bool:
    """Is the bare value read back as this literal?"""
    if key.kind in {"@id", "@vocab"}:
        return False
    if key.language:
        return term.language == key.language
    if term.language:
        return False
    if key.kind:
        return term.datatype.value == key.kind
    return term.datatype.value == _XSD + "string" or _is_native(term)


def _is_native(term: Literal) -> bool:
    known = _NATIVE.get(term.datatype.value)
    return known is not None and json.dumps(known(term.value)) == term.value


def _full(term: Any) -> Any:  # noqa: ANN401 - any term
    if not isinstance(term, Literal):
        return {"id": _short(_name(term))}
    if term.language:
        return {"@value": term.value, "@language": term.language}
    if term.datatype.value == _XSD + "string":
        return {"@value": term.value}
    return {"@value": term.value, "@type": term.datatype.value}
