"""What an endpoint can do, in the words of the SPARQL service description.

Comes in: its address and its graphs.  Goes out: triples.  The one idea: a client that knows nothing of us finds out by
asking the endpoint itself.
"""

from __future__ import annotations

from collections.abc import Mapping

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from kg.answers import answer
from kg.store.base import View
from kg.terms import expand

SD = "http://www.w3.org/ns/sparql-service-description#"
VOID = "http://rdfs.org/ns/void#"
FORMATS = "http://www.w3.org/ns/formats/"
_RESULTS = ("SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV", "Turtle", "N-Triples",
            "RDF_XML", "JSON-LD", "TriG", "N-Quads")  # fmt: skip
_COUNT = "SELECT ?graph (COUNT(*) AS ?n) { GRAPH ?graph { ?s ?p ?o } } GROUP BY ?graph ORDER BY ?graph"
_MOST = 1000  # graphs that are listed one by one


def sizes(view: View) -> dict[str, int]:
    """How many triples each graph has."""
    return {str(graph): int(str(number)) for graph, number in answer(view, _COUNT).rows}


def described(endpoint: str, dataset: str, graphs: Mapping[str, int], *, union: bool, update: bool) -> list[Triple]:
    """The description of the service at ``endpoint``; the first thousand graphs are listed by name."""
    here, whole, default = NamedNode(endpoint), NamedNode(dataset), BlankNode("default")
    told = [
        _told(here, "rdf:type", NamedNode(SD + "Service")),
        _told(here, SD + "endpoint", here),
        _told(here, SD + "supportedLanguage", NamedNode(SD + "SPARQL11Query")),
        _told(here, SD + "defaultEntailmentRegime", NamedNode("http://www.w3.org/ns/entailment/Simple")),
        _told(here, SD + "defaultDataset", whole),
        _told(whole, "rdf:type", NamedNode(SD + "Dataset")),
        _told(whole, SD + "defaultGraph", default),
        _told(default, "rdf:type", NamedNode(SD + "Graph")),
    ]
    told += [_told(here, SD + "resultFormat", NamedNode(FORMATS + name)) for name in _RESULTS]
    if union:
        told.append(_told(here, SD + "feature", NamedNode(SD + "UnionDefaultGraph")))
    if update:
        told.append(_told(here, SD + "supportedLanguage", NamedNode(SD + "SPARQL11Update")))
    for number, (graph, size) in enumerate(list(graphs.items())[:_MOST]):
        told += _named(whole, graph, size, number)
    return told


def _named(whole: NamedNode, graph: str, size: int, number: int) -> list[Triple]:
    named, content = BlankNode(f"named{number}"), BlankNode(f"graph{number}")
    return [
        _told(whole, SD + "namedGraph", named),
        _told(named, SD + "name", NamedNode(graph)),
        _told(named, SD + "graph", content),
        _told(content, "rdf:type", NamedNode(SD + "Graph")),
        _told(content, VOID + "triples", Literal(size)),
    ]


def _told(subject: NamedNode | BlankNode, name: str, value: NamedNode | BlankNode | Literal) -> Triple:
    return Triple(subject, NamedNode(expand(name)), value)
