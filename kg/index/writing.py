"""From a store to an index file.

Comes in: a View and a path.  Goes out: an SQLite file.  The one idea: it is written beside its place and then put there in one
step, so that a reader sees the old index or the new one, never a part; the same graph gives the same rows in the same order.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing
from pathlib import Path

from kg.errors import StoreError
from kg.index.rows import Rows
from kg.index.source import Source
from kg.index.telling import first_of_all
from kg.store.base import View

About = Callable[[], Mapping[str, str]]
SQL = Path(__file__).with_name("schema.sql")


def write(view: View, path: Path, about: About) -> None:
    """The index of a store at a path, with what it says about itself.

    Raises :class:`kg.errors.StoreError` where it cannot be written.
    """
    unfinished = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with closing(sqlite3.connect(unfinished, isolation_level=None)) as connection:
            fill(connection, view, about)
        unfinished.replace(path)
    except (sqlite3.Error, OSError) as fault:
        unfinished.unlink(missing_ok=True)
        raise StoreError(str(path), f"the index cannot be written: {fault}") from fault


def fill(connection: sqlite3.Connection, view: View, about: About) -> None:
    """Put the index of a store into an empty database."""
    connection.execute("PRAGMA journal_mode = OFF")
    connection.execute("PRAGMA synchronous = OFF")
    connection.executescript(SQL.read_text(encoding="utf-8"))
    connection.execute("BEGIN")
    for table, rows in Rows(Source(view)).tables():
        _insert(connection, table, rows)
    _insert(connection, "first_related", first_of_all(connection))
    _insert(connection, "meta", sorted(about().items()))
    connection.execute("INSERT INTO words (words) VALUES ('optimize')")
    connection.execute("COMMIT")
    connection.execute("ANALYZE")


def _insert(connection: sqlite3.Connection, table: str, rows: Iterable[tuple[object, ...]]) -> None:
    for some in _batches(rows):
        places = ", ".join("?" * len(some[0]))
        connection.executemany(f"INSERT INTO {_INTO.get(table, table)} VALUES ({places})", some)


_INTO = {"words": "words (rowid, title, body)"}


def _batches(rows: Iterable[tuple[object, ...]], size: int = 5000) -> Iterator[list[tuple[object, ...]]]:
    batch: list[tuple[object, ...]] = []
    for row in rows:
        batch.append(row)
        if len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch
