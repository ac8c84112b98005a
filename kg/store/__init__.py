"""Where graphs are kept.

Comes in: the place of a store.  Goes out: a Store.  The one idea: the place's URL scheme alone says which kind it is.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from kg.errors import StoreError
from kg.store.base import Results, Store, View, Writer
from kg.store.embedded import Embedded
from kg.store.places import in_memory, on_disk

STORES: dict[str, Callable[..., Embedded]] = {"memory": in_memory, "file": on_disk}


def open_store(place: str | Path | None = None, *, read_only: bool = False) -> Embedded:
    """The store at a place: a folder (made where there is none), or ``memory:`` (also for no place at all).

    Raises :class:`kg.errors.StoreError` where it is locked, damaged, missing though only to be read, or of no known
    kind.
    """
    where = "memory:" if place is None else str(place)
    scheme = where.partition(":")[0] if ":" in where else "file"
    kind = "file" if len(scheme) == 1 else scheme  # a single letter is a drive
    if kind not in STORES:
        raise StoreError(where, f"unknown kind {kind!r}; known: a folder, {', '.join(f'{name}:' for name in STORES)}")
    return STORES[kind](where, read_only=read_only)


__all__ = ["STORES", "Results", "Store", "View", "Writer", "open_store"]
