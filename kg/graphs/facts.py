"""The edges of a projection, made of the facts that its query finds.

Comes in: a view, a Projection and a Slice.  Goes out: edges.  The one idea: an edge knows how many facts it stands for,
when they were told, and the words that tell them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from pyoxigraph import Literal, NamedNode, QuerySolution, QuerySolutions

from kg.answers import python
from kg.errors import QueryError
from kg.graphs.network import Edge, Field, Spell, Value
from kg.graphs.projections import Projection
from kg.graphs.slices import Slice
from kg.store.base import View
from kg.store.syntaxes import short

STANDARD = (Field("facts", "integer"), Field("first", "date"), Field("last", "date"), Field("evidence", "list"))
_NEEDED = ("source", "target")


class Row(NamedTuple):
    """One fact that joins two things."""

    source: str
    target: str
    kind: str
    fact: str
    day: date | None
    quote: str | None
    values: tuple[Value, ...]


def solutions(view: View, name: str, text: str, needed: Iterable[str]) -> QuerySolutions:
    """The rows of a projection's query; raises :class:`kg.errors.QueryError` where a needed variable is missing."""
    try:
        found = view.query(text)
    except QueryError as fault:
        raise QueryError(f"of projection {name}", fault.reason) from fault
    if not isinstance(found, QuerySolutions):
        raise QueryError(f"of projection {name}", "is no SELECT")
    given = {variable.value for variable in found.variables}
    missing = [f"?{variable}" for variable in needed if variable not in given]
    if missing:
        raise QueryError(f"of projection {name}", f"does not select {' and '.join(missing)}")
    return found


def getters(found: QuerySolutions, names: Iterable[str]) -> list[Callable[[QuerySolution], object]]:
    """For each name what reads that variable from a row; one that the query does not select reads ``None``."""
    places = {variable.value: place for place, variable in enumerate(found.variables)}

    def getter(name: str) -> Callable[[QuerySolution], object]:
        place = places.get(name)
        return (lambda _: None) if place is None else (lambda row: row[place])

    return [getter(name) for name in names]


class Words(dict[str, str]):
    """The short name of each IRI that names a kind, worked out once."""

    def __missing__(self, iri: str) -> str:
        shortened = short(iri)
        self[iri] = words = shortened.partition(":")[2] if shortened != iri and "//" not in shortened else iri
        return words


def rows(view: View, projection: Projection, part: Slice) -> Iterator[Row]:
    """The facts of a projection that belong to a part of the time."""
    found = solutions(view, projection.name, projection.edge_query, _NEEDED)
    source, target, kind, fact, day, quote = getters(found, ("source", "target", "kind", "fact", "date", "quote"))
    fields = [(read, as_value(field.type)) for read, field in _paired(found, projection.edge_fields)]
    words, timed, everything = Words(), part.timed, Slice()
    part = part if timed else everything
    for row in found:
        one, other = source(row), target(row)
        if not isinstance(one, NamedNode) or not isinstance(other, NamedNode):
            continue
        when = day_of(day(row))
        if timed and not part.at(when):
            continue
        told, words_at, what = fact(row), quote(row), kind(row)
        yield Row(
            one.value,
            other.value,
            projection.kind if what is None else words[getattr(what, "value", "")],
            getattr(told, "value", ""),
            when,
            getattr(words_at, "value", None),
            tuple(write(read(row)) for read, write in fields),
        )


def _paired(
    found: QuerySolutions, fields: tuple[Field, ...]
) -> Iterator[tuple[Callable[[QuerySolution], object], Field]]:
    yield from zip(getters(found, (field.name for field in fields)), fields, strict=True)


_days: dict[str, date | None] = {}


def day_of(term: object) -> date | None:
    """The day of a date literal (or the first part of a dateTime); else ``None``."""
    if not isinstance(term, Literal):
        return None
    text = term.value[:10]
    if text not in _days:
        try:
            _days[text] = date.fromisoformat(text)
        except ValueError:
            _days[text] = None
    return _days[text]


def as_value(type_: str) -> Callable[[object], Value]:
    """What turns a term into a value of a field: IRIs by their short local name; what is not of the type is ``None``."""
    words = Words()

    def value(term: object) -> Value:
        if term is None:
            return None
        if isinstance(term, NamedNode):
            return words[term.value] if type_ in {"string", "list"} else None
        found = python(term)
        if type_ in {"string", "list"}:
            return found if isinstance(found, str) else str(getattr(term, "value", found))
        return found if isinstance(found, _PYTHON[type_]) and (type_ == "boolean") == isinstance(found, bool) else None

    return value


_PYTHON: dict[str, tuple[type, ...]] = {
    "integer": (int,),
    "double": (int, float),
    "boolean": (bool,),
    "date": (date,),
}


@dataclass(slots=True)
class _Gathered:
    """The facts of one edge so far."""

    facts: set[str] = field(default_factory=set)
    days: set[date] = field(default_factory=set)
    quotes: set[str] = field(default_factory=set)
    rows: list[tuple[str, tuple[Value, ...]]] = field(default_factory=list)


def gathered(found: Iterable[Row], projection: Projection) -> list[Edge]:
    """One edge for each pair (or each fact of a pair), sorted; undirected pairs in the order of their IRIs."""
    edges: dict[tuple[str, ...], _Gathered] = {}
    by_fact = projection.each == "fact"
    for number, row in enumerate(found):
        ends = row[:2] if projection.directed or row.source <= row.target else (row.target, row.source)
        fact = row.fact or str(number)
        edge = edges.setdefault((*ends, row.kind, fact if by_fact else ""), _Gathered())
        edge.facts.add(fact)
        if row.day is not None:
            edge.days.add(row.day)
        if row.quote is not None:
            edge.quotes.add(row.quote)
        if row.values:
            edge.rows.append((fact, row.values))
    return [_edge(key, edges[key], projection.edge_fields) for key in sorted(edges)]


def _edge(key: tuple[str, ...], told: _Gathered, fields: tuple[Field, ...]) -> Edge:
    days = sorted(told.days)
    standard: tuple[Value, ...] = (
        len(told.facts),
        days[0] if days else None,
        days[-1] if days else None,
        tuple(sorted(told.quotes, key=_in_order)),
    )
    own = tuple(_merged(place, field, told.rows) for place, field in enumerate(fields))
    return Edge(key[0], key[1], key[2], len(told.facts), standard + own, tuple(Spell(day, day) for day in days))


def _in_order(quote: str) -> tuple[str, int]:
    """Quotes by document, then by where they start: ``…#char=1203,1310``."""
    document, _, place = quote.partition("#char=")
    start = place.partition(",")[0]
    return document, int(start) if start.isdecimal() else 0


def _merged(place: int, field: Field, told: Iterable[tuple[str, tuple[Value, ...]]]) -> Value:
    """What the rows tell together: a list of all texts; the sum of a number over the facts; else the first in order."""
    values = sorted({(fact, values[place]) for fact, values in told if values[place] is not None}, key=str)
    if field.type == "list":
        return tuple(sorted({str(value) for _, value in values})) or None
    if field.type == "integer":
        return sum({fact: value for fact, value in values if isinstance(value, int)}.values()) if values else None
    return values[0][1] if values else None


def streamed(found: Iterable[Row]) -> Iterator[Edge]:
    """One edge for each row, as it comes."""
    for source, target, kind, _, day, quote, values in found:
        spells = (Spell(day, day),) if day is not None else ()
        yield Edge(source, target, kind, 1, (1, day, day, (quote,) if quote else (), *values), spells)
