"""The content of a store in one file of its folder, for whoever only wants to read all of it.

Comes in: a store at the end of a build.  Goes out: the N-Quads of each graph, sorted and compressed, one after the other beside the
files of the engine.  The one idea: the name of the file tells which content it holds (the digest) and of which files of the engine it
is the content, so that a look at the folder is enough to know whether it still holds; where few graphs have changed, the parts of
the others are taken over as they are.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO, NamedTuple

from kg.errors import StoreError
from kg.store.base import Store
from kg.store.digests import digest_of_all, digest_of_graph
from kg.store.packing import packed

SUFFIX = ".nq.gz"
_START = "content-"


class Copy(NamedTuple):
    """A file with the content of a store, and the digest of that."""

    path: Path
    version: str


class Part(NamedTuple):
    """Where a graph stands in the file, and the digest of its lines."""

    digest: str
    start: int
    size: int


Parts = Mapping[str, Part]


def version_of(parts: Parts) -> str:
    """The digest of a content by its parts."""
    return digest_of_all({graph: part.digest for graph, part in parts.items()})


def copy_in(folder: Path) -> Copy | None:
    """The copy in the folder of a store, where it is of the very files that are there now."""
    ending = f"-{files_of(folder)}{SUFFIX}"
    found = next(folder.glob(f"{_START}*{ending}"), None)
    return Copy(found, found.name.removeprefix(_START).removesuffix(ending)) if found else None


def copy_of(folder: Path, version: str) -> Path | None:
    """The copy of a content, of whatever files."""
    return next(folder.glob(f"{_START}{version}-*{SUFFIX}"), None)


def write_parts(graphs: Iterable[tuple[str, bytes]], file: BinaryIO) -> dict[str, Part]:
    """Write graphs with their sorted lines one after the other; where each stands."""
    parts, at = {}, 0
    for graph, content in graphs:
        size = file.write(packed(content))
        parts[graph] = Part(digest_of_graph(content), at, size)
        at += size
    return parts


def keep_copy(store: Store, folder: Path, known: Parts | None = None, changed: Iterable[str] = ()) -> dict[str, Part]:
    """Write the content of a store, which nobody else changes, into its folder; where each graph stands in it.

    ``known`` are the parts of the copy that is there, of which all but those of the changed graphs are taken over.
    Raises :class:`kg.errors.StoreError` where the folder cannot be written.
    """
    old = copy_of(folder, version_of(known)) if known else None
    partial = folder / f"{_START}{os.getpid()}.part"
    try:
        with partial.open("wb") as file:
            parts = _renewed(
                store, old.read_bytes() if old else b"", known if known and old else {}, set(changed), file
            )
        partial.replace(folder / f"{_START}{version_of(parts)}-{files_of(folder)}{SUFFIX}")
        sign_copy(folder, version_of(parts))
    except OSError as fault:
        partial.unlink(missing_ok=True)
        raise StoreError(store.place, f"cannot be written: {fault}") from fault
    return parts


def _renewed(store: Store, old: bytes, known: Parts, changed: set[str], file: BinaryIO) -> dict[str, Part]:
    """The parts of a new copy: those that are known and have not changed first, as they are."""
    parts, at = {}, 0
    for graph, (digest, start, size) in known.items():
        if graph not in changed:
            parts[graph] = Part(digest, at, file.write(old[start : start + size]))
            at += size
    for graph in store.graphs():
        if graph not in parts:
            digest, content = store.packed(graph)
            parts[graph] = Part(digest, at, file.write(content))
            at += len(content)
    return parts


def sign_copy(folder: Path, version: str) -> None:
    """Say of the copy of a content that it is of the files that are there now; other copies go."""
    name = f"{_START}{version}-{files_of(folder)}{SUFFIX}"
    for path in folder.glob(f"{_START}*{SUFFIX}"):
        if path.name.startswith(f"{_START}{version}-"):
            path.replace(folder / name)
        else:
            path.unlink(missing_ok=True)


def sign_at_rest(folder: Path, version: str, opened: str) -> None:
    """Sign the copy once more when its engine has been closed, which may have tidied up until then.

    ``opened`` is what :func:`opening_of` told while it was open: where another process has opened the store since, its files
    may be of other content, and nothing is signed.
    """
    with suppress(ImportError, OSError):  # no such locks on this system, or another process holds it
        import fcntl

        with (folder / "LOCK").open("rb+") as lock:
            fcntl.lockf(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            if opening_of(folder) == opened:
                sign_copy(folder, version)


def opening_of(folder: Path) -> str:
    """The name of the engine's journal, another one each time that a store is opened for writing."""
    return (folder / "CURRENT").read_text(encoding="ascii").strip()


def files_of(store: Path) -> str:
    """The names and sizes of the engine's files.

    The engine never writes to a file of a number a second time but at its end, and each store has an identity of its own: the
    same names and sizes are the same content.
    """
    digest = hashlib.sha256()
    with suppress(OSError):
        digest.update((store / "IDENTITY").read_bytes())
    for path in sorted(store.iterdir()):
        if path.suffix in {".sst", ".log", ".blob"}:
            with suppress(
                FileNotFoundError
            ):  # the engine tidies up as it likes: then the digest decides, the next time
                size = path.stat().st_size
                digest.update(f"{path.name} {size}\n".encode() if size else b"")
    return digest.hexdigest()
