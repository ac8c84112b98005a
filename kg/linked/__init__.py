"""One thing of the graph as linked data: what is told of it, the facts that name it, and their words.

Comes in: an IRI.  Goes out: RDF in the form that is wanted.  The one idea: a document is its whole named graph; anything
else is told with the facts that point at it and the quotes that they rest on, so that no second request is needed.
"""

from __future__ import annotations

from collections.abc import Callable

from pyoxigraph import NamedNode, QueryTriples, RdfFormat, Triple, parse, serialize

from kg.errors import NotFound, QueryError
from kg.linked.compact import compact, context
from kg.store.base import View
from kg.store.syntaxes import steady
from kg.terms import PREFIXES

FORMS = {
    "turtle": "text/turtle",
    "jsonld": "application/ld+json",
    "nt": "application/n-triples",
    "xml": "application/rdf+xml",
}
NAMING = 1000  # how many facts that name a thing are told with it

_DOCUMENT = "CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH {thing} {{ ?s ?p ?o }} }}"
_THING = """CONSTRUCT {{ ?s ?p ?o }} WHERE {{
  {{ BIND({thing} AS ?s) {thing} ?p ?o }}
  UNION {{ {thing} ikg:evidence|ikg:unmapped ?s . ?s ?p ?o }}
  UNION {{ {thing} ?to ?s . ?s rdfs:label ?o BIND(rdfs:label AS ?p) }}
  UNION {{ {{ SELECT DISTINCT ?s {{ ?s ?any {thing} }} ORDER BY ?s LIMIT {limit} }} ?s ?p ?o }}
  UNION {{ {{ SELECT DISTINCT ?fact {{ ?fact ?any {thing} }} ORDER BY ?fact LIMIT {limit} }}
    ?fact ikg:evidence ?s . ?s ?p ?o }}
  FILTER(?p != schema:text)
}}"""

Prefixes = {prefix: start for prefix, start in PREFIXES.items() if prefix != "data"}


def triples(view: View, iri: str) -> list[Triple]:
    """The triples that tell of a thing, sorted; raises :class:`kg.errors.NotFound` where there are none."""
    try:
        thing = str(NamedNode(iri))
    except ValueError as fault:
        raise QueryError(iri, "is not an IRI") from fault
    form = _DOCUMENT if iri in set(view.graphs()) else _THING
    found = view.query(form.format(thing=thing, limit=NAMING))
    told = sorted({*found}, key=str) if isinstance(found, QueryTriples) else []
    if not told:
        raise NotFound("thing", iri)
    return told


def linked(view: View, iri: str, form: str, where: str) -> bytes:
    """A thing as linked data in one of :data:`FORMS`; ``where`` is the address at which JSON-LD finds its context."""
    return write(triples(view, iri), form, iri, where)


def write(told: list[Triple], form: str, iri: str, where: str) -> bytes:
    """Triples in one of :data:`FORMS`; in JSON-LD the thing of that IRI comes first."""
    if form not in _WRITERS:
        raise NotFound("form", form, FORMS)
    return _WRITERS[form](told, iri, where)


def _jsonld(told: list[Triple], iri: str, where: str) -> bytes:
    return compact(told, iri, where)


def _by_engine(form: RdfFormat) -> Callable[[list[Triple], str, str], bytes]:
    def writing(told: list[Triple], iri: str, where: str) -> bytes:
        return steady(serialize(told, format=form, prefixes=None if form == RdfFormat.N_TRIPLES else Prefixes) or b"")

    return writing


_WRITERS: dict[str, Callable[[list[Triple], str, str], bytes]] = {
    "turtle": _by_engine(RdfFormat.TURTLE),
    "jsonld": _jsonld,
    "nt": _by_engine(RdfFormat.N_TRIPLES),
    "xml": _by_engine(RdfFormat.RDF_XML),
}


def read(ntriples: bytes) -> list[Triple]:
    """N-Triples as triples, sorted."""
    return sorted({quad.triple for quad in parse(ntriples, format=RdfFormat.N_TRIPLES)}, key=str)


__all__ = ["FORMS", "context", "linked", "read", "triples", "write"]
