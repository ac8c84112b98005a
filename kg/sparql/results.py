"""A query's result as bytes, in the engine's own serialisation and within its limits.

Comes in: a graph, a query with the graphs that it may see, the syntaxes that are wanted.  Goes out: an Outcome.  The one
idea: what is sent is whole; a result that had to be cut says so, one that is too large is none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import NamedTuple

import pyoxigraph as ox
from pyoxigraph import QueryResultsFormat, RdfFormat

from kg.errors import NoForm, QueryError, TooMuch
from kg.patterns import expression
from kg.sparql.commas import to_csv
from kg.sparql.cutting import SYNTAXES, Enough, Sheet, TooLarge
from kg.sparql.guard import check
from kg.sparql.written import as_written, rows_as_written
from kg.store.embedded import Embedded, brief
from kg.terms import PREFIXES

ROWS = {
    "json": ("application/sparql-results+json", QueryResultsFormat.JSON),
    "xml": ("application/sparql-results+xml", QueryResultsFormat.XML),
    "csv": ("text/csv", QueryResultsFormat.CSV),
    "tsv": ("text/tab-separated-values", QueryResultsFormat.TSV),
}
TRIPLES = {
    "turtle": ("text/turtle", RdfFormat.TURTLE),
    "nt": ("application/n-triples", RdfFormat.N_TRIPLES),
    "rdfxml": ("application/rdf+xml", RdfFormat.RDF_XML),
    "jsonld": ("application/ld+json", RdfFormat.JSON_LD),
    "trig": ("application/trig", RdfFormat.TRIG),
    "nq": ("application/n-quads", RdfFormat.N_QUADS),
}
BOOLEAN = ("json", "xml")  # the standards give yes and no no other form
_WRITTEN = {prefix: start for prefix, start in PREFIXES.items() if prefix != "data"}
_COLONS = [(f"{prefix}:", prefix, start) for prefix, start in PREFIXES.items()]
_NOT_XML = expression(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]|\xef\xbf[\xbe\xbf]")
_XML = ("xml", "rdfxml")


class Asked(NamedTuple):
    """A query as it was sent.  The forms are short names (keys of ROWS and TRIPLES), ``None`` where none is wanted.

    ``default`` and ``named`` are the graphs that the request names; where it names none of either, the query sees all.
    ``hosts`` are those that SERVICE may ask.
    """

    text: str
    rows: str | None = "json"
    boolean: str | None = "json"
    triples: str | None = "turtle"
    default: tuple[str, ...] = ()
    named: tuple[str, ...] = ()
    row_limit: int = 100_000
    byte_limit: int = 100_000_000
    prefixes: bool = True
    strict: bool = True
    base: str | None = None
    hosts: tuple[str, ...] = ()


class Outcome(NamedTuple):
    """What goes out: the form's short name, the bytes, how many rows they are, whether there were more, named graphs that are not here, and
    how many control characters had no place in the form."""

    form: str
    body: bytes
    rows: int
    cut: bool = False
    unknown: tuple[str, ...] = ()
    replaced: int = 0


def answer(view: Embedded, asked: Asked) -> Outcome:
    """The result of a query that strangers ask: one that may run, and names no graph that would have to be fetched."""
    graphs = check(asked.text, hosts=asked.hosts)
    for graph in graphs if asked.strict else ():
        _check_known(view, _node(graph))
    return evaluate(view, asked)


def evaluate(view: Embedded, asked: Asked) -> Outcome:
    """The result of a query of our own.

    Raises :class:`kg.errors.QueryError` where the text is no query or names a graph that is not here, NoForm where the
    result has no form that is wanted, TooMuch where it has more bytes than it may.
    """
    outcome = _outcome(view, asked)
    absent = (one for one in (*asked.default, *asked.named) if not view.engine.contains_named_graph(_node(one)))
    return outcome._replace(unknown=tuple(absent)) if asked.default or asked.named else outcome


def _outcome(view: Embedded, asked: Asked) -> Outcome:
    found = _found(view, asked)
    if isinstance(found, ox.QuerySolutions):
        if asked.rows == "csv":
            return _csv(found, view, asked)
        return _xml_holds(_rows(found, _wanted("rows", asked.rows, ROWS), asked))
    if isinstance(found, ox.QueryBoolean):
        form = _wanted("yes and no", asked.boolean, BOOLEAN)
        return Outcome(form, found.serialize(format=ROWS[form][1]) or b"", 1)
    triples = as_written(found, view.written) if view.written else iter(found)
    return _xml_holds(_triples(triples, _wanted("graphs", asked.triples, TRIPLES), asked))


def _wanted(kind: str, form: str | None, known: Iterable[str]) -> str:
    if form is None:
        raise NoForm(kind, known)
    return form


def _found(view: Embedded, asked: Asked) -> ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples:
    found = _evaluated(view, asked)
    if view.written and isinstance(found, ox.QuerySolutions):
        told = _rows(found, "json", asked._replace(row_limit=asked.row_limit + 1)).body  # one more: is there more?
        return rows_as_written(told, view.written)
    return found


def _evaluated(view: Embedded, asked: Asked) -> ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples:
    default, named = [_node(iri) for iri in asked.default], [_node(iri) for iri in asked.named]
    sees_all = not default and not named
    try:
        return view.engine.query(
            asked.text,
            base_iri=asked.base,
            prefixes=_used(asked.text) if asked.prefixes else None,
            default_graph=None if sees_all else list(default),
            named_graphs=None if sees_all else list(named),
        )
    except (SyntaxError, ValueError) as fault:
        raise QueryError(_first_line(asked.text), brief(str(fault))) from fault
    except OSError as fault:
        raise QueryError(_first_line(asked.text), f"asks elsewhere: {brief(str(fault))}") from fault


def _used(text: str) -> dict[str, str]:
    """The prefixes that a text may use: each that the engine is told of takes its time."""
    return {prefix: start for written, prefix, start in _COLONS if written in text}


def _node(iri: str) -> ox.NamedNode:
    try:
        return ox.NamedNode(iri)
    except ValueError as fault:
        raise QueryError(iri[:80], f"is no IRI of a graph: {brief(str(fault))}") from fault


def _check_known(view: Embedded, graph: ox.NamedNode) -> None:
    if not view.engine.contains_named_graph(graph):
        reason = (
            "is no graph of this store, and nothing is fetched; SELECT DISTINCT ?g { GRAPH ?g {} } lists those that are"
        )
        raise QueryError(str(graph), reason)


def _first_line(text: str) -> str:
    return next((line.strip() for line in text.splitlines() if line.strip()), "")[:80]


def _rows(found: ox.QuerySolutions, form: str, asked: Asked) -> Outcome:
    syntax = ROWS[form][1]
    sheet = Sheet(SYNTAXES[syntax], asked.row_limit, asked.byte_limit)
    try:
        found.serialize(sheet, syntax)  # type: ignore[arg-type]  # write and flush are all that it asks for
        cut = sheet.finish()
    except Enough:
        cut = True
    except TooLarge as fault:
        raise TooMuch(asked.byte_limit) from fault
    return Outcome(form, sheet.body(), sheet.rows, cut)


def _csv(found: ox.QuerySolutions, view: Embedded, asked: Asked) -> Outcome:
    """The engine's CSV where it is sound: it does not quote IRIs, which may hold a comma."""
    columns = len(found.variables)
    outcome = _rows(found, "csv", asked)
    commas = sum(part.count(b",") for part in outcome.body.split(b'"')[::2])
    if commas == (outcome.rows + 1) * max(0, columns - 1):
        return outcome
    again = _found(view, asked)
    if not isinstance(again, ox.QuerySolutions):
        return outcome
    outcome = _rows(again, "tsv", asked)
    return outcome._replace(form="csv", body=to_csv(outcome.body))


def _triples(found: Iterator[ox.Triple], form: str, asked: Asked) -> Outcome:
    counted = _Counted(islice(found, asked.row_limit))
    body = ox.serialize(counted, format=TRIPLES[form][1], prefixes=_WRITTEN if asked.prefixes else None) or b""
    if len(body) > asked.byte_limit:
        raise TooMuch(asked.byte_limit)
    cut = counted.number == asked.row_limit and next(found, None) is not None
    return Outcome(form, body, counted.number, cut)


class _Counted:
    """Triples, counted as they go by."""

    def __init__(self, triples: Iterator[ox.Triple]) -> None:
        self._triples = triples
        self.number = 0

    def __iter__(self) -> Iterator[ox.Triple]:
        for triple in self._triples:
            self.number += 1
            yield triple


def _xml_holds(outcome: Outcome) -> Outcome:
    """XML as it may be: a carriage return is written so that it is read as one, a control character becomes �."""
    if outcome.form not in _XML:
        return outcome
    body, replaced = _NOT_XML.subn("\ufffd".encode(), outcome.body)
    return outcome._replace(body=body.replace(b"\r", b"&#xD;"), replaced=replaced)
