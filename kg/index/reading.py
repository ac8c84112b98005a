"""Things, quotes and facts by their numbers, many at a time.

Comes in: a connection and numbers.  Goes out: answers in the order of the numbers.  The one idea: one query a table, whatever
the length of the list.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

from kg.index.answers import Fact, Quote, Role, Thing
from kg.index.declared import COLUMNS, fact_kinds, local

AMONG = "IN (SELECT value FROM json_each(?))"


def listed(numbers: Iterable[int | None]) -> str:
    """Numbers as one parameter."""
    return json.dumps(sorted({number for number in numbers if number}))


def things(connection: sqlite3.Connection, numbers: Iterable[int | None]) -> dict[int, Thing]:
    """Things by number."""
    rows = connection.execute(f"SELECT id, iri, type, label FROM entity WHERE id {AMONG}", (listed(numbers),))
    return {number: Thing(*told) for number, *told in rows}


def quotes(connection: sqlite3.Connection, numbers: Iterable[int | None]) -> dict[int, Quote]:
    """Quotes by number."""
    rows = connection.execute(
        "SELECT quote.id, quote.iri, entity.iri, start, end, words FROM quote JOIN entity ON entity.id = quote.document "
        f"WHERE quote.id {AMONG}",
        (listed(numbers),),
    )
    return {number: Quote(*told) for number, *told in rows}


def facts(connection: sqlite3.Connection, numbers: Sequence[int]) -> tuple[Fact, ...]:
    """Facts in the order of their numbers, each with its roles and words."""
    wanted = listed(numbers)
    columns = ", ".join(COLUMNS)
    rows = connection.execute(
        f"SELECT id, iri, kind, text, day, document, meeting, open, {columns} FROM fact WHERE id {AMONG}", (wanted,)
    ).fetchall()
    roles = _grouped(
        connection.execute(
            f"SELECT fact, role, entity, through FROM role WHERE fact {AMONG} ORDER BY fact, role, through, entity",
            (wanted,),
        )
    )
    evidence = _grouped(
        connection.execute(f"SELECT fact, quote FROM evidence WHERE fact {AMONG} ORDER BY fact, quote", (wanted,))
    )
    named = things(
        connection,
        [number for row in rows for number in row[5:7]]
        + [number for some in roles.values() for _, *two in some for number in two],
    )
    words = quotes(connection, [quote for some in evidence.values() for (quote,) in some])
    found = {
        number: Fact(
            iri=iri,
            kind=kind,
            text=text,
            day=day,
            document=named.get(document),
            meeting=named.get(meeting),
            roles=tuple(Role(role, named[thing], named.get(through)) for role, thing, through in roles.get(number, ())),
            values=_values(kind, values),
            quotes=tuple(sorted((words[quote] for (quote,) in evidence.get(number, ())), key=_place)),
            open=bool(is_open),
        )
        for number, iri, kind, text, day, document, meeting, is_open, *values in rows
    }
    return tuple(found[number] for number in numbers if number in found)


def _place(quote: Quote) -> tuple[str, int, int]:
    return quote.document, quote.start, quote.end


def _grouped(rows: Iterable[tuple[Any, ...]]) -> dict[int, list[tuple[Any, ...]]]:
    found: dict[int, list[tuple[Any, ...]]] = {}
    for number, *told in rows:
        found.setdefault(number, []).append(tuple(told))
    return found


@cache
def _names(kind: str) -> dict[str, str]:
    """For each column the name that a kind of fact gives it: that of its property."""
    return {column: snake(local(property_)) for column, property_ in fact_kinds()[kind].values}


@cache
def snake(name: str) -> str:
    """The name of a property as a name of Python: ``due_by`` of ``dueBy``."""
    return "".join(f"_{letter.lower()}" if letter.isupper() else letter for letter in name)


def _values(kind: str, values: Sequence[str | None]) -> dict[str, str]:
    names = _names(kind)
    return {names[column]: value for column, value in zip(COLUMNS, values, strict=True) if value is not None}
