"""Relatives and the reasons for them in words.

Comes in: numbers.  Goes out: values of :mod:`kg.index.answers`, or their JSON where it was written with the index.  The one idea: all that a
page needs is read in one query a table.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

import orjson

from kg.index.answers import Evidence, Quote, Reason, Related, Via
from kg.index.declared import tie_kinds
from kg.index.kept import Known
from kg.index.packed import Window
from kg.index.reading import AMONG, listed, quotes
from kg.index.reasons import Stored
from kg.index.relatives import Found
from kg.index.sight import Sight

WRITTEN = 50  # of so many the answer is written with the index
Behind = tuple[int, int | None]  # a fact and its words


def as_told(sight: Sight, number: int, window: Window | None, found: Sequence[Found]) -> list[Related]:
    """What was found of an entity, with the reasons."""
    direct = [one.target for one in found if not one.ways]
    stored = _ever(sight.connection, number, direct) if window is None else _within(sight, number, window, direct)
    return _related(sight, found, stored)


def as_json(
    sight: Sight, number: int, window: Window | None, found: Sequence[Found]
) -> list[Related | orjson.Fragment]:
    """The same, those whose JSON was written with the index as that."""
    written = _written(sight, number) if window is None else {}
    others = [one for one in found if one.ways or one.target not in written]
    told = iter(as_told(sight, number, window, others))
    return [
        orjson.Fragment(written[one.target]) if not one.ways and one.target in written else next(told) for one in found
    ]


def _written(sight: Sight, number: int) -> dict[int, str]:
    row = sight.connection.execute("SELECT items FROM first_related WHERE entity = ?", (number,)).fetchone()
    return dict(zip(islice(sight.near(number, None), WRITTEN), row[0].split("\n"), strict=True)) if row else {}


def _ever(connection: sqlite3.Connection, number: int, targets: Sequence[int]) -> dict[int, list[Stored]]:
    rows = connection.execute(
        f"SELECT target, reasons FROM related WHERE source = ? AND target {AMONG}",
        (number, listed(targets)),
    )
    return {target: orjson.loads(reasons) for target, reasons in rows}


def _within(sight: Sight, number: int, window: Window, targets: Sequence[int]) -> dict[int, list[Stored]]:
    return sight.ties([number])[number].reasons_within(window, targets)


def _related(sight: Sight, found: Sequence[Found], stored: Mapping[int, list[Stored]]) -> list[Related]:
    named = sight.things([one.target for one in found] + [way[2] for one in found for way in one.ways])
    reasons = told(sight, [stored.get(one.target, []) if not one.ways else [] for one in found])
    return [
        Related(
            thing=named[one.target],
            depth=2 if one.ways else 1,
            score=one.score,
            reasons=why,
            via=tuple(Via(named[middle], before, behind) for before, behind, middle in one.ways),
        )
        for one, why in zip(found, reasons, strict=True)
    ]


def told(sight: Sight, pairs: Sequence[Iterable[Stored]]) -> list[tuple[Reason, ...]]:
    """The reasons of several pairs, the weightiest first, each with the words behind it."""
    behind = {(fact, quote) for reasons in pairs for one in reasons for fact, quote in one[5]}
    evidence = sight.known.evidence.of(behind, lambda missing: _evidence(sight.connection, missing))
    return [tuple(sorted((_reason(one, evidence) for one in reasons), key=_weightiest)) for reasons in pairs]


def _weightiest(one: Reason) -> tuple[int, str, str]:
    return -one.score, one.kind, one.way


def _reason(one: Stored, evidence: Mapping[Behind, Evidence]) -> Reason:
    name, way, count, first, last, latest, properties = one
    kind = tie_kinds()[name]
    words = tuple(evidence[fact, quote] for fact, quote in latest)
    weighed = (kind.weight, kind.weight * count)
    return Reason(name, way, kind.told(way, count), count, *weighed, first, last, tuple(properties), words)


def _evidence(connection: sqlite3.Connection, behind: Sequence[Behind]) -> dict[Behind, Evidence]:
    facts = _facts(connection, (fact for fact, _ in behind))
    words = quotes(connection, (quote for _, quote in behind))
    return {(fact, quote): _one(*facts[fact], words.get(quote or 0)) for fact, quote in behind}


def _one(fact: str, day: str | None, quote: Quote | None) -> Evidence:
    if quote is None:
        return Evidence(fact, day, None, None, None)
    return Evidence(fact, day, quote.iri, quote.words, quote.document)


def _facts(connection: sqlite3.Connection, numbers: Iterable[int]) -> dict[int, tuple[str, str | None]]:
    rows = connection.execute(
        f"SELECT id, iri, coalesce(day, begins) FROM fact WHERE id {AMONG}",
        (listed(numbers),),
    )
    return {number: (iri, day) for number, iri, day in rows}


# ── written with the index ───────────────────────────────────────────────────────────────────────────────────────


def first_of_all(connection: sqlite3.Connection) -> Iterator[tuple[int, str]]:
    """For each entity that has any the first related ones, each as its JSON on a line."""
    sight = Sight(connection, Known())
    for (number,) in connection.execute("SELECT id FROM entity WHERE ties > 0 ORDER BY id").fetchall():
        yield number, first_of(sight, number)


def first_of(sight: Sight, number: int) -> str:
    """The first related ones of an entity, each as its JSON on a line; nothing where there are none."""
    rows: list[Any] = sight.connection.execute(
        "SELECT target, score, reasons FROM related WHERE source = ? AND rank <= ? ORDER BY rank", (number, WRITTEN)
    ).fetchall()
    stored = {target: orjson.loads(reasons) for target, _, reasons in rows}
    told = _related(sight, [Found(target, score) for target, score, _ in rows], stored)
    return b"\n".join(map(orjson.dumps, told)).decode()
