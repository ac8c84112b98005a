"""What workers are asked to do: each function takes the graph first.

Comes in: the graph and plain values.  Goes out: plain values.  The one idea: this module loads fast, since every worker
loads it.
"""

from __future__ import annotations

import io
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from kg import analysis, answers, dataset, linked, portraits, questions
from kg.answers import Answer, Value
from kg.errors import MissingExtra
from kg.exports import FORMATS, write
from kg.exports.projected import export
from kg.exports.results import network_of
from kg.graphs import Edge, Network, Node, Options
from kg.portraits import Portrait, Transcript
from kg.sparql import service
from kg.sparql.guard import check
from kg.store.base import View

_SCHEMES = """SELECT ?scheme ?label ?definition (COUNT(DISTINCT ?concept) AS ?concepts) WHERE {
  ?scheme a skos:ConceptScheme ; rdfs:label ?label . ?concept skos:inScheme ?scheme .
  OPTIONAL { ?scheme skos:definition|dcterms:description ?definition }
} GROUP BY ?scheme ?label ?definition ORDER BY ?label"""

_TERMS = """SELECT ?term ?label ?comment (IF(?kind = owl:Class, "class", "property") AS ?what) WHERE {
  VALUES ?kind { owl:Class owl:ObjectProperty owl:DatatypeProperty }
  ?term a ?kind ; rdfs:label ?label . OPTIONAL { ?term rdfs:comment ?comment }
  FILTER(STRSTARTS(STR(?term), STR(ikg:)))
} ORDER BY ?what ?label"""


def warm() -> None:
    """Load what the tasks need: a worker can open no file later."""
    questions.questions()
    portraits.speech()
    linked.context()
    analysis.prepare()
    smallest = Network("warm", "Warm", True, [Node("a", "A", "person")], [Edge("a", "a", "met")])
    for form in FORMATS:
        with suppress(MissingExtra):
            write(smallest, form, io.BytesIO())


class Front(NamedTuple):
    """What the first page says."""

    counts: Answer
    meetings: Answer


def front(view: View) -> Front:
    """Counts by kind and the latest meetings."""
    return Front(questions.ask(view, "what-is-in-the-graph"), questions.ask(view, "latest-meetings"))


class Rows(NamedTuple):
    """A stretch of an answer, and how many rows the whole of it has."""

    variables: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]
    total: int


def answer(view: View, question: str, parameters: dict[str, str]) -> Answer:
    """The answer to a named question."""
    return questions.ask(view, question, **parameters)


def rows(view: View, question: str, parameters: dict[str, str], start: int, end: int) -> Rows:
    """The rows of an answer from one place to another: what is not wanted stays in the worker."""
    found = questions.ask(view, question, **parameters)
    return Rows(found.variables, found.rows[start:end], len(found))


def portrait(view: View, iri: str, context: str, whole: str) -> Portrait:
    """A thing with its facts and words."""
    return portraits.portrait(view, iri, context=context, whole=whole)


def transcript(view: View, slug: str, context: str) -> Transcript:
    """A document with its facts at their words."""
    return portraits.transcript(view, slug, context=context)


def is_known(view: View, iri: str) -> bool:
    """Is anything told of a thing?"""
    return portraits.is_known(view, iri)


def schemes(view: View) -> Answer:
    """The vocabularies, with what each holds."""
    return answers.answer(view, _SCHEMES)


def counted(view: View, version: str) -> dataset.Dataset:
    """What there is in the graph."""
    return dataset.count(view, version)


def linked_data(view: View, iri: str, form: str, context: str) -> bytes:
    """A thing as linked data."""
    return linked.linked(view, iri, form, context)


def exported(view: View, projection: str, form: str, part: Options, measures: list[str], place: Path) -> None:
    """A network in a format, its nodes with measures: written to a file as it is made, since it may be of any size."""
    with place.open("wb") as out:
        export(view, projection, form, out, measures=measures, **part)


def analysed(view: View, name: str, wanted: analysis.Wanted) -> analysis.Findings:
    """What a network, or the minutes, show."""
    return analysis.analyse(view, name, **wanted)


def drawn(view: View, query: str, form: str, hosts: tuple[str, ...] = ()) -> bytes:
    """The result of a query that strangers ask, as a network in a format; ``hosts`` are those that SERVICE may ask."""
    check(query, hosts=hosts)
    out = io.BytesIO()
    write(network_of(view, view.query(query)), form, out)
    return out.getvalue()


def terms(view: View) -> Answer:
    """The classes and properties of the ontology."""
    return answers.answer(view, _TERMS)


def sizes(view: View) -> dict[str, int]:
    """How many triples each graph has."""
    return service.sizes(view)
