"""The index of a store: read where it fits, written where it does not.

Comes in: a store.  Goes out: an Index.  The one idea: an index belongs to one content.  It names the digest of the store it was
made of; that the files of the store are still the same files is a quick proof that the digest is, else the digest decides.
"""

from __future__ import annotations

import hashlib
import queue
import sqlite3
import sys
import tempfile
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Self

from kg.errors import StoreError
from kg.index.adding import add, may_add
from kg.index.declared import folder
from kg.index.kept import Known
from kg.index.numbers import NoRoomError
from kg.index.writing import SQL, About, tell_about, unfinished, write
from kg.store.base import Store
from kg.store.copies import Part, Parts, copy_in, copy_of, keep_copy, sign_copy, version_of
from kg.store.places import folder_of
from kg.store.snapshot import Snapshot

NAME = "index.sqlite"
READERS = 5  # connections; each call takes one for as long as it reads


class Index:
    """An index file, open for reading from any thread."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.known = Known()
        self._free: queue.LifoQueue[sqlite3.Connection] = queue.LifoQueue()
        try:
            for _ in range(READERS):
                self._free.put(_connect(path))
            self.meta = _meta(path)
        except sqlite3.Error as fault:
            raise StoreError(str(path), f"the index cannot be read: {fault}") from fault

    @property
    def version(self) -> str:
        """The digest of the content that is indexed."""
        return self.meta["version"]

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """A connection for one call."""
        connection = self._free.get()
        try:
            yield connection
        finally:
            self._free.put(connection)

    def close(self) -> None:
        """Let go of the file."""
        with suppress(queue.Empty):
            while True:
                self._free.get_nowait().close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _connect(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)
    connection.execute("PRAGMA mmap_size = 1073741824")
    connection.execute("PRAGMA cache_size = -16384")
    return connection


def _meta(path: Path) -> dict[str, str]:
    with closing(_connect(path)) as connection:
        return dict(connection.execute("SELECT key, value FROM meta"))


def place_of(store: Store) -> Path | None:
    """Where the index of a store lies: in its folder; ``None`` for a store in memory."""
    return None if store.place.startswith("memory:") else folder_of(store.place) / NAME


def index_at(path: Path, version: str) -> Index | None:
    """The index in a file, if it is of this content and declared as it is now."""
    try:
        meta = _meta(path)
    except sqlite3.Error:
        return None
    return Index(path) if (meta.get("version"), meta.get("declared")) == (version, declared_digest()) else None


def write_index_of(snapshot: Snapshot, path: Path) -> None:
    """The index of a snapshot, at a path; to be called in a process of its own."""
    write(snapshot.load(), path, lambda: about(snapshot.version))


def write_index(store: Store) -> Path | None:
    """Bring the index in the folder of a store, and the copy of its content, up to date; its path, or ``None`` for a store in memory.

    Raises :class:`kg.errors.StoreError` where the folder cannot be written.
    """
    path = place_of(store)
    if path is None:
        return None
    meta, changes = _current(path), store.unindexed
    if meta and changes.known and not changes.graphs:  # nothing was written since the last build
        store.flush()
        version = meta["version"]
    elif meta and changes.known and may_add(changes, len(store.graphs())):
        version = _renew(store, path)
    else:
        version = _make(store, path)
    sign_copy(path.parent, version)
    store.finish(version)
    return path


def write_first(store: Store, content: Store) -> None:
    """Put a content into an empty store in a folder, with its index and copy, which are written meanwhile: ``content`` is quicker to read."""
    path = folder_of(store.place) / NAME
    with ThreadPoolExecutor(2) as aside:  # the engine lets go of Python's lock while it writes, and so does what packs
        filled = aside.submit(store.fill, content)
        parts = aside.submit(keep_copy, content, path.parent)
        write(content, path, lambda: about(version_of(parts.result()), parts.result()))
        filled.result()
    store.flush()
    sign_copy(path.parent, version_of(parts.result()))
    store.finish(version_of(parts.result()))


def write_alone(store: Store, path: Path) -> None:
    """The index of a store at any path, such as that of a store in memory for another process to read."""
    _make(store, path)


def open_index(store: Store) -> Index:
    """The index that fits the content of a store: the one in its folder, else one made now for this process alone."""
    path = place_of(store)
    if path is not None and _fits(path, store):
        return Index(path)
    with tempfile.TemporaryDirectory(
        prefix="kg-index-", ignore_cleanup_errors=True
    ) as own:  # the open file outlives its folder
        made = Path(own) / NAME
        _make(store, made)
        return Index(made)


def _current(path: Path) -> dict[str, str]:
    """What an index says about itself; nothing where it cannot be read or is of another declaration."""
    try:
        meta = _meta(path)
    except sqlite3.Error:
        return {}
    return meta if meta.get("declared") == declared_digest() and copy_of(path.parent, meta.get("version", "-")) else {}


def _fits(path: Path, store: Store) -> bool:
    meta = _current(path)
    if not meta:
        return False
    copy = copy_in(path.parent)
    return copy.version == meta["version"] if copy else store.digest() == meta["version"]


def _make(store: Store, path: Path) -> str:
    """Write the index anew, and the copy where it lies in the folder of the store; the version of the content."""
    stays = path == place_of(store)
    with ThreadPoolExecutor(1) as aside:  # the engine works on the digest while the tables are written
        if not stays:
            digest = aside.submit(store.digest)
            write(store, path, lambda: about(digest.result()))
            return digest.result()
        parts = aside.submit(_kept, store, path.parent)
        write(store, path, lambda: about(version_of(parts.result()), parts.result()))
        return version_of(parts.result())


def _renew(store: Store, path: Path) -> str:
    """Add new documents to the index and the copy, or write both anew where that cannot be done; the version of the content."""
    try:
        with unfinished(path, start=path) as connection, ThreadPoolExecutor(1) as aside:
            known = {graph: Part(*part) for graph, *part in connection.execute("SELECT * FROM content")}
            parts = aside.submit(_kept, store, path.parent, known, store.unindexed.graphs)
            add(connection, store, store.unindexed.new)
            told = about(version_of(parts.result()), parts.result())
            tell_about(connection, told)
            connection.execute("COMMIT")
        return told.meta["version"]
    except NoRoomError:
        return _make(store, path)


def about(version: str, parts: Parts | None = None) -> About:
    """What an index of a content says about itself."""
    return About({"version": version, "declared": declared_digest()}, parts or {})


def _kept(store: Store, folder: Path, known: Parts | None = None, changed: Iterable[str] = ()) -> Parts:
    store.flush()
    return keep_copy(store, folder, known, changed)


def declared_digest() -> str:
    """The digest of what is declared: other tables, kinds or weights make another index."""
    digest = hashlib.sha256(sys.byteorder.encode())
    for path in (*SQL, *sorted(folder().iterdir())):
        digest.update(f"{path.name}\n".encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()
