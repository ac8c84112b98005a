"""Why two entities are related: their ties counted by kind and direction.

Comes in: the ties of a pair.  Goes out: reasons, as they are stored and as they are told.  The one idea: a score is nothing but
the sum of weights times counts, so that every rank can be worked out by hand.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from typing import Any

from kg.index.answers import Evidence, Quote, Reason
from kg.index.declared import tie_kinds
from kg.index.reading import listed, quotes

TieRow = tuple[int, int, str, str, int, str | None, int | None, str]  # as the table ``tie`` has it
Stored = tuple[str, str, int, str | None, str | None, list[tuple[int, int | None]], list[str]]
SHOWN = 2  # so many of the latest facts stand behind each reason


def reason(kind: str, way: str, ties: Sequence[TieRow]) -> Stored:
    """A kind of tie in one direction: how many facts, first and last day, the latest facts with their quotes, properties."""
    facts = {tie[4]: tie for tie in ties if tie[4]}
    days = sorted({tie[5] for tie in ties if tie[5]})
    latest = sorted(facts.values(), key=lambda tie: (tie[5] or "", tie[4]), reverse=True)[:SHOWN]
    properties = sorted({tie[7] for tie in ties if tie[7]})
    first, last = (days[0], days[-1]) if days else (None, None)
    return kind, way, len(facts) or len(properties), first, last, [(tie[4], tie[6]) for tie in latest], properties


def score(reasons: Iterable[Stored]) -> int:
    """Weights times counts."""
    kinds = tie_kinds()
    return sum(kinds[told[0]].weight * told[2] for told in reasons)


def told(connection: sqlite3.Connection, pairs: Sequence[str | list[Stored]]) -> list[tuple[Reason, ...]]:
    """The reasons of several pairs, the weightiest first, each with the words behind it."""
    stored: list[list[Any]] = [json.loads(pair) if isinstance(pair, str) else pair for pair in pairs]
    behind = [(fact, quote) for reasons in stored for one in reasons for fact, quote in one[5]]
    facts = _facts(connection, (fact for fact, _ in behind))
    words = quotes(connection, (quote for _, quote in behind))
    return [tuple(sorted((_reason(one, facts, words) for one in reasons), key=_weightiest)) for reasons in stored]


def _weightiest(one: Reason) -> tuple[int, str, str]:
    return -one.score, one.kind, one.way


def _reason(one: Sequence[Any], facts: dict[int, tuple[str, str | None]], words: dict[int, Quote]) -> Reason:
    name, way, count, first, last, latest, properties = one
    kind = tie_kinds()[name]
    evidence = tuple(_evidence(*facts[fact], words.get(quote)) for fact, quote in latest)
    weighed = (kind.weight, kind.weight * count)
    return Reason(name, way, kind.told(way, count), count, *weighed, first, last, tuple(properties), evidence)


def _evidence(fact: str, day: str | None, quote: Quote | None) -> Evidence:
    if quote is None:
        return Evidence(fact, day, None, None, None)
    return Evidence(fact, day, quote.iri, quote.words, quote.document)


def _facts(connection: sqlite3.Connection, numbers: Iterable[int]) -> dict[int, tuple[str, str | None]]:
    rows = connection.execute(
        "SELECT id, iri, coalesce(day, begins) FROM fact WHERE id IN (SELECT value FROM json_each(?))",
        (listed(numbers),),
    )
    return {number: (iri, day) for number, iri, day in rows}
