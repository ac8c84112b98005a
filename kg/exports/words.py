"""The words behind the edges of a network.

Comes in: a view and a Network whose edges carry ``evidence``.  Goes out: the text and source of each quote.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from pyoxigraph import NamedNode, QuerySolutions

from kg.exports.base import Quote
from kg.graphs.network import Edge, Network
from kg.store.base import View
from kg.terms import node_iri

_AT_A_TIME = 500
_QUERY = """SELECT ?quote ?text ?title ?day WHERE {{ VALUES ?quote {{ {quotes} }} ?quote oa:exact ?text .
  OPTIONAL {{ ?quote prov:wasQuotedFrom ?minutes . OPTIONAL {{ ?minutes dcterms:title ?title }}
    OPTIONAL {{ ?meeting ikg:recordedIn ?minutes ; dcterms:date ?day }} }} }}"""


def words_of(view: View, network: Network) -> dict[str, Quote]:
    """The words of every quote that an edge names, by the quote's IRI."""
    place = next((number for number, field in enumerate(network.edge_fields) if field.name == "evidence"), None)
    if place is None:
        return {}
    quotes = iter(sorted({iri for edge in network.edges for iri in _evidence(edge, place)}))
    words: dict[str, Quote] = {}
    while some := list(islice(quotes, _AT_A_TIME)):
        found = view.query(_QUERY.format(quotes=" ".join(str(NamedNode(iri)) for iri in some)))
        for row in found if isinstance(found, QuerySolutions) else ():
            quote, text, title, day = (str(getattr(term, "value", "")) for term in row)
            words[quote] = Quote(text, ", ".join(part for part in (title, day) if part))
    return words


def _evidence(edge: Edge, place: int) -> Iterator[str]:
    value = edge.values[place] if place < len(edge.values) else None
    for iri in value if isinstance(value, tuple | list) else ():
        if iri == node_iri(iri):
            yield iri
