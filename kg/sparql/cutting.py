"""Results that stop at a number of rows: where a row begins in each syntax, and how what was cut is made whole.

Comes in: the engine's bytes as it writes them.  Goes out: a whole document of at most so many rows, which says that it
was cut off where its syntax has a place for that.  The one idea: the engine's own bytes are counted, never rebuilt.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from pyoxigraph import QueryResultsFormat

from kg.patterns import expression

_SCAN = 1 << 18  # count anew after so many bytes


class TooLarge(Exception):
    """More bytes than there may be."""


class Enough(Exception):
    """There are enough rows."""


class Syntax(NamedTuple):
    """How rows stand in a syntax."""

    row: re.Pattern[bytes]  # what stands before each row but the first (JSON), at each row's start (XML), or a line
    anchored: bool  # must one match follow the other?
    first: int  # rows that are there before any match
    keep: int  # bytes of the match that belong to the rows before
    tail: bytes
    mark: tuple[bytes, bytes] | None  # the end of the head, and what says there that the rows were cut off


_LINK = "?limit=rows"
SYNTAXES: dict[QueryResultsFormat, Syntax] = {
    QueryResultsFormat.JSON: Syntax(
        expression(rb'\},\{"[^"]+":\{'), False, 1, 1, b"]}}", (b"]}", b'],"link":["' + _LINK.encode() + b'"]}')
    ),
    QueryResultsFormat.XML: Syntax(
        expression(rb"<result>"), False, 0, 0, b"</results></sparql>",
        (b"</head>", b'<link href="' + _LINK.encode() + b'"/></head>'),
    ),
    QueryResultsFormat.TSV: Syntax(expression(rb"\n(?=.)", re.DOTALL), False, 0, 1, b"", None),
    QueryResultsFormat.CSV: Syntax(
        expression(rb'(?:[^"\r]++|"[^"]*+"|\r(?!\n))*+\r\n(?=.)', re.DOTALL), True, 0, 0, b"", None
    ),
}  # fmt: skip


class Sheet:
    """Where the engine writes rows to; raises out of the engine when a limit is reached."""

    def __init__(self, syntax: Syntax, rows: int, size: int) -> None:
        self._syntax = syntax
        self._rows = rows
        self._size = size
        self._body = bytearray()
        self._seen = 0
        self._cut: int | None = None
        self._found = syntax.first

    def write(self, part: bytes) -> int:
        """Take a part; what the engine still had in hand when it was stopped is let go."""
        if self._cut is not None:
            return len(part)
        self._body += part
        if len(self._body) - self._seen > _SCAN:
            self._count()
        if len(self._body) > self._size:
            raise TooLarge
        return len(part)

    def flush(self) -> None:
        """Nothing is held back."""

    def _count(self) -> None:
        find = self._syntax.row.match if self._syntax.anchored else self._syntax.row.search
        while match := find(self._body, self._seen):
            self._seen = match.end()
            self._found += 1
            if self._found > self._rows:
                self._cut = match.end() if self._syntax.anchored else match.start() + self._syntax.keep
                self._found = self._rows
                raise Enough

    def finish(self) -> bool:
        """Count what is left; was anything cut off?"""
        try:
            self._count()
        except Enough:
            return True
        return False

    @property
    def rows(self) -> int:
        """How many rows there are."""
        return 0 if self._body.endswith(b'"bindings":[]}}') else self._found

    def body(self) -> bytes:
        """The whole document."""
        if self._cut is None:
            return bytes(self._body)
        whole = bytes(self._body[: self._cut]) + self._syntax.tail
        return whole.replace(*self._syntax.mark, 1) if self._syntax.mark else whole
