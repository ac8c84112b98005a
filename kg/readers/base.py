"""What every reader gives, and how text without offsets becomes text with them.

Comes in: pieces of text in reading order.  Goes out: one text and the blocks that point into it.  The one idea: a
reader of a rich format says what its pieces *are*; where they lie is worked out here, once, for all of them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from kg.model import Block, BlockKind, Span
from kg.patterns import expression
from kg.readers.lines import blocks_of
from kg.readers.rows import is_typed_row

SIZE_LIMIT = 200 * 1024 * 1024  # bytes of a file
MEMBER_LIMIT = 100 * 1024 * 1024  # bytes of one member of a ZIP file, unpacked

# What XML 1.0 cannot carry (results and exports are XML), apart from tab and line feed.
_UNPRINTABLE = expression("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_SPACES = expression(r"[^\S\n\t]+")
_TABS = expression(r" ?\t[ \t]*")
_AROUND_BREAK = expression(r"[ \t]?\n[ \t]?")
_LABELLED = expression(r":\s+\S")
_TIGHT = {BlockKind.ITEM, BlockKind.ROW}


@dataclass(frozen=True, slots=True)
class Piece:
    """A block whose place is not known yet.  A line feed in ``text`` is a line break that the author made."""

    kind: BlockKind
    text: str
    level: int = 0
    cells: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Extract:
    """What a reader found in a file: text, blocks, and what the metadata say."""

    text: str
    blocks: tuple[Block, ...]
    title: str | None = None
    date: date | None = None
    metadata: tuple[tuple[str, str], ...] = ()
    media_type: str = "text/plain"
    furniture: tuple[Span, ...] = ()


class Reader(Protocol):
    """Reads one format.  Raises :class:`kg.errors.ReadError` when the bytes are not what they should be."""

    def __call__(self, data: bytes, source: str) -> Extract:
        """The text of the file and its blocks."""
        ...


def printable(text: str) -> str:
    """The text with a space for each control character, so that offsets hold.

    >>> printable("a\\x0cb\\tc")
    'a b\\tc'
    """
    return _UNPRINTABLE.sub(" ", text)


def plain(text: str) -> str:
    """The text with runs of spaces as one space, of tabs as one tab; line feeds stay, without space around them.

    >>> plain("  Jane   Doe \\n Chair ")
    'Jane Doe\\nChair'
    """
    if text.isprintable() and "  " not in text:  # most text: no breaks, tabs or odd spaces
        return text.strip()
    return _AROUND_BREAK.sub("\n", _TABS.sub("\t", _SPACES.sub(" ", printable(text)))).strip()


def piece(kind: BlockKind, text: str, level: int = 0) -> Piece:
    """A piece with its white space tidied; headings and list items are one line each."""
    tidy = plain(text)
    return Piece(kind, tidy if kind is BlockKind.PARAGRAPH else _one_line(tidy), level)


def row(cells: Iterable[str]) -> Piece:
    """A table row; a cell is one line."""
    tidy = tuple(_one_line(plain(cell)) for cell in cells)
    return Piece(BlockKind.ROW, "\t".join(tidy), 0, tidy)


def typed_rows(pieces: Iterable[Piece]) -> list[Piece]:
    """The pieces, with neighbouring paragraphs whose words stand apart by tabs as the table rows that they are."""
    listed = list(pieces)
    tabbed = [part.kind is BlockKind.PARAGRAPH and _is_tabbed(part.text) for part in listed]
    beside = [any(tabbed[max(0, at - 1) : at]) or any(tabbed[at + 1 : at + 2]) for at in range(len(listed))]
    return [
        row(part.text.split("\t")) if mine and other else part
        for part, mine, other in zip(listed, tabbed, beside, strict=True)
    ]


def bold_heading(text: str) -> bool:
    """Is a paragraph that is bold throughout a heading?

    It is when it is short, no sentence, and no label with its value ("ACTION: FT to write").
    """
    tidy = text.strip()
    return 0 < len(tidy.split()) <= 12 and not tidy.endswith(".") and not _LABELLED.search(tidy) and "\n" not in tidy


def assemble(pieces: Iterable[Piece]) -> tuple[str, tuple[Block, ...]]:
    """One text and its blocks.

    A blank line stands between pieces; neighbouring list items, and neighbouring rows, follow line by line.  A
    paragraph with line breaks, or with a bullet that was typed by hand, is taken apart as in a plain text file.

    >>> assemble([Piece(BlockKind.ITEM, "one", 1), Piece(BlockKind.ITEM, "two", 1)])[0]
    'one\\ntwo'
    """
    texts: list[str] = []
    blocks: list[Block] = []
    at = 0
    before: BlockKind | None = None
    for part in typed_rows(pieces):
        if not any(map(str.isalnum, part.text)):
            continue
        if before is not None:
            gap = "\n" if part.kind is before and part.kind in _TIGHT else "\n\n"
            texts.append(gap)
            at += len(gap)
        blocks += _placed(part, at)
        texts.append(part.text)
        at += len(part.text)
        before = part.kind
    return "".join(texts), tuple(blocks)


def _one_line(text: str) -> str:
    return text.replace("\n", " ").replace("\t", " ")


def _is_tabbed(text: str) -> bool:
    return "\t" in text and "\n" not in text and is_typed_row(text)


def _placed(part: Piece, at: int) -> list[Block]:
    if part.kind is BlockKind.PARAGRAPH:
        return [_moved(block, at) for block in blocks_of(part.text)]
    stripped = part.text.strip()
    start = at + part.text.index(stripped)
    span = Span(start, start + len(stripped))
    return [Block(part.kind, span, part.level, _cells(part, at, span))]


def _cells(part: Piece, at: int, within: Span) -> tuple[Span, ...]:
    spans = []
    for cell in part.cells:
        start = min(max(at, within.start), within.end)
        spans.append(Span(start, max(start, min(at + len(cell), within.end))))
        at += len(cell) + 1
    return tuple(spans)


def _moved(block: Block, by: int) -> Block:
    def move(span: Span) -> Span:
        return Span(span.start + by, span.end + by)

    return Block(block.kind, move(block.span), block.level, tuple(map(move, block.cells)))
