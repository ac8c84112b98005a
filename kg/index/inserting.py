"""Rows put into the tables of the index.

Comes in: rows, in whatever order and number.  Goes out: nothing.  The one idea: only so many of them are in memory as go to the database
together.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

T = TypeVar("T")
_TOGETHER = 500
_INTO = {"words": "words (rowid, title, body)"}
_SHARED = ("seen", "own_words")  # what another part may have told already
COUNTED = (
    "UPDATE entity SET facts = (SELECT count(DISTINCT fact) FROM role WHERE role.entity = entity.id), "
    "meetings = (SELECT count(*) FROM seen WHERE seen.entity = entity.id), "
    "first = (SELECT min(day) FROM seen WHERE seen.entity = entity.id AND day <> ''), "
    "last = (SELECT max(day) FROM seen WHERE seen.entity = entity.id AND day <> ''), "
    "ties = (SELECT count(*) FROM related WHERE source = entity.id)"
)  # how often entities are named and tied, once all else is written


def insert(connection: sqlite3.Connection, table: str, rows: Iterable[tuple[object, ...]]) -> None:
    """Put rows into a table."""
    how = "INSERT OR IGNORE" if table in _SHARED else "INSERT"
    for some in batches(rows, _TOGETHER):
        places = ", ".join("?" * len(some[0]))
        connection.executemany(f"{how} INTO {_INTO.get(table, table)} VALUES ({places})", some)


def batches(values: Iterable[T], size: int) -> Iterator[list[T]]:
    """The values, so many at a time."""
    left = iter(values)
    while batch := list(islice(left, size)):
        yield batch
