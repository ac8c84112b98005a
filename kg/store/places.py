"""Where a store may lie, and how it is opened there.

Comes in: a place.  Goes out: an open store.  The one idea: whatever is wrong with a place is said in words that tell what would work.
"""

from __future__ import annotations

from contextlib import suppress
from functools import cache
from pathlib import Path

import pyoxigraph as ox

from kg.errors import StoreError
from kg.store.copies import copy_in
from kg.store.embedded import Embedded


def folder_of(place: str) -> Path:
    """The folder that a place names, be it as a path or as ``file://``."""
    return Path(place.removeprefix("file://")).expanduser()


def in_memory(place: str, *, read_only: bool = False) -> Embedded:
    """A store that is gone with the process."""
    del read_only
    return Embedded(ox.Store(), place)


def on_disk(place: str, *, read_only: bool = False) -> Embedded:
    """The store in a folder, made where there is none; ``read_only`` opens one that must exist, beside its writer."""
    folder = folder_of(place)
    _check(folder, place, read_only=read_only)
    finished = (
        not read_only and folder.is_dir() and copy_in(folder) is not None
    )  # to be asked before the engine opens it
    if not read_only:
        _share_memory()
    try:
        engine = ox.Store.read_only(str(folder)) if read_only else ox.Store(str(folder))
        return Embedded(engine, place, None if read_only else folder, finished=finished)
    except OSError as fault:
        if "lock" in str(fault).lower():
            raise StoreError(
                place, "is open for writing already; wait for that process, or use another --store"
            ) from fault
        raise StoreError(place, f"cannot be opened: {fault}") from fault
    except RuntimeError as fault:
        raise StoreError(place, f"is damaged: {fault}; build it again in a new folder") from fault


@cache
def _share_memory() -> None:
    """Let all threads, of which a writing engine has many, take memory from one heap, where the system's library can: what one of them
    gives back another can use, and a long build needs a good tenth less."""
    import ctypes

    with suppress(OSError, AttributeError, TypeError):
        ctypes.CDLL(None).mallopt(_MOST_HEAPS, 1)


_MOST_HEAPS = -8  # M_ARENA_MAX of the GNU library's <malloc.h>


def _check(folder: Path, place: str, *, read_only: bool) -> None:
    is_store = (folder / "CURRENT").is_file()
    if read_only and not is_store:
        raise StoreError(place, f"there is none yet; make it with: kg build PATH --store {place}")
    if folder.exists() and not folder.is_dir():
        raise StoreError(place, "is a file; a store is a folder")
    if folder.is_dir() and not is_store and any(folder.iterdir()):
        raise StoreError(place, "is a folder with other things in it; name a new or empty one")
