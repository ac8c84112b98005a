"""The graph as a whole, described: how much of what is in it, from when to when, and where it can be asked.

Comes in: a graph, its version, and the address of the server.  Goes out: counts, and their description in DCAT and VoID.
The one idea: every number is counted in the graph itself, and the version is the digest of its content.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from kg.answers import Value, answer
from kg.store.base import View
from kg.terms import DATA, IKG, iri
from kg.terms import expand as full

DATASET = iri("dataset")
TITLE = "Inspectorate KG"
WORDS = "Published meeting minutes as a knowledge graph: each fact points at the words that it rests on."

_CLASSES = """SELECT ?class (COUNT(DISTINCT ?thing) AS ?count) WHERE { ?thing a ?class }
GROUP BY ?class ORDER BY DESC(?count) ?class"""
_PROPERTIES = """SELECT ?property (COUNT(*) AS ?count) WHERE { ?thing ?property ?value }
GROUP BY ?property ORDER BY DESC(?count) ?property"""
_DAYS = "SELECT (MIN(?day) AS ?first) (MAX(?day) AS ?last) WHERE { ?meeting a ikg:Meeting ; dcterms:date ?day }"
_DOCUMENTS = "SELECT (COUNT(DISTINCT ?minutes) AS ?count) WHERE { ?minutes a ikg:Minutes }"
_ENTITIES = (
    f"SELECT (COUNT(DISTINCT ?thing) AS ?count) WHERE {{ ?thing a ?class FILTER(STRSTARTS(STR(?thing), '{DATA}')) }}"
)
_EXAMPLE = f"""SELECT ?thing WHERE {{ ?fact ikg:speaker|ikg:actor ?thing FILTER(STRSTARTS(STR(?thing), '{DATA}')) }}
GROUP BY ?thing ORDER BY DESC(COUNT(*)) ?thing LIMIT 1"""


@dataclass(frozen=True, slots=True)
class Dataset:
    """What there is in a graph."""

    version: str
    triples: int
    documents: int
    entities: int
    first_day: date | None
    last_day: date | None
    classes: tuple[tuple[str, int], ...]
    properties: tuple[tuple[str, int], ...]
    graphs: int
    example: str | None


def count(view: View, version: str) -> Dataset:
    """Count what there is."""
    first, last = answer(view, _DAYS).rows[0]
    example = _one(view, _EXAMPLE)
    properties = _pairs(view, _PROPERTIES)
    return Dataset(
        version=version,
        triples=sum(number for _, number in properties),
        documents=_number(_one(view, _DOCUMENTS)),
        entities=_number(_one(view, _ENTITIES)),
        first_day=first if isinstance(first, date) else None,
        last_day=last if isinstance(last, date) else None,
        classes=_pairs(view, _CLASSES),
        properties=properties,
        graphs=len(view.graphs()),
        example=str(example) if example else None,
    )


def _one(view: View, text: str) -> Value:
    rows = answer(view, text).rows
    return rows[0][0] if rows else None


def _number(value: Value) -> int:
    return value if isinstance(value, int) else 0


def _pairs(view: View, text: str) -> tuple[tuple[str, int], ...]:
    return tuple((str(name), _number(number)) for name, number in answer(view, text).rows)


# ── in RDF ───────────────────────────────────────────────────────────────────────────────────────────────────────

_VOID = "http://rdfs.org/ns/void#"
_DCAT = "http://www.w3.org/ns/dcat#"


def described(dataset: Dataset, server: str) -> list[Triple]:
    """The description as triples; ``server`` is the address that the graph is served at, without a slash at its end."""
    here, service = NamedNode(DATASET), NamedNode(f"{server}/sparql")
    told = [
        _told(here, "rdf:type", NamedNode(_DCAT + "Dataset")),
        _told(here, "rdf:type", NamedNode(_VOID + "Dataset")),
        _told(here, "rdfs:label", Literal(TITLE, language="en")),
        _told(here, "dcterms:title", Literal(TITLE, language="en")),
        _told(here, "dcterms:description", Literal(WORDS, language="en")),
        _told(here, _DCAT + "version", Literal(dataset.version)),
        _told(here, _DCAT + "landingPage", NamedNode(f"{server}/")),
        _told(here, _VOID + "sparqlEndpoint", service),
        _told(here, _VOID + "uriSpace", Literal(DATA)),
        _told(here, _VOID + "vocabulary", NamedNode(IKG)),
        _told(here, _VOID + "triples", Literal(dataset.triples)),
        _told(here, _VOID + "entities", Literal(dataset.entities)),
        _told(here, _VOID + "documents", Literal(dataset.documents)),
        _told(here, _VOID + "classes", Literal(len(dataset.classes))),
        _told(here, _VOID + "properties", Literal(len(dataset.properties))),
        _told(service, "rdf:type", NamedNode(_DCAT + "DataService")),
        _told(service, _DCAT + "endpointURL", service),
        _told(service, _DCAT + "servesDataset", here),
        _told(service, "dcterms:conformsTo", NamedNode("https://www.w3.org/TR/sparql11-protocol/")),
    ]
    if dataset.example:
        told.append(_told(here, _VOID + "exampleResource", NamedNode(dataset.example)))
    return [*told, *_period(here, dataset), *_parts(here, dataset)]


def _told(subject: NamedNode | BlankNode, name: str, value: NamedNode | BlankNode | Literal) -> Triple:
    return Triple(subject, NamedNode(full(name)), value)


def _period(here: NamedNode, dataset: Dataset) -> list[Triple]:
    if dataset.first_day is None or dataset.last_day is None:
        return []
    period = BlankNode("period")
    return [
        _told(here, "dcterms:temporal", period),
        _told(period, "rdf:type", NamedNode(full("dcterms:PeriodOfTime"))),
        _told(period, _DCAT + "startDate", _day(dataset.first_day)),
        _told(period, _DCAT + "endDate", _day(dataset.last_day)),
    ]


def _day(day: date) -> Literal:
    return Literal(day.isoformat(), datatype=NamedNode(full("xsd:date")))


def _parts(here: NamedNode, dataset: Dataset) -> list[Triple]:
    told = []
    for number, (name, count_) in enumerate(dataset.classes, 1):
        part = BlankNode(f"class{number}")
        told += [
            _told(here, _VOID + "classPartition", part),
            _told(part, _VOID + "class", NamedNode(name)),
            _told(part, _VOID + "entities", Literal(count_)),
        ]
    for number, (name, count_) in enumerate(dataset.properties, 1):
        part = BlankNode(f"property{number}")
        told += [
            _told(here, _VOID + "propertyPartition", part),
            _told(part, _VOID + "property", NamedNode(name)),
            _told(part, _VOID + "triples", Literal(count_)),
        ]
    return told
