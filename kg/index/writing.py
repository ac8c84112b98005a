"""From a store to an index file.

Comes in: a View and a path.  Goes out: an SQLite file.  The one idea: it is written beside its place and then put there in one
step, so that a reader sees the old index or the new one, never a part; the same graph gives the same rows in the same order.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from kg.errors import StoreError
from kg.index.rows import whole
from kg.index.source import Source
from kg.index.telling import first_of_all
from kg.store.base import View
from kg.store.copies import Parts
from kg.values import uncollected

SQL = Path(__file__).with_name("schema.sql")


class About(NamedTuple):
    """What an index says about itself, and where the graphs that it was made of stand in the copy beside it."""

    meta: Mapping[str, str]
    content: Parts = MappingProxyType({})


@contextmanager
def unfinished(path: Path, start: Path | None = None) -> Iterator[sqlite3.Connection]:
    """A database, empty or a copy of another, that takes its place at the end.

    Raises :class:`kg.errors.StoreError` where it cannot be written; nothing is left of it then.
    """
    partial = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        if start:
            shutil.copyfile(start, partial)
        with closing(sqlite3.connect(partial, isolation_level=None)) as connection:
            connection.execute("PRAGMA journal_mode = OFF")
            connection.execute("PRAGMA synchronous = OFF")
            yield connection
        partial.replace(path)
    except (sqlite3.Error, OSError) as fault:
        raise StoreError(str(path), f"the index cannot be written: {fault}") from fault
    finally:
        partial.unlink(missing_ok=True)


def write(view: View, path: Path, about: Callable[[], About]) -> None:
    """The index of a store at a path, with what it says about itself.

    Raises :class:`kg.errors.StoreError` where it cannot be written.
    """
    with unfinished(path) as connection, uncollected():
        fill(connection, view, about)


def fill(connection: sqlite3.Connection, view: View, about: Callable[[], About]) -> None:
    """Put the index of a store into an empty database."""
    connection.executescript(SQL.read_text(encoding="utf-8"))
    connection.execute("BEGIN")
    for table, rows in whole(Source(view)).tables():
        insert(connection, table, rows)
    insert(connection, "first_related", first_of_all(connection))
    tell_about(connection, about())
    connection.execute("INSERT INTO words (words) VALUES ('optimize')")
    connection.execute("COMMIT")
    connection.execute("ANALYZE")


def tell_about(connection: sqlite3.Connection, about: About) -> None:
    """Write what the index says about itself."""
    connection.execute("DELETE FROM meta")
    connection.execute("DELETE FROM content")
    insert(connection, "meta", sorted(about.meta.items()))
    insert(connection, "content", ((graph, *part) for graph, part in sorted(about.content.items())))


def insert(
    connection: sqlite3.Connection, table: str, rows: Iterable[tuple[object, ...]], *, known: bool = False
) -> None:
    """Put rows into a table, of which some may be ``known`` to it already."""
    how = "INSERT OR IGNORE" if known else "INSERT"
    for some in _batches(rows):
        places = ", ".join("?" * len(some[0]))
        connection.executemany(f"{how} INTO {_INTO.get(table, table)} VALUES ({places})", some)


_INTO = {"words": "words (rowid, title, body)"}


def _batches(rows: Iterable[tuple[object, ...]], size: int = 500) -> Iterator[list[tuple[object, ...]]]:
    batch: list[tuple[object, ...]] = []
    for row in rows:
        batch.append(row)
        if len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch
