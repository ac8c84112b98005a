"""Rows of text, made a thousand at a time.

Comes in: nodes or edges, a template and what writes each column.  Goes out: text.  The one idea: a column is written by
one small function that remembers what it wrote, so that a million edges cost a few lookups each and no memory.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import chain, islice, repeat, zip_longest
from typing import Any, NamedTuple

from kg.errors import ExportError
from kg.graphs.network import Edge, Field, FieldType, Node, Spell

Write = Callable[[Any], str]
Writers = Mapping[FieldType, Write]
_AT_A_TIME = 1000
_MARK = "\0"  # where the text of a value stands within what is put around it
_REMEMBERED = 20_000
_PYTHON: dict[FieldType, tuple[type, ...]] = {
    "string": (str,),
    "integer": (int,),
    "double": (float, int),
    "boolean": (bool,),
    "date": (date,),
    "list": (tuple, list),
}


class Piece(NamedTuple):
    """One ``%s`` of a row: which column (a field of the edge or node, ``number``, or the place of a value), and its
    writer."""

    column: str | int
    write: Write


def columns(names: str, text: Write, *, ends: Write | None = None, writers: Writers | None = None) -> list[Piece]:
    """A piece for each of the columns that every network has, by their names with blanks between them.

    Texts are written by ``text``, the two ends of an edge by ``ends``, its weight by the double of ``writers``.
    """
    known: dict[str, Write] = {"number": str, "kind": remembering(text)}
    if ends is not None:
        known |= {"source": ends, "target": ends}
    if writers is not None:
        known["weight"] = cell(Field("weight", "double"), writers)
    return [Piece(name, known.get(name, text)) for name in names.split()]


class _Memo(dict[Any, str]):
    """What a writer wrote for each value; forgets everything when it gets large."""

    def __init__(self, write: Write) -> None:
        super().__init__()
        self._write = write

    def __missing__(self, value: object) -> str:
        if len(self) >= _REMEMBERED:
            self.clear()
        self[value] = text = self._write(value)
        return text


def remembering(write: Write) -> Write:
    """The same writer, each value written once; only for values that can be keys."""
    return _Memo(write).__getitem__


def rows(things: Iterable[Edge | Node], template: str, pieces: Sequence[Piece]) -> Iterator[str]:
    """The text of all rows, a batch at a time; ``template`` has a ``%s`` for each piece."""
    left, first = iter(things), 0
    while batch := list(islice(left, _AT_A_TIME)):
        columns = _columns(batch, first)
        written = [map(write, columns.get(column) or repeat(None, len(batch))) for column, write in pieces]
        yield "".join(map(template.__mod__, zip(*written, strict=True)))
        first += len(batch)


def _columns(batch: Sequence[Edge | Node], first: int) -> dict[str | int, Sequence[Any]]:
    columns: dict[str | int, Sequence[Any]] = dict(zip(batch[0]._fields, zip(*batch, strict=True), strict=True))
    columns["number"] = range(first, first + len(batch))
    columns.update(enumerate(zip_longest(*columns["values"])))
    return columns


def separated(parts: Iterator[str], comma: str = ",") -> Iterator[str]:
    """Batches of rows that all end in a comma, the very last one without it."""
    before = next(parts, "")
    for part in parts:
        yield before
        before = part
    yield before.rstrip("\n").removesuffix(comma)


def plain(_: Field, text: str) -> str:
    """A value with nothing around it."""
    return text


def fields(
    declared: Sequence[Field], writers: Writers, wrap: Callable[[Field, str], str] = plain, null: str = ""
) -> list[Piece]:
    """A piece for each declared field: its text wrapped in what the format puts around it; ``null`` for ``None``."""
    return [Piece(place, cell(field, writers, wrap, null)) for place, field in enumerate(declared)]


def cell(field: Field, writers: Writers, wrap: Callable[[Field, str], str] = plain, null: str = "") -> Write:
    """What writes the values of a field.

    A value that is not of its type, or that the format cannot hold, raises :class:`kg.errors.ExportError`.
    """
    kinds, write = _PYTHON[field.type], writers[field.type]
    before, _, after = wrap(field, _MARK).partition(_MARK)

    def written(value: object) -> str:
        if value is None:
            return null
        if not isinstance(value, kinds):
            raise ExportError(field.name, f"is declared as {field.type}, not {value!r}")
        try:
            return f"{before}{write(value)}{after}"
        except ValueError as fault:
            raise ExportError(field.name, str(fault)) from fault

    return written if field.type == "list" else remembering(written)


def days(spells: Iterable[Spell]) -> Iterator[tuple[str, str]]:
    """First and last day of each spell, as ``YYYY-MM-DD``."""
    return ((spell.first.isoformat(), spell.last.isoformat()) for spell in spells)


def encoded(*parts: str | Iterable[str]) -> Iterator[bytes]:
    """Texts and streams of texts, in UTF-8."""
    texts = chain.from_iterable([part] if isinstance(part, str) else part for part in parts)
    return (text.encode() for text in texts)
