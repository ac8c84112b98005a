"""The content of a store in one file of its folder, for whoever only wants to read all of it.

Comes in: a store at the end of a build.  Goes out: its sorted N-Quads, compressed, beside the files of the engine.  The one idea: the
name of the file tells which content it holds (the digest) and of which files of the engine it is the content, so that
a look at the folder is enough to know whether it still holds.
"""

from __future__ import annotations

import gzip
import hashlib
import os
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from kg.errors import StoreError
from kg.store.base import View

SUFFIX = ".nq.gz"
_START = "content-"
_FAST = 1  # of gzip's levels: a tenth of the bytes, in no time


class Copy(NamedTuple):
    """A file with the content of a store, and the digest of that."""

    path: Path
    version: str


def packed(content: bytes) -> bytes:
    """Sorted N-Quads as such a file holds them."""
    return gzip.compress(content, _FAST, mtime=0)


def copy_in(folder: Path) -> Copy | None:
    """The copy in the folder of a store, where it is of the very files that are there now."""
    ending = f"-{files_of(folder)}{SUFFIX}"
    found = next(folder.glob(f"{_START}*{ending}"), None)
    return Copy(found, found.name.removeprefix(_START).removesuffix(ending)) if found else None


def keep_copy(store: View, folder: Path) -> str:
    """Write the content of a store, which nobody else changes, into its folder; its digest.

    Raises :class:`kg.errors.StoreError` where the folder cannot be written.
    """
    content = store.dump()
    version = hashlib.sha256(content).hexdigest()
    partial = folder / f"{_START}{os.getpid()}.part"
    try:
        partial.write_bytes(packed(content))
        partial.replace(folder / f"{_START}{version}-{files_of(folder)}{SUFFIX}")
        sign_copy(folder, version)
    except OSError as fault:
        partial.unlink(missing_ok=True)
        raise StoreError(store.place, f"cannot be written: {fault}") from fault
    return version


def sign_copy(folder: Path, version: str) -> None:
    """Say of the copy of a content that it is of the files that are there now; other copies go."""
    name = f"{_START}{version}-{files_of(folder)}{SUFFIX}"
    for path in folder.glob(f"{_START}*{SUFFIX}"):
        if path.name.startswith(f"{_START}{version}-"):
            path.replace(folder / name)
        else:
            path.unlink(missing_ok=True)


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
