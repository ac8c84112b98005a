"""From a store to an index file.

Comes in: a View and a path.  Goes out: an SQLite file.  The one idea: it is written beside its place and then put there in one
step, so that a reader sees the old index or the new one, never a part; the same graph gives the same rows in the same order.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from kg.errors import StoreError
from kg.index.inserting import COUNTED, insert
from kg.index.telling import first_of_all
from kg.index.whole import Whole
from kg.store.base import View
from kg.store.copies import Parts
from kg.values import uncollected

SQL = tuple(Path(__file__).with_name(name) for name in ("schema.sql", "indexes.sql"))  # before and after the rows


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
    partial.unlink(missing_ok=True)  # of a process of this number that was killed
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
        tables, indexes = (path.read_text(encoding="utf-8") for path in SQL)
        connection.executescript(tables)
        with _aside(connection, path):
            Whole(connection, view).write()
        connection.executescript(indexes)
        connection.execute("BEGIN")
        connection.execute(COUNTED)
        insert(connection, "first_related", first_of_all(connection))
        tell_about(connection, about())
        connection.execute("INSERT INTO words (words) VALUES ('optimize')")
        connection.execute("COMMIT")
        connection.execute("ANALYZE")


@contextmanager
def _aside(connection: sqlite3.Connection, path: Path) -> Iterator[None]:
    """A second database beside the first, for what must wait until the first is written."""
    place = path.with_name(f".{path.name}.{os.getpid()}.aside")
    place.unlink(missing_ok=True)
    try:
        connection.execute("ATTACH ? AS aside", (str(place),))
        connection.execute("PRAGMA aside.journal_mode = OFF")
        connection.execute("PRAGMA aside.synchronous = OFF")
        yield
        connection.execute("DETACH aside")
    finally:
        place.unlink(missing_ok=True)


def tell_about(connection: sqlite3.Connection, about: About) -> None:
    """Write what the index says about itself."""
    connection.execute("DELETE FROM meta")
    connection.execute("DELETE FROM content")
    insert(connection, "meta", sorted(about.meta.items()))
    insert(connection, "content", ((graph, *part) for graph, part in sorted(about.content.items())))
