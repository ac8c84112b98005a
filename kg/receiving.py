"""A document that is handed over by name and content, rather than found in a folder.

Comes in: a file name and bytes.  Goes out: where the document is in the graph, or would be.  The one idea: it is read by the
very steps of a build; only what is done with the result differs.
"""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from kg.errors import ReadError
from kg.index import write_alone
from kg.pipeline import Failure, Told, keep, told
from kg.store import Store, open_store
from kg.terms import DATA


@dataclass(frozen=True, slots=True)
class Received:
    """A document that was read: its slug, and whether the graph had a document of that slug before."""

    slug: str
    replaced: bool


def file_name(given: str) -> str | None:
    """The name without any folder, or ``None`` where nothing is left that may name a file.

    >>> file_name("C:\\\\notes\\\\2017-03-14 harbours.docx")
    '2017-03-14 harbours.docx'
    """
    name = PurePosixPath(given.replace("\\", "/")).name.strip()
    usable = name.strip(".") and len(name.encode()) <= 200 and name.isprintable()
    return name if usable else None


def receive(name: str, content: bytes, place: str) -> Received:
    """Read a document into the store at a place.

    Raises :class:`kg.errors.ReadError` where it cannot be read, :class:`kg.errors.StoreError` where the store is in other
    hands.
    """
    outcome = _read(name, content)
    with open_store(place) as store:
        replaced = outcome.graph in store.graphs()
        keep(store, {outcome.graph: outcome.lines})
    return Received(_slug(outcome), replaced)


def try_out(name: str, content: bytes, index: Path) -> Received:
    """Read a document into a graph of its own, and write the index of that graph to a path; nothing else is kept."""
    outcome = _read(name, content)
    store: Store = open_store()
    keep(store, {outcome.graph: outcome.lines})
    write_alone(store, index)
    return Received(_slug(outcome), replaced=False)


def _read(name: str, content: bytes) -> Told:
    with tempfile.TemporaryDirectory(prefix="kg-received-") as folder:
        path = Path(folder) / name
        path.write_bytes(content)
        outcome = told(str(path))
    if isinstance(outcome, Failure):
        raise ReadError(name, outcome.reason.replace(str(path), name))
    return outcome


def _slug(outcome: Told) -> str:
    return outcome.graph.removeprefix(f"{DATA}minutes/")
