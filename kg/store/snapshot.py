"""A store as it was at one moment: one file of N-Quads, graph by graph, compressed, named by its digest.

Comes in: the folder of a store.  Goes out: a Snapshot.  The one idea: whoever serves a store never holds it; it reads
the folder once, while nobody writes, and works from the file, which never changes.  Where the build left a copy of the
content, that is taken, and the engine need not be asked.
"""

from __future__ import annotations

import os
import shutil
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import RdfFormat, parse

from kg.errors import StoreError
from kg.store.copies import SUFFIX, copy_in, version_of, write_parts
from kg.store.embedded import Embedded
from kg.store.forms import learned
from kg.store.packing import unpacked
from kg.store.places import folder_of, in_memory, on_disk
from kg.store.syntaxes import canonical
from kg.terms import CORRECTIONS_GRAPH

Stamp = tuple[tuple[str, int, int], ...]
_TRIES = 5
_CURATORS = f" <{CORRECTIONS_GRAPH}> .".encode()
_NO_CONTENT = ("LOG", "LOCK", "OPTIONS")  # what the engine writes for itself, even to read


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A copy of a whole store.  ``version`` is the digest of what ``kg export`` writes: the same facts, the same version."""

    path: Path
    version: str
    stamp: Stamp = ()

    def content(self) -> bytes:
        """What ``kg export`` writes."""
        return canonical(line for line in self._graphs().split(b"\n") if line)

    def _graphs(self) -> bytes:
        return unpacked(self.path.read_bytes())

    def load(self) -> Embedded:
        """The graph in memory, its default graph the union of all graphs: what a query works on.

        All of a subject is loaded together, in the union too: the engine goes through it as it lies in memory, and joins
        take half the time.
        """
        view = in_memory(f"snapshot {self.version[:12]}")
        quads = self._graphs()
        lines = [line for line in quads.split(b"\n") if line]
        union = dict.fromkeys(line.rpartition(b" <")[0] + b" .\n" for line in lines)
        whole = quads + b"".join(union)  # in one, so that blank nodes stay the same
        view.engine.bulk_load(whole, RdfFormat.N_QUADS, lenient=True)  # an engine wrote it: no need to check it again
        own = (
            [line for line in lines if line.endswith(_CURATORS)] if _CURATORS in quads else []
        )  # nobody else writes 1.50
        view.united = True
        if own:
            view.written = learned(view.engine, {}, list(parse(b"\n".join(own), RdfFormat.N_QUADS)), united=True)
        return view

    def drop(self) -> None:
        """Delete the file; who has it open may read on."""
        self.path.unlink(missing_ok=True)


def take_copy(place: str, folder: Path) -> Snapshot | None:
    """The content that the last build left in the store, in a new file in the folder; ``None`` where it no longer holds."""
    before, store = stamp(place), folder_of(place)
    try:
        copy = copy_in(store)
        if copy is None:
            return None
        path = folder / f"{copy.version}{SUFFIX}"
        shutil.copyfile(copy.path, path)
    except OSError:  # a writer is at work
        return None
    return Snapshot(path, copy.version, before) if before == stamp(place) else None


def take(place: str, folder: Path) -> Snapshot:
    """Read a store into a new file in the folder.

    To be called in a process of its own, since the engine keeps threads once it has opened a folder.  Raises
    :class:`kg.errors.StoreError` where there is no store, or where it keeps changing while it is read.
    """
    for trial in range(_TRIES):
        before = stamp(place)
        content = _read(place, last=trial == _TRIES - 1 or not before)  # where nothing is, waiting is of no use
        if content is not None and before == stamp(place):
            return _written(content, before, folder)
        time.sleep(0.2 * (trial + 1))
    raise StoreError(place, "keeps changing; wait until it is built")


def _read(place: str, *, last: bool) -> list[tuple[str, bytes]] | None:
    """All graphs with their sorted lines; ``None`` where a writer moved files under our feet."""
    try:
        with on_disk(place, read_only=True) as view, ThreadPoolExecutor(2) as pool:
            graphs = view.graphs()  # the engine lets go of Python's lock while it reads
            return list(zip(graphs, pool.map(lambda graph: canonical(view.lines(graph)), graphs), strict=True))
    except (OSError, RuntimeError, StoreError):
        if last:
            raise
        return None


def _written(graphs: list[tuple[str, bytes]], seen: Stamp, folder: Path) -> Snapshot:
    partial = folder / f"{os.getpid()}.part"
    with partial.open("wb") as file:
        version = version_of(write_parts(graphs, file))
    path = partial.replace(folder / f"{version}{SUFFIX}")
    return Snapshot(path, version, seen)


def stamp(place: str) -> Stamp:
    """What tells whether a store has changed on disk, without opening it; the same stamp, the same content."""
    found = []
    with suppress(FileNotFoundError):  # no folder, no content
        for entry in os.scandir(folder_of(place)):
            with suppress(FileNotFoundError):  # gone since it was listed
                if entry.is_file() and not entry.name.startswith(_NO_CONTENT):
                    status = entry.stat()
                    found.append((entry.name, status.st_size, status.st_mtime_ns))
    return tuple(sorted(found))


def is_being_written(place: str) -> bool:
    """Does a process hold the writer's lock?

    To be called in a process that has not opened the store: looking at the lock would let go of its own.
    """
    try:
        import fcntl
    except ImportError:  # no such locks on this system: the stamp alone must tell
        return False
    lock = folder_of(place) / "LOCK"
    try:
        with lock.open("rb+") as file:
            fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            fcntl.lockf(file, fcntl.LOCK_UN)
    except FileNotFoundError:
        return False
    except OSError:
        return True
    return False
