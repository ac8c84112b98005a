"""Graphs packed as they are written, for the copy that is made at the end of a build.

Comes in: graphs as N-Quads lines.  Goes out: the same, sorted and compressed, with their digests.  The one idea: whoever writes a graph has its
lines in hand; to have the engine tell them again takes longer than all the rest of a copy.
"""

from __future__ import annotations

import gzip
import io
from collections.abc import Iterable
from contextlib import ExitStack
from functools import cached_property
from tempfile import SpooledTemporaryFile
from threading import Lock
from typing import NamedTuple

from kg.store.digests import digest_of_graph

_FAST = 1  # of gzip's levels: a tenth of the bytes, in no time
_IN_MEMORY = 2**22  # bytes, before they go to a file of their own


class Packed(NamedTuple):
    """The sorted lines of a graph, compressed, and their digest."""

    digest: str
    content: bytes


def packed(content: bytes) -> bytes:
    """N-Quads lines as a copy holds them."""
    return gzip.compress(content, _FAST, mtime=0)


def unpacked(content: bytes) -> bytes:
    """N-Quads lines of a copy."""
    return gzip.decompress(content)


def pack(content: bytes) -> Packed:
    """The sorted lines of a graph, packed."""
    return Packed(digest_of_graph(content), packed(content))


class Fresh:
    """The graphs that were written since a store was opened and have not changed again."""

    def __init__(self) -> None:
        self._opened = ExitStack()
        self._places: dict[str, tuple[str, int, int]] = {}  # digest, start, size
        self._one_at_a_time = Lock()  # a copy is made while the index is written

    @cached_property
    def _file(self) -> SpooledTemporaryFile[bytes]:
        return self._opened.enter_context(SpooledTemporaryFile(_IN_MEMORY))

    def note(self, graph: str, content: bytes) -> None:
        """Keep a graph as it was written: its sorted lines."""
        digest, content = pack(content)
        with self._one_at_a_time:
            start = self._file.seek(0, io.SEEK_END)
            self._places[graph] = digest, start, self._file.write(content)

    def forget(self, graphs: Iterable[str]) -> None:
        """These change."""
        for graph in graphs:
            self._places.pop(graph, None)

    def forget_all(self) -> None:
        """Anything may change."""
        self._places.clear()

    def close(self) -> None:
        """Nothing is kept any longer."""
        self._places.clear()
        self._opened.close()

    def of(self, graph: str) -> Packed | None:
        """A graph as it was written, if it still is so."""
        if graph not in self._places:
            return None
        digest, start, size = self._places[graph]
        with self._one_at_a_time:
            self._file.seek(start)
            return Packed(digest, self._file.read(size))
