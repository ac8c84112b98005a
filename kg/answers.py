"""The answer to a query, in every form that a reader may want.

Comes in: a query text.  Goes out: an Answer.  The one idea: an answer is the engine's own serialisation (SPARQL JSON or
N-Triples), from which the engine writes every other, so that it can be read twice and sent between processes.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from pyoxigraph import (
    Literal,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
    parse,
    parse_query_results,
    serialize,
)

from kg.errors import MissingExtra, QueryError
from kg.store.base import View
from kg.store.syntaxes import short
from kg.terms import PREFIXES

if TYPE_CHECKING:
    from pandas import DataFrame

Value = str | int | float | bool | date | None
_ROWS = {
    "csv": QueryResultsFormat.CSV,
    "tsv": QueryResultsFormat.TSV,
    "json": QueryResultsFormat.JSON,
    "xml": QueryResultsFormat.XML,
}
_TRIPLES = {"turtle": RdfFormat.TURTLE, "json": RdfFormat.JSON_LD, "xml": RdfFormat.RDF_XML}
FORMATS = ("table", "csv", "tsv", "json", "xml", "turtle")


@dataclass(frozen=True)
class Answer:
    """What a query found.  ``body`` is N-Triples for a graph (CONSTRUCT, DESCRIBE), else SPARQL JSON."""

    body: bytes
    is_graph: bool

    @cached_property
    def _parsed(self) -> tuple[tuple[str, ...], tuple[tuple[object, ...], ...]]:
        if self.is_graph:
            triples = sorted(parse(self.body, format=RdfFormat.N_TRIPLES), key=str)
            return ("subject", "predicate", "object"), tuple((t.subject, t.predicate, t.object) for t in triples)
        found = parse_query_results(self.body, format=QueryResultsFormat.JSON)
        if isinstance(found, QueryBoolean):
            return ("answer",), ((bool(found),),)
        variables = tuple(variable.value for variable in found.variables)
        return variables, tuple(tuple(row[place] for place in range(len(variables))) for row in found)

    @property
    def variables(self) -> tuple[str, ...]:
        """The names of the columns."""
        return self._parsed[0]

    @cached_property
    def rows(self) -> tuple[tuple[Value, ...], ...]:
        """The rows as Python values: IRIs and texts as strings, numbers and days as such, nothing as ``None``."""
        return tuple(tuple(python(term) for term in row) for row in self._parsed[1])

    def __bool__(self) -> bool:
        """Was anything found?  For ASK: the answer itself."""
        return self.rows[0][0] is True if self.variables == ("answer",) and not self.is_graph else bool(self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    def dataframe(self) -> DataFrame:
        """The rows as a pandas DataFrame, days as timestamps; raises :class:`kg.errors.MissingExtra` without pandas."""
        try:
            from pandas import DataFrame, to_datetime
        except ImportError as fault:
            raise MissingExtra("dataframe", "pandas") from fault
        frame = DataFrame([list(row) for row in self.rows], columns=list(self.variables))
        for name in frame.columns:
            if any(isinstance(value, date) for value in frame[name]):
                frame[name] = to_datetime(frame[name], errors="coerce")
        return frame

    def write(self, form: str) -> bytes:
        """The answer as ``csv``, ``tsv``, ``json``, ``xml``, ``turtle`` or (for people) ``table``."""
        if form == "table":
            return self.table().encode()
        if self.is_graph and form in _TRIPLES:
            prefixes = PREFIXES if form != "json" else None
            return (
                serialize(parse(self.body, format=RdfFormat.N_TRIPLES), format=_TRIPLES[form], prefixes=prefixes) or b""
            )
        if not self.is_graph and form in _ROWS:
            found = parse_query_results(self.body, format=QueryResultsFormat.JSON)
            return found.serialize(format=_ROWS[form]) or b""
        kind, known = ("a graph", _TRIPLES) if self.is_graph else ("rows", _ROWS)
        raise QueryError("answer", f"gives {kind}, which has no form {form!r}; known: table, {', '.join(known)}")

    def table(self) -> str:
        """The rows in columns, for people; IRIs by their short names."""
        rows = [[shown(value) for value in row] for row in self.rows]
        widths = [max(map(len, column)) for column in zip(self.variables, *rows, strict=True)]
        lines = [list(self.variables), ["─" * width for width in widths], *rows]
        return "".join(
            "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip() + "\n"
            for line in lines
        )


def answer(view: View, text: str) -> Answer:
    """The answer to a SPARQL text."""
    return take(view.query(text))


def take(found: QuerySolutions | QueryBoolean | QueryTriples) -> Answer:
    """The engine's result as an Answer."""
    if isinstance(found, QueryTriples):
        return Answer(found.serialize(format=RdfFormat.N_TRIPLES) or b"", is_graph=True)
    return Answer(found.serialize(format=QueryResultsFormat.JSON) or b"", is_graph=False)


def _boolean(text: str) -> bool:
    return text in {"true", "1"}


_XSD = PREFIXES["xsd"]
_PYTHON: dict[str, Callable[[str], Value]] = {
    _XSD + "integer": int,
    _XSD + "decimal": float,
    _XSD + "double": float,
    _XSD + "boolean": _boolean,
    _XSD + "date": date.fromisoformat,
}


def python(term: object) -> Value:
    """A term as a Python value; a literal that does not keep its type's form stays text."""
    if term is None or isinstance(term, bool):
        return term
    if not isinstance(term, Literal):
        return str(getattr(term, "value", term))
    try:
        return _PYTHON.get(term.datatype.value, str)(term.value)
    except ValueError:
        return term.value


def shown(value: Value) -> str:
    """A value as a person reads it on one line."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return " ".join(short(str(value)).split())
