"""Several entries on one line: "Jane Doe, Home Office; John Smith (Chair)", "A, B and C".

Comes in: a span.  Goes out: Entries.  The one idea: semicolons part entries; without them an entry begins with each new name.
"""

from __future__ import annotations

import re
from dataclasses import replace

from kg.model import Span
from kg.structure.entries import Entry, read_entry
from kg.structure.people import is_body, is_post, read_name

_AND = re.compile(r",?\s+(?:and|&)\s+|\s*;\s*")
_LIST_BREAK = re.compile(r"\s*;\s*|\n")
_INITIALS = re.compile(r"\([A-Z]{2,4}\)")
_COMMA = re.compile(r",(?![^()]*\))\s*(?:and\s+)?")


def entries_of(text: str, span: Span) -> list[Entry]:
    """The entries of a line that names several: parted by semicolons, else by commas and "and" before each new name."""
    words = span.of(text)
    pieces = _pieces(span, words, _LIST_BREAK) if ";" in words or "\n" in words else _by_names(text, span)
    entries: list[Entry] = []
    for piece in pieces:
        entries += _sharing([entry for part in _both(text, piece) if (entry := read_entry(text, part))])
    return entries


def _sharing(entries: list[Entry]) -> list[Entry]:
    """ "A and B, Energy Watch": the body is that of both."""
    body = entries[-1].organisation if len(entries) > 1 else None
    return [
        replace(entry, organisation=body) if body and entry.is_bare and not entry.role else entry for entry in entries
    ]


def _pieces(span: Span, words: str, pattern: re.Pattern[str]) -> list[Span]:
    pieces, at = [], 0
    for match in pattern.finditer(words):
        pieces.append(Span(span.start + at, span.start + match.start()))
        at = match.end()
    pieces.append(Span(span.start + at, span.end))
    return [piece for piece in pieces if len(piece) > 1]


def _both(text: str, piece: Span) -> list[Span]:
    """ "A and B" as two, where both are names."""
    words = piece.of(text)
    match = _AND.search(words)
    if match and read_name(words[: match.start()]).end and read_name(words[match.end() :]).end:
        return [
            Span(piece.start, piece.start + match.start()),
            *_both(text, Span(piece.start + match.end(), piece.end)),
        ]
    return [piece]


def _by_names(text: str, span: Span) -> list[Span]:
    """Stretches between commas, each beginning with the name of a person; what names nobody belongs to the one before.

    Two words that may be either are a name, unless the line tells posts, bodies or initials beside the names.
    """
    pieces = _pieces(span, span.of(text), _COMMA)
    telling = any(
        is_post(words) or is_body(words) or _INITIALS.search(words)
        for words in (piece.of(text).strip() for piece in pieces)
    )
    stretches: list[Span] = []
    for piece in pieces:
        words = piece.of(text).strip()
        name = read_name(words)
        opens = (
            name.end and not is_post(words[: name.end]) and (name.sure or not (telling or is_body(words[: name.end])))
        )
        if opens or not stretches:
            stretches.append(piece)
        else:
            stretches[-1] = Span(stretches[-1].start, piece.end)
    return stretches
